import Domain
import Testing

@Suite("Reward money")
struct RewardMoneyTests {
    private let rules: DeployedAwardRules

    init() throws {
        rules = try DeployedAwardRules()
    }

    private func reward(
        _ form: AwardForm, _ subject: AwardSubject, signedOn: String, under regime: String, _ rewards: RewardRules? = nil
    ) throws -> Reward {
        try (rewards ?? rules.rewards).reward(
            form, subject, signedOn: try #require(CivilDate(signedOn)), under: try rules.regime(regime))
    }

    /// The same rules, with amounts rounded upward.
    private var upward: RewardRules {
        RewardRules(
            rates: rules.rewards.rates, salaries: rules.rewards.salaries,
            roundings: rules.rewards.roundings.map {
                RewardRounding(decree: $0.decree, unit: $0.unit, direction: .upward, validity: $0.validity, citation: $0.citation)
            })
    }

    @Test("Golden case 7: the base salary of the day of signing, and the rounding as it is read")
    func goldenCase7() throws {
        #expect(try reward(.provincialCertificate, .collective, signedOn: "2023-06-30", under: "nd91").amount == 2_980_000)
        #expect(try reward(.provincialCertificate, .collective, signedOn: "2023-07-03", under: "nd91").amount == 3_600_000)
        #expect(try reward(.communeCommendation, .individual, signedOn: "2023-06-15", under: "nd91").amount == 220_000)
        #expect(try reward(.communeCommendation, .individual, signedOn: "2023-06-15", under: "nd91", upward).amount == 230_000)
        // The other figure of the same source: 447,000 to 450,000 either way.
        #expect(try reward(.communeCommendation, .collective, signedOn: "2023-06-15", under: "nd91").amount == 450_000)
        #expect(try reward(.communeCommendation, .collective, signedOn: "2023-06-15", under: "nd91", upward).amount == 450_000)
    }

    @Test("says how it was reckoned and on what it rests")
    func words() throws {
        let rounded = try reward(.communeCommendation, .individual, signedOn: "2023-06-15", under: "nd91")
        #expect(
            rounded.vietnamese.hasPrefix(
                "0,15 × 1.490.000 đồng = 223.500 đồng, làm tròn đến mức gần nhất 10.000 đồng: 220.000 đồng. Căn cứ: NĐ 91/2017/NĐ-CP Điều 73 khoản 1 điểm d; NĐ 38/2019/NĐ-CP, ngày ký 15/06/2023; "
            ))
        let exact = try reward(.provincialCertificate, .collective, signedOn: "2023-07-03", under: "nd91")
        #expect(
            exact.vietnamese
                == "2 × 1.800.000 đồng = 3.600.000 đồng. Căn cứ: NĐ 91/2017/NĐ-CP Điều 73 khoản 2; NĐ 24/2023/NĐ-CP, ngày ký 03/07/2023.")
        // Nobody has checked how it is rounded: what is a round sum without it does not rest on that.
        #expect(!rounded.rounding.citation.isVerified && !rounded.isVerified && exact.isVerified)
        // What comes from memory is never passed off as read.
        let remembered = try reward(.provincialCertificate, .individual, signedOn: "2024-02-01", under: "nd98")
        #expect(!remembered.isVerified && remembered.vietnamese.contains("NĐ 98/2023/NĐ-CP (chưa kiểm chứng)"))
        #expect(remembered.vietnamese.hasPrefix("1,5 × "))
    }

    /// The last and first day of each base salary and each regime: 1.0 or 1.5 times for an individual's Bằng khen, twice that for a collective.
    @Test(
        "follows the base salary to the day, under the regime of the dossier",
        arguments: [
            ("2023-06-30", "nd91", 1_490_000), ("2023-07-01", "nd91", 1_800_000), ("2023-12-31", "nd91", 1_800_000),
            // Received in 2023, signed in 2024: the old multiple (A60).
            ("2024-01-15", "nd91", 1_800_000), ("2024-01-15", "nd98", 2_700_000), ("2024-06-30", "nd98", 2_700_000),
            ("2024-07-01", "nd98", 3_510_000), ("2025-07-01", "nd152-tt01", 3_510_000), ("2026-06-30", "nd152", 3_510_000),
            // 3,795,000: halfway between tens of thousands.
            ("2026-07-01", "nd152", 3_800_000), ("2026-10-01", "luat06-2026", 3_800_000),
        ])
    func boundaries(day: String, regime: String, individual: Int) throws {
        #expect(try reward(.provincialCertificate, .individual, signedOn: day, under: regime).amount == individual)
        let collective = try reward(.provincialCertificate, .collective, signedOn: day, under: regime)
        #expect(collective.amount == collective.rate.percentOfBaseSalary * collective.salary.amount / 100)
    }

    @Test("guesses nothing that the data does not say")
    func gaps() throws {
        #expect(throws: AwardRefusal.noBaseSalary(try #require(CivilDate("2019-06-30")))) {
            try reward(.provincialCertificate, .individual, signedOn: "2019-06-30", under: "nd91")
        }
        // Not verified anywhere: the commune's figure under NĐ 152.
        #expect(throws: AwardRefusal.noRate(.communeCommendation, .individual, decree: "NĐ 152/2025/NĐ-CP")) {
            try reward(.communeCommendation, .individual, signedOn: "2025-09-01", under: "nd152")
        }
        let unrounded = RewardRules(rates: rules.rewards.rates, salaries: rules.rewards.salaries, roundings: [])
        #expect(throws: AwardRefusal.noRounding(decree: "NĐ 91/2017/NĐ-CP")) {
            try reward(.provincialCertificate, .individual, signedOn: "2023-06-30", under: "nd91", unrounded)
        }
    }

    @Test("takes the figure that is in force on the day of signing: one that was wrong is closed, and the right one added")
    func corrected() throws {
        func rate(_ percent: Int, _ from: String, _ through: String?) throws -> RewardRate {
            RewardRate(
                decree: "NĐ 91/2017/NĐ-CP", form: .provincialCertificate, subject: .individual, percentOfBaseSalary: percent,
                validity: ValidityPeriod(from: try #require(CivilDate(from)), through: through.flatMap { CivilDate($0) }),
                citation: Citation("x", isVerified: true))
        }
        let rates = [try rate(150, "2017-10-01", "2023-06-20"), try rate(100, "2023-06-21", nil)]
        let rewards = RewardRules(rates: rates, salaries: rules.rewards.salaries, roundings: rules.rewards.roundings)
        #expect(try reward(.provincialCertificate, .individual, signedOn: "2023-06-20", under: "nd91", rewards).amount == 2_240_000)
        #expect(try reward(.provincialCertificate, .individual, signedOn: "2023-06-21", under: "nd91", rewards).amount == 1_490_000)
        #expect(throws: AwardRefusal.noRate(.provincialCertificate, .individual, decree: "NĐ 91/2017/NĐ-CP")) {
            try reward(.provincialCertificate, .individual, signedOn: "2017-09-30", under: "nd91", rewards)
        }
    }

    @Test("rounds to whole units: to the nearest by at most one half, upward by less than one, and never twice", arguments: 1...500)
    func rounding(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let salary = Int.random(in: 1...5_000_000, using: &generator)
        let percent = Int.random(in: 1...600, using: &generator)
        let unit = [1, 1_000, 10_000, 100_000].randomElement(using: &generator) ?? 1
        let regime = try rules.regime("nd91")
        let day = try #require(CivilDate("2023-06-30"))
        func amount(_ direction: RewardRounding.Direction) throws -> Int {
            let cited = Citation("", isVerified: true)
            let always = ValidityPeriod(from: .earliest, through: nil)
            return try RewardRules(
                rates: [
                    RewardRate(
                        decree: regime.decree, form: .provincialCertificate, subject: .individual, percentOfBaseSalary: percent,
                        validity: always, citation: cited)
                ], salaries: [BaseSalary(amount: salary, validity: always, citation: cited)],
                roundings: [RewardRounding(decree: regime.decree, unit: unit, direction: direction, validity: always, citation: cited)]
            ).reward(.provincialCertificate, .individual, signedOn: day, under: regime).amount
        }
        let exact = salary * percent
        let nearest = try amount(.nearest)
        let up = try amount(.upward)
        #expect(nearest.isMultiple(of: unit) && up.isMultiple(of: unit))
        #expect(abs(nearest * 100 - exact) * 2 <= unit * 100)
        #expect((0..<unit * 100).contains(up * 100 - exact))
        #expect(up == nearest || up == nearest + unit)
    }

    @Test("has one base salary and one regime a day at most, and no day without a regime since 2017")
    func data() throws {
        #expect(rules.regimes.overlap == nil)
        #expect(rules.rewards.salaries.overlap == nil)
        let ends = rules.regimes.compactMap { $0.validity.through?.adding(days: 1) }
        #expect(Set(ends) == Set(rules.regimes.map(\.validity.from).dropFirst()))
        let keys = rules.rewards.rates.map { "\($0.decree) \($0.form) \($0.subject)" }
        #expect(Set(keys).count == keys.count)
        for rate in rules.rewards.rates {
            #expect(rules.regimes.contains { $0.decree == rate.decree })
            // A collective is paid twice what an individual is.
            let pair = rules.rewards.rates.first { $0.decree == rate.decree && $0.form == rate.form && $0.subject == .individual }
            if rate.subject == .collective { #expect(rate.percentOfBaseSalary == 2 * (pair?.percentOfBaseSalary ?? 0)) }
        }
    }
}
