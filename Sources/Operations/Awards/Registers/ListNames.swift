public import Domain
public import Storage

/// The names of a unit's nominees as they are to be printed, page by page.
public struct ListNames: Sendable {
    /// Only of dossiers that were signed and are not in the golden book yet.
    public var isDecided: Bool
    /// The one with which the page before ended.
    public var after: AwardDossier.ID?
    /// Rows of one page.
    public var limit: Int

    public init(isDecided: Bool = false, after: AwardDossier.ID? = nil, limit: Int = 50) {
        self.isDecided = isDecided
        self.after = after
        self.limit = limit
    }

    /// - Returns: the page, and with which the next begins; nil at the end.
    public func perform(in tx: borrowing TenantTransaction) async throws -> (names: [ConfirmedName], next: AwardDossier.ID?) {
        let found = try await ConfirmedName.list(isDecided: isDecided, after: after, limit: limit + 1, in: tx)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.dossier.id : nil)
    }
}

/// What papers call the collectives among some nominees: what a form offers to be printed where nobody confirmed a name.
public struct NameCollectives: Sendable {
    public var dossiers: [AwardDossier.ID]

    public init(_ dossiers: [AwardDossier.ID]) {
        self.dossiers = dossiers
    }

    public func perform(in tx: borrowing TenantTransaction) async throws -> [AwardDossier.ID: String] {
        try await DossierRecord.all(dossiers, in: tx).filter { $0.value.dossier.nominee.person == nil }.mapValues(\.nomineeInPapers)
    }
}

/// What was said of the acting person's own name and post, to be confirmed by himself.
public struct ListOwnNames: Sendable {
    public init() {}

    public func perform(in tx: borrowing TenantTransaction) async throws -> [OwnName] { try await ConfirmedName.own(in: tx) }
}
