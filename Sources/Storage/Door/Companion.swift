import Domain
import Postgres

/// A second connection beside a reading, by which the same officer sees the same moment: what one process of the database would take too long
/// for, two do at once.
struct Companion: Sendable {
    let door: Door
    let entry: Entry
    let deadline: Deadline

    /// How long a connection is waited for. Readings that wait for each other's second one would otherwise stand still until their deadline.
    private static let patience = Duration.milliseconds(200)

    /// - Returns: nil where no connection became free at once.
    func read<R: Sendable>(
        at moment: SnapshotName, _ body: @Sendable (borrowing TenantTransaction) async throws -> R
    ) async throws -> R? {
        do {
            // Not on the thread of the first connection, which waits there for the server.
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try await door.enter(entry, .beside(moment), lease: .after(Self.patience), deadline: deadline, body)
            }
        } catch let error as PostgresError where error.code == .poolExhausted {
            return nil
        }
    }
}

extension TenantTransaction {
    /// Reads two things of one moment at the same time, where this officer sees the province as a whole and a second connection is free;
    /// one after the other elsewhere.
    ///
    /// - Parameter second: runs on a connection of its own, entered as the same officer; or on this one, when the first is done.
    @inline(never)
    public func both<A: Sendable, B: Sendable>(
        _ first: (borrowing TenantTransaction) async throws -> A, _ second: @Sendable (borrowing TenantTransaction) async throws -> B
    ) async throws -> (A, B) {
        guard scope == .province, let companion, let moment = try await sharedMoment() else {
            return (try await first(self), try await second(self))
        }
        async let beside = companion.read(at: moment, second)
        // It begins on the thread of this connection, and can leave it only before the first waits there.
        await Task.yield()
        let one = try await first(self)
        if let other = try await beside { return (one, other) }
        return (one, try await second(self))
    }

    private func sharedMoment() async throws -> SnapshotName? {
        let name = try await self.first("SELECT core.shared_moment()") { row in try row.next(String?.self) }
        return name.flatMap { $0 }.flatMap(SnapshotName.init(validating:))
    }
}
