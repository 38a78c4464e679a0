/// One step of extending the time of an item (điều chỉnh, gia hạn thời hạn): asked by the doer, granted or refused by the assigner.
/// Appended, never changed.
public struct ExtensionStep: Sendable, Hashable {
    public typealias ID = EntityID<ExtensionStep>

    public let id: ID
    public let item: WorkItem.ID
    /// 1, 2, 3 … of this item.
    public let position: Int
    public let kind: Kind
    /// Date of the paper that asks or decides.
    public let happenedOn: CivilDate
    /// Asked: the wished date; granted: the new one; nil of a refusal.
    public let newDueOn: CivilDate?
    /// Signed by the Chairman although the date had passed (A27).
    public let isPostFacto: Bool
    public let documentNumber: String
    /// Who issued that paper; of a decision the assigner where it named nobody else.
    public let documentIssuer: String
    public let reason: String
    /// The date that the item was held to when this was recorded.
    public let dueBefore: CivilDate
    /// Of a grant that moved the date: the version of the item that it replaced. Nil of one that came too late (A28).
    public let replacedVersion: Int?
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate

    public init(
        id: ID, item: WorkItem.ID, position: Int, kind: Kind, happenedOn: CivilDate, newDueOn: CivilDate?, isPostFacto: Bool,
        documentNumber: String, reason: String, dueBefore: CivilDate, replacedVersion: Int?, recordedBy: Post.ID, recordedOn: CivilDate,
        documentIssuer: String = ""
    ) {
        self.id = id
        self.item = item
        self.position = position
        self.kind = kind
        self.happenedOn = happenedOn
        self.newDueOn = newDueOn
        self.isPostFacto = isPostFacto
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.reason = reason
        self.dueBefore = dueBefore
        self.replacedVersion = replacedVersion
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    /// When it was written down, where that was another day than its paper says.
    public var recordedWords: String? { recordedOn == happenedOn ? nil : "ghi ngày \(recordedOn.vietnamese)" }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case asked, granted, refused

        public var vietnamese: String {
            switch self {
            case .asked: "đề nghị gia hạn"
            case .granted: "đồng ý gia hạn"
            case .refused: "không đồng ý gia hạn"
            }
        }
    }
}
