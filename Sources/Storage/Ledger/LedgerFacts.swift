import Domain
import Postgres

/// The pieces that every question about the ledger is made of, so that done, exempted and overdue mean one thing in lists, counts and
/// overviews. Items stand under the alias `i`.
struct LedgerFacts {
    let moment: LedgerMoment

    init(at moment: LedgerMoment) {
        self.moment = moment
    }

    /// The day on which timeliness is asked for.
    var day: SQL {
        moment.asOf.map { "\($0)" } ?? "(SELECT core.today())"
    }

    /// Whether a row was recorded by then. Everything is, by now.
    func known(_ recordedOn: SQL) -> SQL {
        moment.knownOn.map { "\(fragment: recordedOn) <= \($0)" } ?? "true"
    }

    /// Whether a fact had happened by then. Nothing is recorded before it happened, so today every fact has.
    func dated(_ column: SQL) -> SQL {
        moment.asOf.map { "\(fragment: column) <= \($0)" } ?? "true"
    }

    /// Whether the ruling `r` makes its item done: the assigner accepted a result that lay there by then (A24). The acceptance itself may
    /// be dated later, in the settling days. At any time one of each item stands at most.
    func isAcceptance(_ r: SQL) -> SQL {
        """
        (\(fragment: r).kind IN ('accepted', 'leadAccepted') AND \(fragment: stands(r)) AND \(fragment: known(r + ".recorded_on"))
            AND \(fragment: dated(r + ".evidence_on")))
        """
    }

    /// Whether the ruling `r`, if it is an acceptance, was not taken back by then.
    func stands(_ r: SQL) -> SQL {
        guard let day = moment.knownOn else { return "\(fragment: r).voided_on IS NULL" }
        return "(\(fragment: r).voided_on IS NULL OR \(fragment: r).voided_on > \(day))"
    }

    /// Whether the ruling `r` takes its item out of the count (A29, A30).
    func isClosure(_ r: SQL) -> SQL {
        "(\(fragment: r).kind IN ('exempted', 'replaced', 'cancelled', 'transferred') AND \(fragment: known(r + ".recorded_on")) AND \(fragment: dated(r + ".decided_on")))"
    }

    /// Joins `d`: when each item was done, and the day on which that is asked for. A target is done by the figure that a review judges, and not
    /// before it was reached, whatever its accepted result said; what a co-ordinating unit helped with is done when its lead is.
    ///
    /// `OFFSET 0` keeps both as columns: `core.timeliness` becomes part of the statement for these alone, and is called row by row for more
    /// (a fifth of the time of a long list).
    func done(acceptance: SQL, figure: SQL) -> SQL {
        """
        CROSS JOIN LATERAL (
            SELECT CASE WHEN \(fragment: acceptance).kind = 'leadAccepted' THEN \(fragment: acceptance).evidence_on
                    ELSE core.done_on(i.direction, i.target, \(fragment: acceptance).evidence_on, \(fragment: figure).accepted,
                        \(fragment: figure).actual, \(fragment: figure).days, \(fragment: figure).figures)
                    END AS completed_on,
                \(fragment: day) AS day
            OFFSET 0
        ) AS d
        """
    }

    /// After ``done(acceptance:figure:)`` and ``pace(where:in:)``, which stands under `pace`. A periodic item is never early (A16).
    static let timeliness: SQL = """
        core.timeliness(i.due_on, CASE WHEN pace.item_id IS NULL THEN i.original_due_on END, d.completed_on, d.day, pace.is_missed,
            pace.next_due_on)
        """

    /// After ``timeliness``: the deadline by which a periodic item stands so. One that passed and for which nothing was delivered comes before one
    /// that was delivered late.
    static let occurrence: SQL = """
        coalesce(CASE WHEN pace.next_due_on < d.day THEN pace.next_due_on END, pace.missed_on, pace.next_due_on)
        """

