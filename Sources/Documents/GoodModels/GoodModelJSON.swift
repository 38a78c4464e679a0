public import Domain

/// Good models and their adoption as programs read them, and as tables show them.
public enum GoodModelJSON {
    public static func value(_ model: GoodModel) -> JSONValue { .object(members(model)) }

    public static func detail(_ detail: GoodModelDetail) -> JSONValue {
        var members = members(detail.model)
        members.append("acts", .array(detail.acts.map(act)))
        members.append("adoptions", .array(detail.adoptions.map { value($0) }))
        members.append("possible", .array(detail.model.possible.map { move($0.step, $0.party) }))
        return .object(members)
    }

    public static func value(_ adoption: GoodModelAdoption) -> JSONValue {
        [
            "id": .string(adoption.id.description), "model": .string(adoption.model.description), "title": .string(adoption.title),
            "tenant": .string(adoption.slug.text), "tenantName": .string(adoption.tenantName), "unit": .string(adoption.unit.description),
            "unitName": .string(adoption.unitName), "step": .string(adoption.step.rawValue), "stepName": .string(adoption.step.vietnamese),
            "happenedOn": .string(adoption.happenedOn.description), "words": .string(adoption.words),
            "amount": .string(orNull: adoption.amount?.value), "amountUnit": .string(orNull: adoption.amount?.unit),
        ]
    }

    public static func count(_ count: GoodModelCount) -> JSONValue {
        func figures(_ value: (GoodModelCount.Figure) -> Int) -> JSONValue {
            .object(JSONObject(GoodModelCount.Figure.allCases.map { ($0.rawValue, .integer(value($0))) }))
        }
        return [
            "tenant": .string(count.slug.text), "tenantName": .string(count.tenantName), "inPeriod": figures(count.inPeriod),
            "soFar": figures(count.soFar),
        ]
    }

    private static func act(_ act: GoodModelDetail.Act) -> JSONValue {
        [
            "step": .string(act.step.rawValue), "stepName": .string(act.step.vietnamese), "happenedOn": .string(act.happenedOn.description),
            "words": .string(act.words), "documentNumber": .string(act.documentNumber), "recordedOn": .string(act.recordedOn.description),
            "post": .string(act.title),
        ]
    }

    private static func move(_ step: GoodModel.Step, _ party: GoodModel.Party) -> JSONValue {
        [
            "step": .string(step.rawValue), "stepName": .string(step.vietnamese), "party": .string(party.rawValue),
            "partyName": .string(party.vietnamese),
        ]
    }

    private static func members(_ model: GoodModel) -> JSONObject {
        let statement = model.statement
        return JSONObject([
            ("id", .string(model.id.description)), ("tenant", .string(model.slug.text)), ("tenantName", .string(model.tenantName)),
            ("unit", .string(model.unit.description)), ("unitName", .string(model.unitName)), ("person", .string(orNull: model.person)),
            ("personName", .string(model.personName)), ("campaign", .string(model.campaign)), ("kind", .string(statement.kind.rawValue)),
            ("kindName", .string(statement.kind.vietnamese)), ("subject", .string(model.subject.rawValue)),
            ("subjectName", .string(model.subject.vietnamese)), ("title", .string(statement.title)),
            ("content", .string(statement.content)),
            ("effect", .string(statement.effect)), ("since", .string(statement.since.description)),
            ("evidence", .string(statement.evidence)), ("registeredOn", .string(model.registeredOn.description)),
            ("state", .string(model.state.rawValue)), ("stateName", .string(model.state.vietnamese)),
            ("level", .string(model.level.rawValue)), ("levelName", .string(model.level.vietnamese)),
            ("confirmedOn", .string(orNull: model.confirmedOn)), ("spreadOn", .string(orNull: model.spreadOn)),
            ("consents", .bool(model.consents)), ("adopters", .integer(model.adopters)),
        ])
    }

    public static let columns = [
        "Loại", "Đối tượng", "Tập thể, cá nhân", "Tên mô hình, điển hình", "Nội dung", "Hiệu quả", "Thực hiện từ ngày", "Ngày đăng ký",
        "Trạng thái", "Ngày xác nhận", "Ngày nhân rộng", "Số đơn vị áp dụng", "Mã định danh",
    ]

    public static func row(_ model: GoodModel) -> [Table.Cell] {
        let statement = model.statement
        return [
            .text(statement.kind.vietnamese), .text(model.subject.vietnamese), .text(model.ownerName), .text(statement.title),
            .text(statement.content), .text(statement.effect), .date(statement.since), .date(model.registeredOn),
            .text(model.state.vietnamese), .day(model.confirmedOn), .day(model.spreadOn), .count(model.adopters),
            .text(model.id.description),
        ]
    }

    public static let countColumns =
        ["Đơn vị"] + GoodModelCount.Figure.allCases.map { "\($0.vietnamese.startingLarge) trong kỳ" }
        + GoodModelCount.Figure.allCases.map { "\($0.vietnamese.startingLarge) lũy kế" }

    public static let adoptionColumns = [
        "Mô hình, điển hình", "Đơn vị áp dụng", "Việc", "Ngày", "Nội dung, kết quả", "Số liệu", "Mã định danh mô hình",
    ]

    public static func row(_ adoption: GoodModelAdoption) -> [Table.Cell] {
        [
            .text(adoption.title), .text(adoption.adopterName), .text(adoption.step.vietnamese), .date(adoption.happenedOn),
            .text(adoption.words), .text(adoption.amount?.vietnamese ?? ""), .text(adoption.model.description),
        ]
    }
}
