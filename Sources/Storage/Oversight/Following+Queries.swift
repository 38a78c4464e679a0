public import Domain
public import Postgres

extension FollowNote.Kind: PostgresEncodable, PostgresDecodable {}

extension Following {
    /// Who follows what in a council, as far as it is in sight: the latest assigned first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        of council: Tenant.ID, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Following] {
        let next: SQL = last.map { "f.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
            WHERE f.tenant_id = \(council)
              AND \(fragment: next)
            ORDER BY f.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    public static func find(_ id: ID, of council: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> Following? {
        try await tx.first("\(fragment: columns(tx)) WHERE f.tenant_id = \(council) AND f.id = \(id)", read)
    }

    /// Who follows what from when on.
    public struct Statement: Sendable {
        public var person: Person.ID
        public var followed: SubUnit.ID
        public var campaign: Campaign.ID
        public var from: CivilDate
        public var through: CivilDate?
        public var documentNumber: String

        public init(
            person: Person.ID, followed: SubUnit.ID, campaign: Campaign.ID, from: CivilDate, through: CivilDate?, documentNumber: String
        ) {
            self.person = person
            self.followed = followed
            self.campaign = campaign
            self.from = from
            self.through = through
            self.documentNumber = documentNumber
        }
    }

    /// Assigns it as the acting officer who keeps the council.
    public static func assign(
        _ statement: Statement, id: ID, of council: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.following (id, tenant_id, person_id, followed_id, campaign_id, valid_from, valid_to, document_number, recorded_by,
                recorded_on)
            VALUES (\(id), \(council), \(statement.person), \(statement.followed), \(statement.campaign), \(statement.from), \(statement.through),
                \(statement.documentNumber), core.actor_post(), core.today())
            """)
    }

    /// Ends it with a day. Answers whether there was such a one.
    public static func end(_ id: ID, of council: Tenant.ID, on day: CivilDate, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute("UPDATE core.following SET valid_to = \(day) WHERE id = \(id) AND tenant_id = \(council)") == 1
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT f.id, f.person_id, coalesce(n.full_name, ''), f.followed_id, coalesce(t.full_name, u.full_name, ''), p.code, f.valid_from,
            f.valid_to, f.document_number, c.guidance, c.urging, c.finding
        FROM core.following AS f
            JOIN core.campaign AS p ON p.id = f.campaign_id
            LEFT JOIN core.person AS n ON n.id = f.person_id
            LEFT JOIN core.tenant_on(core.today()) AS t ON t.id = f.followed_id AND f.tenant_id = core.province_tenant()
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "f.followed_id", in: "f.tenant_id", tx))) AS u ON true
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE x.kind = 'guidance')::integer AS guidance,
                    count(*) FILTER (WHERE x.kind = 'urging')::integer AS urging,
                    count(*) FILTER (WHERE x.kind = 'finding')::integer AS finding
                FROM core.follow_note AS x
                WHERE x.following_id = f.id
            ) AS c
        """
    }

    private static func read(_ row: inout RowReader) throws -> Following {
        let (id, person, member): (ID, Person.ID, String) = (try row.next(), try row.next(), try row.next())
        let (followed, name, campaign): (SubUnit.ID, String, String) = (try row.next(), try row.next(), try row.next())
        let (from, through, number): (CivilDate, CivilDate?, String) = (try row.next(), try row.next(), try row.next())
        let (guidance, urging, finding): (Int32, Int32, Int32) = (try row.next(), try row.next(), try row.next())
        return Following(
            id: id, person: person, memberName: member, followed: followed, followedName: name, campaign: campaign, from: from,
            through: through, documentNumber: number,
            notes: [.guidance: Int(guidance), .urging: Int(urging), .finding: Int(finding)])
    }
}

extension FollowNote {
    /// What members noted, the latest first: in a unit its council's, and what it is told as one that is followed.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [FollowNote] {
        let next: SQL = last.map { "x.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            SELECT x.id, x.kind, x.words, x.happened_on, t.slug, t.full_name, x.followed_unit_id, coalesce(u.full_name, t.full_name), x.member_name,
                coalesce(n.title, '')
            FROM core.follow_note AS x
                JOIN core.tenant_on(core.today()) AS t ON t.id = x.followed_tenant_id
                LEFT JOIN LATERAL core.step_titles(ARRAY[x.recorded_by]) AS n ON true
                LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "x.followed_unit_id", in: "x.followed_tenant_id", tx))) AS u ON true
            WHERE (\(fragment: tx.within("x.tenant_id")) OR \(fragment: tx.within("x.followed_tenant_id")))
              AND \(fragment: next)
            ORDER BY x.id DESC
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            FollowNote(
                id: try row.next(), kind: try row.next(), words: try row.next(), happenedOn: try row.next(), slug: try row.next(),
                tenantName: try row.next(), followed: try row.next(), followedName: try row.next(), memberName: try row.next(),
                title: try row.next())
        }
    }

    /// Notes it as the member himself.
    public static func record(
        _ kind: Kind, _ words: String, on day: CivilDate, id: ID, for following: Following.ID, of council: Tenant.ID,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.follow_note (id, tenant_id, following_id, kind, words, happened_on, recorded_by, recorded_on)
            VALUES (\(id), \(council), \(following), \(kind), \(words), \(day), core.actor_post(), core.today())
            """)
    }
}
