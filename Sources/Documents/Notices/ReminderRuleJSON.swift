public import Domain

/// Rules by which people are reminded, as programs read them, and as tables show them.
public enum ReminderRuleJSON {
    public static func value(_ rule: ReminderRule) -> JSONValue {
        [
            "code": .string(rule.code), "about": .string(rule.about.rawValue), "aboutName": .string(rule.about.vietnamese),
            "told": .string(rule.told.rawValue), "toldName": .string(rule.told.vietnamese), "days": .integer(rule.days),
            "untilDays": rule.untilDays.map { .integer($0) } ?? .null, "words": .string(rule.words), "source": .string(rule.source),
            "from": .string(rule.validFrom.description), "through": .string(orNull: rule.validTo),
        ]
    }

    public static let columns = ["Mã", "Nhắc về", "Nhắc ai", "Khi nào", "Lý do nhắc", "Căn cứ", "Từ ngày", "Đến hết ngày"]

    public static func row(_ rule: ReminderRule) -> [Table.Cell] {
        [
            .text(rule.code), .text(rule.about.vietnamese), .text(rule.told.vietnamese), .text(rule.span), .text(rule.words),
            .text(rule.source), .date(rule.validFrom), .day(rule.validTo),
        ]
    }
}
