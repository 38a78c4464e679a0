import Domain
import Postgres

/// The one statement by which a review gathers the items of all its units.
///
/// Reports and rulings are folded item by item in the order of their indexes and joined as sets: a look into an index for each item would
/// cost ten times as much for a whole province. The rows come tenant by tenant.
struct LedgerGathering {
    let units: [JudgedUnit]
    let campaign: Campaign.ID
    let facts: LedgerFacts
    let interimEnd: CivilDate

    func sql(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT i.tenant_id, i.unit_id, i.id, i.code, coalesce(i.campaign_id = \(campaign), false), i.role, r.closed, i.assigned_on, i.original_due_on,
            coalesce(r.done_on, w.pending_on), r.done_on IS NOT NULL, coalesce(r.quality_returns, 0), coalesce(r.violations, 0),
            CASE
                WHEN r.done_on IS NOT NULL THEN 100
                WHEN p.step < 50 OR i.due_on <= \(interimEnd) OR p.is_half_confirmed THEN p.step
                ELSE p.small_step
            END,
            i.direction, i.target, p.actual, i.baseline, i.measured_at_year_end, o.due, o.completed
        FROM \(fragment: facts.items(in: tx))
            LEFT JOIN (\(fragment: rulings(tx))) AS r ON r.tenant_id = i.tenant_id AND r.item_id = i.id
            LEFT JOIN (\(fragment: reports(tx))) AS p ON p.tenant_id = i.tenant_id AND p.item_id = i.id
            LEFT JOIN (\(fragment: openResults(tx))) AS w ON w.tenant_id = i.tenant_id AND w.item_id = i.id
            LEFT JOIN (\(fragment: occurrences(tx))) AS o ON o.tenant_id = i.tenant_id AND o.item_id = i.id
        WHERE \(fragment: facts.conditions(in: tx))
          AND \(fragment: narrowed("i.tenant_id"))
          AND \(fragment: ownItems(tx))
        ORDER BY i.tenant_id
        """
    }

    /// What a unit itself answers for. What a first-tier unit handed on inside itself is not its own item (A55), and what a sub-unit gave to a
    /// person of its own is part of the sub-unit's.
    func ownItems(_ tx: borrowing TenantTransaction) -> SQL {
        if units.allSatisfy(\.isFirstTier) { return "i.unit_id = i.tenant_id AND i.parent_id IS NULL" }
        return """
            i.unit_id = ANY (\(units.map(\.unit)))
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("work_item")) AS whole
                    WHERE \(fragment: tx.within("whole.tenant_id"))
                      AND whole.tenant_id = i.tenant_id
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

