public import Domain

/// Messages that could not be sent, as programs read them, and as tables show them.
public enum UnsentMessagesJSON {
    public static func value(_ messages: UnsentMessages) -> JSONValue {
        [
            "unit": .string(messages.unit), "byMail": .bool(messages.byMail), "way": .string(messages.way),
            "isGivenUp": .bool(messages.isGivenUp), "standing": .string(messages.standing), "messages": .integer(messages.count),
            "since": .string(messages.since.description),
        ]
    }

    public static let sheet = ListSheet<UnsentMessages>(
        "unsent-messages", title: "Thư, thông báo chưa gửi được",
        columns: [.init("Đơn vị", width: 40), .init("Cách gửi"), .init("Số lượng"), .init("Từ ngày"), .init("Tình trạng")],
        cells: { [.text($0.unit), .text($0.way), .count($0.count), .day($0.since), .text($0.standing)] }, json: { value($0) })
}
