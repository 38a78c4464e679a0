/// A line of the plan of what the media report: on which occasion, what, which outlet, when. Changed or dropped by one more version with its reason.
public struct CoverageLine: Sendable, Hashable {
    public typealias ID = EntityID<CoverageLine>

    public enum Occasion: String, Sendable, Hashable, CaseIterable {
        case launch, monthlyModel, interimReview, finalReview, other

        public var vietnamese: String {
            switch self {
            case .launch: "phát động"
            case .monthlyModel: "mô hình mới, cách làm hay trong tháng"
            case .interimReview: "sơ kết"
            case .finalReview: "tổng kết"
            case .other: "việc khác"
            }
        }
    }

    /// What is planned.
    public struct Content: Sendable, Hashable {
        public var occasion: Occasion
        public var subject: String
        public var kind: Coverage.Kind
        public var outlet: Tenant.ID
        public var plannedOn: CivilDate

        public init(occasion: Occasion, subject: String, kind: Coverage.Kind, outlet: Tenant.ID, plannedOn: CivilDate) {
            self.occasion = occasion
            self.subject = subject
            self.kind = kind
            self.outlet = outlet
            self.plannedOn = plannedOn
        }
    }

    /// Planned beside published.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case planned, missing, published, late, dropped

        public var vietnamese: String {
            switch self {
            case .planned: "chưa đến ngày"
            case .missing: "quá ngày dự kiến, chưa đăng, phát"
            case .published: "đã đăng, phát"
            case .late: "đăng, phát sau ngày dự kiến"
            case .dropped: "đã bỏ khỏi kế hoạch"
            }
        }
    }

    public let id: ID
    /// 1, 2, 3 … of its versions.
    public let version: Int
    /// Code of the campaign.
    public let campaign: String
    public let content: Content
    public let outletSlug: Tenant.Slug
    public let outletName: String
    public let isDropped: Bool
    /// Of the last change; empty of what was never changed.
    public let reason: String
    /// Of this version.
    public let recordedOn: CivilDate
    /// What was published against it.
    public let publications: Int
    /// Of these the first.
    public let publishedOn: CivilDate?
    /// Of these how many when there was no approved press kit.
    public let withoutKit: Int
    /// Of these how many before the day from which the press kit may be published.
    public let early: Int
    /// When the press kit in sight was approved; nil: there is none.
    public let kitApprovedOn: CivilDate?

    public init(
        id: ID, version: Int, campaign: String, content: Content, outletSlug: Tenant.Slug, outletName: String, isDropped: Bool,
        reason: String, recordedOn: CivilDate, publications: Int, publishedOn: CivilDate?, withoutKit: Int, early: Int,
        kitApprovedOn: CivilDate?
    ) {
        self.id = id
        self.version = version
        self.campaign = campaign
        self.content = content
        self.outletSlug = outletSlug
        self.outletName = outletName
        self.isDropped = isDropped
        self.reason = reason
        self.recordedOn = recordedOn
        self.publications = publications
        self.publishedOn = publishedOn
        self.withoutKit = withoutKit
        self.early = early
        self.kitApprovedOn = kitApprovedOn
    }

    public func state(on day: CivilDate) -> State {
        if isDropped { return .dropped }
        guard let publishedOn else { return day > content.plannedOn ? .missing : .planned }
        return publishedOn > content.plannedOn ? .late : .published
    }

    /// The state, and that something was published without a kit, or before its day: `đã đăng, phát, chưa có bộ tư liệu được duyệt`.
    public func stateWords(on day: CivilDate) -> String {
        state(on: day).vietnamese + (withoutKit == 0 ? "" : ", \(Coverage.noKit)") + (early == 0 ? "" : ", \(Coverage.early)")
    }
}

/// A line with all that is in sight of it.
public struct CoverageLineDetail: Sendable, Hashable {
    public let line: CoverageLine
    /// Every version, the first first: for an outlet the one that stands.
    public let versions: [CoverageLine]
    /// Every kit, the first first: for an outlet the one that was approved and stands.
    public let kits: [PressKit]
    public let publications: [Coverage]

    public init(line: CoverageLine, versions: [CoverageLine], kits: [PressKit], publications: [Coverage]) {
        self.line = line
        self.versions = versions
        self.kits = kits
        self.publications = publications
    }
}
