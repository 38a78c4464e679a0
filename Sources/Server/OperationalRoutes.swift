import API
import Domain
import HTTPTypes
import Operations
import Web

/// For whoever runs the service: is it alive, can it serve, what does it count, what can it do.
enum OperationalRoutes {
    static let all: [Route] = [alive, ready, metrics, document]

    private static let alive = Route(.get, "/livez", name: "livez", asks: .selfService, summary: "The process runs.", access: .open) { _ in
        .json(["status": "ok"])
    }

    private static let ready = Route(.get, "/readyz", name: "readyz", asks: .selfService, summary: "The database answers.", access: .open) {
        call in
        try await call.backend.entrance.requireDatabase()
        return .json(["status": "ok"])
    }

    private static let metrics = Route(
        .get, "/metrics", name: "metrics", asks: .selfService, summary: "Counters in Prometheus' text format.", access: .open
    ) {
        call in
        Reply(
            mediaType: "text/plain; version=0.0.4; charset=utf-8",
            bytes: Array(MetricsText.make(pool: call.backend.entrance.statistics).utf8))
    }

    private static let document = Route(
        .get, "/api/openapi.json", name: "openapi", asks: .selfService, summary: "This document.", access: .open
    ) { _ in
        .json(text)
    }

    // Routes never change while the process runs.
    private static let text = OpenAPIDocument.make(APIRoutes.all)
}
