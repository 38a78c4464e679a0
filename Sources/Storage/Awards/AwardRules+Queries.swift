public import Domain
import Postgres

extension OperatorTransaction {
    /// Loads the rules on awards; answers how many rows that changed. A rule that is there keeps its figures: its last day, its source and whether
    /// it was verified follow what is given here; a new figure begins on a day of its own.
    @discardableResult
    public func load(_ rules: AwardRules) async throws -> Int {
        var changed = 0
        for statement in Self.statements(of: rules) { changed += try await asOwner(statement).affected }
        return changed
    }

    /// How many rows ``load(_:)`` would change; none is.
    public func wouldChange(_ rules: AwardRules) async throws -> Int {
        try await asOwner("SAVEPOINT trial")
        let changed = try await load(rules)
        try await asOwner("ROLLBACK TO SAVEPOINT trial")
        return changed
    }

    private static func statements(of rules: AwardRules) -> [SQL] {
        rules.regimes.map(statement) + rules.rewards.salaries.map(statement) + rules.rewards.rates.map(statement)
            + rules.rewards.roundings.map(statement) + rules.councils.map(statement) + rules.papers.map(statement)
            + rules.citations.map(statement)
    }

    private static func statement(_ rule: LegalRegime) -> SQL {
        """
        INSERT INTO core.legal_regime AS r (code, law, decree, circular, valid_from, valid_to, verified, source, recorded_on)
        VALUES (\(rule.code), \(rule.law), \(rule.decree), \(rule.circular), \(rule.validity.from), \(rule.validity.through),
            \(rule.citation.isVerified), \(rule.citation.text), core.today())
        ON CONFLICT (code) DO UPDATE SET valid_to = excluded.valid_to, verified = excluded.verified, source = excluded.source
        WHERE (r.valid_to, r.verified, r.source) IS DISTINCT FROM (excluded.valid_to, excluded.verified, excluded.source)
        """
    }

    private static func statement(_ rule: BaseSalary) -> SQL {
        """
        INSERT INTO core.base_salary AS r (valid_from, valid_to, vnd_per_month, verified, source, recorded_on)
        VALUES (\(rule.validity.from), \(rule.validity.through), \(Int32(clamping: rule.amount)), \(rule.citation.isVerified),
            \(rule.citation.text), core.today())
        ON CONFLICT (valid_from) DO UPDATE SET valid_to = excluded.valid_to, verified = excluded.verified, source = excluded.source
        WHERE (r.valid_to, r.verified, r.source) IS DISTINCT FROM (excluded.valid_to, excluded.verified, excluded.source)
        """
    }

    private static func statement(_ rule: RewardRate) -> SQL {
        """
        INSERT INTO core.reward_rate AS r (decree, form, subject, percent_of_base_salary, valid_from, valid_to, verified, source, recorded_on)
        VALUES (\(rule.decree), \(rule.form), \(rule.subject), \(Int32(clamping: rule.percentOfBaseSalary)), \(rule.validity.from),
            \(rule.validity.through), \(rule.citation.isVerified), \(rule.citation.text), core.today())
        ON CONFLICT (decree, form, subject, valid_from) DO UPDATE
        SET valid_to = excluded.valid_to, verified = excluded.verified, source = excluded.source
        WHERE (r.valid_to, r.verified, r.source) IS DISTINCT FROM (excluded.valid_to, excluded.verified, excluded.source)
        """
    }

    private static func statement(_ rule: RewardRounding) -> SQL {
        """
        INSERT INTO core.reward_rounding AS r (decree, unit_vnd, direction, valid_from, valid_to, verified, source, recorded_on)
        VALUES (\(rule.decree), \(Int32(clamping: rule.unit)), \(rule.direction), \(rule.validity.from), \(rule.validity.through),
            \(rule.citation.isVerified), \(rule.citation.text), core.today())
        ON CONFLICT (decree, valid_from) DO UPDATE
        SET valid_to = excluded.valid_to, verified = excluded.verified, source = excluded.source
        WHERE (r.valid_to, r.verified, r.source) IS DISTINCT FROM (excluded.valid_to, excluded.verified, excluded.source)
        """
    }

