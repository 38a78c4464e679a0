/// Hội nghị sơ kết, tổng kết: the event at which a review is held, of the province or of a unit in its own name. What it is planned to be stands in
/// versions; what happened at it is recorded once.
public struct ReviewEvent: Sendable, Hashable {
    public typealias ID = EntityID<ReviewEvent>

    /// What it is planned to be, in one version.
    public struct Plan: Sendable, Hashable {
        public let heldOn: CivilDate
        /// `08 giờ 00`; may be empty.
        public let startsAt: String
        public let place: String
        /// By his post.
        public let chair: String
        /// One line each, in their order.
        public let agenda: [String]
        /// Bodies and posts.
        public let guests: [String]

        public init(heldOn: CivilDate, startsAt: String, place: String, chair: String, agenda: [String], guests: [String]) {
            self.heldOn = heldOn
            self.startsAt = startsAt
            self.place = place
            self.chair = chair
            self.agenda = agenda
            self.guests = guests
        }

        /// `08 giờ 00, 05/07/2023`.
        public var moment: String { [startsAt, heldOn.vietnamese].filter { !$0.isEmpty }.joined(separator: ", ") }
    }

    public struct Version: Sendable, Hashable {
        public let number: Int
        public let plan: Plan
        /// Why it is not as before; empty of the first.
        public let reason: String
        public let recordedOn: CivilDate

        public init(number: Int, plan: Plan, reason: String, recordedOn: CivilDate) {
            self.number = number
            self.plan = plan
            self.reason = reason
            self.recordedOn = recordedOn
        }
    }

    /// One of its papers: invitation, speech, report, minutes.
    public struct Paper: Sendable, Hashable {
        public typealias ID = EntityID<Paper>

        /// What the product makes, from what stands when it is asked for.
        public enum Made: String, Sendable, Hashable, CaseIterable {
            case invitation
            /// Of the province D17, of a unit its own report.
            case report
            /// The frozen figures as a workbook.
            case sheet

            public var vietnamese: String {
                switch self {
                case .invitation: "giấy mời"
                case .report: "báo cáo sơ kết, tổng kết"
                case .sheet: "bảng số liệu đã chốt"
                }
            }
        }

        public let id: ID
        public let what: String
        /// With its day; empty until it is signed.
        public let number: String
        public let signedOn: CivilDate?
        public let made: Made?
        /// The paper that it replaces, and why.
        public let replaces: ID?
        public let reason: String
        public let isReplaced: Bool

        public init(
            id: ID, what: String, number: String, signedOn: CivilDate?, made: Made?, replaces: ID?, reason: String, isReplaced: Bool
        ) {
            self.id = id
            self.what = what
            self.number = number
            self.signedOn = signedOn
            self.made = made
            self.replaces = replaces
            self.reason = reason
            self.isReplaced = isReplaced
        }

        /// `số 12/GM-UBND ngày 01/07/2023`; empty until it is signed.
        public var mark: String { signedOn.map { "số \(number) ngày \($0.vietnamese)" } ?? "" }
    }

    /// What happened.
    public struct Outcome: Sendable, Hashable {
        public let heldOn: CivilDate
        public let present: Int
        /// Of who was invited.
        public let absent: [String]
        /// May be empty.
        public let words: String

        public init(heldOn: CivilDate, present: Int, absent: [String], words: String) {
            self.heldOn = heldOn
            self.present = present
            self.absent = absent
            self.words = words
        }
    }

    public let id: ID
    public let slug: Tenant.Slug
    public let unitName: String
    /// Code of the campaign.
    public let campaign: String
    public let campaignName: String
    public let kind: Campaign.Review
    public let isOfTheProvince: Bool
    /// The last first: it counts.
    public let versions: [Version]
    /// In the order in which they came.
    public let papers: [Paper]
    /// Nil: not held yet.
    public let outcome: Outcome?

    public init(
        id: ID, slug: Tenant.Slug, unitName: String, campaign: String, campaignName: String, kind: Campaign.Review, isOfTheProvince: Bool,
        versions: [Version], papers: [Paper], outcome: Outcome?
    ) {
        self.id = id
        self.slug = slug
        self.unitName = unitName
        self.campaign = campaign
        self.campaignName = campaignName
        self.kind = kind
        self.isOfTheProvince = isOfTheProvince
        self.versions = versions
        self.papers = papers
        self.outcome = outcome
    }

    /// `Hội nghị sơ kết phong trào thi đua …`.
    public var name: String { "Hội nghị \(kind.vietnamese) \(campaignName.startingSmall)" }

    public var plan: Plan? { versions.first?.plan }

    public var standing: String { outcome.map { "đã tổ chức ngày \($0.heldOn.vietnamese)" } ?? "theo kế hoạch" }
}
