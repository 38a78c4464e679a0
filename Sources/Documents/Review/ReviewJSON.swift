public import Domain

/// Reviews, their reconciliation and their frozen versions as programs read them, and as tables.
public enum ReviewJSON {
    public static func review(_ review: HeldReview) -> JSONValue {
        [
            "campaign": .string(review.code), "review": .string(review.kind.rawValue), "heldOn": .string(review.heldOn.description),
            "settleDays": .integer(review.settleDays), "settleUntil": .string(review.settleUntil.description),
            "openedOn": .string(review.openedOn.description),
        ]
    }

    public static func unit(_ unit: ReviewUnit, in review: HeldReview, on day: CivilDate) -> JSONValue {
        let answer = unit.answer(in: review, on: day)
        return [
            "tenant": .string(unit.slug.text), "code": .string(unit.code), "name": .string(unit.name),
            "answer": .string(answer.rawValue), "answerName": .string(answer.vietnamese), "confirmedOn": .string(orNull: unit.confirmedOn),
            "disputes": .integer(unit.disputes), "openDisputes": .integer(unit.openDisputes),
        ]
    }

    public static func dispute(_ dispute: ReviewDispute) -> JSONValue {
        [
            "id": .string(dispute.id.description), "tenant": .string(dispute.tenant.text), "unitName": .string(dispute.unitName),
            "item": .string(dispute.item.description), "code": .string(dispute.code), "title": .string(dispute.title),
            "wrong": .string(dispute.wrong), "documentNumber": .string(dispute.documentNumber),
            "documentOn": .string(dispute.documentOn.description), "disputedOn": .string(dispute.disputedOn.description),
            "answer": dispute.answer.map(answer) ?? .null,
        ]
    }

    private static func answer(_ answer: ReviewDispute.Answer) -> JSONValue {
        [
            "outcome": .string(answer.outcome.rawValue), "outcomeName": .string(answer.outcome.vietnamese), "words": .string(answer.words),
            "documentNumber": .string(answer.documentNumber), "answeredOn": .string(answer.answeredOn.description),
        ]
    }

    public static func result(_ result: OpenResult) -> JSONValue {
        [
            "what": .string(result.kind.rawValue), "whatName": .string(result.kind.vietnamese),
            "item": .string(result.item.description), "tenant": .string(result.tenant.text), "unitName": .string(result.unitName),
            "code": .string(result.code), "title": .string(result.title), "evidenceOn": .string(result.evidenceOn.description),
            "documentNumber": .string(result.documentNumber), "sentOn": .string(result.sentOn.description),
        ]
    }

    public static func snapshot(_ snapshot: ReviewSnapshot) -> JSONValue {
        var minute = JSONValue.null
        if let said = snapshot.minute {
            minute = ["number": .string(said.number), "on": .string(said.on.description), "reason": .string(said.reason)]
        }
        return [
            "version": .integer(snapshot.version), "frozenOn": .string(snapshot.frozenOn.description),
            "sha256": .string(ReviewSnapshot.hexadecimal(snapshot.digest)),
            "previous": .string(orNull: snapshot.previous.map(ReviewSnapshot.hexadecimal)), "minute": minute,
            "silentUnits": .integer(snapshot.left.silentUnits), "openDisputes": .integer(snapshot.left.disputes),
            "openResults": .integer(snapshot.left.results),
        ]
    }

    public static func change(_ change: VerdictChange) -> JSONValue {
        [
            "code": .string(change.code), "name": .string(change.name), "before": change.before?.json ?? .null,
            "after": change.after?.json ?? .null,
        ]
    }

    public static func left(_ left: LeftOpen) -> JSONValue {
        [
            "what": .string(left.kind.rawValue), "whatName": .string(left.kind.vietnamese), "tenant": .string(left.tenant.text),
            "unitName": .string(left.unitName), "item": .string(orNull: left.item), "code": .string(orNull: left.code),
            "title": .string(orNull: left.title), "since": .string(left.since.description),
        ]
    }

    public static func version(_ snapshot: ReviewSnapshot, _ changes: [VerdictChange], _ open: [LeftOpen]) -> JSONValue {
        [
            "snapshot": self.snapshot(snapshot), "changes": .array(changes.map(change)), "open": .array(open.map(left)),
        ]
    }

