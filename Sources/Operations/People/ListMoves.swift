public import Domain
public import Storage

/// How a person came to leave or change posts, and to which unit he was let go, for who keeps the directory.
public struct ListMoves: Sendable {
    public var person: Person.ID

    public init(of person: Person.ID) {
        self.person = person
    }

    /// - Throws: ``Problem/notAllowed``, ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (moves: [PersonMove], releases: [PersonRelease]) {
        // Who may not look would find nothing, as if nobody had ever left.
        guard try await tx.officer().may(.manageDirectory) else { throw Problem.notAllowed }
        guard try await Person.find(person, in: tx) != nil else { throw Problem.notFound }
        return (try await PersonMove.list(of: person, in: tx), try await PersonRelease.list(of: person, in: tx))
    }
}

/// One of them.
public struct ShowMove: Sendable {
    public var move: PersonMove.ID

    public init(_ move: PersonMove.ID) {
        self.move = move
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> PersonMove {
        guard let move = try await PersonMove.find(move, in: tx) else { throw Problem.notFound }
        return move
    }
}
