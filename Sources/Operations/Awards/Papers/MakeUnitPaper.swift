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

    /// - Throws: `not-found`, `paper-too-early`, `proposal-beyond-slots`, `dossier-not-frozen`.
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
        guard Self.isProposed(bundle.record) else {
            throw PaperRefusal.early(.proposal, bundle.record, when: "Lập sau khi Hội đồng TĐKT của đơn vị thông qua hồ sơ.")
        }
        let listed = try await admissible(bundle, in: tx)
        guard listed.contains(where: { $0.dossier.id == dossier }) else {
            throw PaperRefusal.early(
                .proposal, bundle.record, when: "Kết quả xét không đạt hoặc đã hết suất đề nghị cá nhân nên không trình được hồ sơ này.")
        }
        let council = "Hội đồng Thi đua - Khen thưởng \(body.tenant.nameInSentence)"
        let (votes, minutes) = try await bundle.votes(.passUnitCouncil, on: listed, council: council, in: tx)
        var guidance: QuotedPaper?
        if let review = bundle.review, let round = try await HeldRound.find(of: review.id, in: tx) {
            guidance = QuotedPaper("Văn bản", round.guidanceNumber, signedOn: round.guidanceOn, issuer: "Sở Nội vụ")
        }
        let day = bundle.record.submittedOn ?? bundle.record.draftedOn
        let enclosures = try await DossierPaper.all(in: tx)
            .filter { $0.track == bundle.record.dossier.track && $0.kind != .proposal && $0.validity.contains(day) }
            .map(\.kind.vietnamese.startingLarge)
        // Under the number and the day that the unit recorded.
        let recorded = try await DossierDetail.Paper.all(of: bundle.record.dossier.id, body.tenant.id, in: tx).last { $0.kind == .proposal }
        let date = recorded.map { PaperDate(body.place, signedOn: $0.documentOn) } ?? .open(body, after: day)
        let frame = body.frame("TTr", number: recorded?.documentNumber, date, to: ["Như trên", "Sở Nội vụ"])
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

    /// Those put forward or ready to be, without those whose submission would be refused: their unit fails or has no basis (A05), or no slot is left
    /// (A03). Who of several takes the last slots the unit chooses, not this list.
    ///
    /// - Throws: `proposal-beyond-slots` with who are too many.
    private func admissible(_ bundle: DossierBundle, in tx: borrowing TenantTransaction) async throws -> [DossierRecord] {
        let proposed = bundle.round.filter(Self.isProposed)
        guard let review = bundle.review, let plan = try await CampaignRecord.frozen(for: review.id, in: tx)?.plan else { return proposed }
        let scope = plan.quotaScope ?? .firstTier
        let cap = plan.integer(bundle.record.dossier.review == .interim ? .individualsInterim : .individualsFinal) ?? 0
        let units = try await NominationStanding.list(of: review.id, scope: scope, cap: cap, in: tx)
        var listed: [DossierRecord] = []
        var waiting: [SubUnit.ID: [DossierRecord]] = [:]
        var tooMany: [SubUnit.ID: (waiting: [DossierRecord], free: Int)] = [:]
        for record in proposed {
            let (nominee, proposer) = (record.dossier.nominee, record.dossier.proposer)
            let isRefused: Bool
            if record.submittedOn != nil {
                isRefused = false
            } else if nominee.subject == .individual {
                let unit = scope == .eachCollective ? nominee.unit : SubUnit.ID(proposer.uuid)
                let free = units.first { $0.unit == unit }?.free
                isRefused = free == 0
                waiting[unit, default: []].append(record)
                if let free, free > 0, let several = waiting[unit], several.count > free { tooMany[unit] = (several, free) }
            } else {
                let verdict = try await UnitVerdict.Verdict.frozen(of: nominee.unit, proposer, review: review.id, in: tx)
                isRefused = verdict == .fail || verdict == .insufficientBasis
            }
            if !isRefused { listed.append(record) }
        }
        if let (several, free) = units.lazy.compactMap({ tooMany[$0.unit] }).first {
            throw PaperRefusal.beyondSlots(several.map(\.nomineeName), free: free)
        }
        return listed
    }

    // MARK: - Báo cáo thành tích

    private func report(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> AchievementReport {
        let record = bundle.record
        var (figures, deeds): ([AchievementReport.Figure], [String]) = ([], [record.achievement])
        if record.dossier.review != nil, record.dossier.giver == nil {
            guard let review = bundle.review,
                let frozen = try await FrozenFigures.find(of: record.dossier.nominee, record.dossier.proposer, review: review.id, in: tx)
            else { throw AwardRefusal.notFrozen.problem }
            figures = Self.figures(frozen) + (try await ownFigures(of: record, review, frozen, in: tx))
        } else if record.dossier.track.isAdHoc,
            let initiative = try await InitiativeRecord.find(proposedBy: record.dossier.id, of: record.dossier.proposer, in: tx)
        {
            figures = Self.figures(initiative.initiative)
            deeds = Self.deeds(initiative.initiative, try await InitiativeConfirmation.all(of: initiative, in: tx))
        }
        let day = record.submittedOn ?? record.draftedOn
        return AchievementReport(
            frame: try await frame(bundle, body, day, in: tx), occasion: bundle.occasion, awardee: bundle.awardee(record),
            superior: record.unitName.isEmpty ? body.provinceCommittee : body.name, introduction: [], figures: figures, deeds: deeds,
            earlierAwards: try await earlierAwards(bundle, in: tx), confirmer: bundle.giver?.signer ?? body.signer)
    }

    /// What a person was given to do by himself, as the frozen figures know it; nothing of a collective, and where he was given nothing.
    private func ownFigures(
        of record: DossierRecord, _ review: HeldReview, _ frozen: FrozenFigures, in tx: borrowing TenantTransaction
    ) async throws -> [AchievementReport.Figure] {
        guard let person = record.dossier.nominee.person else { return [] }
        let filter = LedgerFilter(tenant: record.proposerSlug, assignee: person, campaign: record.campaignCode, role: .lead)
        let moment = LedgerMoment(asOf: review.heldOn, knownOn: frozen.frozenOn)
        let items = try await LedgerEntry.list(filter, at: moment, limit: 1_000, in: tx)
        if items.isEmpty { return [] }
        let late = items.count { $0.standing.timeliness == .completedLate || $0.standing.timeliness == .overdue }
        return [
            .init("Nhiệm vụ, chỉ tiêu giao trực tiếp cho cá nhân", "\(items.count)"),
            .init("Trong đó đã hoàn thành", "\(items.count { $0.standing.completedOn != nil })"), .init("Trong đó quá hạn", "\(late)"),
        ]
    }

    /// What an initiative brought, as it was registered.
    private static func figures(_ initiative: Initiative) -> [AchievementReport.Figure] {
        let effect = initiative.effect
        let brought: [(name: String, value: String?)] = [
            ("Giảm chi phí", effect.cost.map { "\(VietnameseNumber.text($0)) đồng" }),
            ("Rút ngắn thời gian", effect.days.map { "\(VietnameseNumber.text($0)) ngày" }),
            ("Tăng khối lượng", effect.volume.map { "\(VietnameseNumber.text($0)) \(effect.volumeUnit)" }),
            ("Phạm vi ảnh hưởng", initiative.scope.vietnamese),
        ]
        return brought.compactMap { one in one.value.map { AchievementReport.Figure(one.name, $0) } }
    }

    /// What was registered, and who confirmed it.
    private static func deeds(_ initiative: Initiative, _ confirmations: [InitiativeConfirmation]) -> [String] {
        var deeds = [
            "Giải pháp, sáng kiến: \(initiative.title)", "Khó khăn, vướng mắc: \(initiative.obstacle)", "Cách làm: \(initiative.solution)",
        ]
        deeds += confirmations.filter { $0.answer == .confirmed }.map { one in
            let name = one.askedName.isEmpty ? "cơ quan, đơn vị khác" : one.askedName
            let paper = QuotedPaper("Văn bản", one.documentNumber.isEmpty ? nil : one.documentNumber, signedOn: one.answeredOn)
            return "Ảnh hưởng: \(name) đã xác nhận tại \(paper.vietnamese)" + (one.reason.isEmpty ? "" : ": \(one.reason)")
        }
        if initiative.isExample { deeds.append("Gương tiêu biểu: \(initiative.example)") }
        return deeds.map { $0.hasSuffix(".") ? $0 : "\($0)." }
    }

    /// What the nominee got before, here and elsewhere, the earliest first; not what is asked for now: `Bằng khen (Quyết định số 12/QĐ-UBND ngày
    /// 05/3/2022 của Chủ tịch UBND tỉnh Cà Mau)`.
    private func earlierAwards(_ bundle: DossierBundle, in tx: borrowing TenantTransaction) async throws -> [String] {
        let record = bundle.record
        let (nominee, issued) = (record.dossier.nominee, bundle.last(.issue, of: record))
        let day = if let submitted = record.submittedOn { submitted } else { try await tx.officer().today }
        let isPerson = nominee.subject == .individual
        let selection = PastAward.Selection(
            tenant: record.dossier.proposer, unit: isPerson ? nil : nominee.unit, person: nominee.person)
        return try await PastAward.list(selection, limit: 500, in: tx)
            .filter { $0.decision.signedOn <= day && !$0.isRevoked && ($0.person != nil) == isPerson }
            // What it asks for is in the history too, once it is given.
            .filter { award in
                award.isEarlier || award.form != record.dossier.form.vietnamese || award.decision.number != issued?.documentNumber
                    || award.decision.signedOn != issued?.happenedOn
            }
            .reversed().map { award in
                let decision = QuotedPaper(
                    "Quyết định", award.decision.number, signedOn: award.decision.signedOn, issuer: award.issuer)
                return "\(award.form) (\(decision.vietnamese))"
            }
    }

    /// Under who gives by own authority, else under the unit. A sub-unit reports by itself; its head is written in by hand.
    private func frame(
        _ bundle: DossierBundle, _ body: PaperBody, _ day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> PaperFrame {
        let record = bundle.record
        // Under the number and the day that were recorded; of a deed the same report is a summary one.
        let papers = try await DossierDetail.Paper.all(of: record.dossier.id, body.tenant.id, in: tx)
        let recorded = papers.last { $0.kind == .achievementReport || $0.kind == .summaryReport }
        let date = recorded.map { PaperDate(body.place, signedOn: $0.documentOn) } ?? .open(body, after: day)
        let number = recorded?.documentNumber
        let frame =
            bundle.giver?.frame("BC", number: number, date, to: ["Như trên"]) ?? body.frame("BC", number: number, date, to: ["Như trên"])
        guard record.dossier.nominee.subject == .collective, !record.unitName.isEmpty else { return frame }
        return try await SubUnitHead.frame(frame, of: record, body, type: number == nil ? nil : "BC", number: number, in: tx)
    }

    static func figures(_ frozen: FrozenFigures) -> [AchievementReport.Figure] {
        var figures: [AchievementReport.Figure] = [
            .init("Số liệu của \(frozen.name)", "chốt ngày \(frozen.frozenOn.inPapers), phiên bản \(frozen.version)"),
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