    /// Of every periodic item, each once, whether it missed a deadline (`LedgerItem.Occurrence.isMissed`), the first that it missed, and the first
    /// for which nothing was delivered.
    ///
    /// - Parameter condition: on the deadlines `e`; of one item by its id.
    func pace(where condition: SQL = "true", in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT o.tenant_id, o.item_id, bool_or(coalesce(o.completed_on, \(fragment: day)) > o.due_on) AS is_missed,
            min(o.due_on) FILTER (WHERE coalesce(o.completed_on, \(fragment: day)) > o.due_on) AS missed_on,
            min(o.due_on) FILTER (WHERE NOT o.is_delivered) AS next_due_on
        FROM (\(fragment: occurrences(where: condition, in: tx))) AS o
        GROUP BY o.tenant_id, o.item_id
        """
    }

    /// Every deadline of periodic items with the first delivery that was confirmed, as a review gathers it, and whether one was made at all.
    func occurrences(where condition: SQL = "true", in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT e.tenant_id, e.item_id, e.due_on, min(x.evidence_on) FILTER (WHERE j.id IS NOT NULL) AS completed_on,
            count(x.id) > 0 AS is_delivered
        FROM \(identifier: tx.table("occurrence")) AS e
            LEFT JOIN \(identifier: tx.table("progress")) AS x
                ON \(fragment: tx.within("x.tenant_id")) AND x.tenant_id = e.tenant_id AND x.item_id = e.item_id
                    AND x.occurrence_due_on = e.due_on AND x.occurrence_due_on IS NOT NULL
                    AND \(fragment: known("x.recorded_on")) AND \(fragment: dated("x.evidence_on"))
            LEFT JOIN \(identifier: tx.table("ruling")) AS j
                ON \(fragment: tx.within("j.tenant_id")) AND j.tenant_id = x.tenant_id AND j.report_id = x.id
                    AND j.kind = 'confirmed' AND \(fragment: known("j.recorded_on"))
        WHERE \(fragment: tx.within("e.tenant_id"))
          AND \(fragment: known("e.recorded_on"))
          AND \(fragment: condition)
        GROUP BY e.tenant_id, e.item_id, e.due_on
        """
    }

    /// For questions over items: the acceptance `done` and the closure `closed` of each, at most one by unique indexes, the figure `latest` that a
    /// review judges, `pace` of periodic ones, and `d`, when it was done.
    ///
    /// - Parameter figures: of all items that have one, whether done or not, read as one set: for who counts many. Otherwise only where it tells
    ///   whether an item is done, each in its index.
    func joins(ofAll figures: Bool = false, in tx: borrowing TenantTransaction) -> SQL {
        let latest: SQL =
            figures
            ? "LEFT JOIN \(fragment: self.figures(in: tx)) AS latest ON latest.tenant_id = i.tenant_id AND latest.item_id = i.id"
            : "LEFT JOIN LATERAL (\(fragment: figure(by: "done", in: tx))) AS latest ON true"
        return """
            LEFT JOIN \(identifier: tx.table("ruling")) AS done
                ON \(fragment: tx.within("done.tenant_id")) AND done.tenant_id = i.tenant_id AND done.item_id = i.id
                    AND \(fragment: isAcceptance("done"))
            LEFT JOIN \(identifier: tx.table("ruling")) AS closed
                ON \(fragment: tx.within("closed.tenant_id")) AND closed.tenant_id = i.tenant_id AND closed.item_id = i.id
                    AND \(fragment: isClosure("closed"))
            \(fragment: latest)
            LEFT JOIN (\(fragment: pace(in: tx))) AS pace ON pace.tenant_id = i.tenant_id AND pace.item_id = i.id
            \(fragment: self.done(acceptance: "done", figure: "latest"))
            """
    }

