import Operations
import ServiceLifecycle

/// The database connections, for as long as the server runs.
struct EntranceService: Service {
    let entrance: Entrance

    /// The server stops taking requests first; then this is cancelled, drains and closes.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await entrance.run()
        }
    }
}

/// The worker of durable jobs.
struct WorkerService: Service {
    let worker: Worker

    func run() async throws {
        await withGracefulShutdownHandler {
            await worker.run()
        } onGracefulShutdown: {
            worker.stop()
        }
    }
}

/// The sealer of the audit.
struct SealingService: Service {
    let sealer: AuditSealer

    func run() async throws {
        await withGracefulShutdownHandler {
            await sealer.run()
        } onGracefulShutdown: {
            sealer.stop()
        }
    }
}
