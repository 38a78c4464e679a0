public import Domain
public import Storage

/// The file of a paper.
public struct ReadDirectiveFile: Sendable {
    public var id: Directive.ID

    public init(id: Directive.ID) {
        self.id = id
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> (file: Directive.File, content: [UInt8]) {
        guard let file = try await Directive.find(id, in: tx)?.file, let content = try await Directive.content(of: id, in: tx) else {
            throw Problem.notFound
        }
        return (file, content)
    }
}
