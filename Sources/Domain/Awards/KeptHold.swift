/// Tạm dừng xét as it is kept: whom it holds, by whose paper, and by which it ended.
public struct KeptHold: Sendable, Hashable {
    public typealias ID = EntityID<IntegrityHold>

    public let id: ID
    public let hold: IntegrityHold
    /// Of the unit to which the one who is held belongs.
    public let tenant: Tenant.Slug
    public let tenantName: String
    /// Of a collective.
    public let unit: SubUnit.ID?
    /// Of an individual.
    public let person: Person.ID?
    /// The unit or the person.
    public let name: String
    /// Who opened the verification, investigation, discipline.
    public let issuer: String
    /// Nil while under way.
    public let endedDocument: String?

    public init(
        id: ID, hold: IntegrityHold, tenant: Tenant.Slug, tenantName: String, unit: SubUnit.ID?, person: Person.ID?, name: String,
        issuer: String, endedDocument: String?
    ) {
        self.id = id
        self.hold = hold
        self.tenant = tenant
        self.tenantName = tenantName
        self.unit = unit
        self.person = person
        self.name = name
        self.issuer = issuer
        self.endedDocument = endedDocument
    }
}
