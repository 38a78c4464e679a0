/// How what is acted on stands to the acting post.
public enum Relation: String, Sendable, CaseIterable, Hashable {
    /// The acting person: an item given to him, a post of his own.
    case oneself
    /// The sub-unit of the post, which at the root is the tenant itself.
    case own
    /// Anything below it.
    case subUnit = "sub_unit"
    /// What stands above it in the same tenant, up to the tenant itself: so also what belongs to the tenant as a whole.
    case parent
    /// Elsewhere in the same tenant.
    case sibling
    /// Another tenant.
    case foreignTenant = "foreign_tenant"
    /// What another tenant gave itself: the items of the unit that gives orders for the province (A66).
    case selfGiven = "self_given"
    /// What is the province's as a whole: the plan, its launch, its papers.
    case province

    /// Inside the tenant of the acting post.
    public var isInside: Bool {
        switch self {
        case .oneself, .own, .subUnit, .parent, .sibling: true
        case .foreignTenant, .selfGiven, .province: false
        }
    }

    /// - Parameters:
    ///   - ancestors: the units above `unit`, up to the root.
    ///   - seatAncestors: those above the sub-unit of the acting post.
    public static func of(
        _ unit: SubUnit.ID, ancestors: [SubUnit.ID], to seat: SubUnit.ID, seatAncestors: [SubUnit.ID]
    ) -> Relation {
        if unit == seat { return .own }
        if ancestors.contains(seat) { return .subUnit }
        return seatAncestors.contains(unit) ? .parent : .sibling
    }

    public var vietnamese: String {
        switch self {
        case .oneself: "của chính người đang làm việc"
        case .own: "của đơn vị nơi giữ chức vụ"
        case .subUnit: "của đơn vị trực thuộc"
        case .parent: "của đơn vị cấp trên"
        case .sibling: "của đơn vị ngang cấp"
        case .foreignTenant: "của đơn vị khác"
        case .selfGiven: "do đơn vị khác tự giao cho mình"
        case .province: "chung của tỉnh"
        }
    }
}
