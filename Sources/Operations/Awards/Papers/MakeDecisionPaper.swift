public import Documents
public import Domain
public import Storage

/// What the Chairman signs, and what is printed of it: the decision with its list (a draft with an open number until it is recorded), the
/// content of the certificates, and the letter of praise where the share is reached (A52).
public struct MakeDecisionPaper: Sendable {
    public static let kinds: [PaperKind] = [.awardDecision, .certificatePrint, .letterOfPraise]

    public var dossier: AwardDossier.ID
    /// One of ``kinds``.
    public var kind: PaperKind

    public init(_ dossier: AwardDossier.ID, _ kind: PaperKind) {
        self.dossier = dossier
        self.kind = kind
    }

    /// - Throws: `not-found`, `paper-of-the-province`, `paper-too-early`, `letter-without-share`, `letter-without-award`,
    ///   `letter-declined`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let bundle = try await DossierBundle.find(dossier, ofTheUnit: false, in: tx)
        guard tx.tenant == nil else { throw PaperRefusal.ofTheProvince(kind) }
        let body = try await PaperBody.ofTheProvince(in: tx)
        switch kind {
        case .awardDecision: return try await MadePaper(try await decision(bundle, body, in: tx), of: nil, in: tx)
        case .certificatePrint: return try await MadePaper(try await certificates(bundle, body, in: tx), of: nil, in: tx)
        case .letterOfPraise: return try await MadePaper(try await letter(bundle, body, in: tx), of: nil, in: tx)
        default: throw Problem.notFound
        }
    }

    private func decision(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> AwardDecision {
        let award = bundle.awards[bundle.record.dossier.id]
        let given = award?.decision
        let signings = given == nil ? try await Award.signings(of: bundle.round.map(\.dossier.id), in: tx) : [:]
        let listed = given == nil ? try bundle.draftedTogether(kind, signed: signings) : bundle.given
        let rules = try await AwardRules.loaded(in: tx)
        let affairs = try await PaperBody.appraiser(in: tx)
        // One decision is one paper, whichever of its dossiers is asked for.
        let put = bundle.last(.putToChairman, of: bundle.given.first ?? bundle.record)
        let day = put?.happenedOn ?? bundle.steps[bundle.record.dossier.id]?.last?.happenedOn ?? bundle.record.draftedOn
        let date = given.map { PaperDate(body.place, signedOn: $0.signedOn) } ?? .open(body, after: day)
        let putNumber = put.flatMap { $0.documentNumber.isEmpty ? nil : $0.documentNumber }
        let office = "Chánh Văn phòng \(body.name)"
        let head = affairs.headTitle
        // As it was decided, also before the clerk gave the number.
        let signer = award?.signer ?? signings[bundle.record.dossier.id]?.signer
        let name = try await TakenStep.name(.decide, of: (bundle.given.first ?? bundle.record).dossier, in: tx)
        return AwardDecision(
            frame: body.frame(
                "QĐ", number: given?.number, date, to: ["Như Điều 3"], archive: "VT, \(affairs.abbreviation)",
                signed: signer.map { body.signer(as: $0, name) }),
            occasion: bundle.occasionGiven, authority: body.chairman, grounds: bundle.grounds(of: listed, rules), proposer: head,
            proposal: QuotedPaper("Tờ trình", putNumber, signedOn: put?.happenedOn),
            entries: listed.map { record in
                AwardDecision.Entry(
                    bundle.awardee(record, marksName: given == nil), reward: Self.reward(record, given?.signedOn, rules),
                    recorded: bundle.awards[record.dossier.id]?.reward)
            }, fund: "quỹ thi đua, khen thưởng của tỉnh", executors: "\(office), \(head)")
    }

    /// By the day of signing; nil before, and where the rules say nothing.
    static func reward(_ record: DossierRecord, _ signedOn: CivilDate?, _ rules: AwardRules) -> Reward? {
        guard let signedOn, let regime = rules.regimes.first(where: { $0.code == record.regime }) else { return nil }
        return try? rules.rewards.reward(record.dossier.form, record.dossier.nominee.subject, signedOn: signedOn, under: regime)
    }

    private func certificates(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> CertificatePrint {
        guard let award = bundle.awards[bundle.record.dossier.id] else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi số, ngày ban hành quyết định.")
        }
        let affairs = try await PaperBody.appraiser(in: tx)
        var frame = affairs.frame("BC", .open(affairs, after: award.decision.signedOn), to: [])
        frame.number = nil
        return CertificatePrint(
            frame: frame, occasion: bundle.occasionGiven,
            decision: QuotedPaper("Quyết định", award.decision.number, signedOn: award.decision.signedOn, issuer: body.chairman),
            signer: award.signer, certificates: bundle.certificates(by: body.chairman))
    }

    private func letter(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> LetterOfPraisePaper {
        let record = bundle.record
        guard record.dossier.nominee.subject == .collective, let review = bundle.review else {
            throw PaperRefusal.early(kind, record, when: "Thư khen gửi kèm Bằng khen của tập thể khi sơ kết, tổng kết.")
        }
        let frozen = try await FrozenFigures.find(
            of: record.dossier.nominee, record.dossier.proposer, review: review.id, in: tx)
        guard let frozen else { throw AwardRefusal.notFrozen.problem }
        guard frozen.isPraised else { throw AwardRefusal.letterWithoutShare(frozen.counts?.share ?? "0/0").problem }
        guard record.standing.state.isDecided else { throw AwardRefusal.letterWithoutAward.problem }
        let answer = try await PraiseLetter.list(of: review.id, in: tx).first {
            $0.unit == record.dossier.nominee.unit && $0.tenant == record.proposerSlug
        }?.answer
        if answer?.isDeclined == true { throw AwardRefusal.letterDeclined.problem }
        let day = bundle.awards[record.dossier.id]?.decision.signedOn ?? frozen.frozenOn
        let date = answer.map { PaperDate(body.place, signedOn: $0.signedOn) } ?? .open(body, after: day)
        return LetterOfPraisePaper(
            frame: body.frame(nil, date, to: [], archive: nil, signed: answer.map { body.signer(as: $0.signer) }), sender: body.chairman,
            addressee: bundle.awardee(record).name, occasion: bundle.occasion,
            deeds: frozen.counts.map { ["Tỷ lệ nhiệm vụ, chỉ tiêu vượt tiến độ hoặc vượt chỉ tiêu đạt \($0.share)."] } ?? [])
    }
}
