public import Domain
public import Storage

/// The account of a person of the officer's own tenant, for who keeps its directory.
public struct ShowAccount: Sendable {
    public var person: Person.ID

    public init(of person: Person.ID) {
        self.person = person
    }

    /// - Throws: ``Problem/notFound``; ``Problem/notAllowed`` in a closed unit, whose accounts the operator keeps.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Account {
        guard let account = try await Account.find(of: person, in: tx) else { throw Problem.notFound }
        guard try await tx.officer().mayWrite else { throw Problem.notAllowed }
        return account
    }

    /// Nil where the person has none.
    public func ifOpened(in tx: borrowing TenantTransaction) async throws -> Account? {
        try await Account.find(of: person, in: tx)
    }
}
