/// How a unit's items stood at the end of a reporting period, counted: what it must do itself, of the first tier what the province gave it.
/// `sql/routines/59_month.sql` counts them; nobody types one.
public struct MonthFigures: Sendable, Hashable {
    /// In the order in which tables show them and in which they are hashed. The eight from ``early`` to ``noDueDate`` add up to ``items``.
    public enum Figure: String, Sendable, Hashable, CaseIterable {
        /// Giao mới trong kỳ.
        case given
        /// Lũy kế from the beginning of the campaign; exempted and cancelled ones stand beside it.
        case items
        case early, onTime, late, undated, overdue, dueSoon, inTime, noDueDate
        /// Of the period alone.
        case nowEarly, nowOnTime, nowLate, nowUndated
        /// Vượt chỉ tiêu: strictly better than the target (A46).
        case above
        /// Whose due date was moved in the period.
        case extended
        case exempted, cancelled, unacknowledged

        public var vietnamese: String {
            switch self {
            case .given: "Giao mới trong kỳ"
            case .items: "Lũy kế"
            case .early: "Hoàn thành trước hạn"
            case .onTime: "Hoàn thành đúng hạn"
            case .late: "Hoàn thành quá hạn"
            case .undated: "Hoàn thành, chưa có thời hạn"
            case .overdue: "Còn quá hạn"
            case .dueSoon: "Sắp đến hạn"
            case .inTime: "Còn trong hạn, chưa sắp đến hạn"
            case .noDueDate: "Chưa có thời hạn"
            case .nowEarly: "Trước hạn trong kỳ"
            case .nowOnTime: "Đúng hạn trong kỳ"
            case .nowLate: "Quá hạn hoàn thành trong kỳ"
            case .nowUndated: "Chưa có thời hạn, hoàn thành trong kỳ"
            case .above: "Vượt chỉ tiêu"
            case .extended: "Gia hạn trong kỳ"
            case .exempted: "Không tính vào đánh giá"
            case .cancelled: "Hủy, thay thế, chuyển"
            case .unacknowledged: "Chưa tiếp nhận"
            }
        }

        /// Whether what was closed or approved earlier has none of it: what was done without a date was among ``noDueDate`` then.
        var cameLater: Bool { self == .undated || self == .nowUndated }
    }

    private var counts: [Int]

    /// All 0.
    public init() {
        counts = Array(repeating: 0, count: Figure.allCases.count)
    }

    public subscript(figure: Figure) -> Int {
        get { counts[Self.places[figure] ?? 0] }
        set { counts[Self.places[figure] ?? 0] = newValue }
    }

    private static let places = Dictionary(uniqueKeysWithValues: Figure.allCases.enumerated().map { ($0.element, $0.offset) })

    /// From the beginning.
    public var done: Int { self[.early] + self[.onTime] + self[.late] + self[.undated] }
    public var doneInPeriod: Int { self[.nowEarly] + self[.nowOnTime] + self[.nowLate] + self[.nowUndated] }
    /// Not done, and not late by the end of the period.
    public var openInTime: Int { self[.dueSoon] + self[.inTime] + self[.noDueDate] }
    /// `12/20`: done of all. Shares are told as counts, so that no rounding contradicts them (A50).
    public var doneShare: String { LedgerCounts.share(done, of: self[.items]) }

    public static func + (lhs: MonthFigures, rhs: MonthFigures) -> MonthFigures { combined(lhs, rhs, +) }
    public static func - (lhs: MonthFigures, rhs: MonthFigures) -> MonthFigures { combined(lhs, rhs, -) }

    private static func combined(_ lhs: MonthFigures, _ rhs: MonthFigures, _ operation: (Int, Int) -> Int) -> MonthFigures {
        var result = MonthFigures()
        for figure in Figure.allCases { result[figure] = operation(lhs[figure], rhs[figure]) }
        return result
    }

    public var json: JSONValue {
        .object(JSONObject(Figure.allCases.map { ($0.rawValue, .integer(self[$0])) }))
    }

    /// - Parameter text: as the database keeps them.
    public init(reading text: String) throws(JSONFaults) {
        self = try StrictJSON.read(text.utf8) { $0.object(Self.read) }
    }

    static func read(_ fields: inout JSONObjectReader) -> MonthFigures? {
        var figures = MonthFigures()
        for figure in Figure.allCases {
            let count =
                figure.cameLater
                ? fields.optional(figure.rawValue, default: 0) { $0.integer(in: 0...Int.max) }
                : fields.required(figure.rawValue)?.integer(in: 0...Int.max)
            guard let count else { return nil }
            figures[figure] = count
        }
        return figures
    }
}
