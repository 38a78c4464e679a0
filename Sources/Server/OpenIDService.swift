import Operations
import ServiceLifecycle

/// Keeps the connections to the OpenID provider as long as the service runs.
struct OpenIDService: Service {
    let provider: OpenIDProvider

    func run() async throws {
        try? await gracefulShutdown()
        await provider.shutdown()
    }
}
