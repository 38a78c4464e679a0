public import Domain

/// Petitions and complaints as programs read them, and as tables show them.
public enum PetitionJSON {
    /// - Parameter day: of which the clock speaks.
    public static func value(_ petition: Petition, on day: CivilDate) -> JSONValue {
        [
            "id": .string(petition.id.description), "kind": .string(petition.kind.rawValue), "kindName": .string(petition.kind.vietnamese),
            "tenant": .string(petition.tenant.text), "tenantName": .string(petition.tenantName),
            "giver": .string(orNull: petition.giver), "addressee": .string(petition.addressee),
            "unit": .string(orNull: petition.unit), "unitName": .string(orNull: petition.unitName),
            "person": .string(orNull: petition.person), "personName": .string(orNull: petition.personName),
            "campaign": .string(petition.campaign), "dossier": .string(orNull: petition.dossier), "words": .string(petition.words),
            "filedOn": .string(petition.filedOn.description), "dueOn": .string(petition.term.dueOn.description),
            "term": .string(petition.term.vietnamese), "standing": .string(petition.standing(on: day)),
            "outcome": .string(orNull: petition.answer?.outcome.rawValue), "answer": .string(orNull: petition.answer?.words),
            "answerNumber": .string(orNull: petition.answer?.documentNumber), "answeredOn": .string(orNull: petition.answer?.answeredOn),
        ]
    }

    public static let columns = [
        "Loại", "Đơn vị", "Phòng, ban, xã", "Cá nhân", "Nơi trả lời", "Nội dung", "Ngày gửi", "Thời hạn trả lời", "Căn cứ", "Tình trạng",
        "Văn bản trả lời", "Mã định danh",
    ]

    public static func row(_ petition: Petition, on day: CivilDate) -> [Table.Cell] {
        [
            .text(petition.kind.vietnamese), .text(petition.tenantName), .text(petition.unitName ?? ""), .text(petition.personName ?? ""),
            .text(petition.addressee), .text(petition.words), .date(petition.filedOn), .date(petition.term.dueOn),
            .text(petition.term.vietnamese), .text(petition.standing(on: day)), .text(petition.answer?.documentNumber ?? ""),
            .text(petition.id.description),
        ]
    }
}

/// Opinions that were asked of other bodies.
public enum OpinionJSON {
    /// - Parameter day: of which the clock speaks.
    public static func value(_ opinion: DossierOpinion, on day: CivilDate) -> JSONValue {
        [
            "id": .string(opinion.id.description), "dossier": .string(opinion.dossier.description),
            "giver": .string(orNull: opinion.giver), "body": .string(opinion.body),
            "question": .string(opinion.question), "documentNumber": .string(opinion.documentNumber),
            "askedOn": .string(opinion.askedOn.description), "dueOn": .string(opinion.dueOn.description),
            "standing": .string(opinion.standing(on: day)), "agrees": opinion.answer.map { .bool($0.agrees) } ?? .null,
            "answer": .string(orNull: opinion.answer?.words), "answerNumber": .string(orNull: opinion.answer?.documentNumber),
            "answeredOn": .string(orNull: opinion.answer?.answeredOn),
        ]
    }

    public static let columns = [
        "Cơ quan", "Nội dung hỏi", "Văn bản hỏi", "Ngày hỏi", "Thời hạn", "Tình trạng", "Trả lời", "Văn bản trả lời", "Hồ sơ",
        "Mã định danh",
    ]

    public static func row(_ opinion: DossierOpinion, on day: CivilDate) -> [Table.Cell] {
        [
            .text(opinion.body), .text(opinion.question), .text(opinion.documentNumber), .date(opinion.askedOn), .date(opinion.dueOn),
            .text(opinion.standing(on: day)), .text(opinion.answer?.words ?? ""), .text(opinion.answer?.documentNumber ?? ""),
            .text(opinion.dossier.description), .text(opinion.id.description),
        ]
    }
}

/// What units did about late work.
public enum HandlingJSON {
    public static func value(_ handling: Handling) -> JSONValue {
        [
            "id": .string(handling.id.description), "kind": .string(handling.kind.rawValue),
            "kindName": .string(handling.kind.vietnamese), "item": .string(handling.item.description),
            "itemCode": .string(handling.itemCode), "unitName": .string(handling.unitName), "person": .string(orNull: handling.person),
            "personName": .string(orNull: handling.personName), "documentNumber": .string(handling.documentNumber),
            "documentOn": .string(handling.documentOn.description), "words": .string(handling.words),
        ]
    }

    public static func count(_ count: Handling.Count) -> JSONValue {
        [
            "tenant": .string(count.tenant.text), "tenantName": .string(count.tenantName), "kind": .string(count.kind.rawValue),
            "kindName": .string(count.kind.vietnamese), "times": .integer(count.times), "lastOn": .string(count.lastOn.description),
        ]
    }

    public static let columns = [
        "Hình thức", "Nhiệm vụ", "Đơn vị", "Cá nhân", "Số văn bản", "Ngày văn bản", "Nội dung", "Mã định danh",
    ]

    public static func row(_ handling: Handling) -> [Table.Cell] {
        [
            .text(handling.kind.vietnamese), .text(handling.itemCode), .text(handling.unitName), .text(handling.personName ?? ""),
            .text(handling.documentNumber), .date(handling.documentOn), .text(handling.words), .text(handling.id.description),
        ]
    }

    public static let countColumns = ["Đơn vị", "Hình thức", "Số lần", "Lần gần nhất"]

    public static func countRow(_ count: Handling.Count) -> [Table.Cell] {
        [.text(count.tenantName), .text(count.kind.vietnamese), .count(count.times), .date(count.lastOn)]
    }
}
