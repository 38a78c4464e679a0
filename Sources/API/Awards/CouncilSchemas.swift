import Domain
import Web

/// The shapes of councils, for the OpenAPI document.
enum CouncilSchemas {
    static let council: Schema = .named(
        "Council",
        [
            .init("kind", .oneOf(Council.Kind.self)), .init("kindName", .string), .init("terms", .array(term), "The newest first."),
            .init("waiting", .array(dossier), "What it can vote on now."),
        ])

    private static let term: Schema = .named(
        "CouncilTerm",
        [
            .init("id", .uuid), .init("person", .uuid), .init("name", .string), .init("duty", .oneOf(CouncilMember.Duty.self)),
            .init("dutyName", .string), .init("from", .date), .init("through", .nullable(.date), "Last day."),
            .init("documentNumber", .string, "Of the decision that names him."), .init("seated", .boolean, "Today."),
        ])

    static let dossier: Schema = .named(
        "NamedDossier",
        [
            .init("id", .uuid), .init("subject", .oneOf(AwardSubject.self)), .init("state", .oneOf(AwardDossier.State.self)),
            .init("stateName", .string), .init("nominee", .string), .init("unit", .string), .init("proposer", .string),
        ])

    static let head: Schema = .named(
        "CouncilSessionHead",
        [
            .init("id", .uuid), .init("heldOn", .date), .init("place", .string), .init("closed", .boolean),
            .init("minutes", .nullable(.integer), "Number in the register of minutes."), .init("cancelled", .boolean),
            .init("dossiers", .integer),
        ])

    static let session: Schema = .named(
        "CouncilSession",
        [
            .init("id", .uuid), .init("heldOn", .date), .init("place", .string), .init("closed", .boolean),
            .init("minutes", .nullable(.integer), "Number in the register of minutes; null until it is closed."),
            .init("cancelledOn", .nullable(.date), "It was opened by mistake, and counts nothing."),
            .init("cancelReason", .nullable(.string)),
            .init("attendees", .array(attendee)), .init("dossiers", .array(listed), "In the order of the list."),
            .init("sheet", .array(.uuid), "On which the acting person still votes in secret."),
        ])

    private static let attendee: Schema = .named(
        "CouncilAttendee",
        [
            .init("person", .uuid), .init("name", .string), .init("duty", .oneOf(CouncilMember.Duty.self)), .init("dutyName", .string),
            .init("present", .boolean, "In the room."),
        ])

    private static let listed: Schema = .named(
        "SessionDossier",
        [
            .init("dossier", .uuid), .init("named", .nullable(dossier)), .init("method", .oneOf(CouncilRule.Method.self)),
            .init("methodName", .string),
            .init(
                "rule",
                .object([
                    .init("quorum", .string, "Of all members."), .init("share", .string), .init("base", .oneOf(CouncilRule.Base.self)),
                    .init("chairMustAgree", .boolean), .init("absentMayWrite", .boolean), .init("tie", .oneOf(CouncilRule.Tie.self)),
                    .init("recusedLeaveBase", .boolean), .init("source", .string),
                ])), .init("recused", .array(.uuid), "Members who do not vote on it."), .init("voters", .integer, "Who have voted."),
            .init(
                "votes",
                .array(.object([.init("member", .uuid), .init("choice", .nullable(.oneOf(CouncilTally.Choice.self)), "Of an open vote.")]))),
            .init("counted", .nullable(counted), "Null until it is closed."),
            .init("outcome", .nullable(.oneOf(CouncilResult.Outcome.self))), .init("outcomeName", .nullable(.string)),
            .init("words", .nullable(.text), "The whole chain of the count."),
            .init("held", .boolean, "No award is considered for the nominee: it is not voted on, and no outcome is recorded."),
            DossierSchemas.checks,
        ])

    private static let counted: Schema = .named(
        "VoteCount",
        [
            .init("source", .oneOf(CouncilTally.Source.self)), .init("members", .integer), .init("attending", .integer),
            .init("yes", .integer),
            .init("no", .integer), .init("blank", .integer),
            .init("written", .integer, "Votes of the absent, among these."), .init("recused", .integer),
            .init("recusedAttending", .integer),
            .init("chair", .nullable(.oneOf(CouncilTally.Choice.self)), "What who chaired said openly."),
        ])

    static let choice: Schema = .object([.init("dossier", .uuid), .init("choice", .oneOf(CouncilTally.Choice.self))])
}
