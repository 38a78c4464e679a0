public import Documents
public import Domain

extension Table {
    /// A file as it was sent: XLSX where it begins like one, else CSV as spreadsheets save it.
    ///
    /// - Parameters:
    ///   - name: the file's, for what is said of it.
    ///   - sheet: of a workbook; nil: the first that is seen.
    /// - Throws: as ``init(xlsx:name:sheet:limits:)``; for CSV `invalid-table`, `table-too-large`, `invalid-input`.
    public init(file content: [UInt8], name: String, sheet: String? = nil) throws(Problem) {
        if Self.looksLikeWorkbook(content) {
            try self.init(xlsx: content, name: name, sheet: sheet)
            return
        }
        let records = try CSVRecords(content, file: name, dialect: .spreadsheet).records
        let limits = TableLimits.standard
        guard let last = records.last, last.row <= limits.rows, records.allSatisfy({ $0.cells.count <= limits.columns }) else {
            throw Problem(
                .tooLarge, "table-too-large", "\(name): quá 100.000 dòng hoặc quá 256 cột. Chia thành nhiều tệp rồi nhập lần lượt.")
        }
        self.init(
            name: name,
            rows: records.map { record in Row(number: record.row, cells: record.cells.map { $0.isEmpty ? .empty : .text($0) }) })
    }
}
