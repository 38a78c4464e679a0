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
    let occasion: AwardOccasion
    let steps: [AwardDossier.ID: [TakenStep]]
    let awards: [AwardDossier.ID: PrintedAward]
    private let titles: [Person.ID: String]
    /// Of those whose names the unit and the nominee confirmed (A71).
    private let names: [AwardDossier.ID: ConfirmedName.Word]

    /// - Parameter ofTheUnit: of its round only what the same unit proposes.
    /// - Throws: `not-found`.
    static func find(_ dossier: AwardDossier.ID, ofTheUnit: Bool, in tx: borrowing TenantTransaction) async throws -> DossierBundle {
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        let campaign = try await CampaignRecord.find(record.dossier.campaign, in: tx)?.plan.name ?? record.campaignCode
        var review: HeldReview?
        // A unit's own round rests on no review of the province.
        if record.dossier.giver == nil, let kind = record.dossier.review {
            review = try await HeldReview.find(record.campaignCode, kind, in: tx)
        }
        var round = [record]
        if let review {
            let filter = DossierFilter(tenant: ofTheUnit ? record.proposerSlug : nil)
            round = try await DossierRecord.list(filter, of: review.id, in: tx)
        } else if record.dossier.giver != nil {
            let filter = DossierFilter(campaign: record.campaignCode, track: record.dossier.track)
            round = try await DossierRecord.list(filter, in: tx).filter {
                $0.dossier.giver == record.dossier.giver && $0.dossier.review == record.dossier.review
            }
        }
        let named = try await PrintedAward.named(besides: dossier, in: tx)
        let found = try await DossierRecord.all(named, in: tx)
        let given = named.compactMap { found[$0] }
        let listed = round + given.filter { record in !round.contains { $0.dossier.id == record.dossier.id } }
        let ids = listed.map(\.dossier.id)
        return DossierBundle(
            record: record, round: round, given: given, review: review,
            occasion: AwardOccasion(campaign: campaign, review: record.dossier.review, until: review?.heldOn),
            steps: try await TakenStep.all(of: ids, in: tx), awards: try await PrintedAward.all(of: ids, in: tx),
            titles: try await NamedHolder.titles(of: listed.compactMap(\.dossier.nominee.person), in: tx),
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
    ///   - isNow: by the name as it is printed now; else as it was signed.
    func awardee(_ record: DossierRecord, marksName: Bool = false, isNow: Bool = false) -> Awardee {
        let award = awards[record.dossier.id]
        let word = award.map { ConfirmedName.Word(name: isNow ? $0.nameNow : $0.name, post: $0.post) } ?? names[record.dossier.id]
        return Awardee(
            record, printed: word, title: record.dossier.nominee.person.flatMap { titles[$0] },
            isNameConfirmed: !marksName || (award?.isNameConfirmed ?? (word != nil)))
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
    init(_ record: DossierRecord, printed: ConfirmedName.Word?, title: String?, isNameConfirmed: Bool = true) {
        let subject = record.dossier.nominee.subject
        let unit: String
        switch subject {
        case .individual: unit = record.unitName.isEmpty ? record.proposerName : "\(record.unitName), \(record.proposerName)"
        // A unit of the first tier stands below the province alone.
        case .collective: unit = record.unitName.isEmpty ? "" : record.proposerName
        }
        let asPosted = [title, unit].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
        self.init(
            subject, name: printed?.name ?? record.nomineeName, position: printed.flatMap { $0.post.isEmpty ? nil : $0.post } ?? asPosted,
            form: record.dossier.form, achievement: record.achievement, isNameConfirmed: isNameConfirmed)
    }
}

extension PaperDate {
    /// Of a paper that is still to be signed: its day stays open.
    static func open(_ body: PaperBody, after day: CivilDate) -> PaperDate { PaperDate(body.place, year: day.year) }
}
