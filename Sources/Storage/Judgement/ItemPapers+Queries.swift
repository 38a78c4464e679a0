public import Domain
import Postgres

extension ItemPapers {
    /// The papers behind some items of these units, each by its code: as a review sees them at that moment.
    ///
    /// - Parameters:
    ///   - codes: of the items wanted of each unit.
    ///   - today: a moment that is still to come lets no decision be late.
    public static func load(
        _ codes: [(unit: JudgedUnit, code: String)], at moment: LedgerMoment, today: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [String: ItemPapers]] {
        if codes.isEmpty { return [:] }
        let facts = LedgerFacts(at: moment)
        let heads = try await heads(codes, in: tx)
        let acts = Dictionary(grouping: try await acts(heads, facts, in: tx), by: { $0.item })
        let extensions = try await extensions(heads, facts, in: tx)
        let day = min(moment.asOf ?? today, today)
        var found: [SubUnit.ID: [String: ItemPapers]] = [:]
        for head in heads {
            let all = (acts[head.id] ?? []).map(\.act) + (extensions[head.id] ?? []).flatMap { $0.acts(at: day) }
            found[head.unit, default: [:]][head.code] = ItemPapers(
                item: head.id, tenant: head.slug, title: head.title, directive: head.directive, source: head.source,
                // Of one day in the order above.
                acts: all.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element),
                unconfirmed: (acts[head.id] ?? []).compactMap(\.unconfirmed), confirmer: head.confirmer,
                isRevoked: (acts[head.id] ?? []).contains { $0.kind == Ruling.Kind.revoked.rawValue })
        }
        return found
    }

    private struct Head {
        let tenant: Tenant.ID
        let slug: Tenant.Slug
        let unit: SubUnit.ID
        let id: WorkItem.ID
        let code: String
        let title: String
        let directive: Directive.ID?
        let source: String
        /// Of a target.
        let measureUnit: String?
        let confirmer: String
    }

    private static func heads(_ codes: [(unit: JudgedUnit, code: String)], in tx: borrowing TenantTransaction) async throws -> [Head] {
        let (tenants, names) = (codes.map { $0.unit.tenant }, codes.map { $0.code })
        return try await tx.rows(
            """
            SELECT i.tenant_id, t.slug, i.unit_id, i.id, i.code, i.title, d.id, d.type, d.number, d.issued_on, i.source_clause, i.measure_unit,
                -- What the Office gave itself, the leadership rules on (A66).
                CASE WHEN i.assigner_tenant_id = i.tenant_id AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
                    THEN 'lãnh đạo Ủy ban nhân dân tỉnh' ELSE coalesce(g.full_name, 'cơ quan giao') END
            FROM unnest(\(tenants), \(names)) AS a (tenant_id, code)
                JOIN \(identifier: tx.table("work_item")) AS i
                    ON \(fragment: tx.within("i.tenant_id")) AND i.tenant_id = a.tenant_id AND i.code = a.code
                JOIN core.tenant AS t ON t.id = i.tenant_id
                LEFT JOIN core.directive AS d ON d.id = i.directive_id
                LEFT JOIN core.tenant_on(core.today()) AS g ON g.id = i.assigner_tenant_id
            """
        ) { row in
            let (tenant, slug, unit): (Tenant.ID, Tenant.Slug, SubUnit.ID) = (try row.next(), try row.next(), try row.next())
            let (id, code, title): (WorkItem.ID, String, String) = (try row.next(), try row.next(), try row.next())
            let directive: Directive.ID? = try row.next()
            let (type, number, issuedOn): (String?, String?, CivilDate?) = (try row.next(), try row.next(), try row.next())
            let clause: String = try row.next()
            let paper = type.flatMap { type in
                number.flatMap { number in issuedOn.map { "\(type) số \(number) ngày \($0.vietnamese)" } }
            }
            return Head(
                tenant: tenant, slug: slug, unit: unit, id: id, code: code, title: title, directive: directive,
                source: [paper, clause.isEmpty ? nil : "mục \(clause)"].compactMap(\.self).joined(separator: ", "),
                measureUnit: try row.next(), confirmer: try row.next())
        }
    }

    private static func extensions(
        _ heads: [Head], _ facts: LedgerFacts, in tx: borrowing TenantTransaction
    ) async throws -> [WorkItem.ID: [ItemExtension]] {
        let (tenants, items) = (Array(Set(heads.map(\.tenant))), heads.map(\.id))
        return try await ItemExtension.everywhere(
            facts, where: "x.tenant_id = ANY (\(tenants)) AND x.item_id = ANY (\(items))", reason: tx.reason(ofExtension: "x"), in: tx)
    }

    /// All but the extensions, and the changes that these made.
    private static func acts(
        _ heads: [Head], _ facts: LedgerFacts, in tx: borrowing TenantTransaction
    ) async throws -> [(item: WorkItem.ID, kind: String, act: Act, unconfirmed: Unconfirmed?)] {
        let (tenants, items) = (Array(Set(heads.map(\.tenant))), heads.map(\.id))
        let measureUnits = Dictionary(heads.map { ($0.id, $0.measureUnit) }) { first, _ in first }
        return try await tx.rows(
            """
            SELECT a.item_id, a.day, a.kind, a.percent, a.actual, a.actual_status, a.occurrence_due_on, a.delayed_by, a.number, a.issuer, a.reason,
                a.recorded_later_on, a.is_unconfirmed
            FROM (
                SELECT x.item_id, x.evidence_on AS day, x.kind, CASE WHEN x.kind = 'reported' THEN x.milestone_percent END AS percent, x.actual,
                    x.actual_status, x.occurrence_due_on, x.delayed_by, x.document_number AS number, x.document_issuer AS issuer,
                    '' AS reason, NULL::date AS recorded_later_on, x.recorded_at, \(fragment: isUnconfirmed(facts, in: tx)) AS is_unconfirmed
                FROM \(identifier: tx.table("progress")) AS x
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND (x.kind = 'result' OR (x.kind = 'reported'
                    AND (x.milestone_percent IS NOT NULL OR x.actual IS NOT NULL OR x.occurrence_due_on IS NOT NULL OR x.delayed_by IS NOT NULL)))
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                UNION ALL
                SELECT x.item_id, x.decided_on, x.kind, p.milestone_percent, p.actual, p.actual_status, p.occurrence_due_on, p.delayed_by,
                    x.document_number, x.document_issuer, \(fragment: tx.reason(ofRuling: "x")), nullif(x.recorded_on, x.decided_on), x.recorded_at, false
                FROM \(identifier: tx.table("ruling")) AS x
                    LEFT JOIN \(identifier: tx.table("progress")) AS p
                        ON \(fragment: tx.within("p.tenant_id")) AND p.tenant_id = x.tenant_id AND p.id = x.report_id AND x.kind = 'confirmed'
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND \(fragment: facts.known("x.recorded_on"))
                UNION ALL
                SELECT x.item_id, x.recorded_on, 'changed', NULL, NULL, NULL, NULL, NULL, x.document_number, x.document_issuer,
                    \(fragment: tx.reason(ofChange: "x")), NULL, x.recorded_at, false
                FROM \(identifier: tx.table("work_item_change")) AS x
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND NOT EXISTS (
                        SELECT
                        FROM \(identifier: tx.table("extension_step")) AS e
                        WHERE \(fragment: tx.within("e.tenant_id"))
                          AND e.tenant_id = x.tenant_id
                          AND e.item_id = x.item_id
                          AND e.item_version = x.version)
            ) AS a
            ORDER BY a.item_id, a.day, a.recorded_at
            """
        ) { row in
            let item: WorkItem.ID = try row.next()
            let (day, kind): (CivilDate, String) = (try row.next(), try row.next())
            let step = try row.next(Int32?.self).map(Int.init)
            let measured = try ProgressReport.Figure(row: &row)
            let percent = step.map { "\($0)%" }
            let figure = measured.map { figure in
                [figure.value.vietnamese, measureUnits[item] ?? nil, "(\(figure.status.vietnamese))"].compactMap(\.self).joined(
                    separator: " ")
            }
            let deadline: CivilDate? = try row.next()
            let occurrence = deadline.map { "kỳ hạn \($0.vietnamese)" }
            let delay = try row.next(String?.self).map { "\($0) phối hợp chậm" }
            let what = [name(kind), percent, figure, occurrence].compactMap(\.self).joined(separator: " ")
            let (number, issuer, reason): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let recorded = try row.next(CivilDate?.self).map { "ghi ngày \($0.vietnamese)" }
            let isUnconfirmed: Bool = try row.next()
            let mark = isUnconfirmed ? "chưa xác nhận" : nil
            let act = Act(on: day, what, number: number, issuer: issuer, mark, delay, reason, recorded)
            guard isUnconfirmed else { return (item, kind, act, nil) }
            let isResult = kind == ProgressReport.Kind.result.rawValue
            let said: String? = isResult ? "kết quả" : measured == nil && deadline == nil ? "tiến độ" : nil
            let unconfirmed = Unconfirmed(
                on: day, percent: isResult ? 100 : step, figure: measured?.value, occurrence: deadline,
                words: [said, percent, figure.map { "số liệu \($0)" }, occurrence].compactMap(\.self).joined(separator: " "))
            return (item, kind, act, unconfirmed)
        }
    }

    /// Whether the report `x` says what counts only once it is confirmed or accepted, and nobody ruled on it: a result, a figure, a delivery; a
    /// step from 50 on as long as none of these was confirmed (A36), nor the item accepted.
    private static func isUnconfirmed(_ facts: LedgerFacts, in tx: borrowing TenantTransaction) -> SQL {
        """
        (NOT EXISTS (
                SELECT
                FROM \(identifier: tx.table("ruling")) AS j
                WHERE \(fragment: tx.within("j.tenant_id"))
                  AND j.tenant_id = x.tenant_id
                  AND j.item_id = x.item_id
                  AND j.report_id = x.id
                  AND \(fragment: facts.known("j.recorded_on")))
            AND (x.kind = 'result'
                OR x.actual IS NOT NULL
                OR x.occurrence_due_on IS NOT NULL
                OR (coalesce(x.milestone_percent, 0) >= 50 AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("ruling")) AS j
                        LEFT JOIN \(identifier: tx.table("progress")) AS y
                            ON \(fragment: tx.within("y.tenant_id")) AND y.tenant_id = j.tenant_id AND y.id = j.report_id
                    WHERE \(fragment: tx.within("j.tenant_id"))
                      AND j.tenant_id = x.tenant_id
                      AND j.item_id = x.item_id
                      AND ((j.kind = 'accepted' AND \(fragment: facts.stands("j"))) OR (j.kind = 'confirmed' AND y.milestone_percent >= 50))
                      AND \(fragment: facts.known("j.recorded_on"))))))
        """
    }

    private static func name(_ kind: String) -> String {
        ProgressReport.Kind(rawValue: kind)?.vietnamese ?? Ruling.Kind(rawValue: kind)?.vietnamese ?? "điều chỉnh nhiệm vụ"
    }
}
