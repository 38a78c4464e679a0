public import Domain
public import Storage

/// Judges a campaign as it stands in the database, by the function that judges ledger files: unit by unit, in memory that does not grow with
/// the number of units.
public struct JudgeCampaign: Sendable {
    public var gathering: GatherLedger

    public init(_ gathering: GatherLedger) {
        self.gathering = gathering
    }

    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Verdicts {
        let opening = try await gathering.open(in: tx)
        var verdicts: [SubUnit.ID: UnitVerdict] = [:]
        try await gathering.gather(opening, in: tx) { unit, ledger in
            verdicts[unit.unit] = Judgement.judge(ledger, in: opening.ledger).withoutItems
        }
        return Verdicts(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf,
            units: opening.units.compactMap { verdicts[$0.unit] })
    }
}
