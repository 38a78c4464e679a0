import Documents
import Domain
import HTTPTypes
import Operations
import Web

/// The rules on awards, which the operator loads and every officer may know.
enum AwardRuleRoutes {
    static let all: [Route] = [list]

    private static let list = Route(
        .get, "/api/v1/award-rules", name: "award-rules.list", asks: .reading(.catalogue),
        summary:
            "Regimes, base salaries, rates and rounding of rewards, council rules, papers of a dossier, citations: each with its source.",
        answers: .json(AwardRuleSchemas.rules)
    ) { call in
        try await call.read { (tx: borrowing TenantTransaction) in .json(AwardRulesJSON.value(try await ListAwardRules().perform(in: tx))) }
    }
}

/// The shapes of the rules on awards, for the OpenAPI document.
enum AwardRuleSchemas {
    static let rules: Schema = .named(
        "AwardRules",
        [
            .init("regimes", .array(regime)), .init("baseSalaries", .array(salary)), .init("rewardRates", .array(rate)),
            .init("rewardRounding", .array(rounding)), .init("councilRules", .array(council)), .init("dossierPapers", .array(paper)),
            .init("citations", .array(citation)),
        ])

    private static let source: [Schema.Property] = [
        .init("source", .text), .init("verified", .boolean, "Somebody compared it with the paper itself."),
    ]

    private static let dated: [Schema.Property] =
        [.init("validFrom", .date), .init("validTo", .nullable(.date), "Last day; null while in force.")] + source

    private static let regime: Schema = .named(
        "LegalRegime",
        [.init("code", .string), .init("law", .string), .init("decree", .string), .init("circular", .string)] + dated)

    private static let salary: Schema = .named("BaseSalary", [.init("vndPerMonth", .integer)] + dated)

    private static let rate: Schema = .named(
        "RewardRate",
        [
            .init("decree", .string), .init("form", .oneOf(AwardForm.self)), .init("formName", .string),
            .init("subject", .oneOf(AwardSubject.self)), .init("percentOfBaseSalary", .integer, "150: one and a half times."),
        ] + dated)

    private static let rounding: Schema = .named(
        "RewardRounding",
        [
            .init("decree", .string), .init("unitVnd", .integer), .init("direction", .oneOf(RewardRounding.Direction.self)),
        ] + dated)

    private static let council: Schema = .named(
        "CouncilRule",
        [
            .init("council", .oneOf(Council.Kind.self)), .init("form", .nullable(.oneOf(AwardForm.self)), "Null: whatever the form."),
            .init("subject", .nullable(.oneOf(AwardSubject.self)), "Null: whatever the subject."),
            .init("method", .oneOf(CouncilRule.Method.self)), .init("quorum", .string), .init("share", .string),
            .init("base", .oneOf(CouncilRule.Base.self)), .init("chairMustAgree", .boolean), .init("absentMayWrite", .boolean),
            .init("tie", .oneOf(CouncilRule.Tie.self)), .init("recusedLeaveBase", .boolean),
        ] + dated)

    private static let citation: Schema = .named(
        "LegalCitation",
        [
            .init("regime", .string, "In force with it."), .init("place", .string, "Where papers cite it: revocation.falseDeclaration."),
            .init("placeName", .string), .init("words", .text),
        ] + source)

    private static let paper: Schema = .named(
        "RequiredPaper",
        [
            .init("track", .oneOf(AwardTrack.self)), .init("kind", .oneOf(DossierPaper.Kind.self)), .init("kindName", .string),
            .init("confirmed", .boolean, "By the proposing level."),
        ] + dated)
}