    public static func verification(_ found: SnapshotVerification) -> JSONValue {
        [
            "snapshot": found.mark.json, "parts": .integer(found.parts), "whole": .bool(found.isOfTheWhole),
            "agrees": .bool(found.faults.isEmpty), "faults": .array(found.faults.map(JSONValue.string)),
        ]
    }
}

/// The same for people and for spreadsheets.
public enum ReviewTables {
    public static let columns = ["Mục", "Đơn vị", "Mã", "Nội dung", "Tình trạng", "Mã định danh"]

    public static func unit(_ unit: ReviewUnit, in review: HeldReview, on day: CivilDate) -> [String] {
        [
            "Đơn vị", unit.name, unit.code, unit.confirmedOn.map { "xác nhận ngày \($0.vietnamese)" } ?? "",
            unit.answer(in: review, on: day).vietnamese, unit.slug.text,
        ]
    }

    public static let unitColumns = ["Mã", "Đơn vị", "Trả lời", "Ngày xác nhận", "Kiến nghị", "Chưa trả lời"]

    public static func unitRow(_ unit: ReviewUnit, in review: HeldReview, on day: CivilDate) -> [Table.Cell] {
        [
            .text(unit.code), .text(unit.name), .text(unit.answer(in: review, on: day).vietnamese), .day(unit.confirmedOn),
            .count(unit.disputes), .count(unit.openDisputes),
        ]
    }

    public static func dispute(_ dispute: ReviewDispute) -> [String] {
        [
            "Kiến nghị", dispute.unitName, dispute.code,
            "\(dispute.wrong) (văn bản số \(dispute.documentNumber) ngày \(dispute.documentOn.vietnamese))",
            dispute.answer.map { "\($0.outcome.vietnamese): \($0.words)" } ?? "chưa trả lời", dispute.id.description,
        ]
    }

    public static let disputeColumns = [
        "Đơn vị", "Mã", "Nhiệm vụ, chỉ tiêu", "Điều chưa đúng", "Văn bản", "Ngày nêu", "Trả lời", "Ngày trả lời", "Mã định danh",
    ]

    public static func disputeRow(_ dispute: ReviewDispute) -> [Table.Cell] {
        [
            .text(dispute.unitName), .text(dispute.code), .text(dispute.title), .text(dispute.wrong),
            .text("số \(dispute.documentNumber) ngày \(dispute.documentOn.vietnamese)"), .date(dispute.disputedOn),
            .text(dispute.answer.map { "\($0.outcome.vietnamese): \($0.words)" } ?? "chưa trả lời"), .day(dispute.answer?.answeredOn),
            .text(dispute.id.description),
        ]
    }

    public static func result(_ result: OpenResult) -> [String] {
        [
            "Chờ xem xét", result.unitName, result.code, result.title,
            "\(result.kind.vietnamese), gửi ngày \(result.sentOn.vietnamese)", result.item.description,
        ]
    }

    /// Among the changes of a version.
    public static func left(_ left: LeftOpen) -> [String] {
        [
            left.code ?? "", left.unitName, "để ngỏ: \(left.kind.vietnamese), từ ngày \(left.since.vietnamese)", left.title ?? "",
        ]
    }

    public static func snapshot(_ snapshot: ReviewSnapshot) -> [String] {
        let minute = snapshot.minute.map { "biên bản số \($0.number) ngày \($0.on.vietnamese): \($0.reason)" }
        let left = snapshot.left
        return [
            "Phiên bản \(snapshot.version)", "", "", minute ?? "chốt số liệu",
            "chốt ngày \(snapshot.frozenOn.vietnamese); để ngỏ: \(left.disputes) kiến nghị, \(left.results) kết quả và số liệu, \(left.silentUnits) đơn vị không có ý kiến",
            ReviewSnapshot.hexadecimal(snapshot.digest),
        ]
    }

    public static let changeColumns = ["Mã", "Đơn vị", "Trước", "Sau"]

    public static func change(_ change: VerdictChange) -> [String] {
        [
            change.code, change.name, standing(change.before),
            ([standing(change.after)] + VerdictChangeWords.basis(change)).filter { !$0.isEmpty }.joined(separator: "; "),
        ]
    }

    /// `đạt, Thư khen, 4/20 (20,0%)`.
    public static func standing(_ verdict: UnitVerdict?) -> String {
        guard let verdict else { return "" }
        return [verdict.verdict.vietnamese, verdict.letter ? "Thư khen" : "", verdict.share].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
