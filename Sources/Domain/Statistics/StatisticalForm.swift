/// The yearly forms of Thông tư 02/2023/TT-BNV that are filled from the register of awards and the launches (D21): Sở Nội vụ sends them to
/// Bộ Nội vụ by 15/12.
public enum StatisticalForm: String, Sendable, Hashable, CaseIterable {
    /// Campaigns by who launched them, their scope, duration and mode.
    case campaigns = "0601"
    /// Awards by the province, by form, mode and who received them.
    case awards = "0603"

    public var title: String {
        switch self {
        case .campaigns: "Số phong trào thi đua"
        case .awards: "Số lượng khen thưởng cấp bộ, cấp tỉnh"
        }
    }

    /// Of the form in its circular.
    public var number: String { "\(rawValue).N" }

    public static let circular = "Thông tư 02/2023/TT-BNV ngày 23/3/2023"

    public var citation: String { "Biểu số \(number), \(Self.circular)" }

    /// What its figures count (đơn vị tính).
    public var measure: String {
        switch self {
        case .campaigns: "phong trào"
        case .awards: "lượt khen thưởng"
        }
    }

    public var columns: [Column] {
        switch self {
        case .campaigns:
            [Column("total", "Tổng số")] + CampaignFact.Scope.allCases.map { Column($0.rawValue, $0.vietnamese) }
                + CampaignFact.Duration.allCases.map { Column($0.rawValue, $0.vietnamese) }
                + CampaignFact.Mode.allCases.map { Column($0.rawValue, $0.vietnamese) }
        case .awards:
            [
                Column("total", "Tổng số"), Column("collectives", "Tập thể"), Column("enterprises", "Trong đó: doanh nghiệp"),
                Column("households", "Hộ gia đình"), Column("individuals", "Cá nhân"),
            ] + Post.LeaderRank.allCases.map { Column($0.rawValue, "Cá nhân: \($0.vietnamese)") }
        }
    }

    /// A figure of every row.
    public struct Column: Sendable, Hashable {
        public let code: String
        public let name: String

        public init(_ code: String, _ name: String) {
            self.code = code
            self.name = name
        }
    }
}

/// What was launched and given from one day to another, as it was recorded by a day: asked again, it counts the same.
public struct StatisticalPeriod: Sendable, Hashable {
    public let from: CivilDate
    public let to: CivilDate
    /// What was recorded later is not counted.
    public let knownOn: CivilDate

    /// - Throws: `invalid-input` where it ends before it begins.
    public init(from: CivilDate, to: CivilDate, knownOn: CivilDate) throws(Problem) {
        guard from <= to else { throw .invalid("?to", "trước ?from (\(from.vietnamese)); đổi lại hai ngày") }
        self.from = from
        self.to = to
        self.knownOn = knownOn
    }

    public var vietnamese: String { "từ \(from.vietnamese) đến \(to.vietnamese), theo số liệu ghi nhận đến hết \(knownOn.vietnamese)" }
}

/// A form with its figures.
public struct StatisticalTable: Sendable, Hashable {
    public let form: StatisticalForm
    public let period: StatisticalPeriod
    public let rows: [Row]

    public init(form: StatisticalForm, period: StatisticalPeriod, rows: [Row]) {
        self.form = form
        self.period = period
        self.rows = rows
    }

    public struct Row: Sendable, Hashable {
        public let code: String
        public let name: String
        /// In the order of the form's columns; nil: nothing of it is kept here.
        public let figures: [Int?]
        public let note: String

        public init(code: String, name: String, figures: [Int?], note: String = "") {
            self.code = code
            self.name = name
            self.figures = figures
            self.note = note
        }
    }
}
