public import Domain
import Postgres

extension AwardRules {
    /// Every rule on awards that is loaded. Every officer may know them.
    public static func loaded(in tx: borrowing TenantTransaction) async throws -> AwardRules {
        AwardRules(
            regimes: try await LegalRegime.all(in: tx),
            rewards: RewardRules(
                rates: try await RewardRate.all(in: tx), salaries: try await BaseSalary.all(in: tx),
                roundings: try await RewardRounding.all(in: tx)),
            councils: try await CouncilRule.all(in: tx), papers: try await DossierPaper.all(in: tx),
            citations: try await LegalCitation.all(in: tx))
    }
}

extension BaseSalary {
    static func all(in tx: borrowing TenantTransaction) async throws -> [BaseSalary] {
        try await tx.rows("SELECT vnd_per_month, valid_from, valid_to, source, verified FROM core.base_salary ORDER BY valid_from") { row in
            BaseSalary(
                amount: Int(try row.next(Int32.self)), validity: ValidityPeriod(from: try row.next(), through: try row.next()),
                citation: Citation(try row.next(), isVerified: try row.next()))
        }
    }
}

extension RewardRate {
    static func all(in tx: borrowing TenantTransaction) async throws -> [RewardRate] {
        try await tx.rows(
            """
            SELECT decree, form, subject, percent_of_base_salary, valid_from, valid_to, source, verified
            FROM core.reward_rate
            ORDER BY decree COLLATE "C", form, subject, valid_from
            """
        ) { row in
            RewardRate(
                decree: try row.next(), form: try row.next(), subject: try row.next(),
                percentOfBaseSalary: Int(try row.next(Int32.self)), validity: ValidityPeriod(from: try row.next(), through: try row.next()),
                citation: Citation(try row.next(), isVerified: try row.next()))
        }
    }
}

extension RewardRounding {
    static func all(in tx: borrowing TenantTransaction) async throws -> [RewardRounding] {
        try await tx.rows(
            """
            SELECT decree, unit_vnd, direction, valid_from, valid_to, source, verified
            FROM core.reward_rounding
            ORDER BY decree COLLATE "C", valid_from
            """
        ) { row in
            RewardRounding(
                decree: try row.next(), unit: Int(try row.next(Int32.self)), direction: try row.next(),
                validity: ValidityPeriod(from: try row.next(), through: try row.next()),
                citation: Citation(try row.next(), isVerified: try row.next()))
        }
    }
}

extension CouncilRule {
    static func all(in tx: borrowing TenantTransaction) async throws -> [CouncilRule] {
        try await tx.rows(
            """
            SELECT council, form, subject, method, quorum_part, quorum_of, share_part, share_of, base, chair_must_agree, absent_may_write, tie,
                recused_leave_base, valid_from, valid_to, source, verified
            FROM core.council_rule
            ORDER BY council, form, subject, valid_from
            """, read)
    }

    private static func read(_ row: inout RowReader) throws -> CouncilRule {
        let (council, form, subject): (String, String, String) = (try row.next(), try row.next(), try row.next())
        let method: Method = try row.next()
        let quorum = VoteShare(Int(try row.next(Int32.self)), of: Int(try row.next(Int32.self)))
        let share = VoteShare(Int(try row.next(Int32.self)), of: Int(try row.next(Int32.self)))
        // The constraints of the table let nothing else in.
        return CouncilRule(
            council: council == Council.Kind.unit.rawValue ? .unit : .provincial, form: AwardForm(rawValue: form),
            subject: AwardSubject(rawValue: subject), method: method, quorum: quorum ?? .whole, share: share ?? .whole,
            base: try row.next(),
            chairMustAgree: try row.next(), absentMayWrite: try row.next(), tie: try row.next(), recusedLeaveBase: try row.next(),
            validity: ValidityPeriod(from: try row.next(), through: try row.next()),
            citation: Citation(try row.next(), isVerified: try row.next()))
    }
}
