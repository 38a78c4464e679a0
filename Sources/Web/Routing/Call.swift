public import Domain
public import HTTPTypes
import Hummingbird
import NIOCore
public import Operations

/// One request on its way through its handler: parameters, body and officer, each read in one way and refused in one way.
public struct Call: Sendable {
    public let backend: Backend
    public let route: Route
    public let head: HTTPRequest
    public let requestID: String
    private let parameters: [String: String]
    private let queries: [(name: String, value: String)]
    private let credential: Credentials.Found?
    private let peer: SocketAddress?
    /// The body as it arrived, already within the route's limit.
    public let body: [UInt8]
    /// The file that arrived, of a route that takes one.
    private let upload: SpooledFile?
    /// The body as a form; empty of a route that takes none.
    public let form: FormBody

    public var ids: IDSource { backend.ids }

    init(_ request: Request, _ context: WebContext, route: Route, backend: Backend) async throws {
        self.backend = backend
        self.route = route
        head = request.head
        requestID = context.id
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters {
            parameters[String(name)] = String(value).removingPercentEncodingStrictly
        }
        self.parameters = parameters
        queries = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        peer = context.peer
        credential = Credentials.find(in: request.head, secure: backend.secure)
        if route.access == .officer {
            guard let credential else { throw Problem.notSignedIn }
            try Credentials.refuseForeignOrigin(request.head, credential, publicAddress: backend.publicAddress)
        }
        try Self.refuseStrayCharacters(parameters)
        try Self.refuseUnknownQuery(queries, of: route)
        switch route.takes {
        case .file(let types, let most):
            upload = try await Self.spool(request, types, atMost: most)
            (body, form) = ([], FormBody([] as [UInt8]))
        case .formWithFile(let most):
            form = try await Self.readForm(request, withFile: most)
            (body, upload) = ([], nil)
        default:
            let bytes = try await Self.collect(request, for: route)
            (body, upload) = (bytes, nil)
            form = FormBody(route.isPage ? bytes : [] as [UInt8])
        }
        if let credential, credential.fromCookie, route.access == .officer, route.isPage, request.head.changes {
            try FormToken.require(form, of: credential.token)
        }
    }

    // MARK: - Where and who

    /// Where the request comes from, as far as that can be known; nil where there is no socket.
    public var address: String? { ClientAddress.find(in: head, peer: peer?.ipAddress, trusted: backend.trustedProxies) }

    /// A parameter of the path; what is not of the type is not there.
    public func path<T: LosslessStringConvertible>(_ name: String, as type: T.Type = T.self) throws(Problem) -> T {
        guard let text = parameters[name], let value = T(text) else { throw .notFound }
        return value
    }

    /// The token of the request.
    public func token() throws(Problem) -> Token {
        guard let credential else { throw .notSignedIn }
        return credential.token
    }

    /// What a form of this officer's pages carries; empty where nobody is signed in.
    public var formToken: String { credential.map { FormToken.text(for: $0.token) } ?? "" }

    /// The same for a session that was opened in place of this one.
    public func formToken(of session: Token) -> String { FormToken.text(for: session) }

    /// What stands before links that are handed out: the public address, else the host that this request came to.
    public var serviceAddress: String? {
        backend.publicAddress ?? head.authority.map { (backend.secure ? "https://" : "http://") + $0 }
    }

    /// A foreign page must not be able to sign its visitor in under another name, or set his password.
    public func refuseForeignOrigin() throws(Problem) {
        try Credentials.refuseForeignOrigin(head, publicAddress: backend.publicAddress, mustBeNamed: route.isPage)
    }

    /// Where the path leads: one tenant, the whole province, or the officer's own tenant where it names none; and what the route is about.
    public func entry() throws(Problem) -> Entry {
        let token = try token()
        if let text = parameters["tenant"] {
            guard let slug = Tenant.Slug(text) else { throw .notFound }
            return Entry(token: token, place: .tenant(slug), request: requestID, deed: deed, orDeeds: route.orAsks)
        }
        return Entry(
            token: token, place: route.path.hasPrefix("/api/v1/province") ? .province : .home, request: requestID, deed: deed,
            orDeeds: route.orAsks)
    }

    /// Who one is, every token may ask; what changes one's own sessions, it must name.
    private var deed: Deed? { route.asks == .selfService && !head.changes ? nil : route.asks }

    // MARK: - Query

