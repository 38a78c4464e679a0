public import Domain
public import Postgres

extension CheckPoint.Kind: PostgresDecodable {}

extension CheckPoint {
    /// What the ledger file does not show: when items were cancelled, who accepted, how steps grew, when things were entered, which file proves
    /// several items.
    ///
    /// - Parameters:
    ///   - ledger: by whose dates and days it is asked; its units are not.
    ///   - limits: of the plan.
    public static func traces(
        of units: [JudgedUnit], in ledger: LedgerFile, of campaign: Campaign.ID, _ limits: Limits, at moment: LedgerMoment,
        in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [CheckPoint]] {
        try await tx.inHalves(units) { (units: [JudgedUnit], tx: borrowing TenantTransaction) in
            let items = LedgerGathering(
                units: units, campaign: campaign, facts: LedgerFacts(at: moment), interimEnd: ledger.parameters.interimEnd)
            return try await found(TraceGathering(items: items, end: ledger.reviewEnd, limits: limits), ledger, at: moment, in: tx)
        }
    }

    private static func found(
        _ statement: TraceGathering, _ ledger: LedgerFile, at moment: LedgerMoment, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [CheckPoint]] {
        let limits = statement.limits
        let day = moment.knownOn ?? ledger.asOf
        var points: [SubUnit.ID: [CheckPoint]] = [:]
        var group = Group()
        func finish() {
            guard let unit = group.unit, let point = group.point(limits) else { return }
            points[unit, default: []].append(point)
        }
        try await tx.planForAllTenants()
        try await tx.settleForGathering()
        try await tx.stream(statement.sql(tx)) { row in
            let unit: SubUnit.ID = try row.next()
            let trace = try Trace(row: &row)
            if unit != group.unit || trace.kind != group.kind {
                finish()
                group = Group(unit: unit, kind: trace.kind)
            }
            if trace.isMeant(limits, on: day, ledger.calendar) { group.append(trace) }
        }
        try await tx.settleAfterGathering()
        finish()
        return points.mapValues(inOrder)
    }

    /// The traces of one kind and unit, which come together in the order of their items.
    private struct Group {
        var unit: SubUnit.ID?
        var kind = Kind.backDated
        private var codes: [String] = []
        private var acts: [LateEntry] = []

        init() {}

        init(unit: SubUnit.ID, kind: Kind) {
            self.unit = unit
            self.kind = kind
        }

        mutating func append(_ trace: Trace) {
            if codes.last != trace.code { codes.append(trace.code) }
            if !trace.act.isEmpty {
                acts.append(LateEntry(code: trace.code, act: name(trace.act), on: trace.happenedOn, recordedOn: trace.recordedOn))
            }
        }

        func point(_ limits: Limits) -> CheckPoint? {
            if codes.isEmpty { return nil }
            return switch kind {
            case .recordedLate: recordedLate(acts)
            case .changedLate: changedLate(acts)
            default: CheckPoint(kind, items: codes, words: words(kind, codes.count, limits))
            }
        }
    }

    private struct Trace {
        let kind: Kind
        let code: String
        let happenedOn: CivilDate
        let recordedOn: CivilDate
        /// What was done, of what is ``Kind/recordedLate`` or ``Kind/changedLate``; else empty.
        let act: String
        /// Dated by the day that decides what it is worth, and recorded after it.
        let isPast: Bool

        init(row: inout RowReader) throws {
            kind = try row.next()
            code = try row.next()
            happenedOn = try row.next()
            recordedOn = try row.next()
            act = try row.next()
            isPast = try row.next()
        }

        /// Entries and answers are late by working days, which the database does not count.
        func isMeant(_ limits: Limits, on day: CivilDate, _ calendar: WorkingCalendar) -> Bool {
            switch kind {
            case .backDated: calendar.count(after: happenedOn, through: recordedOn) > limits.entryWorkingDays
            case .recordedLate: isPast || calendar.count(after: happenedOn, through: recordedOn) > limits.entryWorkingDays
            case .unjudged: calendar.count(after: recordedOn, through: day) > limits.clocks.ruling
            default: true
            }
        }
    }

    private static func name(_ act: String) -> String {
        ExtensionStep.Kind(rawValue: act)?.vietnamese ?? Ruling.Kind(rawValue: act)?.vietnamese ?? GoalChange(rawValue: act)?.vietnamese
            ?? act
    }

    private static func words(_ kind: Kind, _ count: Int, _ limits: Limits) -> String {
        switch kind {
        case .cancelledLate:
            "\(count) nhiệm vụ, chỉ tiêu hủy, thay thế hoặc chuyển cơ quan chủ trì trong \(limits.cancelledDays) ngày trước ngày chốt số liệu."
        case .acceptedInside: "\(count) kết quả do người giữ chức vụ trong chính đơn vị xác nhận."
        case .reusedEvidence: "\(count) nhiệm vụ, chỉ tiêu có tệp minh chứng trùng với nhiệm vụ, chỉ tiêu khác của đơn vị."
        case .jumpedLate: "\(count) nhiệm vụ tăng từ 0% lên ít nhất 50% trong hai ngày cuối."
        case .unjudged: "\(count) kết quả đơn vị đã gửi, bên giao chưa xem xét sau \(limits.clocks.ruling) ngày làm việc."
        default: "\(count) văn bản minh chứng nhập sau ngày của văn bản quá \(limits.entryWorkingDays) ngày làm việc."
        }
    }
}
