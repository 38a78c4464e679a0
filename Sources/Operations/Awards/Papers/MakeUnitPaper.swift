public import Documents
public import Domain
public import Storage

/// What a unit writes: its tờ trình with the list of its nominees of the round, or a nominee's báo cáo thành tích, filled from the frozen figures.
public struct MakeUnitPaper: Sendable {
    public static let kinds: [PaperKind] = [.proposal, .achievementReport]

    public var dossier: AwardDossier.ID
    /// One of ``kinds``.
    public var kind: PaperKind

    public init(_ dossier: AwardDossier.ID, _ kind: PaperKind) {
        self.dossier = dossier
        self.kind = kind
    }

    /// - Throws: `not-found`, `paper-too-early`, `dossier-not-frozen`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let bundle = try await DossierBundle.find(dossier, ofTheUnit: true, in: tx)
        let body = try await PaperBody.find(bundle.record.dossier.proposer, in: tx)
        switch kind {
        case .proposal: return try await MadePaper(try await proposal(bundle, body, in: tx), of: body.tenant.id, in: tx)
        case .achievementReport: return try await MadePaper(try await report(bundle, body, in: tx), of: body.tenant.id, in: tx)
        default: throw Problem.notFound
        }
    }

    // MARK: - Tờ trình

    private func proposal(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> AwardProposal {
        guard bundle.record.dossier.giver == nil else { throw PaperRefusal.notOfOwnAuthority(.proposal) }
        guard Self.isProposed(bundle.record) else {
            throw PaperRefusal.early(.proposal, bundle.record, when: "Lập sau khi Hội đồng TĐKT của đơn vị thông qua hồ sơ.")
        }
        let listed = bundle.round.filter(Self.isProposed)
        let council = "Hội đồng Thi đua - Khen thưởng \(body.tenant.fullName.startingSmall)"
        let (votes, minutes) = try await bundle.votes(.passUnitCouncil, on: listed, council: council, in: tx)
        var guidance: QuotedPaper?
        if let review = bundle.review, let round = try await HeldRound.find(of: review.id, in: tx) {
            guidance = QuotedPaper("Văn bản", round.guidanceNumber, signedOn: round.guidanceOn, issuer: "Sở Nội vụ")
        }
        let day = bundle.record.submittedOn ?? bundle.record.draftedOn
        let enclosures = try await DossierPaper.all(in: tx)
            .filter { $0.track == bundle.record.dossier.track && $0.kind != .proposal && $0.validity.contains(day) }
            .map(\.kind.vietnamese.startingLarge)
        let frame = body.frame("TTr", .open(body, after: day), to: ["Như trên", "Sở Nội vụ"])
        return AwardProposal(
            frame: frame, occasion: bundle.occasion, addressees: [body.chairman], guidance: guidance, minutes: minutes,
            entries: listed.map { .init(bundle.awardee($0, marksName: true), vote: votes[$0.dossier.id] ?? "") }, enclosures: enclosures)
    }

    /// Put forward by the unit, or ready to be: in a review its council passed it.
    private static func isProposed(_ record: DossierRecord) -> Bool {
        switch record.standing.state {
        case .drafted: record.dossier.track.isAdHoc
        case .withdrawn: false
        // By the unit's own council, it never left the unit.
        case .refused: record.submittedOn != nil
        default: true
        }
    }

    // MARK: - Báo cáo thành tích

    private func report(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> AchievementReport {
        let record = bundle.record
        var figures: [AchievementReport.Figure] = []
        if record.dossier.review != nil, record.dossier.giver == nil {
            guard let review = bundle.review,
                let frozen = try await FrozenFigures.find(
                    of: record.dossier.nominee.unit, record.dossier.proposer, review: review.id, in: tx)
            else { throw AwardRefusal.notFrozen.problem }
            figures = Self.figures(frozen)
        }
        let day = record.submittedOn ?? record.draftedOn
        return AchievementReport(
            frame: frame(record, body, day), occasion: bundle.occasion, awardee: bundle.awardee(record), introduction: [], figures: figures,
            deeds: [record.achievement], earlierAwards: try await earlierAwards(of: record, in: tx), confirmer: body.signer)
    }

    /// What the nominee got before, here and elsewhere, the earliest first; not what is asked for now.
    private func earlierAwards(of record: DossierRecord, in tx: borrowing TenantTransaction) async throws -> [String] {
        let nominee = record.dossier.nominee
        let day = if let submitted = record.submittedOn { submitted } else { try await tx.officer().today }
        let isPerson = nominee.subject == .individual
        let selection = PastAward.Selection(
            tenant: record.dossier.proposer, unit: isPerson ? nil : nominee.unit, person: nominee.person)
        return try await PastAward.list(selection, limit: 500, in: tx)
            .filter { $0.decision.signedOn <= day && !$0.isRevoked && ($0.person != nil) == isPerson }
            .reversed().map(\.line)
    }

    /// A sub-unit reports by itself; its head is written in by hand.
    private func frame(_ record: DossierRecord, _ body: PaperBody, _ day: CivilDate) -> PaperFrame {
        var frame = body.frame("BC", .open(body, after: day), to: ["Như trên"])
        if record.dossier.nominee.subject == .collective, !record.unitName.isEmpty {
            frame.issuer = PaperIssuer(parent: body.name, name: record.unitName)
            frame.number = nil
            frame.signer = PaperSigner(title: "Thủ trưởng đơn vị", name: "")
        }
        return frame
    }

    static func figures(_ frozen: FrozenFigures) -> [AchievementReport.Figure] {
        var figures: [AchievementReport.Figure] = [
            .init("Số liệu của \(frozen.name)", "chốt ngày \(frozen.frozenOn.vietnamese), phiên bản \(frozen.version)"),
            .init("Kết quả xét", frozen.verdict.vietnamese),
        ]
        if let counts = frozen.counts {
            figures += [
                .init("Nhiệm vụ, chỉ tiêu được tính", "\(counts.counted)"),
                .init("Trong đó đến hạn trước sơ kết", "\(counts.early)"), .init("Trong đó đến hạn sau sơ kết", "\(counts.later)"),
                .init("Vượt tiến độ hoặc vượt chỉ tiêu", counts.share),
            ]
        }
        return figures + frozen.reasons.filter { !$0.isEmpty }.map { AchievementReport.Figure("Điểm chưa đạt", $0) }
    }
}
