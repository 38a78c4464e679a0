public import Domain
public import Storage

/// Records a person's last day: every post ends with it, and nobody signs in as him afterwards. The record stays.
public struct EndPerson: Sendable {
    public var person: Person.ID
    /// The version that the change starts from.
    public var version: Int
    /// The business date when nil.
    public var lastDay: CivilDate?

    public init(_ person: Person.ID, version: Int, lastDay: CivilDate? = nil) {
        self.person = person
        self.version = version
        self.lastDay = lastDay
    }

    /// - Throws: ``Problem/notFound``, ``Problem/stale``; `ended-already`, `ends-before-start`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        let officer = try await tx.officer()
        guard try await Person.end(person, version: version, lastDay: lastDay ?? officer.today, in: tx) else {
            throw Problem.untouched(found: try await Person.find(person, in: tx)?.version, named: version)
        }
    }
}
