import Domain
import Web

/// The shapes of what a unit awards by its own authority, for the OpenAPI document.
enum OwnAwardSchemas {
    static let rules: Schema = .object([.init("items", .array(kept), "Those that began last first.")])

    private static let kept: Schema = .named(
        "OwnRules",
        [
            .init("id", .uuid), .init("documentNumber", .string), .init("documentOn", .date), .init("validFrom", .date),
            .init("validTo", .nullable(.date), "Last day; null: until others begin."), .init("givers", .array(giver)),
            .init("criteria", .array(criterion)), .init("councilRules", .array(council)),
            .init("confirmedOn", .nullable(.date), "By the head; null: they serve nothing yet."),
            .init("confirmedDocument", .nullable(.string), "Number of the paper on which he did."),
        ])

    private static let giver: Schema = .named(
        "OwnGiver",
        [
            .init("unit", .string, "Code of the sub-unit, or of the unit itself."), .init("form", .nullable(.oneOf(AwardForm.self))),
            .init("signer", .string, "The post, as under the paper."), .init("budget", .string, "From which the money comes."),
            .init("collectives", .integer, "Slots of a round."), .init("individuals", .integer),
            .init("eachUnit", .boolean, "So many for each nominated unit; else for all together."),
        ])

    private static let criterion: Schema = .named(
        "OwnCriterion",
        [
            .init("form", .nullable(.oneOf(AwardForm.self))), .init("subject", .nullable(.oneOf(AwardSubject.self))), .init("text", .text),
        ])

    private static let council: Schema = .named(
        "OwnCouncilRule",
        [
            .init("form", .nullable(.oneOf(AwardForm.self))), .init("subject", .nullable(.oneOf(AwardSubject.self))),
            .init("method", .oneOf(CouncilRule.Method.self)), .init("quorum", .string), .init("share", .string),
            .init("base", .oneOf(CouncilRule.Base.self)), .init("chairMustAgree", .boolean), .init("absentMayWrite", .boolean),
            .init("tie", .oneOf(CouncilRule.Tie.self)), .init("recusedLeaveBase", .boolean), .init("source", .text),
        ])

    private static let slots: Schema = .object([.init("slots", .integer), .init("taken", .integer)])

    static let round: Schema = .named(
        "OwnRound",
        [
            .init("id", .uuid), .init("campaign", .string), .init("review", .oneOf(Campaign.Review.self)), .init("giver", .uuid),
            .init("giverName", .string), .init("form", .oneOf(AwardForm.self)), .init("formName", .string), .init("signer", .string),
            .init("budget", .string), .init("opensOn", .date), .init("cutOff", .date), .init("lockedOn", .nullable(.date)),
            .init("documentNumber", .string), .init("documentOn", .date),
            .init("rules", .string, "Number of the decision with the rules under which it stands."), .init("eachUnit", .boolean),
            .init("collectives", slots), .init("individuals", slots),
            .init(
                "cost",
                .object([
                    .init("awards", .integer), .init("amount", .integer, "VND."),
                    .init("unknown", .integer, "For which no rate, base salary or rounding is in force."),
                ])), .init("words", .string, "How it stands."),
        ])

    static let totals: Schema = .object([
        .init(
            "items",
            .array(
                .named(
                    "OwnAwardTotal",
                    [
                        .init("tenant", .string), .init("name", .string), .init("form", .oneOf(AwardForm.self)),
                        .init("formName", .string), .init("subject", .oneOf(AwardSubject.self)), .init("awards", .integer),
                        .init("reward", .integer, "VND."),
                    ])))
    ])
}
