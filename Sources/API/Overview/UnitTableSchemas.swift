import Domain
import Web

/// The shapes of the table of units, for the OpenAPI document.
enum UnitTableSchemas {
    private static let figures: Schema = .named("UnitFigures", UnitFigure.allCases.map { .init($0.rawValue, .integer, $0.vietnamese) })

    private static let row: Schema = .named(
        "UnitTableRow",
        [
            .init("tenant", .string), .init("unit", .uuid), .init("code", .string), .init("name", .string), .init("fullName", .string),
            .init("isWhole", .boolean, "Whether it is the unit as a whole, and not one below it."),
            .init("launchedOn", .nullable(.date), "Null: it has not launched."),
            .init("endedOn", .nullable(.date), "The last day of a unit that has ended and still leads items."), .init("figures", figures),
            .init(
                "verdict", .nullable(.oneOf(UnitVerdict.Verdict.self)), "What a review of that day would say; null: it judges no such unit."
            ),
            .init(
                "return",
                .nullable(
                    .object([
                        .init("state", .oneOf(MonthRow.Answer.State.self)), .init("approvedOn", .nullable(.date)), .init("late", .boolean),
                    ])), "Of the month that the table names; null: none is awaited of the unit."),
            .init("change", .nullable(figures), "Since the end of the reporting period before."),
        ])

    static let table: Schema = .named(
        "UnitTable",
        [
            .init("campaign", .string), .init("asOf", .date), .init("standing", .string, "As of which day or minute, as officers read it."),
            .init("review", .oneOf(Campaign.Review.self), "Of which the verdicts are."),
            .init("isLive", .boolean, "Whether it was counted when it was asked for."),
            .init("countedAt", .nullable(.string), "Else the minute in which it was counted."),
            .init("comparedWith", .nullable(.date), "The last day of the reporting period before."),
            .init(
                "check",
                .nullable(
                    .object([
                        .init("at", .string), .init("day", .date, "The latest day that was compared."),
                        .init("compared", .integer, "Rows."),
                        .init("differing", .integer), .init("words", .string),
                    ])), "When what was counted was last held against the ledger."),
            .init("month", .nullable(.string), "Of which returns were awaited last."),
            .init("launched", .integer, "Units."), .init("total", figures), .init("items", .array(row), "The worst first."),
        ])

    static let comparison: Schema = .named(
        "UnitTableComparison",
        [
            .init("campaign", .string), .init("from", .date), .init("to", .date),
            .init(
                "items",
                .array(
                    .object([
                        .init("effect", .oneOf(UnitTableComparison.Effect.self)), .init("before", .nullable(row)),
                        .init("after", .nullable(row)),
                    ]))),
        ])
}
