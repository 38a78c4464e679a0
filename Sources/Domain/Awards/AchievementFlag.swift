/// Two things that look like one achievement: a dossier, and another dossier or an award that its nominee has. Across levels and units that is no
/// constraint: Home Affairs decides with a reason (IV.2.2b of the plan; domain.md 1.3).
public struct AchievementFlag: Sendable, Hashable {
    /// What stands beside the dossier.
    public enum Other: Sendable, Hashable {
        case dossier(AwardDossier.ID)
        case earlierAward(PastAward.ID)

        public var id: String {
            switch self {
            case .dossier(let id): id.description
            case .earlierAward(let id): id.description
            }
        }

        public var kind: Kind {
            switch self {
            case .dossier: .dossier
            case .earlierAward: .earlierAward
            }
        }

        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case dossier, earlierAward
        }

        public init?(_ kind: Kind, _ id: String) {
            switch kind {
            case .dossier:
                guard let id = AwardDossier.ID(id) else { return nil }
                self = .dossier(id)
            case .earlierAward:
                guard let id = PastAward.ID(id) else { return nil }
                self = .earlierAward(id)
            }
        }
    }

    public enum Ruling: String, Sendable, Hashable, CaseIterable {
        case another, allowed, doubled

        public var vietnamese: String {
            switch self {
            case .another: "thành tích khác"
            case .allowed: "cùng thành tích, được khen ở cấp trên (điểm b khoản 2.2 mục IV của kế hoạch)"
            case .doubled: "cùng thành tích, không khen thêm"
            }
        }
    }

    public struct Decided: Sendable, Hashable {
        public let ruling: Ruling
        public let reason: String
        public let decidedOn: CivilDate

        public init(ruling: Ruling, reason: String, decidedOn: CivilDate) {
            self.ruling = ruling
            self.reason = reason
            self.decidedOn = decidedOn
        }
    }

    public let dossier: AwardDossier.ID
    public let tenant: Tenant.Slug
    public let tenantName: String
    /// Of the dossier's nominee.
    public let nominee: String
    public let other: Other
    /// `Giấy khen của … (Quyết định số …)`, or whose dossier it is.
    public let otherWords: String
    /// Nil: to be decided.
    public let decided: Decided?

    public init(
        dossier: AwardDossier.ID, tenant: Tenant.Slug, tenantName: String, nominee: String, other: Other, otherWords: String,
        decided: Decided?
    ) {
        self.dossier = dossier
        self.tenant = tenant
        self.tenantName = tenantName
        self.nominee = nominee
        self.other = other
        self.otherWords = otherWords
        self.decided = decided
    }

    /// Whether it keeps the dossier from the Chairman.
    public var isOpen: Bool { decided.map { $0.ruling == .doubled } ?? true }
}
