public import Domain

/// Leaving and changing posts, as programs read it.
public enum PersonMoveJSON {
    public static func value(_ move: PersonMove) -> JSONValue {
        [
            "id": .string(move.id.description), "person": .string(move.person.description), "kind": .string(move.kind.rawValue),
            "kindName": .string(move.kind.vietnamese), "lastDay": .string(move.lastDay.description), "reason": .string(move.reason),
            "fromPost": .string(orNull: move.fromPost), "toPost": .string(orNull: move.toPost),
            "successor": .string(orNull: move.successor),
            "items": .integer(move.items), "accountShut": .bool(move.accountShut), "recordedOn": .string(move.recordedOn.description),
        ]
    }

    public static func value(_ release: PersonRelease) -> JSONValue {
        [
            "id": .string(release.id.description), "person": .string(release.person.description), "to": .string(release.to.text),
            "documentNumber": .string(release.documentNumber), "recordedOn": .string(release.recordedOn.description),
            "takenOn": .string(orNull: release.takenOn), "withdrawnOn": .string(orNull: release.withdrawnOn),
        ]
    }

    public static func value(_ item: HeldItem) -> JSONValue {
        [
            "id": .string(item.id.description), "code": .string(item.code), "title": .string(item.title),
            "unitName": .string(item.unitName),
            "dueOn": .string(orNull: item.dueOn), "as": .string(item.isDoer ? "doer" : "leader"),
        ]
    }
}
