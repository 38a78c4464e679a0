/// What a person who is awarded said of being named and pictured in public (A72), as his unit recorded it. A word is withdrawn by another; the last
/// one counts.
public struct PublicityConsent: Sendable, Hashable {
    public typealias ID = EntityID<PublicityConsent>

    /// How he said it.
    public enum Manner: String, Sendable, Hashable, CaseIterable {
        case paper, spoken

        public var vietnamese: String {
            switch self {
            case .paper: "văn bản đã ký"
            case .spoken: "nói trực tiếp"
            }
        }
    }

    /// What is recorded of it.
    public struct Word: Sendable, Hashable {
        public let consents: Bool
        public let givenOn: CivilDate
        public let manner: Manner
        /// Of what he signed; empty of what was spoken.
        public let documentNumber: String
        /// To whom he said it, and what else there is to say.
        public let note: String

        public init(consents: Bool, givenOn: CivilDate, manner: Manner, documentNumber: String = "", note: String = "") {
            self.consents = consents
            self.givenOn = givenOn
            self.manner = manner
            self.documentNumber = documentNumber
            self.note = note
        }
    }

    public let id: ID
    public let dossier: AwardDossier.ID
    public let tenant: Tenant.Slug
    public let tenantName: String
    /// The person, as far as he is in sight; else empty.
    public let nominee: String
    /// 1, 2, 3 … of this dossier.
    public let position: Int
    public let word: Word
    /// Whether no later word stands.
    public let isLast: Bool
    /// Whether the acting person said it.
    public let isOnesOwn: Bool
    public let recordedOn: CivilDate

    public init(
        id: ID, dossier: AwardDossier.ID, tenant: Tenant.Slug, tenantName: String, nominee: String, position: Int, word: Word, isLast: Bool,
        isOnesOwn: Bool, recordedOn: CivilDate
    ) {
        self.id = id
        self.dossier = dossier
        self.tenant = tenant
        self.tenantName = tenantName
        self.nominee = nominee
        self.position = position
        self.word = word
        self.isLast = isLast
        self.isOnesOwn = isOnesOwn
        self.recordedOn = recordedOn
    }

    /// Where it stands of one award: of a collective nothing is asked.
    ///
    /// - Parameter consents: the last word; nil while nothing was said.
    public static func standing(_ subject: AwardSubject, _ consents: Bool?) -> String {
        switch (subject, consents) {
        case (.collective, _): "tập thể, không cần hỏi"
        case (.individual, true?): "đồng ý công khai"
        case (.individual, false?): "không đồng ý công khai"
        case (.individual, nil): "chưa hỏi"
        }
    }

    /// What stands in place of the name of who is not named.
    public static let unnamed = "Một cá nhân"
}
