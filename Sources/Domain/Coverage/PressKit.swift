/// What an outlet is given for a line of the plan: facts that the responsible body approved, and who is shown, with his consent (A72).
public struct PressKit: Sendable, Hashable {
    public typealias ID = EntityID<PressKit>

    /// Facts as they were approved.
    public struct Facts: Sendable, Hashable {
        public var words: String
        /// Who approved them, by his post.
        public var approver: String
        public var approvedOn: CivilDate
        /// Of the paper by which he did; may be empty.
        public var documentNumber: String
        /// Not to be published earlier; nil: at any time.
        public var notBefore: CivilDate?

        public init(words: String, approver: String, approvedOn: CivilDate, documentNumber: String = "", notBefore: CivilDate? = nil) {
            self.words = words
            self.approver = approver
            self.approvedOn = approvedOn
            self.documentNumber = documentNumber
            self.notBefore = notBefore
        }
    }

    /// Who is shown.
    public enum Shown: Sendable, Hashable {
        case nobody
        /// A person who agreed.
        case person(name: String, consent: PublicityConsent.Word)
        /// Whom the province awarded: named as the published list names him, while he agrees.
        case award(RecordedAward.ID)
    }

    public let id: ID
    /// 1, 2, 3 … of its line.
    public let version: Int
    /// Nil: it was withdrawn.
    public let facts: Facts?
    public let shown: Shown
    /// Why it was withdrawn.
    public let reason: String
    /// Whether the award it shows, if any, is still published with its name.
    public let isPublic: Bool
    public let recordedOn: CivilDate

    public init(id: ID, version: Int, facts: Facts?, shown: Shown, reason: String, isPublic: Bool, recordedOn: CivilDate) {
        self.id = id
        self.version = version
        self.facts = facts
        self.shown = shown
        self.reason = reason
        self.isPublic = isPublic
        self.recordedOn = recordedOn
    }

    /// Who is shown, and that he agreed.
    public var consentWords: String {
        switch shown {
        case .nobody: "không có người được nêu tên, hình ảnh"
        case .person(let name, let consent):
            "\(name): đồng ý công khai ngày \(consent.givenOn.vietnamese), \(consent.manner.vietnamese)"
                + (consent.documentNumber.isEmpty ? "" : " số \(consent.documentNumber)")
        case .award:
            isPublic
                ? "tập thể, cá nhân được khen thưởng, theo danh sách khen thưởng công bố"
                : "khen thưởng đã hủy bỏ hoặc cá nhân không còn đồng ý công khai; không cung cấp cho báo chí"
        }
    }
}
