import Domain
import Web

/// The shapes of ledger answers and requests, for the OpenAPI document.
enum ItemSchemas {
    static let item: Schema = .named("LedgerItem", members)

    static let detail: Schema = .named(
        "LedgerItemDetail",
        members + [
            .init("provinceLeaderTitle", .nullable(.string)), .init("unitLeaderTitle", .nullable(.string)),
            .init("reports", .array(report), "In the order of their evidence."),
            .init("rulings", .array(ruling), "In the order in which they were recorded."),
            .init("changes", .array(change), "What stood before each change of the assigner."),
            .init("extensions", .array(extensionSchema), "In the order in which they were asked."),
            .init("disputes", .array(dispute), "In the order in which they were raised."),
            .init("acknowledgeBy", .date, "The last day on which it is taken note of in time, by the plan."),
            .init("acknowledgedLate", .boolean, "Taken note of later than that, or not yet."),
            .init("ruleBy", .nullable(.date), "The last day for the assigner to judge the result that waits; none waits: null."),
            .init("fixDateBy", .nullable(.date), "The last day for the assigner to fix a date; null where it has one."),
            .init("judgedDueOn", .nullable(.date), "By which frozen figures judge it while none is fixed; null where it has one."),
            .init("extensionsGranted", .integer, "Those that moved the date."),
            .init("laterByTheAssigner", .integer, "How often the assigner moved the date to a later day by a paper of his own, unasked."),
            .init("warnings", CalendarRoutes.gaps),
            .init("maximumExtensions", .nullable(.integer), "What the campaign expects at most; beyond it the council sees each."),
            .init("children", .array(item), "What was handed on from it, as far as the officer sees it."),
            .init("occurrences", .array(SupplementSchemas.occurrence), "Deadlines of a periodic item, by date."),
            .init("sources", .array(SupplementSchemas.source), "Papers that order it besides the first one."),
            .init("correction", .nullable(SupplementSchemas.correction), "By which it was cut out of others, or replaced by others."),
            .init("draft", .nullable(.uuid), "The draft that it was given from; for who gave it alone."),
        ])

    private static let members: [Schema.Property] = [
        .init("id", .uuid), .init("code", .string), .init("tenant", .string), .init("tenantName", .string), .init("unit", .uuid),
        .init("unitName", .string), .init("kind", .oneOf(LedgerItem.Kind.self)), .init("role", .oneOf(LedgerItem.Role.self)),
        .init("title", .text), .init("goal", .nullable(goal), "Of a target."),
        .init("campaign", .nullable(.string), "Code; null: counted by none."),
        .init("content", .nullable(.string), "The content of the plan that it serves."), .init("directive", .nullable(.uuid)),
        .init("sourceClause", .string), .init("sourceRow", .nullable(.string), "TT in the directive's table."), .init("sector", .string),
        .init("product", .string), .init("submitTo", .string),
        .init("completion", .oneOf(WorkItem.Completion.self), "What counts as the result."),
        .init("assignee", .nullable(.uuid)),
        .init("assigneeName", .nullable(.string), "With the title; null also where the officer may not know."),
        .init("unitLeader", .nullable(.uuid)), .init("provinceLeader", .nullable(.uuid)),
        .init("coordinators", .array(.string)), .init("parent", .nullable(.uuid)),
        .init("leadItem", .nullable(.uuid), "Of a co-ordinating item."),
        .init("assignedOn", .date),
        .init("carried", .nullable(SupplementSchemas.carried), "What it was in earlier years, where it was carried over."),
        .init("dueDocument", .nullable(.string), "The paper that fixes the date."), .init("dueWords", .string, "As the paper has it."),
        .init("dueOn", .nullable(.date), "Last day in time."),
        .init("originalDueOn", .nullable(.date), "The first one, for ever."),
        .init("occurrence", .nullable(.date), "The deadline for which a periodic item is late or due soon, where it is not dueOn."),
        .init("timeliness", .oneOf(Timeliness.self)),
        .init("timelinessName", .string), .init("state", .oneOf(WorkItem.State.self)), .init("stateName", .string),
        .init("acknowledgedOn", .nullable(.date)), .init("completedOn", .nullable(.date), "Date of the accepted result."),
        .init("lastReport", .nullable(lastReport)), .init("pendingResult", .nullable(.uuid), "The result that waits for the assigner."),
        .init("returns", .integer), .init("qualityReturns", .integer), .init("violations", .integer), .init("version", .integer),
    ]