    /// A query parameter, nil when absent or empty.
    public func query(_ name: String) -> String? {
        queries.first { $0.name == name }.map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What filters the list that is asked for, in the order of the query: `campaign=KH-77-2023&timeliness=overdue`.
    var filterWords: String {
        queries.filter { !Self.paging.contains($0.name) && !$0.value.isEmpty }.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    /// A query parameter of a type; another form is a fault that names it.
    public func query<T>(_ name: String, _ form: @autoclosure () -> String, _ read: (String) -> T?) throws(Problem) -> T? {
        guard let text = query(name) else { return nil }
        guard let value = read(text) else { throw .invalid("?\(name)", form()) }
        return value
    }

    public func queryDate(_ name: String) throws(Problem) -> CivilDate? {
        let day = try query(name, "phải là ngày có thật, viết năm-tháng-ngày như 2023-03-31") { CivilDate($0) }
        if let refusal = day?.refusal(on: .today) { throw .invalid("?\(name)", refusal) }
        return day
    }

    public func queryID<Entity>(_ name: String, as type: EntityID<Entity>.Type = EntityID<Entity>.self) throws(Problem) -> EntityID<Entity>?
    {
        try query(name, "phải là mã định danh 36 ký tự; lấy ở mục id của danh sách") { EntityID<Entity>($0) }
    }

    public func queryChoice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Choice.Type = Choice.self)
        throws(Problem)
        -> Choice?
    {
        try query(name, "phải là một trong: " + Choice.allCases.map(\.rawValue).joined(separator: ", ")) { Choice(rawValue: $0) }
    }

    public func queryFlag(_ name: String) throws(Problem) -> Bool {
        try query(name, "phải là true hoặc false") { ["true": true, "false": false][$0] } ?? false
    }

    /// Rows of one page, 1 to 200.
    public func limit() throws(Problem) -> Int {
        try query("limit", "phải là số nguyên từ 1 đến 200") { Int($0).flatMap { (1...200).contains($0) ? $0 : nil } } ?? 50
    }

    // MARK: - Body

    /// The file that arrived; a route without one has none.
    public func file() throws(Problem) -> SpooledFile {
        guard let upload else { throw .malformed }
        return upload
    }

    /// What an Idempotency-Key stands for beside the path: the body, or the digest of the file.
    var bodyToHash: [UInt8] { upload?.digest ?? body }

    /// The JSON body, read member by member; every fault is answered at once.
    public func json<T>(_ read: (inout JSONObjectReader) -> T?) throws(Problem) -> T {
        try JSONBody.read(body, read)
    }

    // MARK: - Versions

    /// The version that If-Match names. Missing: the change is refused with the next step.
    public func version() throws(Problem) -> Int {
        guard let field = head.headerFields[.ifMatch] else {
            throw Problem(
                .versionNeeded, "version-needed", "Thiếu tiêu đề If-Match. Đọc lại nội dung, lấy ETag rồi gửi kèm If-Match.",
                fields: [FieldFault("If-Match", "ghi ETag của bản đang sửa")])
        }
        var text = field[...]
        if text.hasPrefix("W/") { text = text.dropFirst(2) }
        guard text.count > 2, text.first == "\"", text.last == "\"", let version = Int(text.dropFirst().dropLast()) else {
            throw .invalid("If-Match", "phải là ETag đã nhận, dạng \"3\"")
        }
        return version
    }
}

extension Call {
    private static func refuseUnknownQuery(_ queries: [(name: String, value: String)], of route: Route) throws(Problem) {
        var seen: Set<String> = []
        let faults = queries.compactMap { query -> FieldFault? in
            let isNew = seen.insert(query.name).inserted
            guard route.query.contains(where: { $0.name == query.name }) else {
                let known = Set(route.query.map(\.name)).sorted().joined(separator: ", ")
                let step = known.isEmpty ? "bỏ phần sau dấu ?" : "bỏ tham số này; chỉ có: \(known)"
                return isNew ? FieldFault("?\(query.name)", "tham số không có; \(step)") : nil
            }
            if !isNew { return FieldFault("?\(query.name)", "ghi hai lần; chỉ giữ một") }
            return StrayCharacter(in: query.value).map { FieldFault("?\(query.name)", $0.reason) }
        }
        if !faults.isEmpty { throw .invalid(faults) }
    }

    private static func refuseStrayCharacters(_ parameters: [String: String]) throws(Problem) {
        let faults = parameters.sorted { $0.key < $1.key }.compactMap { name, value in
            StrayCharacter(in: value).map { FieldFault("{\(name)}", $0.reason) }
        }
        if !faults.isEmpty { throw .invalid(faults) }
    }

