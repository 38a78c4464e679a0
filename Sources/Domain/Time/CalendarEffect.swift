/// A day that is reached by counting working days and moves once the calendar is changed.
public struct CalendarEffect: Sendable, Hashable {
    public let kind: Kind
    /// Code of the campaign whose parameter counts; empty for acknowledgements.
    public let campaign: String
    /// The day from which it is counted.
    public let from: CivilDate
    /// How many items it concerns.
    public let items: Int
    public let before: CivilDate
    public let after: CivilDate

    public init(kind: Kind, campaign: String, from: CivilDate, items: Int, before: CivilDate, after: CivilDate) {
        self.kind = kind
        self.campaign = campaign
        self.from = from
        self.items = items
        self.before = before
        self.after = after
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The last day on which a result is ahead of its due date (A45).
        case ahead
        /// The day after which new items are not tested for progress (A31).
        case grace
        /// The last day to acknowledge an item (A53).
        case acknowledgement

        public var vietnamese: String {
            switch self {
            case .ahead: "ngày cuối được tính hoàn thành trước hạn"
            case .grace: "ngày giao cuối còn phải xét tiến độ sơ kết"
            case .acknowledgement: "hạn tiếp nhận nhiệm vụ"
            }
        }
    }

    /// Working days in which an item is acknowledged (A53, Không sót).
    public static let acknowledgementWorkingDays = 3
}
