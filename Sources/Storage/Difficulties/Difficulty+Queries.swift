public import Domain
import Postgres

extension Difficulty {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Difficulty? {
        try await tx.first("\(fragment: columns(tx, on: nil)) AND d.id = \(id)", read)
    }

    /// Those in sight, the latest raised first: of the unit entered, and those that it is asked to solve.
    ///
    /// - Parameters:
    ///   - onlyOpen: neither confirmed nor withdrawn.
    ///   - item: that it hinders; nil: whatever it hinders.
    ///   - last: the one with which the page before ended.
    public static func list(
        onlyOpen: Bool = false, item: WorkItem.ID? = nil, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Difficulty] {
        let next: SQL = last.map { "d.id < \($0)" } ?? "true"
        let kept: SQL = onlyOpen ? "coalesce(l.state, 'raised') NOT IN ('confirmed', 'withdrawn')" : "true"
        let hindering: SQL = item.map { "\($0) = ANY (d.items)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx, on: nil))
              AND \(fragment: next)
              AND \(fragment: kept)
              AND \(fragment: hindering)
            ORDER BY d.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Those of a campaign that were open at the end of a day, as they stood then: whose clock ends first, first.
    public static func open(of campaign: Campaign.ID, on day: CivilDate, in tx: borrowing TenantTransaction) async throws -> [Difficulty] {
        try await tx.rows(
            """
            \(fragment: columns(tx, on: day))
              AND d.campaign_id = \(campaign)
              AND coalesce(l.state, 'raised') NOT IN ('confirmed', 'withdrawn')
            ORDER BY CASE WHEN l.state IS NULL THEN d.due_on ELSE l.due_on END NULLS LAST, d.id
            LIMIT 500
            """, read)
    }

    /// What is raised; the database reads the items and counts the days.
    public struct Statement: Sendable {
        public var unit: SubUnit.ID
        public var campaign: Campaign.ID
        public var title: String
        public var obstacle: String
        public var proposal: String
        public var items: [WorkItem.ID]

        public init(unit: SubUnit.ID, campaign: Campaign.ID, title: String, obstacle: String, proposal: String, items: [WorkItem.ID]) {
            self.unit = unit
            self.campaign = campaign
            self.title = title
            self.obstacle = obstacle
            self.proposal = proposal
            self.items = items
        }
    }

    /// Raises it as the acting officer.
    public static func raise(_ statement: Statement, id: ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.difficulty (id, tenant_id, unit_id, campaign_id, title, obstacle, proposal, items, recorded_by, recorded_on)
            VALUES (\(id), \(try tx.requireTenant()), \(statement.unit), \(statement.campaign), \(statement.title), \(statement.obstacle),
                \(statement.proposal), \(statement.items), core.actor_post(), core.today())
            """)
    }

    /// Appends a step behind the last one that was read: who is second of two is refused by its place.
    ///
    /// - Parameter solver: whom it is routed to: in the unit a sub-unit, at the province a unit as a whole.
    public func append(
        _ step: Step, id: DifficultyDetail.Act.ID, words: String = "", documentNumber: String = "", solver: SubUnit.ID? = nil,
        in tx: borrowing TenantTransaction
    ) async throws {
        let asked = solver.map { level == .unit ? tenant : Tenant.ID($0.uuid) }
        try await tx.execute(
            """
            INSERT INTO core.difficulty_step (id, difficulty_id, tenant_id, position, step, words, document_number, solver_tenant_id, solver_unit_id,
                recorded_by, recorded_on)
            VALUES (\(id), \(self.id), \(tenant), \(Int32(clamping: steps + 1)), \(step), \(words), \(documentNumber), \(asked), \(solver),
                core.actor_post(), core.today())
            """)
    }

    /// - Parameter day: as it stood at the end of that day; nil: now.
    private static func columns(_ tx: borrowing TenantTransaction, on day: CivilDate?) -> SQL {
        let known: SQL = day.map { "s.recorded_on <= \($0)" } ?? "true"
        let raised: SQL = day.map { "d.recorded_on <= \($0)" } ?? "true"
        // What was put to the province later, it did not know then (A59).
        let told: SQL =
            switch tx.scope {
            case .own: "true"
            case .parents, .province: "coalesce(l.level, d.level) = 'province'"
            }
        return """
            SELECT d.id, d.tenant_id, t.slug, t.full_name, d.unit_id, coalesce(u.full_name, t.full_name), p.code, d.title, d.obstacle, d.proposal,
                d.recorded_on, coalesce(l.state, 'raised'), coalesce(l.level, d.level), CASE WHEN l.state IS NULL THEN d.due_on ELSE l.due_on END,
                coalesce(l.position, 0), l.solver_tenant_id, l.solver_unit_id, coalesce(w.full_name, st.full_name, ''),
                coalesce(t.closed_on < core.today(), false)
            FROM core.difficulty AS d
                JOIN core.tenant_on(core.today()) AS t ON t.id = d.tenant_id
                JOIN core.campaign AS p ON p.id = d.campaign_id
                LEFT JOIN LATERAL (
                    SELECT s.state, s.level, s.due_on, s.position, s.solver_tenant_id, s.solver_unit_id
                    FROM core.difficulty_step AS s
                    WHERE s.difficulty_id = d.id AND \(fragment: known)
                    ORDER BY s.position DESC
                    LIMIT 1
                ) AS l ON true
                LEFT JOIN core.tenant_on(core.today()) AS st ON st.id = l.solver_tenant_id
                LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "d.unit_id", in: "d.tenant_id", tx))) AS u ON true
                LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "l.solver_unit_id", in: "l.solver_tenant_id", tx))) AS w ON true
            WHERE (\(fragment: tx.within("d.tenant_id")) OR \(fragment: tx.within("l.solver_tenant_id")))
              AND \(fragment: raised)
              AND \(fragment: told)
            """
    }

    private static func read(_ row: inout RowReader) throws -> Difficulty {
        let (id, tenant, slug): (ID, Tenant.ID, Tenant.Slug) = (try row.next(), try row.next(), try row.next())
        let (tenantName, unit, unitName): (String, SubUnit.ID, String) = (try row.next(), try row.next(), try row.next())
        let (campaign, title, obstacle): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let (proposal, raisedOn): (String, CivilDate) = (try row.next(), try row.next())
        let (state, level, dueOn): (State, Level, CivilDate?) = (try row.next(), try row.next(), try row.next())
        let steps = Int(try row.next(Int32.self))
        let (solverTenant, solverUnit, solverName): (Tenant.ID?, SubUnit.ID?, String) = (try row.next(), try row.next(), try row.next())
        var solver: Solver?
        if let solverTenant, let solverUnit { solver = Solver(tenant: solverTenant, unit: solverUnit, name: solverName) }
        return Difficulty(
            id: id, tenant: tenant, slug: slug, tenantName: tenantName, unit: unit, unitName: unitName, campaign: campaign, title: title,
            obstacle: obstacle, proposal: proposal, raisedOn: raisedOn, state: state, level: level, dueOn: dueOn, solver: solver,
            steps: steps, raiserHasEnded: try row.next())
    }
}
