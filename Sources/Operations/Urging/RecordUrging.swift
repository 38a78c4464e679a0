public import Domain
public import Storage

/// Enters the number and the day of a letter that was signed: from now on its causes are urged.
public struct RecordUrging: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var tenant: Tenant.Slug
    public var number: String
    public var signedOn: CivilDate
    /// Says that causes are urged that were urged before.
    public var again: Bool
    /// Of which the letter speaks; nil: those of which it speaks when it is made now, as far as they were overdue on its day.
    public var items: [WorkItem.ID]?

    public init(
        campaign: String, tenant: Tenant.Slug, number: String, signedOn: CivilDate, again: Bool = false, items: [WorkItem.ID]? = nil
    ) {
        self.campaign = campaign
        self.tenant = tenant
        self.number = number
        self.signedOn = signedOn
        self.again = again
        self.items = items
    }

    /// - Throws: `not-found`, `not-allowed`, `invalid-input`, `nothing-overdue`, `urged-already`, `urging-there`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Urging.ID {
        let officer = try await tx.officer()
        guard officer.may(.keepReview), tx.tenant == nil else { throw Problem.notAllowed }
        let unit = try await Tenant.named(tenant, in: tx)
        let answer = try await ListOverdue(campaign: campaign).perform(in: tx)
        var check = InputCheck()
        let number = check.line(number, "$.number", atMost: 100)
        if signedOn > officer.today {
            check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        try check.finish()
        let overdue = try answer.unit(unit)
        let spoken = items ?? overdue.spoken(again: again).filter { $0.dueOn < signedOn }.map(\.id)
        guard !spoken.isEmpty else { throw Problem.urged(overdue) }
        let id: Urging.ID = ids.next()
        try await Urging.insert(
            id, to: unit.id, of: answer.campaign.id, number: number, signedOn: signedOn, items: spoken, again: again, in: tx)
        return id
    }
}

/// One letter as it was recorded.
public struct ShowUrging: Sendable {
    public var id: Urging.ID

    public init(_ id: Urging.ID) {
        self.id = id
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (urging: Urging, tenant: Tenant.Slug) {
        guard let found = try await Urging.find(id, in: tx), let tenant = try await Tenant.find(found.tenant, in: tx) else {
            throw Problem.notFound
        }
        return (found, tenant.slug)
    }
}
