import Domain

/// Sub-units as commands print them.
enum UnitOutput {
    static func print(_ units: [SubUnit], as format: OutputFormat) {
        let codes = Dictionary(units.map { ($0.id, $0.code) }) { first, _ in first }
        CommandOutput.print(
            columns: ["Mã", "Tên đầy đủ", "Loại", "Trực thuộc", "Tư cách pháp nhân", "Thành lập", "Kết thúc", "Mã định danh"],
            rows: units.map { unit in
                [
                    unit.code, unit.fullName, unit.kind.vietnamese, unit.parent.map { codes[$0] ?? $0.description } ?? "",
                    unit.legalPersonality ? "có" : "không", unit.openedOn.vietnamese, unit.closedOn?.vietnamese ?? "", unit.id.description,
                ]
            },
            json: .array(units.map(value)), as: format)
    }

    private static func value(_ unit: SubUnit) -> JSONValue {
        [
            "id": .string(unit.id.description), "parent": .string(orNull: unit.parent), "code": .string(unit.code), "name": .string(unit.name),
            "fullName": .string(unit.fullName), "kind": .string(unit.kind.rawValue), "legalPersonality": .bool(unit.legalPersonality),
            "position": .integer(unit.position), "openedOn": .string(unit.openedOn.description), "closedOn": .string(orNull: unit.closedOn),
            "validFrom": .string(unit.validFrom.description), "version": .integer(unit.version),
        ]
    }
}
