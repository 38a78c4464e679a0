public import Domain
import Postgres

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
        if units.isEmpty { return [:] }
        let rows = try await found(units, ledger, campaign, limits, LedgerFacts(at: moment), in: tx)
        let day = moment.knownOn ?? ledger.asOf
        var items: [SubUnit.ID: [Kind: [String]]] = [:]
        var acts: [SubUnit.ID: [Kind: [LateEntry]]] = [:]
        for row in rows where row.isMeant(limits, on: day, ledger.calendar) {
            let codes = items[row.unit]?[row.kind] ?? []
            if codes.last != row.code { items[row.unit, default: [:]][row.kind] = codes + [row.code] }
            if !row.act.isEmpty {
                acts[row.unit, default: [:]][row.kind, default: []].append(
                    LateEntry(code: row.code, act: name(row.act), on: row.happenedOn, recordedOn: row.recordedOn))
            }
        }
        var points: [SubUnit.ID: [CheckPoint]] = [:]
        for (unit, found) in items {
            let late = acts[unit] ?? [:]
            points[unit] = Kind.allCases.compactMap { kind -> CheckPoint? in
                guard let codes = found[kind] else { return nil }
                return switch kind {
                case .recordedLate: recordedLate(late[kind] ?? [])
                case .changedLate: changedLate(late[kind] ?? [])
                default: CheckPoint(kind, items: codes, words: words(kind, codes.count, limits))
                }
            }
        }
        return points
    }

    private struct Row {
        let unit: SubUnit.ID
        let kind: Kind
        let code: String
        let happenedOn: CivilDate
        let recordedOn: CivilDate
        /// What was done, of what is ``Kind/recordedLate`` or ``Kind/changedLate``; else empty.
        let act: String
        /// Dated by the day that decides what it is worth, and recorded after it.
        let isPast: Bool

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

    private static func found(
        _ units: [JudgedUnit], _ ledger: LedgerFile, _ campaign: Campaign.ID, _ limits: Limits, _ facts: LedgerFacts,
        in tx: borrowing TenantTransaction
    ) async throws -> [Row] {
        let end = ledger.reviewEnd
        let tenants = Array(Set(units.map(\.tenant)))
        let own: SQL = units.allSatisfy(\.isFirstTier) ? "i.parent_id IS NULL" : LedgerFilter.answeredFor(in: tx)
        let ofUnits: SQL = """
            \(fragment: tx.within("i.tenant_id"))
                AND i.tenant_id = ANY (\(tenants))
                AND i.unit_id = ANY (\(units.map(\.unit)))
                AND \(fragment: own)
                AND i.role = 'lead'
                AND i.campaign_id = \(campaign)
                AND \(fragment: LedgerFacts.isNotMade(by: "SELECT cut.id FROM cut"))
            """
        let item: SQL = "\(identifier: tx.table("work_item")) AS i"
        let (ruling, progress): (SQL, SQL) = ("\(identifier: tx.table("ruling")) AS x", "\(identifier: tx.table("progress")) AS x")
        let (evidence, time): (SQL, SQL) = ("\(identifier: tx.table("evidence")) AS x", "\(identifier: tx.table("extension_step")) AS x")
        let ofItem: SQL = "\(fragment: tx.within("x.tenant_id")) AND x.tenant_id = i.tenant_id AND x.item_id = i.id"
        return try await tx.rows(
            """
            WITH cut AS MATERIALIZED (\(fragment: facts.laterCorrections(where: "c.tenant_id = ANY (\(tenants))", in: tx)))
            SELECT f.unit_id, f.kind, f.code, f.happened_on, f.recorded_on, f.act, f.is_past
            FROM (
                SELECT i.unit_id, 'cancelledLate' AS kind, i.code, x.decided_on AS happened_on, x.recorded_on, '' AS act, false AS is_past
                FROM \(fragment: item) JOIN \(fragment: ruling) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND x.kind IN ('replaced', 'cancelled', 'transferred')
                  AND x.decided_on <= \(end)
                  -- What is dated earlier and recorded only then came into the ledger in these days all the same.
                  AND greatest(x.decided_on, x.recorded_on) >= \(end.adding(days: -limits.cancelledDays))
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.decided_on"))
                UNION ALL
                SELECT i.unit_id, 'acceptedInside', i.code, x.decided_on, x.recorded_on, '', false
                FROM \(fragment: item) JOIN \(fragment: ruling) ON \(fragment: ofItem)
                    JOIN core.post AS p ON p.id = x.recorded_by
                WHERE \(fragment: ofUnits)
                  AND x.kind = 'accepted'
                  AND \(fragment: facts.stands("x"))
                  AND p.tenant_id = i.tenant_id
                  AND (i.unit_id = i.tenant_id OR p.unit_id = i.unit_id)
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                UNION ALL
                SELECT i.unit_id, 'jumpedLate', i.code, x.evidence_on, x.recorded_on, '', false
                FROM \(fragment: item) JOIN \(fragment: progress) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND x.kind = 'reported'
                  AND x.milestone_percent >= 50
                  AND x.evidence_on BETWEEN \(end.adding(days: -1)) AND \(end)
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                  AND NOT EXISTS (
                        SELECT
                        FROM \(identifier: tx.table("progress")) AS y
                        WHERE \(fragment: tx.within("y.tenant_id"))
                          AND y.tenant_id = x.tenant_id
                          AND y.item_id = x.item_id
                          AND y.milestone_percent > 0
                          AND y.evidence_on < \(end.adding(days: -1)))
                UNION ALL
                SELECT i.unit_id, 'backDated', i.code, x.evidence_on, x.recorded_on, '', false
                FROM \(fragment: item) JOIN \(fragment: progress) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND x.kind = 'result'
                  AND x.recorded_on > x.evidence_on + \(Int32(limits.entryWorkingDays))
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                UNION ALL
                -- Asked or granted by the date that it moves, as its paper says; but not in the ledger by then.
                SELECT i.unit_id, 'recordedLate', i.code, x.happened_on, x.recorded_on, x.step,
                    x.happened_on <= x.due_before AND x.recorded_on > x.due_before
                FROM \(fragment: item) JOIN \(fragment: time) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND x.step IN ('asked', 'granted')
                  AND (x.recorded_on > x.happened_on + \(Int32(limits.entryWorkingDays))
                    OR (x.happened_on <= x.due_before AND x.recorded_on > x.due_before))
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.happened_on"))
                UNION ALL
                -- The same of what takes an item out of the count: by the day of the review.
                SELECT i.unit_id, 'recordedLate', i.code, x.decided_on, x.recorded_on, x.kind,
                    x.decided_on <= \(end) AND x.recorded_on > \(end)
                FROM \(fragment: item) JOIN \(fragment: ruling) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND \(fragment: facts.isClosure("x"))
                  AND (x.recorded_on > x.decided_on + \(Int32(limits.entryWorkingDays))
                    OR (x.decided_on <= \(end) AND x.recorded_on > \(end)))
                UNION ALL
                -- Of each change what came after it: what the next one found, or what stands there.
                SELECT i.unit_id, 'changedLate', i.code, x.recorded_on, x.recorded_on,
                    CASE
                        WHEN x.before -> 'measured_at_year_end' IS NOT DISTINCT FROM a.said -> 'measured_at_year_end' THEN 'moved'
                        WHEN a.said ->> 'measured_at_year_end' = 'true' THEN 'marked'
                        ELSE 'unmarked'
                    END, false
                FROM \(fragment: item)
                    JOIN (
                        SELECT w.tenant_id, w.item_id, w.recorded_on, w.before,
                            lead(w.before) OVER (PARTITION BY w.tenant_id, w.item_id ORDER BY w.version) AS after
                        FROM \(identifier: tx.table("work_item_change")) AS w
                        WHERE \(fragment: tx.within("w.tenant_id"))
                          AND w.recorded_on >= \(end)
                    ) AS x ON x.tenant_id = i.tenant_id AND x.item_id = i.id
                    CROSS JOIN LATERAL (
                        SELECT coalesce(x.after, jsonb_build_object('direction', i.direction, 'target', i.target, 'baseline', i.baseline,
                            'measured_at_year_end', i.measured_at_year_end)) AS said
                    ) AS a
                WHERE \(fragment: ofUnits)
                  AND i.target IS NOT NULL
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND (x.before -> 'direction' IS DISTINCT FROM a.said -> 'direction' OR x.before -> 'target' IS DISTINCT FROM a.said -> 'target'
                    OR x.before -> 'baseline' IS DISTINCT FROM a.said -> 'baseline'
                    OR x.before -> 'measured_at_year_end' IS DISTINCT FROM a.said -> 'measured_at_year_end')
                UNION ALL
                SELECT i.unit_id, 'unjudged', i.code, x.evidence_on, x.recorded_on, '', false
                FROM \(fragment: item) JOIN \(fragment: progress) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND x.kind = 'result'
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                  AND NOT EXISTS (
                        SELECT
                        FROM \(identifier: tx.table("ruling")) AS y
                        WHERE \(fragment: tx.within("y.tenant_id"))
                          AND y.tenant_id = x.tenant_id
                          AND y.item_id = x.item_id
                          AND (y.report_id = x.id AND y.kind IN ('accepted', 'returned', 'withdrawn') AND \(fragment: facts.known("y.recorded_on"))
                            OR \(fragment: facts.isClosure("y"))))
                UNION ALL
                SELECT i.unit_id, 'reusedEvidence', i.code, x.evidence_on, x.recorded_on, '', false
                FROM \(fragment: item) JOIN \(fragment: evidence) ON \(fragment: ofItem)
                WHERE \(fragment: ofUnits)
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                  AND EXISTS (
                        SELECT
                        FROM \(identifier: tx.table("evidence")) AS y
                        WHERE \(fragment: tx.within("y.tenant_id"))
                          AND y.tenant_id = x.tenant_id
                          AND y.unit_id = x.unit_id
                          AND y.item_id <> x.item_id
                          AND y.sha256 = x.sha256
                          AND \(fragment: facts.known("y.recorded_on"))
                          AND \(fragment: facts.dated("y.evidence_on")))
            ) AS f
            ORDER BY f.unit_id, f.kind, f.code COLLATE "C", f.happened_on, f.recorded_on, f.act
            """
        ) { row in
            let unit: SubUnit.ID = try row.next()
            let name: String = try row.next()
            let code: String = try row.next()
            return Row(
                unit: unit, kind: Kind(rawValue: name) ?? .backDated, code: code, happenedOn: try row.next(), recordedOn: try row.next(),
                act: try row.next(), isPast: try row.next())
        }
    }
}
