/// Lương cơ sở: by it rewards are counted, as in force on the day the decision is signed (domain.md 1.8).
public struct BaseSalary: Dated, Sendable, Hashable {
    /// VND a month.
    public let amount: Int
    public let validity: ValidityPeriod
    public let citation: Citation

    public init(amount: Int, validity: ValidityPeriod, citation: Citation) {
        self.amount = amount
        self.validity = validity
        self.citation = citation
    }
}
