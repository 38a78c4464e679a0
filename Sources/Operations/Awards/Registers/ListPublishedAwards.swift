public import Domain
public import Storage

/// What every officer may know of the awards that were signed: name, post, unit, award (domain.md 1.9). The latest signed first, page by page.
public struct ListPublishedAwards: Sendable {
    /// Of one unit; nil: of all.
    public var unit: Tenant.Slug?
    public var after: (signedOn: CivilDate, id: RecordedAward.ID)?
    /// Rows of one page.
    public var limit: Int

    public init(unit: Tenant.Slug? = nil, after: (signedOn: CivilDate, id: RecordedAward.ID)? = nil, limit: Int = 50) {
        self.unit = unit
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: `invalid-input` where there is no such unit.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (awards: [PublishedAward], next: (signedOn: CivilDate, id: RecordedAward.ID)?) {
        var proposer: Tenant.ID?
        if let unit {
            guard let found = try await Tenant.list(includingClosed: true, in: tx).first(where: { $0.slug == unit }) else {
                throw Problem.invalid("?tenant", "không có đơn vị này; ghi mã như district_973")
            }
            proposer = found.id
        }
        let found = try await PublishedAward.list(of: proposer, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { ($0.decision.signedOn, $0.id) } : nil)
    }
}
