public import Domain
public import Postgres

extension ReminderRule.About: PostgresEncodable, PostgresDecodable {}
extension ReminderRule.Told: PostgresEncodable, PostgresDecodable {}

extension ReminderRule {
    /// Every rule with those before it, the latest first under each code. Every officer may read them.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [ReminderRule] {
        try await tx.rows(
            """
            SELECT r.code, r.about, r.told, r.days, r.until_days, r.words, r.source, r.valid_from, r.valid_to
            FROM core.reminder_rule AS r
            ORDER BY r.about, r.code COLLATE "C", r.valid_from DESC
            """
        ) { row in
            ReminderRule(
                code: try row.next(), about: try row.next(), told: try row.next(), days: Int(try row.next(Int32.self)),
                untilDays: (try row.next(Int32?.self)).map { Int($0) }, words: try row.next(), source: try row.next(),
                validFrom: try row.next(), validTo: try row.next())
        }
    }

    /// Puts it in the place of the one before it, from its first day on; the database ends that. By the Office alone.
    public func keep(in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.reminder_rule (code, about, told, days, until_days, words, source, valid_from, recorded_by, recorded_on)
            VALUES (\(code), \(about), \(told), \(Int32(clamping: days)), \(untilDays.map { Int32(clamping: $0) }), \(words), \(source), \(validFrom),
                core.actor_post(), core.today())
            """)
    }
}
