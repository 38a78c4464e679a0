import CXLSXWriter
public import Domain

#if canImport(Glibc)
    import Glibc
#endif

/// Writes a workbook row by row in constant memory. Text is always written as text, so that nothing a person typed computes on another's
/// machine; the same rows give the same bytes.
public struct WorkbookWriter: ~Copyable {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var row: UInt32 = 0
    private var isOpen = true
    private let heading: UnsafeMutablePointer<lxw_format>?
    private let wrapped: UnsafeMutablePointer<lxw_format>?
    private let day: UnsafeMutablePointer<lxw_format>?
    private let whole: UnsafeMutablePointer<lxw_format>?
    private let decimal: UnsafeMutablePointer<lxw_format>?

    public struct Column: Sendable, Hashable {
        public var title: String
        /// In characters of the standard font.
        public var width: Double

        public init(_ title: String, width: Double = 18) {
            self.title = title
            self.width = width
        }
    }

    /// - Parameters:
    ///   - title: of the document, for its properties.
    ///   - createdOn: what the properties say, so that the bytes follow from the content alone.
    /// - Throws: ``Problem/unavailable`` when no temporary file can be made.
    public init(title: String, createdOn: CivilDate) throws(Problem) {
        (book, path) = try Self.opened()
        heading = workbook_add_format(book)
        wrapped = workbook_add_format(book)
        day = workbook_add_format(book)
        whole = workbook_add_format(book)
        decimal = workbook_add_format(book)
        setFormats()
        setProperties(title, createdOn)
    }

    deinit {
        if isOpen { lxw_workbook_free(book) }
        unlink(path)
    }

    /// Begins a sheet with a heading that stays in sight. A name of at most 31 characters without `[]:*?/\`; others are mended, a longer one
    /// ends with its last whole word.
    ///
    /// - Parameter head: lines above the heading.
    public mutating func begin(_ name: String, head: [String] = [], columns: [Column]) {
        let mended = String(name.map { "[]:*?/\\'".contains($0) ? " " : $0 })
        var kept = String(mended.prefix(31))
        if kept.count < mended.count, let end = kept.lastIndex(of: " ") { kept = String(kept[..<end]) }
        sheet = workbook_add_worksheet(book, kept)
        row = 0
        guard let sheet else { return }
        for (index, column) in columns.enumerated() {
            worksheet_set_column(sheet, UInt16(index), UInt16(index), column.width, nil)
        }
        for line in head {
            worksheet_write_string(sheet, row, 0, Self.kept(line), nil)
            row += 1
        }
        for (index, column) in columns.enumerated() {
            worksheet_write_string(sheet, row, UInt16(index), Self.kept(column.title), heading)
        }
        worksheet_freeze_panes(sheet, row + 1, 0)
        worksheet_repeat_rows(sheet, row, row)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_fit_to_pages(sheet, 1, 0)
        row += 1
    }

    /// The next row of the sheet begun last.
    public mutating func append(_ cells: [Table.Cell]) {
        guard let sheet else { return }
        for (index, cell) in cells.enumerated() {
            let column = UInt16(index)
            switch cell {
            case .empty: continue
            case .text(let text): worksheet_write_string(sheet, row, column, Self.kept(text), wrapped)
            case .number(let value): worksheet_write_number(sheet, row, column, value, value == value.rounded() ? whole : decimal)
            case .flag(let value): worksheet_write_string(sheet, row, column, value ? "có" : "không", wrapped)
            case .date(let date):
                // The calendar of spreadsheets begins in 1900.
                guard date.year >= 1900 else {
                    worksheet_write_string(sheet, row, column, date.vietnamese, wrapped)
                    continue
                }
                var moment = lxw_datetime(
                    year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: 0, min: 0, sec: 0)
                worksheet_write_datetime(sheet, row, column, &moment, day)
            }
        }
        row += 1
    }

    /// - Throws: ``Problem/unavailable`` when the disk is full.
    public consuming func finish() throws(Problem) -> [UInt8] {
        var content: [UInt8] = []
        try finish { part throws(Problem) in content.append(contentsOf: part) }
        return content
    }

    /// Hands the finished workbook over part by part, so that it need not be in memory as a whole.
    ///
    /// - Throws: ``Problem/unavailable`` when the disk is full; what the taker throws.
    public consuming func finish(_ take: ([UInt8]) throws(Problem) -> Void) throws(Problem) {
        // Closing frees the workbook whether it could be written or not.
        isOpen = false
        guard workbook_close(book) == LXW_NO_ERROR else { throw Problem.unavailable }
        try Self.read(path, take)
    }

    private static func opened() throws(Problem) -> (book: UnsafeMutablePointer<lxw_workbook>, path: String) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/thidua-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Problem.unavailable }
        close(descriptor)
        let path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // Its rows wait in a file there too, and not where the library would put them by itself.
        var room = Array(folder.utf8CString)
        let opened = room.withUnsafeMutableBufferPointer { room in
            var options = lxw_workbook_options(constant_memory: 1, tmpdir: room.baseAddress, use_zip64: 0)
            return workbook_new_opt(path, &options)
        }
        guard let book = opened else {
            unlink(path)
            throw Problem.unavailable
        }
        return (book, path)
    }

    private func setFormats() {
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_CENTER.rawValue))
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_bg_color(heading, 0xE7EEF7)
        format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
        for format in [wrapped, day, whole, decimal] { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
        format_set_text_wrap(wrapped)
        // Typed over by hand, what is in such a cell stays text.
        format_set_num_format(wrapped, "@")
        format_set_num_format(day, "dd/mm/yyyy")
        format_set_num_format(whole, "#,##0")
        format_set_num_format(decimal, "#,##0.##########")
    }

    private func setProperties(_ title: String, _ createdOn: CivilDate) {
        title.withCString { text in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: text)
            properties.created = time_t(createdOn.daysSince1970) * 86_400
            workbook_set_properties(book, &properties)
        }
    }

    /// A cell holds 32,767 characters; what is longer says so instead of making the whole file unreadable.
    private static func kept(_ text: String) -> String {
        // Never fewer bytes than characters, and their number is known.
        guard text.utf8.count > 32_767, text.utf16.count > 32_767 else { return text }
        let mark = "… [còn nữa; xem đầy đủ trong hệ thống]"
        var short = ""
        var count = mark.utf16.count
        for character in text {
            count += character.utf16.count
            if count > 32_767 { break }
            short.append(character)
        }
        return short + mark
    }

    private static func read(_ path: String, _ take: ([UInt8]) throws(Problem) -> Void) throws(Problem) {
        guard let file = fopen(path, "rb") else { throw Problem.unavailable }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            try take(Array(buffer[..<count]))
            guard count == buffer.count else {
                guard ferror(file) == 0 else { throw Problem.unavailable }
                return
            }
        }
    }
}
