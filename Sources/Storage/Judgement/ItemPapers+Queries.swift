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
                acts: all.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element))
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
    }

    private static func heads(_ codes: [(unit: JudgedUnit, code: String)], in tx: borrowing TenantTransaction) async throws -> [Head] {
        let (tenants, names) = (codes.map { $0.unit.tenant }, codes.map { $0.code })
        return try await tx.rows(
            """
            SELECT i.tenant_id, t.slug, i.unit_id, i.id, i.code, i.title, d.id, d.type, d.number, d.issued_on, i.source_clause, i.measure_unit
            FROM unnest(\(tenants), \(names)) AS a (tenant_id, code)
                JOIN \(identifier: tx.table("work_item")) AS i
                    ON \(fragment: tx.within("i.tenant_id")) AND i.tenant_id = a.tenant_id AND i.code = a.code
                JOIN core.tenant AS t ON t.id = i.tenant_id
                LEFT JOIN core.directive AS d ON d.id = i.directive_id
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
                measureUnit: try row.next())
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
    ) async throws -> [(item: WorkItem.ID, act: Act)] {
        let (tenants, items) = (Array(Set(heads.map(\.tenant))), heads.map(\.id))
        let measureUnits = Dictionary(heads.map { ($0.id, $0.measureUnit) }) { first, _ in first }
        return try await tx.rows(
            """
            SELECT a.item_id, a.day, a.kind, a.percent, a.actual, a.actual_status, a.occurrence_due_on, a.delayed_by, a.number, a.issuer, a.reason,
                a.recorded_later_on
            FROM (
                SELECT x.item_id, x.evidence_on AS day, x.kind, CASE WHEN x.kind = 'reported' THEN x.milestone_percent END AS percent, x.actual,
                    x.actual_status, x.occurrence_due_on, x.delayed_by, x.document_number AS number, x.document_issuer AS issuer,
                    '' AS reason, NULL::date AS recorded_later_on, x.recorded_at
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
                    x.document_number, x.document_issuer, \(fragment: tx.reason(ofRuling: "x")), nullif(x.recorded_on, x.decided_on), x.recorded_at
                FROM \(identifier: tx.table("ruling")) AS x
                    LEFT JOIN \(identifier: tx.table("progress")) AS p
                        ON \(fragment: tx.within("p.tenant_id")) AND p.tenant_id = x.tenant_id AND p.id = x.report_id AND x.kind = 'confirmed'
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND \(fragment: facts.known("x.recorded_on"))
                UNION ALL
                SELECT x.item_id, x.recorded_on, 'changed', NULL, NULL, NULL, NULL, NULL, x.document_number, x.document_issuer,
                    \(fragment: tx.reason(ofChange: "x")), NULL, x.recorded_at
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
            let percent = try row.next(Int32?.self).map { "\($0)%" }
            let figure = try ProgressReport.Figure(row: &row).map { figure in
                [figure.value.vietnamese, measureUnits[item] ?? nil, "(\(figure.status.vietnamese))"].compactMap(\.self).joined(
                    separator: " ")
            }
            let occurrence = try row.next(CivilDate?.self).map { "kỳ hạn \($0.vietnamese)" }
            let delay = try row.next(String?.self).map { "\($0) phối hợp chậm" }
            let what = [name(kind), percent, figure, occurrence].compactMap(\.self).joined(separator: " ")
            let (number, issuer, reason): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let recorded = try row.next(CivilDate?.self).map { "ghi ngày \($0.vietnamese)" }
            return (item, Act(on: day, what, number: number, issuer: issuer, delay, reason, recorded))
        }
    }

    private static func name(_ kind: String) -> String {
        ProgressReport.Kind(rawValue: kind)?.vietnamese ?? Ruling.Kind(rawValue: kind)?.vietnamese ?? "điều chỉnh nhiệm vụ"
    }
}
