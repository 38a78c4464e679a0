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
        /// Difficulties that were open at the end of the period, or then where it was not over, as far as they are in sight.
        public let difficulties: [Difficulty]
        /// What still had to be put right likewise, as far as it is in sight.
        public let remedies: [Remedy]
        /// What the media published in the period, as far as it was reported by then and is in sight.
        public let coverage: [CoverageCount]
        /// The same since the beginning of the campaign.
        public let coverageSoFar: [CoverageCount]
        /// Good models at the end of the period, as far as they were recorded by then and are in sight.
        public let goodModels: [GoodModelCount]
        /// Of a later version of a close; else nil.
        public let correction: MonthCorrection?
        /// Whether a later month is closed: this one is not corrected any more.
        public let isFollowed: Bool
        /// Years that the working calendar does not know and the days of the period reach into.
        public let warnings: [CalendarGap]

        /// `chốt ngày 20/06/2023, phiên bản 1`, or `tính đến 20/06/2023, chưa chốt`.
        public var standing: String {
            close?.mark.vietnamese ?? "tính đến \(knownOn.vietnamese)\(versions.isEmpty ? ", chưa chốt" : "")"
        }

        public var table: MonthTable {
            MonthTable(
                campaign: period.code, period: period, standing: standing, mark: close?.mark, rows: rows,
                difficulties: difficulties, remedies: remedies, coverage: coverage, coverageSoFar: coverageSoFar, goodModels: goodModels,
                correction: correction, lastDay: min(period.to, knownOn))
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
        }
        var close: MonthClose?
        if let version {
            guard let found = versions.first(where: { $0.version == version }) else { throw Problem.notFound }
            close = found
        } else if asOf == nil {
            close = versions.first
        }
        let knownOn = close?.closedOn ?? asOf ?? today
        // What came after the period is another month's.
        let lastDay = min(period.to, knownOn)
        let rows: [MonthRow]
        if let close {
            rows = try await close.rows(in: tx).map { try MonthRow(reading: $0.text) }
        } else {
            rows = try await MonthRow.live(of: period, knownOn: knownOn, in: tx)
        }
        let correction = try await close?.correction(of: rows, versions, in: tx)
        let isFollowed = try await MonthClose.isAny(after: period, in: tx)
        let warnings = try await CalendarGap.found(
            at: [period.subUnitDueOn, period.dueOn, period.closesOn], since: period.from, in: tx)
        // To the province a closed month tells what was hashed; a unit was told its own row, and sees of the rest what is its own.
        if let close, tx.tenant == nil, close.annexDigest != nil, let text = try await close.annex(in: tx) {
            let annex = try MonthAnnex(reading: text, campaign: period.code)
            return Answer(
                period: period, knownOn: knownOn, close: close, versions: versions, rows: rows, difficulties: annex.difficulties,
                remedies: annex.remedies, coverage: annex.coverage, coverageSoFar: annex.coverageSoFar, goodModels: annex.goodModels,
                correction: correction, isFollowed: isFollowed, warnings: warnings)
        }
        return Answer(
            period: period, knownOn: knownOn, close: close, versions: versions, rows: rows,
            difficulties: try await Difficulty.open(of: period.campaign, on: lastDay, in: tx),
            remedies: try await Remedy.open(of: period.campaign, on: lastDay, in: tx),
            coverage: try await Coverage.count(of: period.campaign, from: period.from, to: period.to, knownOn: knownOn, in: tx),
            coverageSoFar: try await Coverage.count(of: period.campaign, to: period.to, knownOn: knownOn, in: tx),
            goodModels: try await GoodModelCount.list(of: period.campaign, from: period.from, to: period.to, knownOn: knownOn, in: tx),
            correction: correction, isFollowed: isFollowed, warnings: warnings)
    }
}

extension MonthClose {
    /// Nil of the first version.
    fileprivate func correction(
        of rows: [MonthRow], _ versions: [MonthClose], in tx: borrowing TenantTransaction
    ) async throws -> MonthCorrection? {
        guard version > 1, let first = versions.first(where: { $0.version == 1 }) else { return nil }
        let minutes = versions.filter { $0.version <= version }.reversed().compactMap(\.minute)
        return MonthCorrection(minutes: minutes, first: try await first.rows(in: tx).map { try MonthRow(reading: $0.text) }, rows: rows)
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
        if isWhole, let digest = close.annexDigest {
            let annex = try await close.annex(in: tx)
            if annex.map({ ReviewSnapshot.hexadecimal(MonthCanonical.digest(of: $0)) }) != digest {
                faults.append("mã băm của phần kèm theo không khớp với nội dung")
            }
        }
        if versions.first(where: { $0.version == close.version - 1 })?.digest != close.previous {
            faults.append("không nối tiếp phiên bản liền trước")
        }
        return SnapshotVerification(mark: close.mark, parts: lines.count, isOfTheWhole: isWhole, faults: faults)
    }
}
