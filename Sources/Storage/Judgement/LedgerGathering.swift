import Domain
import Postgres

/// The one statement by which a review gathers the items of all its units.
///
/// It goes through the tenants `t` one after the other, and of each folds reports and rulings item by item and joins them as sets: a look
/// into an index for each item would cost several times as much (only the reports of what is open are looked up, where that is little), and
/// sets of the whole province would neither fit into a processor's cache nor let the first row go before the last was read. So the rows
/// come tenant by tenant, while the server holds no more than one of them.
struct LedgerGathering {
    let units: [JudgedUnit]
    let campaign: Campaign.ID
    let facts: LedgerFacts
    let interimEnd: CivilDate

    /// What is usual is NULL: a third of the time would go into sending and reading the same words of every item. An item is in the campaign,
    /// leads, stands, was never returned and is measured like any other unless its row says so; of what is done 100 % are.
    ///
    /// - Parameter naming: whether ids are told, which only those ask for who look something up by them.
    func sql(naming: Bool, _ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT g.*
        FROM (\(fragment: tenants)) AS t
            CROSS JOIN LATERAL (
                WITH own AS MATERIALIZED (\(fragment: own(tx))),
                    open AS MATERIALIZED (\(fragment: Self.openItems))
                SELECT own.unit_id, CASE WHEN \(naming) THEN own.id END, own.code, own.is_outside, own.role, own.closed, own.assigned_on,
                    own.original_due_on, \(fragment: Self.doneOn), p.pending_on, own.quality_returns, own.violations,
                    CASE
                        WHEN own.done_on IS NOT NULL THEN NULL
                        WHEN p.step < 50 OR own.due_on <= \(interimEnd) OR p.is_half_confirmed THEN p.step
                        ELSE p.small_step
                    END,
                    o.due, o.completed, own.direction, own.target, p.actual, own.baseline, own.measured_at_year_end
                FROM own
                    LEFT JOIN (\(fragment: reports(tx))) AS p ON p.item_id = own.id
                    LEFT JOIN (\(fragment: occurrences(tx))) AS o ON o.item_id = own.id
            ) AS g
        ORDER BY t.id
        """
    }

    /// A target whose figure misses it is not done, whenever its result was accepted: a review sees that by the figure (rule 3 of the ledger file).
    /// What a co-ordinating unit helped with is done when its lead is, as in ``LedgerFacts/done(acceptance:figure:)``.
    private static let doneOn: SQL = """
        CASE
            WHEN own.target IS NULL OR own.is_by_lead THEN own.done_on
            ELSE coalesce(core.done_on(own.direction, own.target, own.done_on, p.accepted, p.actual, p.days, p.figures), own.done_on)
        END
        """

    /// The tenants `t`, each with its units.
    var tenants: SQL {
        """
        SELECT a.tenant_id AS id, array_agg(a.unit_id) AS units
        FROM unnest(\(units.map(\.tenant)), \(units.map(\.unit))) AS a (tenant_id, unit_id)
        GROUP BY a.tenant_id
        """
    }

    /// The items themselves with what was ruled on them.
    private func own(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT i.unit_id, i.id, i.code, nullif(i.campaign_id IS DISTINCT FROM \(campaign), false) AS is_outside,
            nullif(i.role, 'lead') AS role, r.closed, i.assigned_on, i.original_due_on, i.due_on, d.done_on, d.is_by_lead, r.quality_returns,
            r.violations, i.direction, i.target, i.baseline, nullif(i.measured_at_year_end, false) AS measured_at_year_end
        FROM \(fragment: facts.allItems(of: "t.id", in: tx))
            LEFT JOIN (\(fragment: acceptances(tx))) AS d ON d.item_id = i.id
            LEFT JOIN (\(fragment: rulings(tx))) AS r ON r.item_id = i.id
        WHERE \(fragment: ofTenant("i", tx))
          AND \(fragment: facts.conditions(corrections: narrowed("c.tenant_id"), in: tx))
          AND \(fragment: ownItems(among: "t.units", of: "t.id", tx))
        """
    }

    /// What a unit itself answers for. What a first-tier unit handed on inside itself is not its own item (A55), and what a sub-unit gave to
    /// a person of its own is part of the sub-unit's.
    ///
    /// - Parameters:
    ///   - wanted: an array of units.
    ///   - tenant: whose items `i` are.
    func ownItems(among wanted: SQL, of tenant: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        if units.allSatisfy(\.isFirstTier) { return "i.unit_id = ANY (\(fragment: wanted)) AND i.parent_id IS NULL" }
        return """
            i.unit_id = ANY (\(fragment: wanted))
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("work_item")) AS whole
                    WHERE \(fragment: tx.within("whole.tenant_id"))
                      AND \(fragment: narrowed("whole.tenant_id"))
                      AND whole.tenant_id = \(fragment: tenant)
                      AND whole.id = i.parent_id
                      AND whole.unit_id = i.unit_id)
            """
    }

