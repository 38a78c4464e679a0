extension Campaign {
    /// The plan as a paper: what its head and its foot say.
    public struct Paper: Hashable, Sendable, Codable {
        /// Kind of paper in words, such as “Kế hoạch”.
        public var type: String
        /// Number without symbol, as text because a paper's number may carry a leading zero.
        public var number: String
        /// Symbol after the stroke, such as `KH-UBND`.
        public var symbol: String
        /// Day of signature.
        public var date: CivilDate
        public var place: String
        public var issuer: String
        /// The lines under the kind of paper (trích yếu).
        public var abstract: String
        public var signer: Signer

        public init(
            type: String, number: String, symbol: String, date: CivilDate, place: String, issuer: String, abstract: String, signer: Signer
        ) {
            self.type = type
            self.number = number
            self.symbol = symbol
            self.date = date
            self.place = place
            self.issuer = issuer
            self.abstract = abstract
            self.signer = signer
        }

        /// Number and symbol as other papers quote them, such as `05/KH-UBND`.
        public var reference: String { "\(number)/\(symbol)" }
    }

    /// Who signed, exactly as printed.
    public struct Signer: Hashable, Sendable, Codable {
        public var post: String
        public var name: String

        public init(post: String, name: String) {
            self.post = post
            self.name = name
        }
    }

    /// A directive, programme or decision that the campaign carries out and that gives items to the ledger.
    public struct DirectiveCitation: Hashable, Sendable, Codable {
        /// Stable short name, by which content groups refer to it.
        public var code: String
        /// Kind of paper in words, such as “Chỉ thị”.
        public var type: String
        /// Number and symbol as printed, such as `04/CT-UBND`.
        public var reference: String
        public var date: CivilDate
        public var issuer: String
        public var abstract: String
        /// Kinds of first-tier tenant that the directive gives items to.
        public var assignsTo: [Tenant.Kind]

        public init(
            code: String, type: String, reference: String, date: CivilDate, issuer: String, abstract: String, assignsTo: [Tenant.Kind]
        ) {
            self.code = code
            self.type = type
            self.reference = reference
            self.date = date
            self.issuer = issuer
            self.abstract = abstract
            self.assignsTo = assignsTo
        }
    }
}
