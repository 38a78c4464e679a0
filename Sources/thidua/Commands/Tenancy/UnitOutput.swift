import Domain
import Operations

/// Sub-units as commands print them, with the codes of the units above them.
struct UnitOutput {
    let units: [SubUnit]
    private var codes: [SubUnit.ID: String]

    init(_ units: [SubUnit], on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws {
        self.units = units
        codes = Dictionary(units.map { ($0.id, $0.code) }) { first, _ in first }
        for parent in Set(units.compactMap(\.parent)) where codes[parent] == nil {
            codes[parent] = try await ShowSubUnit(parent, on: day).perform(in: tx).code
        }
    }

    func print(as format: OutputFormat) {
        CommandOutput.print(
            columns: ["Mã", "Tên đầy đủ", "Loại", "Trực thuộc", "Tư cách pháp nhân", "Thành lập", "Kết thúc", "Mã định danh"],
            rows: units.map { unit in
                [
                    unit.code, unit.fullName, unit.kind.vietnamese, unit.parent.flatMap { codes[$0] } ?? "",
                    unit.legalPersonality ? "có" : "không", unit.openedOn.vietnamese, unit.closedOn?.vietnamese ?? "", unit.id.description,
                ]
            },
            json: .array(units.map(Self.value)), as: format)
    }

    private static func value(_ unit: SubUnit) -> JSONValue {
        [
            "id": .string(unit.id.description), "parent": .string(orNull: unit.parent), "code": .string(unit.code),
            "name": .string(unit.name),
            "fullName": .string(unit.fullName), "kind": .string(unit.kind.rawValue), "legalPersonality": .bool(unit.legalPersonality),
            "position": .integer(unit.position), "openedOn": .string(unit.openedOn.description), "closedOn": .string(orNull: unit.closedOn),
            "validFrom": .string(unit.validFrom.description), "version": .integer(unit.version),
        ]
    }
}
