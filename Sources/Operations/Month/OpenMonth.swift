public import Domain
public import Storage

/// The Office opens a month: from now on units draft their returns, and the table shows it.
public struct OpenMonth: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var month: ReportMonth
    /// For returns of units, not before the day of opening; communes' lies before it as by the rule. Nil: by the rule that is in force, counted from
    /// the day of opening where the communes' day has passed.
    public var dueOn: CivilDate?
    /// From when the close waits for nobody; nil: by the rule.
    public var closesOn: CivilDate?

    public init(campaign: String, month: ReportMonth, dueOn: CivilDate? = nil, closesOn: CivilDate? = nil) {
        self.campaign = campaign
        self.month = month
        self.dueOn = dueOn
        self.closesOn = closesOn
    }

    /// - Throws: `not-found`, `period-there`, `period-not-begun`, `month-out-of-order`, `month-outside`, `invalid-input`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard officer.may(.keepReview), tx.tenant == nil else { throw Problem.notAllowed }
        guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
        guard month.isOf(record.plan.span.from...record.plan.span.to) else {
            throw Problem(
                .refused, "month-outside",
                "\(month.vietnamese.startingLarge) không thuộc thời gian phong trào. Chọn tháng trong thời gian của kế hoạch.",
                fields: [FieldFault("$.month", "ngoài thời gian phong trào")])
        }
        try await ReportPeriod.open(ids.next(), of: record.id, month, dueOn: dueOn, closesOn: closesOn, in: tx)
    }
}

extension ReportPeriod {
    /// - Throws: `not-found` where there is no such campaign, `month-not-opened`.
    static func opened(_ campaign: String, _ month: ReportMonth, in tx: borrowing TenantTransaction) async throws -> ReportPeriod {
        if let found = try await find(campaign, month, in: tx) { return found }
        guard try await CampaignSummary.find(code: campaign, in: tx) != nil else { throw Problem.notFound }
        throw Problem(
            .refused, "month-not-opened",
            "Kỳ báo cáo \(month.vietnamese) chưa mở. Văn phòng UBND tỉnh mở từ ngày đầu của kỳ.")
    }
}

/// The months of a campaign that were opened, the latest first.
public struct ListMonths: Sendable {
    /// Code of the campaign; nil: of all.
    public var campaign: String?

    public init(campaign: String? = nil) {
        self.campaign = campaign
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [ReportPeriod] {
        try await ReportPeriod.list(of: campaign, in: tx)
    }
}
