/// How far a unit has come with launching a campaign. A state is never typed in: it follows from the steps that were reported.
public enum LaunchState: String, Sendable, CaseIterable, Hashable, Comparable {
    /// The launch of the province has reached the unit.
    case received
    /// The unit has taken note.
    case acknowledged
    /// The unit has a plan of its own.
    case planned
    /// The unit has launched.
    case launched

    /// The furthest step reached; a unit may skip what it needs no paper for (A58), and may add it later without falling back.
    public init(acknowledged: Bool, planned: Bool, launched: Bool) {
        self = launched ? .launched : planned ? .planned : acknowledged ? .acknowledged : .received
    }

    /// As officers read it.
    public var vietnamese: String {
        switch self {
        case .received: "Đã chuyển đến"
        case .acknowledged: "Đã tiếp nhận"
        case .planned: "Đã ban hành kế hoạch"
        case .launched: "Đã phát động"
        }
    }

    /// Of a unit that the launch has not reached yet.
    public static let vietnameseWhenAbsent = "Chưa chuyển đến"

    public static func < (lhs: LaunchState, rhs: LaunchState) -> Bool {
        lhs.rank < rhs.rank
    }

    private var rank: Int {
        switch self {
        case .received: 0
        case .acknowledged: 1
        case .planned: 2
        case .launched: 3
        }
    }
}
