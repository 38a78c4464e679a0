public import Domain

/// Who and what is in a tenant, as programs read it: one form for single answers, lists and files.
public enum DirectoryJSON {
    public static func person(_ person: Person) -> JSONValue {
        [
            "id": .string(person.id.description), "fullName": .string(person.fullName), "kind": .string(person.kind.rawValue),
            "kindName": .string(person.kind.vietnamese), "activeFrom": .string(person.activeFrom.description),
            "endedOn": .string(orNull: person.endedOn), "version": .integer(person.version),
        ]
    }

    public static func post(_ holding: PostHolding) -> JSONValue {
        let post = holding.post
        return [
            "id": .string(post.id.description), "person": .string(post.person.description), "personName": .string(holding.personName),
            "unit": .string(post.unit.description), "unitName": .string(holding.unitName), "role": .string(post.role.rawValue),
            "roleName": .string(post.role.vietnamese), "title": .string(post.title), "leaderRank": .string(post.leaderRank.rawValue),
            "validFrom": .string(post.validFrom.description), "validTo": .string(orNull: post.validTo), "version": .integer(post.version),
        ]
    }

    public static func unit(_ unit: SubUnit) -> JSONValue {
        [
            "id": .string(unit.id.description), "parent": .string(orNull: unit.parent), "code": .string(unit.code),
            "name": .string(unit.name),
            "fullName": .string(unit.fullName), "kind": .string(unit.kind.rawValue), "kindName": .string(unit.kind.vietnamese),
            "legalPersonality": .bool(unit.legalPersonality), "position": .integer(unit.position),
            "openedOn": .string(unit.openedOn.description), "closedOn": .string(orNull: unit.closedOn),
            "validFrom": .string(unit.validFrom.description), "version": .integer(unit.version),
        ]
    }
}
