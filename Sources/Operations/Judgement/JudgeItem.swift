public import Domain
public import Storage

/// How the review that is meant today sees one item, by its own figures once they are frozen, and the next one: whether it counts, and by which
/// rules it makes its unit fail.
public struct JudgeItem: Sendable {
    public var entry: LedgerEntry

    public init(_ entry: LedgerEntry) {
        self.entry = entry
    }

    public struct Answer: Sendable {
        public let review: Campaign.Review
        public let asOf: CivilDate
        public let judged: ItemJudgement
        public let failures: [Failure]
    }

    /// Empty where no review asks for it: it is of no campaign, part of what its sub-unit answers for as a whole, or the officer does not see
    /// the whole unit.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [Answer] {
        let officer = try await tx.officer()
        guard let code = entry.names.campaign, let record = try await CampaignRecord.find(code: code, in: tx),
            tx.tenant != officer.home || Policy.of(officer.role).reach != .own
        else { return [] }
        let meant = record.plan.review(meantOn: officer.today)
        let next: Campaign.Review = record.plan.reviewDate(.interim).map { officer.today <= $0 } == true ? .interim : .final
        var answers: [Answer] = []
        for review in meant == next ? [next] : [meant, next] {
            if let answer = try await answer(of: review, code, in: tx) { answers.append(answer) }
        }
        return answers
    }

    private func answer(of review: Campaign.Review, _ code: String, in tx: borrowing TenantTransaction) async throws -> Answer? {
        let tier: JudgedTier = entry.item.isProvinces ? .firstTier : .subUnits
        let gathering = GatherLedger(campaign: code, review: review, tier: tier)
        let opening = try await gathering.open(in: tx)
        let mine = opening.of(opening.units.filter { $0.unit == entry.item.unit })
        let (rules, item) = (opening.ledger, entry.item.code)
        let found = try await gathering.gather(mine, in: tx) { _, ledger -> Answer? in
            let verdict = Judgement.judge(ledger, in: rules)
            guard let judged = verdict.items.first(where: { $0.item.code == item }) else { return nil }
            return Answer(review: review, asOf: rules.asOf, judged: judged, failures: verdict.failures.filter { $0.item == item })
        }
        return found[entry.item.unit] ?? nil
    }
}
