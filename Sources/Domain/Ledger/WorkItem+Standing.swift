extension WorkItem {
    /// How an item stands, as reports and rulings say. Always derived, never typed in.
    public struct Standing: Sendable, Hashable {
        public let timeliness: Timeliness
        /// Date of the accepted result; of a target only if the figure reaches it. Nil while the item is not done.
        public let completedOn: CivilDate?
        /// Date of the accepted result, whether or not a target was reached by it.
        public let acceptedOn: CivilDate?
        public let closed: Closure?
        public let acknowledgedOn: CivilDate?
        public let lastReport: LastReport?
        /// The result that waits for the assigner.
        public let pendingResult: ProgressReport.ID?
        public let returns: Int
        /// Of which for quality (A43).
        public let qualityReturns: Int
        public let violations: Int
        /// How often its acceptance was taken back.
        public let revocations: Int
        /// Of a periodic item the deadline by which it stands as it does: the first that it missed, else the next. ``LedgerEntry/occurrence`` is what
        /// is shown of it.
        public let occurrence: CivilDate?

        public init(
            timeliness: Timeliness, completedOn: CivilDate?, acceptedOn: CivilDate?, closed: Closure?, acknowledgedOn: CivilDate?,
            lastReport: LastReport?, pendingResult: ProgressReport.ID?, returns: Int, qualityReturns: Int, violations: Int,
            revocations: Int = 0, occurrence: CivilDate? = nil
        ) {
            self.timeliness = timeliness
            self.completedOn = completedOn
            self.acceptedOn = acceptedOn
            self.closed = closed
            self.acknowledgedOn = acknowledgedOn
            self.lastReport = lastReport
            self.pendingResult = pendingResult
            self.returns = returns
            self.qualityReturns = qualityReturns
            self.violations = violations
            self.revocations = revocations
            self.occurrence = occurrence
        }

        /// Out of the count, by a ruling of that name.
        public enum Closure: String, Sendable, Hashable, CaseIterable {
            case exempted, replaced, cancelled, transferred
        }

        /// The latest by the date of its evidence.
        public struct LastReport: Sendable, Hashable {
            public let kind: ProgressReport.Kind
            public let evidenceOn: CivilDate
            public let milestonePercent: Int?
            public let figure: ProgressReport.Figure?
            public let recordedOn: CivilDate

            public init(
                kind: ProgressReport.Kind, evidenceOn: CivilDate, milestonePercent: Int?, figure: ProgressReport.Figure?,
                recordedOn: CivilDate
            ) {
                self.kind = kind
                self.evidenceOn = evidenceOn
                self.milestonePercent = milestonePercent
                self.figure = figure
                self.recordedOn = recordedOn
            }
        }
    }
}

extension WorkItem.Standing {
    /// Where the item is in its life.
    public var state: WorkItem.State {
        switch closed {
        case .exempted: .exempted
        case .replaced: .replaced
        case .cancelled: .cancelled
        case .transferred: .transferred
        case nil: work
        }
    }

    /// How it stands by its date, as officers read it: of what is out of the count, why, and never that it is overdue (A29). What its assigner has
    /// not judged is done by nothing else and stays overdue, but it is said for whom it waits, and of which day the result is (A25).
    public var timelinessWords: String {
        guard closed == nil else { return state.vietnamese }
        guard timeliness == .overdue, pendingResult != nil else { return timeliness.vietnamese }
        let day = lastReport.flatMap { $0.kind == .result ? " ngày \($0.evidenceOn.vietnamese)" : nil } ?? ""
        return "\(timeliness.vietnamese), kết quả\(day) chờ bên giao xác nhận"
    }

    /// Replaced, cancelled or transferred: nothing more is done to it.
    public var isGone: Bool { closed != nil && closed != .exempted }

    /// How far the work has come, whether or not it counts: an exempted item may still be worked on (A29).
    public var work: WorkItem.State {
        if acceptedOn != nil { return .accepted }
        if pendingResult != nil { return .resultSubmitted }
        if returns > 0 { return .returned }
        if lastReport != nil { return .inProgress }
        return acknowledgedOn == nil ? .assigned : .acknowledged
    }
}
