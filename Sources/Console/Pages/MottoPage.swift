import Domain
import Operations

/// “Phương châm” of one unit: what the ledger shows, what it says of itself, comments, decision; and the form of what is the officer's to do.
struct MottoPage: FormPage {
    static let template = "motto"
    let frame: Frame
    var fault: FormFault?
    let unit: String
    let code: String
    /// Empty where it is the unit itself.
    let named: String
    let path: String
    let campaign: String
    let review: String
    let reviewName: String
    let asOf: String
    let choice: ReviewChoice
    let motto: String
    let state: String
    let tone: String
    /// Whose move it is; nobody's once it is decided.
    let move: String?
    /// The papers by which the unit was criticised: the council gives its reason if it accepts all the same (A54).
    let criticisms: [Line]
    let indicators: [Indicator]
    let steps: [Step]
    let hasSteps: Bool
    let parts: [Part]
    let partCodes: String
    let mayAssess: Bool
    let mayComment: Bool
    let mayDecide: Bool
    let mayCorrect: Bool
    let rows: [MottoRow]
    let hasRows: Bool

    struct Indicator: Sendable {
        let words: String
        let indicator: String
        let figures: [Figure]
    }

    struct Figure: Sendable {
        let name: String
        let value: String
        let sources: [Source]
        let hasSources: Bool
    }

    struct Source: Sendable {
        let code: String
        let link: String?
        let words: String
    }

    struct Step: Sendable {
        let date: String
        let who: String
        let result: String
        let paper: String
        let words: String
        let parts: [Line]
    }

    struct Line: Sendable {
        let words: String
    }

    struct Part: Sendable {
        let code: String
        let words: String
        let indicator: String
        let grades: [Grade]
    }

    struct Grade: Sendable {
        let name: String
        let label: String
    }

    init(frame: Frame, _ sheet: MottoSheet, below: [MottoList.Row], officer: ActingOfficer) {
        let (standing, judged) = (sheet.standing, sheet.unit)
        self.frame = frame
        unit = judged.name
        code = judged.code
        named = judged.isFirstTier ? "" : judged.code
        path = "/units/\(judged.slug)/motto"
        campaign = sheet.campaign
        review = sheet.review.rawValue
        reviewName = sheet.review.vietnamese
        asOf = sheet.asOf.vietnamese
        choice = ReviewChoice(
            at: path, sheet.campaign, sheet.review, asOf: sheet.asOf, unit: judged.isFirstTier ? "" : judged.code)
        motto = sheet.motto.name
        state = standing.state.vietnamese
        tone = MottoRow.tone(standing.state)
        criticisms = standing.criticisms.map { Line(words: $0) }
        move = standing.movers.isEmpty ? nil : standing.moveWords
        indicators = sheet.indicators.map { Indicator($0, slug: judged.slug) }
        let names = Dictionary(sheet.motto.parts.map { ($0.code, $0.words) }, uniquingKeysWith: { first, _ in first })
        steps = standing.steps.map { Step($0, names: names) }
        hasSteps = !steps.isEmpty
        let grades = MottoStep.Grade.allCases.map { Grade(name: $0.rawValue, label: $0.vietnamese) }
        parts = sheet.motto.parts.map { Part(code: $0.code, words: $0.words, indicator: $0.indicator, grades: grades) }
        partCodes = sheet.motto.parts.map(\.code).joined(separator: ",")
        let policy = Policy.of(officer.role)
        let isOwn = officer.home == judged.tenant
        let isDecided = standing.decision != nil
        let decides =
            policy.actions.contains(.decideMotto)
            && (judged.isFirstTier
                ? policy.provinceRole == .council && !isOwn : policy.provinceRole == nil && isOwn && judged.unit != officer.unit)
        mayAssess = policy.actions.contains(.assessMotto) && isOwn && !isDecided
        mayComment = policy.actions.contains(.commentMotto) && !isOwn && standing.refusal(of: .commented) == nil
        mayDecide = decides && !isDecided
        mayCorrect = decides && isDecided
        rows = below.map { MottoRow($0, in: sheet.review, of: sheet.campaign) }
        hasRows = !rows.isEmpty
    }
}

extension MottoPage.Indicator {
    fileprivate init(_ indicator: MottoIndicator, slug: Tenant.Slug) {
        self.init(
            words: indicator.part.words, indicator: indicator.part.indicator,
            figures: indicator.figures.map { figure in
                MottoPage.Figure(
                    name: figure.measure.vietnamese, value: figure.vietnamese,
                    sources: figure.sources.map { source in
                        MottoPage.Source(
                            code: source.code, link: source.item.map { "/units/\(slug)/items/\($0)" }, words: source.words)
                    }, hasSources: !figure.sources.isEmpty)
            })
    }
}

extension MottoPage.Step {
    fileprivate init(_ step: MottoStep, names: [String: String]) {
        self.init(
            date: step.happenedOn.vietnamese,
            who: [step.body.vietnamese, step.kind.vietnamese].joined(separator: " ") + (step.recordedBy.map { " (\($0))" } ?? ""),
            result: step.isAccepted.map { $0 ? "thực hiện tốt" : "chưa thực hiện tốt" } ?? "",
            paper: step.documentNumber.isEmpty ? step.criticism.isEmpty ? "" : "phê bình: \(step.criticism)" : "số \(step.documentNumber)",
            words: step.words,
            parts: step.parts.map { part in
                MottoPage.Line(
                    words: "\(names[part.code] ?? part.code): \(part.grade.vietnamese)" + (part.remark.isEmpty ? "" : " (\(part.remark))"))
            })
    }
}
