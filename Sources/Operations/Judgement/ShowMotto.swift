public import Domain
public import Storage

/// One unit's motto in a review: its indicators from the ledger, what the unit says of itself, comments, decision.
public struct ShowMotto: Sendable {
    public var gathering: GatherLedger

    /// - Parameter gathering: names one unit, or the acting post's own.
    public init(_ gathering: GatherLedger) {
        self.gathering = gathering
    }

    /// - Throws: `not-found`, `no-motto`; `invalid-input` where no unit is named and more than one is in sight.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MottoSheet {
        let opening = try await gathering.open(in: tx)
        guard let unit = opening.units.first, gathering.unit != nil || opening.units.count == 1 else {
            throw opening.units.isEmpty ? Problem.notFound : Problem.invalid("?code", "ghi mã đơn vị")
        }
        let place = try await MottoPlace.open(unit, opening, in: tx)
        let facts =
            try await MottoFacts.load(
                of: [unit], of: opening.campaign, review: opening.ledger.review, at: opening.moment, in: tx)[unit.unit] ?? MottoFacts.none
        return MottoSheet(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf, unit: unit, motto: place.motto,
            indicators: MottoIndicator.all(
                of: place.motto, facts, on: opening.ledger.asOf, WorkItem.Clocks(opening.plan), opening.ledger.calendar),
            standing: place.standing)
    }
}
