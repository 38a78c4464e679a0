public import Domain
public import Storage

/// Judges a campaign as it stands in the database, by the rules that judge ledger files: item by item as the rows come, so that in memory is what is
/// said of units and not what they were judged on.
public struct JudgeCampaign: Sendable {
    public var gathering: GatherLedger

    public init(_ gathering: GatherLedger) {
        self.gathering = gathering
    }

    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Verdicts {
        let opening = try await gathering.open(in: tx)
        // What was quoted stays (A61): nothing is judged anew.
        if let frozen = opening.frozen { return try await quote(frozen, opening, in: tx) }
        let rules = opening.ledger
        let found = try await gathering.fold(opening, in: tx) { _, unit in Judging(RunningJudgement(unit, in: rules)) }
        return verdicts(of: opening, found.mapValues(\.verdict))
    }

    /// The same, each beside what the council should look at, as ``ExplainVerdicts`` says it.
    ///
    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func checked(in tx: borrowing TenantTransaction) async throws -> (verdicts: Verdicts, rows: [CheckedVerdict]) {
        let opening = try await gathering.open(in: tx)
        let traces = try await ExplainVerdicts(gathering).traces(opening, in: tx)
        let (rules, limits) = (opening.ledger, opening.limits)
        let found = try await gathering.fold(opening, in: tx) { unit, head in
            Judging(RunningJudgement(head, in: rules, limits: limits), traces: traces[unit.unit] ?? [])
        }
        let verdicts =
            if let frozen = opening.frozen {
                try await quote(frozen, opening, in: tx)
            } else {
                self.verdicts(of: opening, found.mapValues(\.verdict))
            }
        let checks = Dictionary(found.values.map { ($0.verdict.code, $0.checks) }, uniquingKeysWith: { first, _ in first })
        return (verdicts, verdicts.units.map { CheckedVerdict($0, checks: checks[$0.code] ?? []) })
    }

    /// As the ledger stands, in customary order.
    private func verdicts(of opening: GatherLedger.Opening, _ found: [SubUnit.ID: UnitVerdict]) -> Verdicts {
        Verdicts(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf,
            units: opening.units.compactMap { found[$0.unit] }, settledOn: opening.settledOn)
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

/// A unit that is judged while its items are gathered.
final class Judging: LedgerFold {
    private var judgement: RunningJudgement
    private let traces: [CheckPoint]

    /// - Parameter traces: what the database shows beside the items.
    init(_ judgement: RunningJudgement, traces: [CheckPoint] = []) {
        self.judgement = judgement
        self.traces = traces
    }

    func add(_ item: LedgerItem) { judgement.add(item) }

    func made() -> CheckedVerdict { judgement.checked(traces: traces) }
}
