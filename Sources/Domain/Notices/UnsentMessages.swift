/// Messages to people of a unit, or to its webhooks, that could not be sent so far.
public struct UnsentMessages: Sendable, Hashable {
    /// The unit's name.
    public let unit: String
    /// E-mail; otherwise posted to a webhook.
    public let byMail: Bool
    /// After the last attempt; otherwise they are tried again.
    public let isGivenUp: Bool
    public let count: Int
    /// The oldest.
    public let since: CivilDate

    /// `thư điện tử`, `webhook`.
    public var way: String { byMail ? "thư điện tử" : "webhook" }

    /// `đã dừng gửi`, `đang gửi lại`.
    public var standing: String { isGivenUp ? "đã dừng gửi" : "đang gửi lại" }

    public init(unit: String, byMail: Bool, isGivenUp: Bool, count: Int, since: CivilDate) {
        self.unit = unit
        self.byMail = byMail
        self.isGivenUp = isGivenUp
        self.count = count
        self.since = since
    }
}