    private static func collect(_ request: Request, for route: Route) async throws -> [UInt8] {
        let limit: Int
        switch route.takes {
        case nil: limit = 1 << 16
        case .json:
            limit = 1 << 20
            try refuseOtherThanJSON(request.head)
        case .bytes(let types, let most), .file(let types, let most):
            limit = most
            try refuseOtherTypes(than: types, request.head)
        case .formWithFile(let most):
            limit = most
        }
        do {
            return Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            let size = limit >= 1_048_576 ? "\(limit / 1_048_576) MB" : "\(limit / 1024) KB"
            let step = if case .bytes = route.takes { "Nén hoặc quét lại cho nhỏ hơn" } else { "Rút gọn nội dung" }
            throw Problem(
                .tooLarge, "too-large", "Nội dung gửi lên vượt \(size). \(step) rồi gửi lại.", fields: [FieldFault("$", "vượt \(size)")])
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // A body that breaks off or is framed wrongly never was a request.
            throw Problem.malformed
        }
    }

    /// Takes a file in part by part. One that says beforehand that it is too large is not read at all, one that does not no further than
    /// the limit.
    private static func spool(_ request: Request, _ types: [String], atMost limit: Int) async throws -> SpooledFile {
        try refuseOtherTypes(than: types, request.head)
        var spool = try Spool(atMost: limit)
        try await receive(request, atMost: limit) { part throws(Problem) in try spool.append(part) }
        return spool.finish()
    }

    /// Takes in a form with a file. Of one that is too large the rest is let pass, so that what was typed beside it comes back to the officer;
    /// a form larger than any scan is refused unread.
    private static func readForm(_ request: Request, withFile largest: Int) async throws -> FormBody {
        try refuseOtherTypes(than: [FormBody.mediaTypeWithFiles], request.head)
        guard let boundary = request.head.headerFields[.contentType].flatMap({ MultipartReader.boundary(of: $0) }) else {
            throw Problem.malformed
        }
        var reader = MultipartReader(boundary: boundary, largestFile: largest, largestFields: FormBody.largestFields)
        try await receive(request, atMost: FormBody.largest) { part throws(Problem) in try reader.take(part) }
        return FormBody(reader.parts)
    }

    private static func receive(_ request: Request, atMost limit: Int, _ take: ([UInt8]) throws(Problem) -> Void) async throws {
        if let length = request.head.headerFields[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.fileTooLarge }
        do {
            var rest = limit
            for try await part in request.body {
                rest -= part.readableBytes
                guard rest >= 0 else { throw Problem.fileTooLarge }
                try take(Array(buffer: part))
            }
        } catch let problem as Problem {
            throw problem
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // A body that breaks off or is framed wrongly never was a request.
            throw Problem.malformed
        }
    }

    private static func refuseOtherTypes(than types: [String], _ head: HTTPRequest) throws(Problem) {
        let given = head.headerFields[.contentType]?.split(separator: ";").first.map(String.init) ?? ""
        guard types.contains(given) else {
            throw Problem(
                .unsupported, "media-type", "Loại tệp không được nhận. Chỉ nhận: \(types.joined(separator: ", ")).",
                fields: [FieldFault("Content-Type", "“\(given)” không được nhận")])
        }
    }

    /// Without the header it is taken for JSON; another type named is another form of body.
    private static func refuseOtherThanJSON(_ head: HTTPRequest) throws(Problem) {
        if let encoding = head.headerFields[.contentEncoding], encoding.lowercased() != "identity" {
            throw Problem(
                .unsupported, "media-type", "Nội dung nén không được nhận. Gửi lại không nén.",
                fields: [FieldFault("Content-Encoding", "“\(encoding)” không được nhận; bỏ tiêu đề này và gửi không nén")])
        }
        guard let given = head.headerFields[.contentType] else { return }
        let parts = given.lowercased().split(separator: ";").map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
        let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
        guard parts.first == "application/json", charset == nil || charset == "charset=utf-8" else {
            throw Problem(
                .unsupported, "media-type", "Loại nội dung không được nhận. Chỉ nhận JSON bằng UTF-8.",
                fields: [FieldFault("Content-Type", "“\(given)” không được nhận; gửi application/json")])
        }
    }
}

extension String {
    /// Percent-encoding undone; what cannot be undone stays as it is, and is then no id and no slug.
    fileprivate var removingPercentEncodingStrictly: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? self
    }
}
