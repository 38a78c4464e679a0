/// One step of a dispute about an item that was given (kiến nghị về việc giao): raised by the unit on taking note of it, upheld or rejected by
/// the assigner. Appended, never changed.
public struct DisputeStep: Sendable, Hashable {
    public typealias ID = EntityID<DisputeStep>

    public let id: ID
    public let item: WorkItem.ID
    /// 1, 2, 3 … of this item.
    public let position: Int
    public let kind: Kind
    /// Date of the paper that raises or answers it.
    public let happenedOn: CivilDate
    /// Nil of an answer.
    public let ground: Ground?
    /// Full name of the unit that should lead instead.
    public let proposedLead: String?
    /// Code of the item that it doubles, as the unit has it.
    public let duplicateCode: String?
    /// How it was upheld.
    public let remedy: Remedy?
    public let newDueOn: CivilDate?
    public let documentNumber: String
    public let documentIssuer: String
    public let reason: String
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate

    public init(
        id: ID, item: WorkItem.ID, position: Int, kind: Kind, happenedOn: CivilDate, ground: Ground?, proposedLead: String?,
        duplicateCode: String?, remedy: Remedy?, newDueOn: CivilDate?, documentNumber: String, documentIssuer: String, reason: String,
        recordedBy: Post.ID, recordedOn: CivilDate
    ) {
        self.id = id
        self.item = item
        self.position = position
        self.kind = kind
        self.happenedOn = happenedOn
        self.ground = ground
        self.proposedLead = proposedLead
        self.duplicateCode = duplicateCode
        self.remedy = remedy
        self.newDueOn = newDueOn
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.reason = reason
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case raised, upheld, rejected

        public var vietnamese: String {
            switch self {
            case .raised: "kiến nghị về việc giao"
            case .upheld: "chấp nhận kiến nghị"
            case .rejected: "không chấp nhận kiến nghị"
            }
        }
    }

    /// Why the unit disputes what it was given.
    public enum Ground: String, Sendable, Hashable, CaseIterable {
        case notItsFunction, duplicate, noClearDate

        public var vietnamese: String {
            switch self {
            case .notItsFunction: "không đúng chức năng, nhiệm vụ"
            case .duplicate: "trùng với nhiệm vụ khác"
            case .noClearDate: "không rõ thời hạn"
            }
        }
    }

    /// What the assigner does about it. The raw values of the first and the last are those of the rulings by which he does.
    public enum Remedy: String, Sendable, Hashable, CaseIterable {
        case transferred, newDate, replaced

        public var vietnamese: String {
            switch self {
            case .transferred: "chuyển cơ quan chủ trì"
            case .newDate: "ấn định lại thời hạn"
            case .replaced: "thay thế bằng nhiệm vụ khác"
            }
        }
    }
}
