extension Verdicts {
    /// The answer in the form of the ledger file format.
    public var json: JSONValue {
        var members = head
        members.append(Self.unitsMember, .array(units.map(\.json)))
        return .object(members)
    }

    /// Under what name the units stand, behind the ``head``.
    public static let unitsMember = "units"

    /// What stands before the units.
    public var head: JSONObject {
        var members = JSONObject([
            ("campaign", .string(campaign)),
            ("review", .string(review.rawValue)),
            ("asOf", .string(asOf.description)),
        ])
        if let frozen { members.append("snapshot", frozen.json) }
        if let settledOn { members.append("settledOn", .string(settledOn.description)) }
        return members
    }
}

extension UnitVerdict {
    public var json: JSONValue { .object(members) }

    /// To which more may be added: who reads the answer passes over what he does not know.
    public var members: JSONObject {
        JSONObject([
            ("code", .string(code)),
            ("verdict", .string(verdict.rawValue)),
            ("letter", .bool(letter)),
            ("individuals", .integer(individuals)),
            ("counted", .integer(counted)),
            ("aheadOrAbove", .integer(aheadOrAbove)),
            ("aheadBase", .integer(aheadBase)),
            ("s1", .integer(s1)),
            ("s2", .integer(s2)),
            ("failures", .array(failures.map(\.json))),
            ("flags", .array(flags.map { .string($0.rawValue) })),
        ])
    }
}

extension Failure {
    fileprivate var json: JSONValue {
        ["item": .string(orNull: item), "rule": .string(rule.rawValue), "detail": .string(detail)]
    }
}
