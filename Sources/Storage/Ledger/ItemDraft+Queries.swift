public import Domain
public import Postgres

extension ItemDraft.State: PostgresEncodable, PostgresDecodable {}

extension ItemDraft {
    /// One that the acting officer sees, as its last version has it.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> ItemDraft? {
        try await tx.first("\(fragment: seen(in: tx)) AND d.id = \(id)", read)
    }

    /// Those in one state that the acting officer sees, the latest first.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func list(_ state: State, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction) async throws
        -> [ItemDraft]
    {
        try await tx.rows(
            """
            \(fragment: seen(in: tx))
              AND d.state = \(state)
              AND (\(last)::uuid IS NULL OR d.id < \(last))
            ORDER BY d.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Begins one in the acting officer's part of his tenant; whose it is and when follow from the transaction.
    public static func begin(_ entered: JSONValue, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("item_draft")) (tenant_id, id, version, unit_id, state, entered, recorded_by, recorded_on)
            VALUES (core.actor_home(), \(id), 1, core.actor_unit(), 'draft', \(JSONText(entered.text())), core.actor_post(), core.today())
            """)
    }

    /// What comes next of a draft.
    public enum Next: Sendable {
        case revised(JSONValue)
        case assigned(tenant: Tenant.ID, item: WorkItem.ID)
        case discarded
    }

    /// Appends a version behind the one that was read. False: somebody else was first, or it is out of sight.
    public static func append(_ next: Next, to id: ID, version: Int, in tx: borrowing TenantTransaction) async throws -> Bool {
        var (entered, tenant, item): (JSONValue?, Tenant.ID?, WorkItem.ID?) = (nil, nil, nil)
        let state: State
        switch next {
        case .revised(let value): (state, entered) = (.draft, value)
        case .assigned(let toTenant, let toItem): (state, tenant, item) = (.assigned, toTenant, toItem)
        case .discarded: state = .discarded
        }
        return try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("item_draft"))
                (tenant_id, id, version, unit_id, state, entered, previous_version, previous_state, item_tenant_id, item_id, recorded_by, recorded_on)
            SELECT d.tenant_id, d.id, d.version + 1, d.unit_id, \(state), \(entered.map { JSONText($0.text()) })::jsonb, d.version, d.state, \(tenant)::uuid, \(item)::uuid,
                core.actor_post(), core.today()
            FROM \(identifier: tx.table("item_draft")) AS d
            WHERE d.tenant_id = (SELECT core.actor_home())
              AND d.id = \(id)
              AND d.version = \(Int32(clamping: version))
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("item_draft")) AS n
                    WHERE n.tenant_id = d.tenant_id AND n.id = d.id AND n.version > d.version)
            """) == 1
    }

    /// From which draft an item was given, where the acting officer's tenant gave it and he sees the draft.
    static func origin(of item: WorkItem, at moment: LedgerMoment, in tx: borrowing TenantTransaction) async throws -> Origin? {
        let officer = try await tx.officer()
        guard officer.home == item.assigner, officer.may(.assignItem) else { return nil }
        let facts = LedgerFacts(at: moment)
        return try await tx.first(
            """
            SELECT d.id, d.version - 1, coalesce(p.title, ''), f.recorded_on
            FROM \(identifier: tx.table("item_draft")) AS d
                JOIN \(identifier: tx.table("item_draft")) AS f ON f.tenant_id = d.tenant_id AND f.id = d.id AND f.version = 1
                LEFT JOIN core.post AS p ON p.id = f.recorded_by
            WHERE d.tenant_id = \(item.assigner)
              AND d.item_id = \(item.id)
              AND \(fragment: facts.known("d.recorded_on"))
            """
        ) { row in
            Origin(draft: try row.next(), versions: Int(try row.next(Int32.self)), draftedBy: try row.next(), draftedOn: try row.next())
        }
    }

    /// The last version of each draft in sight; of one that was closed, what it said before.
    private static func seen(in tx: borrowing TenantTransaction) -> SQL {
        let table: SQL = "\(identifier: tx.table("item_draft"))"
        return """
            SELECT d.id, d.unit_id, d.state, coalesce(d.entered, e.entered)::text, t.slug, d.item_id, d.item_code, coalesce(fp.title, ''),
                f.recorded_on, coalesce(p.title, ''), d.recorded_on, d.version
            FROM \(fragment: table) AS d
                JOIN \(fragment: table) AS f ON f.tenant_id = d.tenant_id AND f.id = d.id AND f.version = 1
                LEFT JOIN \(fragment: table) AS e ON e.tenant_id = d.tenant_id AND e.id = d.id AND e.version = d.previous_version
                LEFT JOIN core.post AS fp ON fp.id = f.recorded_by
                LEFT JOIN core.post AS p ON p.id = d.recorded_by
                LEFT JOIN core.tenant AS t ON t.id = d.item_tenant_id
            WHERE d.tenant_id = (SELECT core.actor_home())
              AND NOT EXISTS (SELECT FROM \(fragment: table) AS n WHERE n.tenant_id = d.tenant_id AND n.id = d.id AND n.version > d.version)
            """
    }

    private static func read(_ row: inout RowReader) throws -> ItemDraft {
        let (id, unit, state): (ID, SubUnit.ID, State) = (try row.next(), try row.next(), try row.next())
        let entered = try StrictJSON.parse(Array(try row.next(String.self).utf8))
        let (slug, item, code): (Tenant.Slug?, WorkItem.ID?, String?) = (try row.next(), try row.next(), try row.next())
        var became: Item?
        if let slug, let item, let code { became = Item(tenant: slug, id: item, code: code) }
        return ItemDraft(
            id: id, unit: unit, state: state, entered: entered, item: became, draftedBy: try row.next(), draftedOn: try row.next(),
            changedBy: try row.next(), changedOn: try row.next(), version: Int(try row.next(Int32.self)))
    }
}
