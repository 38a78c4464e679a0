/// Tạm dừng xét: no award and no proposal while discipline is considered, or an investigation, inspection, audit, complaint or denunciation
/// with signs of a violation is under way (domain.md 1.3). Filing a complaint holds nothing; only opened verification does (1.9).
public struct IntegrityHold: Sendable, Hashable {
    /// Number and kind of the paper that opened it.
    public let document: String
    public let from: CivilDate
    /// Last day; nil while under way.
    public let through: CivilDate?

    public init(document: String, from: CivilDate, through: CivilDate?) {
        self.document = document
        self.from = from
        self.through = through
    }
}
