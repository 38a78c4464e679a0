/// Mức tiền thưởng: how many times the base salary an award brings under a decree (domain.md 1.8).
public struct RewardRate: Dated, Sendable, Hashable {
    public let decree: String
    public let form: AwardForm
    public let subject: AwardSubject
    /// 150 is one and a half times the base salary.
    public let percentOfBaseSalary: Int
    /// By the day of signing; a figure that was wrong is closed, and the right one added.
    public let validity: ValidityPeriod
    public let citation: Citation

    public init(
        decree: String, form: AwardForm, subject: AwardSubject, percentOfBaseSalary: Int, validity: ValidityPeriod, citation: Citation
    ) {
        self.decree = decree
        self.form = form
        self.subject = subject
        self.percentOfBaseSalary = percentOfBaseSalary
        self.validity = validity
        self.citation = citation
    }

    /// `1,5`, `0,15`, `2`.
    public var multiple: String {
        let digits = String(percentOfBaseSalary % 100 + 100).dropFirst()
        let fraction = digits.hasSuffix("0") ? digits.dropLast() : digits
        return "\(percentOfBaseSalary / 100)" + (fraction == "0" ? "" : ",\(fraction)")
    }
}
