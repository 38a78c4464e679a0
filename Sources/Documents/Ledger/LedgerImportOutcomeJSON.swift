public import Domain

/// What a ledger in a spreadsheet gave, as programs read it.
public enum LedgerImportOutcomeJSON {
    public static func value(_ outcome: LedgerImportOutcome) -> JSONValue {
        [
            "dryRun": .bool(outcome.isDryRun), "assigned": .integer(outcome.count(of: .assigned)),
            "unchanged": .integer(outcome.count(of: .unchanged)), "differing": .integer(outcome.count(of: .differing)),
            "elsewhere": .integer(outcome.count(of: .elsewhere)),
            "coordinating": .integer(outcome.coordinating), "warnings": CalendarJSON.value(outcome.warnings),
            "rows": .array(outcome.rows.map(row)),
        ]
    }

    private static func row(_ row: LedgerImportOutcome.Row) -> JSONValue {
        [
            "row": .integer(row.number), "directive": .string(row.directive), "sourceRow": .string(row.sourceRow),
            "code": .string(row.code), "unit": .string(row.unit), "title": .string(row.title), "dueOn": .string(orNull: row.dueOn),
            "result": .string(row.result.rawValue), "differs": .array(row.differs.map(JSONValue.string)),
        ]
    }
}
