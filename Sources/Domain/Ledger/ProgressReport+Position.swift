extension ProgressReport {
    /// Where a page of reports ended: what lies longest comes first.
    public struct Position: Sendable, Hashable {
        public let evidenceOn: CivilDate
        public let report: ProgressReport.ID

        public init(evidenceOn: CivilDate, report: ProgressReport.ID) {
            self.evidenceOn = evidenceOn
            self.report = report
        }
    }
}
