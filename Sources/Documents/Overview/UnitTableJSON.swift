public import Domain

/// The table of units as programs read it.
public enum UnitTableJSON {
    public static func table(_ table: UnitTable) -> JSONValue {
        [
            "campaign": .string(table.campaign), "asOf": .string(table.asOf.description), "standing": .string(table.standing),
            "review": .string(table.review.rawValue), "isLive": .bool(table.countedAt == nil),
            "countedAt": .string(orNull: table.countedAt.map { "\($0.day) \($0.text)" }),
            "comparedWith": .string(orNull: table.before?.description), "check": table.check.map(check) ?? .null,
            "month": .string(orNull: table.month?.description),
            "launched": .integer(table.launched), "total": figures(table.total), "items": .array(table.rows.map(row)),
        ]
    }

    public static func row(_ row: UnitTable.Row) -> JSONValue {
        [
            "tenant": .string(row.unit.tenant.text), "unit": .string(row.unit.unit.description), "code": .string(row.unit.code),
            "name": .string(row.unit.name), "fullName": .string(row.unit.fullName), "isWhole": .bool(row.isWhole),
            "launchedOn": .string(orNull: row.launchedOn?.description), "endedOn": .string(orNull: row.endedOn?.description),
            "figures": figures(row.figures),
            "verdict": .string(orNull: row.verdict?.rawValue),
            "return": row.answer.map(answer) ?? .null, "change": row.change.map(figures) ?? .null,
        ]
    }

    private static func answer(_ answer: MonthRow.Answer) -> JSONValue {
        [
            "state": .string(answer.state.rawValue), "approvedOn": .string(orNull: answer.approvedOn?.description),
            "late": .bool(answer.isLate),
        ]
    }

    public static func comparison(_ comparison: UnitTableComparison, _ rows: [UnitTableComparison.Row]) -> JSONValue {
        [
            "campaign": .string(comparison.campaign), "from": .string(comparison.from.description),
            "to": .string(comparison.to.description), "items": .array(rows.map(row)),
        ]
    }

    public static func row(_ compared: UnitTableComparison.Row) -> JSONValue {
        [
            "effect": .string(compared.effect.rawValue), "before": compared.before.map(row) ?? .null,
            "after": compared.after.map(row) ?? .null,
        ]
    }

    private static func figures(_ figures: UnitFigures) -> JSONValue {
        .object(JSONObject(UnitFigure.allCases.map { ($0.rawValue, .integer(figures[$0])) }))
    }

    private static func check(_ check: UnitDayCheck) -> JSONValue {
        [
            "at": .string("\(check.at.day) \(check.at.text)"), "day": .string(check.day.description),
            "compared": .integer(check.compared), "differing": .integer(check.differing), "words": .string(check.vietnamese),
        ]
    }
}
