public import Documents
public import Domain
public import Storage

/// What Home Affairs writes on dossiers before the Chairman decides: to the unit what is wanting, or that it is refused; to the council and the
/// Chairman what was found, and the tờ trình. One paper lists all of a round that it is about.
public struct MakeAppraiserPaper: Sendable {
    public static let kinds: [PaperKind] = [.supplementRequest, .refusalNotice, .appraisalReport, .homeAffairsProposal]

    public var dossier: AwardDossier.ID
    /// One of ``kinds``.
    public var kind: PaperKind

    public init(_ dossier: AwardDossier.ID, _ kind: PaperKind) {
        self.dossier = dossier
        self.kind = kind
    }

    /// - Throws: `not-found`, `paper-of-the-province`, `paper-too-early`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let isToTheUnit = kind == .supplementRequest || kind == .refusalNotice
        let bundle = try await DossierBundle.find(dossier, ofTheUnit: isToTheUnit, in: tx)
        guard tx.tenant == nil else { throw PaperRefusal.ofTheProvince(kind) }
        let body = try await PaperBody.appraiser(in: tx)
        switch kind {
        case .supplementRequest: return try await MadePaper(try await supplement(bundle, body, in: tx), of: nil, in: tx)
        case .refusalNotice: return try await MadePaper(try await refusal(bundle, body, in: tx), of: nil, in: tx)
        case .appraisalReport: return try await MadePaper(try await appraisal(bundle, body, in: tx), of: nil, in: tx)
        case .homeAffairsProposal: return try await MadePaper(try await proposal(bundle, body, in: tx), of: nil, in: tx)
        default: throw Problem.notFound
        }
    }

    /// All that the unit has to supplement now, in one letter; once it answered, that letter again.
    private func supplement(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> SupplementRequest {
        guard let asked = bundle.last(.askSupplement, of: bundle.record) else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi yêu cầu bổ sung hồ sơ.")
        }
        let proposer = try await PaperBody.find(bundle.record.dossier.proposer, in: tx)
        return SupplementRequest(
            frame: body.frame(
                nil, number: asked.documentNumber, .of(asked, body), to: ["Như trên"], archive: try await body.archive(in: tx)),
            addressee: proposer.name, proposal: try await bundle.proposal(of: bundle.record, proposer.name, in: tx),
            entries: bundle.supplements(with: asked), until: nil)
    }

    /// All that was refused to the unit by the same paper. A number stands on it where it is that of a notice: not of a council's minutes, nor of
    /// what who signs wrote.
    private func refusal(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> RefusalNotice {
        guard bundle.record.isRefusedAsSubmitted, let refused = bundle.last(.refuse, of: bundle.record) else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi ghi kết luận không đủ điều kiện, tiêu chuẩn.")
        }
        let proposer = try await PaperBody.find(bundle.record.dossier.proposer, in: tx)
        return RefusalNotice(
            frame: body.frame(
                "TB", number: refused.isNoticed ? refused.documentNumber : nil,
                refused.isNoticed ? .of(refused, body) : .open(body, after: refused.happenedOn), to: ["Như trên"],
                archive: try await body.archive(in: tx)),
            occasion: bundle.occasion, addressee: proposer.name,
            proposal: try await bundle.proposal(of: bundle.record, proposer.name, in: tx), entries: bundle.refusals(with: refused),
            petitionUntil: nil)
    }

    private func appraisal(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> AppraisalReport {
        var own: Set<Tenant.ID> = []
        for proposer in Set(bundle.round.map(\.dossier.proposer)) {
            if try await AwardDossier.isAppraisersOwn(proposer, in: tx) { own.insert(proposer) }
        }
        guard bundle.finding(bundle.record, ofAppraisers: own) != nil, let day = bundle.steps[bundle.record.dossier.id]?.last?.happenedOn
        else {
            throw PaperRefusal.early(kind, bundle.record, when: "Lập sau khi thẩm định hồ sơ.")
        }
        let reported = own.contains(bundle.record.dossier.proposer) ? nil : bundle.last(.appraise, of: bundle.record)
        let officer = try await tx.officer()
        var holds: [AwardDossier.ID: [IntegrityHold]] = [:]
        if Policy.of(officer.role).decide(.reading(.hold), .foreignTenant).isAllowed {
            let isNumbered = reported?.documentNumber.isEmpty == false
            holds = try await KeptHold.running(
                against: bundle.round.map(\.dossier.id), on: isNumbered ? reported?.happenedOn ?? officer.today : officer.today, in: tx)
        }
        // What is put forward for a deed goes to the Chairman alone: no council votes on it.
        let council = bundle.record.dossier.track.isAdHoc ? [] : ["Hội đồng Thi đua - Khen thưởng \(body.province.fullName.startingSmall)"]
        return AppraisalReport(
            frame: body.frame(
                "BC", number: reported?.documentNumber, reported.map { PaperDate.of($0, body) } ?? .open(body, after: day),
                to: ["Như trên"], archive: try await body.archive(in: tx)),
            occasion: bundle.occasion, addressees: [body.chairman] + council,
            findings: bundle.round.compactMap { bundle.finding($0, ofAppraisers: own, holds: holds[$0.dossier.id] ?? []) }, remarks: [])
    }

    private func proposal(
        _ bundle: DossierBundle, _ body: PaperBody, in tx: borrowing TenantTransaction
    ) async throws -> HomeAffairsProposal {
        let listed = try bundle.putTogether(kind)
        let put = bundle.last(.putToChairman, of: bundle.record)
        let council = "Hội đồng Thi đua - Khen thưởng \(body.province.fullName.startingSmall)"
        let (votes, minutes) = try await bundle.votes(.passProvincialCouncil, on: listed, council: council, in: tx)
        let day = put?.happenedOn ?? bundle.steps[bundle.record.dossier.id]?.last?.happenedOn ?? bundle.record.draftedOn
        return HomeAffairsProposal(
            frame: body.frame(
                "TTr", number: put?.documentNumber, put.map { PaperDate.of($0, body) } ?? .open(body, after: day), to: ["Như trên"],
                archive: try await body.archive(in: tx)),
            occasion: bundle.occasion, addressee: body.chairman,
            appraisal: QuotedPaper("Báo cáo thẩm định", nil, signedOn: nil, issuer: body.name), minutes: minutes,
            entries: listed.map { .init(bundle.awardee($0, marksName: true), vote: votes[$0.dossier.id] ?? "") },
            // By the base salary of the day of signing, which nobody knows yet.
            money: nil, letters: 0)
    }
}

