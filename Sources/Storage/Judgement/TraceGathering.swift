import Domain
import Postgres

/// The one statement by which the traces of all units are found that their ledger file does not show (``CheckPoint/traces(of:in:of:_:at:in:)``).
///
/// As ``LedgerGathering`` it goes through the tenants one after the other and joins what it finds in each as a set, but for the few targets that changed:
/// a look into an index for each item of the province took several times as long as judging them.
struct TraceGathering {
    /// Whose items are asked for.
    let items: LedgerGathering
    /// The day of the review.
    let end: CivilDate
    let limits: CheckPoint.Limits

    private var facts: LedgerFacts { items.facts }

    /// The traces of one kind and unit together, by the codes of their items.
    func sql(_ tx: borrowing TenantTransaction) -> SQL {
        let found: [SQL] = [
            cancellations(tx), acceptances(tx), steps(tx), lateResults(tx), openResults(tx), extensions(tx), closures(tx), changes(tx),
            files(tx),
        ]
        return """
            SELECT g.unit_id, g.kind, g.code, g.happened_on, g.recorded_on, g.act, g.is_past
            FROM (\(fragment: items.tenants)) AS t
                CROSS JOIN LATERAL (
                    WITH own AS MATERIALIZED (\(fragment: own(tx)))
                    SELECT own.unit_id, f.kind, own.code, f.happened_on, f.recorded_on, f.act, f.is_past
                    FROM own
                        JOIN (
                            \(fragment: SQL.joined(found, separator: "\nUNION ALL\n"))
                        ) AS f (item_id, kind, happened_on, recorded_on, act, is_past) ON f.item_id = own.id
                ) AS g
            ORDER BY g.unit_id, g.kind, g.code COLLATE "C", g.happened_on, g.recorded_on, g.act
            """
    }

    private func own(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT i.id, i.unit_id, i.code
        FROM \(identifier: tx.table("work_item")) AS i
        WHERE \(fragment: items.ofTenant("i", tx))
          AND i.role = 'lead'
          AND i.campaign_id = \(items.campaign)
          AND \(fragment: facts.wasThere(corrections: items.narrowed("c.tenant_id"), in: tx))
          AND \(fragment: items.ownItems(among: "t.units", of: "t.id", tx))
        """
    }

    private func cancellations(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'cancelledLate', x.decided_on, x.recorded_on, '', false
        FROM \(identifier: tx.table("ruling")) AS x
        WHERE \(fragment: items.ofTenant("x", tx))
          AND x.kind IN ('replaced', 'cancelled', 'transferred')
          AND x.decided_on <= \(end)
          -- What is dated earlier and recorded only then came into the ledger in these days all the same.
          AND greatest(x.decided_on, x.recorded_on) >= \(end.adding(days: -limits.cancelledDays))
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.decided_on"))
        """
    }

    private func acceptances(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'acceptedInside', x.decided_on, x.recorded_on, '', false
        FROM \(identifier: tx.table("ruling")) AS x
            JOIN core.post AS p ON p.id = x.recorded_by
        WHERE \(fragment: items.ofTenant("x", tx))
          AND x.kind = 'accepted'
          AND \(fragment: facts.stands("x"))
          AND p.tenant_id = t.id
          AND (x.unit_id = t.id OR p.unit_id = x.unit_id)
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
        """
    }

    /// Of the few that were reported in the last two days, whether anything was before is looked up.
    private func steps(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'jumpedLate', x.evidence_on, x.recorded_on, '', false
        FROM \(identifier: tx.table("progress")) AS x
        WHERE \(fragment: items.ofTenant("x", tx))
          AND x.kind = 'reported'
          AND x.milestone_percent >= 50
          AND x.evidence_on BETWEEN \(end.adding(days: -1)) AND \(end)
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
          AND (
                SELECT count(*)
                FROM \(identifier: tx.table("progress")) AS y
                WHERE \(fragment: items.ofTenant("y", tx))
                  AND y.item_id = x.item_id
                  AND y.milestone_percent > 0
                  AND y.evidence_on < \(end.adding(days: -1))) = 0
        """
    }

    private func lateResults(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'backDated', x.evidence_on, x.recorded_on, '', false
        FROM \(identifier: tx.table("progress")) AS x
        WHERE \(fragment: items.ofTenant("x", tx))
          AND x.kind = 'result'
          AND x.recorded_on > x.evidence_on + \(Int32(limits.entryWorkingDays))
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
        """
    }

    private func openResults(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'unjudged', x.evidence_on, x.recorded_on, '', false
        FROM \(identifier: tx.table("progress")) AS x
        WHERE \(fragment: items.ofTenant("x", tx))
          AND x.kind = 'result'
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
          AND NOT EXISTS (
                SELECT
                FROM \(identifier: tx.table("ruling")) AS y
                WHERE \(fragment: items.ofTenant("y", tx))
                  AND y.report_id = x.id
                  AND y.kind IN ('accepted', 'returned', 'withdrawn')
                  AND \(fragment: facts.known("y.recorded_on")))
          AND NOT EXISTS (
                SELECT
                FROM \(identifier: tx.table("ruling")) AS y
                WHERE \(fragment: items.ofTenant("y", tx))
                  AND y.item_id = x.item_id
                  AND \(fragment: facts.isClosure("y")))
        """
    }

