/// What the head of a unit did himself about late work of a sub-unit or a person, by paper. It stays inside the unit; the province is told how often.
public struct Handling: Sendable, Hashable {
    public typealias ID = EntityID<Handling>

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case reminder, criticism, review, noAward

        public var vietnamese: String {
            switch self {
            case .reminder: "nhắc nhở"
            case .criticism: "phê bình"
            case .review: "kiểm điểm"
            case .noAward: "không xét thi đua"
            }
        }
    }

    /// How often a unit did it.
    public struct Count: Sendable, Hashable {
        public let tenant: Tenant.Slug
        public let tenantName: String
        public let kind: Kind
        public let times: Int
        /// Of the latest paper.
        public let lastOn: CivilDate

        public init(tenant: Tenant.Slug, tenantName: String, kind: Kind, times: Int, lastOn: CivilDate) {
            self.tenant = tenant
            self.tenantName = tenantName
            self.kind = kind
            self.times = times
            self.lastOn = lastOn
        }
    }

    public let id: ID
    public let kind: Kind
    public let item: WorkItem.ID
    public let itemCode: String
    public let unitName: String
    /// Nil: the sub-unit.
    public let person: Person.ID?
    public let personName: String?
    public let documentNumber: String
    public let documentOn: CivilDate
    public let words: String

    public init(
        id: ID, kind: Kind, item: WorkItem.ID, itemCode: String, unitName: String, person: Person.ID?, personName: String?,
        documentNumber: String, documentOn: CivilDate, words: String
    ) {
        self.id = id
        self.kind = kind
        self.item = item
        self.itemCode = itemCode
        self.unitName = unitName
        self.person = person
        self.personName = personName
        self.documentNumber = documentNumber
        self.documentOn = documentOn
        self.words = words
    }
}
