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
    /// Of which the letter speaks, whatever became of them since; nil, and no codes either: those of which it speaks when it is made
    /// now, as far as they were overdue on its day.
    public var items: [WorkItem.ID]?
    /// The same by their codes.
    public var codes: [String]?

    public init(
        campaign: String, tenant: Tenant.Slug, number: String, signedOn: CivilDate, again: Bool = false, items: [WorkItem.ID]? = nil,
        codes: [String]? = nil
    ) {
        self.campaign = campaign
        self.tenant = tenant
        self.number = number
        self.signedOn = signedOn
        self.again = again
        self.items = items
        self.codes = codes
    }

    /// - Throws: `not-found`, `not-allowed`, `invalid-input`, `nothing-overdue`, `urged-already`, `urging-there`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Urging.ID {
        let officer = try await tx.officer()
        guard officer.may(.keepReview), tx.tenant == nil else { throw Problem.notAllowed }
        let unit = try await Tenant.named(tenant, in: tx)
        guard let summary = try await CampaignSummary.find(code: campaign, in: tx) else { throw Problem.notFound }
        var check = InputCheck()
        let number = check.line(number, "$.number", atMost: 100)
        if signedOn > officer.today {
            check.fault("$.signedOn", "sau ngày hôm nay (\(officer.today.vietnamese)); nhập ngày trên văn bản")
        }
        let said = try await said(of: unit.id, summary.id, &check, in: tx)
        try check.finish()
        let spoken: [WorkItem.ID]
        if let said {
            spoken = said
        } else {
            let overdue = try await ListOverdue(campaign: campaign).perform(in: tx).unit(unit)
            spoken = overdue.spoken(again: again).filter { $0.dueOn < signedOn }.map(\.id)
            guard !spoken.isEmpty else { throw Problem.urged(overdue) }
        }
        let id: Urging.ID = ids.next()
        try await Urging.insert(
            id, to: unit.id, of: summary.id, number: number, signedOn: signedOn, items: spoken, again: again, in: tx)
        return id
    }

    /// The items that are named; nil: none is.
    private func said(
        of tenant: Tenant.ID, _ campaign: Campaign.ID, _ check: inout InputCheck, in tx: borrowing TenantTransaction
    ) async throws -> [WorkItem.ID]? {
        guard items != nil || codes != nil else { return nil }
        let wanted = (codes ?? []).map { VietnameseText($0).string }.filter { !$0.isEmpty }
        let names = try await ItemNames(wanted, in: tx)
        let found = Set(wanted).sorted().flatMap { names.items($0) }.filter { item in
            item.role == .lead && item.tenant == tenant && item.isProvinces && item.terms.campaign == campaign
        }
        for code in wanted where !found.contains(where: { $0.code == code }) {
            check.fault("$.codes", "\(code) không phải nhiệm vụ, chỉ tiêu do tỉnh giao cho đơn vị trong phong trào này")
        }
        for item in found {
            if let dueOn = item.terms.dueOn, dueOn < signedOn { continue }
            if try await ItemOccurrence.all(of: item, in: tx).contains(where: { $0.dueOn < signedOn }) { continue }
            check.fault("$.codes", "\(item.code) chưa quá hạn vào ngày ký; bỏ khỏi danh sách nếu công văn không nêu")
        }
        let named = (items ?? []) + found.map(\.id)
        if named.isEmpty, wanted.isEmpty {
            check.fault(codes == nil ? "$.items" : "$.codes", "ghi nhiệm vụ, chỉ tiêu mà công văn đôn đốc")
        }
        return named
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
