public import Domain
public import Storage

/// A unit files a petition or a complaint on results with Home Affairs, a sub-unit on what the unit or another part of it gives with who keeps those
/// awards, or a person concerned does either himself. Its clock begins; nothing stops.
public struct FilePetition: Sendable {
    public var kind: Petition.Kind
    /// Code of the campaign.
    public var campaign: String
    /// Of the unit, the sub-unit or the person, where it is about one.
    public var dossier: AwardDossier.ID?
    /// On whose result, where it is about no dossier: the unit itself, or a part of it that gives; nil: the province's.
    public var giver: SubUnit.ID?
    public var words: String
    /// By the acting person for himself; otherwise by the unit.
    public var isOwn: Bool

    public init(
        kind: Petition.Kind, campaign: String, dossier: AwardDossier.ID?, giver: SubUnit.ID? = nil, words: String, isOwn: Bool = false
    ) {
        self.kind = kind
        self.campaign = campaign
        self.dossier = dossier
        self.giver = giver
        self.words = words
        self.isOwn = isOwn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Petition.ID {
        let officer = try await tx.officer()
        guard let tenant = tx.tenant, tenant == officer.home, officer.mayWrite else { throw Problem.notAllowed }
        guard isOwn ? officer.delegation == nil : officer.may(.proposeAward) else { throw Problem.notAllowed }
        // A post that reaches a part of the unit files for that part, on what is given inside the unit.
        let part = isOwn || officer.answersForTheWhole(.proposeAward) ? nil : officer.unit
        var given = giver
        if let dossier, let record = try await DossierRecord.find(dossier, in: tx) { given = record.dossier.giver }
        guard part == nil || given != nil else { throw Problem.notAllowed }
        guard isOwn || part != nil || given == nil else {
            throw Problem.invalid("$.dossier", "là Giấy khen của chính đơn vị; phòng, ban, xã hoặc cá nhân liên quan gửi, đơn vị trả lời")
        }
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let words = VietnameseText.composed(words)
        if words.allSatisfy(\.isWhitespace) { check.fault("$.words", "không được để trống; nhập nội dung kiến nghị, khiếu nại") }
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        try check.finish()
        let id: Petition.ID = ids.next()
        try await Petition.file(
            Petition.Statement(kind: kind, campaign: found.id, dossier: dossier, giver: given, words: words), id: id, of: tenant, part,
            isOwn ? officer.person : nil, in: tx)
        return id
    }
}

/// Home Affairs answers it, or who keeps the awards of the unit on whose result it is, once; of a closed unit who answers in its stead.
public struct AnswerPetition: Sendable {
    public var petition: Petition.ID
    public var outcome: Petition.Outcome
    public var words: String
    public var documentNumber: String

    public init(_ petition: Petition.ID, outcome: Petition.Outcome, words: String, documentNumber: String) {
        self.petition = petition
        self.outcome = outcome
        self.words = words
        self.documentNumber = documentNumber
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `petition-answered`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Petition.ID {
        let officer = try await tx.officer()
        guard let found = try await Petition.find(petition, in: tx) else { throw Problem.notFound }
        guard officer.keepsAwards(of: found.giver, in: found.tenantID) else { throw Problem.notAllowed }
        var check = InputCheck()
        let words = check.passage(words, "$.words")
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        try check.finish()
        guard try await Petition.answer(petition, outcome, words: words, documentNumber: number, in: tx) else { throw Problem.notAllowed }
        return petition
    }
}
