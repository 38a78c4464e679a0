/// An office's own form of one kind of paper, in force from a day until the next of its kind: an ordinary Word document, or the built-in form again.
public struct OfficeTemplate: Sendable, Hashable {
    public typealias ID = EntityID<OfficeTemplate>

    public let id: ID
    /// Whose papers; the province's are those that Home Affairs writes for it.
    public let tenant: Tenant.Slug
    public let tenantName: String
    /// As papers are named in addresses: `award-decision`.
    public let kind: String
    public let validFrom: CivilDate
    /// Last day; nil: in force until it is replaced.
    public let validTo: CivilDate?
    /// Of the document; or why the built-in form is used again.
    public let name: String
    /// SHA-256 in hexadecimal; nil: the built-in form.
    public let sha256: String?
    /// Title of the post that recorded it; empty where the officer may not know it.
    public let recordedBy: String
    public let recordedOn: CivilDate

    public init(
        id: ID, tenant: Tenant.Slug, tenantName: String, kind: String, validFrom: CivilDate, validTo: CivilDate?, name: String,
        sha256: String?, recordedBy: String, recordedOn: CivilDate
    ) {
        self.id = id
        self.tenant = tenant
        self.tenantName = tenantName
        self.kind = kind
        self.validFrom = validFrom
        self.validTo = validTo
        self.name = name
        self.sha256 = sha256
        self.recordedBy = recordedBy
        self.recordedOn = recordedOn
    }

    /// Whether it is a document, and not the built-in form again.
    public var isDocument: Bool { sha256 != nil }
}
