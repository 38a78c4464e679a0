public import Domain
public import Postgres

extension CoverageLine.Occasion: PostgresEncodable, PostgresDecodable {}
extension Coverage.Kind: PostgresEncodable, PostgresDecodable {}

extension CoverageLine {
    /// The plan as it stands, as far as it is in sight, by the planned day: of the outlet entered, for the province all.
    ///
    /// - Parameter last: day and id of the line with which the page before ended.
    public static func list(
        of campaign: Campaign.ID? = nil, after last: (plannedOn: CivilDate, id: ID)? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [CoverageLine] {
        let next: SQL = last.map { "(l.planned_on, l.line_id) > (\($0.plannedOn), \($0.id))" } ?? "true"
        let planned: SQL = campaign.map { "l.campaign_id = \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx, isLast: true))
              AND \(fragment: planned)
              AND \(fragment: next)
            ORDER BY l.planned_on, l.line_id
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// As it stands.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> CoverageLine? {
        try await tx.first("\(fragment: columns(tx, isLast: true)) AND l.line_id = \(id)", read)
    }

    /// Every version in sight, the first first.
    public static func versions(of id: ID, in tx: borrowing TenantTransaction) async throws -> [CoverageLine] {
        try await tx.rows("\(fragment: columns(tx, isLast: false)) AND l.line_id = \(id) ORDER BY l.position", read)
    }

    /// Plans it as the acting officer of the Office.
    public static func plan(_ content: Content, of campaign: Campaign.ID, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await append(content, isDropped: false, reason: "", campaign: campaign, line: id, position: 1, id: id, in: tx)
    }

    /// Appends a version behind the last one that was read: who is second of two is refused by its place.
    ///
    /// - Parameter content: nil: it is dropped.
    public func change(_ content: Content?, for reason: String, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await Self.append(
            content ?? self.content, isDropped: content == nil, reason: reason, campaign: nil, line: self.id, position: version + 1,
            id: id, in: tx)
    }

    /// The campaign of a later version the database finds.
    private static func append(
        _ content: Content, isDropped: Bool, reason: String, campaign: Campaign.ID?, line: ID, position: Int, id: ID,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.coverage_line (id, tenant_id, line_id, position, campaign_id, occasion, subject, kind, outlet_id, planned_on, is_dropped,
                reason, recorded_by, recorded_on)
            VALUES (\(id), core.actor_home(), \(line), \(Int32(clamping: position)), \(campaign), \(content.occasion), \(content.subject),
                \(content.kind), \(content.outlet), \(content.plannedOn), \(isDropped), \(reason), core.actor_post(), core.today())
            """)
    }

    private static func columns(_ tx: borrowing TenantTransaction, isLast: Bool) -> SQL {
        let standing: SQL =
            isLast
            ? "NOT EXISTS (SELECT FROM core.coverage_line AS n WHERE n.line_id = l.line_id AND n.position > l.position)" : "true"
        return """
            SELECT l.line_id, l.position, p.code, l.occasion, l.subject, l.kind, l.outlet_id, l.planned_on, t.slug, t.full_name, l.is_dropped, l.reason,
                l.recorded_on, x.publications, x.first_on, x.without_kit, x.early, k.approved_on
            FROM core.coverage_line AS l
                JOIN core.campaign AS p ON p.id = l.campaign_id
                JOIN core.tenant_on(core.today()) AS t ON t.id = l.outlet_id
                CROSS JOIN LATERAL (
                    SELECT count(*)::integer AS publications, min(c.published_on) AS first_on,
                        (count(*) FILTER (WHERE NOT core.press_kit_stood(c.line_id, c.published_on)))::integer AS without_kit,
                        (count(*) FILTER (WHERE core.press_kit_barred(c.line_id, c.published_on)))::integer AS early
                    FROM core.coverage AS c
                    WHERE c.line_id = l.line_id
                      AND \(fragment: Coverage.stands("c"))
                ) AS x
                LEFT JOIN LATERAL (
                    SELECT CASE WHEN NOT y.is_withdrawn THEN y.approved_on END AS approved_on
                    FROM core.press_kit AS y
                    WHERE y.line_id = l.line_id
                    ORDER BY y.position DESC
                    LIMIT 1
                ) AS k ON true
            WHERE \(fragment: tx.within("l.outlet_id"))
              AND \(fragment: standing)
            """
    }

    private static func read(_ row: inout RowReader) throws -> CoverageLine {
        let (id, version, campaign): (ID, Int32, String) = (try row.next(), try row.next(), try row.next())
        let content = Content(
            occasion: try row.next(), subject: try row.next(), kind: try row.next(), outlet: try row.next(), plannedOn: try row.next())
        let (slug, name): (Tenant.Slug, String) = (try row.next(), try row.next())
        let (isDropped, reason, recordedOn): (Bool, String, CivilDate) = (try row.next(), try row.next(), try row.next())
        return CoverageLine(
            id: id, version: Int(version), campaign: campaign, content: content, outletSlug: slug, outletName: name, isDropped: isDropped,
            reason: reason, recordedOn: recordedOn, publications: Int(try row.next(Int32.self)), publishedOn: try row.next(),
            withoutKit: Int(try row.next(Int32.self)), early: Int(try row.next(Int32.self)), kitApprovedOn: try row.next())
    }
}
