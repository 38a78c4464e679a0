import Domain
import Web

/// The shapes of months and returns, for the OpenAPI document.
enum MonthSchemas {
    static let period: Schema = .named(
        "ReportPeriod",
        [
            .init("campaign", .string), .init("month", .string, "2023-06"), .init("from", .date), .init("to", .date),
            .init("subUnitDueOn", .date, "The last day for returns of communes to their district."),
            .init("dueOn", .date, "The last day for returns to the Office."),
            .init("closesOn", .date, "From this day on the close waits for nobody."), .init("citation", .string), .init("openedOn", .date),
        ])

    /// Every figure; in an adjustment below 0 too.
    static let figures: Schema = .named(
        "MonthFigures", MonthFigures.Figure.allCases.map { .init($0.rawValue, .integer, $0.vietnamese) })

    private static let row: Schema = .named(
        "MonthRow",
        [
            .init("tenant", .string), .init("code", .string), .init("name", .string),
            .init(
                "return",
                .object([
                    .init("state", .oneOf(MonthRow.Answer.State.self)), .init("approvedOn", .nullable(.date)), .init("late", .boolean),
                    .init(
                        "missing", .integer, "In how many months in a row it has sent none, this one included; 0 while it is not due."),
                    .init("endedOn", .nullable(.date), "The last day of a unit that closed before it owed a return."),
                ])),
            .init("figures", figures), .init("closed", .nullable(figures), "The month before as it was closed first."),
            .init("known", .nullable(figures), "The month before as it was known when this one was closed, or now."),
            .init("answerName", .string),
            .init("adjustment", figures, "The difference of the two."),
        ])

    private static let close: Schema = .named(
        "MonthClose",
        [
            .init("version", .integer), .init("closedOn", .date), .init("sha256", .string, "Over head and rows, in hexadecimal."),
            .init("previous", .nullable(.string), "The hash of the version before."),
            .init("minute", .nullable(.object([.init("number", .string), .init("on", .date), .init("reason", .text)]))),
            .init("silentUnits", .integer, "Units that had approved no return."),
        ])

    static let month: Schema = .named(
        "Month",
        [
            .init("period", period), .init("warnings", CalendarRoutes.gaps),
            .init("standing", .string, "From which version, or as of which day."),
            .init("snapshot", .nullable(JudgementSchemas.mark)), .init("total", figures), .init("adjustment", figures),
            .init("missing", .integer, "Units that have sent no return."), .init("rows", .array(row), "In customary order."),
            .init("versions", .array(close), "The latest first."),
            .init("difficulties", .array(DifficultySchemas.difficulty), "Those that were open then; whose clock ends first, first."),
            .init("remedies", .array(OversightSchemas.remedy), "What still had to be put right then; whose last day is first, first."),
            .init("coverage", .array(CoverageSchemas.count), "What the media published in the period, as it was reported by then."),
            .init("coverageSoFar", .array(CoverageSchemas.count), "The same since the beginning of the campaign."),
            .init("goodModels", .array(GoodModelSchemas.count), "Of the units, at the end of the period, as it was recorded by then."),
        ])

    private static let warnings: Schema = .array(
        .object([.init("code", .oneOf(UnitReturn.Warning.self)), .init("words", .string)]))

    static let unitReturn: Schema = .named(
        "UnitReturn",
        [
            .init("tenant", .string), .init("unit", .uuid), .init("unitName", .string),
            .init("version", .integer, "0: it is awaited, and nobody has begun it."),
            .init("stateName", .string), .init("nothing", .boolean), .init("results", .text), .init("difficulties", .text),
            .init("proposals", .text), .init("explanation", .text),
            .init(
                "approval",
                .nullable(
                    .object([
                        .init("on", .date), .init("late", .boolean), .init("missingUnits", .integer), .init("warnings", warnings),
                        .init("figures", figures),
                    ])), "Null while it is a draft."),
        ])

    static let standing: Schema = .named(
        "ReturnStanding",
        [
            .init("period", period), .init("unit", .uuid), .init("version", .integer, "0: there is none yet."),
            .init("return", .nullable(unitReturn)),
            .init(
                "standing",
                .nullable(
                    .object([
                        .init("figures", figures), .init("waiting", .integer, "Communes that have not sent theirs."),
                        .init("warnings", warnings),
                    ])), "What the ledger says now; null once it was approved."),
        ])

    static let returns: Schema = .named("UnitReturns", [.init("period", period), .init("returns", .array(unitReturn))])
}
