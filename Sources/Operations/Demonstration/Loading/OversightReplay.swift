import Domain
import Storage

/// What presses units on: Home Affairs seats the provincial council and says who follows which unit, the Office records what it inspected, members
/// what they noted; with what has to be put right, as far as it came.
struct OversightReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let places: DemonstrationPlaces
    let seats: DemonstrationSeats
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource

    func record(on day: CivilDate) async throws {
        try await seatCouncil()
        try await inspect(on: day)
        for following in plan.followings { try await follow(following) }
    }

    private func seatCouncil() async throws {
        let seating = try plan.council.map { member in
            SeatMember(
                person: try seats.person(member.username), duty: member.duty, from: plan.openedOn,
                documentNumber: DemonstrationWords.councilDecision)
        }
        try await entrance.write(OfficeReplay.entry(officers.homeAffairs)) { (tx: borrowing TenantTransaction) in
            for act in seating { try await act.perform(in: tx, ids: ids) }
        }
    }

    // MARK: - The Office

    private func inspect(on day: CivilDate) async throws {
        guard let first = plan.visits.map(\.heldOn).min(), let last = plan.visits.map(\.heldOn).max() else { return }
        let units = try plan.visits.map { try places.tenant($0.unit) }
        let planning = PlanInspection(
            campaign: campaign.code, title: DemonstrationWords.inspection, content: DemonstrationWords.inspectionContent,
            leader: DemonstrationWords.inspectionLeader, from: first, to: last, units: units,
            documentNumber: DemonstrationWords.inspectionPlan)
        let office = OfficeReplay.entry(officers.office)
        let id = try await entrance.write(office) { (tx: borrowing TenantTransaction) in try await planning.perform(in: tx, ids: ids) }
        for visit in plan.visits {
            let recording = RecordVisit(
                id, tenant: try places.tenant(visit.unit), heldOn: visit.heldOn, minutesNumber: DemonstrationWords.inspectionMinutes,
                minutesOn: visit.heldOn, findings: visit.finding.map { [$0] } ?? [])
            let finding = try await entrance.write(office) { (tx: borrowing TenantTransaction) in
                _ = try await recording.perform(in: tx, ids: ids)
                let places = try await ShowInspection(id).perform(in: tx).places
                return places.first { $0.visit?.tenant == recording.tenant }?.visit?.findings.first?.id
            }
            guard let finding, let remedy = visit.remedy else { continue }
            try await order(remedy, .finding, Remedy.ID(finding.uuid), of: visit.unit, by: officers.office, on: day)
        }
    }

    // MARK: - Members

    private func follow(_ planned: PlannedFollowing) async throws {
        let tenant = try places.tenant(planned.unit)
        let assigning = AssignFollowing(
            person: try seats.person(planned.member), followed: SubUnit.ID(tenant.uuid), campaign: campaign.code, from: plan.firstDay,
            documentNumber: DemonstrationWords.followingPaper)
        let following = try await entrance.write(OfficeReplay.entry(officers.homeAffairs)) { (tx: borrowing TenantTransaction) in
            try await assigning.perform(in: tx, ids: ids)
        }
        guard let note = planned.note else { return }
        let member = try officers.member(planned.member)
        let kept = try await entrance.write(OfficeReplay.entry(member)) { (tx: borrowing TenantTransaction) in
            _ = try await RecordFollowNote(following, note.kind, words: note.words, on: note.on).perform(in: tx, ids: ids)
            return try await ListFollowNotes(limit: 1).perform(in: tx).notes.first?.id
        }
        guard let kept, let remedy = note.remedy else { return }
        try await order(remedy, .note, Remedy.ID(kept.uuid), of: planned.unit, by: member, on: note.on)
    }

    // MARK: - What has to be put right

    /// - Parameters:
    ///   - token: of who orders and confirms it.
    ///   - day: of the paper by which the unit reports it.
    private func order(
        _ remedy: PlannedRemedy, _ origin: Remedy.Origin, _ cause: Remedy.ID, of unit: String, by token: Token, on day: CivilDate
    ) async throws {
        let ordering = OrderRemedy(origin, cause, tenant: try places.tenant(unit), words: remedy.words, dueOn: remedy.dueOn)
        let orderer = OfficeReplay.entry(token)
        let id = try await entrance.write(orderer) { (tx: borrowing TenantTransaction) in try await ordering.perform(in: tx, ids: ids) }
        guard remedy.state != .open else { return }
        let owner = Entry(token: try officers.coordinator(of: unit), place: .home)
        let reporting = TakeRemedyStep(
            id, .report, words: DemonstrationWords.putRight, documentNumber: DemonstrationWords.putRightPaper, documentOn: day)
        _ = try await entrance.write(owner) { (tx: borrowing TenantTransaction) in try await reporting.perform(in: tx, ids: ids) }
        guard remedy.state == .closed else { return }
        _ = try await entrance.write(orderer) { (tx: borrowing TenantTransaction) in
            try await TakeRemedyStep(id, .close).perform(in: tx, ids: ids)
        }
    }
}
