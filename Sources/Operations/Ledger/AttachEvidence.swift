public import Domain
public import Storage

/// The doer adds a file that a report rests on, while nobody has judged it. File and content are kept in one transaction or not at all.
public struct AttachEvidence: Sendable {
    public var item: WorkItem.ID
    public var report: ProgressReport.ID
    public var fileName: String
    public var file: SpooledFile

    public init(item: WorkItem.ID, report: ProgressReport.ID, fileName: String, file: SpooledFile) {
        self.item = item
        self.report = report
        self.fileName = fileName
        self.file = file
    }

    /// What the file is, told by its content; before anything is asked of the database.
    ///
    /// - Throws: `file-empty`, `file-too-large`, `file-type`, `file-cut-off`.
    public func format() throws(Problem) -> DocumentFormat { try file.documentFormat() }

    /// - Throws: as ``format()``; `invalid-input`, `not-found`, `evidence-there`, `report-judged`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Evidence.ID {
        let format = try format()
        var check = InputCheck()
        let name = check.line(fileName, "?name", atMost: 255)
        try check.finish()
        guard let entry = try await LedgerEntry.find(item, in: tx),
            let report = try await ProgressReport.find(report, of: entry.item, in: tx)
        else { throw Problem.notFound }
        guard report.kind != .acknowledged else {
            throw Problem.invalid("{report}", "việc tiếp nhận không kèm minh chứng; chọn một báo cáo tiến độ hoặc kết quả")
        }
        let id: Evidence.ID = ids.next()
        let content = Evidence.Content(name: name, format: format, byteCount: file.byteCount, digest: file.digest)
        try await Evidence.insert(content, id: id, of: report, on: entry.item, in: tx)
        var position = 0
        while position * Evidence.chunkSize < file.byteCount {
            let start = position * Evidence.chunkSize
            let part = try file.read(start..<min(start + Evidence.chunkSize, file.byteCount))
            try await Evidence.append(part, at: position, to: id, of: entry.item, in: tx)
            position += 1
        }
        return id
    }
}
