public import Logging
public import Operations
import ServiceLifecycle
import UnixSignals

/// A process that only works off jobs and seals the audit, until it is told to stop; the job at hand is finished first.
public func runWorker(_ entrance: Entrance, logger: Logger) async throws {
    let worker = Worker(entrance.worker, logger: logger)
    let sealer = AuditSealer(entrance.worker, logger: logger)
    // Ended in the opposite order: the worker before its connections.
    let group = ServiceGroup(
        services: [EntranceService(entrance: entrance), WorkerService(worker: worker), SealingService(sealer: sealer)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    try await group.run()
}
