public import Domain
public import Storage

/// Who registered an initiative, or the unit's desk, asks another unit whether it works there. That unit reads the claim and nothing else of it.
public struct AskConfirmation: Sendable {
    public var initiative: Initiative.ID
    /// A sub-unit of one's own first-tier unit; or
    public var unit: SubUnit.ID?
    /// another first-tier unit, as a whole.
    public var tenant: Tenant.Slug?
    /// Empty: the title, the solution and what it brought.
    public var claim: String

    public init(initiative: Initiative.ID, unit: SubUnit.ID? = nil, tenant: Tenant.Slug? = nil, claim: String = "") {
        self.initiative = initiative
        self.unit = unit
        self.tenant = tenant
        self.claim = claim
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `initiative-answered`, `confirmation-asked`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard officer.may(.registerInitiative), let own = tx.tenant, own == officer.home else { throw Problem.notAllowed }
        guard let record = try await InitiativeRecord.find(initiative, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let said = claim.allSatisfy(\.isWhitespace) ? record.initiative.claim : claim
        let claim = check.passage(String(said.prefix(4_000)), "$.claim")
        if (unit == nil) == (tenant == nil) {
            check.fault("$.unit", "ghi một đơn vị trực thuộc (unit) hoặc một sở, ban, ngành, huyện, thành phố khác (tenant)")
        }
        var asked = unit.map { (unit: $0, tenant: own) }
        if unit == nil, let tenant {
            asked = try await Tenant.list(in: tx).first { $0.slug == tenant }.map { (SubUnit.ID($0.id.uuid), $0.id) }
            if asked == nil { check.fault("$.tenant", "không có đơn vị này; ghi mã như district_101") }
        }
        try check.finish()
        guard let asked else { throw Problem.notFound }
        try await InitiativeConfirmation.ask(asked.unit, of: asked.tenant, claim: claim, id: ids.next(), about: record, in: tx)
    }
}
