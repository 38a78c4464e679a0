/// Launches of one level with one span of days, for form 0601.
public struct CampaignFact: Sendable, Hashable {
    public let level: Level
    /// Of the campaign.
    public let firstDay: CivilDate
    public let lastDay: CivilDate
    public let count: Int

    public init(level: Level, firstDay: CivilDate, lastDay: CivilDate, count: Int) {
        self.level = level
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.count = count
    }

    /// Who launched: the province its campaign, units what they do in answer to it (Luật Thi đua, khen thưởng 2022, Điều 18).
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case province, department, district, commune, office

        public var vietnamese: String {
            switch self {
            case .province: "Cấp tỉnh phát động"
            case .department: "Sở, ban, ngành phát động"
            case .district: "Cấp huyện phát động"
            case .commune: "Cấp xã phát động"
            case .office: "Đơn vị trực thuộc phát động"
            }
        }

        /// The heads of local government launch in their locality, those of agencies in their agency.
        public var scope: Scope {
            switch self {
            case .province, .district, .commune: .locality
            case .department, .office: .agency
            }
        }
    }

    /// Luật Thi đua, khen thưởng 2022, Điều 16.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        case nationwide, locality, cluster, agency

        public var vietnamese: String {
            switch self {
            case .nationwide: "Phạm vi toàn quốc"
            case .locality: "Phạm vi bộ, ban, ngành, địa phương"
            case .cluster: "Phạm vi cụm, khối thi đua"
            case .agency: "Phạm vi cơ quan, tổ chức, đơn vị"
            }
        }
    }

    public enum Duration: String, Sendable, Hashable, CaseIterable {
        case underOneYear, oneYear, underThreeYears, underFiveYears, fiveYears

        public var vietnamese: String {
            switch self {
            case .underOneYear: "Thời hạn dưới 1 năm"
            case .oneYear: "Thời hạn 1 năm"
            case .underThreeYears: "Thời hạn trên 1 năm đến dưới 3 năm"
            case .underFiveYears: "Thời hạn từ 3 năm đến dưới 5 năm"
            case .fiveYears: "Thời hạn từ 5 năm trở lên"
            }
        }

        /// Whole years are counted from the first day to the day before it, as contracts count them.
        init(from first: CivilDate, to last: CivilDate) {
            let end = last.adding(days: 1)
            let (begun, ended) = ((first.month, first.day), (end.month, end.day))
            let years = end.year - first.year - (ended < begun ? 1 : 0)
            switch years {
            case ..<1: self = .underOneYear
            case 1 where begun == ended: self = .oneYear
            case ..<3: self = .underThreeYears
            case ..<5: self = .underFiveYears
            default: self = .fiveYears
            }
        }
    }

    /// Luật Thi đua, khen thưởng 2022, Điều 16: what has a theme and a last day is `theo chuyên đề`, as every campaign with a plan has.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        case thematic, regular

        public var vietnamese: String {
            switch self {
            case .thematic: "Theo chuyên đề"
            case .regular: "Thường xuyên"
            }
        }
    }

    public var duration: Duration { Duration(from: firstDay, to: lastDay) }
}

extension StatisticalTable {
    /// Form 0601.
    public init(_ facts: [CampaignFact], in period: StatisticalPeriod) {
        func figures(_ facts: [CampaignFact]) -> [Int?] {
            func count(_ isCounted: (CampaignFact) -> Bool) -> Int? { facts.filter(isCounted).reduce(0) { $0 + $1.count } }
            return [count { _ in true }] + CampaignFact.Scope.allCases.map { scope in count { $0.level.scope == scope } }
                + CampaignFact.Duration.allCases.map { duration in count { $0.duration == duration } }
                + CampaignFact.Mode.allCases.map { mode in count { _ in mode == .thematic } }
        }
        let rows = CampaignFact.Level.allCases.enumerated().map { index, level in
            Row(code: "0\(index + 1)", name: level.vietnamese, figures: figures(facts.filter { $0.level == level }))
        }
        self.init(form: .campaigns, period: period, rows: [Row(code: "00", name: "Tổng số", figures: figures(facts))] + rows)
    }
}
