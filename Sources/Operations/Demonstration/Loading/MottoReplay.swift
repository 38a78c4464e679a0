import Domain
import Storage

/// How the units keep the motto, as units, the Office, Home Affairs and the council say it one after the other.
struct MottoReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource

    /// On the day of the council's first opinions every unit has assessed itself; where the council has not concluded, Home Affairs has not
    /// commented yet.
    func record(_ mottos: [PlannedMotto]) async throws {
        guard let day = mottos.first?.on else { return }
        for unit in plan.units {
            let motto = mottos.first { $0.unit == unit.code }
            try await assess(unit, isRefused: motto?.isAccepted == false, on: day)
        }
        try await comment(officers.office, of: officers.officeUnit, plan.units, on: day)
        let heard = plan.units.filter { unit in mottos.contains { $0.unit == unit.code } }
        try await comment(officers.homeAffairs, of: officers.homeAffairsUnit, heard, on: day)
        try await decide(mottos)
    }

    private func assess(_ unit: PlannedUnit, isRefused: Bool, on day: CivilDate) async throws {
        let last = campaign.motto?.parts.last?.code
        let parts = (campaign.motto?.parts ?? []).map { part in
            isRefused && part.code == last
                ? MottoStep.Part(code: part.code, grade: .partly, remark: DemonstrationWords.mottoPartly)
                : MottoStep.Part(code: part.code, grade: .met)
        }
        let assessing = AssessMotto(campaign: campaign.code, review: .interim, parts: parts, assessedOn: day)
        let home = Entry(token: try officers.coordinator(of: unit.code), place: .home)
        try await entrance.write(home) { (tx: borrowing TenantTransaction) in try await assessing.perform(in: tx, ids: ids) }
    }

    /// - Parameter own: the unit on which this body does not comment, its own (A66).
    private func comment(_ token: Token, of own: String?, _ units: [PlannedUnit], on day: CivilDate) async throws {
        try await entrance.write(OfficeReplay.entry(token)) { (tx: borrowing TenantTransaction) in
            for unit in units where unit.code != own {
                try await CommentOnMotto(
                    campaign: campaign.code, review: .interim, unit: unit.code, words: DemonstrationWords.mottoComment, commentedOn: day
                ).perform(in: tx, ids: ids)
            }
        }
    }

    private func decide(_ mottos: [PlannedMotto]) async throws {
        try await entrance.write(OfficeReplay.entry(officers.council)) { (tx: borrowing TenantTransaction) in
            for motto in mottos {
                try await DecideMotto(
                    campaign: campaign.code, review: .interim, unit: motto.unit, isAccepted: motto.isAccepted,
                    documentNumber: DemonstrationWords.mottoConclusion, reason: motto.isAccepted ? "" : DemonstrationWords.mottoRefused,
                    decidedOn: motto.on
                ).perform(in: tx, ids: ids)
            }
        }
    }
}
