import Domain
import Web

/// The shapes of drafts.
enum DraftSchemas {
    static let draft: Schema = .named(
        "Draft",
        [
            .init("id", .uuid), .init("kind", .oneOf(Draft.Kind.self)), .init("kindName", .string), .init("unit", .uuid),
            .init("unitName", .string), .init("subject", .text), .init("code", .string, "Of the item; of a launch empty."),
            .init("draftedBy", .uuid, "Post."), .init("drafterTitle", .string),
            .init("state", .oneOf(Draft.State.self)), .init("stateName", .string),
            .init("level", .integer, "Where it lies: 0 the officer, 1 the head of the sub-unit, 2 the unit."), .init("levelName", .string),
            .init("steps", .array(step), "In their order; of one draft alone, lists leave them out."),
            .init("lastRemark", .text, "What was said last on its way; empty: nothing yet."), .init("recordedOn", .date),
            .init("version", .integer), .init("item", .nullable(.uuid)), .init("launch", .nullable(.uuid)), .init("happenedOn", .date),
            .init("milestonePercent", .nullable(.integer)),
            .init(
                "figure",
                .nullable(.object([.init("value", .decimal), .init("status", .oneOf(ProgressReport.Figure.Status.self))]))),
            .init("documentNumber", .string), .init("documentIssuer", .string), .init("narrative", .text),
            .init("form", .nullable(.oneOf(LaunchForm.Kind.self))), .init("combinedWith", .nullable(.text)),
            .init("attendance", .nullable(.integer)),
        ])

    private static let step: Schema = .object([
        .init("position", .integer), .init("step", .oneOf(Draft.Move.self)), .init("stepName", .string), .init("level", .integer),
        .init("remark", .text), .init("recordedBy", .uuid, "Post."), .init("title", .string), .init("recordedOn", .date),
    ])

    static let conference: Schema = .object([
        .init("happenedOn", .date), .init("form", .oneOf(LaunchForm.Kind.self)),
        .init("combinedWith", .text, required: false, "The conference, for a combined launch only."), .init("attendance", .integer),
        .init("note", .text, required: false),
    ])

    static let approval: Schema = .named(
        "DraftApproval",
        [.init("approval", .oneOf(Draft.Approval.self)), .init("name", .string), .init("version", .integer, "0: none was ever set.")])
}
