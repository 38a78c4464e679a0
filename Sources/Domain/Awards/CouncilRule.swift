/// How a council votes on an award: local, never national, for Bằng khen and Giấy khen (domain.md 0.7, 1.7). Data, each with its source.
public struct CouncilRule: Dated, Sendable, Hashable {
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case secret, showOfHands
        /// Without a meeting: every member answers in writing.
        case written

        public var vietnamese: String {
            switch self {
            case .secret: "bỏ phiếu kín"
            case .showOfHands: "biểu quyết giơ tay"
            case .written: "lấy ý kiến bằng văn bản"
            }
        }
    }

    /// Of what a vote's share is taken.
    public enum Base: String, Sendable, Hashable, CaseIterable {
        case allMembers
        /// Who is in the room, and the absent whose written opinions count.
        case present

        public var vietnamese: String {
            switch self {
            case .allMembers: "tổng số thành viên"
            case .present: "số thành viên có mặt hoặc có ý kiến bằng văn bản"
            }
        }
    }

    /// What equal votes mean; only where the share is one half (a larger one knows no tie).
    public enum Tie: String, Sendable, Hashable, CaseIterable {
        /// The share alone decides.
        case share
        /// The side of who chairs.
        case chair
    }

    public let council: Council.Kind
    /// Nil: whatever the form.
    public let form: AwardForm?
    /// Nil: whatever the subject.
    public let subject: AwardSubject?
    public let method: Method
    /// Of all members.
    public let quorum: VoteShare
    public let share: VoteShare
    public let base: Base
    public let chairMustAgree: Bool
    /// Whether an absent member's written opinion is a vote.
    public let absentMayWrite: Bool
    public let tie: Tie
    /// Whether who is recused leaves the base; by default it stays all members (A66).
    public let recusedLeaveBase: Bool
    public let validity: ValidityPeriod
    public let citation: Citation

    public init(
        council: Council.Kind, form: AwardForm?, subject: AwardSubject?, method: Method, quorum: VoteShare, share: VoteShare, base: Base,
        chairMustAgree: Bool, absentMayWrite: Bool, tie: Tie, recusedLeaveBase: Bool, validity: ValidityPeriod, citation: Citation
    ) {
        self.council = council
        self.form = form
        self.subject = subject
        self.method = method
        self.quorum = quorum
        self.share = share
        self.base = base
        self.chairMustAgree = chairMustAgree
        self.absentMayWrite = absentMayWrite
        self.tie = tie
        self.recusedLeaveBase = recusedLeaveBase
        self.validity = validity
        self.citation = citation
    }
}

extension Sequence<CouncilRule> {
    /// The rule by which a council votes: the one in force that is made most closely for the case, its form before its subject.
    ///
    /// - Throws: ``AwardRefusal/noCouncilRule(_:_:_:)``.
    public func rule(
        for council: Council.Kind, _ form: AwardForm, _ subject: AwardSubject, on day: CivilDate
    ) throws(AwardRefusal) -> CouncilRule {
        let fitting = filter { rule in
            rule.council == council && rule.validity.contains(day) && rule.form.map { $0 == form } ?? true
                && rule.subject.map { $0 == subject } ?? true
        }
        let closest = fitting.max { closeness($0) < closeness($1) }
        guard let closest else { throw .noCouncilRule(form, subject, day) }
        return closest
    }

    private func closeness(_ rule: CouncilRule) -> Int {
        (rule.form == nil ? 0 : 2) + (rule.subject == nil ? 0 : 1)
    }
}
