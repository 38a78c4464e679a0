public import Domain
public import Storage

/// A member of a council records what he guided, urged or found in a unit that he follows. In nobody else's name: that the row policies hold.
public struct RecordFollowNote: Sendable {
    public var following: Following.ID
    public var kind: FollowNote.Kind
    public var words: String
    /// On which it happened.
    public var day: CivilDate

    public init(_ following: Following.ID, _ kind: FollowNote.Kind, words: String, on day: CivilDate) {
        self.following = following
        self.kind = kind
        self.words = words
        self.day = day
    }

    /// - Throws: `invalid-input` with every field at fault; `not-found` where it is not in sight, `not-allowed`.
    public func perform(in tx: borrowing TenantTransaction, ids: IDSource) async throws -> Following.ID {
        let officer = try await tx.officer()
        let refusal = Problem.onlyFor("ghi nhận khi theo dõi đơn vị", "thành viên Hội đồng được phân công theo dõi đơn vị đó")
        guard officer.mayFollow(isWide: tx.tenant == nil), tx.tenant == nil || (tx.tenant == officer.home && officer.mayWrite) else {
            throw refusal
        }
        let council = try await Council.tenant(in: tx)
        guard let found = try await Following.find(following, of: council, in: tx) else { throw Problem.notFound }
        guard found.person == officer.person else { throw refusal }
        var check = InputCheck()
        let words = check.passage(words, "$.words")
        if day > officer.today { check.fault("$.on", "không được sau ngày hôm nay (\(officer.today.vietnamese))") }
        try check.finish()
        try await FollowNote.record(kind, words, on: day, id: ids.next(), for: following, of: council, in: tx)
        return following
    }
}
