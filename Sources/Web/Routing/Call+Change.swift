public import Domain
import HTTPTypes
public import Operations

/// What a change made or changed: enough to show it again.
public typealias ResourceKey = String

extension Call {
    /// Runs a change and shows its result, in one transaction. With an Idempotency-Key, a repeated request changes nothing and is shown
    /// the same thing, read again under the policies of now; the same key for another request is refused (design.md 5).
    ///
    /// - Parameters:
    ///   - act: makes the change, answers the key of what it made.
    ///   - show: reads that again; its status is replaced by the route's.
    public func change(
        _ act: (borrowing TenantTransaction) async throws -> ResourceKey,
        show: (ResourceKey, borrowing TenantTransaction) async throws -> Reply
    ) async throws -> Reply {
        let repetition = try RepeatedRequest(self)
        let route = route
        return try await backend.entrance.write(try entry()) { (tx: borrowing TenantTransaction) in
            if let repetition, let made = try await repetition.find(in: tx) {
                var reply = try await show(made, tx)
                reply.status = route.status
                return reply
            }
            let key = try await act(tx)
            var reply = try await show(key, tx)
            reply.status = route.status
            try await repetition?.keep(key, status: route.status.code, etag: reply.headers[.eTag], in: tx)
            return reply
        }
    }

    /// The same of what has an id.
    public func change<Entity>(
        _ act: (borrowing TenantTransaction) async throws -> EntityID<Entity>,
        show: (EntityID<Entity>, borrowing TenantTransaction) async throws -> Reply
    ) async throws -> Reply {
        try await change { (tx: borrowing TenantTransaction) in
            try await act(tx).description
        } show: { (key: ResourceKey, tx: borrowing TenantTransaction) in
            guard let id = EntityID<Entity>(key) else { throw Problem.notFound }
            return try await show(id, tx)
        }
    }

    /// Reads in one transaction of several statements.
    public func read(_ body: (borrowing TenantTransaction) async throws -> Reply) async throws -> Reply {
        try await backend.entrance.read(try entry(), body)
    }

    /// Reads with one statement, in one round trip.
    public func readOnce(_ body: (borrowing TenantTransaction) async throws -> Reply) async throws -> Reply {
        try await backend.entrance.readOnce(try entry(), body)
    }
}
