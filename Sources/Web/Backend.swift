public import Operations

/// What handlers stand on. Made once by the server; tests make the same.
public struct Backend: Sendable {
    public let entrance: Entrance
    public let ids: IDSource
    /// One for the whole service, so that passwords are computed one at a time.
    public let passwords: PasswordHasher
    /// Whether the service is reached over TLS: decides the name and the flags of the session cookie, and HSTS.
    public let secure: Bool
    /// Where people may sign in instead of here; none: by password alone.
    public let openID: OpenIDProvider?
    /// Shown on every page of a demonstration.
    public let demonstration: Bool
    /// As officers reach the service, `https://thidua.example`: stands before links and is the one origin of forms. Nil: the host of each
    /// request.
    public let publicAddress: String?
    /// Addresses of proxies whose X-Forwarded-For is believed; by default none is.
    public let trustedProxies: Set<String>
    /// The folders in which programs beside the service are looked for, as in `PATH`: LibreOffice. Nil: of this process.
    public let programs: String?

    public init(
        entrance: Entrance, ids: IDSource = .system, passwords: PasswordHasher = PasswordHasher(), secure: Bool,
        openID: OpenIDProvider? = nil, demonstration: Bool, publicAddress: String? = nil, trustedProxies: Set<String> = [],
        programs: String? = nil
    ) {
        self.entrance = entrance
        self.ids = ids
        self.passwords = passwords
        self.secure = secure
        self.openID = openID
        self.demonstration = demonstration
        self.publicAddress = publicAddress
        self.trustedProxies = trustedProxies
        self.programs = programs
    }
}
