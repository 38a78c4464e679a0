public import Domain
public import Storage

/// Puts an open session right: its place, its day, and who is in the room. Who has voted stays where he was; on another day the council must be the
/// same and vote by the same rule, else the session is cancelled and another one opened.
public struct CorrectSession: Sendable {
    public var session: CouncilSession.ID
    public var heldOn: CivilDate
    public var place: String
    public var present: [Person.ID]

    public init(_ session: CouncilSession.ID, heldOn: CivilDate, place: String, present: [Person.ID]) {
        self.session = session
        self.heldOn = heldOn
        self.place = place
        self.present = present
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-closed`, `session-cancelled`, `session-member-voted`, `session-day-differs`,
    ///   `dossier-integrity-hold`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        let today = try await tx.officer().today
        var check = InputCheck()
        let place = check.line(place, "$.place", atMost: 500)
        if heldOn > today { check.fault("$.heldOn", "sau ngày hôm nay (\(today.vietnamese))") }
        if Set(present).count != present.count { check.fault("$.present", "có người ghi hai lần; mỗi người một lần") }
        try check.finish()
        try record.refuseCancelled()
        try await CouncilSession.correct(session, on: heldOn, at: place, present: present, in: tx)
    }
}
