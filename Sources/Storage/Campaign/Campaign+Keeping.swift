public import Domain
public import FoundationEssentials
import Postgres

extension CampaignRecord {
    /// Keeps a plan that is new, as its version 1.
    public static func insert(
        _ plan: Campaign, id: Campaign.ID, document: Data, checksum: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.campaign
                (id, code, name, signed_on, first_day, last_day, launch_deadline, first_tier, document, checksum, recorded_on)
            VALUES
                (\(id), \(plan.code), \(plan.name), \(plan.paper.date), \(plan.span.from), \(plan.span.to), \(plan.launch.deadline.date),
                 \(plan.firstTierKeys), \(JSONText(document)), \(checksum), core.today())
            """)
        try await replaceContents(of: id, by: plan, in: tx)
    }

    /// Puts a plan in place of the present version; the database counts the version and keeps the old one.
    public static func update(
        _ id: Campaign.ID, to plan: Campaign, document: Data, checksum: String, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            UPDATE core.campaign
            SET name = \(plan.name),
                signed_on = \(plan.paper.date),
                first_day = \(plan.span.from),
                last_day = \(plan.span.to),
                launch_deadline = \(plan.launch.deadline.date),
                first_tier = \(plan.firstTierKeys),
                document = \(JSONText(document)),
                checksum = \(checksum),
                recorded_on = core.today(),
                recorded_at = now()
            WHERE id = \(id)
            """)
        try await replaceContents(of: id, by: plan, in: tx)
    }

    /// Contents of a campaign that items of the ledger serve, of those that a new version would no longer have.
    public static func contentsInUse(
        of id: Campaign.ID, outside codes: [String], in tx: borrowing TenantTransaction
    ) async throws -> [String] {
        try await tx.rows(
            """
            SELECT DISTINCT i.content_code COLLATE "C" AS code
            FROM core.work_item AS i
            WHERE i.campaign_id = \(id)
              AND i.content_code <> ALL (\(codes))
            ORDER BY code
            """
        ) { row in try row.next(String.self) }
    }

    /// What items may serve. A content that items serve already is kept by their foreign key.
    private static func replaceContents(of id: Campaign.ID, by plan: Campaign, in tx: borrowing TenantTransaction) async throws {
        let contents = plan.itemContent
        try await tx.execute(
            """
            INSERT INTO core.campaign_content (campaign_id, code, title, position)
            SELECT \(id), c.code, c.title, c.position
            FROM unnest(\(contents.map(\.code)), \(contents.map(\.label))) WITH ORDINALITY AS c (code, title, position)
            ON CONFLICT (campaign_id, code) DO UPDATE
            SET title = excluded.title, position = excluded.position
            """)
        try await tx.execute(
            "DELETE FROM core.campaign_content WHERE campaign_id = \(id) AND code <> ALL (\(contents.map(\.code)))")
    }
}

extension JSONText {
    fileprivate init(_ document: Data) {
        self.init(String(decoding: document, as: UTF8.self))
    }
}
