import Domain
import Web

/// What the routes of remedies, inspections and members who follow units answer.
enum OversightSchemas {
    static let remedy: Schema = .named("Remedy", kept)

    static let remedyDetail: Schema = .named(
        "RemedyDetail",
        kept + [
            .init("warnings", CalendarRoutes.gaps),
            .init(
                "acts",
                .array(
                    .named(
                        "RemedyAct",
                        [
                            .init("id", .uuid, "Of a report: to which files are added."), .init("step", .oneOf(Remedy.Step.self)),
                            .init("stepName", .string), .init("words", .string), .init("documentNumber", .string),
                            .init("documentOn", .nullable(.date)),
                            .init("dueOn", .date, "The day that stands after it."), .init("recordedOn", .date), .init("post", .string),
                        ]))),
            .init(
                "possible",
                .array(
                    .named(
                        "RemedyMove",
                        [
                            .init("step", .oneOf(Remedy.Step.self)), .init("stepName", .string),
                            .init("party", .oneOf(Remedy.Party.self)), .init("partyName", .string),
                        ])), "What can be done now, and whose step it is."),
        ])

    private static let kept: [Schema.Property] = [
        .init("id", .uuid), .init("tenant", .string), .init("unit", .uuid, "The owner, or of which he is."),
        .init("person", .nullable(.uuid)), .init("ownerName", .string), .init("campaign", .string),
        .init("origin", .oneOf(Remedy.Origin.self)), .init("originName", .string), .init("originID", .uuid),
        .init("body", .oneOf(Remedy.Body.self), "That ordered it."), .init("bodyName", .string), .init("words", .string),
        .init("orderedOn", .date), .init("dueOn", .date), .init("state", .oneOf(Remedy.State.self)), .init("stateName", .string),
        .init("overdue", .boolean, "Not reported by its last day."),
    ]

    static let order: Schema = .object([
        .init("origin", .oneOf(Remedy.Origin.self), "With what it is ordered."),
        .init("originID", .uuid, "Of the finding, the note, the criticism that was signed, or the handling."),
        .init("tenant", .uuid, required: false, "Of the owner; the unit entered when absent."),
        .init("unit", .uuid, required: false, "A part of it; the unit as a whole when absent."),
        .init("person", .uuid, required: false, "One of its people."), .init("words", .text),
        .init("dueOn", .date, "A day off: the next working day."),
    ])

    static let step: Schema = .object([
        .init("step", .oneOf(Remedy.Step.self)), .init("words", .text, required: false, "What was done, or why it comes back."),
        .init("documentNumber", .string, required: false, "Of the paper that shows it; with its day."),
        .init("documentOn", .date, required: false), .init("dueOn", .date, required: false, "With return: until when now."),
    ])

    static let visit: Schema = .named(
        "InspectionVisit",
        [
            .init("id", .uuid), .init("tenant", .string), .init("unitName", .string), .init("title", .string, "Of the plan."),
            .init("leader", .string), .init("heldOn", .date), .init("minutesNumber", .string), .init("minutesOn", .date),
            .init(
                "findings",
                .array(.named("InspectionFinding", [.init("id", .uuid, "With which a remedy is ordered."), .init("words", .string)]))),
        ])

    static let inspection: Schema = .named(
        "Inspection",
        [
            .init("id", .uuid), .init("campaign", .string), .init("title", .string), .init("content", .string), .init("leader", .string),
            .init("from", .date), .init("to", .date), .init("documentNumber", .string),
            .init(
                "units",
                .array(
                    .named(
                        "InspectionPlace",
                        [.init("tenant", .string), .init("name", .string), .init("visit", .nullable(visit), "Null: not held yet.")]))),
        ])

    static let plan: Schema = .object([
        .init("campaign", .string), .init("title", .string), .init("content", .text), .init("leader", .string, "Trưởng đoàn."),
        .init("from", .date), .init("to", .date), .init("units", .array(.uuid), "Of the first tier."),
        .init("documentNumber", .string, required: false),
    ])

    static let held: Schema = .object([
        .init("unit", .uuid, "Of the plan."), .init("heldOn", .date), .init("minutesNumber", .string), .init("minutesOn", .date),
        .init("findings", .array(.text), required: false, "One each."),
    ])

    static let following: Schema = .named(
        "Following",
        [
            .init("id", .uuid), .init("person", .uuid), .init("memberName", .string), .init("followed", .uuid),
            .init("followedName", .string), .init("campaign", .string), .init("from", .date), .init("through", .nullable(.date)),
            .init("documentNumber", .string), .init("guidance", .integer, "Notes of it."), .init("urging", .integer),
            .init("findings", .integer),
        ])

    static let assigning: Schema = .object([
        .init("person", .uuid, "A member of the council."), .init("unit", .uuid, "At the province of the first tier, else a sub-unit."),
        .init("campaign", .string), .init("from", .date), .init("through", .date, required: false),
        .init("documentNumber", .string, required: false),
    ])

    static let note: Schema = .named(
        "FollowNote",
        [
            .init("id", .uuid, "With which, of a finding, a remedy is ordered."), .init("kind", .oneOf(FollowNote.Kind.self)),
            .init("kindName", .string), .init("words", .string), .init("on", .date), .init("tenant", .string), .init("tenantName", .string),
            .init("followed", .uuid, "At the province of the first tier, else a sub-unit."), .init("followedName", .string),
            .init("memberName", .string, "As he was called that day."), .init("post", .string),
        ])

    static let noting: Schema = .object([
        .init("kind", .oneOf(FollowNote.Kind.self)), .init("words", .text), .init("on", .date, "On which it happened."),
    ])
}
