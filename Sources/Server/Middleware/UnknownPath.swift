import Console
import Domain
import HTTPTypes
import Hummingbird
import Logging
import Web

/// What no route answers, and what the router itself refuses, in our own form.
struct UnknownPath: RouterMiddleware {
    typealias Context = WebContext

    let methods: PathMethods

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let allowed = methods.allowed(at: request.uri.path)
            guard !allowed.isEmpty else { return refusal(.notFound, request, context) }
            let names = allowed.map(\.rawValue)
            var response = refusal(.wrongMethod(allowed: names), request, context)
            response.headers[.allow] = names.joined(separator: ", ")
            return response
        } catch {
            context.logger.error("a request failed outside its handler", metadata: ["error": "\(String(reflecting: error))"])
            return refusal(.unexpected, request, context)
        }
    }

    private func refusal(_ problem: Problem, _ request: Request, _ context: WebContext) -> Response {
        let isProgram = request.uri.path.hasPrefix("/api/")
        return (isProgram ? problem.reply(requestID: context.id) : ConsoleRoutes.refuse(problem, context.id, request.head)).response
    }
}
