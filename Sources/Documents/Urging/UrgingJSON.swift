public import Domain

/// What is overdue in the units, and the letters about it, as programs read it.
public enum UrgingJSON {
    /// A row of the list: one item with its unit.
    public static func line(_ line: OverdueUnit.Line) -> JSONValue {
        let (unit, item) = (line.unit, line.item)
        return [
            "tenant": .string(unit.slug.text), "unitCode": .string(unit.code), "unitName": .string(unit.name),
            "item": .string(item.id.description), "code": .string(item.code), "title": .string(item.title),
            "source": .string(item.source), "giver": .string(item.giver), "dueOn": .string(item.dueOn.description),
            "occurrence": .string(orNull: item.occurrence), "days": .integer(item.days), "urgings": .array(item.urgings.map(letter)),
        ]
    }

    public static func letter(_ urging: Urging) -> JSONValue {
        [
            "id": .string(urging.id.description), "number": .string(urging.number), "signedOn": .string(urging.signedOn.description),
            "again": .bool(urging.isAgain),
        ]
    }

    public static func recorded(_ urging: Urging, of unit: Tenant.Slug) -> JSONValue {
        guard case .object(var members) = letter(urging) else { return .null }
        members.append("tenant", .string(unit.text))
        members.append(
            "items", .array(urging.causes.map { ["item": .string($0.item.description), "dueOn": .string($0.dueOn.description)] }))
        return .object(members)
    }
}
