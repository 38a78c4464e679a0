/// What the table of units counts of each, in the order of its columns. Each is a list of items: ``narrow(_:)`` says which.
public enum UnitFigure: String, Sendable, Hashable, CaseIterable {
    /// Those that count: exempted and cancelled ones do not.
    case items
    case acknowledged
    /// Reported on since the reporting period began.
    case reported
    case done, onTime, early
    /// Vượt chỉ tiêu: strictly better than the target (A46).
    case above
    /// Done after the due date, or a periodic item that missed one of its deadlines.
    case late
    /// Done, and never given a date (A26): with the three before it, all that is done.
    case undated
    /// Not done, and past the due date; a periodic item from the first deadline that it missed.
    case overdue
    case dueSoon
    /// Whose due date was moved.
    case extended

    public var vietnamese: String {
        switch self {
        case .items: "Nhiệm vụ, chỉ tiêu"
        case .acknowledged: "Đã tiếp nhận"
        case .reported: "Có báo cáo trong kỳ"
        case .done: "Hoàn thành"
        case .onTime: "Đúng hạn"
        case .early: "Trước hạn"
        case .above: "Vượt chỉ tiêu"
        case .late: "Hoàn thành quá hạn"
        case .undated: "Hoàn thành, chưa có thời hạn"
        case .overdue: "Đang quá hạn"
        case .dueSoon: "Đến hạn trong 7 ngày"
        case .extended: "Được gia hạn"
        }
    }

    /// Whether more of it is worse.
    public var isBad: Bool { self == .late || self == .overdue }

    /// Narrows a list to exactly the items that the figure counts.
    public func narrow(_ filter: inout LedgerFilter) {
        switch self {
        case .items: filter.figure = .counted
        case .acknowledged: filter.figure = .acknowledged
        case .reported: filter.figure = .reported
        case .done: filter.figure = .done
        case .above: filter.figure = .above
        case .extended: filter.figure = .extended
        case .onTime: filter.timeliness = .completedOnTime
        case .early: filter.timeliness = .completedEarly
        case .late: filter.timeliness = .completedLate
        case .undated: filter.timeliness = .completedUndated
        case .overdue: filter.timeliness = .overdue
        case .dueSoon: filter.timeliness = .dueSoon
        }
    }
}

/// A unit's figures on a day.
public struct UnitFigures: Sendable, Hashable {
    private var counts: [Int]

    /// All 0.
    public init() {
        counts = Array(repeating: 0, count: UnitFigure.allCases.count)
    }

    /// Of the items that a unit itself answers for.
    public init(_ ledger: LedgerCounts) {
        self.init()
        self[.items] = ledger.items
        self[.acknowledged] = ledger.items - ledger.unacknowledged
        self[.reported] = ledger.reportedThisPeriod
        self[.done] = ledger.done
        self[.onTime] = ledger.completedOnTime
        self[.early] = ledger.completedEarly
        self[.above] = ledger.above
        self[.late] = ledger.completedLate
        self[.undated] = ledger.completedUndated
        self[.overdue] = ledger.overdue
        self[.dueSoon] = ledger.dueSoon
        self[.extended] = ledger.extended
    }

    public subscript(figure: UnitFigure) -> Int {
        get { counts[Self.places[figure] ?? 0] }
        set { counts[Self.places[figure] ?? 0] = newValue }
    }

    private static let places = Dictionary(uniqueKeysWithValues: UnitFigure.allCases.enumerated().map { ($0.element, $0.offset) })

    public static func + (lhs: UnitFigures, rhs: UnitFigures) -> UnitFigures { combined(lhs, rhs, +) }
    public static func - (lhs: UnitFigures, rhs: UnitFigures) -> UnitFigures { combined(lhs, rhs, -) }

    private static func combined(_ lhs: UnitFigures, _ rhs: UnitFigures, _ operation: (Int, Int) -> Int) -> UnitFigures {
        var result = UnitFigures()
        for figure in UnitFigure.allCases { result[figure] = operation(lhs[figure], rhs[figure]) }
        return result
    }
}
