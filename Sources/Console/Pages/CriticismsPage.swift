import Domain
import Operations

/// Criticism and reminders: a unit's own, or for Home Affairs and who signs all, with the form to propose one.
struct CriticismsPage: FormPage {
    static let template = "criticisms"
    let frame: Frame
    let unit: String
    let rows: [Row]
    let hasNoRows: Bool
    let more: Bool
    let mayPropose: Bool
    /// From which somebody can be criticised.
    let units: [Choice]
    /// A form for the collectives of the unit that was chosen, and one for its people.
    let proposing: [Proposing]
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

    struct Proposing: Sendable {
        let of: String
        let subject: String
        let label: String
        let subjects: [Choice]
        let campaigns: [Choice]
        let items: [Choice]
        let hasNoItems: Bool
        let formToken: String
    }

    struct Count: Sendable {
        let unit: String
        let kind: String
        let times: String
        let lastOn: String
    }

    /// - Parameters:
    ///   - path: of the list.
    ///   - chosen: for who may propose; nil for who may not.
    init(
        frame: Frame, unit: String, path: String, _ found: [KeptCriticism], more: Bool, counts: [Handling.Count] = [], isWide: Bool,
        _ chosen: ChosenUnit?, campaigns: [Choice] = []
    ) {
        mayPropose = chosen != nil
        units = chosen?.units ?? []
        proposing =
            chosen.map { chosen in
                [("unit", "Tập thể của", chosen.collectives), ("person", "Cá nhân của", chosen.people)].filter { !$0.2.isEmpty }.map {
                    subject, label, subjects in
                    Proposing(
                        of: chosen.slug, subject: subject, label: "\(label) \(chosen.name)", subjects: subjects, campaigns: campaigns,
                        items: chosen.late, hasNoItems: chosen.late.isEmpty, formToken: frame.formToken)
                }
            } ?? []
        self.frame = frame
        self.unit = unit
        self.more = more
        self.isWide = isWide
        self.counts = counts.map { count in
            Count(unit: count.tenantName, kind: count.kind.vietnamese, times: "\(count.times)", lastOn: count.lastOn.vietnamese)
        }
        rows = found.map { kept in
            Row(
                kind: kept.kind.vietnamese, name: kept.name, unit: kept.tenantName, items: "\(kept.items)",
                proposedOn: kept.proposedOn.vietnamese, explainBy: kept.explainBy.vietnamese, state: kept.state.vietnamese(kept.kind),
                path: "\(path)/\(kept.id)")
        }
        hasNoRows = found.isEmpty
    }
}
