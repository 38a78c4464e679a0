public import Domain
import Postgres

extension UnsentMessages {
    /// By unit, in customary order; for who reads over the province.
    public static func all(in tx: borrowing TenantTransaction) async throws -> [UnsentMessages] {
        try await tx.rows("SELECT unit, by_mail, is_given_up, messages, since FROM core.messages_unsent()") { row in
            UnsentMessages(
                unit: try row.next(), byMail: try row.next(), isGivenUp: try row.next(), count: Int(try row.next(Int32.self)),
                since: try row.next())
        }
    }
}
