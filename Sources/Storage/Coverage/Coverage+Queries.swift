public import Domain
import Postgres

extension Coverage {
    /// What was published, as it stands, as far as it is in sight, the latest reported first: of the outlet entered, for the province all.
    ///
    /// - Parameters:
    ///   - last: the one with which the page before ended.
    ///   - from: on which it was published at the earliest; `to` at the latest.
    public static func list(
        of campaign: Campaign.ID? = nil, line: CoverageLine.ID? = nil, from: CivilDate? = nil, to: CivilDate? = nil, after last: ID? = nil,
        limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Coverage] {
        let conditions: [SQL?] = [
            campaign.map { "c.campaign_id = \($0)" }, line.map { "c.line_id = \($0)" }, from.map { "c.published_on >= \($0)" },
            to.map { "c.published_on <= \($0)" }, last.map { "c.id < \($0)" },
        ]
        let kept = conditions.compactMap(\.self).reduce("true" as SQL) { "\(fragment: $0) AND \(fragment: $1)" }
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: kept)
            ORDER BY c.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Coverage? {
        try await tx.first("\(fragment: columns(tx)) AND c.id = \(id)", read)
    }

    /// By outlet, in customary order: of those that published something between two days.
    ///
    /// - Parameter day: as it was known at its end; nil: now.
    public static func count(
        of campaign: Campaign.ID? = nil, from: CivilDate? = nil, to: CivilDate? = nil, knownOn day: CivilDate? = nil,
        in tx: borrowing TenantTransaction
    ) async throws -> [CoverageCount] {
        let conditions: [SQL?] = [
            campaign.map { "c.campaign_id = \($0)" }, from.map { "c.published_on >= \($0)" }, to.map { "c.published_on <= \($0)" },
            day.map { "c.recorded_on <= \($0)" },
        ]
        let kept = conditions.compactMap(\.self).reduce("true" as SQL) { "\(fragment: $0) AND \(fragment: $1)" }
        let rows = try await tx.rows(
            """
            SELECT t.slug, t.full_name, c.kind, count(*)::integer, coalesce(sum(c.minutes), 0)::integer
            FROM core.coverage AS c
                JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND \(fragment: stands("c", knownOn: day))
              AND \(fragment: kept)
            GROUP BY t.position, t.slug, t.full_name, c.kind
            ORDER BY t.position, t.slug
            """
        ) { row in
            (
                slug: try row.next(Tenant.Slug.self), name: try row.next(String.self), kind: try row.next(Kind.self),
                count: Int(try row.next(Int32.self)), minutes: Int(try row.next(Int32.self))
            )
        }
        var counts: [CoverageCount] = []
        for row in rows {
            let before = counts.last?.outletSlug == row.slug ? counts.removeLast() : nil
            var kinds = before?.counts ?? [:]
            kinds[row.kind] = row.count
            counts.append(
                CoverageCount(
                    outletSlug: row.slug, outletName: row.name, counts: kinds, minutes: (before?.minutes ?? 0) + row.minutes))
        }
        return counts
    }

    /// Reports it as the acting editor. The campaign of a line the database finds.
    public static func report(
        _ report: Report, of campaign: Campaign.ID?, line: CoverageLine.ID?, id: ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.coverage (id, tenant_id, campaign_id, line_id, kind, title, published_on, minutes, link, recorded_by, recorded_on)
            VALUES (\(id), core.actor_home(), \(campaign), \(line), \(report.kind), \(report.title), \(report.publishedOn),
                \(report.minutes.map { Int32(clamping: $0) }), \(report.link), core.actor_post(), core.today())
            """)
    }

    /// Puts another row in its place.
    ///
    /// - Parameter report: nil: there was no such publication.
    public func correct(_ report: Report?, for reason: String, id: ID, in tx: borrowing TenantTransaction) async throws {
        let said = report ?? self.report
        try await tx.execute(
            """
            INSERT INTO core.coverage (id, tenant_id, kind, title, published_on, minutes, link, corrects_id, is_withdrawn, reason, recorded_by, recorded_on)
            VALUES (\(id), core.actor_home(), \(said.kind), \(said.title), \(said.publishedOn), \(said.minutes.map { Int32(clamping: $0) }),
                \(said.link), \(self.id), \(report == nil), \(reason), core.actor_post(), core.today())
            """)
    }

    /// Neither corrected nor withdrawn.
    ///
    /// - Parameter day: by the end of which it was not; nil: until now.
    static func stands(_ row: SQL, knownOn day: CivilDate? = nil) -> SQL {
        let known: SQL = day.map { "z.recorded_on <= \($0)" } ?? "true"
        return """
            NOT \(fragment: row).is_withdrawn AND NOT EXISTS (
                SELECT FROM core.coverage AS z
                WHERE z.tenant_id = \(fragment: row).tenant_id AND z.corrects_id = \(fragment: row).id AND \(fragment: known))
            """
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT c.id, c.tenant_id, t.slug, t.full_name, p.code, c.line_id, coalesce(l.subject, ''), c.kind, c.title, c.published_on, c.minutes, c.link,
            coalesce(core.press_kit_stood(c.line_id, c.published_on), false), coalesce(core.press_kit_barred(c.line_id, c.published_on), false),
            c.corrects_id, c.reason, c.recorded_on
        FROM core.coverage AS c
            JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id
            JOIN core.campaign AS p ON p.id = c.campaign_id
            LEFT JOIN LATERAL (
                SELECT y.subject
                FROM core.coverage_line AS y
                WHERE y.line_id = c.line_id
                ORDER BY y.position DESC
                LIMIT 1
            ) AS l ON true
        WHERE \(fragment: tx.within("c.tenant_id"))
          AND \(fragment: stands("c"))
        """
    }

    private static func read(_ row: inout RowReader) throws -> Coverage {
        let (id, outlet, slug): (ID, Tenant.ID, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
        let (name, campaign): (String, String) = (try row.next(), try row.next())
        let (line, subject): (CoverageLine.ID?, String) = (try row.next(), try row.next())
        let (kind, title, day): (Kind, String, CivilDate) = (try row.next(), try row.next(), try row.next())
        let (minutes, link): (Int32?, String) = (try row.next(), try row.next())
        return Coverage(
            id: id, outlet: outlet, outletSlug: slug, outletName: name, campaign: campaign, line: line, subject: subject,
            report: Report(kind: kind, title: title, publishedOn: day, minutes: minutes.map(Int.init), link: link),
            hasKit: try row.next(), isEarly: try row.next(), corrects: try row.next(), reason: try row.next(), recordedOn: try row.next())
    }
}
