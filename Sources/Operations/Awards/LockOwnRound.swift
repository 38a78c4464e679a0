public import Domain
public import Storage

/// Who keeps the awards of a giver locks the list of a round, once: nothing more is submitted, and withdrawing frees no slot any longer (A04).
public struct LockOwnRound: Sendable {
    public var round: OwnRound.ID

    public init(_ round: OwnRound.ID) {
        self.round = round
    }

    /// - Throws: `not-found`, `round-not-open`, `round-locked`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard officer.place == officer.home else { throw Problem.notAllowed }
        guard let found = try await OwnRound.find(round, in: tx) else { throw Problem.notFound }
        guard officer.keptGiver == found.giver else { throw Problem.notAllowed }
        guard try await OwnRound.lock(round, of: officer.home, in: tx) else { throw Problem.notAllowed }
    }
}
