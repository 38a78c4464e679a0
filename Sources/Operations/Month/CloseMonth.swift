public import Domain
public import Storage

/// The Office closes a month, or corrects by a minute what it closed (A62, A64): the table of all units of the first tier under one hash. While it
/// counts, nobody writes to a ledger.
public struct CloseMonth: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var month: ReportMonth
    /// Of a correction; nil: the close.
    public var minute: ReviewSnapshot.Minute?

    public init(campaign: String, month: ReportMonth, minute: ReviewSnapshot.Minute? = nil) {
        self.campaign = campaign
        self.month = month
        self.minute = minute
    }

    /// - Returns: the version that was made.
    /// - Throws: `not-found`, `month-not-opened`, `period-not-over`, `returns-missing` with every unit that has sent none, `earlier-month-open`,
    ///   `later-month-closed`, `month-closed-already`, `month-not-closed`, `invalid-input`, `not-allowed`, ``Problem/stale``.
    @discardableResult
    public func perform(in tx: borrowing TenantTransaction) async throws -> Int {
        let officer = try await tx.officer()
        guard officer.may(.keepReview), tx.tenant == nil else { throw Problem.notAllowed }
        let period = try await ReportPeriod.opened(campaign, month, in: tx)
        let minute = try checked(minute, on: officer.today)
        let last = try await MonthClose.all(of: period.id, in: tx).first
        switch (minute, last) {
        case (nil, let last?): throw Problem.closed(last.mark)
        case (_?, nil):
            throw Problem(.refused, "month-not-closed", "Tháng này chưa chốt nên chưa có gì để đính chính. Chốt số liệu trước.")
        default: break
        }
        if officer.today > period.to, officer.today < period.closesOn {
            try await refuseWhoIsMissing(in: period, on: officer.today, in: tx)
        }
        let version = (last?.version ?? 0) + 1
        try await MonthClose.insert(period.id, version: version, minute: minute, in: tx)
        return version
    }

    private func checked(_ minute: ReviewSnapshot.Minute?, on today: CivilDate) throws(Problem) -> ReviewSnapshot.Minute? {
        guard let minute else { return nil }
        var check = InputCheck()
        let number = check.line(minute.number, "$.minuteNumber", atMost: 100)
        let reason = check.line(minute.reason, "$.reason", atMost: 4_000)
        if minute.on > today { check.fault("$.minuteOn", "sau ngày hôm nay (\(today.vietnamese)); nhập ngày trên biên bản") }
        try check.finish()
        return ReviewSnapshot.Minute(number: number, on: minute.on, reason: reason)
    }

    /// Until the day of the close nobody is passed over.
    private func refuseWhoIsMissing(in period: ReportPeriod, on today: CivilDate, in tx: borrowing TenantTransaction) async throws {
        let missing = try await MonthRow.live(of: period, knownOn: today, in: tx).filter { $0.answer.state == .missing }
        guard !missing.isEmpty else { return }
        throw Problem(
            .refused, "returns-missing",
            "Chưa đến ngày chốt (\(period.closesOn.vietnamese)) mà còn \(missing.count) đơn vị chưa gửi báo cáo. Đôn đốc đơn vị gửi đủ, hoặc chốt từ ngày đó.",
            fields: missing.map { FieldFault($0.tenant.text, "\($0.name) chưa gửi báo cáo") })
    }
}

extension Problem {
    fileprivate static func closed(_ mark: FrozenMark) -> Problem {
        Problem(
            .conflict, "month-closed-already",
            "Số liệu tháng này đã \(mark.vietnamese). Nếu phát hiện sai sót, lập biên bản rồi đính chính; bản đã chốt được giữ nguyên.")
    }
}
