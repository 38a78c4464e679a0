public import Domain
import Postgres

extension ReviewSnapshot {
    /// Every version of a review, the latest first. Every officer may know them; the parts are each unit's own.
    public static func all(of review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> [ReviewSnapshot] {
        try await tx.rows("\(fragment: columns) WHERE s.review_id = \(review) ORDER BY s.version DESC", read)
    }

    /// The latest version of a review, or the one that is asked for.
    ///
    /// - Parameter code: of the campaign.
    public static func find(
        _ code: String, _ kind: Campaign.Review, version: Int? = nil, in tx: borrowing TenantTransaction
    ) async throws -> ReviewSnapshot? {
        let wanted: SQL = version.map { "s.version = \(Int32(clamping: $0))" } ?? "true"
        return try await tx.first(
            """
            \(fragment: columns)
                JOIN core.review AS r ON r.id = s.review_id
                JOIN core.campaign AS c ON c.id = r.campaign_id
            WHERE c.code = \(code)
              AND r.kind = \(kind)
              AND \(fragment: wanted)
            ORDER BY s.version DESC
            LIMIT 1
            """, read)
    }

    /// Waits until all who write to a ledger have ended; from now on they wait until this transaction ends. Before anything is gathered.
    public static func takeTurn(in tx: borrowing TenantTransaction) async throws {
        try await tx.execute("SELECT pg_advisory_xact_lock(core.ledger_turn())")
    }

    /// Keeps a version as the acting officer; what was open, and when it is, the database finds.
    public static func insert(
        of review: HeldReview.ID, version: Int, head: String, digest: [UInt8], minute: Minute?, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.review_snapshot (review_id, version, head, sha256, minute_number, minute_on, minute_reason, frozen_by,
                settle_until, silent_units, open_disputes, open_results, frozen_on, frozen_at, written_in)
            VALUES (\(review), \(Int32(clamping: version)), \(head), \(digest), \(minute?.number), \(minute?.on), \(minute?.reason), core.actor_post(),
                core.today(), 0, 0, 0, core.today(), now(), pg_current_xact_id())
            """)
    }

    private static let columns: SQL = """
        SELECT s.review_id, s.version, s.head, s.sha256, s.minute_number, s.minute_on, s.minute_reason, s.previous, s.frozen_on, s.settle_until,
            s.silent_units, s.open_disputes, s.open_results
        FROM core.review_snapshot AS s
        """

    private static func read(_ row: inout RowReader) throws -> ReviewSnapshot {
        let review: HeldReview.ID = try row.next()
        let version = Int(try row.next(Int32.self))
        let (head, digest): (String, [UInt8]) = (try row.next(), try row.next())
        let (number, on, reason): (String?, CivilDate?, String?) = (try row.next(), try row.next(), try row.next())
        let minute = number.flatMap { number in on.map { Minute(number: number, on: $0, reason: reason ?? "") } }
        return ReviewSnapshot(
            review: review, version: version, head: head, digest: digest, minute: minute, previous: try row.next(),
            frozenOn: try row.next(), settleUntil: try row.next(),
            left: Left(
                silentUnits: Int(try row.next(Int32.self)), disputes: Int(try row.next(Int32.self)), results: Int(try row.next(Int32.self)))
        )
    }
}
