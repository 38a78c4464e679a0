public import Domain
import Postgres

extension Urging {
    /// The letters of a campaign as far as they are in sight, in the order in which they were signed.
    ///
    /// - Parameter tenant: to one unit; nil: to all.
    public static func list(of campaign: Campaign.ID, to tenant: Tenant.ID? = nil, in tx: borrowing TenantTransaction) async throws
        -> [Urging]
    {
        let wanted: SQL = tenant.map { "u.tenant_id = \($0)" } ?? "true"
        return try await tx.rows(
            "\(fragment: columns) WHERE u.campaign_id = \(campaign) AND \(fragment: wanted) ORDER BY u.signed_on, u.id", read)
    }

    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> Urging? {
        try await tx.first("\(fragment: columns) WHERE u.id = \(id)", read)
    }

    /// Records a signed letter as the acting officer; the database reads what the items were and whether they were urged before.
    public static func insert(
        _ id: ID, to tenant: Tenant.ID, of campaign: Campaign.ID, number: String, signedOn: CivilDate, items: [WorkItem.ID], again: Bool,
        in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.urging (id, tenant_id, campaign_id, number, signed_on, items, is_again, recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(campaign), \(number), \(signedOn), \(items), \(again), core.actor_post(), core.today())
            """)
    }

    private static let columns: SQL = """
        SELECT u.id, u.tenant_id, u.number, u.signed_on, u.is_again,
            ARRAY(SELECT (f.value ->> 'item')::uuid FROM jsonb_array_elements(u.facts) WITH ORDINALITY AS f (value, place) ORDER BY f.place),
            ARRAY(SELECT (f.value ->> 'dueOn')::date FROM jsonb_array_elements(u.facts) WITH ORDINALITY AS f (value, place) ORDER BY f.place)
        FROM core.urging AS u
        """

    private static func read(_ row: inout RowReader) throws -> Urging {
        let (id, tenant): (ID, Tenant.ID) = (try row.next(), try row.next())
        let (number, signedOn, isAgain): (String, CivilDate, Bool) = (try row.next(), try row.next(), try row.next())
        let (items, days): ([WorkItem.ID], [CivilDate]) = (try row.next(), try row.next())
        return Urging(
            id: id, tenant: tenant, number: number, signedOn: signedOn,
            causes: zip(items, days).map { Cause(item: $0, dueOn: $1) }, isAgain: isAgain)
    }
}