    private func rulings(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.tenant_id, x.item_id, max(x.evidence_on) FILTER (WHERE \(fragment: facts.isAcceptance("x"))) AS done_on,
            max(x.kind) FILTER (WHERE \(fragment: facts.isClosure("x"))) AS closed,
            count(*) FILTER (WHERE x.kind = 'returned' AND x.fault = 'quality' AND \(fragment: facts.dated("x.decided_on"))) AS quality_returns,
            count(*) FILTER (WHERE x.kind = 'violation' AND \(fragment: facts.dated("x.decided_on"))) AS violations
        FROM \(identifier: tx.table("ruling")) AS x
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND \(fragment: narrowed("x.tenant_id"))
          AND \(fragment: facts.known("x.recorded_on"))
        GROUP BY x.tenant_id, x.item_id
        """
    }

    /// The latest step and figure of each item: the last of what comes in the order of its evidence. Of figures only those count that were
    /// confirmed, or accepted with their result; of steps from 50 on only once one of them was (A36). As with acceptance the paper that is
    /// confirmed must lie there by the day, and the confirmation may come in the settling days (A61).
    private func reports(_ tx: borrowing TenantTransaction) -> SQL {
        func last(_ column: SQL, where condition: SQL) -> SQL {
            """
            (array_agg(\(fragment: column)) FILTER (WHERE \(fragment: condition)))[(count(*) FILTER (WHERE \(fragment: condition)))::integer]
            """
        }
        return """
            SELECT y.tenant_id, y.item_id,
                \(fragment: last("y.milestone_percent", where: "y.kind = 'reported' AND y.milestone_percent IS NOT NULL")) AS step,
                \(fragment: last("y.milestone_percent", where: "y.kind = 'reported' AND y.milestone_percent < 50")) AS small_step,
                bool_or(y.judged = 'confirmed' AND y.milestone_percent >= 50) AS is_half_confirmed,
                \(fragment: last("y.actual", where: "y.actual IS NOT NULL AND y.judged IN ('confirmed', 'accepted')")) AS actual
            FROM (
                SELECT x.tenant_id, x.item_id, x.kind, x.milestone_percent, x.actual, j.kind AS judged
                FROM \(identifier: tx.table("progress")) AS x
                    LEFT JOIN \(identifier: tx.table("ruling")) AS j
                        ON \(fragment: tx.within("j.tenant_id")) AND j.tenant_id = x.tenant_id AND j.report_id = x.id
                            AND j.kind IN ('confirmed', 'accepted') AND \(fragment: facts.known("j.recorded_on"))
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND \(fragment: narrowed("x.tenant_id"))
                  AND (x.milestone_percent IS NOT NULL OR x.actual IS NOT NULL)
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                ORDER BY x.tenant_id, x.item_id, x.evidence_on, x.recorded_at, x.id
            ) AS y
            GROUP BY y.tenant_id, y.item_id
            """
    }

    /// Every deadline of a periodic item with the first delivery that was confirmed (A16).
    private func occurrences(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT e.tenant_id, e.item_id, array_agg(e.due_on ORDER BY e.due_on) AS due, array_agg(d.completed_on ORDER BY e.due_on) AS completed
        FROM \(identifier: tx.table("occurrence")) AS e
            LEFT JOIN (
                SELECT x.tenant_id, x.item_id, x.occurrence_due_on, min(x.evidence_on) AS completed_on
                FROM \(identifier: tx.table("progress")) AS x
                    JOIN \(identifier: tx.table("ruling")) AS j
                        ON \(fragment: tx.within("j.tenant_id")) AND j.tenant_id = x.tenant_id AND j.report_id = x.id AND j.kind = 'confirmed'
                            AND \(fragment: facts.known("j.recorded_on"))
                WHERE \(fragment: tx.within("x.tenant_id"))
                  AND \(fragment: narrowed("x.tenant_id"))
                  AND x.occurrence_due_on IS NOT NULL
                  AND \(fragment: facts.known("x.recorded_on"))
                  AND \(fragment: facts.dated("x.evidence_on"))
                GROUP BY x.tenant_id, x.item_id, x.occurrence_due_on
            ) AS d ON d.tenant_id = e.tenant_id AND d.item_id = e.item_id AND d.occurrence_due_on = e.due_on
        WHERE \(fragment: tx.within("e.tenant_id"))
          AND \(fragment: narrowed("e.tenant_id"))
          AND \(fragment: facts.known("e.recorded_on"))
        GROUP BY e.tenant_id, e.item_id
        """
    }

    /// Results that nobody has judged yet.
    private func openResults(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.tenant_id, x.item_id, max(x.evidence_on) AS pending_on
        FROM \(identifier: tx.table("progress")) AS x
            LEFT JOIN \(identifier: tx.table("ruling")) AS j
                ON \(fragment: tx.within("j.tenant_id")) AND j.tenant_id = x.tenant_id AND j.report_id = x.id
                    AND j.kind IN ('accepted', 'returned', 'withdrawn') AND \(fragment: facts.known("j.recorded_on"))
        WHERE \(fragment: tx.within("x.tenant_id"))
          AND \(fragment: narrowed("x.tenant_id"))
          AND x.kind = 'result'
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
          AND j.id IS NULL
        GROUP BY x.tenant_id, x.item_id
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
}
