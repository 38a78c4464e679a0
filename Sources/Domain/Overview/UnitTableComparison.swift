/// Two days of the same table beside each other: what appeared, went, changed.
public struct UnitTableComparison: Sendable, Hashable {
    /// Code of the campaign.
    public let campaign: String
    public let from: CivilDate
    public let to: CivilDate
    /// In the order of the later table; what went comes last.
    public let rows: [Row]

    public init(_ earlier: UnitTable, _ later: UnitTable) {
        campaign = later.campaign
        from = earlier.asOf
        to = later.asOf
        let before = Dictionary(uniqueKeysWithValues: earlier.rows.map { ($0.unit.unit, $0) })
        let stays = Set(later.rows.map(\.unit.unit))
        rows =
            later.rows.map { Row(before: before[$0.unit.unit], after: $0) }
            + earlier.rows.filter { !stays.contains($0.unit.unit) }.map { Row(before: $0, after: nil) }
    }

    /// What became of a unit's row.
    public enum Effect: String, Sendable, Hashable, CaseIterable {
        case appeared, went, changed, same

        public var vietnamese: String {
            switch self {
            case .appeared: "mới có"
            case .went: "không còn"
            case .changed: "thay đổi"
            case .same: "không đổi"
            }
        }
    }

    public struct Row: Sendable, Hashable {
        /// Nil: the unit appeared.
        public let before: UnitTable.Row?
        /// Nil: the unit went.
        public let after: UnitTable.Row?

        public var unit: UnitOverview.Place? { (after ?? before)?.unit }

        public var effect: Effect {
            guard let before else { return .appeared }
            guard let after else { return .went }
            let same =
                before.figures == after.figures && before.launchedOn == after.launchedOn && before.endedOn == after.endedOn
                && before.verdict == after.verdict
                && before.unit.fullName == after.unit.fullName
            return same ? .same : .changed
        }
    }
}
