import Documents
public import Domain
public import Storage

/// D7: the letter that the Chairman signs, filled from what is recorded: facts, explanation, what is asked. Its number stays open until it is signed.
public struct MakeCriticismPaper: Sendable {
    public var criticism: KeptCriticism.ID

    public init(_ criticism: KeptCriticism.ID) {
        self.criticism = criticism
    }

    /// - Throws: `not-found`, `paper-too-early` before it is put to the Chairman, or where he declined.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let detail = try await ShowCriticism(criticism).perform(in: tx)
        let kept = detail.criticism
        guard kept.state == .put || kept.state == .signed else {
            throw Problem(
                .refused, "paper-too-early",
                "Đề xuất ở bước “\(kept.state.vietnamese(kept.kind))” nên chưa lập được văn bản. Lập sau khi trình Chủ tịch UBND tỉnh.")
        }
        guard let campaign = try await CampaignSummary.find(code: kept.campaign, in: tx) else { throw Problem.notFound }
        let body = try await PaperBody.ofTheProvince(in: tx)
        let affairs = try await PaperBody.appraiser(in: tx)
        let addressed = try await PaperBody.find(kept.tenant, in: tx)
        let isRoot = kept.person == nil && kept.unit.uuid == kept.tenant.uuid
        let signed = detail.acts.last { $0.step == .sign }
        let signing = try await CriticismAct.signing(of: criticism, in: tx)
        let date: PaperDate
        if let day = signed?.documentOn {
            date = PaperDate(body.place, signedOn: day)
        } else {
            date = .open(body, after: detail.acts.last?.recordedOn ?? kept.proposedOn)
        }
        return try await MadePaper(
            CriticismLetter(
                frame: body.frame(
                    nil, number: signed?.documentNumber, date, to: ["Như trên", affairs.name],
                    signed: signing.map { body.signer(as: $0.signer, $0.name) }), sender: body.chairman,
                addressee: isRoot ? addressed.name : kept.name, occasion: AwardOccasion(campaign: campaign.name, review: nil),
                facts: detail.facts.map { Self.words($0, asOf: kept.proposedOn) },
                explanation: detail.acts.first { $0.step == .explain }?.words,
                orders: DossierBundle.lines(kept.words), isReminder: kept.kind == .reminder), of: nil, in: tx)
    }

    /// - Parameter day: of the proposal, to which what is not done is counted: the paper has a later date.
    private static func words(_ fact: KeptCriticism.Fact, asOf day: CivilDate) -> String {
        let done = fact.doneOn.map { "hoàn thành ngày \($0.inPapers)" } ?? "chưa hoàn thành, tính đến ngày \(day.inPapers)"
        return "Nhiệm vụ \(fact.code) “\(fact.title)”, thời hạn \(fact.dueOn.inPapers), \(done), chậm \(fact.lateDays) ngày"
    }
}
