public import Domain
public import Storage

/// The table of a month: as it was closed, or as it stands while it is open. With a day, as that day showed it, counted anew from the history.
public struct ShowMonth: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var month: ReportMonth
    /// Of the close; nil: the latest.
    public var version: Int?
    /// As known at the end of that day, whatever was closed.
    public var asOf: CivilDate?

    public init(campaign: String, month: ReportMonth, version: Int? = nil, asOf: CivilDate? = nil) {
        self.campaign = campaign
        self.month = month
        self.version = version
        self.asOf = asOf
    }

    public struct Answer: Sendable {
        public let period: ReportPeriod
        /// As known at the end of this day.
        public let knownOn: CivilDate
        /// Nil: not from a close.
        public let close: MonthClose?
        /// The latest first.
        public let versions: [MonthClose]
        /// In customary order, as far as they are in sight.
        public let rows: [MonthRow]
        /// Difficulties that were open then, as far as they are in sight.
        public let difficulties: [Difficulty]
        /// What still had to be put right then, as far as it is in sight.
        public let remedies: [Remedy]
        /// What the media published in the period, as far as it was reported by then and is in sight.
        public let coverage: [CoverageCount]
        /// Good models at the end of the period, as far as they were recorded by then and are in sight.
        public let goodModels: [GoodModelCount]

        /// `chốt ngày 20/06/2023, phiên bản 1`, or `tính đến 20/06/2023, chưa chốt`.
        public var standing: String {
            close?.mark.vietnamese ?? "tính đến \(knownOn.vietnamese)\(versions.isEmpty ? ", chưa chốt" : "")"
        }

        public var table: MonthTable {
            MonthTable(
                campaign: period.code, period: period, standing: standing, mark: close?.mark, rows: rows,
                difficulties: difficulties, remedies: remedies, coverage: coverage, goodModels: goodModels, knownOn: knownOn)
        }
    }

    /// - Throws: `not-found`, `month-not-opened`; `invalid-input` for a day to come, or a day with a version.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        let period = try await ReportPeriod.opened(campaign, month, in: tx)
        let today = try await tx.officer().today
        let versions = try await MonthClose.all(of: period.id, in: tx)
        if let asOf {
            guard asOf <= today else { throw Problem.invalid("?asOf", "sau ngày hôm nay (\(today.vietnamese))") }
            guard version == nil else { throw Problem.invalid("?asOf", "chỉ chọn ngày hoặc phiên bản") }
            return Answer(
                period: period, knownOn: asOf, close: nil, versions: versions,
                rows: try await MonthRow.live(of: period, knownOn: asOf, in: tx),
                difficulties: try await Difficulty.open(of: period.campaign, on: asOf, in: tx),
                remedies: try await Remedy.open(of: period.campaign, on: asOf, in: tx),
                coverage: try await Coverage.count(in: period, knownOn: asOf, in: tx),
                goodModels: try await GoodModelCount.list(in: period, knownOn: asOf, in: tx))
        }
        let close = version.map { wanted in versions.first { $0.version == wanted } } ?? versions.first
        guard let close else {
            guard version == nil else { throw Problem.notFound }
            return Answer(
                period: period, knownOn: today, close: nil, versions: versions,
                rows: try await MonthRow.live(of: period, knownOn: today, in: tx),
                difficulties: try await Difficulty.open(of: period.campaign, on: today, in: tx),
                remedies: try await Remedy.open(of: period.campaign, on: today, in: tx),
                coverage: try await Coverage.count(in: period, knownOn: today, in: tx),
                goodModels: try await GoodModelCount.list(in: period, knownOn: today, in: tx))
        }
        return Answer(
            period: period, knownOn: close.closedOn, close: close, versions: versions,
            rows: try await close.rows(in: tx).map { try MonthRow(reading: $0.text) },
            difficulties: try await Difficulty.open(of: period.campaign, on: close.closedOn, in: tx),
            remedies: try await Remedy.open(of: period.campaign, on: close.closedOn, in: tx),
            coverage: try await Coverage.count(in: period, knownOn: close.closedOn, in: tx),
            goodModels: try await GoodModelCount.list(in: period, knownOn: close.closedOn, in: tx))
    }
}

extension Coverage {
    /// What was published in the period, as it was reported by the end of a day.
    fileprivate static func count(
        in period: ReportPeriod, knownOn day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [CoverageCount] {
        try await count(of: period.campaign, from: period.from, to: period.to, knownOn: day, in: tx)
    }
}

extension GoodModelCount {
    /// What stood at the end of the period, as it was recorded by the end of a day.
    fileprivate static func list(
        in period: ReportPeriod, knownOn day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [GoodModelCount] {
        try await list(of: period.campaign, from: period.from, to: period.to, knownOn: day, in: tx)
    }
}

/// Computes a close anew: the hash of every row in sight, and for who sees all of it the hash of the whole.
public struct VerifyMonth: Sendable {
    public var showing: ShowMonth

    public init(_ showing: ShowMonth) {
        self.showing = showing
    }

    /// - Throws: `not-found`, `month-not-opened`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> SnapshotVerification {
        let period = try await ReportPeriod.opened(showing.campaign, showing.month, in: tx)
        let versions = try await MonthClose.all(of: period.id, in: tx)
        guard let close = versions.first(where: { showing.version == nil || $0.version == showing.version }) else { throw Problem.notFound }
        var faults: [String] = []
        var lines: [(digest: String, code: String)] = []
        for (text, digest) in try await close.rows(in: tx) {
            let row = try MonthRow(reading: text)
            if MonthCanonical.digest(of: text) != digest { faults.append("\(row.code): mã băm không khớp với nội dung") }
            lines.append((digest: ReviewSnapshot.hexadecimal(digest), code: row.code))
        }
        let isWhole = tx.tenant == nil
        if isWhole, MonthCanonical.digest(head: close.head, lines) != close.digest { faults.append("mã băm của cả bản chốt không khớp") }
        if versions.first(where: { $0.version == close.version - 1 })?.digest != close.previous {
            faults.append("không nối tiếp phiên bản liền trước")
        }
        return SnapshotVerification(mark: close.mark, parts: lines.count, isOfTheWhole: isWhole, faults: faults)
    }
}
