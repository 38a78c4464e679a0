import Domain

/// What an item says beyond its facts: the deadlines of a periodic one with what was delivered, further papers, the record by which it was cut
/// anew, and what held it up. Members are names of the template.
struct ItemSupplements: Sendable {
    let occurrences: [Occurrence]
    let hasOccurrences: Bool
    let sources: [Source]
    let hasSources: Bool
    let correction: Correction?
    let delays: [Delay]
    let hasDelays: Bool

    struct Occurrence: Sendable {
        let due: String
        let state: String
        let tone: String
        /// Each delivery with its day and its paper.
        let deliveries: String
    }

    struct Source: Sendable {
        let paper: String
        let clause: String
        /// The file of the paper.
        let link: String
    }

    struct Correction: Sendable {
        let what: String
        let day: String
        /// With who issued it.
        let number: String
        let reason: String
        let replaced: String
        let made: String
    }

    struct Delay: Sendable {
        let day: String
        let unit: String
        let cause: String
        let paper: String
    }

    init(_ detail: WorkItemDetail) {
        let slug = detail.entry.names.tenant.text
        occurrences = detail.occurrences.map { occurrence in
            let deliveries = detail.reports.filter { $0.occurrence == occurrence.dueOn }.map { report in
                [report.evidenceOn.vietnamese, report.documentNumber, report.narrative].filter { !$0.isEmpty }.joined(separator: ", ")
            }
            let words = occurrence.words(at: detail.day)
            let isLate = LedgerItem.Occurrence(dueOn: occurrence.dueOn, completedOn: occurrence.completedOn).isLate(at: detail.day)
            return Occurrence(
                due: occurrence.dueOn.vietnamese, state: words, tone: isLate ? "bad" : "", deliveries: deliveries.joined(separator: "; "))
        }
        hasOccurrences = !occurrences.isEmpty
        sources = detail.sources.map {
            Source(paper: $0.paper, clause: $0.clause, link: "/api/v1/tenants/\(slug)/directives/\($0.directive)/file")
        }
        hasSources = !sources.isEmpty
        correction = detail.correction.map {
            Correction(
                what: $0.kind.vietnamese, day: $0.decidedOn.vietnamese,
                number: [$0.documentNumber, $0.documentIssuer].filter { !$0.isEmpty }.joined(separator: ", "), reason: $0.reason,
                replaced: $0.replaced.joined(separator: ", "), made: $0.made.joined(separator: ", "))
        }
        delays = detail.reports.compactMap { report in
            report.delayedBy.map {
                Delay(day: report.evidenceOn.vietnamese, unit: $0, cause: report.narrative, paper: report.documentNumber)
            }
        }
        hasDelays = !delays.isEmpty
    }
}
