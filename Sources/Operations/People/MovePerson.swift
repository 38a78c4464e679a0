public import Domain
public import Storage

/// Moves a person from one post of the unit to another, in one step: the old one ends the day before the new one begins, what he had by it
/// stays with its sub-unit and goes to a successor, and sessions in the old post end with it. His account stays.
public struct MovePerson: Sendable {
    public var post: Post.ID
    /// The version of the post that the change starts from.
    public var version: Int
    /// The unit itself when nil.
    public var unit: SubUnit.ID?
    public var role: Role
    /// As on papers: Trưởng phòng Nội vụ.
    public var title: String
    public var leaderRank: Post.LeaderRank
    /// First day in the new post; the business date when nil.
    public var from: CivilDate?
    public var reason: String
    public var handOver: HandOver

    public init(
        from post: Post.ID, version: Int, to unit: SubUnit.ID?, role: Role, title: String, leaderRank: Post.LeaderRank,
        from day: CivilDate? = nil, reason: String, handOver: HandOver = HandOver()
    ) {
        self.post = post
        self.version = version
        self.unit = unit
        self.role = role
        self.title = title
        self.leaderRank = leaderRank
        from = day
        self.reason = reason
        self.handOver = handOver
    }

    /// - Throws: as ``LeavePerson`` for what is open, as ``GivePost`` for the new post; `ends-before-start` where the old one had not begun;
    ///   ``Problem/notAllowed`` for posts that the operator gave; ``Problem/notFound``, ``Problem/stale``.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PersonMove.ID {
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        let officer = try await tx.officer()
        guard let held = try await Post.find(post, in: tx)?.post else { throw Problem.notFound }
        guard held.version == version else { throw Problem.stale }
        let first = from ?? officer.today
        guard first > held.validFrom else {
            throw Problem.invalid(
                "$.from",
                "không sau ngày bắt đầu chức vụ cũ (\(held.validFrom.vietnamese)); nhập ngày sau đó, hoặc kết thúc chức vụ giao nhầm")
        }
        let items = try await handOver.perform(from: held.person, by: post, because: reason, in: tx)
        let last = first.adding(days: -1)
        guard try await Post.end(post, version: version, lastDay: last, in: tx) else {
            throw Problem.untouched(found: held.version, named: version)
        }
        let given = try await GivePost(
            person: held.person, unit: unit, role: role, title: title, leaderRank: leaderRank, validFrom: first
        ).perform(in: tx, ids: ids)
        let move = PersonMove(
            id: ids.next(), person: held.person, kind: .moved, lastDay: last, reason: reason, fromPost: post, toPost: given,
            successor: items > 0 ? handOver.successor : nil, items: items, accountShut: false, recordedOn: officer.today)
        try await PersonMove.record(move, in: tx)
        return move.id
    }

    /// Does it and takes it back: whether it may be done, and what would come of it.
    public func preview(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> PersonMove {
        let act = self
        return try await tx.undoing { (tx: borrowing TenantTransaction) in
            try await ShowMove(try await act.perform(in: tx, ids: ids)).perform(in: tx)
        }
    }
}
