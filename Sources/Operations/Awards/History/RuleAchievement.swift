public import Domain
public import Storage

/// Flags of achievements that may be rewarded twice, in the province, page by page of dossiers.
public struct ListAchievementFlags: Sendable {
    /// Only those that keep a dossier from the Chairman.
    public var isOpen: Bool
    /// Of one dossier alone.
    public var dossier: AwardDossier.ID?
    public var after: AwardDossier.ID?
    /// Dossiers of one page.
    public var limit: Int

    public init(isOpen: Bool = false, dossier: AwardDossier.ID? = nil, after: AwardDossier.ID? = nil, limit: Int = 50) {
        self.isOpen = isOpen
        self.dossier = dossier
        self.after = after
        self.limit = limit
    }

    /// - Returns: the flags, a dossier's together; and the dossier after which the next page begins, nil at the end.
    /// - Throws: `not-allowed` outside the province.
    public func perform(
        in tx: borrowing TenantTransaction
    ) async throws -> (flags: [AchievementFlag], next: AwardDossier.ID?) {
        guard tx.tenant == nil else { throw Problem.notAllowed }
        let flags = try await AchievementFlag.list(of: dossier, isOpen: isOpen, after: after, limit: limit, in: tx)
        return (flags, Set(flags.map(\.dossier)).count < limit ? nil : flags.last?.dossier)
    }
}

/// Home Affairs decides, with a reason, whether two things that look like one achievement are one, and whether it is rewarded at both levels
/// (IV.2.2b of the plan). The last word counts.
public struct RuleAchievement: Sendable {
    public var dossier: AwardDossier.ID
    public var other: AchievementFlag.Other
    public var ruling: AchievementFlag.Ruling
    public var reason: String

    public init(dossier: AwardDossier.ID, other: AchievementFlag.Other, ruling: AchievementFlag.Ruling, reason: String) {
        self.dossier = dossier
        self.other = other
        self.ruling = ruling
        self.reason = reason
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `dossier-own-matter`, `achievement-not-flagged`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws {
        let officer = try await tx.officer()
        guard officer.may(.appraiseAward), officer.place == nil else { throw Problem.notAllowed }
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 2_000)
        try check.finish()
        guard let record = try await DossierRecord.find(dossier, in: tx) else { throw Problem.notFound }
        try await record.refuseOnesOwn(in: tx)
        guard try await AchievementFlag.rule(ruling, on: dossier, beside: other, reason: reason, id: ids.next(), in: tx) else {
            throw Problem.notFound
        }
    }
}
