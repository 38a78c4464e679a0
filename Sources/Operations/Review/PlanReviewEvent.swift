public import Domain
public import Storage

/// The Office plans the event at which the province's review is held, who answers for a unit's ledger that of his unit. What was planned stays: a
/// change is a version of its own, for a reason.
public struct PlanReviewEvent: Sendable {
    public enum Target: Sendable {
        /// Code of the campaign, and which of its reviews.
        case new(campaign: String, Campaign.Review)
        /// One that was planned, as it stood when it was read, and why it changes.
        case change(ReviewEvent.ID, version: Int, reason: String)
    }

    public var target: Target
    public var plan: ReviewEvent.Plan

    public init(_ target: Target, _ plan: ReviewEvent.Plan) {
        self.target = target
        self.plan = plan
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, `no-such-review`, `review-event-there`, `review-event-held`,
    ///   `changed-meanwhile`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> ReviewEvent.ID {
        let tenant = try await ReviewEvent.kept(in: tx)
        var check = InputCheck()
        let wanted = ReviewEvent.Plan(
            heldOn: plan.heldOn, startsAt: VietnameseText(plan.startsAt).string, place: check.line(plan.place, "$.place", atMost: 500),
            chair: check.line(plan.chair, "$.chair", atMost: 500), agenda: check.lines(plan.agenda, "$.agenda", atMost: 100),
            guests: check.lines(plan.guests, "$.guests", atMost: 300))
        if wanted.startsAt.count > 100 { check.fault("$.startsAt", "dài quá 100 ký tự; rút gọn lại") }
        switch target {
        case .new(let code, let kind):
            try check.finish()
            guard let record = try await CampaignRecord.find(code: code, in: tx) else { throw Problem.notFound }
            guard record.plan.reviewDate(kind) != nil else {
                throw Problem(
                    .refused, "no-such-review", "Phong trào này không có kỳ \(kind.vietnamese). Kiểm tra lại kế hoạch.",
                    fields: [FieldFault("$.review", "không có trong kế hoạch")])
            }
            let id: ReviewEvent.ID = ids.next()
            try await ReviewEvent.record(id, of: tenant, record.id, kind, in: tx)
            try await ReviewEvent.plan(wanted, 1, reason: "", of: id, tenant, in: tx)
            return id
        case .change(let id, let version, let reason):
            let reason = check.line(reason, "$.reason", atMost: 1_000)
            try check.finish()
            _ = try await ReviewEvent.owned(id, in: tx)
            try await ReviewEvent.plan(wanted, version + 1, reason: reason, of: id, tenant, in: tx)
            return id
        }
    }
}

extension ReviewEvent {
    /// Whose event the acting officer keeps where he stands.
    ///
    /// - Throws: `not-allowed`.
    static func kept(in tx: borrowing TenantTransaction) async throws -> Tenant.ID {
        let officer = try await tx.officer()
        let isKeeper =
            tx.tenant == nil
            ? officer.may(.keepReview)
            : tx.tenant == officer.home && officer.mayWrite && officer.may(.answerReview)
        guard isKeeper else { throw Problem.notAllowed }
        return try await Council.tenant(in: tx)
    }

    /// One that is kept where the officer stands; the province's is only read in a unit.
    ///
    /// - Throws: `not-found`, `not-allowed`.
    static func owned(_ id: ID, in tx: borrowing TenantTransaction) async throws -> ReviewEvent {
        guard let found = try await find(id, in: tx) else { throw Problem.notFound }
        guard found.isOfTheProvince == (tx.tenant == nil) else { throw Problem.notAllowed }
        return found
    }
}

extension InputCheck {
    /// Lines that are not empty, each in NFC; at least one.
    fileprivate mutating func lines(_ typed: [String], _ path: String, atMost limit: Int) -> [String] {
        let lines = typed.map { VietnameseText($0).string }.filter { !$0.isEmpty }
        if lines.isEmpty { fault(path, "không được để trống; mỗi dòng ghi một nội dung") }
        if lines.count > limit { fault(path, "ghi tối đa \(limit) dòng") }
        if lines.contains(where: { $0.count > 500 }) { fault(path, "có dòng dài quá 500 ký tự; rút gọn lại") }
        return lines
    }
}
