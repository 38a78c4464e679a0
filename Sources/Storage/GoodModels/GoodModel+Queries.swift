public import Domain
public import Postgres

extension GoodModel.State: PostgresEncodable, PostgresDecodable {}
extension GoodModel.Step: PostgresEncodable, PostgresDecodable {}
extension GoodModel.Level: PostgresEncodable, PostgresDecodable {}
extension GoodModel.Kind: PostgresEncodable, PostgresDecodable {}
extension GoodModelCount.Figure: PostgresEncodable, PostgresDecodable {}

extension GoodModel {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> GoodModel? {
        try await tx.first("\(fragment: columns(tx)) AND m.id = \(id)", read)
    }

    /// Those in sight, the latest registered first: of the unit entered and its sub-units, and what is spread.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(
        _ selection: Selection = .all, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [GoodModel] {
        let next: SQL = last.map { "m.id < \($0)" } ?? "true"
        let kept: SQL =
            switch selection {
            case .all: "true"
            case .waiting: "m.state = 'registered'"
            case .spread: "m.state = 'spread'"
            }
        return try await tx.rows(
            """
            \(fragment: columns(tx))
              AND \(fragment: next)
              AND \(fragment: kept)
            ORDER BY m.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Registers it as the acting officer; where it stands, the database finds.
    public static func register(
        _ statement: Statement, id: ID, unit: SubUnit.ID, person: Person.ID?, campaign: Campaign.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.good_model (id, tenant_id, unit_id, campaign_id, kind, subject, person_id, title, content, effect, since, evidence,
                recorded_by, recorded_on)
            VALUES (\(id), \(try tx.requireTenant()), \(unit), \(campaign), \(statement.kind),
                \(person == nil ? AwardSubject.collective : .individual), \(person), \(statement.title), \(statement.content),
                \(statement.effect), \(statement.since), \(statement.evidence), core.actor_post(), core.today())
            """)
    }

    /// Appends a step behind the last one that was read: who is second of two is refused by its place.
    public func append(
        _ step: Step, id: GoodModelDetail.Act.ID, happenedOn: CivilDate, words: String, documentNumber: String,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.good_model_step (id, model_id, tenant_id, position, step, happened_on, words, document_number, recorded_by, recorded_on)
            VALUES (\(id), \(self.id), \(tenant), \(Int32(clamping: steps + 1)), \(step), \(happenedOn), \(words), \(documentNumber),
                core.actor_post(), core.today())
            """)
    }

    /// Whether the acting officer may take a step for the unit entered, as the row policies say.
    public func isMove(_ step: Step, of party: Party, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first("SELECT core.good_model_acts(\(id), \(step), \(party.rawValue))") { row in try row.next(Bool.self) } ?? false
    }

    /// Whether it shows the acting person, in his own post.
    public func isOfOneself(in tx: borrowing TenantTransaction) async throws -> Bool {
        guard let person else { return false }
        return try await tx.first("SELECT core.good_model_of_oneself(\(person))") { row in try row.next(Bool.self) } ?? false
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT m.id, m.tenant_id, t.slug, t.full_name, m.unit_id, m.unit_name, m.person_id, m.person_name, p.code, m.kind, m.title, m.content,
            m.effect, m.since, m.evidence, m.recorded_on, m.state, m.level, m.confirmed_on, m.spread_on, m.consents, m.steps,
            core.good_model_adopters(m.id), coalesce(t.closed_on < core.today(), false)
        FROM core.good_model AS m
            JOIN core.tenant_on(core.today()) AS t ON t.id = m.tenant_id
            JOIN core.campaign AS p ON p.id = m.campaign_id
        WHERE (\(fragment: tx.within("m.tenant_id")) OR m.state = 'spread')
        """
    }

    private static func read(_ row: inout RowReader) throws -> GoodModel {
        let (id, tenant, slug): (ID, Tenant.ID, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
        let (tenantName, unit, unitName): (String, SubUnit.ID, String) = (try row.next(), try row.next(), try row.next())
        let (person, personName, campaign): (Person.ID?, String, String) = (try row.next(), try row.next(), try row.next())
        let statement = Statement(
            kind: try row.next(), title: try row.next(), content: try row.next(), effect: try row.next(), since: try row.next(),
            evidence: try row.next())
        let (registeredOn, state, level): (CivilDate, State, Level) = (try row.next(), try row.next(), try row.next())
        let (confirmedOn, spreadOn): (CivilDate?, CivilDate?) = (try row.next(), try row.next())
        let consents: Bool = try row.next()
        let (steps, adopters) = (Int(try row.next(Int32.self)), Int(try row.next(Int64.self)))
        let unitHasEnded: Bool = try row.next()
        return GoodModel(
            id: id, tenant: tenant, slug: slug, tenantName: tenantName, unit: unit, unitName: unitName, person: person,
            personName: personName, campaign: campaign, statement: statement, registeredOn: registeredOn, state: state, level: level,
            confirmedOn: confirmedOn, spreadOn: spreadOn, consents: consents, steps: steps, adopters: adopters,
            unitHasEnded: unitHasEnded)
    }
}

extension GoodModelDetail.Act {
    /// Every step in sight, in their order.
    public static func all(of model: GoodModel.ID, in tx: borrowing TenantTransaction) async throws -> [GoodModelDetail.Act] {
        try await tx.rows(
            """
            SELECT s.step, s.happened_on, s.words, s.document_number, s.recorded_on, coalesce(n.title, '')
            FROM core.good_model_step AS s
                LEFT JOIN LATERAL core.step_titles(ARRAY[s.recorded_by]) AS n ON true
            WHERE s.model_id = \(model)
            ORDER BY s.position
            """
        ) { row in
            GoodModelDetail.Act(
                step: try row.next(), happenedOn: try row.next(), words: try row.next(), documentNumber: try row.next(),
                recordedOn: try row.next(), title: try row.next())
        }
    }
}
