import HTTPTypes
import Hummingbird
import Web

/// On every answer: nothing is framed, guessed, kept by a shared cache or loaded from elsewhere.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = WebContext

    /// Whether the service is reached over TLS: then browsers are told to come no other way.
    let secure: Bool

    @concurrent func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[Self.referrerPolicy] = "no-referrer"
        response.headers[Self.openerPolicy] = "same-origin"
        response.headers[Self.resourcePolicy] = "same-origin"
        response.headers[Self.permissionsPolicy] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        if secure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[Self.requestID] = context.id
        return response
    }

    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    private static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    private static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
    private static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    private static let requestID = HTTPField.Name("X-Request-Id")!
}
