public import Domain

/// What other parameters would change, as programs read it.
public enum ComparisonJSON {
    public static func value(_ comparison: ParameterComparison) -> JSONValue {
        [
            "campaign": .string(comparison.campaign), "review": .string(comparison.review.rawValue),
            "asOf": .string(comparison.asOf.description),
            "parameters": .array(
                comparison.parameters.map { ["name": .string($0.name), "before": .string($0.before), "after": .string($0.after)] }),
            "gains": .integer(comparison.rows(.gains).count), "loses": .integer(comparison.rows(.loses).count),
            "units": .array(
                comparison.rows.map { row in
                    [
                        "code": .string(row.before.code), "name": .string(row.before.name), "effect": .string(row.effect.rawValue),
                        "before": row.before.json, "after": row.after.json,
                    ]
                }),
        ]
    }
}