extension DossierRecord {
    /// Refused after it was submitted: what a unit's own council refuses never came to the province.
    var isRefusedAsSubmitted: Bool { standing.state == .refused && submittedOn != nil }
}

extension TakenStep {
    /// Whether its number is that of a notice: not of a council's minutes, nor of what who signs wrote.
    var isNoticed: Bool { party == .appraiser && session == nil }

    /// Of a council the whole count, and what it rests on only where a person has checked that.
    fileprivate var reasonInPapers: String {
        guard session != nil, reason.hasSuffix("\(Citation("", isVerified: false).vietnamese)."),
            let cited = reason.ranges(of: " Căn cứ: ").last
        else { return reason }
        return String(reason[..<cited.lowerBound])
    }
}

extension DossierBundle {
    /// All of who proposed this one that wait for a supplement now; once this one was answered, those that were asked for on the same day.
    func supplements(with asked: TakenStep) -> [SupplementRequest.Entry] {
        let isOpen = record.standing.state == .supplementAsked
        return proposedTogether.compactMap { one in
            let step = last(.askSupplement, of: one)
            guard isOpen ? one.standing.state == .supplementAsked : step?.happenedOn == asked.happenedOn else { return nil }
            return SupplementRequest.Entry(awardee(one), defects: Self.lines(step?.reason ?? ""))
        }
    }

