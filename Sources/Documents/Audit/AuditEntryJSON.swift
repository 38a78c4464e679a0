public import Domain
import FoundationEssentials

/// An entry of the audit as programs read it.
public enum AuditEntryJSON {
    public static func value(_ entry: AuditEntry) -> JSONValue {
        [
            "at": .string(entry.position.date.ISO8601Format(.init(includingFractionalSeconds: true))),
            "action": .string(entry.action.rawValue),
            "actionName": .string(entry.action.vietnamese), "relation": .string(entry.relation), "noun": .string(entry.noun),
            "key": entry.key, "actor": actor(entry.actor), "request": .string(orNull: entry.request),
            "reason": .string(orNull: entry.reason), "before": entry.before ?? .null, "after": entry.after ?? .null,
            "withheld": .array(entry.withheld.map { .string($0) }),
        ]
    }

    private static func actor(_ actor: AuditEntry.Actor) -> JSONValue {
        [
            "kind": .string(actor.kind.rawValue), "name": .string(actor.vietnamese), "person": .string(orNull: actor.person),
            "post": .string(orNull: actor.post), "delegation": .string(orNull: actor.delegation?.uuidString.lowercased()),
            "cause": .string(orNull: actor.cause),
        ]
    }
}
