import Domain
import Operations

/// Criticism and reminders: a unit's own, or for Home Affairs and who signs all, with the form to propose one.
struct CriticismsPage: Page {
    static let template = "criticisms"
    let frame: Frame
    let unit: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayPropose: Bool
    /// What units did themselves about late work; in the province.
    let counts: [Count]
    let isWide: Bool
    var fault: FormFault?

    struct Row: Sendable {
        let kind: String
        let name: String
        let unit: String
        let items: String
        let proposedOn: String
        let explainBy: String
        let state: String
        let path: String
    }

    struct Count: Sendable {
        let unit: String
        let kind: String
        let times: String
        let lastOn: String
    }

    /// - Parameter path: of the list.
    init(
        frame: Frame, unit: String, path: String, _ found: [KeptCriticism], more: Bool, counts: [Handling.Count] = [], isWide: Bool,
        mayPropose: Bool
    ) {
        self.frame = frame
        self.unit = unit
        self.more = more
        self.mayPropose = mayPropose
        self.isWide = isWide
        self.counts = counts.map { count in
            Count(unit: count.tenantName, kind: count.kind.vietnamese, times: "\(count.times)", lastOn: count.lastOn.vietnamese)
        }
        rows = found.map { kept in
            Row(
                kind: kept.kind.vietnamese, name: kept.name, unit: kept.tenantName, items: "\(kept.items)",
                proposedOn: kept.proposedOn.vietnamese, explainBy: kept.explainBy.vietnamese, state: kept.state.vietnamese,
                path: "\(path)/\(kept.id)")
        }
        hasNoRows = found.isEmpty
    }
}
