import Documents
import Domain
import Storage

/// The papers of what a unit, a commune or a sub-unit with legal personality gives by its own authority: the tờ trình to who signs there, with whom the
/// same phòng, commune or sub-unit proposes; what its own desk found and puts to who signs; the decision with its list (a draft with an open number until
/// it is recorded); the content of its Giấy khen.
struct MakeOwnPaper: Sendable {
    static let kinds: [PaperKind] = [
        .proposal, .supplementRequest, .refusalNotice, .appraisalReport, .homeAffairsProposal, .awardDecision, .certificatePrint,
    ]

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
        switch kind {
        case .proposal: return try await MadePaper(try await proposal(bundle, body, in: tx), of: tenant, in: tx)
        case .supplementRequest: return try await MadePaper(try await supplement(bundle, body, in: tx), of: tenant, in: tx)
        case .refusalNotice: return try await MadePaper(try await refusal(bundle, body, in: tx), of: tenant, in: tx)
        case .appraisalReport:
            let desk = try await OwnDesk.find(of: body, in: tx)
            return try await MadePaper(try appraisal(bundle, body, desk), of: tenant, in: tx)
        case .homeAffairsProposal: return try await MadePaper(try await puttingForward(bundle, body, in: tx), of: tenant, in: tx)
        case .awardDecision: return try await MadePaper(try await decision(bundle, body, giving, in: tx), of: tenant, in: tx)
        default: return try await MadePaper(try certificates(bundle, body), of: tenant, in: tx)
        }
    }

    /// Made while the dossier is a draft: the submission asks for its number.
    private func proposal(
        _ bundle: DossierBundle, _ body: OwnBody, in tx: borrowing TenantTransaction
    ) async throws -> AwardProposal {
        let record = bundle.record
        guard record.standing.state != .withdrawn else {
            throw PaperRefusal.early(kind, record, when: "Hồ sơ đã rút; lập hồ sơ mới trước.")
        }
        let listed = bundle.round.filter {
            $0.standing.state != .withdrawn && $0.dossier.nominee.unit == record.dossier.nominee.unit
                && ($0.standing.state == .drafted) == (record.standing.state == .drafted)
        }
        let day = record.submittedOn ?? record.draftedOn
        let enclosures = try await DossierPaper.all(in: tx)
            .filter { $0.track == record.dossier.track && $0.kind != .proposal && $0.validity.contains(day) }
            .map(\.kind.vietnamese.startingLarge)
        let papers = try await DossierDetail.Paper.all(of: record.dossier.id, record.dossier.proposer, in: tx)
        let recorded = papers.last { $0.kind == .proposal }
        let date = recorded.map { PaperDate(body.tenant.place, signedOn: $0.documentOn) } ?? .open(body.tenant, after: day)
        var frame = body.tenant.frame("TTr", number: recorded?.documentNumber, date, to: ["Như trên"])
        if !record.unitName.isEmpty {
            frame = try await SubUnitHead.frame(
                frame, of: record, body.tenant, type: "TTr", number: recorded?.documentNumber, in: tx)
        }
        // Of who works where it is given the desk proposes: its head does not put it to himself.
        if record.dossier.nominee.unit == record.dossier.giver { frame.signer = OwnDesk.unnamed.signer }
        return AwardProposal(
            frame: frame, occasion: bundle.occasion, addressees: [body.authority], guidance: nil, minutes: [],
            entries: listed.map { .init(bundle.awardee($0, marksName: true), vote: "") }, enclosures: enclosures)
    }

    /// All that who proposed has to supplement now, in one letter; once it answered, that letter again.
    private func supplement(
        _ bundle: DossierBundle, _ body: OwnBody, in tx: borrowing TenantTransaction
    ) async throws -> SupplementRequest {
        guard let asked = bundle.last(.askSupplement, of: bundle.record) else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi yêu cầu bổ sung hồ sơ.")
        }
        let proposer = Self.proposer(bundle.record, body)
        return SupplementRequest(
            frame: body.frame(
                nil, number: asked.documentNumber, .of(asked, body.tenant), to: ["Như trên"], of: try await OwnDesk.find(of: body, in: tx)),
            addressee: proposer, proposal: try await bundle.proposal(of: bundle.record, proposer, in: tx),
            entries: bundle.supplements(with: asked), until: nil)
    }

    private func refusal(
        _ bundle: DossierBundle, _ body: OwnBody, in tx: borrowing TenantTransaction
    ) async throws -> RefusalNotice {
        guard bundle.record.isRefusedAsSubmitted, let refused = bundle.last(.refuse, of: bundle.record) else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi kết luận không đủ điều kiện, tiêu chuẩn.")
        }
        let proposer = Self.proposer(bundle.record, body)
        return RefusalNotice(
            frame: body.frame(
                "TB", number: refused.isNoticed ? refused.documentNumber : nil,
                refused.isNoticed ? .of(refused, body.tenant) : .open(body.tenant, after: refused.happenedOn), to: ["Như trên"],
                of: try await OwnDesk.find(of: body, in: tx)),
            occasion: bundle.occasion, addressee: proposer, proposal: try await bundle.proposal(of: bundle.record, proposer, in: tx),
            entries: bundle.refusals(with: refused), petitionUntil: nil)
    }

    /// The part of the unit that proposes; where it is given, who gives.
    private static func proposer(_ record: DossierRecord, _ body: OwnBody) -> String {
        record.unitName.isEmpty ? body.name : PaperBody.bodyName(record.unitName)
    }

    /// To the council, which votes after it, and to who signs; for a deed to him alone.
    private func appraisal(_ bundle: DossierBundle, _ body: OwnBody, _ desk: OwnDesk) throws -> AppraisalReport {
        let record = bundle.record
        guard bundle.finding(record) != nil, let day = bundle.steps[record.dossier.id]?.last?.happenedOn else {
            throw PaperRefusal.early(kind, record, when: "Lập sau khi thẩm định hồ sơ.")
        }
        let reported = bundle.last(.appraise, of: record)
        let date = reported.map { PaperDate.of($0, body.tenant) } ?? .open(body.tenant, after: day)
        return AppraisalReport(
            frame: body.frame("BC", number: reported?.documentNumber, date, to: ["Như trên"], of: desk),
            occasion: bundle.occasion, addressees: [body.authority] + (record.dossier.track.isAdHoc ? [] : [body.council]),
            findings: bundle.round.compactMap { bundle.finding($0) }, remarks: [])
    }

    private func puttingForward(
        _ bundle: DossierBundle, _ body: OwnBody, in tx: borrowing TenantTransaction
    ) async throws -> HomeAffairsProposal {
        let listed = try bundle.putTogether(kind)
        let (put, appraised) = (bundle.last(.putToChairman, of: bundle.record), bundle.last(.appraise, of: bundle.record))
        let (votes, minutes) = try await bundle.votes(.passUnitCouncil, on: listed, council: body.council, in: tx)
        let day = put?.happenedOn ?? bundle.steps[bundle.record.dossier.id]?.last?.happenedOn ?? bundle.record.draftedOn
        let report = appraised.flatMap { $0.documentNumber.isEmpty ? nil : $0 }
        return HomeAffairsProposal(
            frame: body.frame(
                "TTr", number: put?.documentNumber, put.map { PaperDate.of($0, body.tenant) } ?? .open(body.tenant, after: day),
                to: ["Như trên"], of: try await OwnDesk.find(of: body, in: tx)),
            occasion: bundle.occasion, addressee: body.authority,
            appraisal: QuotedPaper("Báo cáo thẩm định", report?.documentNumber, signedOn: report?.happenedOn),
            minutes: minutes + bundle.minutesOnPaper(of: listed, council: body.council),
            entries: listed.map { .init(bundle.awardee($0, marksName: true), vote: votes[$0.dossier.id] ?? "") },
            // By the base salary of the day of signing, which nobody knows yet.
            money: nil, letters: 0)
    }

    private func decision(
        _ bundle: DossierBundle, _ body: OwnBody, _ giving: OwnGiving, in tx: borrowing TenantTransaction
    ) async throws -> AwardDecision {
        let record = bundle.record
        guard record.standing.state == .putToChairman || record.standing.state.isDecided else {
            throw PaperRefusal.early(kind, record, when: "Lập sau khi trình ký.")
        }
        let award = bundle.awards[record.dossier.id]
        let given = award?.decision
        let name = try await TakenStep.name(.decide, of: (bundle.given.first ?? record).dossier, in: tx)
        let listed =
            given == nil
            ? bundle.round.filter { $0.standing.state == record.standing.state && bundle.awards[$0.dossier.id] == nil }
            : bundle.given
        let rules = try await AwardRules.loaded(in: tx)
        let put = bundle.last(.putToChairman, of: bundle.given.first ?? record)
        let date =
            given.map { PaperDate(body.tenant.place, signedOn: $0.signedOn) }
            ?? .open(body.tenant, after: put?.happenedOn ?? record.draftedOn)
        let putNumber = put.flatMap { $0.documentNumber.isEmpty ? nil : $0.documentNumber }
        let desk = try await OwnDesk.find(of: body, in: tx)
        return AwardDecision(
            frame: body.frame(
                "QĐ", number: given?.number, date, to: ["Như Điều 3"], archive: desk.archive,
                signed: award.map { body.tenant.signer(as: $0.signer, name) }),
            occasion: bundle.occasionGiven, authority: body.authority, grounds: bundle.grounds(of: listed, rules),
            proposer: desk.head, proposal: QuotedPaper("Tờ trình", putNumber, signedOn: put?.happenedOn),
            entries: listed.map { record in
                AwardDecision.Entry(
                    bundle.awardee(record), reward: MakeDecisionPaper.reward(record, given?.signedOn, rules),
                    recorded: bundle.awards[record.dossier.id]?.reward)
            }, fund: giving.budget.startingSmall, executors: "\(desk.head), bộ phận tài chính - kế toán")
    }

    private func certificates(_ bundle: DossierBundle, _ body: OwnBody) throws -> CertificatePrint {
        guard let award = bundle.awards[bundle.record.dossier.id] else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi số, ngày ban hành quyết định.")
        }
        var frame = body.frame("BC", number: nil, .open(body.tenant, after: award.decision.signedOn), to: [])
        frame.number = nil
        return CertificatePrint(
            frame: frame, occasion: bundle.occasionGiven,
            decision: QuotedPaper("Quyết định", award.decision.number, signedOn: award.decision.signedOn, issuer: body.authority),
            signer: award.signer, certificates: bundle.certificates(by: body.authority))
    }
}

