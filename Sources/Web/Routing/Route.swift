public import Domain
public import HTTPTypes

/// One endpoint: how it is reached, what it takes and answers, and the handler. The router, the OpenAPI document and the tests are made
/// from the same list, so none can know a route that the others do not.
public struct Route: Sendable {
    public let method: HTTPRequest.Method
    /// With parameters in braces: `/api/v1/tenants/{tenant}/units/{unit}`.
    public let path: String
    /// Stable name of the operation, `units.open`: also the route of an idempotency key and the label of its metrics.
    public let name: String
    /// What it asks of the policy. Every route says so: the tests hold each against the whole matrix.
    public let asks: Deed
    /// What it asks instead where what it is about turns out to be that.
    public let orAsks: [Deed]
    public let summary: String
    public let access: Access
    public internal(set) var query: [QueryParameter]
    public let takes: Payload?
    public let answers: Payload?
    /// Media types in which a list is answered as a whole, when it is asked to.
    public internal(set) var files: [String] = []
    /// The status of success.
    public let status: HTTPResponse.Status
    /// Other ways to succeed.
    public let otherwise: [(status: HTTPResponse.Status, answers: Payload)]
    /// Whether a change must name the version it starts from (If-Match).
    public let versioned: Bool
    /// Whether a POST or PATCH repeated with its Idempotency-Key is done once. Not where it shows a secret, which is never shown twice, and not
    /// where doing it again changes nothing.
    public let repeatable: Bool
    var handle: @Sendable (Call) async throws -> Reply

    public init(
        _ method: HTTPRequest.Method, _ path: String, name: String, asks: Deed, orAsks: [Deed] = [], summary: String,
        access: Access = .officer,
        query: [QueryParameter] = [], takes: Payload? = nil, answers: Payload? = nil, status: HTTPResponse.Status = .ok,
        otherwise: KeyValuePairs<HTTPResponse.Status, Payload> = [:], versioned: Bool = false, repeatable: Bool = true,
        handle: @escaping @Sendable (Call) async throws -> Reply
    ) {
        self.method = method
        self.path = path
        self.name = name
        self.asks = asks
        self.orAsks = orAsks
        self.summary = summary
        self.access = access
        self.query = query
        self.takes = takes
        self.answers = answers
        self.status = status
        self.otherwise = otherwise.map { (status: $0.key, answers: $0.value) }
        self.versioned = versioned
        self.repeatable = repeatable
        self.handle = handle
    }

    public enum Access: Sendable, Hashable {
        /// For anyone who reaches the server.
        case open
        /// For a signed-in officer; the row policies decide what he sees.
        case officer
    }
}

/// A parameter of the query string. Any other is refused.
public struct QueryParameter: Sendable {
    public let name: String
    public let schema: Schema
    public let isRequired: Bool
    public let summary: String

    public init(_ name: String, _ schema: Schema, required isRequired: Bool = false, _ summary: String) {
        self.name = name
        self.schema = schema
        self.isRequired = isRequired
        self.summary = summary
    }

    /// Every list takes these two.
    public static let page: [QueryParameter] = [
        QueryParameter("limit", .integer, "Rows of one page, 1 to 200; 50 when absent."),
        QueryParameter("cursor", .string, "Where the page before ended, from its `next`."),
    ]
}

/// A body that a route takes or answers.
public enum Payload: Sendable {
    case json(Schema)
    /// Any other media type, as its own bytes, up to so many.
    case bytes([String], atMost: Int)

    /// A file of one of these media types, up to so many bytes: spooled to disk as it arrives, or refused unread.
    case file([String], atMost: Int)

    /// The fields of a page's form with a file of at most so many bytes, which is spooled to disk as it arrives.
    case formWithFile(atMost: Int)

    /// The fields of a page's form.
    public static let form = Payload.bytes([FormBody.mediaType], atMost: FormBody.largestFields)

    public static func form(withFile largest: Int) -> Payload { .formWithFile(atMost: largest) }
}

/// The shape of JSON, as far as OpenAPI must know it.
public indirect enum Schema: Sendable {
    case string, text, date, instant, uuid, decimal, integer, boolean
    case choice([String])
    case array(Schema)
    case object([Property])
    /// An object of whatever members: documents that are kept as data.
    case any
    /// May be null.
    case nullable(Schema)
    /// Named once under components/schemas.
    case named(String, [Property])

    public struct Property: Sendable {
        public let name: String
        public let schema: Schema
        public let required: Bool
        public let summary: String

        public init(_ name: String, _ schema: Schema, required: Bool = true, _ summary: String = "") {
            self.name = name
            self.schema = schema
            self.required = required
            self.summary = summary
        }
    }

    /// The raw values of an enumeration.
    public static func oneOf<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> Schema {
        .choice(type.allCases.map(\.rawValue))
    }

    /// One page of a list.
    public static func page(of item: Schema) -> Schema {
        .object([
            Property("items", .array(item)), Property("next", .nullable(.string), "Cursor of the next page; null at the end."),
        ])
    }
}

extension Route {
    /// The names in braces, in the order of the path.
    public var parameterNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// The same route; its answers pass through this before they are sent.
    public func answering(_ pass: @escaping @Sendable (Call, Reply) -> Reply) -> Route {
        var route = self
        let answer = handle
        route.handle = { call in pass(call, try await answer(call)) }
        return route
    }

    /// For people, not for programs.
    var isPage: Bool { !path.hasPrefix("/api/") }

    /// Every POST and PATCH behind the door may be repeated, but for those that say otherwise (design.md 5).
    public var takesIdempotencyKey: Bool {
        access == .officer && (method == .post || method == .patch) && repeatable
    }
}
