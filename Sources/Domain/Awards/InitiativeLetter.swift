/// A letter of praise that the Chairman gave to an initiative: it stands in the register of letters with those of reviews.
public struct InitiativeLetter: Sendable, Hashable {
    /// In the register of letters of the year of its day.
    public let number: Int
    public let day: CivilDate
    public let documentNumber: String
    /// As it stands under the letter.
    public let signer: String
    public let initiative: Initiative.ID
    public let title: String
    public let tenant: Tenant.Slug
    public let tenantName: String

    public init(
        number: Int, day: CivilDate, documentNumber: String, signer: String, initiative: Initiative.ID, title: String, tenant: Tenant.Slug,
        tenantName: String
    ) {
        self.number = number
        self.day = day
        self.documentNumber = documentNumber
        self.signer = signer
        self.initiative = initiative
        self.title = title
        self.tenant = tenant
        self.tenantName = tenantName
    }
}
