public import Domain
public import Storage

/// Enters a person whose record the officer's own tenant keeps.
public struct AddPerson: Sendable {
    public var fullName: String
    public var kind: Person.Kind
    /// First day in the tenant's service; the business date when nil.
    public var activeFrom: CivilDate?

    public init(fullName: String, kind: Person.Kind, activeFrom: CivilDate? = nil) {
        self.fullName = fullName
        self.kind = kind
        self.activeFrom = activeFrom
    }

    /// - Throws: ``Problem`` `invalid-input` with every field at fault.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Person.ID {
        var check = InputCheck()
        let name = check.personName(fullName)
        try check.finish()
        guard let name else { throw Problem.unexpected }
        let officer = try await tx.officer()
        let person = Person(
            id: ids.next(), fullName: name.description, kind: kind, activeFrom: activeFrom ?? officer.today, endedOn: nil, version: 1)
        try await Person.add(person, sortKey: name.sortKey, in: tx)
        return person.id
    }
}
