import HTTPTypes
import Web

/// Which methods a path knows, by the routes' templates: what a request with another one is told (RFC 9110, 15.5.6).
struct PathMethods: Sendable {
    private let routes: [(segments: [Substring], method: HTTPRequest.Method)]

    init(_ routes: [Route]) {
        self.routes = routes.map { ($0.path.split(separator: "/"), $0.method) }
    }

    /// In the order of the routes; empty where no route has this path. What answers GET answers HEAD.
    func allowed(at path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        var methods: [HTTPRequest.Method] = []
        for route in routes where Self.matches(segments, route.segments) {
            for method in route.method == .get ? [.get, .head] : [route.method] where !methods.contains(method) { methods.append(method) }
        }
        return methods
    }

    private static func matches(_ segments: [Substring], _ template: [Substring]) -> Bool {
        segments.count == template.count && zip(segments, template).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
}
