public import Domain
public import Storage

/// Home Affairs, or who keeps a unit's own awards, asks another body its opinion of a dossier, by a letter and with a last day.
public struct AskOpinion: Sendable {
    public var dossier: AwardDossier.ID
    public var body: String
    public var question: String
    public var documentNumber: String
    public var dueOn: CivilDate

    public init(dossier: AwardDossier.ID, body: String, question: String, documentNumber: String, dueOn: CivilDate) {
        self.dossier = dossier
        self.body = body
        self.question = question
        self.documentNumber = documentNumber
        self.dueOn = dueOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `opinion-out-of-order`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> DossierOpinion.ID {
        let officer = try await tx.officer()
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        try record.admitAftermath(.appraiser, officer)
        var check = InputCheck()
        let body = check.line(body, "$.body", atMost: 500)
        let question = check.passage(question, "$.question")
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if dueOn <= officer.today { check.fault("$.dueOn", "phải sau ngày hôm nay (\(officer.today.vietnamese))") }
        try check.finish()
        let id: DossierOpinion.ID = ids.next()
        try await DossierOpinion.ask(
            id, of: record, body: body, question: question, documentNumber: number, dueOn: dueOn, in: tx)
        return id
    }
}

/// Who asked records the answer of the body, once; of what a closed unit asked who answers in its stead.
public struct AnswerOpinion: Sendable {
    public var opinion: DossierOpinion.ID
    public var agrees: Bool
    public var words: String
    public var documentNumber: String
    /// Date of the answer.
    public var answeredOn: CivilDate

    public init(_ opinion: DossierOpinion.ID, agrees: Bool, words: String, documentNumber: String, answeredOn: CivilDate) {
        self.opinion = opinion
        self.agrees = agrees
        self.words = words
        self.documentNumber = documentNumber
        self.answeredOn = answeredOn
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `opinion-answered`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> DossierOpinion.ID {
        let officer = try await tx.officer()
        guard let asked = try await DossierOpinion.find(opinion, in: tx) else { throw Problem.notFound }
        guard officer.keepsAwards(of: asked.giver, in: asked.tenant) else { throw Problem.notAllowed }
        var check = InputCheck()
        let words = check.passage(words, "$.words")
        let number = check.line(documentNumber, "$.documentNumber", atMost: 100)
        if answeredOn > officer.today {
            check.fault("$.answeredOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        if answeredOn < asked.askedOn { check.fault("$.answeredOn", "trước ngày hỏi ý kiến (\(asked.askedOn.vietnamese))") }
        try check.finish()
        let answer = DossierOpinion.Answer(agrees: agrees, words: words, documentNumber: number, answeredOn: answeredOn)
        guard try await DossierOpinion.answer(opinion, answer, in: tx) else { throw Problem.notAllowed }
        return opinion
    }
}
