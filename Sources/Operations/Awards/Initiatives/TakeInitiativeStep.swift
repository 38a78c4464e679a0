public import Domain
public import Storage

/// What is done with an initiative, but for proposing it: returned, supplemented, answered by a letter or a Giấy khen, declined, published,
/// withdrawn. Home Affairs records the Chairman's own letter (IV.2.2.a of the plan) in the province.
public struct TakeInitiativeStep: Sendable {
    /// All but ``Initiative/Step/propose``, which ``ProposeInitiative`` takes.
    public static let steps = Initiative.Step.allCases.filter { $0 != .propose }

    public var initiative: Initiative.ID
    public var step: Initiative.Step
    /// Date of the paper or the event; today when nil.
    public var happenedOn: CivilDate?
    public var reason: String
    public var documentNumber: String
    /// As it stands under the paper: form and post.
    public var signer: String

    public init(
        _ initiative: Initiative.ID, _ step: Initiative.Step, happenedOn: CivilDate? = nil, reason: String = "",
        documentNumber: String = "",
        signer: String = ""
    ) {
        self.initiative = initiative
        self.step = step
        self.happenedOn = happenedOn
        self.reason = reason
        self.documentNumber = documentNumber
        self.signer = signer
    }

    /// - Throws: `not-found`, `not-allowed`, `initiative-out-of-order`; `invalid-input` with every field at fault, `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        guard step != .propose else { throw Problem.notAllowed }
        try await perform(proposing: nil, in: tx, ids: ids)
    }

    func perform(proposing dossier: AwardDossier.ID?, in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        guard let record = try await InitiativeRecord.find(initiative, in: tx) else { throw Problem.notFound }
        let officer = try await tx.officer()
        guard Self.may(step, officer) else { throw Problem.notAllowed }
        guard Initiative.cell(record.state, step, fate: record.fate, isPublished: record.publishedOn != nil) != nil else {
            throw Problem(
                .refused, "initiative-out-of-order",
                "Giải pháp, sáng kiến ở trạng thái “\(record.state.vietnamese)” nên không \(step.vietnamese) được. Tải lại để xem việc tiếp theo."
            )
        }
        var check = InputCheck()
        let day = happenedOn ?? officer.today
        if day > officer.today {
            check.fault("$.happenedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        let reason = step.needsReason ? check.passage(reason, "$.reason") : VietnameseText.composed(reason)
        let number = step.needsPaper ? check.line(documentNumber, "$.documentNumber", atMost: 100) : VietnameseText(documentNumber).string
        let signer = step.needsPaper ? check.line(signer, "$.signer", atMost: 500) : ""
        if reason.count > 4_000 { check.fault("$.reason", "dài quá 4.000 ký tự; rút gọn lại") }
        if number.count > 100 { check.fault("$.documentNumber", "dài quá 100 ký tự; rút gọn lại") }
        try check.finish()
        try await InitiativeDetail.Step.append(
            .init(step: step, happenedOn: day, reason: reason, documentNumber: number, signer: signer, dossier: dossier), id: ids.next(),
            to: record, in: tx)
    }

    /// By the role alone; how far it reaches, the database says.
    private static func may(_ step: Initiative.Step, _ officer: ActingOfficer) -> Bool {
        guard let place = officer.place, place == officer.home else {
            return officer.place == nil && step == .letter && officer.may(.appraiseAward)
        }
        return officer.may(step.party == .registrant ? .registerInitiative : .proposeAward)
    }
}

/// The unit proposes an initiative for a Bằng khen: its dossier is drafted on the ad-hoc track, which skips the councils.
public struct ProposeInitiative: Sendable {
    public var initiative: Initiative.ID
    /// Date of the proposal; today when nil.
    public var happenedOn: CivilDate?

    public init(_ initiative: Initiative.ID, happenedOn: CivilDate? = nil) {
        self.initiative = initiative
        self.happenedOn = happenedOn
    }

    /// - Throws: `not-found`, `not-allowed`, `initiative-out-of-order`, `initiative-conditions` with what is wanting; `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard let record = try await InitiativeRecord.find(initiative, in: tx) else { throw Problem.notFound }
        guard officer.may(.proposeAward), officer.place == record.tenant, officer.home == record.tenant else { throw Problem.notAllowed }
        let detail = try await ShowInitiative(initiative).perform(in: tx)
        let isInOrder = Initiative.cell(record.state, .propose, fate: record.fate, isPublished: record.publishedOn != nil) != nil
        if isInOrder, !detail.missing.isEmpty {
            throw Problem(
                .refused, "initiative-conditions",
                "Chưa đủ điều kiện đề nghị tặng Bằng khen. Còn thiếu: "
                    + detail.missing.map { "\($0.words) (\($0.source))" }.joined(separator: "; ")
                    + ". Bổ sung, hoặc gửi thư khen, tặng Giấy khen.")
        }
        let step = TakeInitiativeStep(initiative, .propose, happenedOn: happenedOn)
        guard isInOrder else { return try await step.perform(proposing: nil, in: tx, ids: ids) }
        let words = "\(record.initiative.title). \(record.initiative.solution)"
        let drafting = DraftDossier(
            campaign: record.campaignCode, review: nil, nominee: record.nominee, achievement: String(words.prefix(4_000)))
        let dossier = try await drafting.perform(in: tx, ids: ids)
        try await step.perform(proposing: dossier, in: tx, ids: ids)
    }
}
