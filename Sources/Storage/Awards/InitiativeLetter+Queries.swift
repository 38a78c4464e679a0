public import Domain
import Postgres

extension InitiativeLetter {
    /// The Chairman's letters to initiatives, as far as they are in sight, the latest number first.
    ///
    /// - Parameter last: year and number with which the page before ended.
    public static func list(
        after last: (year: Int, number: Int)? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [InitiativeLetter] {
        let next: SQL = last.map { "(e.year, e.number) < (\(Int32(clamping: $0.year)), \(Int32(clamping: $0.number)))" } ?? "true"
        return try await tx.rows(
            """
            SELECT e.number, s.happened_on, s.document_number, s.signer, x.id, x.title, t.slug, t.full_name
            FROM \(identifier: tx.table("register_entry")) AS e
                JOIN \(identifier: tx.table("initiative_step")) AS s ON \(fragment: tx.within("s.tenant_id")) AND s.id = e.subject_id AND s.step = 'letter'
                JOIN \(identifier: tx.table("initiative")) AS x
                    ON \(fragment: tx.within("x.tenant_id")) AND x.tenant_id = s.tenant_id AND x.id = s.initiative_id
                JOIN core.tenant_on(core.today()) AS t ON t.id = x.tenant_id
            WHERE \(fragment: tx.within("e.tenant_id"))
              AND e.tenant_id = core.province_tenant()
              AND e.kind = 'praiseLetters'
              AND \(fragment: next)
            ORDER BY e.year DESC, e.number DESC
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            InitiativeLetter(
                number: Int(try row.next(Int32.self)), day: try row.next(), documentNumber: try row.next(), signer: try row.next(),
                initiative: try row.next(), title: try row.next(), tenant: try row.next(), tenantName: try row.next())
        }
    }
}
