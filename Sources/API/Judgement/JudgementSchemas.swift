import Domain
import Web

/// The shapes of verdicts, for the OpenAPI document.
enum JudgementSchemas {
    static let verdicts: Schema = .named("Verdicts", answer(.named("UnitVerdict", verdictMembers)))

    static let explanations: Schema = .named(
        "ExplainedVerdicts", answer(.named("ExplainedVerdict", verdictMembers + [.init("explanation", explanation)])))

    static let comparison: Schema = .named(
        "ParameterComparison",
        head + [
            .init("parameters", .array(parameter)), .init("gains", .integer), .init("loses", .integer),
            .init(
                "units",
                .array(
                    .object([
                        .init("code", .string), .init("name", .string), .init("effect", .oneOf(ParameterComparison.Effect.self)),
                        .init("before", .named("UnitVerdict", verdictMembers)), .init("after", .named("UnitVerdict", verdictMembers)),
                    ])), "In customary order."),
        ])

    static let mark: Schema = .named(
        "FrozenMark", [.init("version", .integer), .init("on", .date, "When it was frozen."), .init("sha256", .string)])

    private static let head: [Schema.Property] = [
        .init("campaign", .string), .init("review", .oneOf(Campaign.Review.self)), .init("asOf", .date),
    ]

    private static func answer(_ unit: Schema) -> [Schema.Property] {
        head + [
            .init("snapshot", mark, required: false, "From which frozen version it is quoted; absent: from the ledger as it stands."),
            .init(
                "settledOn", .date, required: false,
                "The last of the settle days, where they are over and nothing is frozen: what was recorded later does not count."),
            .init("units", .array(unit), "In customary order."),
        ]
    }

    private static let verdictMembers: [Schema.Property] = [
        .init("code", .string), .init("verdict", .oneOf(UnitVerdict.Verdict.self)), .init("letter", .boolean),
        .init("individuals", .integer, "How many the unit may propose."), .init("counted", .integer),
        .init("aheadOrAbove", .integer, "Items ahead of time or above target, each once."),
        .init("aheadBase", .integer, "Of how many they are a share."), .init("s1", .integer, "Counted items due by the interim review."),
        .init("s2", .integer, "The other counted items."), .init("failures", .array(failure)),
        .init("flags", .array(.oneOf(UnitVerdict.Flag.self))),
    ]

    private static let failure: Schema = .object([
        .init("item", .nullable(.string), "Code; null: about the unit as a whole."), .init("rule", .oneOf(Failure.Rule.self)),
        .init("detail", .string),
    ])

    private static let explanation: Schema = .named(
        "VerdictExplanation",
        [
            .init("name", .string), .init("verdictName", .string), .init("share", .string, "4/20 (20,0%)."),
            .init("reasons", .array(reason)), .init("toPass", .array(step), "What must still be done to pass."),
            .init("toLetter", .array(step), "And to be praised by letter."), .init("checks", .array(check), "Điểm cần kiểm tra."),
        ])

    private static let reason: Schema = .object([
        .init("item", .nullable(.string)), .init("rule", .oneOf(Failure.Rule.self)), .init("ruleName", .string), .init("detail", .string),
        .init("papers", .nullable(papers)),
    ])

    private static let papers: Schema = .named(
        "ItemPapers",
        [
            .init("id", .uuid), .init("tenant", .string), .init("title", .text), .init("directive", .nullable(.uuid)),
            .init("source", .string, "What ordered it."),
            .init("acts", .array(.object([.init("on", .date), .init("words", .string)])), "Results, rulings and changes by date."),
        ])

    private static let step: Schema = .object([
        .init("kind", .oneOf(UnitExplanation.Step.Kind.self)), .init("item", .nullable(.string)),
        .init("by", .nullable(.date), "The last day for it."), .init("words", .string),
    ])

    private static let check: Schema = .object([
        .init("kind", .oneOf(CheckPoint.Kind.self)), .init("kindName", .string), .init("items", .array(.string)), .init("words", .string),
    ])

    private static let parameter: Schema = .object([.init("name", .string), .init("before", .string), .init("after", .string)])
}
