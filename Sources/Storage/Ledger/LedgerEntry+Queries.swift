public import Domain
import Postgres

extension LedgerEntry {
    /// One page of items by due date; those without a date come last. One statement, in one round trip.
    public static func list(
        _ filter: LedgerFilter, at moment: LedgerMoment = .now, after position: Position? = nil, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> [LedgerEntry] {
        try await tx.rows(listing(filter, at: moment, after: position, limit: limit, in: tx), read)
    }

    /// The same page, not read yet: of a long list reading takes nearly as long as asking, and can be done while the next page is asked for.
    public static func unread(
        _ filter: LedgerFilter, at moment: LedgerMoment = .now, after position: Position? = nil, limit: Int,
        in tx: borrowing TenantTransaction
    ) async throws -> Unread {
        if position != nil { try await tx.planOnce() }
        return Unread(rows: try await tx.run(listing(filter, at: moment, after: position, limit: limit, in: tx)))
    }

    /// Items as the database answered them.
    public struct Unread: Sendable {
        fileprivate let rows: ResultSet

        public var count: Int { rows.count }

        public func read(_ part: Range<Int>) throws -> [LedgerEntry] { try rows.decode(part, LedgerEntry.read) }
    }

    /// An item in sight.
    public static func find(_ id: WorkItem.ID, at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction) async throws
        -> LedgerEntry?
    {
        let facts = LedgerFacts(at: moment)
        let page: SQL = """
            SELECT \(fragment: WorkItem.columns)
            FROM \(fragment: facts.items(in: tx))
            WHERE \(fragment: facts.conditions(in: tx))
              AND i.id = \(id)
            """
        return try await tx.first(select(from: page, facts, tx), read)
    }

    /// The same, each part with the sub-unit that handed it on: also for who does not see what it is a part of.
    public static func withGivers(
        _ entries: [LedgerEntry], at moment: LedgerMoment = .now, in tx: borrowing TenantTransaction
    ) async throws -> [LedgerEntry] {
        let parts = entries.map(\.item).filter { $0.parent != nil }
        if parts.isEmpty { return entries }
        let found = try await tx.rows(
            """
            SELECT g.part_id, v.full_name
            FROM core.part_givers(\(parts.map(\.tenant)), \(parts.map(\.id))) AS g
                CROSS JOIN LATERAL (
                    SELECT n.full_name
                    FROM \(identifier: tx.table("sub_unit_version")) AS n
                    WHERE \(fragment: tx.within("n.tenant_id"))
                      AND n.tenant_id = g.tenant_id
                      AND n.unit_id = g.unit_id
                      AND n.valid_from <= \(fragment: LedgerFacts(at: moment).day)
                    ORDER BY n.valid_from DESC
                    LIMIT 1
                ) AS v
            """
        ) { row in
            (part: try row.next(WorkItem.ID.self), giver: try row.next(String.self))
        }
        let givers = Dictionary(found.map { ($0.part, $0.giver) }, uniquingKeysWith: { first, _ in first })
        return entries.map { entry in
            var named = entry
            named.names.giver = givers[entry.item.id]
            return named
        }
    }

    /// The statement of ``list(_:at:after:limit:in:)``, also for a look at its plan.
    static func listing(
        _ filter: LedgerFilter, at moment: LedgerMoment, after position: Position?, limit: Int, in tx: borrowing TenantTransaction
    ) -> SQL {
        let facts = LedgerFacts(at: moment)
        let page = page(filter, facts, after: position, limit: limit, tx)
        return """
            \(fragment: select(from: page, facts, tx))
            ORDER BY i.sort_due, i.id
            """
    }

    /// The items of a page, each index read no further than the page.
    ///
    /// An officer of a sub-unit sees the items of its subtree and those given to himself. Said as one condition that makes PostgreSQL walk
    /// through everybody's items by date until the page is full; said apart, each sub-unit's own index gives its items in order. Of the
    /// three arms at most two are run.
    private static func page(
        _ filter: LedgerFilter, _ facts: LedgerFacts, after position: Position?, limit: Int, _ tx: borrowing TenantTransaction
    ) -> SQL {
        let after: SQL = position.map { "(i.sort_due, i.id) > (\($0.sortDue), \($0.id))" } ?? "true"
        let joins: SQL? = filter.asksForTimeliness ? facts.joins(in: tx) : nil
        let found: SQL = """
            SELECT \(fragment: WorkItem.columns), i.sort_due
            FROM \(fragment: facts.items(in: tx))
            \(fragment: joins)
            WHERE \(fragment: facts.conditions(in: tx))
              AND \(fragment: filter.conditions(facts, in: tx))
              AND \(fragment: after)
            """
        func arm(_ condition: SQL) -> SQL {
            """
            \(fragment: found)
              AND \(fragment: condition)
            ORDER BY i.sort_due, i.id
            LIMIT \(Int32(clamping: limit))
            """
        }
        guard let units = tx.reach, !filter.namesFewItems, facts.moment.knownOn == nil else { return arm("true") }
        let everything = arm("(SELECT core.actor_whole()) IS NOT NULL")
        let ofOneUnit = arm("i.unit_id = s.unit_id")
        let toOneself = arm(
            """
            (SELECT core.actor_whole()) IS NULL
                AND i.assignee_id = (SELECT core.actor_person())
                AND i.unit_id <> ALL (coalesce((SELECT \(fragment: units)), '{}'))
            """)
        return """
            (\(fragment: everything))
            UNION ALL
            (
                SELECT l.*
                FROM unnest((SELECT CASE WHEN core.actor_whole() IS NULL THEN \(fragment: units) END)) AS s (unit_id)
                    CROSS JOIN LATERAL (\(fragment: ofOneUnit)) AS l
            )
            UNION ALL
            (\(fragment: toOneself))
            ORDER BY sort_due, id
            LIMIT \(Int32(clamping: limit))
            """
    }
}

extension TenantTransaction {
    /// The sub-units that the acting post reaches, where the tenant's own tables are read; elsewhere all rows are in sight or none.
    var reach: SQL? {
        guard case .own(let schema, _) = scope else { return nil }
        return "\(identifier: Identifier(schema: schema, "actor_units"))()"
    }
}
