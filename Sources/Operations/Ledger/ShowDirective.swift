public import Domain
public import Storage

/// One paper.
public struct ShowDirective: Sendable {
    public var id: Directive.ID

    public init(id: Directive.ID) {
        self.id = id
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> Directive {
        guard let directive = try await Directive.find(id, in: tx) else { throw Problem.notFound }
        return directive
    }
}
