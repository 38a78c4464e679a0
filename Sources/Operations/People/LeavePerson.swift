public import Domain
public import Storage

/// Records that a person leaves the unit's service, all in one step: what is open in his hands goes to a successor or back to the unit, every
/// post ends, and where the last day has come the account is shut and every session and token ends at once. His history stays.
///
/// With a last day to come he works on until then: what is open is handed over now, nobody gives him anything new, and from the day after on
/// he enters nowhere.
public struct LeavePerson: Sendable {
    public var person: Person.ID
    /// The version that the change starts from.
    public var version: Int
    /// The business date when nil.
    public var lastDay: CivilDate?
    public var reason: String
    public var handOver: HandOver

    public init(_ person: Person.ID, version: Int, lastDay: CivilDate? = nil, reason: String, handOver: HandOver = HandOver()) {
        self.person = person
        self.version = version
        self.lastDay = lastDay
        self.reason = reason
        self.handOver = handOver
    }

    /// - Throws: `open-items` with what is open, where nobody was named to take it; `invalid-input`, `move-of-oneself`, `ended-already`,
    ///   `ends-before-start`; `account-by-operator` for who holds more than the tenant gives; ``Problem/notFound``, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PersonMove.ID {
        try await perform(as: .left, in: tx, ids: ids)
    }

    func perform(as kind: PersonMove.Kind, in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PersonMove.ID {
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        let officer = try await tx.officer()
        let day = lastDay ?? officer.today
        guard let found = try await Person.find(person, in: tx) else { throw Problem.notFound }
        guard found.version == version else { throw Problem.stale }
        let items = try await handOver.perform(from: person, because: reason, in: tx)
        // Before the posts end: whose posts are the operator's, his account is the operator's too.
        let account = try await Account.find(of: person, in: tx)
        let shuts = account != nil && day <= officer.today
        if shuts { try await Account.disable(of: person, reason: reason, in: tx) }
        guard try await Person.end(person, version: version, lastDay: day, in: tx) else {
            throw Problem.untouched(found: try await Person.find(person, in: tx)?.version, named: version)
        }
        let move = PersonMove(
            id: ids.next(), person: person, kind: kind, lastDay: day, reason: reason, successor: items > 0 ? handOver.successor : nil,
            items: items, accountShut: shuts, recordedOn: officer.today)
        try await PersonMove.record(move, in: tx)
        return move.id
    }

    /// Does it and takes it back: whether it may be done, and what would come of it.
    public func preview(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PersonMove {
        let act = self
        return try await tx.undoing { (tx: borrowing TenantTransaction) in
            try await ShowMove(try await act.perform(in: tx, ids: ids)).perform(in: tx)
        }
    }
}
