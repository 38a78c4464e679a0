/// One cell of the policy: whether a deed is allowed, and which rule decided.
public struct Decision: Sendable, Hashable {
    public let isAllowed: Bool
    public let rule: Rule

    static func allowed(_ rule: Rule) -> Decision { Decision(isAllowed: true, rule: rule) }
    static func refused(_ rule: Rule) -> Decision { Decision(isAllowed: false, rule: rule) }

    /// The rules in the order in which they are asked.
    public enum Rule: String, Sendable, CaseIterable, Hashable {
        /// For every officer.
        case everybody
        /// What the role has, or lacks.
        case role
        /// How far the post sees inside its tenant.
        case reach
        /// Whose it is.
        case relation
        /// Nobody acts on his own behalf (A66).
        case separation
        /// The tenant is closed: read for ever, no longer written.
        case closedTenant = "closed_tenant"
        /// The delegation that one acts under does not lend it.
        case notLent = "not_lent"
        /// The post is not held on this day.
        case postOver = "post_over"

        public var vietnamese: String {
            switch self {
            case .everybody: "dành cho mọi người đã đăng nhập"
            case .role: "vai trò của chức vụ"
            case .reach: "phạm vi của chức vụ"
            case .relation: "quan hệ giữa đơn vị giữ chức vụ và nội dung"
            case .separation: "không tự quyết định việc của mình"
            case .closedTenant: "đơn vị đã kết thúc hoạt động"
            case .notLent: "phạm vi được giao ký thay, thừa lệnh, thừa ủy quyền"
            case .postOver: "thời gian giữ chức vụ"
            }
        }
    }
}

/// Whether the tenant of what is acted on may still be written.
public enum PlaceState: String, Sendable, CaseIterable, Hashable {
    case open
    case closed
}
