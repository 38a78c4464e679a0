/// What is under way on a connection: how long it may take, and how it was interrupted.
struct Operation {
    /// By which a cancellation finds out whether it still concerns what runs.
    let id: UInt64
    let deadline: Deadline?
    /// Commits with its own final Sync, so that it is never cancelled once that is sent.
    let isWrite: Bool
    /// All of it has been handed to libpq.
    var isQueued = false
    /// All of it, including the final Sync, has left this process.
    var isSent = false
    /// Why a cancel request was sent: `.cancelled` or `.deadlineExceeded`.
    var interruption: PostgresError.Code?
    /// When to stop waiting for the answer to the interruption.
    var grace: Deadline?
    /// When to send the cancel request once more; nil where none was sent.
    var nextRequest: Deadline?

    /// Until when to wait for the server before looking at the clock again.
    var wakes: Deadline? { nextRequest ?? grace ?? deadline }
}
