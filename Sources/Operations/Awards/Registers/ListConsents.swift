public import Domain
public import Storage

/// What nominees said of being named in public, every word as it was recorded, the latest first, page by page.
public struct ListConsents: Sendable {
    public var dossier: AwardDossier.ID?
    /// Only what counts now.
    public var isLast: Bool
    /// The one with which the page before ended.
    public var after: PublicityConsent.ID?
    /// Rows of one page.
    public var limit: Int

    public init(dossier: AwardDossier.ID? = nil, isLast: Bool = false, after: PublicityConsent.ID? = nil, limit: Int = 50) {
        self.dossier = dossier
        self.isLast = isLast
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (consents: [PublicityConsent], next: PublicityConsent.ID?) {
        let found = try await PublicityConsent.list(of: dossier, isLast: isLast, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }
}
