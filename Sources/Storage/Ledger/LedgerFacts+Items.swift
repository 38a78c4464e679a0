import Domain
import Postgres

/// Which items there were, as they were said and due on a day of the past.
extension LedgerFacts {
    /// The day as of which items are told while more is known than had happened by then; nil otherwise: nothing is dated later than it was recorded.
    private var past: CivilDate? {
        guard let asOf = moment.asOf, !moment.isToday else { return nil }
        if let knownOn = moment.knownOn, knownOn <= asOf { return nil }
        return asOf
    }

    /// The items as they were said then. In the past an item reads as before the first change that was recorded later, and is due when it was by what
    /// was decided until then.
    func items(in tx: borrowing TenantTransaction) -> SQL {
        guard let past else { return said(nil, tx) }
        return """
            (
                SELECT \(fragment: Self.due)
                FROM \(fragment: said(nil, tx))
                    LEFT JOIN (\(fragment: moved(after: past, in: tx))) AS moved ON moved.tenant_id = i.tenant_id AND moved.item_id = i.id
            ) AS i
            """
    }

    /// The same of one tenant, due when they are by all that is known: a review walks their extensions by itself.
    ///
    /// - Parameter tenant: a column of what stands beside it.
    func allItems(of tenant: SQL, in tx: borrowing TenantTransaction) -> SQL { said(tenant, tx) }

    /// What has changed is made from the changes, which is dear; the rest is read as it stands. The planner cannot tell how many rows come of JSON:
    /// read from it all, they would seem to be one, and whatever is joined to them would be read again for each.
    private func said(_ tenant: SQL?, _ tx: borrowing TenantTransaction) -> SQL {
        guard let knownOn = moment.knownOn else { return "\(identifier: tx.table("work_item")) AS i" }
        let own: (item: SQL, change: SQL) =
            tenant.map { ("w.tenant_id = \(fragment: $0)", "c.tenant_id = \(fragment: $0)") } ?? ("true", "true")
        let known: SQL = "\(fragment: tx.within("w.tenant_id")) AND \(fragment: own.item) AND w.recorded_on <= \(knownOn)"
        let later: SQL = "\(fragment: tx.within("c.tenant_id")) AND \(fragment: own.change) AND c.recorded_on > \(knownOn)"
        return """
            (
                SELECT \(fragment: Self.now)
                FROM \(identifier: tx.table("work_item")) AS w
                WHERE \(fragment: known)
                  AND NOT EXISTS (
                    SELECT FROM \(identifier: tx.table("work_item_change")) AS c
                    WHERE \(fragment: later) AND c.tenant_id = w.tenant_id AND c.item_id = w.id)
                UNION ALL
                SELECT \(fragment: Self.then)
                FROM (
                    SELECT DISTINCT ON (c.tenant_id, c.item_id) c.tenant_id, c.item_id, c.before
                    FROM \(identifier: tx.table("work_item_change")) AS c
                    WHERE \(fragment: later)
                    ORDER BY c.tenant_id, c.item_id, c.version
                ) AS later
                    JOIN \(identifier: tx.table("work_item")) AS w ON w.tenant_id = later.tenant_id AND w.id = later.item_id
                    CROSS JOIN LATERAL jsonb_populate_record(NULL::core.work_item, later.before) AS said
                WHERE \(fragment: known)
            ) AS i
            """
    }

    /// Every column of an item as it was said then; but why it was changed last, which is kept from the province's roles (56_words.sql), so that no
    /// row is read whole. What a change did not know yet the item says now; its key never changes, so that who looks for it finds it in an index.
    private static let then = SQL.joined(
        ["w.tenant_id", "w.id"]
            + columns.dropFirst(2).map { column in
                """
                CASE WHEN later.before ? '\(fragment: column)' THEN said.\(fragment: column) ELSE w.\(fragment: column) END AS \(fragment: column)
                """
            }, separator: ", ")

    /// The same of an item that has not changed since.
    private static let now = SQL.joined(columns.map { "w.\(fragment: $0)" }, separator: ", ")

    /// The same of an item `i` beside the row of ``moved(after:in:)``.
    private static let due = SQL.joined(
        firstColumns.map { column -> SQL in "i.\(fragment: column)" } + dueColumns
            + lastColumns.map { column -> SQL in "i.\(fragment: column)" }, separator: ", ")

    private static let dueColumns: [SQL] = ["\(fragment: dueThen) AS due_on", "coalesce(\(fragment: dueThen), 'infinity') AS sort_due"]

    private static let dueThen: SQL =
        "CASE WHEN moved.item_id IS NULL THEN i.due_on ELSE coalesce(moved.due_on, i.original_due_on) END"

    private static let columns: [SQL] = firstColumns + ["due_on", "sort_due"] + lastColumns

