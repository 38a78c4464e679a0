public import Domain
public import Storage

/// Home Affairs proposes that the Chairman criticise or remind a collective or a person, from late items of the ledger (A67). The database keeps
/// the items as they stand today; the one concerned has his working days to explain from here on.
public struct ProposeCriticism: Sendable {
    public var kind: KeptCriticism.Kind
    /// Code of the campaign.
    public var campaign: String
    /// Of a collective; nil where it is a person.
    public var unit: SubUnit.ID?
    public var person: Person.ID?
    public var items: [WorkItem.ID]
    /// What is asked of the one concerned, a line each.
    public var words: String

    public init(
        kind: KeptCriticism.Kind, campaign: String, unit: SubUnit.ID?, person: Person.ID?, items: [WorkItem.ID], words: String
    ) {
        self.kind = kind
        self.campaign = campaign
        self.unit = unit
        self.person = person
        self.items = items
        self.words = words
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `criticism-without-grounds`, `own-criticism`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> KeptCriticism.ID {
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        guard let found = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let words = VietnameseText.composed(words)
        if words.allSatisfy(\.isWhitespace) { check.fault("$.words", "không được để trống; nhập nội dung") }
        if words.count > 4_000 { check.fault("$.words", "dài quá 4.000 ký tự; rút gọn lại") }
        if items.isEmpty || items.count > 200 { check.fault("$.items", "chọn từ 1 đến 200 nhiệm vụ chậm trong sổ theo dõi") }
        if (unit == nil) == (person == nil) { check.fault("$.unit", "ghi một tập thể (unit) hoặc một cá nhân (person)") }
        let tenant = try await KeptHold.tenant(of: unit, person, in: tx)
        if tenant == nil, (unit == nil) != (person == nil) {
            check.fault(person == nil ? "$.unit" : "$.person", "không có; lấy mã định danh trong danh sách đơn vị hoặc nhân sự")
        }
        try check.finish()
        guard let tenant else { throw Problem.notFound }
        let id: KeptCriticism.ID = ids.next()
        let statement = KeptCriticism.Statement(
            kind: kind, tenant: tenant, unit: unit, person: person, campaign: found.id, items: items, words: words)
        let attempt = try await tx.attempting { (tx: borrowing TenantTransaction) in
            try await KeptCriticism.propose(statement, id: id, in: tx)
        }
        if case .failure(let refusal) = attempt {
            throw refusal.code == "criticism-without-grounds" ? try await withoutGrounds(refusal, in: tx) : refusal
        }
        return id
    }

    /// With the plan's own numbers.
    private func withoutGrounds(_ refusal: Problem, in tx: borrowing TenantTransaction) async throws -> Problem {
        guard let plan = try await CampaignRecord.find(code: campaign, in: tx)?.plan, let days = plan.integer(.critDays),
            let items = plan.integer(.critLateItems)
        else { return refusal }
        return Problem(
            refusal.kind, refusal.code,
            "Chưa đủ căn cứ phê bình theo kế hoạch: cần một nhiệm vụ quá hạn hơn \(days) ngày, hoặc từ \(items) nhiệm vụ chậm trở lên trong một tháng. Có thể đề xuất nhắc nhở."
        )
    }
}
