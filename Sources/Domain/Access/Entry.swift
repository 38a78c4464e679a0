/// With what and whereto a request comes to the door.
public struct Entry: Sendable {
    public var token: Token
    public var place: Place
    /// Names the request in the audit, as it is named to the client (X-Request-Id).
    public var request: String?
    /// What the request is about, where it says so: an API token that may not do it does not enter.
    public var deed: Deed?
    /// What it may turn out to be about instead: a token enters that may do one of them, and is held to what it may by the row policies.
    public var orDeeds: [Deed]

    public init(token: Token, place: Place, request: String? = nil, deed: Deed? = nil, orDeeds: [Deed] = []) {
        self.token = token
        self.place = place
        self.request = request
        self.deed = deed
        self.orDeeds = orDeeds
    }

    /// All that it says it is about; nothing where it does not say.
    public var deeds: [Deed] { deed.map { [$0] + orDeeds } ?? [] }

    public enum Place: Sendable, Hashable {
        case tenant(Tenant.Slug)
        /// The tenant of the acting post, whichever it is.
        case home
        /// All tenants at once, for the province-wide roles.
        case province
    }
}
