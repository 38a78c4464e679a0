public import Domain
import Postgres

extension Post {
    /// The titles of posts that did steps, of those that the acting officer may know.
    public static func titles(ofSteps posts: [Post.ID], in tx: borrowing TenantTransaction) async throws -> [Post.ID: String] {
        if posts.isEmpty { return [:] }
        let rows = try await tx.rows("SELECT s.id, s.title FROM core.step_titles(\(Array(Set(posts)))) AS s") { row in
            (post: try row.next(Post.ID.self), title: try row.next(String.self))
        }
        return Dictionary(rows.map { ($0.post, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// A post of the tenant entered, with the names of who holds it and where as of a day; the business date when nil.
    public static func find(_ id: ID, on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws -> PostHolding? {
        let day: SQL = "coalesce(\(day), core.today())"
        return try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: named(on: day, tx))
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.id = \(id)
            """
        ) { row in
            try PostHolding(row: &row)
        }
    }

    /// Posts in the customary order of their roles, then by given name.
    ///
    /// - Parameter last: the post with which the page before ended.
    public static func list(
        _ selection: Selection = Selection(), after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [PostHolding] {
        let day: SQL = "coalesce(\(selection.day), core.today())"
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: named(on: day, tx))
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND (\(selection.everHeld) OR (p.valid_from <= \(fragment: day) AND (p.valid_to IS NULL OR p.valid_to >= \(fragment: day))))
              AND (\(selection.person)::uuid IS NULL OR p.person_id = \(selection.person))
              AND (\(selection.unit)::uuid IS NULL OR p.unit_id = \(selection.unit))
              AND p.role = coalesce(\(selection.role), p.role)
              AND \(fragment: after(last))
            ORDER BY r.precedence, coalesce(n.sort_key, '') COLLATE "vi-x-icu", p.id
            LIMIT \(Int32(limit))
            """
        ) { row in
            try PostHolding(row: &row)
        }
    }

    /// Gives a person of the tenant entered a post there. False: there is no such person in this tenant.
    ///
    /// - Throws: ``Problem/notAllowed`` for what no tenant may give; codes `no-such-unit`, `role-not-at-part`, `outside-persons-time`,
    ///   `post-there`.
    public static func give(_ post: Post, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            INSERT INTO core.post (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to)
            SELECT \(post.id), n.id, n.tenant_id, \(post.unit), \(post.role), \(post.title), \(post.leaderRank), \(post.validFrom), \(post.validTo)
            FROM core.person AS n
            WHERE n.id = \(post.person)
              AND n.tenant_id = \(try tx.requireTenant())
            """) == 1
    }

    /// Records the last day of a post; the day before its first means that it was never held. False: it is not there to be changed, or not
    /// in that version any more.
    public static func end(_ id: ID, version: Int, lastDay: CivilDate, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.post AS p
            SET valid_to = \(lastDay)
            WHERE \(fragment: tx.within("p.tenant_id"))
              AND p.id = \(id)
              AND p.version = \(Int32(version))
            """) == 1
    }

    private static let columns: SQL = """
        p.id, p.person_id, p.unit_id, p.role, p.title, p.leader_rank, p.valid_from, p.valid_to, p.version,
            coalesce(b.full_name, n.full_name, ''), coalesce(v.full_name, '')
        """

    /// Posts `p` with their roles `r`, persons `n` (unless another tenant keeps the record) and units as of a day.
    private static func named(on day: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        """
        core.post AS p
            JOIN core.role AS r ON r.code = p.role
            LEFT JOIN core.person AS n ON n.id = p.person_id
            LEFT JOIN core.person_before AS b ON b.person_id = n.id AND b.valid_from <= \(fragment: day) AND b.valid_to >= \(fragment: day)
            LEFT JOIN LATERAL (
                SELECT w.full_name
                FROM \(identifier: tx.table("sub_unit_version")) AS w
                WHERE \(fragment: tx.within("w.tenant_id"))
                  AND w.tenant_id = p.tenant_id
                  AND w.unit_id = p.unit_id
                ORDER BY (w.valid_from <= \(fragment: day)) DESC, CASE WHEN w.valid_from <= \(fragment: day) THEN w.valid_from END DESC, w.valid_from
                LIMIT 1
            ) AS v ON true
        """
    }

    private static func after(_ last: ID?) -> SQL {
        guard let last else { return "true" }
        return """
            (r.precedence, coalesce(n.sort_key, '') COLLATE "vi-x-icu", p.id) > (
                SELECT kr.precedence, coalesce(kn.sort_key, '') COLLATE "vi-x-icu", k.id
                FROM core.post AS k
                    JOIN core.role AS kr ON kr.code = k.role
                    LEFT JOIN core.person AS kn ON kn.id = k.person_id
                WHERE k.id = \(last))
            """
    }
}

extension PostHolding {
    init(row: inout RowReader) throws {
        let post = Post(
            id: try row.next(), person: try row.next(), unit: try row.next(), role: try row.next(), title: try row.next(),
            leaderRank: try row.next(), validFrom: try row.next(), validTo: try row.next(), version: Int(try row.next(Int32.self)))
        self.init(post: post, personName: try row.next(), unitName: try row.next())
    }
}
