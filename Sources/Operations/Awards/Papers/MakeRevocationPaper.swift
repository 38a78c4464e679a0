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
        let head = affairs.head?.title ?? "Thủ trưởng \(affairs.name)"
        return try await MadePaper(
            RevocationDecision(
                frame: body.frame(
                    "QĐ", number: revoked?.decision.number, date, to: ["Như Điều 3"], archive: "VT, \(affairs.abbreviation)"),
                authority: body.chairman,
                grounds: [Citation("Căn cứ khoản 2 Điều 93 Luật Thi đua, khen thưởng năm 2022", isVerified: true)], proposer: head,
                proposal: QuotedPaper("Tờ trình", nil, signedOn: proposal.recordedOn),
                decision: QuotedPaper("Quyết định", given.decision.number, signedOn: given.decision.signedOn, issuer: body.chairman),
                awardee: bundle.awardee(bundle.record), ground: proposal.ground,
                evidence: QuotedPaper("Văn bản", proposal.documentNumber, signedOn: proposal.documentOn), money: given.reward ?? 0,
                returnBy: nil, returnTo: affairs.name, executors: "Chánh Văn phòng \(body.name), \(head)"), of: nil, in: tx)
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
        let desk = "Bộ phận thi đua - khen thưởng"
        return try await MadePaper(
            RevocationDecision(
                frame: body.frame("QĐ", number: revoked?.decision.number, date, to: ["Như Điều 3"]), authority: body.authority,
                grounds: [Citation("Căn cứ khoản 2 Điều 93 Luật Thi đua, khen thưởng năm 2022", isVerified: true)], proposer: desk,
                proposal: QuotedPaper("Tờ trình", nil, signedOn: proposal.recordedOn),
                decision: QuotedPaper("Quyết định", given.decision.number, signedOn: given.decision.signedOn, issuer: body.authority),
                awardee: bundle.awardee(bundle.record), ground: proposal.ground,
                evidence: QuotedPaper("Văn bản", proposal.documentNumber, signedOn: proposal.documentOn), money: given.reward ?? 0,
                returnBy: nil, returnTo: "\(body.name) (\(giving.budget))", executors: "\(desk), bộ phận tài chính - kế toán"), of: tenant,
            in: tx)
    }
}
