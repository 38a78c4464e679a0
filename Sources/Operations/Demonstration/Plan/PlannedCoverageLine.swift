public import Domain

/// A line of the media plan of a demonstration, with its press kit and what was published, as far as it got.
public struct PlannedCoverageLine: Sendable, Hashable {
    /// Code of the outlet of the media.
    public let outlet: String
    public let occasion: CoverageLine.Occasion
    public let subject: String
    public let kind: Coverage.Kind
    public let plannedOn: CivilDate
    /// Nil: none were approved yet.
    public let facts: String?
    /// Nil: nothing was published yet.
    public let report: Coverage.Report?
}
