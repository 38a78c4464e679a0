/// A unit's letting a person go to another one. The other one shows a code; it learns nothing else of the unit that wrote it.
public struct PersonRelease: Sendable, Hashable {
    public typealias ID = EntityID<PersonRelease>

    public let id: ID
    public let person: Person.ID
    /// Where he may be taken on.
    public let to: Tenant.Slug
    /// Of the decision.
    public let documentNumber: String
    public let recordedOn: CivilDate
    public let takenOn: CivilDate?
    public let withdrawnOn: CivilDate?

    public init(
        id: ID, person: Person.ID, to: Tenant.Slug, documentNumber: String, recordedOn: CivilDate, takenOn: CivilDate?,
        withdrawnOn: CivilDate?
    ) {
        self.id = id
        self.person = person
        self.to = to
        self.documentNumber = documentNumber
        self.recordedOn = recordedOn
        self.takenOn = takenOn
        self.withdrawnOn = withdrawnOn
    }

    public var vietnamese: String {
        if let takenOn { return "đã được tiếp nhận ngày \(takenOn.vietnamese)" }
        if let withdrawnOn { return "đã thu hồi ngày \(withdrawnOn.vietnamese)" }
        return "chờ tiếp nhận"
    }
}
