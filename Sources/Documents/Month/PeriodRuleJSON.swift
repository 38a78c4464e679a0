public import Domain

/// Rules of reporting periods, as programs read them, and as tables show them.
public enum PeriodRuleJSON {
    public static func value(_ rule: PeriodRule) -> JSONValue {
        [
            "firstDay": .integer(rule.firstDay), "span": .string(rule.span), "subUnitDays": .integer(rule.subUnitDays),
            "unitDays": .integer(rule.unitDays), "closeDays": .integer(rule.closeDays), "citation": .string(rule.citation),
            "daysCitation": .string(rule.daysCitation), "from": .string(rule.validFrom.description),
            "through": .string(orNull: rule.validTo),
        ]
    }

    public static let columns = [
        "Kỳ báo cáo", "Cấp xã gửi (ngày làm việc)", "Đơn vị gửi (ngày làm việc)", "Chốt (ngày làm việc)", "Căn cứ của kỳ",
        "Căn cứ của thời hạn",
        "Từ ngày", "Đến hết ngày",
    ]

    public static func row(_ rule: PeriodRule) -> [Table.Cell] {
        [
            .text(rule.span), .count(rule.subUnitDays), .count(rule.unitDays), .count(rule.closeDays), .text(rule.citation),
            .text(rule.daysCitation), .date(rule.validFrom), .day(rule.validTo),
        ]
    }
}
