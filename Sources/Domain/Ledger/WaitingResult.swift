/// A result that waits for its assigner to accept or return it: one row of a list.
public struct WaitingResult: Sendable, Hashable {
    public let report: ProgressReport.ID
    public let item: WorkItem.ID
    public let code: String
    public let title: String
    public let tenant: Tenant.Slug
    /// Of the sub-unit that must do it.
    public let unitName: String
    public let dueOn: CivilDate?
    public let evidenceOn: CivilDate
    /// Of the paper that the result is; empty where it is none.
    public let documentNumber: String
    /// Of a target.
    public let figure: ProgressReport.Figure?
    /// What the figure is measured in.
    public let measureUnit: String?
    /// By whose paper the figure is confirmed, where the target names a body.
    public let confirmer: String?
    /// When it was sent.
    public let recordedOn: CivilDate

    public init(
        report: ProgressReport.ID, item: WorkItem.ID, code: String, title: String, tenant: Tenant.Slug, unitName: String,
        dueOn: CivilDate?, evidenceOn: CivilDate, documentNumber: String, figure: ProgressReport.Figure?, measureUnit: String?,
        confirmer: String?, recordedOn: CivilDate
    ) {
        self.report = report
        self.item = item
        self.code = code
        self.title = title
        self.tenant = tenant
        self.unitName = unitName
        self.dueOn = dueOn
        self.evidenceOn = evidenceOn
        self.documentNumber = documentNumber
        self.figure = figure
        self.measureUnit = measureUnit
        self.confirmer = confirmer
        self.recordedOn = recordedOn
    }

    /// What was sent: `12/BC-UBND; 7,5 % (chính thức)`.
    public var words: String {
        [documentNumber, figure.map { "\($0.value.vietnamese) \(measureUnit ?? "") (\($0.status.vietnamese))" } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    public var position: ProgressReport.Position { ProgressReport.Position(evidenceOn: evidenceOn, report: report) }
}
