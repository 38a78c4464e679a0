public import Domain
public import Storage

/// How the motto of every unit in sight stands, and whose move it is.
public struct ListMottos: Sendable {
    public var gathering: GatherLedger

    public init(_ gathering: GatherLedger) {
        self.gathering = gathering
    }

    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MottoList {
        let opening = try await gathering.open(in: tx)
        let standings = try await MottoPlace.standings(of: opening.units, opening, in: tx)
        return MottoList(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf,
            rows: opening.units.compactMap { unit in standings[unit.unit].map { MottoList.Row(unit: unit, standing: $0) } })
    }
}
