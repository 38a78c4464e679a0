/// A signed paper as a file: minutes of a council, a decision, a paper that a dossier holds, evidence of an initiative or of a good model, what a person
/// signed, what shows that something was put right, a paper of a review's event. Added, never changed; a wrong one is superseded by another, for a reason, and still listed.
public struct AwardFile: Sendable, Hashable {
    public typealias ID = EntityID<AwardFile>

    /// What it belongs to: exactly one of these.
    public struct Owner: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case session, decision, document, initiative, consent
            /// What a nominee signed of his name and post (A71).
            case nameConfirmation
            /// The report that something was put right.
            case remedy
            case goodModel
            /// A paper of the event of a review.
            case reviewPaper

            public var vietnamese: String {
                switch self {
                case .session: "biên bản phiên họp Hội đồng đã ký"
                case .decision: "quyết định, văn bản đã ký"
                case .document: "tài liệu của hồ sơ"
                case .initiative: "minh chứng của giải pháp, sáng kiến"
                case .consent: "văn bản của người được khen thưởng"
                case .nameConfirmation: "văn bản xác nhận tên in trên bằng"
                case .remedy: "minh chứng kết quả khắc phục"
                case .goodModel: "minh chứng của mô hình, điển hình"
                case .reviewPaper: "tài liệu hội nghị sơ kết, tổng kết"
                }
            }
        }

        public let kind: Kind
        public let id: EntityID<Owner>

        public init(_ kind: Kind, _ id: EntityID<Owner>) {
            self.kind = kind
            self.id = id
        }
    }

    public let id: ID
    public let owner: Owner
    /// With the ending of its format, whatever it was sent as.
    public let name: String
    public let format: DocumentFormat
    public let byteCount: Int
    /// SHA-256 of the content, 32 bytes.
    public let digest: [UInt8]
    /// The file that it supersedes, and why.
    public let supersedes: ID?
    public let reason: String
    /// The file that stands in its place.
    public let supersededBy: ID?
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate

    public init(
        id: ID, owner: Owner, name: String, format: DocumentFormat, byteCount: Int, digest: [UInt8], supersedes: ID?, reason: String,
        supersededBy: ID?, recordedBy: Post.ID, recordedOn: CivilDate
    ) {
        self.id = id
        self.owner = owner
        self.name = format.named(name)
        self.format = format
        self.byteCount = byteCount
        self.digest = digest
        self.supersedes = supersedes
        self.reason = reason
        self.supersededBy = supersededBy
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    /// In how many chunks the content lies.
    public var chunkCount: Int { (byteCount + Evidence.chunkSize - 1) / Evidence.chunkSize }

    /// The digest in hexadecimal.
    public var digestText: String {
        digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// Whether it counts, in words.
    public var standing: String { supersededBy == nil ? "đang dùng" : "đã có tệp thay" }
}

extension AwardFile.Owner.Kind {
    /// Of which one is needed to add a file to it.
    ///
    /// - Parameter isWide: what the province has of its own; else what a unit has.
    public func deeds(isWide: Bool) -> [Action] {
        switch (self, isWide) {
        case (.session, true), (.decision, true): [.appraiseAward]
        case (.reviewPaper, true): [.keepReview]
        case (_, true): []
        case (.session, _): [.keepCouncil]
        case (.decision, _): [.keepOwnAward]
        case (.document, _), (.consent, _): [.proposeAward, .keepOwnAward]
        case (.nameConfirmation, _): [.proposeAward]
        case (.initiative, _), (.goodModel, _): [.registerInitiative]
        case (.remedy, _): [.reportProgress]
        case (.reviewPaper, _): [.answerReview]
        }
    }
}
