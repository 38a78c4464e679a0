import Domain
import Web

/// The shapes of reviews, for the OpenAPI document.
enum ReviewSchemas {
    static let head: [Schema.Property] = [
        .init("campaign", .string), .init("review", .oneOf(Campaign.Review.self)),
        .init("heldOn", .date, "Facts dated later do not count."),
        .init("settleDays", .integer, "Working days."), .init("settleUntil", .date, "The last day on which a unit confirms or disputes."),
        .init("openedOn", .date),
    ]

    static let review: Schema = .named(
        "Review",
        head + [
            .init("clock", .string, "Of the settle days, in words."), .init("warnings", CalendarRoutes.gaps),
            .init("units", .array(unit), "Of the first tier, in customary order."),
            .init("disputes", .array(dispute)),
            .init("openResults", .array(result), "Sent in time and judged or confirmed by nobody; at most 500."),
            .init("openResultCount", .integer, "How many these are, also where the list has not all."),
            .init("snapshots", .array(snapshot), "The latest first."),
        ])

    static let unit: Schema = .named(
        "ReviewUnit",
        [
            .init("tenant", .string), .init("code", .string), .init("name", .string), .init("answer", .oneOf(ReviewUnit.Answer.self)),
            .init("answerName", .string), .init("confirmedOn", .nullable(.date)), .init("disputes", .integer),
            .init("openDisputes", .integer),
        ])

    static let dispute: Schema = .named(
        "ReviewDispute",
        [
            .init("id", .uuid), .init("tenant", .string), .init("unitName", .string), .init("item", .uuid), .init("code", .string),
            .init("title", .text), .init("wrong", .text), .init("documentNumber", .string), .init("documentOn", .date),
            .init("disputedOn", .date), .init("answer", .nullable(answer)),
        ])

    private static let answer: Schema = .named(
        "ReviewAnswer",
        [
            .init("outcome", .oneOf(ReviewDispute.Answer.Outcome.self)), .init("outcomeName", .string), .init("words", .text),
            .init("documentNumber", .string), .init("answeredOn", .date),
        ])

    private static let result: Schema = .named(
        "OpenResult",
        [
            .init("what", .oneOf(OpenResult.Kind.self)), .init("whatName", .string), .init("item", .uuid), .init("tenant", .string),
            .init("unitName", .string), .init("code", .string), .init("title", .text), .init("evidenceOn", .date),
            .init("documentNumber", .string), .init("sentOn", .date),
        ])

    private static let snapshot: Schema = .named(
        "ReviewSnapshot",
        [
            .init("version", .integer), .init("frozenOn", .date), .init("sha256", .string, "Over the rules and all parts, in hexadecimal."),
            .init("previous", .nullable(.string), "The hash of the version before."), .init("minute", .nullable(minute)),
            .init("silentUnits", .integer), .init("openDisputes", .integer), .init("openResults", .integer),
        ])

    private static let minute: Schema = .named(
        "CorrectionMinute", [.init("number", .string), .init("on", .date), .init("reason", .text)])

    static let version: Schema = .named(
        "FrozenVersion",
        [
            .init("snapshot", snapshot),
            .init(
                "changes",
                .array(
                    .object([
                        .init("code", .string), .init("name", .string), .init("before", .nullable(.any)), .init("after", .nullable(.any)),
                    ])), "Units whose verdict the version before had otherwise."),
            .init("open", .array(left), "What it left open; empty also of versions from before this was kept."),
        ])

    private static let left: Schema = .named(
        "LeftOpen",
        [
            .init("what", .oneOf(LeftOpen.Kind.self)), .init("whatName", .string), .init("tenant", .string), .init("unitName", .string),
            .init("item", .nullable(.uuid)), .init("code", .nullable(.string)), .init("title", .nullable(.text)),
            .init("since", .date, "Sent or disputed then; of a silent unit, asked."),
        ])

    static let verification: Schema = .named(
        "SnapshotVerification",
        [
            .init("snapshot", JudgementSchemas.mark), .init("parts", .integer, "Units and sub-units computed anew."),
            .init("whole", .boolean, "Whether the hash of the whole was computed anew: by who sees all of it."), .init("agrees", .boolean),
            .init("faults", .array(.string)),
        ])
}
