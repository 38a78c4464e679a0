/// What a unit records of a model that it took over from another: first that it adopts it, then what came of it.
public struct GoodModelAdoption: Sendable, Hashable {
    public typealias ID = EntityID<GoodModelAdoption>

    public enum Step: String, Sendable, Hashable, CaseIterable {
        case adopt, report

        public var vietnamese: String {
            switch self {
            case .adopt: "áp dụng"
            case .report: "ghi kết quả áp dụng"
            }
        }
    }

    /// What came of it, in figures.
    public struct Amount: Sendable, Hashable {
        public let value: Quantity
        public let unit: String

        public init(value: Quantity, unit: String) {
            self.value = value
            self.unit = unit
        }

        public var vietnamese: String { "\(value.vietnamese) \(unit)" }
    }

    public let id: ID
    public let model: GoodModel.ID
    /// Of the model.
    public let title: String
    public let tenant: Tenant.ID
    public let slug: Tenant.Slug
    public let tenantName: String
    /// That adopts it.
    public let unit: SubUnit.ID
    public let unitName: String
    public let step: Step
    public let happenedOn: CivilDate
    /// How it is done there; what came of it.
    public let words: String
    public let amount: Amount?

    public init(
        id: ID, model: GoodModel.ID, title: String, tenant: Tenant.ID, slug: Tenant.Slug, tenantName: String, unit: SubUnit.ID,
        unitName: String, step: Step, happenedOn: CivilDate, words: String, amount: Amount?
    ) {
        self.id = id
        self.model = model
        self.title = title
        self.tenant = tenant
        self.slug = slug
        self.tenantName = tenantName
        self.unit = unit
        self.unitName = unitName
        self.step = step
        self.happenedOn = happenedOn
        self.words = words
        self.amount = amount
    }

    public var adopterName: String { unit.uuid == tenant.uuid ? tenantName : SubUnit.placed(unitName, in: tenantName) }
}
