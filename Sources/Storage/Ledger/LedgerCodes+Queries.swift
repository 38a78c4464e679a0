import Postgres

/// The codes of the catalogue by which items are filtered. Every officer may read them.
public struct LedgerCodes: Sendable {
    public let campaigns: [String]
    public let contents: [String]
    public let sectors: [String]

    public static func load(in tx: borrowing TenantTransaction) async throws -> LedgerCodes {
        let found = try await tx.first(
            """
            SELECT ARRAY(SELECT c.code FROM core.campaign AS c ORDER BY c.first_day DESC, c.code COLLATE "C"),
                ARRAY(SELECT t.code FROM core.campaign_content AS t GROUP BY t.code ORDER BY t.code COLLATE "C"),
                ARRAY(SELECT s.code FROM core.sector AS s ORDER BY s.position, s.code)
            """
        ) { row in
            LedgerCodes(campaigns: try row.next(), contents: try row.next(), sectors: try row.next())
        }
        return found ?? LedgerCodes(campaigns: [], contents: [], sectors: [])
    }
}
