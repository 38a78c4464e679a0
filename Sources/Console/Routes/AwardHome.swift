import Domain
import Operations
import Web

/// Where what is said about awards stands: of the province by itself, of what a unit gives by its own authority under the unit.
enum AwardHome: CaseIterable {
    case unit, province

    /// - Parameter noun: `presentations`, with what follows.
    func path(_ noun: String) -> String { self == .unit ? "/units/{tenant}/\(noun)" : "/\(noun)" }

    func name(_ operation: String) -> String { self == .unit ? "page.own-\(operation)" : "page.\(operation)" }

    var reads: Deed { self == .unit ? .reading(.ownAward) : .action(.readProvince) }

    var keeps: Action { self == .unit ? .keepOwnAward : .appraiseAward }

    /// The address of a noun's page.
    func address(_ call: Call, _ noun: String) throws -> String {
        self == .unit ? "/units/\(try call.path("tenant", as: String.self))/\(noun)" : "/\(noun)"
    }

    /// - Parameter deed: of what is read for a page, whatever form led to it; nil: of the route.
    func entry(_ call: Call, deed: Deed? = nil) throws -> Entry {
        var entry = try call.entry()
        if self == .province { entry.place = .province }
        if let deed { entry.deed = deed }
        return entry
    }

    func unitName(in tx: borrowing TenantTransaction) async throws -> String {
        try await (self == .unit ? CouncilHome.unit : CouncilHome.province).unitName(in: tx)
    }
}
