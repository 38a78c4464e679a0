public import Domain
import Postgres

/// Places that are made beforehand: schema, tables and keys of a tenant to be, so that opening one is short.
extension OperatorTransaction {
    /// How many are kept ready from now on; those that are too many stay until they are opened.
    public func keepPlaces(_ number: Int) async throws {
        try await asOwner("UPDATE core.installation SET places = \(Int32(clamping: number))")
    }

    /// How many are ready, and how many are kept.
    public func places() async throws -> (ready: Int, kept: Int) {
        try await asOwner("SELECT (SELECT count(*) FROM core.place), core.places_kept()").only { row in
            (Int(try row.next(Int64.self)), Int(try row.next(Int32.self)))
        }
    }

    /// Makes one more. False where as many are ready as are kept; nil where somebody else makes one just now.
    public func preparePlace() async throws -> Bool? {
        try await asOwner("SELECT core.place_prepare()").only { row in try row.next() }
    }

    /// Ids for tenants to be opened in places that are ready, at most so many; nobody else gets the same until the transaction ends.
    public func freePlaces(_ most: Int) async throws -> [Tenant.ID] {
        try await asOwner("SELECT * FROM core.places_free(\(Int32(clamping: most)))").decode { row in try row.next() }
    }
}
