/// What a unit sent in time, dated by the day of the review, and its assigner has not answered yet: until the settle days end the freeze waits for
/// it.
public struct OpenResult: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A result that nobody judged.
        case result
        /// The delivery for a deadline of a periodic item, confirmed by nobody (A16).
        case occurrence
        /// A step of 50 or more of a task that is due after an interim review, where none was confirmed (A36).
        case half
        /// The latest figure of a target, confirmed by nobody.
        case figure

        public var vietnamese: String {
            switch self {
            case .result: "kết quả chưa xem xét"
            case .occurrence: "báo cáo của nhiệm vụ định kỳ chưa xác nhận"
            case .half: "tiến độ từ 50% chưa xác nhận"
            case .figure: "số liệu của chỉ tiêu chưa xác nhận"
            }
        }
    }

    public let kind: Kind
    public let item: WorkItem.ID
    public let tenant: Tenant.Slug
    public let unitName: String
    public let code: String
    public let title: String
    public let evidenceOn: CivilDate
    public let documentNumber: String
    public let sentOn: CivilDate

    public init(
        kind: Kind, item: WorkItem.ID, tenant: Tenant.Slug, unitName: String, code: String, title: String, evidenceOn: CivilDate,
        documentNumber: String, sentOn: CivilDate
    ) {
        self.kind = kind
        self.item = item
        self.tenant = tenant
        self.unitName = unitName
        self.code = code
        self.title = title
        self.evidenceOn = evidenceOn
        self.documentNumber = documentNumber
        self.sentOn = sentOn
    }

    /// How many there are, for a person; of more than a list has, that it has the first.
    public static func words(_ count: Int, listed: Int) -> String {
        let all = "\(VietnameseNumber.text(count)) kết quả, số liệu chưa xem xét"
        return count > listed ? "\(all) (danh sách chỉ có \(VietnameseNumber.text(listed)) mục đầu)" : all
    }
}

/// One thing that was open when a version was frozen, as it was called then. It is kept with the version, beside what is hashed.
public struct LeftOpen: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A line of its ledger that a unit disputed, and nobody answered.
        case dispute
        case result, occurrence, half, figure
        /// The unit said nothing, which counts as agreed.
        case silentUnit

        public var vietnamese: String {
            switch self {
            case .dispute: "kiến nghị chưa trả lời"
            case .result: OpenResult.Kind.result.vietnamese
            case .occurrence: OpenResult.Kind.occurrence.vietnamese
            case .half: OpenResult.Kind.half.vietnamese
            case .figure: OpenResult.Kind.figure.vietnamese
            case .silentUnit: "đơn vị không có ý kiến"
            }
        }
    }

    public let kind: Kind
    public let tenant: Tenant.Slug
    public let unitName: String
    /// Nil, with what it is called: the unit itself.
    public let item: WorkItem.ID?
    public let code: String?
    public let title: String?
    /// When it was sent, or disputed; of a silent unit, when it was asked.
    public let since: CivilDate

    public init(
        kind: Kind, tenant: Tenant.Slug, unitName: String, item: WorkItem.ID?, code: String?, title: String?, since: CivilDate
    ) {
        self.kind = kind
        self.tenant = tenant
        self.unitName = unitName
        self.item = item
        self.code = code
        self.title = title
        self.since = since
    }
}