    static let goal: Schema = .named(
        "Goal",
        [
            .init("direction", .oneOf(TargetMeasure.Direction.self)), .init("target", .decimal), .init("unit", .string, "Đơn vị tính."),
            .init("baseline", .nullable(.decimal), "Where a reduction starts from."), .init("measuredAtYearEnd", .boolean),
            .init("confirmedBy", .nullable(.string), "By whose paper figures are confirmed; null: by the assigner itself."),
            .init("words", .string),
        ])

    private static let figure: Schema = .named(
        "Figure",
        [
            .init("value", .decimal), .init("status", .oneOf(ProgressReport.Figure.Status.self)), .init("statusName", .string),
        ])

    private static let lastReport: Schema = .object([
        .init("kind", .oneOf(ProgressReport.Kind.self)), .init("evidenceOn", .date), .init("milestonePercent", .nullable(.integer)),
        .init("figure", .nullable(figure)), .init("recordedOn", .date),
    ])

    private static let report: Schema = .named(
        "ProgressReport",
        [
            .init("id", .uuid), .init("kind", .oneOf(ProgressReport.Kind.self)), .init("kindName", .string), .init("evidenceOn", .date),
            .init("milestonePercent", .nullable(.integer)), .init("figure", .nullable(figure)), .init("documentNumber", .string),
            .init("documentIssuer", .string),
            .init("narrative", .text, "Empty to readers of the province where the item was handed on inside a unit."),
            .init("recordedBy", .uuid),
            .init("recordedByTitle", .nullable(.string), "Null: not for this officer to know."), .init("recordedOn", .date),
            .init("preparedBy", .nullable(.uuid), "Post that drafted it, where it was approved from a draft."),
            .init("signature", .nullable(.string), "Under a delegation: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."),
            .init("files", .array(file), "What it rests on, as far as the officer reads it."),
            .init("occurrence", .nullable(.date), "The deadline of a periodic item that it delivers for."),
            .init("delayedBy", .nullable(.string), "The co-ordinating unit that holds the item up; the narrative says why."),
        ])

    private static let file: Schema = .named(
        "EvidenceFile",
        [
            .init("id", .uuid), .init("name", .string), .init("mediaType", .string), .init("bytes", .integer), .init("sha256", .string),
            .init("recordedOn", .date),
        ])

    private static let ruling: Schema = .named(
        "Ruling",
        [
            .init("id", .uuid), .init("kind", .oneOf(Ruling.Kind.self)), .init("kindName", .string), .init("report", .nullable(.uuid)),
            .init("evidenceOn", .nullable(.date)), .init("fault", .nullable(.oneOf(Ruling.Fault.self))), .init("decidedOn", .date),
            .init("documentNumber", .string), .init("documentIssuer", .string), .init("reason", .text), .init("recordedBy", .uuid),
            .init("recordedByTitle", .nullable(.string)), .init("recordedOn", .date),
            .init("signature", .nullable(.string), "Under a delegation: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH."),
            .init("paper", .nullable(PaperSchemas.mark), "What it was recorded from, where another signed it."),
            .init("other", .nullable(other), "Of replaced and transferred what stands in its place; of succeeded what it stands for."),
        ])

    private static let other: Schema = .object([
        .init("item", .uuid), .init("code", .string), .init("tenant", .string), .init("tenantName", .string),
        .init("holder", .string, "Who must do it, as far as the officer sees that."),
        .init("inSight", .boolean, "Whether the officer may look it up."),
    ])

    private static let dispute: Schema = .named(
        "Dispute",
        [
            .init("state", .oneOf(DisputeStep.Kind.self)), .init("stateName", .string),
            .init("ground", .nullable(.oneOf(DisputeStep.Ground.self))), .init("groundName", .nullable(.string)),
            .init("proposedLead", .nullable(.string), "Full name of the unit that should lead instead."),
            .init("duplicateCode", .nullable(.string), "What it doubles."), .init("raisedOn", .date), .init("documentNumber", .string),
            .init("reason", .text), .init("raisedBy", .uuid), .init("raisedByTitle", .nullable(.string)),
            .init("recordedOn", .date),
            .init("answerBy", .date, "The last day on which it is answered in time: two working days."), .init("answeredLate", .boolean),
            .init("remedy", .nullable(.oneOf(DisputeStep.Remedy.self))), .init("newDueOn", .nullable(.date)),
            .init("answeredOn", .nullable(.date)), .init("answerNumber", .nullable(.string)), .init("answerIssuer", .nullable(.string)),
            .init("answerReason", .nullable(.text)), .init("answeredBy", .nullable(.uuid)),
            .init("answeredByTitle", .nullable(.string)),
        ])

