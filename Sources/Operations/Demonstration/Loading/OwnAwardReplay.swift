import Domain
import Storage

/// How a unit gives Giấy khen by its own authority: its rules, taken by its secretary and confirmed by its head; then for each deed the dossier, the
/// head's signature, and the decision in the unit's own book.
struct OwnAwardReplay: Sendable {
    let plan: DemonstrationPlan
    let campaign: Campaign
    let places: DemonstrationPlaces
    let officers: DemonstrationOfficers
    let entrance: Entrance
    let ids: IDSource
    /// Content of each of ``OwnRules/files``, by its name.
    let rules: [String: [UInt8]]

    func record(on day: CivilDate) async throws {
        for unit in plan.units {
            let awards = plan.ownAwards.filter { $0.unit == unit.code }
            if awards.isEmpty { continue }
            let secretary = Entry(token: try officers.secretary(of: unit.code), place: .home)
            let head = Entry(token: try officers.head(of: unit.code), place: .home)
            try await takeRules(secretary, head, on: day)
            try await give(awards, by: unit, secretary, head, on: day)
        }
    }

    private func takeRules(_ secretary: Entry, _ head: Entry, on day: CivilDate) async throws {
        let taking = TakeOwnRules(documentNumber: DemonstrationWords.ownRules, documentOn: day, validFrom: day, files: rules)
        let taken = try await entrance.write(secretary) { (tx: borrowing TenantTransaction) in try await taking.perform(in: tx, ids: ids) }
        let confirming = ConfirmOwnRules(taken, documentNumber: DemonstrationWords.ownRulesConfirmed)
        try await entrance.write(head) { (tx: borrowing TenantTransaction) in try await confirming.perform(in: tx) }
    }

    private func give(
        _ awards: [PlannedOwnAward], by unit: PlannedUnit, _ secretary: Entry, _ head: Entry, on day: CivilDate
    ) async throws {
        var given: [RecordDecision.Given] = []
        for award in awards {
            let drafting = DraftDossier(
                campaign: campaign.code, review: nil, unit: try places.subUnit(award.subUnit, of: unit.code),
                achievement: award.achievement,
                giver: try places.subUnit(nil, of: unit.code))
            let dossier = try await entrance.write(secretary) { (tx: borrowing TenantTransaction) in
                let id = try await drafting.perform(in: tx, ids: ids)
                for kind in [DossierPaper.Kind.proposal, .summaryReport] {
                    try await AddDossierPaper(
                        dossier: id, kind: kind, documentNumber: DemonstrationWords.ownPaper, documentOn: day, isConfirmed: true
                    ).perform(in: tx, ids: ids)
                }
                try await SubmitDossier(dossier: id).perform(in: tx, ids: ids)
                try await ReceiveDossier(dossier: id).perform(in: tx, ids: ids)
                try await AppraiseDossier(dossier: id).perform(in: tx, ids: ids)
                try await PutDossierToChairman(dossier: id, documentNumber: DemonstrationWords.ownPaper).perform(in: tx, ids: ids)
                return id
            }
            let name = unit.subUnits.first { $0.code == award.subUnit }?.fullName ?? award.subUnit
            given.append(RecordDecision.Given(dossier: dossier, name: name))
        }
        let decided = given.map(\.dossier)
        try await entrance.write(head) { (tx: borrowing TenantTransaction) in
            for dossier in decided { try await DecideDossier(dossier: dossier).perform(in: tx, ids: ids) }
        }
        let recording = RecordDecision(
            number: DemonstrationWords.ownDecision, signedOn: day, signer: DemonstrationWords.ownSigner, awards: given)
        _ = try await entrance.write(secretary) { (tx: borrowing TenantTransaction) in try await recording.perform(in: tx, ids: ids) }
    }
}
