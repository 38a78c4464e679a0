public import Domain

extension AwardRules {
    /// The files in which rules on awards are kept (`deploy/awards`).
    public static let files = [
        "regimes.csv", "base-salaries.csv", "reward-rates.csv", "reward-rounding.csv", "council-rules.csv", "dossier-papers.csv",
        "citations.csv",
    ]

    /// Reads the rules from ``files``.
    ///
    /// - Parameter content: of a file, by its name.
    /// - Throws: `invalid-table`; `invalid-input` with every cell at fault, file by file.
    public init(content: (String) throws -> [UInt8]) throws {
        var check = InputCheck()
        func rows(_ name: String) throws -> [AwardRuleRow] { try AwardRuleRow.read(content(name), name: name) }
        let regimes = try rows("regimes.csv").map { row in
            LegalRegime(
                code: row.text("code", &check), law: row.text("law", &check), decree: row.text("decree", &check),
                circular: row.text("circular", &check), validity: row.validity(&check), citation: row.citation(&check))
        }
        let salaries = try rows("base-salaries.csv").map { row in
            BaseSalary(amount: row.number("vnd_per_month", &check), validity: row.validity(&check), citation: row.citation(&check))
        }
        let rates = try rows("reward-rates.csv").map { row in
            RewardRate(
                decree: row.text("decree", &check), form: row.oneOf("form", instead: .provincialCertificate, &check),
                subject: row.oneOf("subject", instead: .individual, &check),
                percentOfBaseSalary: row.number("percent_of_base_salary", &check), validity: row.validity(&check),
                citation: row.citation(&check))
        }
        let roundings = try rows("reward-rounding.csv").map { row in
            RewardRounding(
                decree: row.text("decree", &check), unit: row.number("unit_vnd", &check),
                direction: row.oneOf("direction", instead: .nearest, &check), validity: row.validity(&check), citation: row.citation(&check)
            )
        }
        let councils = try rows("council-rules.csv").map { row in row.councilRule(&check) }
        let papers = try rows("dossier-papers.csv").map { row in
            DossierPaper(
                track: row.oneOf("track", instead: .provincialReview, &check), kind: row.oneOf("kind", instead: .proposal, &check),
                isConfirmed: row.yes("confirmed", &check), validity: row.validity(&check), citation: row.citation(&check))
        }
        let citations = try rows("citations.csv").map { row in
            LegalCitation(
                regime: row.text("regime", &check), place: row.oneOf("place", instead: .decision, &check),
                position: row.number("position", &check), words: row.text("words", &check), citation: row.citation(&check))
        }
        for citation in citations where !regimes.contains(where: { $0.code == citation.regime }) {
            check.fault("citations.csv", "\(citation.regime): không có trong regimes.csv")
        }
        if let (one, other) = regimes.overlap { check.fault("regimes.csv", "\(one.code) và \(other.code) cùng có hiệu lực trong một ngày") }
        if salaries.overlap != nil { check.fault("base-salaries.csv", "hai mức cùng có hiệu lực trong một ngày") }
        for rate in rates
        where rates.filter({ ($0.decree, $0.form, $0.subject) == (rate.decree, rate.form, rate.subject) }).overlap?.0 == rate {
            check.fault("reward-rates.csv", "\(rate.decree), \(rate.form.vietnamese): hai mức cùng có hiệu lực trong một ngày")
        }
        for rounding in roundings where roundings.filter({ $0.decree == rounding.decree }).overlap?.0 == rounding {
            check.fault("reward-rounding.csv", "\(rounding.decree): hai cách làm tròn cùng có hiệu lực trong một ngày")
        }
        try check.finish()
        self.init(
            regimes: regimes, rewards: RewardRules(rates: rates, salaries: salaries, roundings: roundings), councils: councils,
            papers: papers, citations: citations)
    }
}
