public import Domain
import Postgres

extension MottoDecision {
    /// Records a decision of the acting member of the council. There is one for each unit and review.
    public func insert(of campaign: Campaign.ID, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.motto_decision (campaign_id, review, tenant_id, accepted, reason, decided_on, recorded_by)
            VALUES (\(campaign), \(review.rawValue), \(tenant), \(isAccepted), \(reason), \(decidedOn), core.actor_post())
            """)
    }
}
