import Domain
import Web

/// What the routes of good models answer and take.
enum GoodModelSchemas {
    static let model: Schema = .named("GoodModel", kept)

    static let detail: Schema = .named(
        "GoodModelDetail",
        kept + [
            .init(
                "acts",
                .array(
                    .named(
                        "GoodModelAct",
                        [
                            .init("step", .oneOf(GoodModel.Step.self)), .init("stepName", .string), .init("happenedOn", .date),
                            .init("words", .string), .init("documentNumber", .string), .init("recordedOn", .date), .init("post", .string),
                        ])), "Where it was registered, and for the province."),
            .init("adoptions", .array(adoption), "As far as they are in sight."),
            .init(
                "possible",
                .array(
                    .named(
                        "GoodModelMove",
                        [
                            .init("step", .oneOf(GoodModel.Step.self)), .init("stepName", .string),
                            .init("party", .oneOf(GoodModel.Party.self)), .init("partyName", .string),
                        ])), "What can be done now, and whose step it is."),
        ])

    static let adoption: Schema = .named(
        "GoodModelAdoption",
        [
            .init("id", .uuid), .init("model", .uuid), .init("title", .string), .init("tenant", .string), .init("tenantName", .string),
            .init("unit", .uuid), .init("unitName", .string), .init("step", .oneOf(GoodModelAdoption.Step.self)),
            .init("stepName", .string), .init("happenedOn", .date), .init("words", .string),
            .init("amount", .nullable(.decimal), "Of the result."), .init("amountUnit", .nullable(.string)),
        ])

    static let count: Schema = .named(
        "GoodModelCount",
        [
            .init("tenant", .string), .init("tenantName", .string), .init("inPeriod", figures),
            .init("soFar", figures, "Up to the end of the period."),
        ])

    private static let figures: Schema = .named(
        "GoodModelFigures", GoodModelCount.Figure.allCases.map { .init($0.rawValue, .integer, $0.vietnamese) })

    private static let kept: [Schema.Property] = [
        .init("id", .uuid), .init("tenant", .string), .init("tenantName", .string), .init("unit", .uuid),
        .init("unitName", .string, "As it was called on the day of the registration."),
        .init("person", .nullable(.uuid), "Null: it is the unit's."), .init("personName", .string), .init("campaign", .string),
        .init("kind", .oneOf(GoodModel.Kind.self)), .init("kindName", .string), .init("subject", .oneOf(AwardSubject.self)),
        .init("subjectName", .string), .init("title", .string), .init("content", .string), .init("effect", .string),
        .init("since", .date), .init("evidence", .string), .init("registeredOn", .date), .init("state", .oneOf(GoodModel.State.self)),
        .init("stateName", .string), .init("level", .oneOf(GoodModel.Level.self)), .init("levelName", .string),
        .init("confirmedOn", .nullable(.date)), .init("spreadOn", .nullable(.date)),
        .init("consents", .boolean, "The person, to be named in public: his last word."),
        .init("adopters", .integer, "How many units adopted it."),
    ]

    static let registration: Schema = .object([
        .init("campaign", .string), .init("unit", .uuid, required: false, "Whose it is; what the post reaches as a whole when absent."),
        .init("person", .uuid, required: false, "Of the unit, whose it is; the unit's when absent."),
        .init("kind", .oneOf(GoodModel.Kind.self)), .init("title", .string), .init("content", .text, "What it is, how it is done."),
        .init("effect", .text, "What it brought."), .init("since", .date),
        .init("evidence", .text, required: false, "Papers, figures, addresses that show it."),
    ])

    static let step: Schema = .object([
        .init("step", .oneOf(GoodModel.Step.self)), .init("happenedOn", .date, required: false, "Today when absent."),
        .init("words", .text, required: false, "The reason: with refuse, recall and withdraw."),
        .init("documentNumber", .string, required: false, "Of the paper; with consent, where another than the person records it."),
    ])

    static let adopting: Schema = .object([
        .init("step", .oneOf(GoodModelAdoption.Step.self)),
        .init("unit", .uuid, required: false, "That adopts it; what the post reaches as a whole when absent."),
        .init("happenedOn", .date, required: false, "Today when absent."), .init("words", .text, "How it is done there; what came of it."),
        .init("amount", .decimal, required: false, "With report: of the result."),
        .init("amountUnit", .string, required: false, "With amount: what is counted."),
    ])
}
