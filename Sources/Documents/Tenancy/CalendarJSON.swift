public import Domain

/// The working calendar, as programs read it.
public enum CalendarJSON {
    public static func value(_ day: CalendarDay) -> JSONValue {
        [
            "day": .string(day.day.description), "working": .bool(day.isWorking), "name": .string(day.name), "source": .string(day.source),
        ]
    }

    /// Years that a term reaches into and of which the calendar says nothing.
    public static func value(_ gaps: [CalendarGap]) -> JSONValue {
        .array(gaps.map { ["code": .string(CalendarGap.code), "words": .string($0.vietnamese), "year": .integer($0.year)] })
    }

    public static let columns = ["Ngày", "Thứ", "Là", "Tên", "Nguồn"]

    public static func row(_ day: CalendarDay) -> [Table.Cell] {
        [.date(day.day), .text(day.day.weekday.vietnamese), .text(day.isWorking ? "làm bù" : "nghỉ"), .text(day.name), .text(day.source)]
    }

    public static func value(_ change: CalendarChange) -> JSONValue {
        [
            "dryRun": .bool(change.isDryRun), "day": .string(change.day.description), "before": change.before.map(value) ?? .null,
            "after": change.after.map(value) ?? .null, "past": .bool(change.isPast), "warning": .string(change.warning),
            "moved": .array(
                change.effects.map { effect in
                    [
                        "kind": .string(effect.kind.rawValue), "kindName": .string(effect.kind.vietnamese),
                        "campaign": .string(effect.campaign), "from": .string(effect.from.description), "items": .integer(effect.items),
                        "before": .string(effect.before.description), "after": .string(effect.after.description),
                    ]
                }),
        ]
    }
}
