import API
import Console
import Domain
public import Hummingbird
public import HummingbirdCore
public import Logging
import Operations
import ServiceLifecycle
public import Web

/// What the server is told at its start.
public struct ServerConfiguration: Sendable {
    public var host: String
    public var port: Int

    public init(host: String = "127.0.0.1", port: Int) {
        self.host = host
        self.port = port
    }
}

/// Makes the whole service from its inputs; the tests make it in the same way.
///
/// - Parameter work: whether this process also works off jobs and seals the audit.
public func buildApplication(
    _ configuration: ServerConfiguration, backend: Backend, work: Bool, logger: Logger
) -> some ApplicationProtocol {
    var services: [any Service] = [EntranceService(entrance: backend.entrance)]
    if let provider = backend.openID { services.append(OpenIDService(provider: provider)) }
    if work {
        services.append(WorkerService(worker: Worker(backend.entrance.worker, logger: logger)))
        services.append(SealingService(sealer: AuditSealer(backend.entrance.worker, logger: logger)))
    }
    return Application(
        router: buildRouter(backend),
        server: buildServer(),
        configuration: ApplicationConfiguration(address: .hostname(configuration.host, port: configuration.port), serverName: nil),
        services: services,
        logger: logger)
}

/// How connections are held.
public func buildServer() -> HTTPServerBuilder {
    .http1(configuration: .init(additionalChannelHandlers: [LingeringClose()]))
}

/// Serves until the process is told to stop: requests under way are answered first, then the connections close.
///
/// - Throws: a ``Problem`` that names host or port where the service cannot listen there.
public func runServer(_ configuration: ServerConfiguration, backend: Backend, work: Bool, logger: Logger) async throws {
    do {
        try await buildApplication(configuration, backend: backend, work: work, logger: logger).runService()
    } catch {
        throw Problem(listeningAt: configuration, failed: error) ?? error
    }
}

/// Every route behind the middleware that all share.
public func buildRouter(_ backend: Backend) -> Router<WebContext> {
    let programs = APIRoutes.all + OperationalRoutes.all
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestMetrics())
    router.add(middleware: SecurityHeaders(secure: backend.secure))
    router.add(middleware: UnknownPath(methods: PathMethods(programs + ConsoleRoutes.all)))
    RouteTable(programs, backend: backend).add(to: router)
    RouteTable(ConsoleRoutes.all, backend: backend, refuse: ConsoleRoutes.refuse).add(to: router)
    return router
}
