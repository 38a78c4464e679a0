/// An item before it is given (nháp): what its assigner has entered so far. It is seen by who may give it, and by nobody to whom it will be given.
public struct ItemDraft: Sendable, Hashable {
    public typealias ID = EntityID<ItemDraft>

    public let id: ID
    /// The part of the assigner that prepares it.
    public let unit: SubUnit.ID
    public let state: State
    /// What was entered last, in the form of the request that assigns.
    public let entered: JSONValue
    /// The item that it became.
    public let item: Item?
    /// Who wrote the first version, and when.
    public let draftedBy: String
    public let draftedOn: CivilDate
    /// Who wrote the last one, or closed it, and when.
    public let changedBy: String
    public let changedOn: CivilDate
    /// Of the last step; the next one starts from it.
    public let version: Int

    public init(
        id: ID, unit: SubUnit.ID, state: State, entered: JSONValue, item: Item?, draftedBy: String, draftedOn: CivilDate, changedBy: String,
        changedOn: CivilDate, version: Int
    ) {
        self.id = id
        self.unit = unit
        self.state = state
        self.entered = entered
        self.item = item
        self.draftedBy = draftedBy
        self.draftedOn = draftedOn
        self.changedBy = changedBy
        self.changedOn = changedOn
        self.version = version
    }

    public struct Item: Sendable, Hashable {
        public let tenant: Tenant.Slug
        public let id: WorkItem.ID
        public let code: String

        public init(tenant: Tenant.Slug, id: WorkItem.ID, code: String) {
            self.tenant = tenant
            self.id = id
            self.code = code
        }
    }

    /// Where an item began, as its history tells it to who gave it.
    public struct Origin: Sendable, Hashable {
        public let draft: ID
        /// How often it was written before it was given.
        public let versions: Int
        /// Title of the post that wrote the first version.
        public let draftedBy: String
        public let draftedOn: CivilDate

        public init(draft: ID, versions: Int, draftedBy: String, draftedOn: CivilDate) {
            self.draft = draft
            self.versions = versions
            self.draftedBy = draftedBy
            self.draftedOn = draftedOn
        }
    }
}

extension ItemDraft {
    /// What is to be done, as far as it was entered.
    public var title: String { text("title") }

    /// Who is to do it, as it was entered: a name, code or slug of a unit.
    public var lead: String { text("lead") }

    /// A member of what was entered that is a text; empty where there is none.
    public func text(_ name: String) -> String {
        guard case .object(let members) = entered, case .string(let text) = members[name] else { return "" }
        return text
    }
}