    /// Few tenants are named, so that no partition of another is read; of many all are.
    func narrowed(_ column: SQL) -> SQL {
        let tenants = Set(units.map(\.tenant))
        guard tenants.count <= 4 else { return "true" }
        return "\(fragment: column) = ANY (\(Array(tenants)))"
    }

    /// That a row is of the tenant whose turn it is.
    func ofTenant(_ row: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        let column = row + ".tenant_id"
        return "\(fragment: tx.within(column)) AND \(fragment: narrowed(column)) AND \(fragment: column) = t.id"
    }

    /// At most one of each item, by a unique index: these many need not be folded.
    private func acceptances(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, x.evidence_on AS done_on, x.kind = 'leadAccepted' AS is_by_lead
        FROM \(identifier: tx.table("ruling")) AS x
        WHERE \(fragment: ofTenant("x", tx))
          AND \(fragment: facts.isAcceptance("x"))
        """
    }

    /// What else was ruled, which is little.
    private func rulings(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, max(x.kind) FILTER (WHERE \(fragment: facts.isClosure("x"))) AS closed,
            count(*) FILTER (WHERE x.kind = 'returned' AND x.fault = 'quality' AND \(fragment: facts.dated("x.decided_on"))) AS quality_returns,
            count(*) FILTER (WHERE x.kind = 'violation' AND \(fragment: facts.dated("x.decided_on"))) AS violations
        FROM \(identifier: tx.table("ruling")) AS x
        WHERE \(fragment: ofTenant("x", tx))
          AND \(fragment: facts.known("x.recorded_on"))
          AND x.kind NOT IN ('accepted', 'leadAccepted', 'confirmed', 'withdrawn')
        GROUP BY x.item_id
        """
    }

    /// Of which items the reports say something: a task that is done needs none of its own.
    private static var isOpen: SQL { "(own.done_on IS NULL OR own.target IS NOT NULL)" }

    /// All these, and whether they are few among the items of the tenant.
    private static var openItems: SQL {
        """
        SELECT array_agg(own.id) FILTER (WHERE \(fragment: isOpen)) AS ids,
            4 * count(*) FILTER (WHERE \(fragment: isOpen)) < count(*) AS are_few
        FROM own
        """
    }

    /// The latest step and figure of each item, the last of what comes in the order of its evidence; and the latest result that nobody has
    /// judged. Of figures only those count that were confirmed, or accepted with their result; of steps from 50 on only once one of them
    /// was (A36). As with acceptance the paper that is confirmed must lie there by the day, and the confirmation may come in the settling
    /// days (A61).
    private func reports(_ tx: borrowing TenantTransaction) -> SQL {
        func last(_ column: SQL, where condition: SQL) -> SQL {
            """
            (array_agg(\(fragment: column)) FILTER (WHERE \(fragment: condition)))[(count(*) FILTER (WHERE \(fragment: condition)))::integer]
            """
        }
        let counts: SQL = "y.actual IS NOT NULL AND (y.is_confirmed OR y.judged = 'accepted')"
        return """
            SELECT y.item_id,
                \(fragment: last("y.milestone_percent", where: "y.kind = 'reported' AND y.milestone_percent IS NOT NULL")) AS step,
                \(fragment: last("y.milestone_percent", where: "y.kind = 'reported' AND y.milestone_percent < 50")) AS small_step,
                bool_or(y.is_confirmed AND y.milestone_percent >= 50) AS is_half_confirmed,
                \(fragment: last("y.actual", where: counts)) AS actual, max(y.actual) FILTER (WHERE y.judged = 'accepted') AS accepted,
                array_agg(y.evidence_on) FILTER (WHERE \(fragment: counts)) AS days, array_agg(y.actual) FILTER (WHERE \(fragment: counts)) AS figures,
                max(y.evidence_on) FILTER (WHERE y.kind = 'result' AND y.judged IS NULL) AS pending_on
            FROM (
                \(fragment: reportsOfFew(tx))
                UNION ALL
                \(fragment: reportsOfMany(tx))
                ORDER BY item_id, evidence_on, recorded_at, id
            ) AS y
            GROUP BY y.item_id
            """
    }

