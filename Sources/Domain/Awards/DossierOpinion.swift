/// Hỏi ý kiến: what Home Affairs, or who keeps a unit's own awards, asks another body of a dossier, by when, and what came of it.
public struct DossierOpinion: Sendable, Hashable {
    public typealias ID = EntityID<DossierOpinion>

    public struct Answer: Sendable, Hashable {
        public let agrees: Bool
        public let words: String
        public let documentNumber: String
        public let answeredOn: CivilDate

        public init(agrees: Bool, words: String, documentNumber: String, answeredOn: CivilDate) {
            self.agrees = agrees
            self.words = words
            self.documentNumber = documentNumber
            self.answeredOn = answeredOn
        }
    }

    public let id: ID
    public let dossier: AwardDossier.ID
    /// Of the dossier.
    public let tenant: Tenant.ID
    /// Who gives by own authority, and asks; nil: the province.
    public let giver: SubUnit.ID?
    public let body: String
    public let question: String
    /// Of the letter that asks.
    public let documentNumber: String
    public let askedOn: CivilDate
    /// Last day.
    public let dueOn: CivilDate
    /// Nil: none came yet.
    public let answer: Answer?

    public init(
        id: ID, dossier: AwardDossier.ID, of tenant: Tenant.ID, giver: SubUnit.ID? = nil, body: String, question: String,
        documentNumber: String, askedOn: CivilDate, dueOn: CivilDate, answer: Answer?
    ) {
        self.id = id
        self.dossier = dossier
        self.tenant = tenant
        self.giver = giver
        self.body = body
        self.question = question
        self.documentNumber = documentNumber
        self.askedOn = askedOn
        self.dueOn = dueOn
        self.answer = answer
    }

    /// What appraisal reads of it on a day: whoever was silent when due is not waited for.
    public func standing(on day: CivilDate) -> String {
        if let answer { return answer.agrees ? "đồng ý" : "không đồng ý" }
        return day > dueOn ? "hết hạn, không trả lời" : "chờ trả lời đến hết ngày \(dueOn.vietnamese)"
    }
}
