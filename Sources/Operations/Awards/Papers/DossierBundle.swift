import Documents
import Domain
import Storage

/// A dossier with those of its round that stand in the same papers, and what papers quote of them; as far as they are in sight.
struct DossierBundle {
    let record: DossierRecord
    /// Of its round in the order in which they were drafted, this one among them; of a deed, this one alone.
    let round: [DossierRecord]
    /// All whom the decision names that gave for this one, in the order in which they were drafted: of whatever review or deed. None before.
    let given: [DossierRecord]
    let review: HeldReview?
    /// The plan of the campaign, as papers cite it; nil where it is not in sight.
    let plan: QuotedPaper?
    let occasion: AwardOccasion
    let steps: [AwardDossier.ID: [TakenStep]]
    let awards: [AwardDossier.ID: PrintedAward]
    /// Who gives by own authority; nil of what the province gives.
    let giver: OwnBody?
    private let titles: [Person.ID: String]
    /// Of those whose names the unit and the nominee confirmed (A71).
    private let names: [AwardDossier.ID: ConfirmedName.Word]

    /// - Parameter ofTheUnit: of its round only what the same unit proposes.
    /// - Throws: `not-found`.
    static func find(_ dossier: AwardDossier.ID, ofTheUnit: Bool, in tx: borrowing TenantTransaction) async throws -> DossierBundle {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let campaign = try await CampaignRecord.find(record.dossier.campaign, in: tx)?.plan
        let plan = campaign?.paper
        var review: HeldReview?
        // A unit's own round rests on no review of the province.
        if record.dossier.giver == nil, let kind = record.dossier.review {
            review = try await HeldReview.find(record.campaignCode, kind, in: tx)
        }
        var round = [record]
        if let review {
            let filter = DossierFilter(tenant: ofTheUnit ? record.proposerSlug : nil)
            round = try await DossierRecord.list(filter, of: review.id, in: tx)
        } else if record.dossier.giver != nil, !record.dossier.track.isAdHoc {
            let filter = DossierFilter(campaign: record.campaignCode, track: record.dossier.track)
            round = try await DossierRecord.list(filter, in: tx).filter {
                $0.dossier.giver == record.dossier.giver && $0.dossier.review == record.dossier.review
            }
        }
        let named = try await PrintedAward.named(besides: dossier, in: tx)
        let found = try await DossierRecord.all(named, in: tx)
        let given = named.compactMap { found[$0] }
        var giver: OwnBody?
        if record.dossier.giver != nil, tx.tenant != nil, let giving = try await OwnGiving.find(of: dossier, in: tx) {
            giver = OwnBody(giving, tenant: try await PaperBody.find(record.dossier.proposer, in: tx))
        }
        let listed = round + given.filter { record in !round.contains { $0.dossier.id == record.dossier.id } }
        let ids = listed.map(\.dossier.id)
        return DossierBundle(
            record: record, round: round, given: given, review: review,
            plan: plan.map { QuotedPaper($0.type, $0.reference, signedOn: $0.date, issuer: $0.issuer) },
            occasion: AwardOccasion(campaign: campaign?.name ?? record.campaignCode, review: record.dossier.review, until: review?.heldOn),
            steps: try await TakenStep.all(of: ids, in: tx), awards: try await PrintedAward.all(of: ids, in: tx),
            giver: giver, titles: try await NamedHolder.titles(of: listed.compactMap(\.dossier.nominee.person), in: tx),
            names: try await ConfirmedName.printed(of: ids, in: tx))
    }

    /// Of the decision: where it names deeds beside a review, or two reviews, of all of them.
    var occasionGiven: AwardOccasion {
        Set(given.map(\.dossier.review)).count > 1 ? AwardOccasion(ofSeveral: occasion.campaign) : occasion
    }

    /// The last step of a kind; nil where it was not taken.
    func last(_ step: AwardDossier.Step, of record: DossierRecord) -> TakenStep? {
        steps[record.dossier.id]?.last { $0.step == step }
    }

