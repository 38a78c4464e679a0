/// Tiền thưởng of one awardee, with how it was reckoned.
public struct Reward: Sendable, Hashable {
    public let rate: RewardRate
    public let salary: BaseSalary
    public let rounding: RewardRounding
    public let signedOn: CivilDate
    /// VND.
    public let amount: Int

    init(rate: RewardRate, salary: BaseSalary, rounding: RewardRounding, signedOn: CivilDate) {
        self.rate = rate
        self.salary = salary
        self.rounding = rounding
        self.signedOn = signedOn
        amount = rounding.rounded(hundredths: rate.percentOfBaseSalary * salary.amount)
    }

    /// Whether a generated document may cite what it rests on: on the rounding only where it changes the amount.
    public var isVerified: Bool {
        rate.citation.isVerified && salary.citation.isVerified && (!isRounded || rounding.citation.isVerified)
    }

    /// In hundredths of VND, before it is rounded.
    private var exact: Int { rate.percentOfBaseSalary * salary.amount }

    private var isRounded: Bool { exact != amount * 100 }

    /// `0,15 × 1.490.000 đồng = 223.500 đồng, làm tròn đến mức gần nhất 10.000 đồng: 220.000 đồng. Căn cứ: …`
    public var vietnamese: String {
        let cents = String(exact % 100 + 100).dropFirst()
        let words = VietnameseNumber.text(exact / 100) + (exact.isMultiple(of: 100) ? "" : ",\(cents)")
        var text = "\(rate.multiple) × \(VietnameseNumber.text(salary.amount)) đồng = \(words) đồng"
        var sources = [rate.citation.vietnamese, "\(salary.citation.vietnamese), ngày ký \(signedOn.vietnamese)"]
        if isRounded {
            text +=
                ", \(rounding.direction.vietnamese) \(VietnameseNumber.text(rounding.unit)) đồng: \(VietnameseNumber.text(amount)) đồng"
            sources.append(rounding.citation.vietnamese)
        }
        return "\(text). Căn cứ: \(sources.joined(separator: "; "))."
    }
}
