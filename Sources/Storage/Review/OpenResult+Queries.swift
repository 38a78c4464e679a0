public import Domain
import Postgres

extension OpenResult {
    /// What the freeze waits for besides disputes and silent units, the oldest first, as far as it is in sight. The same rows are counted, and kept
    /// with the version, by `core.review_waiting`, where it says why each is one.
    ///
    /// - Parameter knownOn: what was judged or confirmed later still waits; nil: as it stands.
    /// - Returns: at most `limit`, and how many there are.
    public static func list(
        in review: HeldReview, knownOn: CivilDate?, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> (results: [OpenResult], count: Int) {
        try await tx.planForAllTenants()
        try await tx.settleForGathering()
        let rows = try await tx.rows(waiting(in: review, LedgerFacts(at: LedgerMoment(asOf: review.heldOn, knownOn: knownOn)), limit, tx)) {
            row in
            let result = OpenResult(
                kind: try row.next(), item: try row.next(), tenant: try row.next(), unitName: try row.next(), code: try row.next(),
                title: try row.next(), evidenceOn: try row.next(), documentNumber: try row.next(), sentOn: try row.next())
            return (result, Int(try row.next(Int64.self)))
        }
        try await tx.settleAfterGathering()
        return (results: rows.map(\.0), count: rows.first?.1 ?? 0)
    }

    /// The reports that reviews which are not frozen yet wait to see confirmed, as far as they are in sight: what was sent in time counts only so,
    /// whatever was sent since.
    static func unconfirmed(in tx: borrowing TenantTransaction) async throws -> [(tenant: Tenant.ID, report: ProgressReport.ID)] {
        let reviews = try await HeldReview.unfrozen(in: tx)
        guard !reviews.isEmpty else { return [] }
        var found: [(tenant: Tenant.ID, report: ProgressReport.ID)] = []
        try await tx.planForAllTenants()
        try await tx.settleForGathering()
        for review in reviews {
            let facts = LedgerFacts(at: LedgerMoment(asOf: review.heldOn, knownOn: nil))
            let rows = try await tx.rows(waiting(in: review, facts, Int(Int32.max), tx)) { row in
                let kind: OpenResult.Kind = try row.next()
                row.skip(9)
                return (kind: kind, tenant: try row.next(Tenant.ID.self), report: try row.next(ProgressReport.ID.self))
            }
            found += rows.filter { $0.kind != .result }.map { (tenant: $0.tenant, report: $0.report) }
        }
        try await tx.settleAfterGathering()
        return found
    }

    private static func waiting(in review: HeldReview, _ facts: LedgerFacts, _ limit: Int, _ tx: borrowing TenantTransaction) -> SQL {
        """
        WITH reports AS MATERIALIZED (
            SELECT x.tenant_id, x.item_id, x.id, x.kind, x.milestone_percent, x.actual, x.occurrence_due_on, x.evidence_on, x.document_number,
                x.recorded_on, x.recorded_at
            FROM \(identifier: tx.table("progress")) AS x
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.evidence_on <= \(review.heldOn)
              AND x.recorded_on <= \(review.settleUntil)
              AND (x.kind = 'result' OR x.occurrence_due_on IS NOT NULL OR x.milestone_percent >= 50 OR x.actual IS NOT NULL)
        ), rulings AS MATERIALIZED (
            SELECT c.tenant_id, c.report_id, bool_or(c.kind = 'confirmed') AS is_confirmed,
                max(CASE WHEN \(fragment: facts.stands("c")) THEN c.kind ELSE 'revoked' END) FILTER (WHERE c.kind <> 'confirmed') AS judged
            FROM \(identifier: tx.table("ruling")) AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.kind IN ('confirmed', 'accepted', 'returned', 'withdrawn')
              AND \(fragment: facts.known("c.recorded_on"))
            GROUP BY c.tenant_id, c.report_id
        ), standing AS MATERIALIZED (
            SELECT c.tenant_id, c.item_id,
                bool_or(c.kind IN ('accepted', 'leadAccepted') AND c.evidence_on <= \(review.heldOn) AND \(fragment: facts.stands("c"))) AS is_done,
                bool_or(\(fragment: facts.isClosure("c"))) AS is_closed
            FROM \(identifier: tx.table("ruling")) AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred')
              AND \(fragment: facts.known("c.recorded_on"))
            GROUP BY c.tenant_id, c.item_id
        ), items AS MATERIALIZED (
            SELECT i.tenant_id, i.id, i.code, i.title, i.role, i.due_on, i.target IS NOT NULL AS is_target
            FROM \(identifier: tx.table("work_item")) AS i
            WHERE \(fragment: tx.within("i.tenant_id"))
              AND i.campaign_id = \(review.campaign)
              AND (i.unit_id <> i.tenant_id OR i.parent_id IS NULL)
              AND \(fragment: facts.wasThere(in: tx))
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("work_item")) AS whole
                    WHERE \(fragment: tx.within("whole.tenant_id"))
                      AND whole.tenant_id = i.tenant_id
                      AND whole.id = i.parent_id
                      AND whole.unit_id = i.unit_id)
        )
        SELECT o.what, o.item_id, t.slug, t.full_name, o.code, o.title, o.evidence_on, o.document_number, o.recorded_on, count(*) OVER (),
            o.tenant_id, o.id
        FROM (
            SELECT s.*,
                CASE
                    WHEN s.kind = 'result' THEN CASE WHEN s.role = 'lead' AND s.judged IS NULL THEN 'result' END
                    WHEN s.role = 'lead' AND s.occurrence_due_on <= \(review.heldOn) AND NOT bool_or(s.is_confirmed) OVER occurrence
                        AND row_number() OVER (occurrence ORDER BY s.evidence_on, s.recorded_at, s.id) = 1 THEN 'occurrence'
                    WHEN s.is_half AND NOT bool_or(s.is_confirmed) OVER half
                        AND row_number() OVER (half ORDER BY s.evidence_on, s.recorded_at, s.id) = 1 THEN 'half'
                    WHEN s.is_figure AND NOT s.is_confirmed
                        AND row_number() OVER (figure ORDER BY s.evidence_on DESC, s.recorded_at DESC, s.id DESC) = 1 THEN 'figure'
                END AS what
            FROM (
                SELECT i.tenant_id, i.id AS item_id, i.code, i.title, i.role, x.id, x.kind, x.evidence_on, x.document_number, x.recorded_on,
                    x.recorded_at, x.occurrence_due_on, j.judged, coalesce(j.is_confirmed, false) AS is_confirmed,
                    coalesce(x.kind = 'reported' AND x.milestone_percent >= 50 AND \(review.kind == .interim) AND d.is_done IS NOT TRUE
                        AND (i.due_on > \(review.heldOn) OR i.due_on IS NULL), false) AS is_half,
                    i.is_target AND x.actual IS NOT NULL AND (x.kind = 'reported' OR j.judged IS NOT DISTINCT FROM 'accepted') AS is_figure
                FROM items AS i
                    JOIN reports AS x ON x.tenant_id = i.tenant_id AND x.item_id = i.id
                    LEFT JOIN rulings AS j ON j.tenant_id = x.tenant_id AND j.report_id = x.id
                    LEFT JOIN standing AS d ON d.tenant_id = i.tenant_id AND d.item_id = i.id
                WHERE d.is_closed IS NOT TRUE
            ) AS s
            WINDOW occurrence AS (PARTITION BY s.tenant_id, s.item_id, s.occurrence_due_on),
                half AS (PARTITION BY s.tenant_id, s.item_id, s.is_half),
                figure AS (PARTITION BY s.tenant_id, s.item_id, s.is_figure)
        ) AS o
            JOIN core.tenant_on(core.today()) AS t ON t.id = o.tenant_id
        WHERE o.what IS NOT NULL
        ORDER BY o.evidence_on, t.slug, o.code COLLATE "C", o.what, o.id
        LIMIT \(Int32(clamping: limit))
        """
    }
}

extension LeftOpen {
    /// What a version left open, in the order in which it was kept, as far as it is in sight. Of versions from before it was kept: nothing.
    public static func list(of snapshot: ReviewSnapshot, in tx: borrowing TenantTransaction) async throws -> [LeftOpen] {
        try await tx.rows(
            """
            SELECT o.what, t.slug, coalesce(o.unit_name, t.slug), o.item_id, o.code, o.title, o.since
            FROM core.review_left_open(\(snapshot.review), \(Int32(clamping: snapshot.version))) AS o
                JOIN core.tenant AS t ON t.id = o.tenant_id
            WHERE \(fragment: tx.within("o.tenant_id"))
            ORDER BY o.place
            """
        ) { row in
            LeftOpen(
                kind: try row.next(), tenant: try row.next(), unitName: try row.next(), item: try row.next(), code: try row.next(),
                title: try row.next(), since: try row.next())
        }
    }
}
