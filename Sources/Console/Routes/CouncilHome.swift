import Domain
import Operations
import Web

/// Where a council's pages stand: a unit's under the unit, the provincial one by itself.
enum CouncilHome: CaseIterable {
    case unit, province

    func path(_ rest: String) -> String {
        switch self {
        case .unit: "/units/{tenant}/council" + rest
        case .province: "/council" + rest
        }
    }

    func name(_ operation: String) -> String {
        switch self {
        case .unit: "page.council." + operation
        case .province: "page.provincial-council." + operation
        }
    }

    /// Of the pages of a noun, such as `remedies`: a unit's under the unit, the province's by themselves.
    func path(of noun: String) -> String { self == .unit ? "/units/{tenant}/\(noun)" : "/\(noun)" }

    /// What an operation of such pages is called.
    func page(_ operation: String) -> String { (self == .unit ? "page.unit-" : "page.") + operation }

    /// Where the list of a noun is.
    func address(of noun: String, _ call: Call) throws -> String {
        self == .unit ? "/units/\(try call.path("tenant", as: String.self))/\(noun)" : "/\(noun)"
    }

    var keeps: Deed {
        switch self {
        case .unit: .action(.keepCouncil)
        case .province: .action(.appraiseAward)
        }
    }

    /// A form with a field for each dossier and each member.
    static let form = Payload.bytes([FormBody.mediaType], atMost: 200_000)

    static func both(_ route: (CouncilHome) -> Route) -> [Route] { allCases.map(route) }

    /// Of the council's page.
    func address(_ call: Call) throws -> String {
        switch self {
        case .unit: "/units/\(try call.path("tenant", as: String.self))/council"
        case .province: "/council"
        }
    }

    /// - Parameter deed: of what is read for a page, whatever form led to it; nil: of the route.
    func entry(_ call: Call, deed: Deed? = nil) throws -> Entry {
        var entry = try call.entry()
        if self == .province { entry.place = .province }
        if let deed { entry.deed = deed }
        return entry
    }

    /// Who looks, asked at home.
    static func officer(_ call: Call) async throws -> WhoAmI.Answer {
        try await call.backend.entrance.read(Entry(token: try call.entry().token, place: .home)) {
            (tx: borrowing TenantTransaction) in try await WhoAmI().perform(in: tx)
        }
    }

    func unitName(in tx: borrowing TenantTransaction) async throws -> String {
        switch self {
        case .unit: try await ShowTenant().perform(in: tx).fullName
        case .province: "Ủy ban nhân dân tỉnh"
        }
    }
}

extension Problem {
    /// Said above the form that was sent; what is not found or not allowed is a page of its own.
    var isShownOnForms: Bool { [.invalid, .refused, .conflict, .stale].contains(kind) }
}
