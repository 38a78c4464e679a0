public import Domain
public import Storage

/// Opinions that were asked of dossiers in sight, the latest first, page by page; of one dossier or of all.
public struct ListOpinions: Sendable {
    public var dossier: AwardDossier.ID?
    /// The one with which the page before ended.
    public var after: DossierOpinion.ID?
    /// Rows of one page.
    public var limit: Int

    public init(of dossier: AwardDossier.ID? = nil, after: DossierOpinion.ID? = nil, limit: Int = 50) {
        self.dossier = dossier
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, with which the next begins (nil at the end), and the day of which clocks speak.
    /// - Throws: `not-allowed` where another unit's own are asked for.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (opinions: [DossierOpinion], next: DossierOpinion.ID?, day: CivilDate) {
        let officer = try await tx.officer()
        guard officer.place == nil || officer.place == officer.home else { throw Problem.notAllowed }
        let found = try await DossierOpinion.list(of: dossier, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil, officer.today)
    }
}

/// One of them.
public struct ShowOpinion: Sendable {
    public var opinion: DossierOpinion.ID

    public init(_ opinion: DossierOpinion.ID) {
        self.opinion = opinion
    }

    /// - Throws: `not-found`.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (opinion: DossierOpinion, day: CivilDate) {
        guard let found = try await DossierOpinion.find(opinion, in: tx) else { throw Problem.notFound }
        return (found, try await tx.officer().today)
    }
}
