/// A unit of the province that owns its data: the province itself, a department, a district, or (two-tier model) a commune.
///
/// Officers never read the word: on screen it is the unit's own name.
public struct Tenant: Sendable, Hashable {
    public typealias ID = EntityID<Tenant>

    public let id: ID
    /// Name of its schema and role, and of the tenant in every path. An identity: codes and names change, this does not.
    public let slug: Slug
    public let kind: Kind
    public let scope: Scope
    public let parent: ID?
    /// The customary order of the province's lists.
    public let position: Int
    public let openedOn: CivilDate
    /// Last day; afterwards it is read-only.
    public let closedOn: CivilDate?
    /// As in force on the day asked for.
    public let code: String
    public let name: String
    public let fullName: String

    public init(
        id: ID, slug: Slug, kind: Kind, scope: Scope, parent: ID?, position: Int, openedOn: CivilDate, closedOn: CivilDate?, code: String,
        name: String, fullName: String
    ) {
        self.id = id
        self.slug = slug
        self.kind = kind
        self.scope = scope
        self.parent = parent
        self.position = position
        self.openedOn = openedOn
        self.closedOn = closedOn
        self.code = code
        self.name = name
        self.fullName = fullName
    }

    /// As it stands inside a sentence: `huyện U Minh`, but `Sở Nội vụ`.
    public var nameInSentence: String { kind == .department ? fullName : fullName.startingSmall }

    public enum Kind: String, Sendable, CaseIterable {
        case province, department, district, commune

        public var vietnamese: String {
            switch self {
            case .province: "tỉnh"
            case .department: "sở, ban, ngành tỉnh"
            case .district: "huyện, thành phố"
            case .commune: "xã, phường, thị trấn"
            }
        }
    }

    /// What the tenant is to a campaign (A01, A09).
    public enum Scope: String, Sendable, CaseIterable {
        /// Judged and rewarded: with a kind below the province, the first tier.
        case awardSubject = "award_subject"
        case media
        /// The province itself: launches and decides.
        case authority
        case other
    }

    /// `province`, or the kind, `_` and 1 to 40 of `a-z 0-9 _`.
    public struct Slug: Sendable, Hashable, CustomStringConvertible {
        public let text: String

        public init?(_ text: some StringProtocol) {
            let text = String(text)
            guard
                text == "province"
                    || Self.prefixes.contains(where: {
                        text.utf8.starts(with: $0.utf8) && (1...40).contains(text.utf8.count - $0.utf8.count)
                    }),
                text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F })
            else { return nil }
            self.text = text
        }

        private static let prefixes = ["dept_", "district_", "commune_"]

        /// The slug of a new tenant, from its kind and its code at opening.
        public init?(kind: Kind, code: String) {
            let tail = VietnameseText(code).folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_" }.joined()
            switch kind {
            case .province: self.init("province")
            case .department: self.init("dept_" + tail)
            case .district: self.init("district_" + tail)
            case .commune: self.init("commune_" + tail)
            }
        }

        public var description: String { text }
    }
}
