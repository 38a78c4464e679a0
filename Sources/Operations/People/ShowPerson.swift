public import Domain
public import Storage

/// One person of the tenant entered, with name and kind as in force on a day.
public struct ShowPerson: Sendable {
    public var person: Person.ID
    /// The business date when nil.
    public var day: CivilDate?

    public init(_ person: Person.ID, on day: CivilDate? = nil) {
        self.person = person
        self.day = day
    }

    /// - Throws: ``Problem/notFound``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Person {
        guard let person = try await Person.find(person, on: day, in: tx) else { throw Problem.notFound }
        return person
    }
}
