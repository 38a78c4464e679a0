public import Domain
public import Storage

/// How members raised their hands, or wrote, on all dossiers of a session's list or on one: “đồng ý tất cả, trừ …”. Entered by who keeps the council.
public struct RecordVotes: Sendable {
    /// What a member said.
    public struct Vote: Sendable {
        public let member: Person.ID
        public let choice: CouncilTally.Choice
        /// Nil: on every dossier about which nothing else is said.
        public let dossier: AwardDossier.ID?

        public init(_ member: Person.ID, _ choice: CouncilTally.Choice, on dossier: AwardDossier.ID? = nil) {
            self.member = member
            self.choice = choice
            self.dossier = dossier
        }
    }

    public var session: CouncilSession.ID
    /// Nil: all of the list that are voted on openly.
    public var dossier: AwardDossier.ID?
    public var votes: [Vote]
    /// Of every member in the room who is not among ``votes``, where hands are raised; nil: none of them has voted yet. What is written is entered by
    /// name: of the absent it says nothing.
    public var otherwise: CouncilTally.Choice?

    public init(_ session: CouncilSession.ID, on dossier: AwardDossier.ID?, votes: [Vote], otherwise: CouncilTally.Choice? = nil) {
        self.session = session
        self.dossier = dossier
        self.votes = votes
        self.otherwise = otherwise
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-closed`, `session-cancelled`, `voted-already`, `vote-not-yours`,
    ///   `vote-recused`, `vote-method`, `vote-absent`, `dossier-integrity-hold`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        try record.refuseCancelled()
        guard Set(votes.map { [$0.member.description, $0.dossier?.description ?? ""] }).count == votes.count else {
            throw Problem.invalid("$.votes", "có thành viên ghi hai lần; mỗi người một lựa chọn cho mỗi hồ sơ")
        }
        let listed = Set(record.listed.map(\.entry.dossier))
        guard dossier.map(listed.contains) ?? true else {
            throw Problem.invalid("$.dossier", "hồ sơ không nằm trong danh sách của phiên họp")
        }
        let wanted = record.listed.filter { dossier == nil ? $0.entry.method != .secret : $0.entry.dossier == dossier }
        guard Set(wanted.map(\.entry.dossier)).isSuperset(of: votes.compactMap(\.dossier)) else {
            throw Problem.invalid("$.votes", "có hồ sơ không biểu quyết công khai trong phiên họp này")
        }
        try record.refuseHeld(among: votes.compactMap(\.dossier) + [dossier].compactMap(\.self))
        var isAnything = false
        for one in wanted {
            let said = one.isHeld ? [] : said(on: one, record)
            if said.isEmpty { continue }
            isAnything = true
            try await CouncilSession.record(said, on: one.entry.dossier, in: session, in: tx)
        }
        guard isAnything else {
            throw Problem.invalid("$.votes", "ghi ý kiến của ít nhất một thành viên; ý kiến bằng văn bản của người vắng mặt ghi theo tên")
        }
    }

    private func said(on listed: SessionRecord.Listed, _ record: SessionRecord) -> [(member: Person.ID, choice: CouncilTally.Choice)] {
        var said = votes.filter { $0.dossier == listed.entry.dossier }.map { (member: $0.member, choice: $0.choice) }
        func isNew(_ member: Person.ID) -> Bool { !said.contains { $0.member == member } }
        for vote in votes where vote.dossier == nil && isNew(vote.member) {
            // Of all dossiers at once, those on which he votes; of one that is named, what is wrong with it is told.
            let isWanted = dossier != nil || record.attendees.contains { $0.person == vote.member && listed.awaits($0) }
            if isWanted { said.append((vote.member, vote.choice)) }
        }
        if let otherwise, listed.entry.method != .written {
            let rest = record.attendees.filter { $0.isPresent && listed.awaits($0) && isNew($0.person) }
            said += rest.map { ($0.person, otherwise) }
        }
        return said
    }
}