    /// The figure of ``figures(in:)`` of the item `i`, if it is a target whose result was accepted: of others it is not looked for. Grouped, so that
    /// for those nothing is begun either: an aggregate of no rows took a fifth of the time of a long list.
    ///
    /// - Parameter acceptance: a row with its kind, which may be outer-joined.
    func figure(by acceptance: SQL, in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT \(fragment: Self.figure)
        FROM \(identifier: tx.table("progress")) AS w
            JOIN \(identifier: tx.table("ruling")) AS c ON \(fragment: counting(in: tx)) AND c.item_id = w.item_id
        WHERE i.target IS NOT NULL
          AND \(fragment: acceptance).kind = 'accepted'
          AND w.tenant_id = i.tenant_id
          AND w.item_id = i.id
          AND \(fragment: counted(in: tx))
        GROUP BY w.item_id
        """
    }

    /// Whether an item that counts is one of a figure, after ``joins(in:)``.
    ///
    /// - Parameter campaign: code of the one whose items are asked for.
    func condition(_ figure: LedgerFigure, of campaign: String?, in tx: borrowing TenantTransaction) -> SQL {
        switch figure {
        case .counted: "true"
        case .done: "\(fragment: Self.timeliness) IN ('completedEarly', 'completedOnTime', 'completedLate', 'completedUndated')"
        case .above:
            """
            EXISTS (
                SELECT FROM \(fragment: figures(in: tx)) AS a
                WHERE a.tenant_id = i.tenant_id AND a.item_id = i.id AND \(fragment: Self.isAbove("a")))
            """
        case .acknowledged:
            "(done.id IS NOT NULL OR (i.tenant_id, i.id) IN (SELECT a.tenant_id, a.item_id FROM \(fragment: acknowledgements(in: tx)) AS a))"
        case .reported:
            "(i.tenant_id, i.id) IN (SELECT a.tenant_id, a.item_id FROM \(fragment: reportedThisPeriod(of: campaign, in: tx)) AS a)"
        case .extended: "(i.tenant_id, i.id) IN (SELECT a.tenant_id, a.item_id FROM \(fragment: extensions(in: tx)) AS a)"
        }
    }

    /// Of the reports `w` of one item whose figures count: the latest, that of the accepted result, and all with their days for `core.done_on`.
    private static let figure: SQL = """
        (array_agg(w.actual ORDER BY w.evidence_on DESC, w.recorded_at DESC, w.id DESC))[1] AS actual,
            max(w.actual) FILTER (WHERE c.kind = 'accepted') AS accepted,
            array_agg(w.evidence_on ORDER BY w.evidence_on, w.recorded_at, w.id) AS days,
            array_agg(w.actual ORDER BY w.evidence_on, w.recorded_at, w.id) AS figures
        """

    /// Of every item with one the figure that a review judges: the latest that was confirmed, or accepted with its result.
    func figures(in tx: borrowing TenantTransaction) -> SQL {
        """
        (
            SELECT w.tenant_id, w.item_id, \(fragment: Self.figure)
            FROM \(identifier: tx.table("progress")) AS w
                JOIN \(identifier: tx.table("ruling")) AS c ON \(fragment: counting(in: tx))
            WHERE \(fragment: counted(in: tx))
            GROUP BY w.tenant_id, w.item_id
        )
        """
    }

    /// That the ruling `c` makes the figure of the report `w` count.
    private func counting(in tx: borrowing TenantTransaction) -> SQL {
        """
        \(fragment: tx.within("c.tenant_id")) AND c.tenant_id = w.tenant_id AND c.report_id = w.id AND c.kind IN ('confirmed', 'accepted')
            AND \(fragment: stands("c")) AND \(fragment: known("c.recorded_on"))
        """
    }

    /// That the report `w` has a figure which lay there by then.
    private func counted(in tx: borrowing TenantTransaction) -> SQL {
        """
        \(fragment: tx.within("w.tenant_id"))
          AND w.actual IS NOT NULL
          AND \(fragment: known("w.recorded_on"))
          AND \(fragment: dated("w.evidence_on"))
        """
    }

    /// Strictly better than the target, whether or not the item is done (A46, A49).
    ///
    /// - Parameter figure: the row of ``figures(in:)``, which may be outer-joined.
    static func isAbove(_ figure: SQL) -> SQL { "core.target_beaten(i.direction, i.target, \(fragment: figure).actual)" }

    /// Items that somebody took note of.
    func acknowledgements(in tx: borrowing TenantTransaction) -> SQL {
        """
        (
            SELECT w.tenant_id, w.item_id
            FROM \(identifier: tx.table("progress")) AS w
            WHERE \(fragment: tx.within("w.tenant_id"))
              AND w.kind = 'acknowledged'
              AND \(fragment: known("w.recorded_on"))
              AND \(fragment: dated("w.evidence_on"))
        )
        """
    }

    /// Items that were reported on since the reporting period of the day began, each once.
    ///
    /// - Parameter campaign: code of the one by whose plan the period runs; nil: by the province's rule.
    func reportedThisPeriod(of campaign: String?, in tx: borrowing TenantTransaction) -> SQL {
        let plan: SQL = campaign.map { "(SELECT c.id FROM core.campaign AS c WHERE c.code = \($0))" } ?? "NULL"
        return """
            (
                SELECT w.tenant_id, w.item_id
                FROM \(identifier: tx.table("progress")) AS w
                WHERE \(fragment: tx.within("w.tenant_id"))
                  AND w.kind <> 'acknowledged'
                  AND w.recorded_on >= (SELECT core.period_begin(\(fragment: day), \(fragment: plan)))
                  AND \(fragment: known("w.recorded_on"))
                GROUP BY w.tenant_id, w.item_id
            )
            """
    }

    /// Items whose due date was moved, each once.
    func extensions(in tx: borrowing TenantTransaction) -> SQL {
        """
        (
            SELECT w.tenant_id, w.item_id
            FROM \(identifier: tx.table("extension_step")) AS w
            WHERE \(fragment: tx.within("w.tenant_id"))
              AND w.step = 'granted'
              AND \(fragment: known("w.recorded_on"))
              AND \(fragment: dated("w.happened_on"))
            GROUP BY w.tenant_id, w.item_id
        )
        """
    }
}
