public import Domain
import Storage

/// Webhooks as the operator keeps them.
extension OperatorDesk {
    public func webhooks() async throws -> [Webhook] {
        try await perform { (tx: borrowing OperatorTransaction) in try await tx.webhooks() }
    }

    /// Posts a unit's notices to an address as well, from now on; answers the secret that signs them, which is shown this once.
    ///
    /// - Throws: `invalid-input` for an address that is none, or in a private network where the installation does not allow that; `not-found`.
    public func addWebhook(
        to url: String, of tenant: Tenant.Slug, allowingPrivate: Bool, ids: IDSource
    ) async throws -> (id: Webhook.ID, secret: String) {
        let target: WebhookTarget
        do {
            target = try WebhookTarget(url, allowsPrivate: allowingPrivate)
        } catch {
            throw Problem.invalid("<url>", error.reason)
        }
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let id: Webhook.ID = ids.next()
        let isAdded = try await perform { (tx: borrowing OperatorTransaction) in
            try await tx.addWebhook(id, of: tenant, url: target.url, secret: secret)
        }
        guard isAdded else { throw Problem.notFound }
        return (id, ReviewSnapshot.hexadecimal(secret))
    }

    /// - Throws: `not-found` where it is not there or has ended.
    public func endWebhook(_ id: Webhook.ID) async throws {
        guard try await perform({ (tx: borrowing OperatorTransaction) in try await tx.endWebhook(id) }) else { throw Problem.notFound }
    }
}
