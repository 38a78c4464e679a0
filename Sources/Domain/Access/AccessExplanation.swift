/// Why one post may do something or not, in the words of the rule that decided.
public struct AccessExplanation: Sendable, Hashable {
    public let post: Post
    public let deed: Deed
    public let object: AccessObject
    /// Nil where nothing of that name is in sight: absent or another's, the two are not told apart.
    public let relation: Relation?
    public let isAllowed: Bool
    public let rule: Decision.Rule

    /// - Parameters:
    ///   - relation: how the object stands to the post; nil where the asking officer sees no such thing.
    ///   - day: the business date.
    ///   - lent: what the delegation that is acted under lends of the post; nil where the holder acts himself.
    public init(
        post: Post, deed: Deed, object: AccessObject, relation: Relation?, state: PlaceState, day: CivilDate, lent: Set<Action>? = nil
    ) {
        self.post = post
        self.deed = deed
        self.object = object
        self.relation = relation
        if post.validFrom > day || post.validTo.map({ $0 < day }) ?? false {
            (isAllowed, rule) = (false, .postOver)
        } else if let relation {
            let decision = Policy.of(post.role).decide(deed, relation, state)
            if decision.isAllowed, let lent, let needed = Self.needed(for: deed, decision), !lent.contains(needed) {
                (isAllowed, rule) = (false, .notLent)
            } else {
                (isAllowed, rule) = (decision.isAllowed, decision.rule)
            }
        } else {
            (isAllowed, rule) = (false, .reach)
        }
    }

    /// The action on which a deed rests; of a reading, where only those who read the whole province have it, or who keep the directory.
    private static func needed(for deed: Deed, _ decision: Decision) -> Action? {
        switch deed {
        case .action(let action): action
        case .reading(.move): .manageDirectory
        case .reading(.draft): nil
        case .reading: decision.rule == .role ? .readProvince : nil
        case .selfService: nil
        }
    }

    /// What was decided, by which rule, and the next step.
    public var vietnamese: String {
        let head = "Chức vụ “\(post.title)” (\(post.role.vietnamese)) \(isAllowed ? "được" : "không được") \(deed.vietnamese)"
        guard let relation else {
            return head + ": trong phạm vi được xem không có nội dung này. Kiểm tra lại mã, hoặc chọn chức vụ khác."
        }
        return head + " đối với nội dung \(relation.vietnamese). Quy tắc quyết định: \(rule.vietnamese). " + (isAllowed ? "" : nextStep)
    }

    private var nextStep: String {
        switch rule {
        case .everybody: ""
        case .role: "Vai trò này không có quyền đó; cần thì đề nghị người quản trị của đơn vị giao chức vụ phù hợp."
        case .reach: "Chức vụ chỉ có phạm vi \(reach); đề nghị người phụ trách đơn vị cấp trên thực hiện."
        case .relation: "Nội dung của đơn vị khác do đơn vị đó thực hiện; nội dung chung do cơ quan cấp tỉnh thực hiện."
        case .separation: "Việc của mình do người giao việc hoặc lãnh đạo phụ trách quyết định."
        case .closedTenant: "Đơn vị đã kết thúc hoạt động: chỉ xem, không ghi; ghi tại đơn vị kế thừa."
        case .notLent:
            "Việc này không được giao trong văn bản, quyết định đang làm việc theo; người giữ chức vụ tự thực hiện hoặc giao thêm."
        case .postOver:
            "Chức vụ chỉ có hiệu lực từ \(post.validFrom.vietnamese)\(post.validTo.map { " đến \($0.vietnamese)" } ?? ""); chọn chức vụ khác."
        }
    }

    private var reach: String {
        switch Policy.of(post.role).reach {
        case .tenant: "toàn đơn vị"
        case .subtree: "bộ phận của mình và các bộ phận trực thuộc"
        case .own: "việc được giao cho chính mình"
        }
    }
}