    private static let firstColumns: [SQL] = [
        "tenant_id", "id", "unit_id", "assignee_id", "parent_id", "parent_due_on", "campaign_id", "content_code", "code", "kind", "role",
        "lead_tenant_id", "lead_item_id", "coordinators", "title", "directive_id", "source_clause", "source_row", "sector", "product",
        "submit_to", "completion", "unit_leader_id", "province_leader_id", "due_words", "original_due_on",
    ]

    private static let lastColumns: [SQL] = [
        "direction", "target", "measure_unit", "baseline", "measured_at_year_end", "assigner_tenant_id", "assigner_post_id",
        "assigned_on", "version", "recorded_on", "recorded_at", "due_fixed_on", "parent_state", "figure_body", "figure_tenant_id",
        "carried_code", "carried_assigned_on", "carried_due_on", "due_document", "correction_id", "change_document_number",
        "change_document_issuer", "change_document_on",
    ]

    /// Of every item whose date was moved after a day, the date that it had by the last move decided until then; NULL where its first one still
    /// stood. As rule 1 of the ledger file walks them: an extension moves it on the day of its grant, the assigner's own change on the day on which it
    /// was recorded. No move is dated before the one that it follows (`due_date_moves`).
    private func moved(after day: CivilDate, in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT m.tenant_id, m.item_id,
            (array_agg(m.due_after ORDER BY m.decided_on DESC, m.version DESC) FILTER (WHERE m.decided_on <= \(day)))[1] AS due_on
        FROM (
            SELECT c.tenant_id, c.item_id, c.version, c.recorded_on, coalesce(g.happened_on, c.recorded_on) AS decided_on,
                (c.before ->> 'due_on')::date AS due_before,
                -- Of the last change alone what the item says now is looked up.
                coalesce(lead((c.before ->> 'due_on')::date) OVER (PARTITION BY c.tenant_id, c.item_id ORDER BY c.version), (
                    SELECT w.due_on
                    FROM \(identifier: tx.table("work_item")) AS w
                    WHERE \(fragment: tx.within("w.tenant_id")) AND w.tenant_id = c.tenant_id AND w.id = c.item_id
                )) AS due_after
            FROM \(identifier: tx.table("work_item_change")) AS c
                LEFT JOIN \(identifier: tx.table("extension_step")) AS g
                    ON \(fragment: tx.within("g.tenant_id")) AND g.tenant_id = c.tenant_id AND g.item_id = c.item_id
                        AND g.item_version = c.version
            WHERE \(fragment: tx.within("c.tenant_id"))
              -- What is dated later was recorded later: of all others nothing is unpacked.
              AND (c.tenant_id, c.item_id) IN (
                    SELECT x.tenant_id, x.item_id
                    FROM \(identifier: tx.table("work_item_change")) AS x
                    WHERE \(fragment: tx.within("x.tenant_id")) AND x.recorded_on > \(day))
        ) AS m
        WHERE m.due_before <> m.due_after
          AND \(fragment: known("m.recorded_on"))
        GROUP BY m.tenant_id, m.item_id
        HAVING bool_or(m.decided_on > \(day))
        """
    }

    /// What holds for every item that is asked for at all.
    ///
    /// - Parameter corrections: on the records `c` of ``laterCorrections(where:in:)``.
    func conditions(corrections: SQL = "true", in tx: borrowing TenantTransaction) -> SQL {
        let whole: SQL = past == nil ? "" : "\n    AND \(fragment: wasThere(corrections: corrections, in: tx))"
        return """
            \(fragment: tx.within("i.tenant_id"))
                AND \(fragment: known("i.recorded_on"))
                AND \(fragment: dated("i.assigned_on"))\(fragment: whole)
            """
    }

    /// That an item was not made by splitting or merging after the day. It is given as what it replaced was: until its record that stands in the
    /// count, and not both (A15).
    ///
    /// - Parameter corrections: on the records `c` of ``laterCorrections(where:in:)``.
    func wasThere(corrections: SQL = "true", in tx: borrowing TenantTransaction) -> SQL {
        past == nil ? "true" : Self.isNotMade(by: laterCorrections(where: corrections, in: tx))
    }

    /// The records by which work was split or merged after the day; none where nothing dated later is known.
    ///
    /// - Parameter condition: on the records `c`.
    func laterCorrections(where condition: SQL = "true", in tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT c.id
        FROM \(identifier: tx.table("item_correction")) AS c
        WHERE \(fragment: tx.within("c.tenant_id"))
          AND \(fragment: condition)
          AND \(fragment: isLater("c.decided_on"))
        """
    }

    private func isLater(_ column: SQL) -> SQL { past.map { "\(fragment: column) > \($0)" } ?? "false" }

    /// That none of these records made an item. Few items were made by one: for others the records are not even read, and else once. A record that is
    /// out of sight takes nothing away.
    static func isNotMade(by records: SQL) -> SQL {
        "(i.correction_id IS NULL OR i.correction_id <> ALL (ARRAY(\(fragment: records))))"
    }
}
