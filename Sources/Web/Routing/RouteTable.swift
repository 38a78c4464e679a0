public import Domain
import HTTPTypes
public import Hummingbird
import Logging

/// Puts routes into a router: every handler is wrapped in the same way, and every refusal is rendered in one place.
public struct RouteTable: Sendable {
    public let routes: [Route]
    private let backend: Backend
    /// How a refusal looks: a problem document, or a page.
    private let refuse: @Sendable (Problem, _ requestID: String, HTTPRequest) -> Reply

    public init(
        _ routes: [Route], backend: Backend,
        refuse: @escaping @Sendable (Problem, _ requestID: String, HTTPRequest) -> Reply = { problem, id, _ in problem.reply(requestID: id)
        }
    ) {
        self.routes = routes
        self.backend = backend
        self.refuse = refuse
    }

    public func add(to router: Router<WebContext>) {
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await self.answer(request, context, route)
            }
        }
    }

    private func answer(_ request: Request, _ context: WebContext, _ route: Route) async -> Response {
        do {
            let call = try await Call(request, context, route: route, backend: backend)
            return try await route.handle(call).response
        } catch let problem as Problem {
            if problem.kind == .unexpected { log("refused as unexpected", route, context, problem) }
            return refuse(problem.naming([route.asks] + route.orAsks), context.id, request.head).response
        } catch is CancellationError {
            return refuse(.unavailable, context.id, request.head).response
        } catch {
            log("handler failed: \(String(reflecting: error))", route, context, .unexpected)
            return refuse(.unexpected, context.id, request.head).response
        }
    }

    private func log(_ message: String, _ route: Route, _ context: WebContext, _ problem: Problem) {
        context.logger.error("\(message)", metadata: ["route": "\(route.name)", "code": "\(problem.code)"])
    }
}