    /// - Parameters:
    ///   - marksName: what goes to be signed or printed says of each name whether it was confirmed (A71).
    ///   - isNow: by the name and post as they are printed now; else as they were signed.
    func awardee(_ record: DossierRecord, marksName: Bool = false, isNow: Bool = false) -> Awardee {
        let award = awards[record.dossier.id]
        let given = award.map { ConfirmedName.Word(name: isNow ? $0.nameNow : $0.name, post: isNow ? $0.postNow : $0.post) }
        let word = given ?? names[record.dossier.id]
        return Awardee(
            record, printed: word, title: record.dossier.nominee.person.flatMap { titles[$0] }, giver: giver,
            isNameConfirmed: !marksName || (award?.isNameConfirmed ?? (word != nil)))
    }

    /// What is printed for each whom the decision names, as it reads now; of what was revoked nothing is printed any more.
    ///
    /// - Parameter issuer: who gives.
    func certificates(by issuer: String) -> [CertificatePrint.Certificate] {
        given.filter { $0.standing.state != .revoked }.compactMap { record in
            guard let award = awards[record.dossier.id], let number = award.register else { return nil }
            let replacement = award.replacement.map { decision in
                CertificatePrint.Replacement(
                    QuotedPaper("Quyết định", decision.number, signedOn: decision.signedOn, issuer: issuer),
                    signer: award.replacementSigner)
            }
            return CertificatePrint.Certificate(
                awardee(record, marksName: true, isNow: true), registerNumber: number, replacement: replacement)
        }
    }

    /// `Tờ trình số 45/TTr-UBND ngày 12/7/2023 của …`, as the dossier holds it; without number and day where it does not.
    func proposal(of record: DossierRecord, _ proposer: String, in tx: borrowing TenantTransaction) async throws -> QuotedPaper {
        let papers = try await DossierDetail.Paper.all(of: record.dossier.id, record.dossier.proposer, in: tx)
        let paper = papers.last { $0.kind == .proposal }
        return QuotedPaper("Tờ trình", paper?.documentNumber, signedOn: paper?.documentOn, issuer: proposer)
    }

    /// How a council voted on each of some dossiers, `7/9 (77,7%)`, and the minutes of every session that did, in their order; as far as the sessions
    /// are in sight.
    func votes(
        _ step: AwardDossier.Step, on records: [DossierRecord], council: String, in tx: borrowing TenantTransaction
    ) async throws -> (votes: [AwardDossier.ID: String], minutes: [QuotedPaper]) {
        var votes: [AwardDossier.ID: String] = [:]
        var sessions: [SessionRecord] = []
        for id in Set(records.compactMap({ last(step, of: $0)?.session })) {
            guard let session = try await SessionRecord.find(id, in: tx) else { continue }
            sessions.append(session)
            for record in records where last(step, of: record)?.session == id {
                let listed = session.listed.first { $0.entry.dossier == record.dossier.id }
                votes[record.dossier.id] = listed?.result.map { QuotedShare($0.yes, of: $0.base).text }
            }
        }
        sessions.sort { ($0.session.heldOn, $0.session.minutes ?? 0) < ($1.session.heldOn, $1.session.minutes ?? 0) }
        return (votes, sessions.map { Self.minutes(of: $0, council) })
    }

    /// Minutes of councils that sit on paper: of a commune or sub-unit that gives, by the numbers that were recorded.
    func minutesOnPaper(of records: [DossierRecord], council: String) -> [QuotedPaper] {
        let steps = records.compactMap { last(.passUnitCouncil, of: $0) }.filter { $0.session == nil && !$0.documentNumber.isEmpty }
        var quoted: [QuotedPaper] = []
        for step in steps {
            let paper = QuotedPaper("Biên bản họp", step.documentNumber, signedOn: step.happenedOn, issuer: council)
            if !quoted.contains(paper) { quoted.append(paper) }
        }
        return quoted
    }

