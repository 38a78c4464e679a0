import Documents
import Domain
public import Storage

/// D17: the Office's report of a review, its figures from one frozen version alone.
public struct MakeReviewReport: Sendable {
    public var showing: ShowSnapshot

    public init(_ showing: ShowSnapshot) {
        self.showing = showing
    }

    /// - Throws: `not-found`, `review-not-opened`, `review-not-frozen`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let matter = try await showing.matter(in: tx)
        let body = try await PaperBody.monitor(in: tx)
        let frame = body.frame(
            "BC", PaperDate(body.place, year: matter.mark.on.year), to: ["Như trên", "Lãnh đạo Văn phòng"],
            archive: try await body.archive(in: tx))
        let report = ReviewReport(frame: frame, addressees: [body.chairman, "Ban Thi đua - Khen thưởng Trung ương"], matter: matter)
        return try await MadePaper(report, of: body.tenant.id, in: tx)
    }
}

/// D5: a unit's own report of a review, from its part of the frozen figures and its approved returns.
public struct MakeUnitReviewReport: Sendable {
    public var showing: ShowSnapshot

    public init(_ showing: ShowSnapshot) {
        self.showing = showing
    }

    /// - Throws: `not-found` anywhere but in one's own unit, and for who sees a part of it; `review-not-opened`, `review-not-frozen`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> MadePaper {
        let officer = try await tx.officer()
        guard let tenant = tx.tenant, tenant == officer.home, Policy.of(officer.role).reach == .tenant else { throw Problem.notFound }
        let matter = try await showing.matter(in: tx)
        guard !matter.verdicts.units.isEmpty else { throw Problem.notFound }
        let body = try await PaperBody.find(tenant, in: tx)
        let frame = body.frame("BC", PaperDate(body.place, year: matter.mark.on.year), to: ["Như trên"])
        var months: [(month: ReportMonth, words: UnitReturn.Words)] = []
        for period in try await showing.periods(until: matter.verdicts.asOf, in: tx).reversed() {
            let found = try await UnitReturn.list(of: period, unit: SubUnit.ID(tenant.uuid), in: tx).first
            if let found, found.approval != nil { months.append((period.month, found.words)) }
        }
        let failing = Set(matter.verdicts.units.flatMap(\.failures).compactMap(\.item))
        var titles: [String: String] = [:]
        if !failing.isEmpty {
            let own = LedgerFilter(unit: SubUnit.ID(tenant.uuid), campaign: showing.campaign, role: .lead)
            let entries = try await ListItems(filter: own, limit: 5_000).perform(in: tx).entries
            for item in entries.map(\.item) where failing.contains(item.code) { titles[item.code] = item.terms.title }
        }
        let report = UnitReviewReport(
            frame: frame, addressees: ["Văn phòng \(body.provinceCommittee)"], matter: matter, months: months, titles: titles)
        return try await MadePaper(report, of: body.tenant.id, in: tx)
    }
}

/// The figures of a review as a workbook: of all units, or in a unit of its own.
public struct ExportReview: Sendable {
    public var showing: ShowSnapshot

    public init(_ showing: ShowSnapshot) {
        self.showing = showing
    }

    /// - Throws: `not-found`, `review-not-opened`, `review-not-frozen`; ``Problem/unavailable``.
    public func perform(in tx: borrowing TenantTransaction) async throws -> [UInt8] {
        try await showing.matter(in: tx).workbook()
    }
}

extension ShowSnapshot {
    /// What its reports say, as far as it is in sight: in a unit of the unit alone.
    ///
    /// - Throws: `not-found`, also for a version that there is not; `not-allowed` for who does not read the province; `review-not-opened`,
    ///   `review-not-frozen`.
    func matter(in tx: borrowing TenantTransaction) async throws -> ReviewMatter {
        // First: whether anything is frozen is not everybody's to know.
        let officer = try await tx.officer()
        guard tx.tenant == officer.home || officer.may(.readProvince) else { throw tx.tenant == nil ? Problem.notAllowed : .notFound }
        let held = try await HeldReview.opened(campaign, review, in: tx)
        guard let snapshot = try await ReviewSnapshot.find(campaign, review, version: version, in: tx),
            let record = try await CampaignRecord.find(code: campaign, in: tx)
        else {
            guard version == nil else { throw Problem.notFound }
            throw Problem(
                .refused, "review-not-frozen",
                "Số liệu \(review.vietnamese) chưa chốt nên chưa lập báo cáo. Chốt số liệu trước; kết quả hiện nay xem ở trang kết quả xét."
            )
        }
        let verdicts = try await JudgeCampaign(
            GatherLedger(campaign: campaign, review: review, version: snapshot.version)
        ).perform(in: tx)
        guard tx.tenant == nil else {
            return ReviewMatter(campaign: record.plan.name, verdicts: verdicts, mark: snapshot.mark)
        }
        let dossiers = Set(try await DossierRecord.list(of: held.id, in: tx).map(\.dossier.id))
        let awards = try await ListAwards().all(in: tx)
            .filter { dossiers.contains($0.awardee.dossier) && $0.form == .provincialCertificate }
            .sorted { ($0.decision.signedOn.year, $0.number) < ($1.decision.signedOn.year, $1.number) }
        return ReviewMatter(
            campaign: record.plan.name, verdicts: verdicts, mark: snapshot.mark, awards: awards,
            letters: try await PraiseLetter.list(of: held.id, in: tx),
            difficulties: try await Difficulty.open(of: record.id, on: snapshot.frozenOn, in: tx),
            words: try await words(until: held.heldOn, in: tx),
            conduct: try await conduct(of: record, until: verdicts.asOf, knownOn: snapshot.frozenOn, in: tx))
    }

    /// What was recorded after the freeze is left out, where the day of its recording is told.
    private func conduct(
        of record: CampaignRecord, until day: CivilDate, knownOn: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> ReviewMatter.Conduct {
        let span = record.plan.span
        let launches = try await MonitorLaunch(campaign: campaign, asOf: day, knownOn: knownOn).perform(in: tx)
        let visits = try await ListInspections().allRows(in: tx).filter { $0.campaign == campaign }.flatMap(\.places).compactMap(\.visit)
            .filter { $0.heldOn >= span.from && $0.heldOn <= day && $0.minutesOn <= knownOn }
        let followings = try await ListFollowings().allRows(in: tx).filter { $0.campaign == campaign && $0.from <= day }
        return ReviewMatter.Conduct(
            launched: (launches.firstTier, launches.total),
            coverage: try await Coverage.count(of: record.id, from: span.from, to: day, knownOn: knownOn, in: tx),
            visits: visits.sorted { ($0.heldOn, $0.id.description) < ($1.heldOn, $1.id.description) }, followings: followings.reversed())
    }

    /// The months whose time is under this review, the latest first.
    func periods(until day: CivilDate, in tx: borrowing TenantTransaction) async throws -> [ReportPeriod] {
        try await ReportPeriod.list(of: campaign, in: tx).filter { $0.from <= day }
    }

    /// Of each unit in customary order its last approved return of that time.
    private func words(
        until day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [(unit: String, words: UnitReturn.Words)] {
        var last: [Tenant.Slug: (unit: String, words: UnitReturn.Words)] = [:]
        for period in try await periods(until: day, in: tx) {
            for found in try await UnitReturn.list(of: period, in: tx) where found.approval != nil && last[found.tenant] == nil {
                last[found.tenant] = (found.unitName, found.words)
            }
        }
        return try await Tenant.list(includingClosed: true, in: tx).compactMap { last[$0.slug] }
    }
}
