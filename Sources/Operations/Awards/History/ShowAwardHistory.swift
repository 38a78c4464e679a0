public import Domain
public import Storage

/// The awards of a person wherever he served, or of a unit and the units that it came from, page by page, the latest first.
public struct ShowAwardHistory: Sendable {
    /// Of one unit of the province, by its slug; in a unit its own without saying so, or where he does not see it whole, the acting person's.
    public var slug: Tenant.Slug?
    public var unit: SubUnit.ID?
    public var person: Person.ID?
    /// With which the page before ended.
    public var after: (signedOn: CivilDate, id: PastAward.ID)?
    /// Rows of one page.
    public var limit: Int

    public init(
        slug: Tenant.Slug? = nil, unit: SubUnit.ID? = nil, person: Person.ID? = nil, after: (signedOn: CivilDate, id: PastAward.ID)? = nil,
        limit: Int = 50
    ) {
        self.slug = slug
        self.unit = unit
        self.person = person
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    /// - Throws: `invalid-input` where there is no such unit.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (awards: [PastAward], next: (signedOn: CivilDate, id: PastAward.ID)?) {
        let officer = try await tx.officer()
        let oneself = unit == nil && slug == nil && !officer.seesTheWhole ? officer.person : nil
        var selection = PastAward.Selection(tenant: officer.place, unit: unit, person: person ?? oneself)
        if let slug {
            guard let tenant = try await Tenant.list(in: tx).first(where: { $0.slug == slug }) else {
                throw Problem.invalid("tenant", "không có đơn vị này; lấy mã trong danh sách đơn vị")
            }
            selection.tenant = tenant.id
        }
        let found = try await PastAward.list(selection, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { ($0.decision.signedOn, $0.id) } : nil)
    }
}

/// An earlier award that was recorded by mistake is struck out with a reason, and kept.
public struct StrikeEarlierAward: Sendable {
    public var award: PastAward.ID
    public var reason: String

    public init(_ award: PastAward.ID, reason: String) {
        self.award = award
        self.reason = reason
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `award-struck`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        guard TemplatePlace(try await tx.officer()).mayChange else { throw Problem.notAllowed }
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 1_000)
        try check.finish()
        guard try await PastAward.stands(award, in: tx) != nil else { throw Problem.notFound }
        guard try await PastAward.strike(award, reason: reason, in: tx) else { throw Problem.notAllowed }
    }
}
