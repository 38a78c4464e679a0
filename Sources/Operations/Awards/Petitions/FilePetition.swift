public import Domain
public import Storage

/// A unit files a petition or a complaint on results with Home Affairs, or a person concerned does so himself. Its clock begins; nothing stops.
public struct FilePetition: Sendable {
    public var kind: Petition.Kind
    /// Code of the campaign.
    public var campaign: String
    /// Of the unit, or of the person, where it is about one.
    public var dossier: AwardDossier.ID?
    public var words: String
    /// By the acting person for himself; otherwise by the unit.
    public var isOwn: Bool

    public init(kind: Petition.Kind, campaign: String, dossier: AwardDossier.ID?, words: String, isOwn: Bool = false) {
        self.kind = kind
        self.campaign = campaign
        self.dossier = dossier
        self.words = words
        self.isOwn = isOwn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Petition.ID {
        let officer = try await tx.officer()
        guard let tenant = tx.tenant, tenant == officer.home, officer.mayWrite else { throw Problem.notAllowed }
        guard isOwn ? officer.delegation == nil : officer.may(.proposeAward) else { throw Problem.notAllowed }
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let words = VietnameseText.composed(words)
        if words.allSatisfy(\.isWhitespace) { check.fault("$.words", "không được để trống; nhập nội dung kiến nghị, khiếu nại") }
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        try check.finish()
        let id: Petition.ID = ids.next()
        try await Petition.file(
            Petition.Statement(kind: kind, campaign: found.id, dossier: dossier, words: words), id: id, of: tenant,
            isOwn ? officer.person : nil, in: tx)
        return id
    }
}

/// Home Affairs answers it, once.
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
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        guard try await Petition.find(petition, in: tx) != nil else { throw Problem.notFound }
        var check = InputCheck()
        let words = check.line(words, "$.words", atMost: 4_000)
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        try check.finish()
        guard try await Petition.answer(petition, outcome, words: words, documentNumber: number, in: tx) else { throw Problem.notAllowed }
        return petition
    }
}
