import Domain

/// One row of a list of items.
struct ItemRow: Sendable {
    let code: String
    /// The item's own page.
    let link: String
    let title: String
    let source: String
    let due: String
    let timeliness: String
    let tone: String
    let progress: String

    init(_ entry: LedgerEntry) {
        code = entry.item.code
        link = "/units/\(entry.names.tenant.text)/items/\(entry.item.id)"
        title = entry.item.terms.title
        source = entry.item.terms.sourceClause
        due = entry.item.terms.dueOn?.vietnamese ?? "chưa có thời hạn"
        timeliness = entry.standing.timeliness.vietnamese
        tone =
            switch entry.standing.timeliness {
            case .overdue: "bad"
            case .completedLate, .dueSoon, .noDueDate: "warn"
            case .completedEarly, .completedOnTime: "good"
            case .inTime: ""
            }
        progress = Self.progress(entry.standing)
    }

    private static func progress(_ standing: WorkItem.Standing) -> String {
        guard let last = standing.lastReport else { return standing.state.vietnamese }
        let figure = last.figure.map { "\($0.value.vietnamese) (\($0.status.vietnamese))" }
        let extent = last.milestonePercent.map { "\($0)%" } ?? figure ?? standing.state.vietnamese
        return "\(extent), ngày \(last.evidenceOn.vietnamese)"
    }
}
