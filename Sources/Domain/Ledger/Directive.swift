/// A paper that orders work: entered once, then cut into items.
public struct Directive: Sendable, Hashable {
    public typealias ID = EntityID<Directive>

    public let id: ID
    /// The unit that keeps it; what the province keeps, every officer may read.
    public let tenant: Tenant.ID
    public let paper: Paper
    public let campaign: Campaign.ID?
    public let file: File?
    public let version: Int
    public let recordedOn: CivilDate

    public init(id: ID, tenant: Tenant.ID, paper: Paper, campaign: Campaign.ID?, file: File?, version: Int, recordedOn: CivilDate) {
        self.id = id
        self.tenant = tenant
        self.paper = paper
        self.campaign = campaign
        self.file = file
        self.version = version
        self.recordedOn = recordedOn
    }

    /// What stands on its head (NĐ 30/2020).
    public struct Paper: Sendable, Hashable {
        /// Quyết định, Chỉ thị, Kế hoạch …
        public var type: String
        /// Number and symbol: `503/QĐ-UBND`.
        public var number: String
        public var issuedOn: CivilDate
        public var issuer: String
        /// Trích yếu.
        public var abstract: String

        public init(type: String, number: String, issuedOn: CivilDate, issuer: String, abstract: String) {
            self.type = type
            self.number = number
            self.issuedOn = issuedOn
            self.issuer = issuer
            self.abstract = abstract
        }

        /// What the codes of its items begin with: `QĐ503-2023`. The year belongs to it, since numbers start anew each year.
        public var itemPrefix: String {
            let parts = number.split(separator: "/", maxSplits: 1)
            let running = Self.plain(parts.first ?? "")
            let symbol = parts.count == 2 ? Self.plain(parts[1].prefix { $0 != "-" }) : ""
            return (symbol.isEmpty ? initials : symbol) + running + "-\(issuedOn.year)"
        }

        /// KH for Kế hoạch.
        private var initials: String {
            Self.plain(Substring(type.split(separator: " ").compactMap(\.first).map(String.init).joined().uppercased()))
        }

        private static func plain(_ text: Substring) -> String {
            String(text.filter { $0.isLetter || $0.isNumber })
        }
    }

    /// Where a page of papers ended: the latest come first.
    public struct Position: Sendable, Hashable {
        public let issuedOn: CivilDate
        public let id: ID

        public init(issuedOn: CivilDate, id: ID) {
            self.issuedOn = issuedOn
            self.id = id
        }
    }

    /// The paper itself, as it was handed in. Kept once; it is not replaced.
    public struct File: Sendable, Hashable {
        /// With the ending of its format, whatever it was sent as.
        public let name: String
        public let format: DocumentFormat
        public let byteCount: Int
        /// SHA-256 of the content, 32 bytes.
        public let digest: [UInt8]

        public init(name: String, format: DocumentFormat, byteCount: Int, digest: [UInt8]) {
            self.name = format.named(name)
            self.format = format
            self.byteCount = byteCount
            self.digest = digest
        }

        /// 20 MB.
        public static let largest = 20 * 1_048_576
    }
}
