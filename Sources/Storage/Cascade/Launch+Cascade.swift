public import Domain
import FoundationEssentials
import Postgres

extension Launch {
    /// Asks for the cascade of a campaign to all sub-units of the acting officer's tenant.
    ///
    /// - Returns: True the first time; false when it was asked for before.
    /// - Throws: ``Problem`` `not-launched-yet` where the province's launch has not come to the tenant.
    public static func askForCascade(of campaign: Campaign.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.first("SELECT core.launch_cascade(\(campaign))") { row in try row.next() } ?? false
    }

    /// The worker's: the province's launch arrives at a tenant.
    ///
    /// - Returns: How many launches are new: 1, or 0 when the job had done its work before.
    public static func receive(_ job: Job, in tx: borrowing TenantTransaction) async throws -> Int {
        guard try await Inbox.takes(job, in: tx) else { return 0 }
        return try await insert(job.subject, units: "e.id = e.tenant_id", in: tx)
    }

    /// The worker's: a tenant's launch goes to its sub-units, whatever their depth; to those too that open on a later day.
    ///
    /// - Returns: How many launches are new.
    public static func cascade(_ job: Job, in tx: borrowing TenantTransaction) async throws -> Int {
        guard try await Inbox.takes(job, in: tx) else { return 0 }
        return try await insert(job.subject, units: "e.id <> e.tenant_id", in: tx)
    }

    /// One statement for all units; what opens on a later day receives it then. The province's dates come with the key that `launch_of_the_province` holds them to.
    private static func insert(_ campaign: UUID, units: SQL, in tx: borrowing TenantTransaction) async throws -> Int {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("launch"))
                (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
            SELECT e.tenant_id, core.new_id(), c.campaign_id, e.id, c.launched_on, c.launch_deadline,
                greatest(e.opened_on, (SELECT core.today())), (SELECT core.today())
            FROM \(identifier: tx.table("sub_unit")) AS e
                JOIN core.campaign_launch AS c ON c.campaign_id = \(campaign)
            WHERE \(fragment: tx.within("e.tenant_id"))
              AND \(fragment: units)
              AND (e.closed_on IS NULL OR e.closed_on >= (SELECT core.today()))
            ON CONFLICT ON CONSTRAINT launch_one_per_unit DO NOTHING
            """)
    }
}
