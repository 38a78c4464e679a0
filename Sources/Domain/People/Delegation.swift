/// Leave to act in another's stead: which deeds of his post a colleague does, in which form, from when to when. It is not passed on, and
/// ends at once when it is revoked or one of the two no longer holds his post.
public struct Delegation: Sendable, Hashable {
    public typealias ID = EntityID<Delegation>

    public let id: ID
    /// In whose stead.
    public let giver: Party
    /// Who acts; under his signature stands the title of this post.
    public let delegate: Party
    public let form: Form
    /// What is lent, in alphabetical order.
    public let scope: [Action]
    public let validFrom: CivilDate
    /// Last day, inclusive.
    public let validTo: CivilDate
    public let reason: String
    /// Needed for ``Form/tuq``, empty where there is none.
    public let documentNumber: String
    /// The post that gave it: the giver's own, or the head's of the unit.
    public let givenBy: Post.ID
    public let recordedOn: CivilDate
    public let revocation: Revocation?
    public let version: Int

    public init(
        id: ID, giver: Party, delegate: Party, form: Form, scope: [Action], validFrom: CivilDate, validTo: CivilDate, reason: String,
        documentNumber: String, givenBy: Post.ID, recordedOn: CivilDate, revocation: Revocation?, version: Int
    ) {
        self.id = id
        self.giver = giver
        self.delegate = delegate
        self.form = form
        self.scope = scope
        self.validFrom = validFrom
        self.validTo = validTo
        self.reason = reason
        self.documentNumber = documentNumber
        self.givenBy = givenBy
        self.recordedOn = recordedOn
        self.revocation = revocation
        self.version = version
    }

    /// A person in a post.
    public struct Party: Sendable, Hashable {
        public let post: Post.ID
        public let person: Person.ID
        public let title: String
        /// Empty where another tenant keeps the person's record.
        public let personName: String

        public init(post: Post.ID, person: Person.ID, title: String, personName: String) {
            self.post = post
            self.person = person
            self.title = title
            self.personName = personName
        }
    }

    /// That it was ended before its time. By nobody: the operator.
    public struct Revocation: Sendable, Hashable {
        public let by: Post.ID?
        public let reason: String

        public init(by: Post.ID?, reason: String) {
            self.by = by
            self.reason = reason
        }
    }

    /// NĐ 30/2020/NĐ-CP, Điều 13.
    public enum Form: String, Sendable, CaseIterable, Hashable {
        /// The deputy for his head.
        case kt
        /// By order of the head, where the rules of work allow it.
        case tl
        /// By a written mandate with a time limit, in a special case.
        case tuq

        /// Before the title, with its full stop.
        public var abbreviation: String { rawValue.uppercased() + "." }

        public var vietnamese: String {
            switch self {
            case .kt: "ký thay"
            case .tl: "ký thừa lệnh"
            case .tuq: "ký thừa ủy quyền"
            }
        }
    }

    /// How it stands on a day.
    public enum Standing: String, Sendable, CaseIterable, Hashable {
        case notYet = "not_yet"
        case inForce = "in_force"
        case over
        case revoked

        public var vietnamese: String {
            switch self {
            case .notYet: "chưa đến ngày"
            case .inForce: "đang hiệu lực"
            case .over: "đã hết hạn"
            case .revoked: "đã thu hồi"
            }
        }
    }

    public func standing(on day: CivilDate) -> Standing {
        if revocation != nil { return .revoked }
        return day < validFrom ? .notYet : day > validTo ? .over : .inForce
    }

    /// What stands over the delegate's name.
    public var signature: Signature { Signature(title: giver.title, form: form, delegateTitle: delegate.title) }
}

extension Action {
    /// Whether a delegation may lend it: who keeps the directory could give rights for good, a delegation is not passed on, a vote is personal.
    public var isLendable: Bool {
        switch self {
        case .manageDirectory, .giveDelegation, .revokeDelegation, .decideMotto: false
        default: true
        }
    }
}