    /// Towards the end of a campaign, when most is done: each of the few in an index. What was reported of all others is not read.
    private func reportsOfFew(_ tx: borrowing TenantTransaction) -> SQL {
        let ids: SQL = "(SELECT open.ids FROM open WHERE open.are_few)::uuid[]"
        return """
            SELECT x.item_id, x.kind, x.milestone_percent, x.actual, x.evidence_on, x.recorded_at, x.id, j.is_confirmed, j.judged
            FROM \(identifier: tx.table("progress")) AS x
                LEFT JOIN (
                    -- Of one report at most one confirms, and one judges.
                    SELECT c.report_id, bool_or(c.kind = 'confirmed') AS is_confirmed,
                        max(\(fragment: judged("c"))) FILTER (WHERE c.kind <> 'confirmed') AS judged
                    FROM \(identifier: tx.table("ruling")) AS c
                    WHERE \(fragment: ofTenant("c", tx))
                      AND c.item_id = ANY (\(fragment: ids))
                      AND c.kind IN ('confirmed', 'accepted', 'returned', 'withdrawn')
                      AND \(fragment: facts.known("c.recorded_on"))
                    GROUP BY c.report_id
                ) AS j ON j.report_id = x.id
            WHERE \(fragment: ofTenant("x", tx))
              AND x.item_id = ANY (\(fragment: ids))
              AND \(fragment: counts("x"))
            """
    }

    /// Before that: all are read and joined as sets, which costs less than to look for so many.
    private func reportsOfMany(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, x.kind, x.milestone_percent, x.actual, x.evidence_on, x.recorded_at, x.id, c.report_id IS NOT NULL,
            \(fragment: judged("j"))
        -- Each once, which the planner does not know: it would look through the many reports for each of the few items.
        FROM (SELECT DISTINCT own.id FROM own WHERE \(fragment: Self.isOpen) AND (SELECT NOT open.are_few FROM open)) AS w
            JOIN \(identifier: tx.table("progress")) AS x ON \(fragment: ofTenant("x", tx)) AND x.item_id = w.id
            LEFT JOIN \(identifier: tx.table("ruling")) AS c
                ON \(fragment: ofTenant("c", tx)) AND c.report_id = x.id AND c.kind = 'confirmed'
                    AND \(fragment: facts.known("c.recorded_on"))
            LEFT JOIN \(identifier: tx.table("ruling")) AS j
                ON \(fragment: ofTenant("j", tx)) AND j.report_id = x.id AND j.kind IN ('accepted', 'returned', 'withdrawn')
                    AND \(fragment: facts.known("j.recorded_on"))
        WHERE (SELECT NOT open.are_few FROM open)
          AND \(fragment: counts("x"))
        """
    }

    /// How the ruling `r` judged its report. Whose acceptance was taken back waits for nobody, and its figure does not count.
    private func judged(_ r: SQL) -> SQL {
        "CASE WHEN \(fragment: facts.stands(r)) THEN \(fragment: r).kind ELSE 'revoked' END"
    }

    /// Whether a report can say something.
    private func counts(_ x: SQL) -> SQL {
        """
        (\(fragment: x).milestone_percent IS NOT NULL OR \(fragment: x).actual IS NOT NULL OR \(fragment: x).kind = 'result')
            AND \(fragment: facts.known(x + ".recorded_on"))
            AND \(fragment: facts.dated(x + ".evidence_on"))
        """
    }

    /// Every deadline of a periodic item with the first delivery that was confirmed (A16).
    private func occurrences(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT e.item_id, array_agg(e.due_on ORDER BY e.due_on) AS due, array_agg(d.completed_on ORDER BY e.due_on) AS completed
        FROM \(identifier: tx.table("occurrence")) AS e
            LEFT JOIN (
                SELECT x.item_id, x.occurrence_due_on, min(x.evidence_on) AS completed_on
                FROM \(identifier: tx.table("progress")) AS x
                    JOIN \(identifier: tx.table("ruling")) AS j
                        ON \(fragment: ofTenant("j", tx)) AND j.report_id = x.id AND j.kind = 'confirmed'
                            AND \(fragment: facts.known("j.recorded_on"))
                WHERE \(fragment: ofTenant("x", tx))
                  AND x.occurrence_due_on IS NOT NULL
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                GROUP BY x.item_id, x.occurrence_due_on
            ) AS d ON d.item_id = e.item_id AND d.occurrence_due_on = e.due_on
        WHERE \(fragment: ofTenant("e", tx))
          AND \(fragment: facts.known("e.recorded_on"))
        GROUP BY e.item_id
        """
    }
}

extension TenantTransaction {
    /// Before a statement that reads whole tables: it may take as long as its caller waits, and compiling its plan gains nothing.
    func settleForScan() async throws {
        // Three round trips: behind the door nothing may call set_config, which could take them in one.
        try await execute("SET LOCAL statement_timeout = 0")
        try await execute("SET LOCAL jit = off")
        try await execute("SET LOCAL work_mem = '64MB'")
    }

    /// Before the statement that gathers: nothing tells the planner how many rows one tenant of several has, so that it must not go row by
    /// row where it expects few.
    func settleForGathering() async throws {
        try await settleForScan()
        try await execute("SET LOCAL enable_nestloop = off")
    }

    /// What comes after it is planned as ever: how many items are then asked for by their ids, a plan must know.
    func settleAfterGathering() async throws {
        try await execute("SET LOCAL enable_nestloop TO DEFAULT")
        try await execute("SET LOCAL plan_cache_mode TO DEFAULT")
    }
}
