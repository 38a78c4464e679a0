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
        if let frozen = opening.frozen { return try await quote(frozen, opening, in: tx) }
        let rules = opening.ledger
        let verdicts = try await gathering.gather(opening, in: tx) { _, ledger in Judgement.judge(ledger, in: rules, keepsItems: false) }
        return Verdicts(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf,
            units: opening.units.compactMap { verdicts[$0.unit] }, settledOn: opening.settledOn)
    }

    /// The verdicts as they were frozen, whatever the rules say by now.
    private func quote(
        _ frozen: ReviewSnapshot, _ opening: GatherLedger.Opening, in tx: borrowing TenantTransaction
    ) async throws -> Verdicts {
        let wanted = Set(opening.units.map(\.unit))
        let units = try await SnapshotPart.verdicts(of: frozen, in: tx).filter { wanted.contains($0.unit) }
            .map { try UnitVerdict(reading: $0.verdict, name: $0.name) }
        return Verdicts(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf, units: units, frozen: frozen.mark)
    }
}
