import Documents
public import Domain
public import Storage

/// The decision that revokes an award (D20): with an open number the draft that is put to who signs, and as it was signed once it is recorded. Of what a
/// unit gave by its own authority in its own name, and the money into its own fund.
public struct MakeRevocationPaper: Sendable {
    public var dossier: AwardDossier.ID

    public init(_ dossier: AwardDossier.ID) {
        self.dossier = dossier
    }

    /// - Throws: `not-found`, `paper-too-early`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let after = try await ShowAftermath(dossier).perform(in: tx)
        let bundle = try await DossierBundle.find(dossier, ofTheUnit: false, in: tx)
        guard let proposal = after.proposals.first(where: { $0.declinedOn == nil }), let given = after.given else {
            throw PaperRefusal.early(.revocationDecision, after.record, when: "Lập sau khi ghi đề nghị hủy bỏ quyết định đã vào sổ vàng.")
        }
        if after.record.dossier.giver != nil { return try await own(after, bundle, proposal, given, in: tx) }
        let body = try await PaperBody.ofTheProvince(in: tx)
        let affairs = try await PaperBody.appraiser(in: tx)
        let revoked = after.amendments.last { $0.kind == .revoke }
        let date = revoked.map { PaperDate(body.place, signedOn: $0.decision.signedOn) } ?? .open(body, after: proposal.recordedOn)
        let rules = try await AwardRules.loaded(in: tx)
        let signed = try await signer(revoked, of: after.record.dossier, body, in: tx)
        return try await MadePaper(
            RevocationDecision(
                frame: body.frame(
                    "QĐ", number: revoked?.decision.number, date, to: ["Như Điều 3"], archive: "VT, \(affairs.abbreviation)", signed: signed
                ),
                authority: body.chairman, grounds: Self.grounds(bundle, proposal, revoked, rules), proposer: affairs.headTitle,
                decision: QuotedPaper("Quyết định", given.decision.number, signedOn: given.decision.signedOn, issuer: body.chairman),
                awardee: bundle.awardee(bundle.record), ground: proposal.ground,
                evidence: QuotedPaper("Văn bản", proposal.documentNumber, signedOn: proposal.documentOn), money: given.reward ?? 0,
                returnBy: nil, returnTo: affairs.name, executors: "Chánh Văn phòng \(body.name), \(affairs.headTitle)"), of: nil, in: tx)
    }

    private func own(
        _ after: AwardAftermath, _ bundle: DossierBundle, _ proposal: RevocationProposal, _ given: DossierDetail.Given,
        in tx: borrowing TenantTransaction
    ) async throws -> MadePaper {
        guard let giving = try await OwnGiving.find(of: dossier, in: tx) else { throw Problem.notFound }
        let tenant = after.record.dossier.proposer
        let body = OwnBody(giving, tenant: try await PaperBody.find(tenant, in: tx))
        let revoked = after.amendments.last { $0.kind == .revoke }
        let date =
            revoked.map { PaperDate(body.tenant.place, signedOn: $0.decision.signedOn) } ?? .open(body.tenant, after: proposal.recordedOn)
        let rules = try await AwardRules.loaded(in: tx)
        let signed = try await signer(revoked, of: after.record.dossier, body.tenant, in: tx)
        let desk = "Bộ phận thi đua - khen thưởng"
        return try await MadePaper(
            RevocationDecision(
                frame: body.frame("QĐ", number: revoked?.decision.number, date, to: ["Như Điều 3"], signed: signed),
                authority: body.authority,
                grounds: Self.grounds(bundle, proposal, revoked, rules), proposer: desk,
                decision: QuotedPaper("Quyết định", given.decision.number, signedOn: given.decision.signedOn, issuer: body.authority),
                awardee: bundle.awardee(bundle.record), ground: proposal.ground,
                evidence: QuotedPaper("Văn bản", proposal.documentNumber, signedOn: proposal.documentOn), money: given.reward ?? 0,
                returnBy: nil, returnTo: "\(body.name) (\(giving.budget))", executors: "\(desk), bộ phận tài chính - kế toán"), of: tenant,
            in: tx)
    }

    /// As it was recorded, once it is signed.
    private func signer(
        _ revoked: AwardAmendment?, of dossier: AwardDossier, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> PaperSigner? {
        guard let revoked else { return nil }
        return body.signer(as: revoked.signer, try await TakenStep.name(.revoke, of: dossier, in: tx))
    }

    /// By the day of the decision; while it is a draft, of the proposal.
    private static func grounds(
        _ bundle: DossierBundle, _ proposal: RevocationProposal, _ revoked: AwardAmendment?, _ rules: AwardRules
    ) -> [Citation] {
        bundle.grounds(ofRevoking: proposal.ground, on: revoked?.decision.signedOn ?? proposal.recordedOn, rules)
    }
}
