/// Quy định áp dụng: law, decree and circular on awards that hold together for a time (domain.md 1.1). Data, never code.
public struct LegalRegime: Dated, Sendable, Hashable {
    /// Stable name in data, such as `nd91`.
    public let code: String
    public let law: String
    /// By this the reward rates and their rounding are found.
    public let decree: String
    public let circular: String
    public let validity: ValidityPeriod
    public let citation: Citation

    public init(code: String, law: String, decree: String, circular: String, validity: ValidityPeriod, citation: Citation) {
        self.code = code
        self.law = law
        self.decree = decree
        self.circular = circular
        self.validity = validity
        self.citation = citation
    }

    public var vietnamese: String { [law, decree, circular].filter { !$0.isEmpty }.joined(separator: "; ") }
}
