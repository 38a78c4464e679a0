/// When people are reminded of an item, of what has to be put right, of a difficulty, of a missing return or of a period to open (A67), from a day
/// on. The Office keeps the days; about what and whom a rule reminds, its code says. Of the items of a campaign the days of its plan go before those
/// that came with the product.
public struct ReminderRule: Sendable, Hashable {
    public enum About: String, Sendable, Hashable, CaseIterable {
        case item, remedy, difficulty
        case unitReturn = "return"
        /// A reporting period that is to be opened; counted from its first day.
        case period

        public var vietnamese: String {
            switch self {
            case .item: "nhiệm vụ, chỉ tiêu"
            case .remedy: "yêu cầu khắc phục"
            case .difficulty: "khó khăn, vướng mắc"
            case .unitReturn: "báo cáo tháng"
            case .period: "mở kỳ báo cáo tháng"
            }
        }

        /// How early a rule about it may speak: nothing is told of a period before it begins.
        public var earliest: Int { self == .period ? 0 : -60 }

        /// `7 ngày trước hạn`, `ngày đến hạn`; of a period `ngày đầu kỳ`, `2 ngày sau ngày đầu kỳ`.
        public func words(ofDay days: Int) -> String {
            let day = self == .period ? "ngày đầu kỳ" : "hạn"
            if days == 0 { return self == .period ? day : "ngày đến hạn" }
            return days < 0 ? "\(-days) ngày trước \(day)" : "\(days) ngày sau \(day)"
        }
    }

    /// Who is told.
    public enum Told: String, Sendable, Hashable, CaseIterable {
        case doer, head, office

        public var vietnamese: String {
            switch self {
            case .doer: "người thực hiện"
            case .head: "người đứng đầu"
            case .office: "Văn phòng UBND tỉnh"
            }
        }
    }

    public let code: String
    public let about: About
    public let told: Told
    /// From so many days after the due date on; negative: before it. Of a period from its first day on.
    public let days: Int
    /// And up to so many; nil: for as long as it is open.
    public let untilDays: Int?
    /// The reason, as the person reads it.
    public let words: String
    /// Who says so: a paper, or that the product does.
    public let source: String
    public let validFrom: CivilDate
    /// Last day; nil: still in force.
    public let validTo: CivilDate?

    public init(
        code: String, about: About, told: Told, days: Int, untilDays: Int?, words: String, source: String, validFrom: CivilDate,
        validTo: CivilDate?
    ) {
        self.code = code
        self.about = about
        self.told = told
        self.days = days
        self.untilDays = untilDays
        self.words = words
        self.source = source
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// `từ 7 ngày trước hạn đến 4 ngày trước hạn`, `từ 1 ngày sau hạn`, `từ ngày đầu kỳ`.
    public var span: String {
        let from = "từ \(about.words(ofDay: days))"
        return untilDays.map { "\(from) đến \(about.words(ofDay: $0))" } ?? from
    }

    /// `đang áp dụng`, `sẽ áp dụng`, `đã hết hiệu lực`.
    public func standing(on day: CivilDate) -> String {
        if validFrom > day { return "sẽ áp dụng" }
        return validTo.map { $0 < day } ?? false ? "đã hết hiệu lực" : "đang áp dụng"
    }
}
