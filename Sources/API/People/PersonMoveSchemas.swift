import Domain
import Web

enum PersonMoveSchemas {
    static let move: Schema = .named(
        "PersonMove",
        [
            .init("id", .uuid), .init("person", .uuid), .init("kind", .oneOf(PersonMove.Kind.self)),
            .init("kindName", .string, "As officers read it."), .init("lastDay", .date, "In the old post, or in the unit's service."),
            .init("reason", .string), .init("fromPost", .nullable(.uuid)), .init("toPost", .nullable(.uuid)),
            .init("successor", .nullable(.uuid), "Post that took over what was open; null: the unit, or nothing was."),
            .init("items", .integer, "How many items changed hands."), .init("accountShut", .boolean), .init("recordedOn", .date),
        ])

    static let release: Schema = .named(
        "PersonRelease",
        [
            .init("id", .uuid), .init("person", .uuid), .init("to", .string, "Slug of the unit that may take the person on."),
            .init("documentNumber", .string), .init("recordedOn", .date), .init("takenOn", .nullable(.date)),
            .init("withdrawnOn", .nullable(.date)),
        ])

    static let heldItem: Schema = .named(
        "HeldItem",
        [
            .init("id", .uuid), .init("code", .string), .init("title", .text), .init("unitName", .string), .init("dueOn", .nullable(.date)),
            .init("as", .choice(["doer", "leader"]), "Whether it was given to the person, or a post of his is in charge of it."),
        ])

    static let handout: Schema = .named(
        "Handout",
        [
            .init("person", .uuid), .init("fullName", .string), .init("unitName", .string), .init("username", .string),
            .init("link", .string, "Shown this once; the page that sets the password."), .init("linkExpiresAt", .instant),
        ])

    static let outcome: Schema = .named(
        "PeopleOutcome",
        [
            .init("dryRun", .boolean), .init("people", .integer), .init("posts", .integer), .init("accounts", .integer),
            .init("unchanged", .integer, "Rows for which everything was there."),
            .init(
                "rows",
                .array(
                    .object([
                        .init("row", .integer, "As the spreadsheet counts it."), .init("fullName", .string), .init("unitName", .string),
                        .init("title", .string), .init("username", .nullable(.string)),
                        .init("results", .array(.oneOf(PeopleOutcome.Result.self)), "Empty: everything was there."),
                    ]))), .init("handouts", .array(handout), "Links of the accounts that were opened; empty after a dry run."),
        ])

    static let code: Schema = .object([
        .init("code", .string, "Shown this once; the unit that takes the person on enters it.")
    ])

    // MARK: - Bodies

    private static let handOver: [Schema.Property] = [
        .init("reason", .string), .init("successor", .uuid, required: false, "Post of who takes over what is open."),
        .init("restToUnit", .boolean, required: false, "What the successor does not take goes back to its sub-unit."),
    ]

    static let leaving: Schema = .object([.init("lastDay", .date, required: false, "Today when absent.")] + handOver)

    static let releasing: Schema = .object(
        [
            .init("to", .string, "Slug of the unit to which the person goes."), .init("documentNumber", .string, "Of the decision."),
            .init("lastDay", .date, required: false, "Today when absent."),
        ] + handOver)

    static let renewing: Schema = .object([
        .init("to", .nullable(.string), required: false, "Slug of the unit of a new release; none is written when absent."),
        .init("documentNumber", .string, required: false, "Of the decision, for a new release."),
    ])

    private static let seat: [Schema.Property] = [
        .init("unit", .string, required: false, "Id or code of the sub-unit; the unit itself when absent."),
        .init("role", .choice(Role.grantable.map(\.rawValue))), .init("title", .string),
        .init("leaderRank", .oneOf(Post.LeaderRank.self)),
        .init("from", .date, required: false, "First day in the post; today when absent."),
    ]

    static let moving: Schema = .object(seat + handOver)

    static let joining: Schema = .object(
        [.init("fullName", .string), .init("kind", .oneOf(Person.Kind.self))] + seat + [
            .init("username", .string, required: false, "Opens an account; the unit's slug is put before it where it is missing."),
            .init("release", .string, required: false, "Code of the release of the unit where the person was before."),
        ])

    static let joined: Schema = .object([.init("person", .uuid), .init("post", .uuid), .init("handout", .nullable(handout))])
}
