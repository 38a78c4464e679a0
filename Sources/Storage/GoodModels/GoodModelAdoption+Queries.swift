public import Domain
public import Postgres

extension GoodModelAdoption.Step: PostgresEncodable, PostgresDecodable {}

extension GoodModelAdoption {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> GoodModelAdoption? {
        try await tx.first("\(fragment: columns) WHERE a.id = \(id)", read)
    }

    /// What was recorded of one model, in the order of who adopted it first.
    public static func all(of model: GoodModel.ID, in tx: borrowing TenantTransaction) async throws -> [GoodModelAdoption] {
        try await tx.rows(
            """
            \(fragment: columns)
            WHERE a.model_id = \(model)
            ORDER BY first_value(a.id) OVER (PARTITION BY a.tenant_id, a.unit_id ORDER BY a.position), a.position
            """, read)
    }

    /// Adoptions and results in sight, the latest first: those of the unit entered, and what others made of its models.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws -> [GoodModelAdoption] {
        let next: SQL = last.map { "a.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns)
            WHERE (\(fragment: tx.within("a.tenant_id")) OR \(fragment: tx.within("a.origin_tenant_id")))
              AND \(fragment: next)
            ORDER BY a.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// How many records a unit made of a model: the next takes the place after them.
    public static func count(
        of model: GoodModel.ID, by unit: SubUnit.ID, in tx: borrowing TenantTransaction
    ) async throws -> Int {
        let found = try await tx.first(
            """
            SELECT count(*)
            FROM core.good_model_adoption AS a
            WHERE a.model_id = \(model) AND a.tenant_id = \(try tx.requireTenant()) AND a.unit_id = \(unit)
            """
        ) { row in try row.next(Int64.self) }
        return Int(found ?? 0)
    }

    /// Records it as the acting officer.
    public static func record(
        _ step: Step, of model: GoodModel.ID, by unit: SubUnit.ID, id: ID, position: Int, happenedOn: CivilDate, words: String,
        amount: Amount?, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.good_model_adoption (id, model_id, tenant_id, unit_id, position, step, happened_on, words, amount, amount_unit,
                recorded_by, recorded_on)
            VALUES (\(id), \(model), \(try tx.requireTenant()), \(unit), \(Int32(clamping: position)), \(step), \(happenedOn), \(words),
                \(amount?.value), \(amount?.unit ?? ""), core.actor_post(), core.today())
            """)
    }

    private static let columns: SQL = """
        SELECT a.id, a.model_id,
            -- The title of a person's is read while the model is shown (A72).
            coalesce((SELECT m.title FROM core.good_model AS m WHERE m.id = a.model_id), nullif(a.title, ''), 'Điển hình cá nhân'),
            a.tenant_id, t.slug, t.full_name, a.unit_id, a.unit_name, a.step, a.happened_on, a.words, a.amount, a.amount_unit
        FROM core.good_model_adoption AS a
            JOIN core.tenant_on(core.today()) AS t ON t.id = a.tenant_id
        """

    private static func read(_ row: inout RowReader) throws -> GoodModelAdoption {
        let (id, model, title): (ID, GoodModel.ID, String) = (try row.next(), try row.next(), try row.next())
        let (tenant, slug, tenantName): (Tenant.ID, Tenant.Slug, String) = (try row.next(), try row.next(), try row.next())
        let (unit, unitName, step): (SubUnit.ID, String, Step) = (try row.next(), try row.next(), try row.next())
        let (happenedOn, words): (CivilDate, String) = (try row.next(), try row.next())
        let (value, unitOfValue): (Quantity?, String) = (try row.next(), try row.next())
        return GoodModelAdoption(
            id: id, model: model, title: title, tenant: tenant, slug: slug, tenantName: tenantName, unit: unit, unitName: unitName,
            step: step, happenedOn: happenedOn, words: words, amount: value.map { Amount(value: $0, unit: unitOfValue) })
    }
}
