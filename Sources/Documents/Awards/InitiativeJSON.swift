public import Domain

/// Initiatives as programs read them, and as tables.
public enum InitiativeJSON {
    public static func value(_ entry: InitiativeEntry) -> JSONValue { .object(members(entry)) }

    public static func detail(_ detail: InitiativeDetail) -> JSONValue {
        var members = members(detail.entry)
        members.append("steps", .array(detail.steps.map(step)))
        members.append("confirmations", .array(detail.confirmations.map(confirmation)))
        members.append("conditions", .array(detail.conditions.map { condition($0, isMissing: detail.missing.contains($0)) }))
        members.append("possibleSteps", .array(detail.possible.map { .string($0.rawValue) }))
        members.append("mayAskConfirmation", .bool(detail.mayAsk))
        members.append("asOf", .string(detail.day.description))
        return .object(members)
    }

    private static func members(_ entry: InitiativeEntry) -> JSONObject {
        let (record, initiative) = (entry.record, entry.record.initiative)
        return JSONObject([
            ("id", .string(record.id.description)), ("campaign", .string(record.campaignCode)), ("tenant", .string(record.tenantSlug.text)),
            ("tenantName", .string(record.tenantName)), ("subject", .string(record.nominee.subject.rawValue)),
            ("subjectName", .string(record.nominee.subject.vietnamese)), ("nominee", .string(record.nomineeName)),
            ("unit", .string(record.nominee.unit.description)), ("unitName", .string(record.unitName)),
            ("person", .string(orNull: record.nominee.person)), ("title", .string(initiative.title)),
            ("obstacle", .string(initiative.obstacle)), ("solution", .string(initiative.solution)),
            ("cost", initiative.effect.cost.map { .integer($0) } ?? .null), ("days", initiative.effect.days.map { .integer($0) } ?? .null),
            ("volume", initiative.effect.volume.map { .integer($0) } ?? .null), ("volumeUnit", .string(initiative.effect.volumeUnit)),
            ("scope", .string(initiative.scope.rawValue)), ("scopeName", .string(initiative.scope.vietnamese)),
            ("isExample", .bool(initiative.isExample)), ("example", .string(initiative.example)), ("state", .string(record.state.rawValue)),
            ("stateName", .string(record.state.vietnamese)), ("mover", .string(orNull: record.mover?.rawValue)),
            ("move", .string(record.moveWords)), ("clock", entry.clock.map(clock) ?? .null), ("version", .integer(record.steps)),
            ("dossier", .string(orNull: record.proposal)), ("registeredOn", .string(record.registeredOn.description)),
            ("publishedOn", .string(orNull: record.publishedOn)),
        ])
    }

    private static func clock(_ clock: InitiativeClock) -> JSONValue {
        [
            "limit": .integer(clock.limit), "used": .integer(clock.used), "paused": .bool(clock.isPaused),
            "stopped": .bool(clock.isStopped),
            "late": .bool(clock.isLate), "dueOn": .string(orNull: clock.dueOn), "words": .string(clock.vietnamese),
            "warnings": CalendarJSON.value(clock.warnings),
        ]
    }

    private static func step(_ step: InitiativeDetail.Step) -> JSONValue {
        [
            "position": .integer(step.position), "step": .string(step.step.rawValue), "stepName": .string(step.step.vietnamese),
            "state": .string(step.state.rawValue), "stateName": .string(step.state.vietnamese), "party": .string(step.party.rawValue),
            "happenedOn": .string(step.happenedOn.description), "reason": .string(step.reason),
            "documentNumber": .string(step.documentNumber), "signer": .string(step.signer),
            "register": step.register.map { .integer($0) } ?? .null, "recordedByTitle": .string(orNull: step.title),
            "signature": .string(orNull: step.signature?.line),
        ]
    }