/// Who gives, as the head of a paper names it: the unit itself, or a commune or sub-unit below it.
struct OwnBody {
    let tenant: PaperBody
    private let giving: OwnGiving
    /// The unit as a whole.
    let isItself: Bool

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

    /// Its own council, where its rules have one vote.
    var council: String { "Hội đồng Thi đua - Khen thưởng \(isItself ? tenant.tenant.nameInSentence : giving.name.startingSmall)" }

    /// By the post that the rules name.
    var signer: PaperSigner {
        let name = isItself && tenant.head?.isDeputy == false ? tenant.head?.name ?? "" : ""
        return PaperSigner(title: giving.signer, body: isItself ? tenant.signer.body : isCommune ? "Ủy ban nhân dân" : nil, name: name)
    }

    func frame(
        _ type: String, number: String?, _ date: PaperDate, to recipients: [String], archive: String = "VT", signed: PaperSigner? = nil
    ) -> PaperFrame {
        var frame = tenant.frame(type, number: number, date, to: recipients, archive: archive)
        if !isItself {
            frame.issuer = PaperIssuer(parent: isCommune ? nil : tenant.name, name: name)
            if isCommune {
                frame.number = PaperBody.number(number, or: "\(type)-UBND")
                frame.date = date.at(giving.name)
            }
        }
        frame.signer = signed ?? signer
        return frame
    }

