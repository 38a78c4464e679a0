import Domain
import Operations

/// The verdicts of all units in one table; each leads to its reasons. Under it, for who may, what another parameter would change.
struct ProvinceJudgementPage: Page {
    static let template = "province-judgement"
    let frame: Frame
    let review: String
    let kind: String
    let campaign: String
    let asOf: String
    let frozen: String
    let choice: ReviewChoice
    let figures: [Figure]
    let rows: [JudgementRow]
    let isEmpty: Bool
    let mayTry: Bool
    /// Each with its own form.
    let parameters: [Parameter]
    /// What the form keeps while a parameter is tried.
    let kept: [Kept]
    var fault: String?
    var comparison: [Comparison] = []

    struct Parameter: Sendable {
        let key: String
        let label: String
        let value: String
        let options: [Choice]
        let isChoice: Bool
        let isDay: Bool
        let isNumber: Bool
    }

    struct Kept: Sendable {
        let name: String
        let value: String
    }

    struct Comparison: Sendable {
        let words: String
        let rows: [Row]
        let hasRows: Bool

        struct Row: Sendable {
            let name: String
            let effect: String
            let tone: String
            let before: String
            let after: String
        }
    }

    /// - Parameter campaigns: all of them, of which another one may be chosen.
    init(
        frame: Frame, _ answer: ExplainVerdicts.Answer, isFrozen: Bool, mayTry: Bool, tried: JudgementParameters.Change?,
        among campaigns: [CampaignSummary] = []
    ) {
        let ledger = answer.ledger
        self.frame = frame.offering(ledger, at: "/api/v1/province", isFrozen: isFrozen)
        review = ledger.review.vietnamese
        kind = ledger.review.rawValue
        campaign = ledger.campaign
        asOf = ledger.asOf.vietnamese
        frozen = answer.standing(asFrozen: isFrozen)
        choice = ReviewChoice(at: "/judgement", ledger.campaign, ledger.review, asOf: ledger.asOf, among: campaigns)
        let query =
            "?campaign=\(ledger.campaign)&review=\(ledger.review.rawValue)&asOf=\(ledger.asOf)\(isFrozen ? "&frozen=true" : "")"
        rows = zip(answer.units, answer.explanations).map { unit, explanation in
            JudgementRow(explanation, link: "/units/\(unit.slug)/judgement\(query)")
        }
        isEmpty = rows.isEmpty
        let verdicts = answer.explanations.map(\.verdict)
        func count(_ verdict: UnitVerdict.Verdict) -> String { "\(verdicts.count { $0.verdict == verdict })" }
        figures = [
            Figure(value: count(.pass), label: "đạt"), Figure(value: count(.fail), label: "không đạt"),
            Figure(value: count(.pending), label: "chờ Hội đồng kết luận"),
            Figure(value: count(.insufficientBasis), label: "chưa đủ căn cứ xét"),
            Figure(value: "\(verdicts.count(where: \.letter))", label: "đủ điều kiện Thư khen"),
            Figure(value: "\(verdicts.reduce(0) { $0 + $1.individuals })", label: "suất đề nghị cá nhân"),
        ]
        self.mayTry = mayTry
        parameters = ledger.parameters.named.map { parameter in
            let value = parameter.name == tried?.name ? tried?.value ?? "" : parameter.value
            let isChoice = !parameter.choices.isEmpty
            return Parameter(
                key: parameter.name, label: parameter.vietnamese, value: value,
                options: parameter.choices.map {
                    Choice(key: $0, name: JudgementParameters.vietnamese($0, of: parameter.name), isChosen: $0 == value)
                }, isChoice: isChoice, isDay: parameter.isDay, isNumber: !isChoice && !parameter.isDay)
        }
        kept =
            [
                Kept(name: "campaign", value: ledger.campaign), Kept(name: "review", value: ledger.review.rawValue),
                Kept(name: "asOf", value: ledger.asOf.description),
            ] + (isFrozen ? [Kept(name: "frozen", value: "true")] : [])
    }

    mutating func show(_ comparison: ParameterComparison) {
        let changed = comparison.parameters.map { parameter in
            let (before, after) = (
                JudgementParameters.vietnamese(parameter.before, of: parameter.name),
                JudgementParameters.vietnamese(parameter.after, of: parameter.name)
            )
            return "\(JudgementParameters.vietnamese(parameter.name)): \(before) → \(after)"
        }.joined(separator: "; ")
        let (gains, loses) = (comparison.rows(.gains), comparison.rows(.loses))
        let isSame = gains.isEmpty && loses.isEmpty
        let effect =
            isSame ? "Không đơn vị nào thay đổi." : "Được thêm: \(gains.count) đơn vị; bị mất: \(loses.count) đơn vị."
        self.comparison = [
            Comparison(
                words: "\(changed.isEmpty ? "Giá trị như hiện nay" : changed). \(effect)",
                rows: (gains + loses).map { row in
                    Comparison.Row(
                        name: row.before.name, effect: row.effect.vietnamese, tone: row.effect == .gains ? "good" : "bad",
                        before: JudgementRow.standing(row.before), after: JudgementRow.standing(row.after))
                }, hasRows: !isSame)
        ]
    }
}

extension ExplainVerdicts.Answer {
    /// From which figures it is: `chốt ngày 10/07/2023, phiên bản 1`, `xem trước, tính những gì ghi đến hết 07/07/2023`.
    func standing(asFrozen isFrozen: Bool) -> String {
        if let frozen { return frozen.vietnamese }
        let preview = isFrozen ? "tính như khi chốt số liệu" : "xem trước"
        return settledOn.map { "\(preview), \(Verdicts.words(settledOn: $0))" } ?? preview
    }
}

/// One unit in a table of verdicts. A verdict is always a word; colour repeats it.
struct JudgementRow: Sendable {
    let name: String
    let link: String
    let verdict: String
    let tone: String
    let letter: String
    let individuals: Int
    let share: String
    let counted: Int
    let reasons: Int
    let checks: String

    init(_ explanation: UnitExplanation, link: String) {
        let unit = explanation.verdict
        name = unit.name
        self.link = link
        verdict = unit.verdict.vietnamese
        tone = Self.tone(unit.verdict)
        letter = unit.letter ? "đủ điều kiện" : ""
        individuals = unit.individuals
        share = unit.share
        counted = unit.counted
        reasons = unit.failures.count
        checks = explanation.checks.map(\.kind.vietnamese).joined(separator: "; ")
    }

    static func tone(_ verdict: UnitVerdict.Verdict) -> String {
        switch verdict {
        case .pass: "good"
        case .fail: "bad"
        case .pending, .insufficientBasis: "warn"
        }
    }

    /// `đạt, Thư khen, 4/20 (20,0%)`.
    static func standing(_ verdict: UnitVerdict) -> String {
        [verdict.verdict.vietnamese, verdict.letter ? "Thư khen" : "", verdict.share].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
