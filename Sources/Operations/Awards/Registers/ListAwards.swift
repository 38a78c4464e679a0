public import Domain
public import Storage

/// The golden book of the province, or of who gives in a unit, the latest number first, page by page: by year, decision, unit or person. What stands in it is what certificates
/// are printed from.
public struct ListAwards: Sendable {
    public var selection: RecordedAward.Selection
    /// Year and number with which the page before ended.
    public var after: (year: Int, number: Int)?
    /// Rows of one page.
    public var limit: Int

    public init(_ selection: RecordedAward.Selection = .init(), after: (year: Int, number: Int)? = nil, limit: Int = 50) {
        self.selection = selection
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: `not-allowed` where another unit's own book is asked for.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (awards: [RecordedAward], next: (year: Int, number: Int)?) {
        var selection = selection
        if tx.tenant != nil {
            // Each who gives has a book of his own.
            let officer = try await tx.officer()
            guard officer.place == officer.home else { throw Problem.notAllowed }
            selection.book =
                selection.book ?? (Policy.of(officer.role).reach == .tenant ? officer.place.map { SubUnit.ID($0.uuid) } : officer.unit)
        }
        let found = try await RecordedAward.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { ($0.decision.signedOn.year, $0.number) } : nil)
    }

    /// All of them.
    public func all(in tx: borrowing TenantTransaction) async throws -> [RecordedAward] {
        var listing = self
        var awards: [RecordedAward] = []
        repeat {
            let page = try await listing.perform(in: tx)
            awards += page.awards
            listing.after = page.next
        } while listing.after != nil
        return awards
    }
}