    /// One list of defects, as it was written: a line or a semicolon ends each, and a dash may begin it.
    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == "\n" || $0 == ";" })
            .map { VietnameseText(String($0.drop { $0.isWhitespace || "-–+•".contains($0) })).string }.filter { !$0.isEmpty }
    }

    /// All of who proposed this one that were refused by the same paper.
    func refusals(with refused: TakenStep) -> [RefusalNotice.Entry] {
        proposedTogether.compactMap { one in
            guard one.isRefusedAsSubmitted, let step = last(.refuse, of: one), step.documentNumber == refused.documentNumber,
                step.party == refused.party, step.session == refused.session
            else { return nil }
            return RefusalNotice.Entry(awardee(one), reason: step.reasonInPapers)
        }
    }

    /// To the province a unit proposes as a whole, inside a unit each of its parts.
    private var proposedTogether: [DossierRecord] {
        record.dossier.giver == nil ? round : round.filter { $0.dossier.nominee.unit == record.dossier.nominee.unit }
    }

    /// What the appraisal found on one dossier; nil where it was not appraised.
    ///
    /// - Parameters:
    ///   - own: of which units another body appraised.
    ///   - holds: what holds its nominee, as far as it is known.
    func finding(
        _ record: DossierRecord, ofAppraisers own: Set<Tenant.ID> = [], holds: [IntegrityHold] = []
    ) -> AppraisalReport.Finding? {
        var conclusion: AppraisalReport.Conclusion
        var notes = [record.isLate ? "Hồ sơ nộp sau hạn" : nil, record.basis?.flag].compactMap(\.self)
        let (refused, appraised) = (last(.refuse, of: record), last(.appraise, of: record))
        // What a council, or who signs, refused after it was appraised had been found in order.
        if record.isRefusedAsSubmitted, refused?.session == nil, appraised == nil {
            conclusion = .notEligible
            notes.insert(refused?.reason ?? "", at: 0)
        } else if let appraised, record.standing.state != .withdrawn {
            let isElsewhere = own.contains(record.dossier.proposer)
            if isElsewhere {
                let paper = appraised.documentNumber.isEmpty ? "" : " theo Văn bản số \(appraised.documentNumber)"
                notes.insert("Cơ quan khác thẩm định\(paper)", at: 0)
            }
            if record.basis?.stands == .pending {
                conclusion = .awaiting
                notes.insert("Chỉ trình ký khi có kết quả xét cuối cùng", at: 0)
            } else {
                conclusion = isElsewhere ? .elsewhere : .eligible
            }
            if !holds.isEmpty {
                conclusion = .held
                let named = holds.map { "Tạm dừng xét từ ngày \($0.from.inPapers) theo Văn bản số \($0.document)" }
                notes.insert(contentsOf: named, at: 0)
            }
        } else {
            return nil
        }
        // In a unit its sub-units propose, and itself who works where it is given.
        let proposer = record.dossier.giver == nil || record.unitName.isEmpty ? record.proposerName : record.unitName
        return AppraisalReport.Finding(
            awardee(record), proposer: PaperBody.bodyName(proposer), verdict: record.basis?.stands.vietnamese ?? "", conclusion: conclusion,
            note: notes.filter { !$0.isEmpty }.joined(separator: "; "))
    }

    /// What goes to who signs in one paper: all that was put to him under the same number on the same day, whatever became of it; or as long as
    /// this one is not, what waits for that with it.
    ///
    /// - Throws: `paper-too-early`.
    func putTogether(_ kind: PaperKind) throws -> [DossierRecord] {
        if let put = last(.putToChairman, of: record) {
            return round.filter { other in
                steps[other.dossier.id, default: []].contains {
                    $0.step == .putToChairman && $0.documentNumber == put.documentNumber && $0.happenedOn == put.happenedOn
                }
            }
        }
        guard isSignable(record) else {
            throw PaperRefusal.early(
                kind, record,
                when: "Kết quả xét của đơn vị còn chờ; lập sau khi Hội đồng kết luận về phương châm và số liệu được đính chính.")
        }
        let waiting = record.dossier.track.waitsForSigner
        guard record.standing.state == waiting else {
            throw PaperRefusal.early(
                kind, record,
                when: record.dossier.track.isAdHoc
                    ? "Lập sau khi thẩm định hồ sơ."
                    : "Lập sau khi Hội đồng TĐKT \(record.dossier.giver == nil ? "tỉnh" : "của đơn vị") thông qua hồ sơ.")
        }
        return round.filter { $0.standing.state == waiting && isSignable($0) }
    }

    /// Whom a draft of the decision names: of what goes to who signs in one paper, all that stand where this one does, under the same signature,
    /// and that no decision names yet.
    ///
    /// - Throws: `paper-too-early`.
    func draftedTogether(_ kind: PaperKind, signed signings: [AwardDossier.ID: Award.Signing]) throws -> [DossierRecord] {
        let state = record.standing.state
        let together = try putTogether(kind)
        guard state == record.dossier.track.waitsForSigner || state == .putToChairman || state == .decided, isSignable(record) else {
            throw PaperRefusal.early(
                kind, record, when: "Dự thảo quyết định chỉ lập cho hồ sơ chờ trình, đang trình ký hoặc đã ký mà chưa ghi số.")
        }
        return together.filter { other in
            other.standing.state == state && isSignable(other) && awards[other.dossier.id] == nil
                && signings[other.dossier.id] == signings[record.dossier.id]
        }
    }

    /// What still waits for the motto cannot be signed (A53).
    private func isSignable(_ record: DossierRecord) -> Bool {
        record.basis?.current != .pending || record.standing.state.isDecided
    }
}
