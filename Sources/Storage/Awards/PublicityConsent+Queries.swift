public import Domain
import Postgres

extension PublicityConsent {
    /// What was said, as far as it is in sight, the latest recorded first.
    ///
    /// - Parameters:
    ///   - isLast: only what counts now.
    ///   - last: the one with which the page before ended.
    public static func list(
        of dossier: AwardDossier.ID? = nil, isLast: Bool = false, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [PublicityConsent] {
        let next: SQL = last.map { "c.id < \($0)" } ?? "true"
        let asked: SQL = dossier.map { "c.dossier_id = \($0)" } ?? "true"
        return try await tx.rows(
            """
            SELECT c.id, c.dossier_id, t.slug, t.full_name, coalesce(n.full_name, ''), c.position, c.consents, c.given_on, c.manner, c.document_number,
                c.note, l.is_last, coalesce(c.nominee = core.actor_person(), false), c.recorded_on
            FROM \(identifier: tx.table("publicity_consent")) AS c
                JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id
                LEFT JOIN core.person AS n ON n.id = c.nominee
                CROSS JOIN LATERAL (
                    SELECT NOT EXISTS (
                        SELECT
                        FROM \(identifier: tx.table("publicity_consent")) AS x
                        WHERE \(fragment: tx.within("x.tenant_id"))
                          AND x.tenant_id = c.tenant_id
                          AND x.dossier_id = c.dossier_id
                          AND x.position > c.position) AS is_last
                ) AS l
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND \(fragment: asked)
              AND (l.is_last OR NOT \(isLast))
              AND \(fragment: next)
            ORDER BY c.id DESC
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            let (id, dossier): (ID, AwardDossier.ID) = (try row.next(), try row.next())
            let (tenant, name, nominee): (Tenant.Slug, String, String) = (try row.next(), try row.next(), try row.next())
            let position = Int(try row.next(Int32.self))
            let word = Word(
                consents: try row.next(), givenOn: try row.next(), manner: try row.next(), documentNumber: try row.next(),
                note: try row.next())
            return PublicityConsent(
                id: id, dossier: dossier, tenant: tenant, tenantName: name, nominee: nominee, position: position, word: word,
                isLast: try row.next(), isOnesOwn: try row.next(), recordedOn: try row.next())
        }
    }

    /// Records a word; the database finds whose it is, and which it is of this dossier.
    public static func record(
        _ word: Word, id: ID, of dossier: AwardDossier.ID, _ tenant: Tenant.ID, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("publicity_consent"))
                (tenant_id, id, dossier_id, consents, given_on, manner, document_number, note, recorded_by, recorded_on)
            VALUES (\(tenant), \(id), \(dossier), \(word.consents), \(word.givenOn), \(word.manner), \(word.documentNumber), \(word.note),
                core.actor_post(), core.today())
            """)
    }

    /// Joins `consents`, the last word on a dossier; null while nothing was said or none is in sight.
    ///
    /// - Parameters:
    ///   - dossier: column of its id; `tenant` of the unit that proposes.
    ///   - name: of what is joined.
    static func last(of dossier: SQL, _ tenant: SQL, as name: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        """
        LEFT JOIN LATERAL (
            SELECT y.consents
            FROM \(identifier: tx.table("publicity_consent")) AS y
            WHERE \(fragment: tx.within("y.tenant_id"))
              AND y.tenant_id = \(fragment: tenant)
              AND y.dossier_id = \(fragment: dossier)
            ORDER BY y.position DESC
            LIMIT 1
        ) AS \(fragment: name) ON true
        """
    }
}
