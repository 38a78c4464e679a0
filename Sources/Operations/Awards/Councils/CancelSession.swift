public import Domain
public import Storage

/// Cancels a session that was opened by mistake, while it is open: nothing is counted and no number of the minutes is taken; it stays with the reason,
/// and what it listed waits for another session. Not once enough have voted on one of its dossiers: that vote is counted.
public struct CancelSession: Sendable {
    public var session: CouncilSession.ID
    public var reason: String

    public init(_ session: CouncilSession.ID, for reason: String) {
        self.session = session
        self.reason = reason
    }

    /// - Throws: `invalid-input`, `not-found`, `not-allowed`, `session-closed`, `session-cancelled`, `session-voted`.
    public func perform(in tx: borrowing TenantTransaction) async throws {
        _ = try await Council.kept(in: tx)
        let record = try await ShowSession(session).unchecked(in: tx).record
        var check = InputCheck()
        let reason = check.line(reason, "$.reason", atMost: 500)
        try check.finish()
        try record.refuseCancelled()
        try await CouncilSession.cancel(session, for: reason, in: tx)
    }
}

extension SessionRecord {
    /// - Throws: `session-cancelled`.
    func refuseCancelled() throws(Problem) {
        guard let cancellation = session.cancellation else { return }
        throw Problem(
            .refused, "session-cancelled",
            "Phiên họp đã hủy ngày \(cancellation.day.vietnamese): \(cancellation.reason). Mở phiên họp khác để xét các hồ sơ này.")
    }
}
