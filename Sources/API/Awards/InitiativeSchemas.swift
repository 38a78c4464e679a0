import Domain
import Web

/// The shapes of initiatives, for the OpenAPI document.
enum InitiativeSchemas {
    private static let members: [Schema.Property] = [
        .init("id", .uuid), .init("campaign", .string), .init("tenant", .string), .init("tenantName", .string),
        .init("subject", .oneOf(AwardSubject.self)), .init("subjectName", .string), .init("nominee", .string), .init("unit", .uuid),
        .init("unitName", .string, "Where it is another than the first tier."), .init("person", .nullable(.uuid)), .init("title", .string),
        .init("obstacle", .text, "What was blocked."), .init("solution", .text), .init("cost", .nullable(.integer), "Saved, in VND."),
        .init("days", .nullable(.integer), "Of working time won."), .init("volume", .nullable(.integer), "Done more, in volumeUnit."),
        .init("volumeUnit", .string), .init("scope", .oneOf(Initiative.Scope.self)), .init("scopeName", .string),
        .init("isExample", .boolean), .init("example", .text, "Why it is one."), .init("state", .oneOf(Initiative.State.self)),
        .init("stateName", .string),
        .init("mover", .nullable(.oneOf(Initiative.Party.self)), "Whose move it is; null where nothing is owed."),
        .init("move", .string), .init("clock", .nullable(clock), "Null where the plan has no target."),
        .init("version", .integer, "How many steps were taken."), .init("dossier", .nullable(.uuid), "By which it was proposed."),
        .init("registeredOn", .date), .init("publishedOn", .nullable(.date)),
    ]

    static let initiative: Schema = .named("Initiative", members)

    static let detail: Schema = .named(
        "InitiativeDetail",
        members + [
            .init("steps", .array(step), "In their order."),
            .init("confirmations", .array(confirmation), "As far as the officer sees them."),
            .init("conditions", .array(condition), "What a Bằng khen asks for beyond a letter."),
            .init("possibleSteps", .array(.oneOf(Initiative.Step.self)), "What the officer can do with it now."),
            .init("mayAskConfirmation", .boolean), .init("asOf", .date),
        ])

    private static let clock: Schema = .named(
        "InitiativeClock",
        [
            .init("limit", .integer, "Working days from the registration to the answer."),
            .init("used", .integer, "Working days, without those in which it was returned."), .init("paused", .boolean),
            .init("stopped", .boolean, "It was answered, or withdrawn."), .init("late", .boolean),
            .init("dueOn", .nullable(.date), "Null while it is paused, and once it stands."), .init("words", .string),
            .init("warnings", CalendarRoutes.gaps),
        ])

    private static let step: Schema = .named(
        "InitiativeStep",
        [
            .init("position", .integer), .init("step", .oneOf(Initiative.Step.self)), .init("stepName", .string),
            .init("state", .oneOf(Initiative.State.self), "Where it led."), .init("stateName", .string),
            .init("party", .oneOf(Initiative.Party.self)), .init("happenedOn", .date), .init("reason", .text),
            .init("documentNumber", .string), .init("signer", .string),
            .init("register", .nullable(.integer), "Number of the letter in the register of its year, to who sees that register."),
            .init("recordedByTitle", .nullable(.string)), .init("signature", .nullable(.string), "Of who acted under a delegation."),
        ])

    static let confirmation: Schema = .named(
        "InitiativeConfirmation",
        [
            .init("id", .uuid), .init("initiative", .uuid), .init("tenantName", .string, "In which it was registered."),
            .init("askedTenant", .string), .init("askedUnit", .uuid), .init("askedName", .string), .init("claim", .text),
            .init("askedOn", .date), .init("answer", .nullable(.oneOf(InitiativeConfirmation.Answer.self)), "Null while it is owed."),
            .init("reason", .text), .init("documentNumber", .string), .init("answeredOn", .nullable(.date)), .init("words", .string),
        ])

    private static let condition: Schema = .named(
        "InitiativeCondition",
        [
            .init("condition", .oneOf(Initiative.Condition.self)), .init("words", .string), .init("required", .boolean),
            .init("verified", .boolean), .init("source", .string), .init("missing", .boolean),
        ])

    static let published: Schema = .named(
        "PublishedInitiative",
        [
            .init("id", .uuid), .init("title", .string), .init("obstacle", .text), .init("solution", .text), .init("example", .text),
            .init("unit", .string), .init("publishedOn", .date),
        ])
}
