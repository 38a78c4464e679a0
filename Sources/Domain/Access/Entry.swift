/// With what and whereto a request comes to the door.
public struct Entry: Sendable {
    public var token: Token
    public var place: Place
    /// How long the whole transaction may take, waiting for a connection included.
    public var patience: Duration

    public init(token: Token, place: Place, patience: Duration = .seconds(10)) {
        self.token = token
        self.place = place
        self.patience = patience
    }

    public enum Place: Sendable, Hashable {
        case tenant(Tenant.Slug)
        /// The tenant of the acting post, whichever it is.
        case home
        /// All tenants at once, for the province-wide roles.
        case province
    }
}
