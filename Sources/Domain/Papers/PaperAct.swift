/// An act that was signed on paper and that somebody else records: who signed it, with which number, on which day, and the scan.
public struct PaperAct: Sendable, Hashable {
    public typealias ID = EntityID<PaperAct>
    public typealias File = Directive.File

    public let id: ID
    /// The unit that keeps it.
    public let tenant: Tenant.ID
    public let signer: Post.ID
    public let signerTitle: String
    public let signerRole: Role
    /// Number and symbol: `15/QĐ-UBND`.
    public let number: String
    public let signedOn: CivilDate
    /// Trích yếu.
    public let abstract: String
    /// Nil until the scan was handed in; before that nothing is recorded from it.
    public let file: File?
    public let recordedBy: Post.ID
    /// Of that post.
    public let recorderTitle: String
    public let recordedOn: CivilDate

    public init(
        id: ID, tenant: Tenant.ID, signer: Post.ID, signerTitle: String, signerRole: Role, number: String, signedOn: CivilDate,
        abstract: String, file: File?, recordedBy: Post.ID, recorderTitle: String, recordedOn: CivilDate
    ) {
        self.id = id
        self.tenant = tenant
        self.signer = signer
        self.signerTitle = signerTitle
        self.signerRole = signerRole
        self.number = number
        self.signedOn = signedOn
        self.abstract = abstract
        self.file = file
        self.recordedBy = recordedBy
        self.recorderTitle = recorderTitle
        self.recordedOn = recordedOn
    }

    /// What is entered.
    public struct Head: Sendable, Hashable {
        public var signer: Post.ID
        public var number: String
        public var signedOn: CivilDate
        public var abstract: String

        public init(signer: Post.ID, number: String, signedOn: CivilDate, abstract: String) {
            self.signer = signer
            self.number = number
            self.signedOn = signedOn
            self.abstract = abstract
        }
    }

    /// What an act says that was recorded from a paper: “do X ghi nhận, Y ký”.
    public struct Mark: Sendable, Hashable {
        public let id: ID
        public let number: String
        public let signedOn: CivilDate
        public let signerTitle: String
        public let recorderTitle: String

        public init(id: ID, number: String, signedOn: CivilDate, signerTitle: String, recorderTitle: String) {
            self.id = id
            self.number = number
            self.signedOn = signedOn
            self.signerTitle = signerTitle
            self.recorderTitle = recorderTitle
        }

        public var vietnamese: String {
            "do \(recorderTitle) ghi nhận, \(signerTitle) ký (số \(number) ngày \(signedOn.vietnamese))"
        }
    }
}

extension PaperAct {
    /// What is recorded elsewhere once such a paper was signed: a paper alone launches nothing and gives no award.
    public enum Next: Sendable, Hashable {
        /// A plan (KH) launches a campaign.
        case launch
        /// A decision (QĐ) may give awards.
        case award
    }

    /// By the type in its symbol, `77/KH-UBND`, `15/QĐ-UBND`; nil: nothing follows of itself.
    public var next: Next? {
        let types = number.split(separator: "/").dropFirst().compactMap { $0.split(separator: "-").first?.uppercased() }
        return types.contains("KH") ? .launch : types.contains("QĐ") ? .award : nil
    }

    /// Whether the Chairman of the province or who deputises for him signed it, and not a head of a unit.
    public var isOfTheProvince: Bool { signerRole == .chairman || signerRole == .viceChairman }
}

extension DocumentFormat {
    /// What a scan may be: a picture of the signed paper, not a draft of it.
    public static let scans: [DocumentFormat] = [.pdf, .png, .jpeg]
}
