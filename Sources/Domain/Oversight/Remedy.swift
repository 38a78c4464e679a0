/// Khắc phục: what has to be put right, by whom and until when, ordered with what was found. Reported by its owner, closed by who ordered it.
public struct Remedy: Sendable, Hashable {
    public typealias ID = EntityID<Remedy>

    /// With what it is ordered.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// Of an inspection of the Office.
        case finding
        /// What a member of a council found in the unit that he follows, or urged it to.
        case note
        /// A letter of the Office about overdue items.
        case urging
        /// Criticism or a reminder that was signed.
        case criticism
        /// What a unit did itself about late work.
        case handling

        public var vietnamese: String {
            switch self {
            case .finding: "kết luận kiểm tra"
            case .note: "ghi nhận của thành viên Hội đồng"
            case .urging: "công văn đôn đốc"
            case .criticism: "phê bình, nhắc nhở"
            case .handling: "xử lý việc chậm của đơn vị"
            }
        }
    }

    /// Who ordered it.
    public enum Body: String, Sendable, Hashable, CaseIterable {
        case office, homeAffairs, leadership, member, unit

        public var vietnamese: String {
            switch self {
            case .office: "Văn phòng UBND tỉnh"
            case .homeAffairs: "Sở Nội vụ"
            case .leadership: "Chủ tịch UBND tỉnh"
            case .member: "thành viên Hội đồng Thi đua - Khen thưởng"
            case .unit: "đơn vị"
            }
        }
    }

    /// Which of them a list shows.
    public enum Selection: String, Sendable, Hashable, CaseIterable {
        case all
        /// Neither closed nor withdrawn.
        case open
        /// Not reported by their last day.
        case overdue
    }

    public let id: ID
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    /// The owner; equal to ``tenant``: the unit as a whole.
    public let unit: SubUnit.ID
    /// Or one of its people.
    public let person: Person.ID?
    /// Of the person, the sub-unit or the unit.
    public let ownerName: String
    /// Code of the campaign.
    public let campaign: String
    public let origin: Origin
    public let originID: String
    public let body: Body
    public let words: String
    public let orderedOn: CivilDate
    public let dueOn: CivilDate
    public let state: State
    /// Steps taken so far.
    public let steps: Int
    /// The unit of the province whose it is has ended: nobody there puts anything right any more.
    public let ownerHasEnded: Bool

    public init(
        id: ID, tenant: Tenant.ID, slug: Tenant.Slug, unit: SubUnit.ID, person: Person.ID?, ownerName: String, campaign: String,
        origin: Origin, originID: String, body: Body, words: String, orderedOn: CivilDate, dueOn: CivilDate, state: State, steps: Int,
        ownerHasEnded: Bool = false
    ) {
        self.id = id
        self.tenant = tenant
        self.slug = slug
        self.unit = unit
        self.person = person
        self.ownerName = ownerName
        self.campaign = campaign
        self.origin = origin
        self.originID = originID
        self.body = body
        self.words = words
        self.orderedOn = orderedOn
        self.dueOn = dueOn
        self.state = state
        self.steps = steps
        self.ownerHasEnded = ownerHasEnded
    }

    /// Not reported by its last day; what is reported waits for who ordered it.
    public func isOverdue(on day: CivilDate) -> Bool { state == .open && day > dueOn }

    /// `đến hết ngày 12/7/2023`, `quá hạn từ ngày 12/7/2023`; empty once nothing is to be done.
    public func clock(on day: CivilDate) -> String {
        guard state.isOpen else { return "" }
        return isOverdue(on: day) ? "quá hạn từ ngày \(dueOn.vietnamese)" : "đến hết ngày \(dueOn.vietnamese)"
    }
}

/// A remedy with every step.
public struct RemedyDetail: Sendable, Hashable {
    /// One step that was taken. Appended, never changed.
    public struct Act: Sendable, Hashable {
        public typealias ID = EntityID<Act>

        /// Of a report, to which files are added.
        public let id: ID
        public let step: Remedy.Step
        public let words: String
        /// Of the paper that shows it; may be empty.
        public let documentNumber: String
        public let documentOn: CivilDate?
        /// The day that stands after it.
        public let dueOn: CivilDate
        public let recordedOn: CivilDate
        /// Title of the post; empty where the officer may not know it.
        public let title: String

        public init(
            id: ID, step: Remedy.Step, words: String, documentNumber: String, documentOn: CivilDate?, dueOn: CivilDate,
            recordedOn: CivilDate,
            title: String
        ) {
            self.id = id
            self.step = step
            self.words = words
            self.documentNumber = documentNumber
            self.documentOn = documentOn
            self.dueOn = dueOn
            self.recordedOn = recordedOn
            self.title = title
        }
    }

    public let remedy: Remedy
    public let acts: [Act]

    public init(remedy: Remedy, acts: [Act]) {
        self.remedy = remedy
        self.acts = acts
    }
}
