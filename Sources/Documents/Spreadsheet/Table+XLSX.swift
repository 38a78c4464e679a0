public import Domain

extension Table {
    /// The named sheet of a workbook (ECMA-376), or the first that is seen. Of formulas the value counts that the program saved; macros,
    /// charts and formats are not looked at.
    ///
    /// - Throws: `invalid-table` for what is no such file, is encrypted or broken, and for a sheet that is not there; `table-too-large`;
    ///   `invalid-input` with every cell that shows an error or holds a character that is not seen.
    public init(xlsx content: [UInt8], name: String, sheet: String? = nil, limits: TableLimits = .standard) throws(Problem) {
        // Encrypted workbooks, and those of Excel 2003 and before, are compound files, not archives.
        if content.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw ZipArchive.locked(name) }
        let archive = try ZipArchive(content, file: name, limits: limits)
        let parts = try WorkbookParts(archive, file: name)
        let found = try Self.sheet(sheet, in: parts, file: name)
        guard let content = try archive.read(found.path) else {
            throw Problem(.invalid, "invalid-table", "\(name): tệp Excel đã hỏng. Mở bằng Excel rồi lưu lại dưới dạng .xlsx.")
        }
        let strings = try parts.sharedStrings.map { path throws(Problem) in try archive.read(path) } ?? nil
        let styles = try parts.styles.map { path throws(Problem) in try archive.read(path) } ?? nil
        let reader = SheetReader(
            strings: try strings.map { content throws(Problem) in try SharedStrings(content, file: name, limits: limits) }
                ?? SharedStrings(),
            formats: try styles.map { content throws(Problem) in try DateFormats(content, file: name) } ?? DateFormats(),
            startsIn1904: parts.startsIn1904, file: name, limits: limits)
        let (rows, merges) = try reader.read(content)
        self.init(name: name, sheet: found.name, rows: rows, merges: merges)
        guard !self.rows.isEmpty else { throw Problem(.invalid, "invalid-table", "\(name): trang tính không có dòng nào.") }
    }

    /// Whether the content begins as a workbook does, encrypted or old ones included: to tell it from CSV.
    public static func looksLikeWorkbook(_ content: [UInt8]) -> Bool {
        content.starts(with: Array("PK".utf8)) || content.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    private static func sheet(_ sheet: String?, in parts: WorkbookParts, file: String) throws(Problem) -> WorkbookParts.Sheet {
        guard let sheet else {
            guard let first = parts.sheets.first(where: { !$0.isHidden }) ?? parts.sheets.first else {
                throw Problem(.invalid, "invalid-table", "\(file): tệp không có trang tính nào.")
            }
            return first
        }
        let wanted = VietnameseText(sheet).folded
        guard let named = parts.sheets.first(where: { VietnameseText($0.name).folded == wanted }) else {
            let known = parts.sheets.map { "“\($0.name)”" }.joined(separator: ", ")
            throw Problem(.invalid, "invalid-table", "\(file): không có trang tính “\(sheet)”. Các trang có trong tệp: \(known).")
        }
        return named
    }
}
