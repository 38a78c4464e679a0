public import Domain
public import Storage

/// Judges a campaign and says why, down to the papers; and what each unit must still do.
public struct ExplainVerdicts: Sendable {
    public var gathering: GatherLedger

    public init(_ gathering: GatherLedger) {
        self.gathering = gathering
    }

    public struct Answer: Sendable {
        /// By what was judged; without units.
        public let ledger: LedgerFile
        /// In customary order, each beside its explanation.
        public let units: [JudgedUnit]
        public let explanations: [UnitExplanation]
        /// Nil: from the ledger as it stands.
        public let frozen: FrozenMark?
        /// As of ``Verdicts/settledOn``.
        public let settledOn: CivilDate?
    }

    /// - Throws: as ``GatherLedger/perform(in:)``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let opening = try await gathering.open(in: tx)
        let rules = opening.ledger
        let found = try await gathering.gather(opening, in: tx) { _, ledger in
            (ledger: ledger, codes: Set(Judgement.judge(ledger, in: rules).failures.compactMap(\.item)))
        }
        let failing = opening.units.flatMap { unit in (found[unit.unit]?.codes ?? []).map { (unit: unit, code: $0) } }
        let today = try await tx.officer().today
        let papers = try await ItemPapers.load(failing, at: opening.moment, today: today, in: tx)
        let traces = try await traces(opening, in: tx)
        let explanations = opening.units.compactMap { unit in
            found[unit.unit].map {
                UnitExplanation(
                    $0.ledger, in: opening.ledger, papers: papers[unit.unit] ?? [:], traces: traces[unit.unit] ?? [],
                    limits: opening.limits, today: today)
            }
        }
        return Answer(
            ledger: opening.ledger, units: opening.units, explanations: explanations, frozen: opening.frozen?.mark,
            settledOn: opening.settledOn)
    }

    /// As they were frozen, where they were.
    func traces(
        _ opening: GatherLedger.Opening, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [CheckPoint]] {
        guard let frozen = opening.frozen else {
            return try await CheckPoint.traces(
                of: opening.units, in: opening.ledger, of: opening.campaign, opening.limits, at: opening.moment, in: tx)
        }
        var found: [SubUnit.ID: [CheckPoint]] = [:]
        try await SnapshotPart.stream(of: frozen, units: opening.units, in: tx) { part, _ in
            found[part.unit.unit] = try CheckPoint.read(part.checks)
        }
        return found
    }
}
