public import Domain
public import Postgres

extension Remedy.State: PostgresEncodable, PostgresDecodable {}
extension Remedy.Step: PostgresEncodable, PostgresDecodable {}
extension Remedy.Origin: PostgresEncodable, PostgresDecodable {}
extension Remedy.Body: PostgresEncodable, PostgresDecodable {}

extension Remedy {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Remedy? {
        try await tx.first("\(fragment: columns(tx, on: nil)) AND r.id = \(id)", read)
    }

    /// Those in sight, the latest ordered first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        _ selection: Selection = .all, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Remedy] {
        let next: SQL = last.map { "r.id < \($0)" } ?? "true"
        let kept: SQL =
            switch selection {
            case .all: "true"
            case .open: "coalesce(l.state, 'open') IN ('open', 'reported')"
            case .overdue: "coalesce(l.state, 'open') = 'open' AND coalesce(l.due_on, r.due_on) < core.today()"
            }
        return try await tx.rows(
            """
            \(fragment: columns(tx, on: nil))
              AND \(fragment: next)
              AND \(fragment: kept)
            ORDER BY r.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Those of a campaign that were open at the end of a day, as they stood then: whose last day is first, first. What came with criticism of a
    /// person stands in no list that goes round.
    public static func open(of campaign: Campaign.ID, on day: CivilDate, in tx: borrowing TenantTransaction) async throws -> [Remedy] {
        try await tx.rows(
            """
            \(fragment: columns(tx, on: day))
              AND r.campaign_id = \(campaign)
              AND (r.origin <> 'criticism' OR r.person_id IS NULL)
              AND coalesce(l.state, 'open') IN ('open', 'reported')
            ORDER BY coalesce(l.due_on, r.due_on), r.id
            LIMIT 500
            """, read)
    }

    /// What is ordered; the database finds with what, and moves a day off to the working day behind it.
    public struct Statement: Sendable {
        public var tenant: Tenant.ID
        public var unit: SubUnit.ID
        public var person: Person.ID?
        public var origin: Origin
        public var originID: ID
        public var words: String
        public var dueOn: CivilDate

        public init(
            tenant: Tenant.ID, unit: SubUnit.ID, person: Person.ID?, origin: Origin, originID: ID, words: String, dueOn: CivilDate
        ) {
            self.tenant = tenant
            self.unit = unit
            self.person = person
            self.origin = origin
            self.originID = originID
            self.words = words
            self.dueOn = dueOn
        }
    }

    /// Orders it as the acting officer.
    public static func order(_ statement: Statement, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.remedy (id, tenant_id, unit_id, person_id, origin, origin_id, words, due_on, recorded_by, recorded_on)
            VALUES (\(id), \(statement.tenant), \(statement.unit), \(statement.person), \(statement.origin), \(statement.originID),
                \(statement.words), \(statement.dueOn), core.actor_post(), core.today())
            """)
    }

    /// Appends a step behind the last one that was read: who is second of two is refused by its place.
    ///
    /// - Parameter dueOn: of a return: until when now; nil: the day stands.
    public func append(
        _ step: Step, id: RemedyDetail.Act.ID, words: String, documentNumber: String, documentOn: CivilDate?, dueOn: CivilDate?,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.remedy_step (id, remedy_id, tenant_id, position, step, words, document_number, document_on, due_on, recorded_by,
                recorded_on)
            VALUES (\(id), \(self.id), \(tenant), \(Int32(clamping: steps + 1)), \(step), \(words), \(documentNumber), \(documentOn), \(dueOn),
                core.actor_post(), core.today())
            """)
    }

    /// Whether the acting person is the member who ordered it, and still follows the unit.
    public func isFollowed(in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first("SELECT core.remedy_acts(\(id), 'orderer')") { row in try row.next(Bool.self) } ?? false
    }

    /// - Parameter day: as it stood at the end of that day; nil: now.
    private static func columns(_ tx: borrowing TenantTransaction, on day: CivilDate?) -> SQL {
        let known: SQL = day.map { "s.recorded_on <= \($0)" } ?? "true"
        let ordered: SQL = day.map { "r.recorded_on <= \($0)" } ?? "true"
        return """
            SELECT r.id, r.tenant_id, t.slug, r.unit_id, r.person_id, coalesce(n.full_name, u.full_name, t.full_name), p.code, r.origin,
                r.origin_id, r.body, r.words, r.recorded_on, coalesce(l.due_on, r.due_on), coalesce(l.state, 'open'), coalesce(l.position, 0),
                coalesce(t.closed_on < core.today(), false)
            FROM core.remedy AS r
                JOIN core.tenant_on(core.today()) AS t ON t.id = r.tenant_id
                JOIN core.campaign AS p ON p.id = r.campaign_id
                LEFT JOIN core.person AS n ON n.id = r.person_id
                LEFT JOIN LATERAL (
                    SELECT s.state, s.due_on, s.position
                    FROM core.remedy_step AS s
                    WHERE s.remedy_id = r.id AND \(fragment: known)
                    ORDER BY s.position DESC
                    LIMIT 1
                ) AS l ON true
                LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "r.unit_id", in: "r.tenant_id", tx))) AS u ON true
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND \(fragment: ordered)
            """
    }

    private static func read(_ row: inout RowReader) throws -> Remedy {
        let (id, tenant, slug): (ID, Tenant.ID, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
        let (unit, person, name): (SubUnit.ID, Person.ID?, String) = (try row.next(), try row.next(), try row.next())
        let (campaign, origin, originID): (String, Origin, ID) = (try row.next(), try row.next(), try row.next())
        let (body, words): (Body, String) = (try row.next(), try row.next())
        let (orderedOn, dueOn): (CivilDate, CivilDate) = (try row.next(), try row.next())
        let state: State = try row.next()
        return Remedy(
            id: id, tenant: tenant, slug: slug, unit: unit, person: person, ownerName: name, campaign: campaign, origin: origin,
            originID: originID.description, body: body, words: words, orderedOn: orderedOn, dueOn: dueOn, state: state,
            steps: Int(try row.next(Int32.self)), ownerHasEnded: try row.next())
    }
}

extension RemedyDetail.Act {
    /// Every step, in their order.
    public static func all(of remedy: Remedy.ID, in tx: borrowing TenantTransaction) async throws -> [RemedyDetail.Act] {
        try await tx.rows(
            """
            SELECT s.id, s.step, s.words, s.document_number, s.document_on, s.due_on, s.recorded_on, coalesce(n.title, '')
            FROM core.remedy_step AS s
                LEFT JOIN LATERAL core.step_titles(ARRAY[s.recorded_by]) AS n ON true
            WHERE s.remedy_id = \(remedy)
            ORDER BY s.position
            """
        ) { row in
            RemedyDetail.Act(
                id: try row.next(), step: try row.next(), words: try row.next(), documentNumber: try row.next(),
                documentOn: try row.next(), dueOn: try row.next(), recordedOn: try row.next(), title: try row.next())
        }
    }
}
