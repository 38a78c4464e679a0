/// A report that counts for nothing until the assigner confirms it (A36): a figure, a delivery, or the first half of a task.
public struct UnconfirmedReport: Sendable, Hashable {
    public let report: ProgressReport.ID
    public let item: WorkItem.ID
    public let code: String
    public let title: String
    public let tenant: Tenant.Slug
    public let unitName: String
    public let evidenceOn: CivilDate
    public let milestonePercent: Int?
    public let figure: ProgressReport.Figure?
    /// What the figure is measured in.
    public let measureUnit: String?
    public let occurrence: CivilDate?
    /// By whose paper it is confirmed, where the target names a body.
    public let confirmer: String?

    public init(
        report: ProgressReport.ID, item: WorkItem.ID, code: String, title: String, tenant: Tenant.Slug, unitName: String,
        evidenceOn: CivilDate, milestonePercent: Int?, figure: ProgressReport.Figure?, measureUnit: String?, occurrence: CivilDate?,
        confirmer: String?
    ) {
        self.report = report
        self.item = item
        self.code = code
        self.title = title
        self.tenant = tenant
        self.unitName = unitName
        self.evidenceOn = evidenceOn
        self.milestonePercent = milestonePercent
        self.figure = figure
        self.measureUnit = measureUnit
        self.occurrence = occurrence
        self.confirmer = confirmer
    }

    /// What is to be confirmed: `50%`, `7,5 % (ước)`, `kỳ hạn 25/06/2023`.
    public var words: String {
        ProgressReport.counted(milestonePercent, figure, occurrence, in: measureUnit)
    }

    public var position: ProgressReport.Position { ProgressReport.Position(evidenceOn: evidenceOn, report: report) }
}

extension ProgressReport {
    /// What of it counts once it is confirmed, as ``UnconfirmedReport/words`` says it.
    ///
    /// - Parameter unit: what a figure is measured in.
    public func counted(in unit: String?) -> String {
        Self.counted(milestonePercent, figure, occurrence, in: unit)
    }

    static func counted(_ milestonePercent: Int?, _ figure: Figure?, _ occurrence: CivilDate?, in unit: String?) -> String {
        [
            milestonePercent.map { "\($0)%" }, figure.map { "\($0.value.vietnamese) \(unit ?? "") (\($0.status.vietnamese))" },
            occurrence.map { "kỳ hạn \($0.vietnamese)" },
        ].compactMap(\.self).joined(separator: "; ")
    }
}
