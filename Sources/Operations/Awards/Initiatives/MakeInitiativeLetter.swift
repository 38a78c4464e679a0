import Documents
public import Domain
public import Storage

/// D14 of the ad-hoc track: the letter of praise that was given to an initiative, by the Chairman or by the head of its unit, filled from what was
/// registered and dated and signed as it was recorded.
public struct MakeInitiativeLetter: Sendable {
    public var initiative: Initiative.ID

    public init(_ initiative: Initiative.ID) {
        self.initiative = initiative
    }

    /// - Throws: `not-found`, `paper-too-early` of one that was given no letter.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let detail = try await ShowInitiative(initiative).perform(in: tx)
        let record = detail.record
        guard let letter = detail.letter else {
            throw Problem(
                .refused, "paper-too-early",
                "Giải pháp, sáng kiến ở trạng thái “\(record.state.vietnamese)”, chưa có thư khen. Lập sau khi ghi thư khen.")
        }
        guard let campaign = try await CampaignSummary.find(code: record.campaignCode, in: tx) else { throw Problem.notFound }
        let isTheChairmans = letter.party == .province
        let body = isTheChairmans ? try await PaperBody.ofTheProvince(in: tx) : try await PaperBody.find(record.tenant, in: tx)
        let date = PaperDate(body.place, signedOn: letter.happenedOn)
        let paper = LetterOfPraisePaper(
            frame: body.frame(nil, date, to: [], archive: nil, signed: body.signer(as: letter.signer)),
            sender: isTheChairmans ? body.chairman : body.headTitle,
            addressee: addressee(of: record),
            occasion: AwardOccasion(campaign: campaign.name, review: nil),
            deeds: ["\(record.initiative.title).", record.initiative.solution])
        return try await MadePaper(paper, of: isTheChairmans ? nil : record.tenant, in: tx)
    }

    private func addressee(of record: InitiativeRecord) -> String {
        if record.nomineeName.isEmpty { return PaperBody.bodyName(record.tenantName) }
        return record.nominee.person == nil ? PaperBody.bodyName(record.who) : record.who
    }
}
