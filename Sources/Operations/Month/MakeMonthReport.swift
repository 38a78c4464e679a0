import Documents
import Domain
public import Storage

/// D4: the Office's report of a month to the Chairman, from the closed month alone: what it says cannot change after he quoted it.
public struct MakeMonthReport: Sendable {
    public var showing: ShowMonth
    /// As its own part of the province's monthly steering review.
    public var isPart: Bool

    public init(_ showing: ShowMonth, isPart: Bool = false) {
        self.showing = showing
        self.isPart = isPart
    }

    /// - Throws: `not-found`, `month-not-opened`, `month-not-closed`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let table = try await showing.closedTable(in: tx)
        guard let campaign = try await CampaignRecord.find(code: showing.campaign, in: tx) else { throw Problem.notFound }
        let body = try await PaperBody.monitor(in: tx)
        let returns = try await UnitReturn.list(of: table.period, in: tx).filter { $0.approval != nil }
        // It is signed after the close, which may be in the year after.
        let frame = body.frame(
            "BC", PaperDate(body.place, year: (table.mark?.on ?? table.period.to).year), to: ["Như trên", "Lãnh đạo Văn phòng"],
            archive: try await body.archive(in: tx))
        let report = MonthReport(
            frame: frame, campaign: campaign.plan.name, addressees: [body.chairman], table: table,
            words: returns.map { (unit: $0.unitName, difficulties: $0.words.difficulties, proposals: $0.words.proposals) })
        if isPart { return try await MadePaper(MonthPart(report), of: body.tenant.id, in: tx) }
        return try await MadePaper(report, of: body.tenant.id, in: tx)
    }
}

/// D5: the approved return of the unit entered, as it signs it.
public struct MakeUnitMonthReport: Sendable {
    public var named: NamedReturn

    public init(_ named: NamedReturn) {
        self.named = named
    }

    /// - Throws: `not-found` where it has none, and for a sub-unit; `month-not-opened`, `return-not-approved`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let (period, unit) = try await named.find(in: tx)
        guard let tenant = tx.tenant, unit.uuid == tenant.uuid,
            let found = try await UnitReturn.list(of: period, unit: unit, in: tx).first,
            let campaign = try await CampaignRecord.find(code: named.campaign, in: tx)
        else { throw Problem.notFound }
        guard let approval = found.approval else {
            throw Problem(
                .refused, "return-not-approved", "Báo cáo chưa được duyệt nên chưa lập văn bản. Thủ trưởng đơn vị duyệt báo cáo trước.")
        }
        let body = try await PaperBody.find(tenant, in: tx)
        let frame = body.frame("BC", PaperDate(body.place, year: approval.on.year), to: ["Như trên"])
        let report = UnitMonthReport(
            frame: frame, campaign: campaign.plan.name, addressees: ["Văn phòng \(body.provinceCommittee)"], period: period,
            words: found.words, approval: approval)
        return try await MadePaper(report, of: body.tenant.id, in: tx)
    }
}

/// The table of a month as a workbook with every figure; of an open month as it stands.
public struct ExportMonth: Sendable {
    public var showing: ShowMonth

    public init(_ showing: ShowMonth) {
        self.showing = showing
    }

    /// - Throws: as ``ShowMonth``; ``Problem/unavailable``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        let answer = try await showing.perform(in: tx)
        return try MonthTables.workbook(answer.table, createdOn: answer.knownOn)
    }
}

extension ShowMonth {
    /// - Throws: `month-not-closed` while it is open.
    func closedTable(in tx: borrowing TenantTransaction) async throws -> MonthTable {
        let answer = try await perform(in: tx)
        guard answer.close != nil else {
            throw Problem(
                .refused, "month-not-closed",
                "Số liệu tháng này chưa chốt nên chưa lập báo cáo. Chốt số liệu trước; số liệu hiện nay xem ở bảng tổng hợp.")
        }
        return answer.table
    }
}
