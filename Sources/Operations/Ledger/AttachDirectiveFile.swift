import Crypto
public import Domain
public import Storage

/// Keeps the paper itself beside its directive, once: a signed paper is not replaced.
public struct AttachDirectiveFile: Sendable {
    public var directive: Directive.ID
    public var fileName: String
    public var content: [UInt8]

    public init(directive: Directive.ID, fileName: String, content: [UInt8]) {
        self.directive = directive
        self.fileName = fileName
        self.content = content
    }

    /// What the file is, told by its content; before anything is asked of the database.
    ///
    /// - Throws: `file-empty`, `file-too-large`, `file-type`, `file-cut-off`.
    public func format() throws(Problem) -> DocumentFormat {
        guard content.count <= Directive.File.largest else { throw .fileTooLarge }
        do throws(DocumentFormat.Fault) {
            return try DocumentFormat(detecting: content)
        } catch {
            throw Problem(error)
        }
    }

    /// - Throws: `invalid-input`.
    func name() throws(Problem) -> String {
        var check = InputCheck()
        let name = check.line(fileName, "?name", atMost: 255)
        try check.finish()
        return name
    }

    /// - Throws: as ``format()``; `not-found`, `directive-file-there`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let (format, name) = (try format(), try name())
        guard try await Directive.find(directive, in: tx) != nil else { throw Problem.notFound }
        let file = Directive.File(name: name, format: format, byteCount: content.count, digest: Array(SHA256.hash(data: content)))
        try await Directive.insert(file, content: content, of: directive, in: tx)
    }
}
