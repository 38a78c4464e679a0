public import Domain
public import Storage

/// An editor reports what his outlet published: against a line of its plan, or without one.
public struct ReportCoverage: Sendable {
    /// Code of the campaign; nil: of the line.
    public var campaign: String?
    public var line: CoverageLine.ID?
    public var report: Coverage.Report

    public init(_ report: Coverage.Report, line: CoverageLine.ID) {
        self.report = report
        self.line = line
    }

    public init(_ report: Coverage.Report, campaign: String?, line: CoverageLine.ID? = nil) {
        self.report = report
        self.campaign = campaign
        self.line = line
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Coverage.ID {
        let today = try await tx.requireEditor()
        var found: CampaignSummary?
        if line == nil {
            guard let campaign else { throw Problem.invalid("$.campaign", "ghi mã phong trào, hoặc chọn dòng kế hoạch") }
            found = try await CampaignSummary.find(code: campaign, in: tx)
            guard found != nil else { throw Problem.notFound }
        }
        let said = try report.checked(on: today)
        let id: Coverage.ID = ids.next()
        try await Coverage.report(said, of: found?.id, line: line, id: id, in: tx)
        return id
    }
}

/// An editor corrects what his outlet reported, for a reason; what was reported before is kept.
public struct CorrectCoverage: Sendable {
    public var coverage: Coverage.ID
    /// Nil: there was no such publication.
    public var report: Coverage.Report?
    public var reason: String

    public init(_ coverage: Coverage.ID, to report: Coverage.Report?, for reason: String) {
        self.coverage = coverage
        self.report = report
        self.reason = reason
    }

    /// - Returns: what stands in its place; nil: nothing does.
    /// - Throws: `invalid-input` with every field at fault; `not-found`, `not-allowed`, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Coverage.ID? {
        let today = try await tx.requireEditor()
        guard let found = try await Coverage.find(coverage, in: tx) else { throw Problem.notFound }
        let said = try report?.checked(on: today)
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        let id: Coverage.ID = ids.next()
        try await found.correct(said, for: reason, id: id, in: tx)
        return report == nil ? nil : id
    }
}

extension Coverage.Report {
    /// - Throws: `invalid-input` with every field at fault.
    fileprivate func checked(on today: CivilDate) throws -> Coverage.Report {
        var check = InputCheck()
        let title = check.line(title, "$.title", atMost: 500)
        if publishedOn > today { check.fault("$.on", "không được sau ngày hôm nay (\(today.vietnamese))") }
        if minutes == nil, link.isEmpty { check.fault("$.link", "ghi thời lượng hoặc đường dẫn") }
        if let minutes, !(1...1440).contains(minutes) { check.fault("$.minutes", "phải từ 1 đến 1.440 phút") }
        if !link.isEmpty, !link.hasPrefix("https://") { check.fault("$.link", "phải bắt đầu bằng https://") }
        try check.finish()
        return Coverage.Report(kind: kind, title: title, publishedOn: publishedOn, minutes: minutes, link: link)
    }
}

extension TenantTransaction {
    /// Who reports for his own outlet, where he has entered it.
    ///
    /// - Returns: the day of business.
    borrowing func requireEditor() async throws -> CivilDate {
        let officer = try await officer()
        guard tenant == officer.home, officer.mayWrite, officer.may(.reportCoverage) else { throw Problem.notAllowed }
        return officer.today
    }
}
