public import Domain
public import Storage

/// The scan of a signed paper.
public struct ReadPaperFile: Sendable {
    public var paper: PaperAct.ID

    public init(_ paper: PaperAct.ID) {
        self.paper = paper
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (file: PaperAct.File, content: [UInt8]) {
        guard let file = try await PaperAct.find(paper, in: tx)?.file, let content = try await PaperAct.content(of: paper, in: tx) else {
            throw Problem.notFound
        }
        return (file, content)
    }
}
