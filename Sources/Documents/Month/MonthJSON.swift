public import Domain

/// Months and returns as programs read them.
public enum MonthJSON {
    public static func period(_ period: ReportPeriod) -> JSONValue {
        [
            "campaign": .string(period.code), "month": .string(period.month.description), "from": .string(period.from.description),
            "to": .string(period.to.description), "subUnitDueOn": .string(period.subUnitDueOn.description),
            "dueOn": .string(period.dueOn.description), "closesOn": .string(period.closesOn.description),
            "citation": .string(period.citation), "openedOn": .string(period.openedOn.description),
        ]
    }

    public static func row(_ row: MonthRow) -> JSONValue {
        guard case .object(var members) = row.json else { return .null }
        members.append("answerName", .string(row.answer.vietnamese))
        members.append("adjustment", row.adjustment.json)
        return .object(members)
    }

    public static func close(_ close: MonthClose) -> JSONValue {
        var minute = JSONValue.null
        if let said = close.minute {
            minute = ["number": .string(said.number), "on": .string(said.on.description), "reason": .string(said.reason)]
        }
        return [
            "version": .integer(close.version), "closedOn": .string(close.closedOn.description),
            "sha256": .string(ReviewSnapshot.hexadecimal(close.digest)),
            "previous": .string(orNull: close.previous.map(ReviewSnapshot.hexadecimal)), "minute": minute,
            "silentUnits": .integer(close.silentUnits),
        ]
    }

    public static func month(_ table: MonthTable, versions: [MonthClose], _ warnings: [CalendarGap]) -> JSONValue {
        [
            "period": period(table.period), "warnings": CalendarJSON.value(warnings), "standing": .string(table.standing),
            "snapshot": table.mark?.json ?? .null,
            "total": table.total.json, "adjustment": table.adjustment.json, "missing": .integer(table.missing.count),
            "rows": .array(table.rows.map(row)), "versions": .array(versions.map(close)),
            "difficulties": .array(table.difficulties.map { DifficultyJSON.value($0, on: table.lastDay) }),
            "remedies": .array(table.remedies.map { RemedyJSON.value($0, on: table.lastDay) }),
            "coverage": .array(table.coverage.map(CoverageJSON.count)),
            "coverageSoFar": .array(table.coverageSoFar.map(CoverageJSON.count)),
            "goodModels": .array(table.goodModels.map(GoodModelJSON.count)),
        ]
    }

    public static func unitReturn(_ unitReturn: UnitReturn) -> JSONValue {
        [
            "tenant": .string(unitReturn.tenant.text), "unit": .string(unitReturn.unit.description),
            "unitName": .string(unitReturn.unitName),
            "version": .integer(unitReturn.version), "stateName": .string(unitReturn.stateName), "nothing": .bool(unitReturn.words.nothing),
            "results": .string(unitReturn.words.results), "difficulties": .string(unitReturn.words.difficulties),
            "proposals": .string(unitReturn.words.proposals), "explanation": .string(unitReturn.words.explanation),
            "approval": unitReturn.approval.map(approval) ?? .null,
        ]
    }

    private static func approval(_ approval: UnitReturn.Approval) -> JSONValue {
        [
            "on": .string(approval.on.description), "late": .bool(approval.isLate), "missingUnits": .integer(approval.missingUnits),
            "warnings": warnings(approval.warnings), "figures": approval.figures.json,
        ]
    }

    public static func standing(_ standing: ReturnStanding) -> JSONValue {
        ["figures": standing.figures.json, "waiting": .integer(standing.waiting), "warnings": warnings(standing.warnings)]
    }

    private static func warnings(_ warnings: [UnitReturn.Warning]) -> JSONValue {
        .array(warnings.map { ["code": .string($0.rawValue), "words": .string($0.vietnamese)] })
    }
}