    /// Of what its desk writes by itself: who gives stands over it. The symbol is known with the number that the clerk gives.
    ///
    /// - Parameter type: nil: a letter.
    func frame(_ type: String?, number: String?, _ date: PaperDate, to recipients: [String], of desk: OwnDesk) -> PaperFrame {
        var frame = tenant.frame(type, number: number, date, to: recipients)
        frame.issuer = PaperIssuer(parent: name, name: desk.name)
        frame.number = PaperBody.number(number, or: type.map { "\($0)-……" } ?? "……")
        if !isItself, isCommune { frame.date = date.at(giving.name) }
        frame.signer = desk.signer
        return frame
    }
}

/// Who keeps the awards of who gives, as he heads and signs what he puts to its head: never in the name of the whole (domain.md 2.3).
struct OwnDesk {
    let name: String
    /// `Trưởng phòng Nội vụ`: who signs, inside a sentence.
    let head: String
    let signer: PaperSigner
    /// Where what it drafted for who gives is kept (ô số 9b): `VT, NV`.
    let archive: String

    /// Of who has no part of his own for it.
    static let unnamed = OwnDesk(
        name: "Bộ phận thi đua - khen thưởng", head: "Phụ trách bộ phận thi đua - khen thưởng",
        signer: PaperSigner(title: "Phụ trách bộ phận thi đua - khen thưởng", name: ""), archive: "VT")

    /// In a district the Phòng Nội vụ does awards (domain.md 6, R3).
    static func find(of body: OwnBody, in tx: borrowing TenantTransaction) async throws -> OwnDesk {
        guard body.isItself else { return unnamed }
        let directly = SubUnit.Selection(kind: .phong, parent: SubUnit.ID(body.tenant.tenant.id.uuid))
        let parts = try await SubUnit.list(directly, limit: 200, in: tx)
        let part = parts.first { VietnameseText($0.fullName).folded.hasPrefix("phong noi vu") }
        // Whose it is stands over it: `Phòng Nội vụ, Huyện Cái Nước` heads its paper as `Phòng Nội vụ`.
        return part.map { part in
            let name = String(part.fullName.prefix { $0 != "," })
            return OwnDesk(
                name: name, head: "Trưởng \(name.startingSmall)", signer: PaperSigner(title: "Trưởng phòng", name: ""),
                archive: ["VT", part.abbreviation].compactMap(\.self).joined(separator: ", "))
        } ?? unnamed
    }
}