    public static func confirmation(_ confirmation: InitiativeConfirmation) -> JSONValue {
        [
            "id": .string(confirmation.id.description), "initiative": .string(confirmation.initiative.description),
            "tenantName": .string(confirmation.tenantName), "askedTenant": .string(confirmation.askedTenant.text),
            "askedUnit": .string(confirmation.askedUnit.description), "askedName": .string(confirmation.askedName),
            "claim": .string(confirmation.claim), "askedOn": .string(confirmation.askedOn.description),
            "answer": .string(orNull: confirmation.answer?.rawValue), "reason": .string(confirmation.reason),
            "documentNumber": .string(confirmation.documentNumber), "answeredOn": .string(orNull: confirmation.answeredOn),
            "words": .string(confirmation.words),
        ]
    }

    private static func condition(_ condition: InitiativeCondition, isMissing: Bool) -> JSONValue {
        [
            "condition": .string(condition.condition.rawValue), "words": .string(condition.words), "required": .bool(condition.isRequired),
            "verified": .bool(condition.isVerified), "source": .string(condition.source), "missing": .bool(isMissing),
        ]
    }

    public static func published(_ initiative: PublishedInitiative) -> JSONValue {
        [
            "id": .string(initiative.id.description), "title": .string(initiative.title), "obstacle": .string(initiative.obstacle),
            "solution": .string(initiative.solution), "example": .string(initiative.example), "unit": .string(initiative.unit),
            "publishedOn": .string(initiative.publishedOn.description),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum InitiativeTables {
    public static let columns = [
        "Đơn vị", "Đối tượng", "Tên", "Giải pháp, sáng kiến", "Hiệu quả", "Phạm vi", "Trạng thái", "Đang chờ", "Thời hạn", "Ngày đăng ký",
        "Mã định danh",
    ]

    public static func row(_ entry: InitiativeEntry) -> [Table.Cell] {
        let record = entry.record
        return [
            .text(record.tenantName), .text(record.nominee.subject.vietnamese), .text(record.who), .text(record.initiative.title),
            .text(record.initiative.effect.vietnamese), .text(record.initiative.scope.vietnamese), .text(record.state.vietnamese),
            .text(record.moveWords), .text(entry.clock?.vietnamese ?? ""), .date(record.registeredOn), .text(record.id.description),
        ]
    }

    public static let stepColumns = ["Ngày", "Việc", "Trạng thái", "Người thực hiện", "Văn bản", "Nội dung"]

    public static func row(_ step: InitiativeDetail.Step) -> [String] {
        let paper = [step.documentNumber, step.signer, step.register.map { "số \($0) sổ thư khen" } ?? ""]
        return [
            step.happenedOn.vietnamese, step.step.vietnamese, step.state.vietnamese, step.signature?.line ?? step.title ?? "",
            paper.filter { !$0.isEmpty }.joined(separator: ", "), step.reason.replacing("\n", with: " "),
        ]
    }

    public static let confirmationColumns = ["Đơn vị đăng ký", "Đơn vị được hỏi", "Nội dung", "Ngày hỏi", "Trả lời", "Mã định danh"]

    public static func row(_ confirmation: InitiativeConfirmation) -> [Table.Cell] {
        [
            .text(confirmation.tenantName), .text(confirmation.askedName), .text(confirmation.claim.replacing("\n", with: " ")),
            .date(confirmation.askedOn), .text(confirmation.words), .text(confirmation.id.description),
        ]
    }

    public static let publishedColumns = [
        "Ngày công bố", "Đơn vị", "Giải pháp, sáng kiến", "Khó khăn, vướng mắc", "Giải pháp", "Vì sao là gương",
    ]

    public static func row(_ initiative: PublishedInitiative) -> [Table.Cell] {
        [
            .date(initiative.publishedOn), .text(initiative.unit), .text(initiative.title),
            .text(initiative.obstacle.replacing("\n", with: " ")), .text(initiative.solution.replacing("\n", with: " ")),
            .text(initiative.example.replacing("\n", with: " ")),
        ]
    }
}
