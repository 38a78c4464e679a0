/// An act of the assigner on an item. Appended, never changed; one that takes an acceptance back is another, and the database marks since when
/// that one does not stand.
public struct Ruling: Sendable, Hashable {
    public typealias ID = EntityID<Ruling>

    public let id: ID
    public let item: WorkItem.ID
    public let kind: Kind
    /// The report that was judged, for acceptance, return and confirmation; of an acceptance that was taken back, that of the acceptance.
    public let report: ProgressReport.ID?
    /// Date of that report's evidence: of an acceptance, the day the item was done (A24, A25).
    public let evidenceOn: CivilDate?
    public let fault: Fault?
    public let decidedOn: CivilDate
    public let documentNumber: String
    /// Who issued that document; empty where the assigner ruled without naming one.
    public let documentIssuer: String
    public let reason: String
    public let recordedBy: Post.ID
    public let recordedOn: CivilDate
    /// What stands under it where it was done in the stead of the recording post (KT., TL., TUQ.).
    public let signature: Signature?
    /// The signed paper that it was recorded from.
    public let paper: PaperAct.Mark?
    /// What stands in its place, or what it stands for.
    public let other: Other?

    public init(
        id: ID, item: WorkItem.ID, kind: Kind, report: ProgressReport.ID?, evidenceOn: CivilDate?, fault: Fault?, decidedOn: CivilDate,
        documentNumber: String, documentIssuer: String = "", reason: String, recordedBy: Post.ID, recordedOn: CivilDate,
        signature: Signature? = nil, paper: PaperAct.Mark? = nil, other: Other? = nil
    ) {
        self.id = id
        self.item = item
        self.kind = kind
        self.report = report
        self.evidenceOn = evidenceOn
        self.fault = fault
        self.decidedOn = decidedOn
        self.documentNumber = documentNumber
        self.documentIssuer = documentIssuer
        self.reason = reason
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
        self.signature = signature
        self.paper = paper
        self.other = other
    }

    /// The other of two items of which one stands in the place of the other.
    public struct Other: Sendable, Hashable {
        public let item: WorkItem.ID
        public let tenant: Tenant.Slug
        /// Full name of the unit of the province in whose ledger it stands.
        public let tenantName: String
        public let code: String
        /// Full name of who must do it; nil where the officer does not see that.
        public let unitName: String?
        /// Whether it stands in the same ledger.
        public let isInside: Bool
        /// Whether the officer may look it up.
        public let isInSight: Bool

        public init(
            item: WorkItem.ID, tenant: Tenant.Slug, tenantName: String, code: String, unitName: String?, isInside: Bool, isInSight: Bool
        ) {
            self.item = item
            self.tenant = tenant
            self.tenantName = tenantName
            self.code = code
            self.unitName = unitName
            self.isInside = isInside
            self.isInSight = isInSight
        }

        /// Who must do it, as far as the officer sees that.
        public var holder: String { unitName ?? (isInside && !isInSight ? "đơn vị khác thuộc \(tenantName)" : tenantName) }
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The result is accepted: the item is done on the date of the result.
        case accepted
        /// Of a co-ordinating item: the lead's result was accepted.
        case leadAccepted
        /// The result is sent back, with a fault and a reason (A25, A43).
        case returned
        /// A reported step or figure is confirmed (A36).
        case confirmed
        /// A finding of an inspection or audit tied to the item (A44).
        case violation
        /// Không tính vào đánh giá, by a signed document (A29).
        case exempted
        /// Another item stands in its place, by a signed document (A30).
        case replaced
        /// Cancelled or suspended by the assigner (A30).
        case cancelled
        /// Given to another lead, by a signed document: a new item there stands in its place.
        case transferred
        /// The doer takes his own result back before anybody has judged it.
        case withdrawn
        /// It stands in the place of an item that was replaced or transferred. Follows by itself.
        case succeeded
        /// The acceptance was a mistake and does not stand, by a signed document; a new result is sent and judged (A62).
        case revoked

        public var vietnamese: String {
            switch self {
            case .accepted: "xác nhận hoàn thành"
            case .leadAccepted: "cơ quan chủ trì đã hoàn thành"
            case .returned: "trả lại"
            case .confirmed: "xác nhận tiến độ"
            case .violation: "vi phạm quy định"
            case .exempted: "không tính vào đánh giá"
            case .replaced: "thay thế"
            case .cancelled: "hủy"
            case .transferred: "chuyển cơ quan chủ trì"
            case .withdrawn: "rút kết quả"
            case .succeeded: "nhận thay nhiệm vụ khác"
            case .revoked: "hủy xác nhận hoàn thành"
            }
        }
    }

    /// What was wrong with a returned result.
    public enum Fault: String, Sendable, Hashable, CaseIterable {
        case quality, completeness

        public var vietnamese: String {
            switch self {
            case .quality: "chất lượng"
            case .completeness: "hồ sơ chưa đủ"
            }
        }
    }
}
