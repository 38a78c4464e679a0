extension Difficulty {
    /// Where a difficulty is (A69).
    public enum State: String, Sendable, Hashable, CaseIterable {
        case raised, accepted, routed, answered, confirmed, withdrawn

        public var isOpen: Bool { self != .confirmed && self != .withdrawn }

        public var vietnamese: String {
            switch self {
            case .raised: "đã nêu, chờ tiếp nhận"
            case .accepted: "đã tiếp nhận"
            case .routed: "đã chuyển giải quyết"
            case .answered: "đã trả lời, chờ đơn vị nêu xác nhận"
            case .confirmed: "đã giải quyết"
            case .withdrawn: "đã rút"
            }
        }
    }

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case accept, route, pass, answer, confirm, reopen, withdraw

        public var vietnamese: String {
            switch self {
            case .accept: "tiếp nhận"
            case .route: "chuyển cơ quan, đơn vị giải quyết"
            case .pass: "chuyển lên Phòng Tổng hợp"
            case .answer: "trả lời"
            case .confirm: "xác nhận đã giải quyết"
            case .reopen: "đề nghị giải quyết tiếp"
            case .withdraw: "rút"
            }
        }

        /// Says something that nobody can guess.
        public var needsWords: Bool {
            switch self {
            case .accept, .route, .confirm: false
            case .pass, .answer, .reopen, .withdraw: true
            }
        }
    }

    /// Who has it before him: a sub-unit's own unit first, the province what a unit of the first tier raises or passes on.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case unit, province

        public var vietnamese: String {
            switch self {
            case .unit: "tại đơn vị"
            case .province: "tại Phòng Tổng hợp, Văn phòng UBND tỉnh"
            }
        }
    }

    /// Whose step it is.
    public enum Party: String, Sendable, Hashable, CaseIterable {
        case raiser
        /// The unit above the sub-unit that raised it.
        case unit
        /// Phòng Tổng hợp of the Office.
        case office
        case solver

        public var vietnamese: String {
            switch self {
            case .raiser: "đơn vị nêu khó khăn, vướng mắc"
            case .unit: "đơn vị cấp trên của đơn vị nêu"
            case .office: "Phòng Tổng hợp, Văn phòng UBND tỉnh"
            case .solver: "cơ quan, đơn vị được chuyển giải quyết"
            }
        }
    }

    /// The state after a step; nil: it is out of order. A district passes on what it cannot solve; the province is the last to ask. Of a unit that has
    /// ended nobody confirms an answer: what it put to the province is withdrawn then too.
    public static func state(after step: Step, in state: State, at level: Level, raiserHasEnded: Bool = false) -> State? {
        switch (step, state) {
        case (.accept, .raised): .accepted
        case (.route, .accepted), (.route, .routed): .routed
        case (.pass, .accepted), (.pass, .routed): level == .unit ? .raised : nil
        case (.answer, .accepted), (.answer, .routed): .answered
        case (.confirm, .answered): .confirmed
        case (.reopen, .answered): .accepted
        case (.withdraw, .raised), (.withdraw, .accepted), (.withdraw, .routed): .withdrawn
        case (.withdraw, .answered): raiserHasEnded && level == .province ? .withdrawn : nil
        default: nil
        }
    }

    /// The Office withdraws what a unit that has ended put to it.
    public static func party(of step: Step, in state: State, at level: Level, raiserHasEnded: Bool = false) -> Party {
        switch step {
        case .withdraw where raiserHasEnded && level == .province: .office
        case .confirm, .reopen, .withdraw: .raiser
        case .answer where state == .routed: .solver
        case .accept, .route, .pass, .answer: level == .province ? .office : .unit
        }
    }

    /// The last day of the clock that begins when a state does; nil: nobody is waited for. Taking it on, or asking another solver, begins none.
    ///
    /// - Parameters:
    ///   - routeDays: working days to route or answer it (parameter `difficultyRouteDays`).
    ///   - answerDays: working days of the solver (parameter `difficultyAnswerDays`).
    public static func lastDay(
        of state: State, since day: CivilDate, routeDays: Int, answerDays: Int, _ calendar: WorkingCalendar
    ) -> CivilDate? {
        switch state {
        case .raised, .accepted: calendar.day(routeDays, workingDaysAfter: day)
        case .routed: calendar.day(answerDays, workingDaysAfter: day)
        case .answered, .confirmed, .withdrawn: nil
        }
    }

    /// The state after a step that is taken now; nil: it is out of order.
    public func outcome(of step: Step) -> State? {
        Difficulty.state(after: step, in: state, at: level, raiserHasEnded: raiserHasEnded)
    }

    /// Whose a step is that is taken now.
    public func taker(of step: Step) -> Party {
        Difficulty.party(of: step, in: state, at: level, raiserHasEnded: raiserHasEnded)
    }

    /// What can be done now by each party.
    public var possible: [(step: Step, party: Party)] {
        Step.allCases.filter { outcome(of: $0) != nil }.map { ($0, taker(of: $0)) }
    }
}
