public import Domain
public import Logging
public import Storage

/// The lent transaction, by the name under which the layers above know it: they see operations, never the database.
public typealias TenantTransaction = Storage.TenantTransaction

/// The three doors of the service to its database, opened together and closed together.
public final class Entrance: Sendable {
    public let signIn: SignInDoor
    public let worker: WorkerDoor
    private let door: Door

    /// - Parameter database: a `postgresql://` URL or libpq's keywords, without user and password: each door has a login of its own.
    /// - Parameter connections: for officers' requests; each door has its own.
    /// - Parameter patience: how long a request, or a question at sign-in, may take in the database, waiting for a connection included.
    /// - Throws: ``Problem`` when the text is not an address.
    public init(database: String, connections: Int = 12, patience: Duration = .seconds(10), logger: Logger) throws(Problem) {
        let address: DatabaseAddress
        do {
            address = try DatabaseAddress(database)
        } catch {
            throw Problem(.invalid, "database-address", "Địa chỉ cơ sở dữ liệu không đúng dạng postgresql://máy:cổng/tên.")
        }
        door = Door(address, connections: connections, patience: patience, logger: logger)
        signIn = SignInDoor(address, patience: patience, logger: logger)
        worker = WorkerDoor(address, logger: logger)
    }

    /// Keeps the connections until cancelled; then drains and closes them.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.door.run() }
            group.addTask { await self.signIn.run() }
            group.addTask { await self.worker.run() }
            group.addTask {
                while (try? await Task.sleep(for: SignInDoor.touchInterval)) != nil { await self.signIn.writeUses() }
            }
        }
    }

    /// Writes which sessions were used since the last time; a command does it before it ends.
    public func noteUses() async {
        await signIn.writeUses()
    }

    /// Whether the database answers.
    ///
    /// - Throws: ``Problem/unavailable``.
    public func requireDatabase() async throws {
        _ = try await signIn.account(named: "readyz")
    }

    /// The connections of requests, for metrics.
    public var statistics: PoolCounts {
        let now = door.connections
        return PoolCounts(size: now.size, idle: now.idle, leased: now.leased, waiting: now.waiting)
    }

    /// One statement in one round trip, READ ONLY. The body may ask once.
    public func readOnce<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        let answer = try await door.readOnce(entry, body)
        signIn.note(useOf: entry.token)
        return answer
    }

    /// Several statements of one moment, READ ONLY.
    public func read<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        let answer = try await door.read(entry, body)
        signIn.note(useOf: entry.token)
        return answer
    }

    /// A change, committed when the body returns. The body may run twice.
    public func write<R: Sendable>(_ entry: Entry, _ body: (borrowing TenantTransaction) async throws -> R) async throws -> R {
        let answer = try await door.write(entry, body)
        signIn.note(useOf: entry.token)
        return answer
    }
}

/// How many connections there are, and how many requests wait for one.
public struct PoolCounts: Sendable, Hashable {
    public let size: Int
    public let idle: Int
    public let leased: Int
    public let waiting: Int
}
