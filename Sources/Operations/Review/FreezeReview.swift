public import Domain
public import Storage

/// The Office freezes the figures of a review, or corrects what was frozen by a minute (A61, A62): the ledgers of all units and sub-units by
/// the day of the review, the rules, the verdicts, under one hash. While it gathers, nobody writes to a ledger.
///
/// The freeze counts what was recorded by the end of the settle days, however late it is made; a correction what was recorded so far. What councils
/// concluded on the motto is no entry of a ledger: it counts once it is known, whenever they met.
public struct FreezeReview: Sendable {
    /// Code of the campaign.
    public var campaign: String
    public var review: Campaign.Review
    /// Of a correction; nil: the first freeze.
    public var minute: ReviewSnapshot.Minute?
    /// Shows what it would change and leaves nothing.
    public var isDryRun: Bool

    public init(campaign: String, review: Campaign.Review, minute: ReviewSnapshot.Minute? = nil, isDryRun: Bool = false) {
        self.campaign = campaign
        self.review = review
        self.minute = minute
        self.isDryRun = isDryRun
    }

    public struct Answer: Sendable {
        public let snapshot: ReviewSnapshot
        /// What a correction changed; empty for the first version.
        public let changes: [VerdictChange]
        /// What it left open, as far as it is in sight.
        public let open: [LeftOpen]

        public init(snapshot: ReviewSnapshot, changes: [VerdictChange], open: [LeftOpen]) {
            self.snapshot = snapshot
            self.changes = changes
            self.open = open
        }

        init(_ snapshot: ReviewSnapshot, in tx: borrowing TenantTransaction) async throws {
            self.init(
                snapshot: snapshot, changes: snapshot.version == 1 ? [] : try await VerdictChange.all(to: snapshot, in: tx),
                open: try await LeftOpen.list(of: snapshot, in: tx))
        }
    }

