/// Phê bình: proposed by Home Affairs from facts of the ledger, explained by the one concerned, signed by the Chairman or not (A67,
/// domain.md 7.11). An administrative act, no discipline; not public by default. A reminder is none: it goes out by itself.
public enum Criticism {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case proposed, explained, put, signed, notSigned

        /// - Parameter kind: what is signed or not: a reminder is no criticism.
        public func vietnamese(_ kind: KeptCriticism.Kind) -> String {
            switch self {
            case .proposed: "đề xuất, chờ giải trình"
            case .explained: "đã giải trình"
            case .put: "trình Chủ tịch UBND tỉnh"
            case .signed: "đã ký \(kind.vietnamese)"
            case .notSigned: "không ký \(kind.vietnamese)"
            }
        }
    }

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case explain, put, sign, decline

        /// - Parameter kind: what the paper is: a reminder is no criticism.
        public func vietnamese(_ kind: KeptCriticism.Kind) -> String {
            switch self {
            case .explain: "giải trình"
            case .put: "trình Chủ tịch UBND tỉnh"
            case .sign: "ký văn bản \(kind.vietnamese)"
            case .decline: "không ký văn bản \(kind.vietnamese)"
            }
        }
    }

    /// The state after a step.
    ///
    /// - Parameters:
    ///   - kind: what a refusal calls it; the steps are the same.
    ///   - day: of the step.
    ///   - explainBy: ``lastDayToExplain(proposedOn:days:_:)``.
    /// - Throws: ``AwardRefusal/criticismOutOfOrder(_:_:_:)``; ``AwardRefusal/explanationAwaited(until:)`` where the one concerned still has
    ///   time.
    public static func state(
        after step: Step, in state: State, of kind: KeptCriticism.Kind = .criticism, on day: CivilDate, explainBy: CivilDate
    ) throws(AwardRefusal) -> State {
        switch (step, state) {
        case (.explain, .proposed): return .explained
        case (.put, .explained): return .put
        case (.put, .proposed):
            // Who says nothing in his time has been heard.
            if day <= explainBy { throw .explanationAwaited(until: explainBy) }
            return .put
        case (.sign, .put): return .signed
        case (.decline, .put): return .notSigned
        default: throw .criticismOutOfOrder(step, state, kind)
        }
    }

    /// The last day to explain.
    ///
    /// - Parameter days: parameter `explanationDays`, working days.
    public static func lastDayToExplain(proposedOn: CivilDate, days: Int, _ calendar: WorkingCalendar) -> CivilDate {
        calendar.day(days, workingDaysAfter: proposedOn)
    }
}

/// What of a ledger lets criticism be proposed; a person decides whether it is (A67).
public struct CriticismGrounds: Sendable, Hashable {
    /// Codes of items overdue for more days than the parameter `critDays`.
    public let overdue: [String]
    /// Codes of the items of the month that were late, where there are as many as the parameter `critLateItems`.
    public let late: [String]

    public var isEmpty: Bool { overdue.isEmpty && late.isEmpty }

    /// - Parameters:
    ///   - open: items not done, with their due dates.
    ///   - lateInMonth: codes of items late in one month.
    ///   - day: the day that asks.
    public init(
        open: [(code: String, dueOn: CivilDate)], lateInMonth: [String], on day: CivilDate, criticismDays: Int, criticismLateItems: Int
    ) {
        overdue = open.filter { $0.dueOn.days(to: day) > criticismDays }.map(\.code)
        late = lateInMonth.count >= criticismLateItems ? lateInMonth : []
    }
}
