import Documents
import Domain

/// A list on its way to disk. It writes by itself, so that who reads the rows need not wait until those before are written.
actor ListWriter<Row: Sendable> {
    private let sheet: ListSheet<Row>
    private let format: ListFileFormat
    private var spool: Spool
    private var book: WorkbookWriter?
    private var count = 0
    /// Of the table: a row may have several.
    private var lines = 0

    /// - Parameter head: of a form, above the table of its workbook.
    /// - Throws: ``Problem/unavailable`` when the disk is full.
    init(_ sheet: ListSheet<Row>, as format: ListFileFormat, head: [String], on today: CivilDate) throws(Problem) {
        self.sheet = sheet
        self.format = format
        var spool = try Spool(atMost: .max)
        var book: WorkbookWriter?
        switch format {
        case .xlsx:
            book = try WorkbookWriter(title: sheet.title, createdOn: today)
            book?.begin(sheet.title, head: head, columns: sheet.columns)
        case .csv: try spool.append(Array((CSVText.byteOrderMark + CSVText.line(sheet.titles)).utf8))
        case .json: try spool.append(Array("[".utf8))
        }
        self.spool = spool
        self.book = book
    }

    /// - Throws: `table-too-large` when a sheet cannot hold so many; ``Problem/unavailable`` when the disk is full; what reading them throws.
    func append(_ page: ListedRows<Row>) throws {
        let rows = try page.rows()
        switch format {
        case .xlsx:
            for line in rows.flatMap(sheet.lines) {
                book?.append(line)
                lines += 1
            }
            guard lines < Self.mostInWorkbook else { throw Problem.tooManyRows }
        case .csv:
            var part: [UInt8] = []
            for line in rows.flatMap(sheet.texts) { part.append(contentsOf: CSVText.line(line).utf8) }
            try spool.append(part)
        // One array, a row on each line.
        case .json:
            var part: [UInt8] = []
            for (index, row) in rows.enumerated() {
                part.append(contentsOf: count + index == 0 ? "\n".utf8 : ",\n".utf8)
                part.append(contentsOf: sheet.json(row).bytes())
            }
            try spool.append(part)
        }
        count += rows.count
    }

    /// - Parameter remarks: what a workbook says of the list on a sheet behind it.
    /// - Throws: ``Problem/unavailable`` when the disk is full.
    func finish(_ remarks: [(name: String, value: String)]) throws(Problem) -> (count: Int, content: SpooledFile) {
        switch format {
        case .xlsx:
            guard var book = book.take() else { break }
            if !remarks.isEmpty {
                book.begin("Nguồn số liệu", columns: [.init("Nội dung", width: 24), .init("Giá trị", width: 70)])
                for (name, value) in remarks { book.append([.text(name), .text(value)]) }
            }
            try book.finish { part throws(Problem) in try spool.append(part) }
        case .csv: break
        case .json: try spool.append(Array((count == 0 ? "]\n" : "\n]\n").utf8))
        }
        return (count, spool.finish())
    }

    /// A sheet has 1,048,576 rows, the heading included.
    private static var mostInWorkbook: Int { 1_048_575 }
}

extension Problem {
    fileprivate static let tooManyRows = Problem(
        .tooLarge, "table-too-large", "Danh sách có hơn 1.048.575 dòng, nhiều hơn một trang tính chứa được. Lọc hẹp lại, hoặc xuất CSV.")
}
