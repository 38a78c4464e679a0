/// What money an award brings: rates by regime, base salary by the day of signing, rounding as a parameter (domain.md 1.8). All of it data.
public struct RewardRules: Sendable, Hashable {
    public let rates: [RewardRate]
    public let salaries: [BaseSalary]
    public let roundings: [RewardRounding]

    public init(rates: [RewardRate], salaries: [BaseSalary], roundings: [RewardRounding]) {
        self.rates = rates
        self.salaries = salaries
        self.roundings = roundings
    }

    /// - Parameters:
    ///   - signedOn: when the decision is signed: what is in force on that day is reckoned with.
    ///   - regime: to which the dossier is pinned (A60): by its decree the rate and the rounding are found.
    /// - Throws: what the data does not say: ``AwardRefusal/noRate(_:_:decree:)``, ``AwardRefusal/noBaseSalary(_:)``,
    ///   ``AwardRefusal/noRounding(decree:)``. Nothing is guessed.
    public func reward(
        _ form: AwardForm, _ subject: AwardSubject, signedOn: CivilDate, under regime: LegalRegime
    ) throws(AwardRefusal) -> Reward {
        let decree = regime.decree
        let given = rates.filter { $0.decree == decree && $0.form == form && $0.subject == subject }
        guard let rate = given.inForce(on: signedOn) else {
            throw .noRate(form, subject, decree: decree)
        }
        guard let salary = salaries.inForce(on: signedOn) else { throw .noBaseSalary(signedOn) }
        guard let rounding = roundings.filter({ $0.decree == decree }).inForce(on: signedOn) else { throw .noRounding(decree: decree) }
        return Reward(rate: rate, salary: salary, rounding: rounding, signedOn: signedOn)
    }
}
