import Domain
import Web

/// What the routes of criticism, handling, opinions and petitions answer.
enum CriticismSchemas {
    static let criticism: Schema = .named("Criticism", kept)

    static let detail: Schema = .named(
        "CriticismDetail",
        kept + [
            .init("warnings", CalendarRoutes.gaps),
            .init(
                "facts",
                .array(
                    .named(
                        "CriticismFact",
                        [
                            .init("item", .uuid), .init("code", .string), .init("title", .string), .init("dueOn", .date),
                            .init("doneOn", .nullable(.date), "Null: not done by the day of the proposal."),
                            .init("lateDays", .integer, "Days of the calendar."),
                        ])), "The items as they stood on the day of the proposal."),
            .init(
                "acts",
                .array(
                    .named(
                        "CriticismAct",
                        [
                            .init("step", .oneOf(Criticism.Step.self)), .init("stepName", .string), .init("words", .string),
                            .init("documentNumber", .string), .init("documentOn", .nullable(.date)), .init("recordedOn", .date),
                            .init("post", .string),
                        ]))),
        ])

    private static let kept: [Schema.Property] = [
        .init("id", .uuid), .init("kind", .oneOf(KeptCriticism.Kind.self)), .init("kindName", .string), .init("tenant", .string),
        .init("tenantName", .string), .init("unit", .uuid), .init("person", .nullable(.uuid), "Null: a collective."),
        .init("name", .string), .init("campaign", .string), .init("items", .integer), .init("words", .string),
        .init("proposedOn", .date), .init("explainBy", .date, "Last day to explain."), .init("state", .oneOf(Criticism.State.self)),
        .init("stateName", .string), .init("signedOn", .nullable(.date)),
    ]

    static let petition: Schema = .named(
        "Petition",
        [
            .init("id", .uuid), .init("kind", .oneOf(Petition.Kind.self)), .init("kindName", .string), .init("tenant", .string),
            .init("tenantName", .string), .init("giver", .nullable(.uuid), "On whose result; null: the province's."),
            .init("addressee", .string, "Who answers."), .init("unit", .nullable(.uuid), "The sub-unit that filed it."),
            .init("unitName", .nullable(.string)),
            .init("person", .nullable(.uuid), "Null: the unit or sub-unit."), .init("personName", .nullable(.string)),
            .init("campaign", .string), .init("dossier", .nullable(.uuid)), .init("words", .string), .init("filedOn", .date),
            .init("dueOn", .date, "Last day to answer."), .init("term", .string, "Days, and by which rule."), .init("standing", .string),
            .init("outcome", .nullable(.oneOf(Petition.Outcome.self))), .init("answer", .nullable(.string)),
            .init("answerNumber", .nullable(.string)), .init("answeredOn", .nullable(.date)),
        ])

    static let opinion: Schema = .named(
        "DossierOpinion",
        [
            .init("id", .uuid), .init("dossier", .uuid), .init("giver", .nullable(.uuid), "Who asks by own authority; null: the province."),
            .init("body", .string), .init("question", .string),
            .init("documentNumber", .string), .init("askedOn", .date), .init("dueOn", .date, "Last day."), .init("standing", .string),
            .init("agrees", .nullable(.boolean)), .init("answer", .nullable(.string)), .init("answerNumber", .nullable(.string)),
            .init("answeredOn", .nullable(.date)),
        ])

    static let handling: Schema = .named(
        "Handling",
        [
            .init("id", .uuid), .init("kind", .oneOf(Handling.Kind.self)), .init("kindName", .string), .init("item", .uuid),
            .init("itemCode", .string), .init("unitName", .string), .init("person", .nullable(.uuid), "Null: the sub-unit."),
            .init("personName", .nullable(.string)), .init("documentNumber", .string), .init("documentOn", .date),
            .init("words", .string),
        ])

    static let count: Schema = .named(
        "HandlingCount",
        [
            .init("tenant", .string), .init("tenantName", .string), .init("kind", .oneOf(Handling.Kind.self)),
            .init("kindName", .string), .init("times", .integer), .init("lastOn", .date, "Of the latest paper."),
        ])
}
