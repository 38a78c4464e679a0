/// What an outlet of the media published of a campaign, as it reported it. A correction takes the place of what it corrects.
public struct Coverage: Sendable, Hashable {
    public typealias ID = EntityID<Coverage>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case news, article, feature, column

        public var vietnamese: String {
            switch self {
            case .news: "tin"
            case .article: "bài"
            case .feature: "phóng sự"
            case .column: "chuyên mục"
            }
        }
    }

    /// What is reported of it.
    public struct Report: Sendable, Hashable {
        public var kind: Kind
        public var title: String
        public var publishedOn: CivilDate
        /// On air; nil: it has a link alone.
        public var minutes: Int?
        /// `https://…`; empty: it was on air alone.
        public var link: String

        public init(kind: Kind, title: String, publishedOn: CivilDate, minutes: Int? = nil, link: String = "") {
            self.kind = kind
            self.title = title
            self.publishedOn = publishedOn
            self.minutes = minutes
            self.link = link
        }

        /// `5 phút`, the link, or both.
        public var extent: String {
            [minutes.map { "\(VietnameseNumber.text($0)) phút" } ?? "", link].filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    public let id: ID
    public let outlet: Tenant.ID
    public let outletSlug: Tenant.Slug
    public let outletName: String
    /// Code of the campaign.
    public let campaign: String
    /// Nil: it was not planned.
    public let line: CoverageLine.ID?
    /// Of the line, as far as it is in sight; else empty.
    public let subject: String
    public let report: Report
    /// Whether the line had an approved press kit on the day of publication; false of what was not planned.
    public let hasKit: Bool
    /// Published before the day from which that press kit may be.
    public let isEarly: Bool
    /// What it takes the place of.
    public let corrects: ID?
    /// Of a correction; else empty.
    public let reason: String
    public let recordedOn: CivilDate

    public init(
        id: ID, outlet: Tenant.ID, outletSlug: Tenant.Slug, outletName: String, campaign: String, line: CoverageLine.ID?, subject: String,
        report: Report, hasKit: Bool, isEarly: Bool, corrects: ID?, reason: String, recordedOn: CivilDate
    ) {
        self.id = id
        self.outlet = outlet
        self.outletSlug = outletSlug
        self.outletName = outletName
        self.campaign = campaign
        self.line = line
        self.subject = subject
        self.report = report
        self.hasKit = hasKit
        self.isEarly = isEarly
        self.corrects = corrects
        self.reason = reason
        self.recordedOn = recordedOn
    }

    static let noKit = "chưa có bộ tư liệu được duyệt"
    static let early = "trước ngày được đăng, phát"

    /// Whether what was published went by approved facts, and not before their day.
    public var kitWords: String { !hasKit ? Self.noKit : isEarly ? "đã duyệt, \(Self.early)" : "đã duyệt" }
}

/// How much one outlet published between two days, by kind.
public struct CoverageCount: Sendable, Hashable {
    public let outletSlug: Tenant.Slug
    public let outletName: String
    public let counts: [Coverage.Kind: Int]
    public let minutes: Int

    public init(outletSlug: Tenant.Slug, outletName: String, counts: [Coverage.Kind: Int], minutes: Int) {
        self.outletSlug = outletSlug
        self.outletName = outletName
        self.counts = counts
        self.minutes = minutes
    }

    public var total: Int { counts.values.reduce(0, +) }

    /// `3 tin, 2 bài, 1 phóng sự; 12 phút`; `không` where there is none.
    public static func words(_ all: [CoverageCount]) -> String {
        let kinds = Coverage.Kind.allCases.compactMap { kind -> String? in
            let count = all.reduce(0) { $0 + ($1.counts[kind] ?? 0) }
            return count == 0 ? nil : "\(VietnameseNumber.text(count)) \(kind.vietnamese)"
        }
        let minutes = all.reduce(0) { $0 + $1.minutes }
        guard !kinds.isEmpty else { return "không" }
        return kinds.joined(separator: ", ") + (minutes == 0 ? "" : "; \(VietnameseNumber.text(minutes)) phút")
    }
}