    private static let change: Schema = .object([
        .init("version", .integer, "The version that was replaced."), .init("title", .text), .init("dueOn", .nullable(.date)),
        .init("dueWords", .string), .init("documentNumber", .string, "Of the paper that orders it; empty: none is named."),
        .init("documentIssuer", .string), .init("documentOn", .nullable(.date)), .init("reason", .text), .init("changedBy", .uuid),
        .init("changedByTitle", .nullable(.string)), .init("recordedOn", .date),
    ])

    private static let extensionSchema: Schema = .named(
        "Extension",
        [
            .init("state", .oneOf(ItemExtension.State.self)), .init("stateName", .string),
            .init("assignersDelay", .boolean, "Asked in time and not decided by the due date."), .init("dueBefore", .nullable(.date)),
            .init("askedOn", .nullable(.date)), .init("wishedDueOn", .nullable(.date)), .init("requestNumber", .nullable(.string)),
            .init("requestIssuer", .nullable(.string)),
            .init("requestReason", .nullable(.text)), .init("askedBy", .nullable(.uuid)),
            .init("askedByTitle", .nullable(.string)), .init("requestRecordedOn", .nullable(.date)),
            .init("decidedOn", .nullable(.date)), .init("dueOn", .nullable(.date), "The granted date."), .init("postFacto", .boolean),
            .init("decisionNumber", .nullable(.string)), .init("decisionIssuer", .nullable(.string)),
            .init("decisionReason", .nullable(.text)), .init("decidedBy", .nullable(.uuid)),
            .init("decidedByTitle", .nullable(.string)),
            .init("decisionRecordedOn", .nullable(.date)),
        ])

    static let counts: Schema = .named(
        "LedgerCounts",
        [
            .init("items", .integer, "Active items; each is in exactly one of the eight from completedEarly on."), .init("done", .integer),
            .init("completedEarly", .integer), .init("completedOnTime", .integer), .init("completedLate", .integer),
            .init("completedUndated", .integer, "Done, and never given a date."), .init("overdue", .integer),
            .init("dueSoon", .integer, "Due within 7 days."), .init("inTime", .integer), .init("noDueDate", .integer),
            .init("exempted", .integer, "Không tính vào đánh giá."), .init("cancelled", .integer), .init("unacknowledged", .integer),
            .init("awaitingRuling", .integer), .init("reportedThisPeriod", .integer),
        ])

    static let overview: Schema = .named(
        "LedgerOverview",
        [
            .init(
                "units",
                .array(
                    .named(
                        "UnitOverview",
                        [
                            .init("tenant", .string), .init("unit", .uuid), .init("code", .string), .init("name", .string),
                            .init("fullName", .string), .init("counts", counts),
                        ]))), .init("total", counts, "Of a unit, of what is below it: without the unit as a whole."),
        ])

    static let groups: Schema = .object([
        .init(
            "groups",
            .array(
                .named(
                    "LedgerGroup",
                    [
                        .init("key", .nullable(.string), "What the filter takes for these items; null: those that have none."),
                        .init("label", .nullable(.string)), .init("counts", counts),
                    ])))
    ])

    // MARK: - Requests

    static let goalRequest: Schema = .object([
        .init("direction", .oneOf(TargetMeasure.Direction.self)), .init("target", .decimal), .init("unit", .string),
        .init("baseline", .nullable(.decimal), required: false), .init("measuredAtYearEnd", .boolean, required: false),
        .init("confirmedBy", .string, required: false, "A unit of the province, or the name of a body such as the statistics office."),
    ])

    private static let goalChange: Schema = .object([
        .init("direction", .oneOf(TargetMeasure.Direction.self), required: false), .init("target", .decimal, required: false),
        .init("unit", .string, required: false), .init("baseline", .nullable(.decimal), required: false, "Null takes it off."),
        .init("measuredAtYearEnd", .boolean, required: false, "From the day of the interim review on by a paper alone."),
        .init("confirmedBy", .nullable(.string), required: false, "Null takes it off: the assigner confirms by itself."),
    ])

