public import Domain

/// Dossiers of nomination as programs read them, and as tables show them.
public enum DossierJSON {
    public static func value(_ entry: DossierEntry) -> JSONValue {
        .object(members(entry))
    }

    public static func detail(_ detail: DossierDetail) -> JSONValue {
        var members = members(detail.entry)
        members.append("steps", .array(detail.steps.map(step)))
        members.append("papers", .array(detail.papers.map(paper)))
        members.append("defects", .array(detail.defects.map(JSONValue.string)))
        members.append("maximumSupplements", .integer(detail.maximumSupplements))
        members.append("regimeReason", .string(orNull: detail.regimeReason))
        members.append("decision", detail.given.map(given) ?? .null)
        members.append("possibleSteps", .array(detail.possible.map { .string($0.rawValue) }))
        members.append("checks", .array(detail.checks.map(check)))
        members.append("openPetitions", .integer(detail.openPetitions))
        members.append("opinions", .array(detail.opinions.map { OpinionJSON.value($0, on: detail.day) }))
        members.append("asOf", .string(detail.day.description))
        return .object(members)
    }

    static func check(_ check: CheckPoint) -> JSONValue {
        ["kind": .string(check.kind.rawValue), "kindName": .string(check.kind.vietnamese), "words": .string(check.words)]
    }

    private static func members(_ entry: DossierEntry) -> JSONObject {
        let record = entry.record
        let (dossier, standing) = (record.dossier, record.standing)
        return JSONObject([
            ("id", .string(dossier.id.description)), ("campaign", .string(record.campaignCode)),
            ("review", .string(orNull: dossier.review?.rawValue)), ("track", .string(dossier.track.rawValue)),
            ("trackName", .string(dossier.track.vietnamese)), ("form", .string(dossier.form.rawValue)),
            ("formName", .string(dossier.form.vietnamese)), ("tenant", .string(record.proposerSlug.text)),
            ("proposer", .string(record.proposerName)), ("subject", .string(dossier.nominee.subject.rawValue)),
            ("subjectName", .string(dossier.nominee.subject.vietnamese)), ("nominee", .string(record.nomineeName)),
            ("unit", .string(dossier.nominee.unit.description)), ("unitName", .string(record.unitName)),
            ("person", .string(orNull: dossier.nominee.person?.description)), ("giver", .string(orNull: dossier.giver?.description)),
            ("achievement", .string(record.achievement)),
            ("state", .string(standing.state.rawValue)), ("stateName", .string(standing.state.vietnamese)),
            ("heldIn", .string(orNull: standing.heldIn?.rawValue)), ("mover", .string(orNull: record.mover?.rawValue)),
            ("move", .string(record.moveWords)), ("clock", entry.clock.map(clock) ?? .null),
            ("supplementsAsked", .integer(standing.supplementsAsked)), ("version", .integer(record.steps)),
            ("draftedOn", .string(record.draftedOn.description)), ("submittedOn", .string(orNull: record.submittedOn?.description)),
            ("late", .bool(record.isLate)), ("regime", .string(orNull: record.regime)),
            ("completeOn", .string(orNull: record.completeOn?.description)),
            ("verdict", .string(orNull: record.basis?.resting.rawValue)),
            ("verdictNow", .string(orNull: record.basis?.current?.rawValue)), ("flipped", .bool(record.basis?.isFlipped ?? false)),
        ])
    }

    private static func clock(_ clock: DossierClock) -> JSONValue {
        [
            "stage": .string(clock.stage.rawValue), "stageName": .string(clock.stage.vietnamese), "limit": .integer(clock.limit),
            "used": .integer(clock.used), "paused": .bool(clock.isPaused), "late": .bool(clock.isLate),
            "dueOn": .string(orNull: clock.dueOn?.description), "words": .string(clock.vietnamese),
            "warnings": CalendarJSON.value(clock.warnings),
        ]
    }

    private static func step(_ step: DossierDetail.Step) -> JSONValue {
        [
            "position": .integer(step.act.position), "step": .string(step.act.step.rawValue),
            "stepName": .string(step.act.step.vietnamese), "state": .string(step.state.rawValue),
            "stateName": .string(step.state.vietnamese), "party": .string(orNull: step.party?.rawValue),
            "happenedOn": .string(step.act.happenedOn.description), "reason": .string(step.act.reason),
            "documentNumber": .string(step.documentNumber), "recordedBy": .string(step.act.recordedBy.description),
            "recordedByTitle": .string(orNull: step.title), "signature": .string(orNull: step.signature?.line),
            "recordedOn": .string(step.act.recordedOn.description),
        ]
    }

    private static func paper(_ paper: DossierDetail.Paper) -> JSONValue {
        [
            "id": .string(paper.id.description), "kind": .string(paper.kind.rawValue), "kindName": .string(paper.kind.vietnamese),
            "documentNumber": .string(paper.documentNumber), "documentOn": .string(paper.documentOn.description),
            "confirmed": .bool(paper.isConfirmed), "recordedOn": .string(paper.recordedOn.description),
        ]
    }

    private static func given(_ given: DossierDetail.Given) -> JSONValue {
        [
            "number": .string(given.decision.number), "signedOn": .string(given.decision.signedOn.description),
            "signer": .string(given.signer), "printedName": .string(given.printedName),
            "reward": given.reward.map(JSONValue.integer) ?? .null, "goldenBook": given.register.map(JSONValue.integer) ?? .null,
        ]
    }
}

/// The same for people and for spreadsheets.
public enum DossierTables {
    public static let columns = [
        "Đơn vị đề nghị", "Đối tượng", "Tên", "Hình thức", "Trạng thái", "Đang chờ", "Thời hạn", "Ngày trình", "Điểm cần kiểm tra",
        "Mã định danh",
    ]

    public static func row(_ entry: DossierEntry) -> [Table.Cell] {
        let record = entry.record
        return [
            .text(record.proposerName), .text(record.dossier.nominee.subject.vietnamese), .text(name(record)),
            .text(record.dossier.form.vietnamese), .text(record.standing.state.vietnamese), .text(record.moveWords),
            .text(entry.clock?.vietnamese ?? ""), .day(record.submittedOn), .text(notes(record).joined(separator: " ")),
            .text(record.dossier.id.description),
        ]
    }

    /// With his unit, where that is not the one that proposes.
    public static func name(_ record: DossierRecord) -> String {
        record.dossier.nominee.person == nil || record.unitName.isEmpty ? record.nomineeName : "\(record.nomineeName), \(record.unitName)"
    }

    /// What an officer must not overlook.
    public static func notes(_ record: DossierRecord) -> [String] {
        [record.isLate ? "Nộp muộn." : nil, record.basis?.flag].compactMap(\.self)
    }

    public static let stepColumns = ["Ngày", "Việc", "Trạng thái", "Người thực hiện", "Văn bản", "Lý do, căn cứ"]

    public static func row(_ step: DossierDetail.Step) -> [String] {
        [
            step.act.happenedOn.vietnamese, step.act.step.vietnamese, step.state.vietnamese, step.signature?.line ?? step.title ?? "",
            step.documentNumber, step.act.reason.replacing("\n", with: " "),
        ]
    }
}
