import Hummingbird
import Web

/// Counts every request under its route's template.
struct RequestMetrics: RouterMiddleware {
    typealias Context = WebContext

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        RequestCounts.shared.record(
            route: "\(request.method) \(context.endpointPath ?? "unknown")", status: response.status.code, took: .now - start)
        return response
    }
}
