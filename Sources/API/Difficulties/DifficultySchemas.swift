import Domain
import Web

/// What the routes of difficulties answer.
enum DifficultySchemas {
    static let difficulty: Schema = .named("Difficulty", kept)

    static let detail: Schema = .named(
        "DifficultyDetail",
        kept + [
            .init("warnings", CalendarRoutes.gaps),
            .init(
                "items",
                .array(
                    .named(
                        "DifficultyItem",
                        [.init("item", .uuid), .init("code", .string), .init("title", .string), .init("dueOn", .nullable(.date))])),
                "The items that it hinders, as they stood on the day on which it was raised."),
            .init(
                "extensions",
                .array(
                    .named(
                        "DifficultyExtension",
                        [
                            .init("code", .string), .init("step", .oneOf(ExtensionStep.Kind.self)), .init("happenedOn", .date),
                            .init("newDueOn", .nullable(.date)),
                        ])), "What became of their due dates since."),
            .init(
                "acts",
                .array(
                    .named(
                        "DifficultyAct",
                        [
                            .init("step", .oneOf(Difficulty.Step.self)), .init("stepName", .string), .init("words", .string),
                            .init("documentNumber", .string), .init("recordedOn", .date), .init("solverName", .string),
                            .init("dueOn", .nullable(.date), "Last day of the clock that ran after it."), .init("post", .string),
                        ]))),
            .init(
                "possible",
                .array(
                    .named(
                        "DifficultyMove",
                        [
                            .init("step", .oneOf(Difficulty.Step.self)), .init("stepName", .string),
                            .init("party", .oneOf(Difficulty.Party.self)), .init("partyName", .string),
                        ])), "What can be done now, and whose step it is."),
        ])

    private static let kept: [Schema.Property] = [
        .init("id", .uuid), .init("tenant", .string), .init("tenantName", .string), .init("unit", .uuid), .init("unitName", .string),
        .init("campaign", .string), .init("title", .string), .init("obstacle", .string), .init("proposal", .string),
        .init("raisedOn", .date),
        .init("state", .oneOf(Difficulty.State.self)), .init("stateName", .string), .init("level", .oneOf(Difficulty.Level.self)),
        .init("levelName", .string), .init("dueOn", .nullable(.date), "Last day of the clock that runs; null: none runs."),
        .init("overdue", .boolean), .init("solver", .nullable(.uuid), "Who was asked to solve it."),
        .init("solverName", .nullable(.string)),
    ]

    static let raising: Schema = .object([
        .init("campaign", .string),
        .init("unit", .uuid, required: false, "That raises it; when absent the one of the acting post, or the unit as a whole."),
        .init("title", .string), .init("obstacle", .text, "What is in the way."),
        .init("proposal", .text, required: false, "What the unit asks for."),
        .init("items", .array(.string), required: false, "Items of its ledger that it hinders: code or id of each."),
    ])

    static let step: Schema = .object([
        .init("step", .oneOf(Difficulty.Step.self)), .init("words", .text, required: false, "The answer, or the reason."),
        .init("documentNumber", .string, required: false, "Of the paper; an answer at the province needs one."),
        .init("solver", .uuid, required: false, "With route: in a unit a sub-unit, at the province a unit of the first tier."),
    ])
}
