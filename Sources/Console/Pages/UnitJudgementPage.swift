import Domain
import Operations

/// The verdict of one unit: why, down to item and paper, what is still to be done, and what the council should look at.
struct UnitJudgementPage: Page {
    static let template = "unit-judgement"
    let frame: Frame
    let review: String
    let campaign: String
    let asOf: String
    let frozen: String
    let reconciliation: String
    let choice: ReviewChoice
    let units: [Unit]
    let isEmpty: Bool

    /// A unit of the province; for an officer of a sub-unit, that.
    struct Unit: Sendable {
        let name: String
        let verdict: String
        let tone: String
        let share: String
        let letter: String
        let individuals: Int
        let dueEarly: Int
        let dueLater: Int
        let reasons: [Reason]
        let hasReasons: Bool
        let toPass: [Step]
        let hasSteps: Bool
        let toLetter: [Step]
        let hasLetterSteps: Bool
        let checks: [Check]
        let hasChecks: Bool
    }

    struct Reason: Sendable {
        let code: String
        let link: String?
        let title: String
        let rule: String
        let detail: String
        let source: String
        let acts: [Act]
    }

    struct Act: Sendable {
        let words: String
    }

    struct Step: Sendable {
        let code: String
        let by: String
        let words: String
    }

    struct Check: Sendable {
        let kind: String
        let codes: String
        let words: String
    }

    /// - Parameters:
    ///   - unit: code of a unit below it, where it is of one.
    ///   - campaigns: all of them, of which another one may be chosen.
    init(
        frame: Frame, tenant: Tenant, _ answer: ExplainVerdicts.Answer, unit: String?, isFrozen: Bool,
        among campaigns: [CampaignSummary] = []
    ) {
        self.frame = frame.offering(answer.ledger, at: "/api/v1/tenants/\(tenant.slug)", unit: unit, isFrozen: isFrozen)
        review = answer.ledger.review.vietnamese
        campaign = answer.ledger.campaign
        asOf = answer.ledger.asOf.vietnamese
        frozen = answer.standing(asFrozen: isFrozen)
        reconciliation =
            "/units/\(tenant.slug)/review?campaign=\(answer.ledger.campaign)&review=\(answer.ledger.review.rawValue)"
        choice = ReviewChoice(
            at: "/units/\(tenant.slug)/judgement", answer.ledger.campaign, answer.ledger.review, asOf: answer.ledger.asOf,
            unit: unit ?? "", among: campaigns)
        units = answer.explanations.map { Unit($0, of: tenant) }
        isEmpty = units.isEmpty
    }
}

extension UnitJudgementPage.Unit {
    fileprivate init(_ explanation: UnitExplanation, of tenant: Tenant) {
        let verdict = explanation.verdict
        name = verdict.name
        self.verdict = verdict.verdict.vietnamese
        tone = JudgementRow.tone(verdict.verdict)
        share = verdict.share
        letter = verdict.letter ? "đủ điều kiện" : "chưa đủ điều kiện"
        individuals = verdict.individuals
        dueEarly = verdict.s1
        dueLater = verdict.s2
        reasons = explanation.reasons.map { reason in
            UnitJudgementPage.Reason(
                code: reason.failure.item ?? "",
                link: reason.papers.map { "/units/\(tenant.slug)/items/\($0.item)" }, title: reason.papers?.title ?? "",
                rule: reason.failure.ruleWords, detail: reason.failure.detail, source: reason.papers?.source ?? "",
                acts: reason.papers?.acts.map { UnitJudgementPage.Act(words: $0.vietnamese) } ?? [])
        }
        hasReasons = !reasons.isEmpty
        toPass = explanation.toPass.map(UnitJudgementPage.Step.init)
        hasSteps = !toPass.isEmpty
        toLetter = explanation.toLetter.map(UnitJudgementPage.Step.init)
        hasLetterSteps = !toLetter.isEmpty
        checks = explanation.checks.map {
            UnitJudgementPage.Check(kind: $0.kind.vietnamese, codes: $0.items.joined(separator: ", "), words: $0.words)
        }
        hasChecks = !checks.isEmpty
    }
}

extension UnitJudgementPage.Step {
    fileprivate init(_ step: UnitExplanation.Step) {
        self.init(code: step.item ?? "", by: step.by?.vietnamese ?? "", words: step.words)
    }
}

extension Frame {
    /// Verdicts and their reasons as files, as a page shows them.
    func offering(_ ledger: LedgerFile, at place: String, unit: String? = nil, isFrozen: Bool) -> Frame {
        var query = "campaign=\(ledger.campaign)&review=\(ledger.review.rawValue)&asOf=\(ledger.asOf)"
        if isFrozen { query += "&frozen=true" }
        if let unit { query += "&code=\(unit)" }
        return offering("kết quả xét", at: "\(place)/judgement", query)
            .offering("kết quả xét và lý do", at: "\(place)/judgement/explanation", query)
    }
}
