public import FoundationEssentials

/// One entry of the audit: what was changed or looked at, by whom, in which post, on which request. Written by the database's trigger in
/// the transaction of the change; never altered.
public struct AuditEntry: Sendable, Hashable {
    public let position: Position
    public let action: Action
    /// The table, as programs know it.
    public let relation: String
    /// What it is called.
    public let noun: String
    /// The row's primary key.
    public let key: JSONValue
    public let actor: Actor
    /// The request that it was done on; nil for the worker and the operator.
    public let request: String?
    /// As the row gives it; of a reading: its purpose.
    public let reason: String?
    /// The row before; of an update: the changed columns alone. Nil where there was none.
    public let before: JSONValue?
    public let after: JSONValue?
    /// Columns that were set or changed, and whose values are kept nowhere here: secrets, files.
    public let withheld: [String]

    public init(
        position: Position, action: Action, relation: String, noun: String, key: JSONValue, actor: Actor, request: String?, reason: String?,
        before: JSONValue?, after: JSONValue?, withheld: [String]
    ) {
        self.position = position
        self.action = action
        self.relation = relation
        self.noun = noun
        self.key = key
        self.actor = actor
        self.request = request
        self.reason = reason
        self.before = before
        self.after = after
        self.withheld = withheld
    }

    /// Where an entry stands on its object's timeline.
    public struct Position: Sendable, Hashable {
        /// By the real clock, in microseconds since 1970-01-01T00:00:00Z.
        public let microseconds: Int64
        public let id: Int64

        public init(microseconds: Int64, id: Int64) {
            self.microseconds = microseconds
            self.id = id
        }

        public var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
    }

    public enum Action: String, Sendable, CaseIterable {
        case insert, update, delete, read

        public var vietnamese: String {
            switch self {
            case .insert: "thêm"
            case .update: "sửa"
            case .delete: "xóa"
            case .read: "xem"
            }
        }
    }

    /// Who acted.
    public struct Actor: Sendable, Hashable {
        public let kind: Kind
        public let person: Person.ID?
        public let post: Post.ID?
        /// Title of the post and its unit, for those who may read the audit.
        public let title: String?
        /// The delegation acted under.
        public let delegation: UUID?
        /// What stands under it then: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.
        public let signature: Signature?
        /// Login of the database.
        public let login: String
        /// The worker's job.
        public let cause: String?

        public init(
            kind: Kind, person: Person.ID?, post: Post.ID?, title: String?, delegation: UUID?, signature: Signature? = nil, login: String,
            cause: String?
        ) {
            self.kind = kind
            self.person = person
            self.post = post
            self.title = title
            self.delegation = delegation
            self.signature = signature
            self.login = login
            self.cause = cause
        }

        public enum Kind: String, Sendable, CaseIterable {
            /// A person in a post.
            case officer
            /// The worker, for a job.
            case system
            /// Signing in and out: nobody is seated yet.
            case signIn = "sign_in"
            /// Whoever runs the installation, by the database's own rights.
            case `operator`
        }

        /// As officers read it.
        public var vietnamese: String {
            switch kind {
            case .officer: (title ?? "chức vụ không còn trong danh mục") + (signature.map { " (\($0.line))" } ?? "")
            case .system: "Hệ thống" + (title.map { " (theo việc của \($0))" } ?? "")
            case .signIn: "Đăng nhập"
            case .operator: "Người vận hành hệ thống"
            }
        }
    }
}
