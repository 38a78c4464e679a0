public import FoundationEssentials

/// A session or an API token of an account, as its owner sees it: never the token.
public struct Credential: Sendable, Hashable {
    public typealias ID = EntityID<Credential>

    public let id: ID
    public let kind: Kind
    /// The acting post of everything that is done with it.
    public let post: Post.ID
    /// What its owner calls it; empty for a session.
    public let label: String
    public let createdAt: Date
    /// To the minute; nil until it was used.
    public let lastUsedAt: Date?
    public let expiresAt: Date
    /// Whether it is the one that the request came with.
    public let isCurrent: Bool
    public let proof: Proof
    /// What a token may do of all that its post may; nil: everything, as a session.
    public let scopes: [Deed]?
    /// The beginning of a token, by which its owner knows it again.
    public let prefix: String?

    public init(
        id: ID, kind: Kind, post: Post.ID, label: String, createdAt: Date, lastUsedAt: Date?, expiresAt: Date, isCurrent: Bool,
        proof: Proof = .password, scopes: [Deed]? = nil, prefix: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.post = post
        self.label = label
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.expiresAt = expiresAt
        self.isCurrent = isCurrent
        self.proof = proof
        self.scopes = scopes
        self.prefix = prefix
    }

    public enum Kind: String, Sendable, CaseIterable {
        /// Made by signing in; ends after 12 hours, or when nobody used it for half an hour.
        case session
        /// Made from a session for a program; ends after days.
        case token

        public var vietnamese: String {
            switch self {
            case .session: "phiên làm việc"
            case .token: "mã truy cập"
            }
        }
    }
}
