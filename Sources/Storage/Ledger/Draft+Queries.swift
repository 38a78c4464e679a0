public import Domain
public import Postgres

extension Draft.Kind: PostgresEncodable, PostgresDecodable {}
extension Draft.State: PostgresEncodable, PostgresDecodable {}
extension Draft.Move: PostgresEncodable, PostgresDecodable {}
extension Draft.Approval: PostgresEncodable, PostgresDecodable {}

extension Draft {
    /// One that the acting officer sees, with its steps.
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Draft? {
        guard let draft = try await tx.first("\(fragment: seen(in: tx)) AND d.id = \(id)", { row in try Draft(row: &row, steps: []) })
        else {
            return nil
        }
        let steps = try await tx.rows(
            """
            SELECT s.position, s.step, s.level::integer, s.remark, s.recorded_by, coalesce(p.title, ''), s.recorded_on
            FROM \(identifier: tx.table("draft_step")) AS s
                LEFT JOIN core.post AS p ON p.id = s.recorded_by
            WHERE \(fragment: tx.within("s.tenant_id"))
              AND s.draft_id = \(id)
            ORDER BY s.position
            """
        ) { row in
            Step(
                position: Int(try row.next(Int32.self)), move: try row.next(), level: try Level(row: &row), remark: try row.next(),
                recordedBy: try row.next(), title: try row.next(), recordedOn: try row.next())
        }
        return draft.with(steps)
    }

    /// Those that the acting officer sees, the latest first, without their steps.
    ///
    /// - Parameters:
    ///   - mine: only those that wait for him.
    ///   - item: only those on that item.
    ///   - openOnly: only those that are not done.
    ///   - last: the one with which the page before ended.
    public static func list(
        mine: Bool = false, item: WorkItem.ID? = nil, openOnly: Bool = false, after last: ID? = nil, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [Draft] {
        let isOpen: SQL = "d.state NOT IN ('approved', 'discarded')"
        let waiting: SQL = """
            \(fragment: isOpen) AND d.level = core.actor_draft_level() AND (d.level > d.origin OR d.drafted_by = core.actor_post())
            """
        return try await tx.rows(
            """
            \(fragment: seen(in: tx))
              AND (NOT \(mine) OR (\(fragment: waiting)))
              AND (\(item)::uuid IS NULL OR d.item_id = \(item))
              AND (NOT \(openOnly) OR \(fragment: isOpen))
              AND (\(last)::uuid IS NULL OR d.id < \(last))
            ORDER BY d.id DESC
            LIMIT \(Int32(limit))
            """
        ) { row in
            try Draft(row: &row, steps: [])
        }
    }

    /// Begins one; where it lies and whose it is follow from the transaction. False: what it is about is not there.
    public static func insert(_ content: Content, id: ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        let columns = DraftColumns(content)
        let place: SQL =
            switch content {
            case .progress(let report):
                "FROM \(identifier: tx.table("work_item")) AS t WHERE \(fragment: tx.within("t.tenant_id")) AND t.id = \(report.item)"
            case .launch(let conference):
                "FROM \(identifier: tx.table("launch")) AS t WHERE \(fragment: tx.within("t.tenant_id")) AND t.id = \(conference.launch)"
            }
        let notBefore: SQL = if case .launch = content { "t.not_before" } else { "NULL::date" }
        return try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("draft"))
                (tenant_id, id, kind, item_id, launch_id, unit_id, not_before, happened_on, milestone_percent, actual, actual_status, document_number,
                 document_issuer, narrative, form, combined_with, attendance, origin, level, reached, drafted_by, recorded_on)
            SELECT t.tenant_id, \(id), \(content.kind), \(columns.item), \(columns.launch), t.unit_id, \(fragment: notBefore), \(columns.happenedOn),
                \(columns.milestonePercent), \(columns.figure?.value), \(columns.figure?.status), \(columns.documentNumber), \(columns.documentIssuer),
                \(columns.narrative), \(columns.form), \(columns.combinedWith), \(columns.attendance), 0, 0, 0, core.actor_post(), core.today()
            \(fragment: place)
            """) == 1
    }

    /// Writes it anew while it lies with its drafter. False: not his, or not in that version any more.
    public static func update(_ content: Content, of id: ID, version: Int, in tx: borrowing TenantTransaction) async throws -> Bool {
        let columns = DraftColumns(content)
        return try await tx.execute(
            """
            UPDATE \(identifier: tx.table("draft")) AS d
            SET happened_on = \(columns.happenedOn), milestone_percent = \(columns.milestonePercent), actual = \(columns.figure?.value),
                actual_status = \(columns.figure?.status), document_number = \(columns.documentNumber), document_issuer = \(columns.documentIssuer),
                narrative = \(columns.narrative), form = \(columns.form), combined_with = \(columns.combinedWith), attendance = \(columns.attendance)
            WHERE \(fragment: tx.within("d.tenant_id"))
              AND d.id = \(id)
              AND d.version = \(Int32(version))
            """) == 1
    }

    /// Passes it on or back, or gives it up; the database finds where it comes to lie.
    public func move(_ move: Move, remark: String, id: EntityID<Step>, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("draft_step")) (tenant_id, id, draft_id, position, step, level, remark, recorded_by, recorded_on)
            VALUES (\(try tx.requireTenant()), \(id), \(self.id), \(Int32(steps.count + 1)), \(move), 0, \(remark), core.actor_post(), core.today())
            """)
    }

    /// What the unit entered asks for, and in which version of its rule; 0: none was ever set.
    public static func approval(in tx: borrowing TenantTransaction) async throws -> (approval: Approval, version: Int) {
        try await tx.first(
            "SELECT r.approval, r.version FROM core.draft_rule AS r WHERE r.tenant_id = \(try tx.requireTenant())"
        ) { row in
            (try row.next(), Int(try row.next(Int32.self)))
        } ?? (.none, 0)
    }

    /// Sets it. False: not in that version any more.
    public static func set(_ approval: Approval, version: Int, in tx: borrowing TenantTransaction) async throws -> Bool {
        guard version > 0 else {
            return try await tx.execute(
                """
                INSERT INTO core.draft_rule (tenant_id, approval, recorded_by, recorded_on)
                VALUES (\(try tx.requireTenant()), \(approval), core.actor_post(), core.today())
                ON CONFLICT DO NOTHING
                """) == 1
        }
        return try await tx.execute(
            """
            UPDATE core.draft_rule AS r
            SET approval = \(approval), version = r.version + 1, recorded_by = core.actor_post(), recorded_on = core.today()
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.version = \(Int32(version))
            """) == 1
    }
}
