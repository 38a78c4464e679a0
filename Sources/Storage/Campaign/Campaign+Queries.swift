public import Domain
import FoundationEssentials
import Postgres

extension CampaignSummary {
    /// All campaigns, the latest first. Every officer may read them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [CampaignSummary] {
        try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM core.campaign AS c
                LEFT JOIN core.campaign_launch AS l ON l.campaign_id = c.id
            ORDER BY c.first_day DESC, c.code COLLATE "C"
            """, read)
    }

    public static func find(code: String, in tx: borrowing TenantTransaction) async throws -> CampaignSummary? {
        try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM core.campaign AS c
                LEFT JOIN core.campaign_launch AS l ON l.campaign_id = c.id
            WHERE c.code = \(code)
            """, read)
    }

    /// Those of these campaigns that have an item in sight.
    public static func withItems(among campaigns: [Campaign.ID], in tx: borrowing TenantTransaction) async throws -> Set<Campaign.ID> {
        let found = try await tx.rows(
            """
            SELECT c.id
            FROM unnest(\(campaigns)) AS c (id)
            WHERE EXISTS (
                SELECT
                FROM \(identifier: tx.table("work_item")) AS i
                WHERE \(fragment: tx.within("i.tenant_id"))
                  AND i.campaign_id = c.id)
            """
        ) { row in
            try row.next(Campaign.ID.self)
        }
        return Set(found)
    }

    private static let columns: SQL = """
        c.id, c.code, c.name, c.first_day, c.last_day, c.launch_deadline, c.version, \(fragment: CampaignLaunch.columns)
        """

    private static func read(_ row: inout RowReader) throws -> CampaignSummary {
        CampaignSummary(
            id: try row.next(), code: try row.next(), name: try row.next(), firstDay: try row.next(), lastDay: try row.next(),
            launchDeadline: try row.next(), version: Int(try row.next(Int32.self)), launch: try CampaignLaunch.read(&row))
    }
}

extension CampaignRecord {
    /// A campaign in its present version.
    public static func find(code: String, in tx: borrowing TenantTransaction) async throws -> CampaignRecord? {
        try await tx.first("\(fragment: present) WHERE c.code = \(code)", read)
    }

    /// A campaign in its present version.
    public static func find(_ id: Campaign.ID, in tx: borrowing TenantTransaction) async throws -> CampaignRecord? {
        try await tx.first("\(fragment: present) WHERE c.id = \(id)", read)
    }

    /// A campaign in an earlier version, or in the present one.
    public static func find(code: String, version: Int, in tx: borrowing TenantTransaction) async throws -> CampaignRecord? {
        try await tx.first(
            """
            SELECT c.id, v.document, v.version, v.checksum, v.recorded_on, \(fragment: CampaignLaunch.columns)
            FROM core.campaign AS c
                JOIN core.campaign_version AS v ON v.campaign_id = c.id
                LEFT JOIN core.campaign_launch AS l ON l.campaign_id = c.id
            WHERE c.code = \(code)
              AND v.version = \(Int32(clamping: version))
            """, read)
    }

    /// The campaign of a review in the version that its last frozen figures rest on; nil: nothing is frozen.
    public static func frozen(for review: HeldReview.ID, in tx: borrowing TenantTransaction) async throws -> CampaignRecord? {
        try await tx.first(
            """
            SELECT c.id, v.document, v.version, v.checksum, v.recorded_on, \(fragment: CampaignLaunch.columns)
            FROM core.review AS r
                JOIN core.review_snapshot AS s ON s.review_id = r.id
                JOIN core.campaign AS c ON c.id = r.campaign_id
                JOIN core.campaign_version AS v ON v.campaign_id = r.campaign_id AND v.version = (s.head::jsonb #>> '{plan,version}')::integer
                LEFT JOIN core.campaign_launch AS l ON l.campaign_id = c.id
            WHERE r.id = \(review)
            ORDER BY s.version DESC
            LIMIT 1
            """, read)
    }

    /// A campaign in its present version, held until the transaction ends: neither another import nor the launch comes between.
    public static func hold(code: String, in tx: borrowing TenantTransaction) async throws -> CampaignRecord? {
        let held = try await tx.first("SELECT id FROM core.campaign WHERE code = \(code) FOR UPDATE") { row in
            try row.next(Campaign.ID.self)
        }
        guard let held else { return nil }
        return try await find(held, in: tx)
    }

    private static let present: SQL = """
        SELECT c.id, c.document, c.version, c.checksum, c.recorded_on, \(fragment: CampaignLaunch.columns)
        FROM core.campaign AS c
            LEFT JOIN core.campaign_launch AS l ON l.campaign_id = c.id
        """

    private static func read(_ row: inout RowReader) throws -> CampaignRecord {
        CampaignRecord(
            id: try row.next(), plan: try Campaign(document: Data(try row.next(JSONText.self).text.utf8)),
            version: Int(try row.next(Int32.self)), checksum: try row.next(), recordedOn: try row.next(),
            launch: try CampaignLaunch.read(&row))
    }
}

extension CampaignLaunch {
    /// Of the table under the alias `l`, which may be outer-joined.
    fileprivate static let columns: SQL = "l.document_number, l.launched_on, l.launched_by, l.recorded_on"

    fileprivate static func read(_ row: inout RowReader) throws -> CampaignLaunch? {
        guard let number = try row.next(String?.self) else {
            row.skip(3)
            return nil
        }
        return CampaignLaunch(
            documentNumber: number, launchedOn: try row.next(), launchedBy: try row.next(), recordedOn: try row.next())
    }

    /// Records the acting post's launch of a campaign, or its signer's from a paper; its row sets the fan-out going when it commits.
    ///
    /// - Returns: False where there is no such campaign.
    public static func insert(
        of campaign: Campaign.ID, documentNumber: String, on day: CivilDate, from paper: PaperAct.ID? = nil,
        in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            INSERT INTO core.campaign_launch
                (campaign_id, document_number, launched_on, signed_on, first_day, last_day, launch_deadline, first_tier, launched_by, paper_id, recorded_on)
            SELECT c.id, \(documentNumber), \(day), c.signed_on, c.first_day, c.last_day, c.launch_deadline, c.first_tier,
                coalesce(core.paper_post(\(paper)), core.actor_post()), \(paper)::uuid, core.today()
            FROM core.campaign AS c
            WHERE c.id = \(campaign)
            """) == 1
    }
}

extension Campaign {
    /// The numbers among the parameters of a plan as it stands, and its flags as 0 and 1: the plan need not be read whole for them. None of no
    /// campaign.
    public static func parameters(of campaign: Campaign.ID?, in tx: borrowing TenantTransaction) async throws -> [ParameterName: Int] {
        guard let campaign else { return [:] }
        let rows = try await tx.rows(
            """
            SELECT m ->> 'name', CASE jsonb_typeof(m -> 'value')
                    WHEN 'number' THEN (m ->> 'value')::integer
                    WHEN 'boolean' THEN (m ->> 'value')::boolean::integer
                END
            FROM core.campaign AS c
                CROSS JOIN LATERAL jsonb_array_elements(c.document -> 'parameters') AS m
            WHERE c.id = \(campaign)
            """
        ) { row in (name: ParameterName(rawValue: try row.next(String.self)), value: try row.next(Int32?.self).map(Int.init)) }
        return rows.reduce(into: [:]) { found, row in if let name = row.name { found[name] = row.value } }
    }
}
