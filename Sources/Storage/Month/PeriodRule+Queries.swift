public import Domain
import Postgres

extension PeriodRule {
    /// Every rule with those before it, the latest first. Every officer may read them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [PeriodRule] {
        try await tx.rows(
            """
            SELECT r.valid_from, lead(r.valid_from) OVER (ORDER BY r.valid_from) - 1, r.first_day, r.sub_unit_days, r.unit_days, r.close_days,
                r.citation, r.days_citation
            FROM core.period_rule AS r
            ORDER BY r.valid_from DESC
            """
        ) { row in
            PeriodRule(
                validFrom: try row.next(), validTo: try row.next(), firstDay: Int(try row.next(Int32.self)),
                subUnitDays: Int(try row.next(Int32.self)), unitDays: Int(try row.next(Int32.self)),
                closeDays: Int(try row.next(Int32.self)), citation: try row.next(), daysCitation: try row.next())
        }
    }

    /// Puts it in the place of the one before it, from its first day on. By the Office alone.
    public func keep(in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.period_rule (valid_from, first_day, sub_unit_days, unit_days, close_days, citation, days_citation, recorded_by,
                recorded_on)
            VALUES (\(validFrom), \(Int32(clamping: firstDay)), \(Int32(clamping: subUnitDays)), \(Int32(clamping: unitDays)),
                \(Int32(clamping: closeDays)), \(citation), \(daysCitation), core.actor_post(), core.today())
            """)
    }
}
