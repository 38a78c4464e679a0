/// A task or target of the ledger (sổ theo dõi nhiệm vụ, chỉ tiêu), as it is kept with the unit that must do it.
///
/// What was given never changes: who must do it, who assigned it and when, its first due date. What is asked (``Terms``) only the assigner
/// changes, and every change leaves what stood before. How far it has come is not part of it: see ``Standing``.
public struct WorkItem: Sendable, Hashable {
    public typealias ID = EntityID<WorkItem>

    public let id: ID
    /// The unit of the province in whose ledger it stands.
    public let tenant: Tenant.ID
    /// The sub-unit that must do it; equal to ``tenant`` when it was given to the unit as a whole.
    public let unit: SubUnit.ID
    /// Unique in the unit: `QĐ503-2023-012`.
    public let code: String
    public let role: LedgerItem.Role
    /// The item of the same unit that this one was handed on from (A55).
    public let parent: ID?
    /// Of a co-ordinating item: the item it helps with.
    public let lead: Lead?
    public let terms: Terms
    /// The first due date that was fixed; kept whatever follows (A27).
    public let originalDueOn: CivilDate?
    public let assigner: Tenant.ID
    public let assignerPost: Post.ID
    public let assignedOn: CivilDate
    /// The running number (TT) in the table of its directive, for what was imported.
    public let sourceRow: String?
    /// What it was in earlier years, where it was carried over (A14b).
    public let carried: CarriedOver?
    /// By which it was cut anew out of other items (A15).
    public let correction: ItemCorrection.ID?
    public let version: Int
    public let recordedOn: CivilDate

    public init(
        id: ID, tenant: Tenant.ID, unit: SubUnit.ID, code: String, role: LedgerItem.Role, parent: ID?, lead: Lead?, terms: Terms,
        originalDueOn: CivilDate?, assigner: Tenant.ID, assignerPost: Post.ID, assignedOn: CivilDate, sourceRow: String?, version: Int,
        recordedOn: CivilDate, carried: CarriedOver? = nil, correction: ItemCorrection.ID? = nil
    ) {
        self.id = id
        self.tenant = tenant
        self.unit = unit
        self.code = code
        self.role = role
        self.parent = parent
        self.lead = lead
        self.terms = terms
        self.originalDueOn = originalDueOn
        self.assigner = assigner
        self.assignerPost = assignerPost
        self.assignedOn = assignedOn
        self.sourceRow = sourceRow
        self.carried = carried
        self.correction = correction
        self.version = version
        self.recordedOn = recordedOn
    }

    public var kind: LedgerItem.Kind { terms.goal == nil ? .task : .target }

    /// The item that a co-ordinating unit helps with, and whose it is.
    public struct Lead: Sendable, Hashable {
        public let tenant: Tenant.ID
        public let item: ID

        public init(tenant: Tenant.ID, item: ID) {
            self.tenant = tenant
            self.item = item
        }
    }
}

extension LedgerItem.Kind {
    /// As officers read it.
    public var vietnamese: String {
        switch self {
        case .task: "nhiệm vụ"
        case .target: "chỉ tiêu"
        }
    }
}

extension LedgerItem.Role {
    public var vietnamese: String {
        switch self {
        case .lead: "chủ trì"
        case .coordinate: "phối hợp"
        }
    }
}
