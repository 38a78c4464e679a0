/// What the ledger tells about how a unit keeps the motto: of each item that it answers for itself, and of its launch. The indicators are made
/// of these by ``MottoIndicator``.
public struct MottoFacts: Sendable, Hashable {
    public let items: [Item]
    public let launch: Launch?
    /// The papers by which the Chairman criticised the unit; nil: the officer may not know.
    public let criticisms: [Act]?
    /// Its return of each month that was opened, as far as the officer may know.
    public let monthlyReturns: [MonthlyReturn]

    public init(items: [Item], launch: Launch?, criticisms: [Act]? = nil, monthlyReturns: [MonthlyReturn] = []) {
        self.items = items
        self.launch = launch
        self.criticisms = criticisms
        self.monthlyReturns = monthlyReturns
    }

    public static let none = MottoFacts(items: [], launch: nil)

    /// One item that counts for the campaign; exempted and cancelled ones are left out.
    public struct Item: Sendable, Hashable {
        public let id: WorkItem.ID
        public let code: String
        public let assignedOn: CivilDate
        /// Since when it stands in the ledger.
        public let recordedOn: CivilDate
        /// As it stands after extensions; nil: none yet.
        public let dueOn: CivilDate?
        public let acknowledgedOn: CivilDate?
        /// The day of the result that was accepted (A24).
        public let doneOn: CivilDate?
        /// Number of its paper, and the day on which it was entered.
        public let resultNumber: String
        public let resultEnteredOn: CivilDate?
        /// Days on which something was reported of it.
        public let updatedOn: [CivilDate]
        public let returns: [Act]
        public let violations: [Act]
        /// Of a periodic item, by date.
        public let occurrences: [LedgerItem.Occurrence]

        public init(
            id: WorkItem.ID, code: String, assignedOn: CivilDate, recordedOn: CivilDate, dueOn: CivilDate? = nil,
            acknowledgedOn: CivilDate? = nil,
            doneOn: CivilDate? = nil, resultNumber: String = "", resultEnteredOn: CivilDate? = nil, updatedOn: [CivilDate] = [],
            returns: [Act] = [], violations: [Act] = [], occurrences: [LedgerItem.Occurrence] = []
        ) {
            self.id = id
            self.code = code
            self.assignedOn = assignedOn
            self.recordedOn = recordedOn
            self.dueOn = dueOn
            self.acknowledgedOn = acknowledgedOn
            self.doneOn = doneOn
            self.resultNumber = resultNumber
            self.resultEnteredOn = resultEnteredOn
            self.updatedOn = updatedOn
            self.returns = returns
            self.violations = violations
            self.occurrences = occurrences
        }
    }

    /// A return of a result, or a finding of an inspection.
    public struct Act: Sendable, Hashable {
        public let on: CivilDate
        public let number: String
        /// Returned for quality, not for completeness.
        public let isQuality: Bool

        public init(on: CivilDate, number: String = "", isQuality: Bool = false) {
            self.on = on
            self.number = number
            self.isQuality = isQuality
        }

        /// `05/6/2023, văn bản số 12/BC`.
        var words: String { on.vietnamese + (number.isEmpty ? "" : ", văn bản số \(number)") }
    }

    /// What a unit owes about a month.
    public struct MonthlyReturn: Sendable, Hashable {
        public let month: ReportMonth
        /// Last day in time.
        public let dueOn: CivilDate
        /// Nil: not yet.
        public let approvedOn: CivilDate?

        public init(month: ReportMonth, dueOn: CivilDate, approvedOn: CivilDate?) {
            self.month = month
            self.dueOn = dueOn
            self.approvedOn = approvedOn
        }
    }

    public struct Launch: Sendable, Hashable {
        /// The province's own.
        public let provinceOn: CivilDate
        /// Last day in time (A22).
        public let deadline: CivilDate
        /// The unit's; nil: not yet.
        public let unitOn: CivilDate?
        /// When the unit was opened; nil: long before.
        public var openedOn: CivilDate?

        public init(provinceOn: CivilDate, deadline: CivilDate, unitOn: CivilDate?, openedOn: CivilDate? = nil) {
            self.provinceOn = provinceOn
            self.deadline = deadline
            self.unitOn = unitOn
            self.openedOn = openedOn
        }

        /// Late by the calendar, and not by its own fault.
        var isOpenedAfterDeadline: Bool { openedOn.map { $0 > deadline } ?? false }
    }
}
