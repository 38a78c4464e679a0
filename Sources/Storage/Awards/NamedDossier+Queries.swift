public import Domain
import Postgres

extension NamedDossier {
    /// Dossiers that wait for a council: for the unit's own while they are drafts, for the provincial one once they were
    /// appraised; not what it did not pass.
    public static func waiting(for council: Council.Kind, in tx: borrowing TenantTransaction) async throws -> [NamedDossier] {
        let waits: SQL =
            council == .unit
            ? """
            (x.track = 'provincialReview' AND x.state = 'drafted'
                OR x.track = 'ownReview' AND x.giver_id = x.tenant_id AND x.state = 'appraised')
            """ : "x.track = 'provincialReview' AND x.state = 'appraised'"
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(identifier: tx.table("award_dossier")) AS x
                \(fragment: joins(tx))
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND \(fragment: waits)
              AND NOT x.voted_down
            ORDER BY x.tenant_id, x.subject, x.id
            LIMIT 2000
            """
        ) { row in try read(&row).unwrapped }
    }

    /// Of a dossier `x`, with ``joins(_:)``.
    static let columns: SQL = """
        x.id, x.subject, x.state, CASE WHEN x.person_id IS NULL THEN u.full_name ELSE n.full_name END, u.full_name, t.full_name,
        (SELECT w.slug FROM core.tenant AS w WHERE w.id = x.tenant_id), x.giver_id IS NOT NULL
        """

    static func joins(_ tx: borrowing TenantTransaction) -> SQL {
        """
        LEFT JOIN core.person AS n ON n.id = x.person_id
        LEFT JOIN core.tenant_on(core.today()) AS t ON t.id = x.tenant_id
        LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "x.unit_id", in: "x.tenant_id", tx))) AS u ON true
        """
    }

    /// Nil where the dossier is not in sight.
    static func read(_ row: inout RowReader) throws -> NamedDossier? {
        let (id, subject, state): (AwardDossier.ID?, AwardSubject?, AwardDossier.State?) = (
            try row.next(), try row.next(), try row.next()
        )
        let (nominee, unit, proposer): (String?, String?, String?) = (try row.next(), try row.next(), try row.next())
        let (slug, isOwn): (Tenant.Slug?, Bool?) = (try row.next(), try row.next())
        guard let id, let subject, let state, let slug else { return nil }
        return NamedDossier(
            id: id, subject: subject, state: state, nominee: nominee ?? "", unit: unit ?? "", proposer: proposer ?? "",
            proposerSlug: slug, isOwnAuthority: isOwn ?? false)
    }
}

extension NamedDossier? {
    /// A row of the dossiers themselves has one.
    fileprivate var unwrapped: NamedDossier {
        get throws {
            guard let self else { throw Problem.unexpected }
            return self
        }
    }
}
