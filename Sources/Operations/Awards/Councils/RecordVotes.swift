public import Domain
public import Storage

/// How members raised their hands on a dossier, or wrote: entered by who keeps the council.
public struct RecordVotes: Sendable {
    public typealias Vote = (member: Person.ID, choice: CouncilTally.Choice)

    public var session: CouncilSession.ID
    public var dossier: AwardDossier.ID
    public var votes: [Vote]
    /// Of every member whose vote is wanted and who is not among ``votes``; nil: none of them has voted yet.
    public var otherwise: CouncilTally.Choice?

    public init(_ session: CouncilSession.ID, on dossier: AwardDossier.ID, votes: [Vote], otherwise: CouncilTally.Choice? = nil) {
        self.session = session
        self.dossier = dossier
        self.votes = votes
        self.otherwise = otherwise
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-closed`, `voted-already`, `vote-not-yours`, `vote-recused`, `vote-method`,
    ///   `vote-absent`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        guard Set(votes.map(\.member)).count == votes.count else {
            throw Problem.invalid("$.votes", "có thành viên ghi hai lần; mỗi người một lựa chọn")
        }
        guard let listed = record.listed.first(where: { $0.entry.dossier == dossier }) else {
            throw Problem.invalid("$.dossier", "hồ sơ không nằm trong danh sách của phiên họp")
        }
        var all = votes
        if let otherwise {
            let said = Set(votes.map(\.member))
            all += record.attendees.filter { !said.contains($0.person) && listed.awaits($0) }.map { ($0.person, otherwise) }
        }
        guard !all.isEmpty else { throw Problem.invalid("$.votes", "ghi ý kiến của ít nhất một thành viên") }
        try await CouncilSession.record(all, on: dossier, in: session, in: tx)
    }
}
