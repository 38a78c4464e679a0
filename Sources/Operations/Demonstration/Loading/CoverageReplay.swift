import Domain
import Storage

/// How the Office plans what the media report and approves the facts, and the editors report what they published.
struct CoverageReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let places: DemonstrationPlaces
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource

    func record(on day: CivilDate) async throws {
        let lines = try await entrance.write(OfficeReplay.entry(officers.office)) { (tx: borrowing TenantTransaction) in
            var lines: [CoverageLine.ID] = []
            for line in plan.coverage {
                let content = CoverageLine.Content(
                    occasion: line.occasion, subject: line.subject, kind: line.kind, outlet: try places.tenant(line.outlet),
                    plannedOn: line.plannedOn)
                let id = try await PlanCoverage(campaign: campaign.code, content).perform(in: tx, ids: ids)
                if let facts = line.facts {
                    // Before it is published.
                    let given = PressKit.Facts(
                        words: facts, approver: DemonstrationWords.factsApprover,
                        approvedOn: min(line.plannedOn, line.report?.publishedOn ?? day, day))
                    _ = try await ApprovePressKit(id, given).perform(in: tx, ids: ids)
                }
                lines.append(id)
            }
            return lines
        }
        for (line, id) in zip(plan.coverage, lines) {
            guard let report = line.report else { continue }
            let editor = Entry(token: try officers.editor(of: line.outlet), place: .home)
            _ = try await entrance.write(editor) { (tx: borrowing TenantTransaction) in
                try await ReportCoverage(report, line: id).perform(in: tx, ids: ids)
            }
        }
    }
}
