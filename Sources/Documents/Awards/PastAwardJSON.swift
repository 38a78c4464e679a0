public import Domain

/// The history of awards as programs read it, and as tables; what an import of earlier ones brought; flags of one achievement rewarded twice.
public enum PastAwardJSON {
    public static func award(_ award: PastAward) -> JSONValue {
        [
            "id": .string(award.id.description), "earlier": .bool(award.isEarlier), "name": .string(award.name),
            "post": .string(award.post),
            "tenant": .string(award.tenant.text), "unitName": .string(award.unitName), "person": .string(orNull: award.person),
            "form": .string(award.form), "issuer": .string(award.issuer), "decision": .string(award.decision.number),
            "signedOn": .string(award.decision.signedOn.description), "achievement": .string(award.achievement),
            "revoked": .bool(award.isRevoked), "ofPredecessor": .bool(award.isOfPredecessor),
        ]
    }

    public static let columns = [
        "Tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng", "Quyết định", "Ngày", "Cơ quan, người ký", "Ghi chú", "Mã định danh",
    ]

    public static func row(_ award: PastAward) -> [Table.Cell] {
        [
            .text(award.name), .text(award.post), .text(award.unitName), .text(award.form), .text(award.decision.number),
            .date(award.decision.signedOn), .text(award.issuer), .text(notes(award)), .text(award.id.description),
        ]
    }

    public static func notes(_ award: PastAward) -> String {
        [
            award.isOfPredecessor ? "của đơn vị tiền thân" : nil, award.isEarlier ? "ghi từ quyết định đã ban hành" : nil,
            award.isRevoked ? "đã hủy bỏ" : nil,
        ].compactMap(\.self).joined(separator: "; ")
    }

    public static func outcome(_ outcome: EarlierAwardOutcome) -> JSONValue {
        [
            "dryRun": .bool(outcome.isDryRun), "added": .integer(outcome.added), "unchanged": .integer(outcome.unchanged),
            "rows": .array(
                outcome.rows.map { row in
                    [
                        "row": .integer(row.number), "name": .string(row.name), "form": .string(row.form),
                        "decision": .string(row.decision.number), "signedOn": .string(row.decision.signedOn.description),
                        "added": .bool(row.isNew),
                    ]
                }),
        ]
    }

    public static let outcomeColumns = ["Dòng", "Tên", "Hình thức khen thưởng", "Quyết định", "Ngày", "Kết quả"]

    public static func row(_ row: EarlierAwardOutcome.Row, isDryRun: Bool) -> [String] {
        [
            "\(row.number)", row.name, row.form, row.decision.number, row.decision.signedOn.vietnamese,
            row.isNew ? (isDryRun ? "sẽ thêm" : "đã thêm") : "đã có, không đổi",
        ]
    }

    public static func flag(_ flag: AchievementFlag) -> JSONValue {
        [
            "dossier": .string(flag.dossier.description), "tenant": .string(flag.tenant.text), "tenantName": .string(flag.tenantName),
            "nominee": .string(flag.nominee), "otherKind": .string(flag.other.kind.rawValue), "other": .string(flag.other.id),
            "otherName": .string(flag.otherWords), "open": .bool(flag.isOpen), "ruling": .string(orNull: flag.decided?.ruling.rawValue),
            "reason": .string(orNull: flag.decided?.reason), "ruledOn": .string(orNull: flag.decided?.decidedOn),
        ]
    }

    public static let flagColumns = [
        "Đối tượng", "Đơn vị trình", "Thành tích đã khen hoặc đang đề nghị", "Kết luận", "Lý do", "Ngày", "Mã hồ sơ", "Mã đối chiếu",
    ]

    public static func row(_ flag: AchievementFlag) -> [Table.Cell] {
        [
            .text(flag.nominee), .text(flag.tenantName), .text(flag.otherWords), .text(flag.decided?.ruling.vietnamese ?? "chưa kết luận"),
            .text(flag.decided?.reason ?? ""), .day(flag.decided?.decidedOn), .text(flag.dossier.description), .text(flag.other.id),
        ]
    }
}
