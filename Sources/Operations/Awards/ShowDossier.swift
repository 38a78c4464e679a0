import Documents
public import Domain
public import Storage

/// One dossier with all that was done with it, what it holds and what it wants.
public struct ShowDossier: Sendable {
    public var dossier: AwardDossier.ID

    public init(dossier: AwardDossier.ID) {
        self.dossier = dossier
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> DossierDetail {
        guard let record = try await DossierRecord.find(dossier, in: tx),
            let entry = try await DossierClocks.entries(of: [record], in: tx).first
        else { throw Problem.notFound }
        let officer = try await tx.officer()
        let proposer = record.dossier.proposer
        var isAppraisersOwn = false
        if record.dossier.giver == nil { isAppraisersOwn = try await AwardDossier.isAppraisersOwn(proposer, in: tx) }
        let isReached = try await record.isReached(by: officer, in: tx)
        // Who is proposed reads how far he came, and nothing that others said, recorded or found.
        let isOwn = !isReached && record.dossier.nominee.person == officer.person
        let papers = try await DossierDetail.Paper.all(of: dossier, proposer, in: tx)
        let there = Dictionary(papers.map { ($0.kind, $0.isConfirmed) }, uniquingKeysWith: { $0 || $1 })
        let rules = try await DossierPaper.all(in: tx)
        let campaign = try await CampaignRecord.find(record.dossier.campaign, in: tx)
        var detail = DossierDetail(
            entry: entry, steps: try await DossierDetail.Step.all(of: dossier, proposer, in: tx), papers: papers,
            defects: isOwn ? [] : rules.defects(of: record.dossier.track, on: officer.today, there: there),
            regimeReason: try await LegalRegime.reason(of: dossier, proposer, in: tx),
            given: try await DossierDetail.Given.find(of: record.dossier, in: tx),
            maximumSupplements: campaign?.plan.integer(.maxReturns) ?? 0,
            isAppraisersOwn: isAppraisersOwn, officer: officer,
            isReached: isReached)
        let same = try await DossierRecord.sameReports(as: [record.dossier.id], in: tx)
        if let others = same[record.dossier.id], let check = CheckPoint.sameReport(as: others) { detail.checks = [check] }
        if record.dossier.review != nil, let wait = try await DossierRecord.waitingForMotto([dossier], in: tx)[dossier] {
            detail.checks.append(wait)
        }
        if !isOwn, !record.dossier.track.isAdHoc, try await DossierRecord.isVotedDownBefore(dossier, in: tx) {
            detail.checks.append(.votedDown)
        }
        // Outside the unit holds are read by who keeps them and who signs, not by who votes.
        let readsHolds = officer.place == officer.home || Policy.of(officer.role).decide(.reading(.hold), .foreignTenant).isAllowed
        let isUnderWay = !record.standing.state.isDecided && !record.standing.state.isClosed
        if readsHolds, isUnderWay,
            let hold = try await KeptHold.running(against: [dossier], on: officer.today, in: tx)[dossier]?.first
        {
            detail.checks.insert(.held(by: hold), at: 0)
        }
        if record.dossier.giver == nil, !record.unitName.isEmpty, record.dossier.nominee.person == nil {
            detail.judgedCode = try await DossierDetail.judgedCode(of: record.dossier, in: tx)
        }
        if record.dossier.track.isAdHoc { detail.initiative = try await InitiativeRecord.find(proposedBy: dossier, of: proposer, in: tx) }
        if MakeDossierPaper.possible(record, isWide: officer.may(.readProvince)).contains(.letterOfPraise),
            let review = record.dossier.review, let held = try await HeldReview.find(record.campaignCode, review, in: tx)
        {
            let frozen = try await FrozenFigures.find(of: record.dossier.nominee, proposer, review: held.id, in: tx)
            let isDeclined = try await PraiseLetter.isDeclined(to: record.dossier.nominee.unit, in: held.id, in: tx)
            detail.hasLetter = frozen?.isPraised == true && !isDeclined
        }
        if !isOwn { detail.openPetitions = try await Petition.open(about: dossier, of: proposer, in: tx) }
        if record.dossier.giver.map(officer.readsAftermath) ?? (tx.tenant == nil) {
            detail.opinions = try await DossierOpinion.list(of: dossier, limit: 200, in: tx)
        }
        return detail
    }
}

extension DossierRecord {
    /// Whether the officer does something about a dossier that he sees: in the unit who sees it whole, and of what is given in a part who reaches that part;
    /// who votes on it in the unit's council, or is proposed in it himself, only looks.
    func isReached(by officer: ActingOfficer, in tx: borrowing TenantTransaction) async throws -> Bool {
        if officer.place != officer.home || officer.seesTheWhole { return true }
        guard dossier.giver != nil else { return false }
        return try await AwardDossier.isReached(dossier.nominee.unit, in: tx)
    }
}
