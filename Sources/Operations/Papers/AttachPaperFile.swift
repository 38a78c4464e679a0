import Crypto
public import Domain
public import Storage

/// Keeps the scan of a signed paper, once.
public struct AttachPaperFile: Sendable {
    public var paper: PaperAct.ID
    public var fileName: String
    public var content: [UInt8]

    public init(paper: PaperAct.ID, fileName: String, content: [UInt8]) {
        self.paper = paper
        self.fileName = fileName
        self.content = content
    }

    /// What the file is, told by its content; before anything is asked of the database.
    ///
    /// - Throws: `file-empty`, `file-too-large`, `file-type`, `file-cut-off`.
    public func format() throws(Problem) -> DocumentFormat {
        let format = try AttachDirectiveFile(directive: Directive.ID(paper.uuid), fileName: fileName, content: content).format()
        guard DocumentFormat.scans.contains(format) else {
            throw Problem(.unsupported, "file-type", "Bản chụp văn bản đã ký phải là PDF, PNG hoặc JPG. Quét văn bản giấy rồi gửi.")
        }
        return format
    }

    /// - Throws: as ``format()``; `not-found`, `paper-file-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let format = try format()
        var check = InputCheck()
        let name = check.line(fileName, "?name", atMost: 255)
        try check.finish()
        guard try await PaperAct.find(paper, in: tx) != nil else { throw Problem.notFound }
        let file = PaperAct.File(name: name, format: format, byteCount: content.count, digest: Array(SHA256.hash(data: content)))
        try await PaperAct.insert(file, content: content, of: paper, in: tx)
    }
}