    /// Asked or granted by the date that it moves, as its paper says; but not in the ledger by then.
    private func extensions(_ tx: borrowing TenantTransaction) -> SQL {
        let isPast: SQL = "x.happened_on <= x.due_before AND x.recorded_on > x.due_before"
        return """
            SELECT x.item_id, 'recordedLate', x.happened_on, x.recorded_on, x.step, \(fragment: isPast)
            FROM \(identifier: tx.table("extension_step")) AS x
            WHERE \(fragment: items.ofTenant("x", tx))
              AND x.step IN ('asked', 'granted')
              AND (x.recorded_on > x.happened_on + \(Int32(limits.entryWorkingDays)) OR (\(fragment: isPast)))
              AND \(fragment: facts.known("x.recorded_on"))
              AND \(fragment: facts.dated("x.happened_on"))
            """
    }

    /// The same of what takes an item out of the count: by the day of the review.
    private func closures(_ tx: borrowing TenantTransaction) -> SQL {
        let isPast: SQL = "x.decided_on <= \(end) AND x.recorded_on > \(end)"
        return """
            SELECT x.item_id, 'recordedLate', x.decided_on, x.recorded_on, x.kind, \(fragment: isPast)
            FROM \(identifier: tx.table("ruling")) AS x
            WHERE \(fragment: items.ofTenant("x", tx))
              AND \(fragment: facts.isClosure("x"))
              AND (x.recorded_on > x.decided_on + \(Int32(limits.entryWorkingDays)) OR (\(fragment: isPast)))
            """
    }

    /// Of each change of a target what came after it: what the next one found, or what stands there.
    private func changes(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'changedLate', x.recorded_on, x.recorded_on,
            CASE
                WHEN x.before -> 'measured_at_year_end' IS NOT DISTINCT FROM a.said -> 'measured_at_year_end' THEN 'moved'
                WHEN a.said ->> 'measured_at_year_end' = 'true' THEN 'marked'
                ELSE 'unmarked'
            END, false
        FROM (
                SELECT w.item_id, w.recorded_on, w.before, lead(w.before) OVER (PARTITION BY w.item_id ORDER BY w.version) AS after
                FROM \(identifier: tx.table("work_item_change")) AS w
                WHERE \(fragment: items.ofTenant("w", tx))
                  AND w.recorded_on >= \(end)
            ) AS x
            -- Of the few that changed each in its index: joined as sets, all items of the tenant would be sorted first. Without its LIMIT it would be.
            CROSS JOIN LATERAL (
                SELECT o.direction, o.target, o.baseline, o.measured_at_year_end
                FROM \(identifier: tx.table("work_item")) AS o
                WHERE \(fragment: items.ofTenant("o", tx))
                  AND o.id = x.item_id
                LIMIT 1
            ) AS i
            CROSS JOIN LATERAL (
                SELECT coalesce(x.after, jsonb_build_object('direction', i.direction, 'target', i.target, 'baseline', i.baseline,
                    'measured_at_year_end', i.measured_at_year_end)) AS said
            ) AS a
        WHERE i.target IS NOT NULL
          AND \(fragment: facts.known("x.recorded_on"))
          AND (x.before -> 'direction' IS DISTINCT FROM a.said -> 'direction' OR x.before -> 'target' IS DISTINCT FROM a.said -> 'target'
            OR x.before -> 'baseline' IS DISTINCT FROM a.said -> 'baseline'
            OR x.before -> 'measured_at_year_end' IS DISTINCT FROM a.said -> 'measured_at_year_end')
        """
    }

    private func files(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT x.item_id, 'reusedEvidence', x.evidence_on, x.recorded_on, '', false
        FROM \(identifier: tx.table("evidence")) AS x
        WHERE \(fragment: items.ofTenant("x", tx))
          AND \(fragment: facts.known("x.recorded_on"))
          AND \(fragment: facts.dated("x.evidence_on"))
          AND EXISTS (
                SELECT
                FROM \(identifier: tx.table("evidence")) AS y
                WHERE \(fragment: items.ofTenant("y", tx))
                  AND y.unit_id = x.unit_id
                  AND y.item_id <> x.item_id
                  AND y.sha256 = x.sha256
                  AND \(fragment: facts.known("y.recorded_on"))
                  AND \(fragment: facts.dated("y.evidence_on")))
        """
    }
}
