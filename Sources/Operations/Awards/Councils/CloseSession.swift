public import Domain
public import Storage

/// Counts, seals and closes a session of the council that the officer keeps. Nothing of it changes afterwards.
public struct CloseSession: Sendable {
    public var session: CouncilSession.ID
    /// What who chaired said openly, on dossiers with a secret vote; needed where the rule asks that he agrees.
    public var declared: [(dossier: AwardDossier.ID, choice: CouncilTally.Choice)]
    /// What was counted by hand, where ballots were cast on paper.
    public var papers: [(dossier: AwardDossier.ID, count: PaperCount)]

    public init(
        _ session: CouncilSession.ID, declared: [(dossier: AwardDossier.ID, choice: CouncilTally.Choice)] = [],
        papers: [(dossier: AwardDossier.ID, count: PaperCount)] = []
    ) {
        self.session = session
        self.declared = declared
        self.papers = papers
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-closed`, `session-miscounted`, `session-counted-twice`, `vote-absent`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        var check = InputCheck()
        let listed = Set(record.listed.map(\.entry.dossier))
        for (path, named) in [("$.declared", declared.map(\.dossier)), ("$.papers", papers.map(\.dossier))] {
            if !listed.isSuperset(of: named) { check.fault(path, "có hồ sơ không nằm trong danh sách của phiên họp") }
            if Set(named).count != named.count { check.fault(path, "có hồ sơ ghi hai lần; mỗi hồ sơ một lần") }
        }
        for (_, count) in papers {
            if ![count.yes, count.no, count.written].allSatisfy((0...10_000).contains) {
                check.fault("$.papers", "số phiếu phải từ 0 đến 10.000")
            }
        }
        try check.finish()
        _ = try await CouncilSession.close(session, declared: declared, papers: papers, in: tx)
    }
}
