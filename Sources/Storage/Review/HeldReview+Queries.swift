public import Domain
import Postgres

extension HeldReview {
    /// The reviews that were opened, the latest first. Every officer may know them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [HeldReview] {
        try await tx.rows("\(fragment: columns) ORDER BY r.held_on DESC, c.code COLLATE \"C\"", read)
    }

    /// Those of which no version is frozen.
    static func unfrozen(in tx: borrowing TenantTransaction) async throws -> [HeldReview] {
        try await tx.rows(
            "\(fragment: columns) WHERE NOT EXISTS (SELECT FROM core.review_snapshot AS s WHERE s.review_id = r.id) ORDER BY r.held_on, c.code COLLATE \"C\"",
            read)
    }

    /// - Parameter code: of the campaign.
    public static func find(_ code: String, _ kind: Campaign.Review, in tx: borrowing TenantTransaction) async throws -> HeldReview? {
        try await tx.first("\(fragment: columns) WHERE c.code = \(code) AND r.kind = \(kind)", read)
    }

    /// Opens a review as the acting officer; the database counts the settle days.
    public static func open(
        _ id: ID, of campaign: Campaign.ID, _ kind: Campaign.Review, heldOn: CivilDate, settleDays: Int, in tx: borrowing TenantTransaction
    ) async throws {
        // The guard finds the last day by the calendar.
        try await tx.execute(
            """
            INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
            VALUES (\(id), \(campaign), \(kind), \(heldOn), \(Int32(clamping: settleDays)), \(heldOn), core.actor_post(), core.today())
            """)
    }

    private static let columns: SQL = """
        SELECT r.id, r.campaign_id, c.code, r.kind, r.held_on, r.settle_days, r.settle_until, r.opened_on
        FROM core.review AS r
            JOIN core.campaign AS c ON c.id = r.campaign_id
        """

    private static func read(_ row: inout RowReader) throws -> HeldReview {
        HeldReview(
            id: try row.next(), campaign: try row.next(), code: try row.next(), kind: try row.next(), heldOn: try row.next(),
            settleDays: Int(try row.next(Int32.self)), settleUntil: try row.next(), openedOn: try row.next())
    }
}

extension ReviewUnit {
    /// The units of the first tier that the officer sees whole, in customary order, with what each has said.
    public static func list(in review: HeldReview, in tx: borrowing TenantTransaction) async throws -> [ReviewUnit] {
        let seenWhole: SQL = tx.reach == nil ? "true" : "(SELECT core.actor_whole()) IS NOT NULL"
        return try await tx.rows(
            """
            SELECT t.slug, t.code, t.full_name, c.recorded_on, coalesce(d.disputes, 0), coalesce(d.open, 0)
            FROM core.campaign_tenants(\(review.campaign), \(review.heldOn)) AS f
                JOIN core.tenant_on(\(review.heldOn)) AS t ON t.id = f.tenant_id
                LEFT JOIN \(identifier: tx.table("review_confirmation")) AS c
                    ON \(fragment: tx.within("c.tenant_id")) AND c.tenant_id = t.id AND c.review_id = \(review.id)
                LEFT JOIN (
                    SELECT x.tenant_id, count(*) AS disputes, count(*) FILTER (WHERE a.dispute_id IS NULL) AS open
                    FROM \(identifier: tx.table("review_dispute")) AS x
                        LEFT JOIN \(identifier: tx.table("review_answer")) AS a
                            ON \(fragment: tx.within("a.tenant_id")) AND a.tenant_id = x.tenant_id AND a.dispute_id = x.id
                    WHERE \(fragment: tx.within("x.tenant_id"))
                      AND x.review_id = \(review.id)
                    GROUP BY x.tenant_id
                ) AS d ON d.tenant_id = t.id
            WHERE \(fragment: tx.within("t.id"))
              AND \(fragment: seenWhole)
            ORDER BY t.position, t.code COLLATE "C"
            """
        ) { row in
            ReviewUnit(
                slug: try row.next(), code: try row.next(), name: try row.next(), confirmedOn: try row.next(),
                disputes: Int(try row.next(Int64.self)), openDisputes: Int(try row.next(Int64.self)))
        }
    }

    /// The acting officer says for his unit that its ledger is right.
    public static func confirm(_ review: HeldReview, of tenant: Tenant.ID, note: String, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("review_confirmation")) (tenant_id, review_id, note, recorded_by, recorded_on, settle_until, frozen)
            VALUES (\(tenant), \(review.id), \(note), core.actor_post(), core.today(), core.today(), false)
            """)
    }
}
