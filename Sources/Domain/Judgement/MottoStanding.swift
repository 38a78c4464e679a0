/// Where the judging of a unit's motto stands, as its steps tell, and what is in order next.
public struct MottoStanding: Sendable, Hashable {
    /// In their order.
    public let steps: [MottoStep]
    /// Judged by the province itself; else a sub-unit, on which nobody comments.
    public let isFirstTier: Bool
    /// Who is asked to comment: neither the Office nor Home Affairs on itself (A66). Nobody on a sub-unit.
    public let commenters: [MottoStep.Body]
    /// Papers by which the Chairman criticised the unit under the plan, as they are recorded here (A67).
    public let signedCriticisms: [String]
    /// Criticised since the council accepted its motto: open until the council decides again (A54).
    public let isReopened: Bool

    public init(
        steps: [MottoStep], isFirstTier: Bool, commenters: [MottoStep.Body], signedCriticisms: [String] = [], isReopened: Bool = false
    ) {
        self.steps = steps
        self.isFirstTier = isFirstTier
        self.signedCriticisms = signedCriticisms
        self.isReopened = isReopened
        self.commenters = isFirstTier ? commenters : []
    }

    public enum State: String, Sendable, Hashable, CaseIterable {
        case open, assessed, commented, accepted, refused, reopened

        public var vietnamese: String {
            switch self {
            case .open: "chưa tự đánh giá"
            case .assessed: "chờ ý kiến"
            case .commented: "chờ Hội đồng kết luận"
            case .accepted: "thực hiện tốt"
            case .refused: "chưa thực hiện tốt"
            case .reopened: "chờ Hội đồng xem xét lại"
            }
        }
    }

    public var state: State {
        if let decision, let isAccepted = decision.isAccepted { return isAccepted ? isReopened ? .reopened : .accepted : .refused }
        if assessment == nil { return .open }
        return missing.isEmpty ? .commented : .assessed
    }

    /// The latest.
    public var assessment: MottoStep? { steps.last { $0.kind == .assessed } }
    public var decision: MottoStep? { steps.last { $0.isAccepted != nil } }
    public var position: Int { steps.last?.position ?? 0 }

    /// Who has not commented since the unit last assessed itself.
    public var missing: [MottoStep.Body] {
        let since = assessment?.position ?? 0
        return commenters.filter { body in !steps.contains { $0.body == body && $0.position > since } }
    }

    /// Whose move it is; nobody's once it is decided.
    public var movers: [MottoStep.Body] {
        switch state {
        case .open: [.unit]
        case .assessed: missing
        case .commented, .reopened: [.council(ofFirstTier: isFirstTier)]
        case .accepted, .refused: []
        }
    }

    /// `chờ Sở Nội vụ`, for lists.
    public var moveWords: String {
        movers.isEmpty ? "" : "chờ " + movers.map(\.vietnamese).joined(separator: ", ")
    }

    /// The papers of criticism that comments and the Chairman's signature put before the council (A54).
    public var criticisms: [String] { steps.map(\.criticism).filter { !$0.isEmpty } + signedCriticisms }

    /// A council that decides before the unit has assessed itself, or before who comments has, says why.
    public var isUnheard: Bool { assessment == nil || !missing.isEmpty }

    /// Whether the step is in order now. Nil: it is; otherwise why not, and what to do instead.
    public func refusal(of kind: MottoStep.Kind) -> Problem? {
        switch kind {
        case .assessed where decision != nil, .commented where decision != nil, .decided where decision != nil:
            Problem(
                .refused, "motto-decided",
                "Hội đồng đã kết luận về phương châm của đơn vị. Kết luận chỉ thay đổi bằng đính chính của Hội đồng kèm biên bản.")
        case .commented where !isFirstTier:
            Problem(
                .refused, "motto-not-commented",
                "Phương châm của đơn vị trực thuộc do Hội đồng của đơn vị cấp trên kết luận, không lấy ý kiến của tỉnh.")
        case .commented where assessment == nil:
            Problem(.refused, "motto-not-assessed", "Đơn vị chưa tự đánh giá phương châm. Chờ bản tự đánh giá rồi cho ý kiến.")
        case .corrected where decision == nil:
            Problem(.refused, "motto-open", "Hội đồng chưa kết luận nên chưa có gì để đính chính. Ghi kết luận trước.")
        default: nil
        }
    }
}
