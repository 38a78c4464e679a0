extension LedgerFile {
    /// The document as JSON, with every field and parameter written out: reading it back gives an equal value.
    public var json: JSONValue {
        [
            "campaign": .string(campaign),
            "review": .string(review.rawValue),
            "frozen": .bool(isFrozen),
            "asOf": .string(asOf.description),
            "holidays": .array(calendar.holidays.sorted().map { .string($0.description) }),
            "workingDays": .array(calendar.workingDays.sorted().map { .string($0.description) }),
            "parameters": parameters.json,
            "units": .array(units.map(\.json)),
        ]
    }
}

extension JudgementParameters {
    /// As in a ledger file.
    public var json: JSONValue {
        [
            "interimEnd": .string(interimEnd.description),
            "finalEnd": .string(finalEnd.description),
            "minimumProgressPercent": .integer(minimumProgressPercent),
            "s2Rule": .string(s2Rule.rawValue),
            "letterPercentInterim": .integer(letterPercentInterim),
            "letterPercentFinal": .integer(letterPercentFinal),
            "individualsInterim": .integer(individualsInterim),
            "individualsFinal": .integer(individualsFinal),
            "minimumEarlyWorkingDays": .integer(minimumEarlyWorkingDays),
            "aheadBase": .string(aheadBase.rawValue),
            "newItemGraceWorkingDays": .integer(newItemGraceWorkingDays),
            "maximumQualityReturns": .integer(maximumQualityReturns),
            "minimumItems": .integer(minimumItems),
            "carryPhaseOneLate": .bool(carryPhaseOneLate),
        ]
    }
}

extension LedgerFile.Unit {
    /// As in a ledger file.
    public var json: JSONValue {
        [
            "code": .string(code),
            "name": .string(name),
            "firstTier": .bool(isFirstTier),
            "mottoAccepted": isMottoAccepted.map(JSONValue.bool) ?? .null,
            "items": .array(items.map(\.json)),
        ]
    }
}

extension LedgerItem {
    fileprivate var json: JSONValue {
        var object = JSONObject([
            ("code", .string(code)),
            ("kind", .string(kind.rawValue)),
            ("campaign", .bool(isInCampaign)),
            ("role", .string(role.rawValue)),
            ("status", .string(status.rawValue)),
            ("assignedOn", .string(assignedOn.description)),
            ("originalDueOn", .string(orNull: originalDueOn)),
        ])
        if !extensions.isEmpty { object.append("extensions", .array(extensions.map(\.json))) }
        object.append("completedOn", .string(orNull: completedOn))
        object.append("accepted", .bool(isAccepted))
        object.append("qualityReturns", .integer(qualityReturns))
        object.append("violations", .integer(violations))
        switch work {
        case .task(let percent): object.append("milestonePercent", .integer(percent))
        case .target(let measure): measure.write(to: &object)
        }
        if !occurrences.isEmpty { object.append("occurrences", .array(occurrences.map(\.json))) }
        return .object(object)
    }
}

extension TargetMeasure {
    fileprivate func write(to object: inout JSONObject) {
        object.append("direction", .string(direction.rawValue))
        object.append("target", .string(target.description))
        object.append("actual", .string(orNull: actual))
        if let baseline { object.append("baseline", .string(baseline.description)) }
        if isMeasuredAtYearEnd { object.append("measuredAtYearEnd", true) }
    }
}

extension LedgerItem.Occurrence {
    fileprivate var json: JSONValue {
        ["dueOn": .string(dueOn.description), "completedOn": .string(orNull: completedOn)]
    }
}

extension DueDateExtension {
    fileprivate var json: JSONValue {
        let (decidedOn, newDueOn): (CivilDate?, CivilDate?) =
            switch decision {
            case .pending: (nil, nil)
            case .refused(let day): (day, nil)
            case .granted(let day, let newDueOn): (day, newDueOn)
            }
        return [
            "requestedOn": .string(orNull: requestedOn),
            "decidedOn": .string(orNull: decidedOn),
            "granted": .bool(newDueOn != nil),
            "newDueOn": .string(orNull: newDueOn),
            "postFacto": .bool(isPostFacto),
        ]
    }
}
