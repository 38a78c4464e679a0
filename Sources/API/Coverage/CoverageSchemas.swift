import Domain
import Web

/// What the routes of the media plan answer.
enum CoverageSchemas {
    static let line: Schema = .named("CoverageLine", kept)

    private static let kept: [Schema.Property] = [
        .init("id", .uuid), .init("version", .integer), .init("campaign", .string),
        .init("occasion", .oneOf(CoverageLine.Occasion.self)), .init("occasionName", .string), .init("subject", .string),
        .init("kind", .oneOf(Coverage.Kind.self)), .init("kindName", .string), .init("outlet", .string), .init("outletName", .string),
        .init("plannedOn", .date), .init("reason", .string, "Of the last change, or why it was dropped."),
        .init("publications", .integer, "Published against it."), .init("publishedOn", .nullable(.date), "Of these the first."),
        .init("kitApprovedOn", .nullable(.date), "Null: no press kit in sight."), .init("state", .oneOf(CoverageLine.State.self)),
        .init("stateName", .string), .init("withoutKit", .integer, "Publications on a day on which no approved press kit stood."),
        .init("early", .integer, "Publications before the day from which the press kit may be published."),
    ]

    static let lineDetail: Schema = .named(
        "CoverageLineDetail",
        kept + [
            .init(
                "versions",
                .array(
                    .named(
                        "CoverageLineVersion",
                        [
                            .init("version", .integer), .init("occasion", .oneOf(CoverageLine.Occasion.self)), .init("subject", .string),
                            .init("kind", .oneOf(Coverage.Kind.self)), .init("outlet", .string), .init("plannedOn", .date),
                            .init("dropped", .boolean), .init("reason", .string), .init("recordedOn", .date),
                        ])), "For an outlet the one that stands."),
            .init(
                "kits",
                .array(
                    .named(
                        "PressKit",
                        [
                            .init("version", .integer), .init("facts", .string, "As they were approved."),
                            .init("approver", .string), .init("approvedOn", .nullable(.date)), .init("documentNumber", .string),
                            .init("notBefore", .nullable(.date), "Not to be published earlier."),
                            .init("shown", .string, "Who is shown, and that he agreed."), .init("withdrawn", .boolean),
                            .init("reason", .string, "Of the withdrawal."), .init("recordedOn", .date),
                        ])), "For an outlet the one that was approved and stands."),
            .init("coverage", .array(coverage)),
        ])

    static let coverage: Schema = .named(
        "Coverage",
        [
            .init("id", .uuid), .init("outlet", .string), .init("outletName", .string), .init("campaign", .string),
            .init("line", .nullable(.uuid), "Null: not planned."), .init("subject", .string), .init("kind", .oneOf(Coverage.Kind.self)),
            .init("kindName", .string), .init("title", .string), .init("on", .date), .init("minutes", .nullable(.integer)),
            .init("link", .string),
            .init("hasKit", .boolean, "Whether an approved press kit stood on that day; false of what was not planned."),
            .init("isEarly", .boolean, "Whether that press kit was not to be published before a later day."),
            .init("corrects", .nullable(.uuid), "What it takes the place of."),
            .init("reason", .string, "Of a correction."), .init("recordedOn", .date),
        ])

    static let count: Schema = .named(
        "CoverageCount",
        [.init("outlet", .string), .init("outletName", .string)] + Coverage.Kind.allCases.map { Schema.Property($0.rawValue, .integer) }
            + [.init("total", .integer), .init("minutes", .integer)])

    static let counts: Schema = .named("CoverageCounts", [.init("counts", .array(count))])

    static let plan: Schema = .object([.init("campaign", .string)] + content)

    private static let content: [Schema.Property] = [
        .init("occasion", .oneOf(CoverageLine.Occasion.self)), .init("subject", .string), .init("kind", .oneOf(Coverage.Kind.self)),
        .init("outlet", .uuid, "An outlet of the media."), .init("plannedOn", .date),
    ]

    static let change: Schema = .object(
        content + [
            .init("reason", .string), .init("version", .integer, required: false, "That was read; the one that stands when absent."),
        ]
    )

    static let reason: Schema = .object([.init("reason", .string)])

    static let kit: Schema = .object([
        .init("facts", .text), .init("approver", .string, "Who approved them, by his post."), .init("approvedOn", .date),
        .init("documentNumber", .string, required: false), .init("notBefore", .date, required: false, "Not to be published earlier."),
        .init(
            "person",
            .object([
                .init("name", .string), .init("consentOn", .date), .init("manner", .oneOf(PublicityConsent.Manner.self)),
                .init("documentNumber", .string, required: false, "Of what he signed."),
                .init("note", .string, required: false, "To whom he said it."),
            ]), required: false, "Who is shown and agreed."),
        .init("award", .uuid, required: false, "Instead of a person: a signed award of the province that is published with its name."),
    ])

    static let report: Schema = .object(
        [
            .init("campaign", .string, required: false, "Without a line."),
            .init("line", .uuid, required: false, "Of the outlet's plan; not planned when absent."),
        ] + said)

    private static let said: [Schema.Property] = [
        .init("kind", .oneOf(Coverage.Kind.self)), .init("title", .string), .init("on", .date),
        .init("minutes", .integer, required: false), .init("link", .string, required: false, "https://…; it or minutes."),
    ]

    static let correction: Schema = .object(said + [.init("reason", .string)])
}
