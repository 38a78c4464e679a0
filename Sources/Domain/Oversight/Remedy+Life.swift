extension Remedy {
    /// Where it is.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case open, reported, closed, withdrawn

        public var isOpen: Bool { self == .open || self == .reported }

        public var vietnamese: String {
            switch self {
            case .open: "đang khắc phục"
            case .reported: "đã báo cáo kết quả, chờ xác nhận"
            case .closed: "đã khắc phục"
            case .withdrawn: "đã rút yêu cầu"
            }
        }
    }

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case report, close, `return`, withdraw

        public var vietnamese: String {
            switch self {
            case .report: "báo cáo kết quả khắc phục"
            case .close: "xác nhận đã khắc phục"
            case .return: "trả lại, yêu cầu khắc phục tiếp"
            case .withdraw: "rút yêu cầu khắc phục"
            }
        }

        /// Says something that nobody can guess.
        public var needsWords: Bool { self != .close }
    }

    /// Whose step it is.
    public enum Party: String, Sendable, Hashable, CaseIterable {
        /// Who has to put it right.
        case owner
        /// Who ordered it.
        case orderer

        public var vietnamese: String {
            switch self {
            case .owner: "đơn vị, cá nhân khắc phục"
            case .orderer: "nơi yêu cầu khắc phục"
            }
        }
    }

    /// The state after a step; nil: it is out of order.
    public static func state(after step: Step, in state: State) -> State? {
        switch (step, state) {
        case (.report, .open): .reported
        case (.return, .reported): .open
        case (.close, .reported): .closed
        case (.withdraw, .open), (.withdraw, .reported): .withdrawn
        default: nil
        }
    }

    public static func party(of step: Step) -> Party { step == .report ? .owner : .orderer }

    /// The last day: a day off moves to the first working day behind it.
    public static func lastDay(_ day: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
        calendar.day(1, workingDaysAfter: day.adding(days: -1))
    }

    /// What can be done now by each party: nothing is sent back to a unit that has ended.
    public var possible: [(step: Step, party: Party)] {
        Step.allCases.filter { Remedy.state(after: $0, in: state) != nil && !($0 == .return && ownerHasEnded) }
            .map { ($0, Remedy.party(of: $0)) }
    }
}
