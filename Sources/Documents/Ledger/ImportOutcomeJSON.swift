public import Domain

/// What a table of assignment gave, as programs read it.
public enum ImportOutcomeJSON {
    public static func value(_ outcome: ImportOutcome) -> JSONValue {
        [
            "dryRun": .bool(outcome.isDryRun), "assigned": .array(outcome.assigned.map(assigned)),
            "coordinating": .integer(outcome.coordinating), "unchanged": .array(outcome.unchanged.map(JSONValue.string)),
            "differing": .array(outcome.differing.map(JSONValue.string)), "warnings": CalendarJSON.value(outcome.warnings),
        ]
    }

    private static func assigned(_ item: ImportOutcome.Assigned) -> JSONValue {
        [
            "sourceRow": .string(item.sourceRow), "id": .string(item.id.description), "code": .string(item.code),
            "unit": .string(item.unit),
            "title": .string(item.title), "dueOn": .string(orNull: item.dueOn),
        ]
    }
}
