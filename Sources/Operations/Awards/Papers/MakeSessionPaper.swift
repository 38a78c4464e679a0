public import Documents
public import Domain
public import Storage

/// Of a council's session: the ballot sheet of its secret votes on paper; biên bản họp and biên bản kiểm phiếu once it is closed. Who counted, and when it began and ended, is written in by hand.
public struct MakeSessionPaper: Sendable {
    public static let kinds: [PaperKind] = [.councilMinutes, .countMinutes, .ballotSheet]

    public var session: CouncilSession.ID
    /// One of ``kinds``.
    public var kind: PaperKind

    public init(_ session: CouncilSession.ID, _ kind: PaperKind) {
        self.session = session
        self.kind = kind
    }

    /// - Throws: `not-found`, `session-open`, `session-cancelled`, `session-over`, `session-without-ballots`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        guard let record = try await SessionRecord.find(session, in: tx) else { throw Problem.notFound }
        try record.refuseCancelled()
        guard record.isRead else { throw PaperRefusal.sessionOver(kind) }
        if kind != .ballotSheet, !record.isClosed { throw PaperRefusal.sessionOpen(kind) }
        let body = try await PaperBody.find(record.session.tenant, in: tx)
        let titles = try await NamedHolder.titles(of: record.attendees.map(\.person), in: tx)
        let dossiers = try await DossierRecord.all(record.listed.map(\.entry.dossier), in: tx)
        let people = dossiers.values.compactMap(\.dossier.nominee.person).sorted { $0.description < $1.description }
        let nominees = try await NamedHolder.titles(of: people, in: tx)
        func awardee(_ id: AwardDossier.ID) -> Awardee? {
            dossiers[id].map { Awardee($0, printed: nil, title: $0.dossier.nominee.person.flatMap { nominees[$0] }) }
        }
        let meeting = meeting(record, body, titles, awardee: awardee)
        let first = record.listed.lazy.compactMap { dossiers[$0.entry.dossier] }.first
        var occasion = AwardOccasion(campaign: "phong trào thi đua", review: nil)
        if let first, let campaign = try await CampaignRecord.find(first.dossier.campaign, in: tx) {
            var review: HeldReview?
            if let kind = first.dossier.review { review = try await HeldReview.find(first.campaignCode, kind, in: tx) }
            occasion = AwardOccasion(campaign: campaign.plan.name, review: first.dossier.review, until: review?.heldOn)
        }
        var frame = body.frame(
            "BB", PaperDate(body.place, signedOn: record.session.heldOn), to: ["Thành viên Hội đồng"], archive: "VT, hồ sơ Hội đồng")
        frame.issuer = PaperIssuer(parent: body.name, name: "Hội đồng Thi đua - Khen thưởng")
        switch kind {
        case .councilMinutes:
            frame.number = PaperNumber(record.session.minutes.map { "\($0)" }, symbol: DossierBundle.minutesSymbol)
            let post = meeting.chair.map(\.post).flatMap { $0.isEmpty ? nil : $0 }
            return try await MadePaper(
                CouncilMinutes(frame: frame, occasion: occasion, meeting: meeting, chairAgencyPost: post), of: record.session.tenant, in: tx
            )
        case .countMinutes:
            guard Self.possible(record).contains(kind) else { throw PaperRefusal.noBallots }
            frame.number = nil
            return try await MadePaper(
                CountMinutes(frame: frame, occasion: occasion, meeting: meeting, counters: Array(repeating: Self.open, count: 3)),
                of: record.session.tenant, in: tx)
        case .ballotSheet:
            guard record.hasBallots else { throw PaperRefusal.noBallots }
            let secret = record.listed.filter { $0.entry.method == .secret }.compactMap { awardee($0.entry.dossier) }
            return try await MadePaper(
                BallotSheet(frame: frame, occasion: occasion, council: meeting.council, awardees: secret), of: record.session.tenant, in: tx
            )
        default: throw Problem.notFound
        }
    }

    /// What can be made of a session as it stands.
    public static func possible(_ record: SessionRecord) -> [PaperKind] {
        guard record.isRead else { return [] }
        let ballots: [PaperKind] = record.hasBallots ? [.ballotSheet] : []
        if !record.isClosed { return record.isOpen ? ballots : [] }
        let isCounted = record.listed.contains { $0.entry.method != .showOfHands }
        return [.councilMinutes] + (isCounted ? [.countMinutes] : []) + ballots
    }

    /// To be written in by hand.
    private static let open = String(repeating: "…", count: 16)

    private func meeting(
        _ record: SessionRecord, _ body: PaperBody, _ titles: [Person.ID: String], awardee: (AwardDossier.ID) -> Awardee?
    ) -> CouncilMeeting {
        let items = record.listed.compactMap { listed -> CouncilMeeting.Item? in
            guard let tally = listed.entry.tally, let outcome = listed.entry.outcome, let awardee = awardee(listed.entry.dossier) else {
                return nil
            }
            let recused = record.attendees.filter { listed.entry.recused.contains($0.person) }.map(\.name)
            let said = listed.votes.count { $0.choice == .yes || $0.choice == .no }
            return CouncilMeeting.Item(
                awardee, method: listed.entry.method, tally: tally, outcome: outcome, base: listed.result?.base ?? tally.members,
                recused: recused,
                parts: listed.source == .both
                    ? .init(onRecord: listed.entry.voters, together: tally.votes.yes + tally.votes.no - said) : nil)
        }
        var rules: [String] = []
        for rule in record.listed.map(\.rule) {
            let source = rule.citation.isVerified ? " (\(rule.citation.text))" : ""
            let words =
                "\(rule.method.vietnamese.startingLarge): \(rule.method == .written ? "có ý kiến" : "dự họp") ít nhất \(rule.quorum.vietnamese) tổng số thành viên, đồng ý ít nhất "
                + "\(rule.share.vietnamese) \(rule.base.vietnamese)\(source)"
            if !rules.contains(words) { rules.append(words) }
        }
        return CouncilMeeting(
            council: "Hội đồng Thi đua - Khen thưởng \(body.tenant.nameInSentence)", heldOn: record.session.heldOn, from: "",
            to: "",
            place: record.session.place,
            members: record.attendees.map {
                .init($0.name, $0.duty, post: titles[$0.person] ?? "", isPresent: $0.isPresent, wrote: record.wrote($0))
            }, items: items, rules: rules)
    }
}

extension SessionRecord {
    /// Whether anything is voted on in secret.
    fileprivate var hasBallots: Bool { listed.contains { $0.entry.method == .secret } }

    /// Whether every dossier is in sight: of what is not, a paper would say nothing.
    fileprivate var isRead: Bool { listed.allSatisfy(\.isInSight) }
}
