public import Domain

/// Inspections as programs read them, and as tables show them.
public enum InspectionJSON {
    public static func value(_ inspection: Inspection) -> JSONValue {
        [
            "id": .string(inspection.id.description), "campaign": .string(inspection.campaign), "title": .string(inspection.title),
            "content": .string(inspection.content), "leader": .string(inspection.leader), "from": .string(inspection.from.description),
            "to": .string(inspection.to.description), "documentNumber": .string(inspection.documentNumber),
            "units": .array(
                inspection.places.map { place in
                    [
                        "tenant": .string(place.slug.text), "name": .string(place.name), "visit": place.visit.map(visit) ?? .null,
                    ]
                }),
        ]
    }

    public static func visit(_ visit: InspectionVisit) -> JSONValue {
        [
            "id": .string(visit.id.description), "tenant": .string(visit.slug.text), "unitName": .string(visit.unitName),
            "title": .string(visit.title), "leader": .string(visit.leader), "heldOn": .string(visit.heldOn.description),
            "minutesNumber": .string(visit.minutesNumber), "minutesOn": .string(visit.minutesOn.description),
            "findings": .array(visit.findings.map { ["id": .string($0.id.description), "words": .string($0.words)] }),
        ]
    }

    public static let columns = [
        "Đơn vị được kiểm tra", "Kế hoạch", "Trưởng đoàn", "Ngày kiểm tra", "Biên bản", "Ngày biên bản", "Kết luận", "Mã định danh",
    ]

    public static func row(_ visit: InspectionVisit) -> [Table.Cell] {
        [
            .text(visit.unitName), .text(visit.title), .text(visit.leader), .date(visit.heldOn), .text(visit.minutesNumber),
            .date(visit.minutesOn), .text(visit.findings.map(\.words).joined(separator: "\n")), .text(visit.id.description),
        ]
    }

    public static let planColumns = [
        "Kế hoạch", "Phong trào", "Nội dung", "Trưởng đoàn", "Từ ngày", "Đến ngày", "Văn bản", "Đơn vị được kiểm tra", "Đã kiểm tra",
        "Mã định danh",
    ]

    public static func planRow(_ inspection: Inspection) -> [Table.Cell] {
        [
            .text(inspection.title), .text(inspection.campaign), .text(inspection.content), .text(inspection.leader),
            .date(inspection.from), .date(inspection.to), .text(inspection.documentNumber),
            .text(inspection.places.map(\.name).joined(separator: "\n")),
            .text(inspection.places.filter { $0.visit != nil }.map(\.name).joined(separator: "\n")), .text(inspection.id.description),
        ]
    }
}