    static let assignment: Schema = .object([
        .init("lead", .string, "Slug, code, id or full name of the unit that must do it."), .init("kind", .oneOf(LedgerItem.Kind.self)),
        .init("title", .text), .init("sector", .string, "Code or name."),
        .init("coordinators", .array(.string), required: false, "Each as `lead`, or named together: Các sở, ban, ngành tỉnh."),
        .init("code", .string, required: false),
        .init("goal", goalRequest, required: false, "Of a target."), .init("campaign", .string, required: false, "Code."),
        .init("content", .string, required: false), .init("directive", .uuid, required: false),
        .init("sourceClause", .string, required: false),
        .init("product", .string, required: false), .init("submitTo", .string, required: false),
        .init("completion", .oneOf(WorkItem.Completion.self), required: false), .init("unitLeader", .uuid, required: false, "A post."),
        .init("provinceLeader", .uuid, required: false, "A post."), .init("assignee", .uuid, required: false, "A person."),
        .init("dueWords", .string, required: false, "As the paper has it; the date is read from it."),
        .init("dueOn", .date, required: false),
        .init("assignedOn", .date, required: false, "The directive's date when absent."),
        .init("occurrences", .array(.date), required: false, "Deadlines of a periodic item."),
        .init("recurrence", SupplementSchemas.recurrence, required: false, "The same by their rhythm."),
        .init("sources", .array(SupplementSchemas.sourceRequest), required: false, "Papers that order it besides the first one."),
        .init("carried", SupplementSchemas.carriedRequest, required: false, "What it was in earlier years."),
        .init("dueDocument", .string, required: false, "The paper that fixes the date; needed with `carried` and a date."),
    ])

    static let part: Schema = .object([
        .init("unit", .string, "Code, id or full name of the sub-unit."), .init("assignee", .uuid, required: false, "A person."),
        .init("title", .text, required: false), .init("goal", goalRequest, required: false),
        .init("asTask", .boolean, required: false, "A task even of a target."), .init("product", .string, required: false),
        .init("completion", .oneOf(WorkItem.Completion.self), required: false), .init("unitLeader", .uuid, required: false),
        .init("dueWords", .string, required: false),
        .init("dueOn", .date, required: false, "No later than the whole; its date when absent."),
        .init("assignedOn", .date, required: false), .init("code", .string, required: false),
    ])

    static let changeRequest: Schema = .object([
        .init("reason", .text), .init("title", .text, required: false),
        .init("goal", goalChange, required: false, "Of a target; what is not named stays as it is."),
        .init("content", .string, required: false), .init("sourceClause", .string, required: false),
        .init("sector", .string, required: false),
        .init("product", .string, required: false), .init("submitTo", .string, required: false),
        .init("completion", .oneOf(WorkItem.Completion.self), required: false), .init("unitLeader", .nullable(.uuid), required: false),
        .init("provinceLeader", .nullable(.uuid), required: false), .init("assignee", .nullable(.uuid), required: false),
        .init("dueWords", .string, required: false), .init("dueOn", .date, required: false),
        .init("dueDocument", .string, required: false, "The paper that fixes the date; empty takes it off."),
        .init("documentNumber", .string, required: false, "Of the paper that orders the change."),
        .init("documentIssuer", .string, required: false, "Who issued it; the assigner when absent."),
        .init("documentOn", .date, required: false, "Its date; today when absent."),
    ])

    static let progress: Schema = .object([
        .init("result", .boolean, required: false, "Whether this is the result, on which the assigner rules."),
        .init(
            "evidenceOn", .date, required: false,
            "Of a result the day it was reached, of a figure the end of the period it measures, never the day of its publication; today when absent."
        ),
        .init("milestonePercent", .integer, required: false, "Of a task: 0, 10, 30, 50, 70 or 90."),
        .init(
            "figure", .object([.init("value", .decimal), .init("status", .oneOf(ProgressReport.Figure.Status.self))]), required: false,
            "Of a target."), .init("documentNumber", .string, required: false), .init("documentIssuer", .string, required: false),
        .init("narrative", .text, required: false),
        .init("occurrence", .date, required: false, "The deadline of a periodic item that it delivers for; not of a draft."),
        .init(
            "delayedBy", .string, required: false, "The co-ordinating unit that holds the item up, as the item names it; not of a draft."),
    ])

    static let rulingRequest: Schema = .object([
        .init("kind", .choice(["accepted", "returned", "confirmed", "violation", "exempted", "cancelled", "revoked"])),
        .init("report", .uuid, required: false, "What is judged; the waiting result when absent."),
        .init("fault", .oneOf(Ruling.Fault.self), required: false, "Of a return."), .init("decidedOn", .date, required: false),
        .init("documentNumber", .string, required: false, "Needed to exempt, cancel, take an acceptance back and record a violation."),
        .init("documentIssuer", .string, required: false, "Who issued it; the assigner when absent."),
        .init("reason", .text, required: false, "Needed to return."),
    ])
}
