/// Báo cáo tháng of one unit or sub-unit: drafted by whoever reports for it, approved by its head with the figures as the ledger has them at
/// that moment. What was approved stays; what comes later shows as an adjustment of the next month (A64).
public struct UnitReturn: Sendable, Hashable {
    public let tenant: Tenant.Slug
    public let unit: SubUnit.ID
    public let unitName: String
    /// 0: it is awaited, and nobody has begun it.
    public let version: Int
    public let words: Words
    /// Nil while it is a draft.
    public let approval: Approval?

    /// What it says beside the figures.
    public struct Words: Sendable, Hashable {
        /// Không phát sinh: an answer too.
        public var nothing: Bool
        public var results: String
        public var difficulties: String
        public var proposals: String
        /// On what the checks warn of.
        public var explanation: String

        public init(nothing: Bool, results: String, difficulties: String, proposals: String, explanation: String) {
            self.nothing = nothing
            self.results = results
            self.difficulties = difficulties
            self.proposals = proposals
            self.explanation = explanation
        }
    }

    public struct Approval: Sendable, Hashable {
        public let on: CivilDate
        public let isLate: Bool
        /// Communes that had sent none, of a district.
        public let missingUnits: Int
        public let warnings: [Warning]
        public let figures: MonthFigures

        public init(on: CivilDate, isLate: Bool, missingUnits: Int, warnings: [Warning], figures: MonthFigures) {
            self.on = on
            self.isLate = isLate
            self.missingUnits = missingUnits
            self.warnings = warnings
            self.figures = figures
        }
    }

    /// What is no mistake, but wants a word before the return is sent.
    public enum Warning: String, Sendable, Hashable, CaseIterable {
        case late, overdue, missingUnits, unacknowledged

        public var vietnamese: String {
            switch self {
            case .late: "báo cáo gửi sau thời hạn"
            case .overdue: "còn nhiệm vụ, chỉ tiêu quá hạn mà chưa nêu khó khăn, vướng mắc"
            case .missingUnits: "còn xã, phường, thị trấn chưa gửi báo cáo"
            case .unacknowledged: "còn nhiệm vụ, chỉ tiêu chưa tiếp nhận"
            }
        }
    }

    public init(tenant: Tenant.Slug, unit: SubUnit.ID, unitName: String, version: Int, words: Words, approval: Approval?) {
        self.tenant = tenant
        self.unit = unit
        self.unitName = unitName
        self.version = version
        self.words = words
        self.approval = approval
    }

    public var stateName: String {
        guard let approval else { return version == 0 ? "chưa gửi" : "đang soạn" }
        return (words.nothing ? "không phát sinh" : "đã gửi") + (approval.isLate ? ", muộn" : "")
    }
}

/// What the ledger and the units below say about a return before it is sent.
public struct ReturnStanding: Sendable, Hashable {
    public let figures: MonthFigures
    /// Communes that have not sent theirs, of a district.
    public let waiting: Int
    public let warnings: [UnitReturn.Warning]

    public init(figures: MonthFigures, waiting: Int, warnings: [UnitReturn.Warning]) {
        self.figures = figures
        self.waiting = waiting
        self.warnings = warnings
    }
}

extension Problem {
    /// Of a period that was over before the unit was founded.
    public static let returnNotOwed = Problem(
        .conflict, "return-not-owed", "Đơn vị thành lập sau kỳ báo cáo này nên không phải báo cáo kỳ này. Chọn kỳ sau.")
}
