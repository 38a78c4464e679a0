public import Domain
import Postgres

/// Webhooks as the operator keeps them.
extension OperatorTransaction {
    /// All of them, by unit.
    public func webhooks() async throws -> [Webhook] {
        try await asOwner(
            """
            SELECT w.id, t.slug, w.url, w.ended_at IS NOT NULL
            FROM core.webhook AS w
                JOIN core.tenant AS t ON t.id = w.tenant_id
            ORDER BY t.slug, w.id
            """
        ).decode { row in Webhook(id: try row.next(), tenant: try row.next(), url: try row.next(), isEnded: try row.next()) }
    }

    /// False: there is no such unit.
    public func addWebhook(_ id: Webhook.ID, of tenant: Tenant.Slug, url: String, secret: [UInt8]) async throws -> Bool {
        try await asOwner(
            """
            INSERT INTO core.webhook (id, tenant_id, url, secret)
            SELECT \(id), t.id, \(url), \(secret) FROM core.tenant AS t WHERE t.slug = \(tenant)
            RETURNING true
            """
        ).first { row in try row.next(Bool.self) } ?? false
    }

    /// False: there is no such webhook, or it has ended.
    public func endWebhook(_ id: Webhook.ID) async throws -> Bool {
        try await asOwner("UPDATE core.webhook SET ended_at = clock_timestamp() WHERE id = \(id) AND ended_at IS NULL RETURNING true")
            .first { row in try row.next(Bool.self) } ?? false
    }
}