    /// - Throws: `not-found`, `review-not-opened`, `review-open`, `frozen-already`, `not-frozen`, `invalid-input`, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> Answer {
        guard isDryRun else { return try await freeze(in: tx) }
        return try await tx.undoing { (tx: borrowing TenantTransaction) in try await freeze(in: tx) }
    }

    private func freeze(in tx: borrowing TenantTransaction) async throws -> Answer {
        let officer = try await tx.officer()
        guard officer.may(.keepReview), tx.tenant == nil else { throw Problem.notAllowed }
        let held = try await HeldReview.opened(campaign, review, in: tx)
        let minute = try checked(minute, on: officer.today)
        try await ReviewSnapshot.takeTurn(in: tx)
        let last = try await ReviewSnapshot.all(of: held.id, in: tx).first
        switch (minute, last) {
        case (nil, let last?): throw Problem.frozen(last.mark)
        case (_?, nil): throw Problem.notFrozen
        default: break
        }
        if held.isSettling(on: officer.today) { try await refuseWhatIsOpen(in: held, in: tx) }
        let version = (last?.version ?? 0) + 1
        let moment = LedgerMoment(
            asOf: held.heldOn, knownOn: version == 1 && !held.isSettling(on: officer.today) ? held.settleUntil : nil)
        let (ledger, lines) = try await writeParts(of: held, version: version, at: moment, in: tx)
        guard let record = try await CampaignRecord.find(code: campaign, in: tx) else { throw Problem.notFound }
        let head = SnapshotHead(
            version: version, frozenOn: officer.today, settleUntil: held.settleUntil, plan: (record.version, record.checksum),
            minute: minute,
            previous: last.map { ReviewSnapshot.hexadecimal($0.digest) }, ledger: ledger
        ).text
        try await ReviewSnapshot.insert(
            of: held.id, version: version, head: head, digest: SnapshotCanonical.digest(head: head, lines), minute: minute, in: tx)
        guard let kept = try await ReviewSnapshot.find(campaign, review, version: version, in: tx) else { throw Problem.notFound }
        return try await Answer(kept, in: tx)
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

    /// Until the settle days end nobody is passed over.
    private func refuseWhatIsOpen(in held: HeldReview, in tx: borrowing TenantTransaction) async throws {
        let silent = try await ReviewUnit.list(in: held, in: tx).filter { $0.confirmedOn == nil && $0.disputes == 0 }
        let disputes = try await ReviewDispute.list(in: held, in: tx).filter { $0.answer == nil }
        let (results, count) = try await OpenResult.list(in: held, knownOn: nil, limit: ShowReview.mostResults, in: tx)
        let faults: [FieldFault] =
            disputes.map { FieldFault("\($0.unitName), \($0.code)", "kiến nghị chưa trả lời: \($0.wrong)") }
            + results.map { FieldFault("\($0.unitName), \($0.code)", "\($0.kind.vietnamese), gửi ngày \($0.sentOn.vietnamese)") }
            + silent.map { FieldFault($0.name, "chưa xác nhận số liệu") }
        guard !faults.isEmpty else { return }
        throw Problem(
            .refused, "review-open",
            "Chưa hết thời gian đối chiếu (\(held.settleUntil.vietnamese)) mà còn \(disputes.count) kiến nghị chưa trả lời, \(OpenResult.words(count, listed: results.count)), \(silent.count) đơn vị chưa có ý kiến. Giải quyết hết rồi chốt, hoặc chốt sau ngày đó.",
            fields: faults)
    }

    /// All units of the first tier, then all sub-units, each with its ledger by the day of the review. They are written one unit of the
    /// province after the other, so that no more than one of them is in memory; of each a line of the manifest is left.
    private func writeParts(
        of held: HeldReview, version: Int, at moment: LedgerMoment, in tx: borrowing TenantTransaction
    ) async throws -> (LedgerFile, [(digest: String, code: String)]) {
        var file: LedgerFile?
        var lines: [(digest: String, code: String)] = []
        for tier in JudgedTier.allCases {
            let gathering = GatherLedger(
                campaign: campaign, review: review, isFrozen: true, asOf: held.heldOn, tier: tier, isLive: true)
            let opening = try await gathering.open(in: tx).at(moment)
            let traces = try await CheckPoint.traces(
                of: opening.units, in: opening.ledger, of: opening.campaign, opening.limits, at: opening.moment, in: tx)
            // In customary order the units of a tenant stand together.
            var rest = opening.units[...]
            while let tenant = rest.first?.tenant {
                let units = Array(rest.prefix { $0.tenant == tenant })
                rest = rest.dropFirst(units.count)
                let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.element.unit, lines.count + $0.offset + 1) })
                let rules = opening.ledger
                let parts = try await gathering.gather(opening.of(units), in: tx) { unit, ledger in
                    SnapshotPart(unit, ledger, in: rules, checks: traces[unit.unit] ?? [], position: places[unit.unit] ?? 0)
                }
                let hashed = parts.values.sorted { $0.position < $1.position }.map { (part: $0, digest: SnapshotCanonical.digest(of: $0)) }
                try await SnapshotPart.insert(hashed, of: held.id, version: version, in: tx)
                lines += hashed.map { (digest: ReviewSnapshot.hexadecimal($0.digest), code: $0.part.unit.code) }
            }
            file = opening.ledger
        }
        guard let file else { throw Problem.notFound }
        return (file, lines)
    }
}

extension Problem {
    fileprivate static func frozen(_ mark: FrozenMark) -> Problem {
        Problem(
            .conflict, "frozen-already",
            "Số liệu của kỳ này đã \(mark.vietnamese). Nếu phát hiện sai sót, lập biên bản rồi đính chính; bản đã chốt được giữ nguyên.")
    }

    fileprivate static let notFrozen = Problem(
        .refused, "not-frozen", "Số liệu của kỳ này chưa chốt nên chưa có gì để đính chính. Chốt số liệu trước.")
}
