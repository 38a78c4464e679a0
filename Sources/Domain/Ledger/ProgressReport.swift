/// What the doer says of an item: taken note of, progress, or the result. Appended, never changed.
public struct ProgressReport: Sendable, Hashable {
    public typealias ID = EntityID<ProgressReport>

    public let id: ID
    public let item: WorkItem.ID
    public let kind: Kind
    /// Date of the evidence; of a result the day it was reached, not of its entry (A24).
    public let evidenceOn: CivilDate
    /// A step of the ``MilestoneLadder``; nil for targets.
    public let milestonePercent: Int?
    public let figure: Figure?
    public let documentNumber: String
    public let documentIssuer: String
    public let narrative: String
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate
    /// What stands under it where it was done in the stead of the recording post (KT., TL., TUQ.).
    public let signature: Signature?
    /// Who prepared it, where it was approved from a draft.
    public let preparedBy: Post.ID?
    /// The deadline of a periodic item that it delivers for (A16).
    public let occurrence: CivilDate?
    /// The co-ordinating unit that holds the item up; the narrative says why (A12).
    public let delayedBy: String?

    public init(
        id: ID, item: WorkItem.ID, kind: Kind, evidenceOn: CivilDate, milestonePercent: Int?, figure: Figure?, documentNumber: String,
        documentIssuer: String, narrative: String, recordedBy: Post.ID, recordedOn: CivilDate, preparedBy: Post.ID? = nil,
        signature: Signature? = nil, occurrence: CivilDate? = nil, delayedBy: String? = nil
    ) {
        self.id = id
        self.item = item
        self.kind = kind
        self.evidenceOn = evidenceOn
        self.milestonePercent = milestonePercent
        self.figure = figure
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.narrative = narrative
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
        self.signature = signature
        self.preparedBy = preparedBy
        self.occurrence = occurrence
        self.delayedBy = delayedBy
    }

    /// Whether it says what counts for nothing until the assigner confirms it: a step, a figure, a delivery; not words alone (A36).
    public var asksForConfirmation: Bool {
        kind == .reported && (milestonePercent != nil || figure != nil || occurrence != nil)
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case acknowledged, reported, result

        public var vietnamese: String {
            switch self {
            case .acknowledged: "tiếp nhận"
            case .reported: "báo cáo tiến độ"
            case .result: "báo cáo kết quả"
            }
        }
    }

    /// A measured value and how sure it is (A42).
    public struct Figure: Sendable, Hashable {
        public let value: Quantity
        public let status: Status

        public init(value: Quantity, status: Status) {
            self.value = value
            self.status = status
        }

        public enum Status: String, Sendable, Hashable, CaseIterable {
            case estimated = "uoc"
            case preliminary = "so_bo"
            case official = "chinh_thuc"

            public var vietnamese: String {
                switch self {
                case .estimated: "ước"
                case .preliminary: "sơ bộ"
                case .official: "chính thức"
                }
            }
        }
    }
}
