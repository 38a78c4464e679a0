public import Domain
import Postgres

extension ItemPapers {
    /// The papers behind some items of these units, each by its code: as a review sees them at that moment.
    ///
    /// - Parameter codes: of the items wanted of each unit.
    public static func load(
        _ codes: [(unit: JudgedUnit, code: String)], at moment: LedgerMoment, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit.ID: [String: ItemPapers]] {
        if codes.isEmpty { return [:] }
        let facts = LedgerFacts(at: moment)
        let heads = try await heads(codes, in: tx)
        let acts = Dictionary(grouping: try await acts(heads.map(\.tenant), heads.map(\.id), facts, in: tx), by: { $0.item })
        var found: [SubUnit.ID: [String: ItemPapers]] = [:]
        for head in heads {
            found[head.unit, default: [:]][head.code] = ItemPapers(
                item: head.id, tenant: head.slug, title: head.title, directive: head.directive, source: head.source,
                acts: acts[head.id]?.map { $0.act } ?? [])
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
    }

    private static func heads(_ codes: [(unit: JudgedUnit, code: String)], in tx: borrowing TenantTransaction) async throws -> [Head] {
        let (tenants, names) = (codes.map { $0.unit.tenant }, codes.map { $0.code })
        return try await tx.rows(
            """
            SELECT i.tenant_id, t.slug, i.unit_id, i.id, i.code, i.title, d.id, d.type, d.number, d.issued_on, i.source_clause
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
                source: [paper, clause.isEmpty ? nil : "mục \(clause)"].compactMap(\.self).joined(separator: ", "))
        }
    }

    private static func acts(
        _ tenants: [Tenant.ID], _ items: [WorkItem.ID], _ facts: LedgerFacts, in tx: borrowing TenantTransaction
    ) async throws -> [(item: WorkItem.ID, act: Act)] {
        let tenants = Array(Set(tenants))
        return try await tx.rows(
            """
            SELECT a.item_id, a.day, a.kind, a.number, a.issuer, a.reason
            FROM (
                SELECT x.item_id, x.evidence_on AS day, x.kind, x.document_number AS number, x.document_issuer AS issuer, '' AS reason, x.recorded_at
                FROM \(identifier: tx.table("progress")) AS x
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND x.kind = 'result'
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                UNION ALL
                SELECT x.item_id, x.decided_on, x.kind, x.document_number, '', \(fragment: tx.reason(ofRuling: "x")), x.recorded_at
                FROM \(identifier: tx.table("ruling")) AS x
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND \(fragment: facts.known("x.recorded_on"))
                UNION ALL
                SELECT x.item_id, x.recorded_on, 'changed', x.document_number, x.document_issuer, \(fragment: tx.reason(ofChange: "x")), x.recorded_at
                FROM \(identifier: tx.table("work_item_change")) AS x
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND x.tenant_id = ANY (\(tenants))
                  AND x.item_id = ANY (\(items))
                  AND \(fragment: facts.known("x.recorded_on"))
            ) AS a
            ORDER BY a.item_id, a.day, a.recorded_at
            """
        ) { row in
            let item: WorkItem.ID = try row.next()
            let (day, kind): (CivilDate, String) = (try row.next(), try row.next())
            let (number, issuer, reason): (String, String, String) = (try row.next(), try row.next(), try row.next())
            let paper = number.isEmpty ? nil : "văn bản số \(number)\(issuer.isEmpty ? "" : " của \(issuer)")"
            let words = [name(kind), paper, reason.isEmpty ? nil : reason].compactMap(\.self).joined(separator: ", ")
            return (item, Act(on: day, words: words))
        }
    }

    private static func name(_ kind: String) -> String {
        ProgressReport.Kind(rawValue: kind)?.vietnamese ?? Ruling.Kind(rawValue: kind)?.vietnamese ?? "điều chỉnh nhiệm vụ"
    }
}
