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
        let (head, units) = try await perform(in: tx) { $0 }
        return head.of(units)
    }

    /// The same, of each unit no more than what is wanted of it: as soon as a unit is judged, what it fails by is let go. In customary order.
    ///
    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func perform<Row: Sendable>(
        in tx: borrowing TenantTransaction, keeping row: @Sendable @escaping (UnitVerdict) -> Row
    ) async throws -> (head: Verdicts, rows: [Row]) {
        let opening = try await gathering.open(in: tx)
        // What was quoted stays (A61): nothing is judged anew.
        if let frozen = opening.frozen {
            let verdicts = try await quote(frozen, opening, in: tx)
            return (verdicts.of([]), verdicts.units.map(row))
        }
        let rules = opening.ledger
        let found = try await gathering.fold(opening, in: tx) { _, unit in
            Judging(RunningJudgement(unit, in: rules)) { row($0.verdict) }
        }
        return (head(opening), opening.units.compactMap { found[$0.unit] })
    }

    /// The same, each beside what the council should look at, as ``ExplainVerdicts`` says it.
    ///
    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func checked<Row: Sendable>(
        in tx: borrowing TenantTransaction, keeping row: @Sendable @escaping (CheckedVerdict) -> Row
    ) async throws -> (head: Verdicts, rows: [Row]) {
        let opening = try await gathering.open(in: tx)
        let traces = try await ExplainVerdicts(gathering).traces(opening, in: tx)
        if let frozen = opening.frozen {
            let verdicts = try await quote(frozen, opening, in: tx)
            let checks = try await judged(opening, traces, in: tx) { ($0.verdict.code, $0.checks) }
            let byCode = Dictionary(checks.values) { first, _ in first }
            return (verdicts.of([]), verdicts.units.map { row(CheckedVerdict($0, checks: byCode[$0.code] ?? [])) })
        }
        let found = try await judged(opening, traces, in: tx, keeping: row)
        return (head(opening), opening.units.compactMap { found[$0.unit] })
    }

    private func judged<Row: Sendable>(
        _ opening: GatherLedger.Opening, _ traces: [SubUnit.ID: [CheckPoint]], in tx: borrowing TenantTransaction,
        keeping row: @Sendable @escaping (CheckedVerdict) -> Row
    ) async throws -> [SubUnit.ID: Row] {
        let (rules, limits) = (opening.ledger, opening.limits)
        return try await gathering.fold(opening, in: tx) { unit, head in
            Judging(RunningJudgement(head, in: rules, limits: limits), traces: traces[unit.unit] ?? [], keeping: row)
        }
    }

    /// As the ledger stands; without units.
    private func head(_ opening: GatherLedger.Opening) -> Verdicts {
        Verdicts(
            campaign: opening.ledger.campaign, review: opening.ledger.review, asOf: opening.ledger.asOf, units: [],
            settledOn: opening.settledOn)
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
final class Judging<Row: Sendable>: LedgerFold {
    private var judgement: RunningJudgement
    private let traces: [CheckPoint]
    private let row: @Sendable (CheckedVerdict) -> Row

    /// - Parameters:
    ///   - traces: what the database shows beside the items.
    ///   - row: what is kept of the unit.
    init(_ judgement: RunningJudgement, traces: [CheckPoint] = [], keeping row: @Sendable @escaping (CheckedVerdict) -> Row) {
        self.judgement = judgement
        self.traces = traces
        self.row = row
    }

    func add(_ item: LedgerItem) { judgement.add(item) }

    func made() -> Row { row(judgement.checked(traces: traces)) }
}
