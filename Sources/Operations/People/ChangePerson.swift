public import Domain
public import Storage

/// Gives a person another name or kind from a day on. What was recorded before is kept with its days.
public struct ChangePerson: Sendable {
    public var person: Person.ID
    /// The version that the change starts from.
    public var version: Int
    public var fullName: String?
    public var kind: Person.Kind?
    /// First day of the change, not after the business date; that date when nil.
    public var validFrom: CivilDate?

    public init(_ person: Person.ID, version: Int, fullName: String? = nil, kind: Person.Kind? = nil, validFrom: CivilDate? = nil) {
        self.person = person
        self.version = version
        self.fullName = fullName
        self.kind = kind
        self.validFrom = validFrom
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``; `invalid-input`, `change-out-of-order`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard let before = try await Person.find(person, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let name = check.personName(fullName ?? before.fullName)
        let kind = kind ?? before.kind
        if name?.description == before.fullName, kind == before.kind {
            check.fault("$", "không có gì khác với hiện tại; ghi ít nhất một mục thay đổi")
        }
        try check.finish()
        guard let name else { throw Problem.unexpected }
        let day = if let validFrom { validFrom } else { try await tx.officer().today }
        guard try await Person.change(person, version: version, name: name, kind: kind, from: day, in: tx) else {
            throw Problem.untouched(found: before.version, named: version)
        }
    }
}