    /// The law under which a decision is taken, and the plan of the campaign (A60).
    ///
    /// - Parameter records: whom it names: the law is that of their regimes.
    func grounds(of records: [DossierRecord], _ rules: AwardRules) -> [Citation] {
        Self.grounds(rules.citations.words(of: Set(records.compactMap(\.regime)), at: [.decision]), plan)
    }

    /// The law that is in force on the day on which an award is revoked, and what it says of the reason.
    func grounds(ofRevoking ground: RevocationGround, on day: CivilDate, _ rules: AwardRules) -> [Citation] {
        let regime = rules.regimes.inForce(on: day)
        return Self.grounds(rules.citations.words(of: regime.map { [$0.code] } ?? [], at: [.decision, .revocation(ground)]), nil)
    }

    private static func grounds(_ words: [String], _ plan: QuotedPaper?) -> [Citation] {
        (words + (plan.map { [$0.vietnamese] } ?? [])).map { Citation("Căn cứ \($0)", isVerified: true) }
    }

    private static func minutes(of record: SessionRecord, _ council: String) -> QuotedPaper {
        let isInWriting = record.listed.allSatisfy { $0.rule.method == .written }
        return QuotedPaper(
            isInWriting ? "Biên bản lấy ý kiến" : "Biên bản họp", record.session.minutes.map(minutesReference),
            signedOn: record.session.heldOn, issuer: council)
    }

    /// `05/BB-HĐTĐKT`: by the number that the council's register gave them when the session closed.
    static func minutesReference(_ number: Int) -> String { PaperNumber("\(number)", symbol: minutesSymbol).reference }

    /// Councils number their minutes by themselves (domain.md 2.3).
    static let minutesSymbol = "BB-HĐTĐKT"
}

extension Awardee {
    /// - Parameters:
    ///   - printed: on the certificate, once it is recorded or confirmed: a later promotion does not change it (A71).
    ///   - title: of a person's post; nil where it is not known.
    ///   - giver: by own authority; nil: the province, or it does not matter.
    init(
        _ record: DossierRecord, printed: ConfirmedName.Word?, title: String?, giver: OwnBody? = nil, isNameConfirmed: Bool = true
    ) {
        let subject = record.dossier.nominee.subject
        let post = printed.flatMap { $0.post.isEmpty ? nil : $0.post } ?? title ?? ""
        let position =
            switch subject {
            case .individual: Self.position(post, record.unitName, record.proposerName)
            // A unit of the first tier stands below the province alone.
            case .collective: record.unitName.isEmpty ? "" : record.proposerName
            }
        self.init(
            subject, name: printed?.name ?? record.nomineeInPapers, position: position, form: record.dossier.form,
            formName: giver.map { "Giấy khen của \($0.authority)" }, achievement: record.achievement, isNameConfirmed: isNameConfirmed)
    }

    /// A post and where it is, from the smallest unit to the largest: `Văn thư, Phòng Nội vụ, Huyện Cái Nước`. What was said already is not said
    /// again: many a name of a post or a unit has the larger one in it.
    static func position(_ parts: String...) -> String {
        parts.reduce("") { said, part in
            if part.isEmpty || said.lowercased().contains(part.lowercased()) { return said }
            return said.isEmpty ? part : "\(said), \(part)"
        }
    }
}

extension PaperDate {
    /// The same day at the place of another territory.
    func at(_ territory: String) -> PaperDate {
        let place = PaperBody.place(territory)
        return signedOn.map { PaperDate(place, signedOn: $0) } ?? PaperDate(place, year: year)
    }

    /// Of a paper that is still to be signed: its day stays open.
    static func open(_ body: PaperBody, after day: CivilDate) -> PaperDate { PaperDate(body.place, year: day.year) }

    /// Of the paper of a step: its own day, once its number is recorded.
    static func of(_ step: TakenStep, _ body: PaperBody) -> PaperDate {
        step.documentNumber.isEmpty ? .open(body, after: step.happenedOn) : PaperDate(body.place, signedOn: step.happenedOn)
    }
}