    private static func statement(_ rule: CouncilRule) -> SQL {
        let (quorum, share) = (rule.quorum, rule.share)
        return """
            INSERT INTO core.council_rule AS r (council, form, subject, method, quorum_part, quorum_of, share_part, share_of, base, chair_must_agree,
                absent_may_write, tie, recused_leave_base, valid_from, valid_to, verified, source, recorded_on)
            VALUES (\(rule.council.rawValue), \(rule.form?.rawValue ?? ""), \(rule.subject?.rawValue ?? ""), \(rule.method),
                \(Int32(clamping: quorum.numerator)), \(Int32(clamping: quorum.denominator)), \(Int32(clamping: share.numerator)),
                \(Int32(clamping: share.denominator)), \(rule.base), \(rule.chairMustAgree), \(rule.absentMayWrite), \(rule.tie),
                \(rule.recusedLeaveBase), \(rule.validity.from), \(rule.validity.through), \(rule.citation.isVerified), \(rule.citation.text),
                core.today())
            ON CONFLICT (council, form, subject, valid_from) DO UPDATE
            SET valid_to = excluded.valid_to, verified = excluded.verified, source = excluded.source
            WHERE (r.valid_to, r.verified, r.source) IS DISTINCT FROM (excluded.valid_to, excluded.verified, excluded.source)
            """
    }

    private static func statement(_ rule: DossierPaper) -> SQL {
        """
        INSERT INTO core.dossier_paper AS r (track, kind, confirmed, valid_from, valid_to, verified, source, recorded_on)
        VALUES (\(rule.track), \(rule.kind), \(rule.isConfirmed), \(rule.validity.from), \(rule.validity.through),
            \(rule.citation.isVerified), \(rule.citation.text), core.today())
        ON CONFLICT (track, kind, valid_from) DO UPDATE
        SET valid_to = excluded.valid_to, verified = excluded.verified, source = excluded.source
        WHERE (r.valid_to, r.verified, r.source) IS DISTINCT FROM (excluded.valid_to, excluded.verified, excluded.source)
        """
    }

    private static func statement(_ rule: LegalCitation) -> SQL {
        """
        INSERT INTO core.legal_citation AS r (regime_code, place, position, words, verified, source, recorded_on)
        VALUES (\(rule.regime), \(rule.place), \(Int32(clamping: rule.position)), \(rule.words), \(rule.citation.isVerified),
            \(rule.citation.text), core.today())
        ON CONFLICT (regime_code, place, position) DO UPDATE
        SET words = excluded.words, verified = excluded.verified, source = excluded.source
        WHERE (r.words, r.verified, r.source) IS DISTINCT FROM (excluded.words, excluded.verified, excluded.source)
        """
    }
}

extension LegalRegime {
    /// The regimes that were in force one after the other. Every officer may know them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [LegalRegime] {
        try await tx.rows(
            "SELECT code, law, decree, circular, valid_from, valid_to, source, verified FROM core.legal_regime ORDER BY valid_from"
        ) { row in
            LegalRegime(
                code: try row.next(), law: try row.next(), decree: try row.next(), circular: try row.next(),
                validity: ValidityPeriod(from: try row.next(), through: try row.next()),
                citation: Citation(try row.next(), isVerified: try row.next()))
        }
    }
}

extension DossierPaper {
    /// What a dossier has to hold, by track. Every officer may know it.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [DossierPaper] {
        try await tx.rows(
            "SELECT track, kind, confirmed, valid_from, valid_to, source, verified FROM core.dossier_paper ORDER BY track, kind, valid_from"
        ) { row in
            DossierPaper(
                track: try row.next(), kind: try row.next(), isConfirmed: try row.next(),
                validity: ValidityPeriod(from: try row.next(), through: try row.next()),
                citation: Citation(try row.next(), isVerified: try row.next()))
        }
    }
}

extension LegalCitation {
    /// What papers cite of each regime. Every officer may know it.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [LegalCitation] {
        try await tx.rows(
            "SELECT regime_code, place, position, words, source, verified FROM core.legal_citation ORDER BY regime_code, place, position"
        ) { row in
            LegalCitation(
                regime: try row.next(), place: try row.next(), position: Int(try row.next(Int32.self)), words: try row.next(),
                citation: Citation(try row.next(), isVerified: try row.next()))
        }
    }
}
