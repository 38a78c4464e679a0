import Domain
import HTTPTypes
import Web

/// “Hướng dẫn”: the guides that are for the acting post, then all.
struct HelpPage: Page {
    static let template = "help"
    let frame: Frame
    let role: String
    let own: [Row]
    let all: [Row]

    struct Row: Sendable {
        let path: String
        let title: String
        let about: String

        init(_ guide: Guide) {
            path = guide.path
            title = guide.title
            about = guide.about
        }
    }

    /// - Parameter actions: of the acting post.
    init(role: Role, _ actions: [Action], frame: Frame) {
        self.frame = frame
        self.role = role.vietnamese
        own = Guide.all.filter { $0.isFor(actions) }.map(Row.init)
        all = Guide.all.map(Row.init)
    }
}

/// One guide.
struct GuidePage: Page {
    static let template = "guide"
    let frame: Frame
    let title: String
    let about: String
    /// HTML.
    let text: String

    init(_ guide: Guide, for reader: GuideReader, frame: Frame) {
        self.frame = frame
        title = guide.title
        about = guide.about
        text = Templates.shared.text(of: guide, for: reader).replacing(/<a href="([^"]*)">(.*?)<\/a>/) { link in
            reader.opens(link.output.1) ? link.output.0 : link.output.2
        }
    }
}

/// For whom a guide is written out.
struct GuideReader: Sendable {
    /// Slug of his unit.
    let unit: String
    private let role: Role
    private let actions: Set<Action>

    /// - Parameter actions: of his acting post.
    init(unit: Tenant.Slug, role: Role, _ actions: [Action]) {
        self.unit = unit.text
        self.role = role
        self.actions = Set(actions)
    }

    /// Whether a page is for him; what is not, the guide tells by its name alone.
    func opens(_ address: some StringProtocol) -> Bool {
        guard let route = Self.route(of: String(address)) else { return false }
        switch route.asks {
        case .selfService: return true
        case .action(let action): return actions.contains(action)
        case .reading:
            // What units have too is here the whole province's.
            let isWide = ConsoleRoutes.all.contains { $0.path == "/units/{tenant}" + route.path }
            return !isWide || Policy.of(role).decide(route.asks, .province).isAllowed
        }
    }

    /// The page at an address; nil: there is none.
    static func route(of address: String) -> Route? {
        let parts = address.split(separator: "/")
        return ConsoleRoutes.all.first { route in
            let pattern = route.path.split(separator: "/")
            return route.method == .get && parts.count == pattern.count && zip(parts, pattern).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
        }
    }
}
