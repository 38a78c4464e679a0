import Domain
public import Logging
public import Storage
import Synchronization

/// Seals the audit as it grows: every few seconds the entries that no transaction can come before any more become the next link of the
/// chain. There may be several, and each may be killed at any instant: a batch is one transaction, and each seal follows one other.
public final class AuditSealer: Sendable {
    private let door: WorkerDoor
    private let logger: Logger
    private let pause: Duration
    private let stopping = Mutex(false)

    /// Entries under one seal. Their hashes are held in memory while it is made or verified: 52 bytes each.
    static let batch = 2_000

    /// - Parameter pause: between two looks when everything is sealed.
    public init(_ door: WorkerDoor, pause: Duration = .seconds(10), logger: Logger) {
        self.door = door
        self.pause = pause
        self.logger = logger
    }

    /// Seals until ``stop()`` or cancellation. A database that is away is waited for.
    public func run() async {
        while !isStopping {
            do {
                _ = try await sealAll()
            } catch {
                logger.warning("the audit could not be sealed", metadata: ["error": "\(error)"])
            }
            // In short steps, so that a stop need not wait for the next look.
            var waited = Duration.zero
            while waited < pause, !isStopping {
                if (try? await Task.sleep(for: .milliseconds(200))) == nil { return }
                waited += .milliseconds(200)
            }
        }
    }

    /// Seals what can be sealed now; answers how many entries that were.
    public func sealAll() async throws -> Int {
        var total = 0
        while !isStopping {
            let sealed = try await door.sealAudit(Self.batch)
            total += sealed
            if sealed < Self.batch { break }
        }
        return total
    }

    /// Lets the batch at hand be finished; ``run()`` returns after it.
    public func stop() {
        stopping.withLock { $0 = true }
    }

    private var isStopping: Bool {
        Task.isCancelled || stopping.withLock { $0 }
    }
}
