import Documents
import Domain
import Storage

/// What a unit, a commune or a sub-unit with legal personality signs by its own authority, and what is printed of it: the decision with its list (a
/// draft with an open number until it is recorded) and the content of its Giấy khen.
struct MakeOwnPaper: Sendable {
    static let kinds: [PaperKind] = [.awardDecision, .certificatePrint]

    var dossier: AwardDossier.ID
    var kind: PaperKind

    init(_ dossier: AwardDossier.ID, _ kind: PaperKind) {
        self.dossier = dossier
        self.kind = kind
    }

    /// Nil of a paper that is made elsewhere, and of a dossier that the province gives.
    ///
    /// - Throws: `not-found`, `paper-too-early`.
    func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper? {
        guard Self.kinds.contains(kind) else { return nil }
        guard let found = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        guard found.dossier.giver != nil else { return nil }
        let bundle = try await DossierBundle.find(dossier, ofTheUnit: true, in: tx)
        guard let giving = try await OwnGiving.find(of: dossier, in: tx) else { throw Problem.notFound }
        let body = OwnBody(giving, tenant: try await PaperBody.find(found.dossier.proposer, in: tx))
        let tenant = found.dossier.proposer
        if kind == .awardDecision {
            return try await MadePaper(try await decision(bundle, body, giving, in: tx), of: tenant, in: tx)
        }
        return try await MadePaper(try certificates(bundle, body), of: tenant, in: tx)
    }

    private func decision(
        _ bundle: DossierBundle, _ body: OwnBody, _ giving: OwnGiving, in tx: borrowing TenantTransaction
    ) async throws -> AwardDecision {
        let record = bundle.record
        guard record.standing.state == .putToChairman || record.standing.state.isDecided else {
            throw PaperRefusal.early(kind, record, when: "Lập sau khi trình ký.")
        }
        let given = bundle.awards[record.dossier.id]?.decision
        let listed =
            given == nil
            ? bundle.round.filter { $0.standing.state == record.standing.state && bundle.awards[$0.dossier.id] == nil }
            : MakeDecisionPaper.given(by: given, bundle)
        let rules = try await AwardRules.loaded(in: tx)
        let put = bundle.last(.putToChairman, of: record)
        let date =
            given.map { PaperDate(body.tenant.place, signedOn: $0.signedOn) }
            ?? .open(body.tenant, after: put?.happenedOn ?? record.draftedOn)
        let putNumber = put.flatMap { $0.documentNumber.isEmpty ? nil : $0.documentNumber }
        return AwardDecision(
            frame: body.frame("QĐ", number: given?.number, date, to: ["Như Điều 3"]), occasion: bundle.occasion,
            authority: body.authority, grounds: MakeDecisionPaper.grounds(of: listed, rules.regimes),
            proposer: "Hội đồng Thi đua - Khen thưởng", proposal: QuotedPaper("Tờ trình", putNumber, signedOn: put?.happenedOn),
            entries: listed.map { record in
                AwardDecision.Entry(
                    bundle.awardee(record), reward: MakeDecisionPaper.reward(record, given?.signedOn, rules))
            }, fund: giving.budget.startingSmall, executors: "Bộ phận thi đua - khen thưởng, bộ phận tài chính - kế toán")
    }

    private func certificates(_ bundle: DossierBundle, _ body: OwnBody) throws -> CertificatePrint {
        guard let given = bundle.awards[bundle.record.dossier.id]?.decision else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi số, ngày ban hành quyết định.")
        }
        let certificates = MakeDecisionPaper.given(by: given, bundle).compactMap { record in
            bundle.awards[record.dossier.id]?.register.map {
                CertificatePrint.Certificate(bundle.awardee(record), registerNumber: $0)
            }
        }
        var frame = body.frame("BC", number: nil, .open(body.tenant, after: given.signedOn), to: [])
        frame.number = nil
        return CertificatePrint(
            frame: frame, occasion: bundle.occasion,
            decision: QuotedPaper("Quyết định", given.number, signedOn: given.signedOn, issuer: body.authority), certificates: certificates)
    }
}

/// Who gives, as the head of a paper names it: the unit itself, or a commune or sub-unit below it.
private struct OwnBody {
    let tenant: PaperBody
    private let giving: OwnGiving
    private let isItself: Bool

    init(_ giving: OwnGiving, tenant: PaperBody) {
        self.giving = giving
        self.tenant = tenant
        isItself = giving.name == tenant.tenant.fullName
    }

    private var isCommune: Bool { [.xa, .phuong, .thiTran].contains(giving.kind) }

    var name: String {
        if isItself { return tenant.name }
        return isCommune ? "Ủy ban nhân dân \(giving.name.startingSmall)" : giving.name
    }

    /// `Chủ tịch Ủy ban nhân dân xã …`: the post of the rules, and of what.
    var authority: String { "\(giving.signer.lowercased().startingLarge) \(name)" }

    func frame(_ type: String, number: String?, _ date: PaperDate, to recipients: [String]) -> PaperFrame {
        var frame = tenant.frame(type, number: number, date, to: recipients)
        if !isItself {
            frame.issuer = PaperIssuer(parent: isCommune ? nil : tenant.name, name: name)
            if isCommune { frame.number = PaperBody.number(number, or: "\(type)-UBND") }
        }
        frame.signer = PaperSigner(title: giving.signer, name: isItself ? tenant.head?.name ?? "" : "")
        return frame
    }
}
