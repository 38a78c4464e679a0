public import Domain

/// What a list of people changed, as programs read it.
public enum PeopleOutcomeJSON {
    /// - Parameter service: address of the service as officers reach it; nil: links are paths.
    public static func value(_ outcome: PeopleOutcome, at service: String?) -> JSONValue {
        [
            "dryRun": .bool(outcome.isDryRun), "people": .integer(outcome.count(of: .person)),
            "posts": .integer(outcome.count(of: .post)), "accounts": .integer(outcome.count(of: .account)),
            "unchanged": .integer(outcome.unchanged), "rows": .array(outcome.rows.map(row)),
            "handouts": .array(outcome.handouts.map { HandoutJSON.value($0, at: service) }),
        ]
    }

    private static func row(_ row: PeopleOutcome.Row) -> JSONValue {
        [
            "row": .integer(row.number), "fullName": .string(row.fullName), "unitName": .string(row.unitName), "title": .string(row.title),
            "username": .string(orNull: row.username), "results": .array(row.results.map { .string($0.rawValue) }),
        ]
    }
}
