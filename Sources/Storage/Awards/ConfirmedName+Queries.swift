public import Domain
import Postgres

extension ConfirmedName {
    /// Names of a unit's dossiers that may still be awarded, as far as they are in sight.
    ///
    /// - Parameter isDecided: only of those that were signed and are not in the golden book yet.
    public static func list(
        isDecided: Bool = false, after last: AwardDossier.ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [ConfirmedName] {
        let next: SQL = last.map { "x.id > \($0)" } ?? "true"
        // Of what is given in a part of the unit also who reaches that part; not who only votes on it, or is proposed in it himself.
        let reached: SQL =
            tx.reach.map {
                "(core.actor_whole() IS NOT NULL OR x.giver_id IS NOT NULL AND x.unit_id = ANY ((SELECT \(fragment: $0))::uuid[]))"
            } ?? "true"
        return try await tx.rows(
            """
            SELECT \(fragment: NamedDossier.columns), u2.printed_name, u2.printed_post, n2.printed_name, n2.printed_post, (
                    SELECT CASE WHEN c.document_number <> '' THEN c.id END
                    FROM core.name_confirmation AS c
                    WHERE c.tenant_id = x.tenant_id AND c.dossier_id = x.id AND c.party = 'nominee'
                    ORDER BY c.id DESC
                    LIMIT 1
                )
            FROM \(identifier: tx.table("award_dossier")) AS x
                \(fragment: NamedDossier.joins(tx))
                LEFT JOIN LATERAL (\(fragment: word("unit"))) AS u2 ON true
                LEFT JOIN LATERAL (\(fragment: word("nominee"))) AS n2 ON true
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.state NOT IN ('withdrawn', 'refused', 'revoked')
              AND (x.state = 'decided' OR NOT \(isDecided))
              AND \(fragment: reached)
              AND \(fragment: next)
            ORDER BY x.id
            LIMIT \(Int32(clamping: limit))
            """
        ) { row in
            guard let dossier = try NamedDossier.read(&row) else { throw Problem.unexpected }
            return ConfirmedName(dossier: dossier, unit: try read(&row), nominee: try read(&row), signed: try row.next())
        }
    }

    /// What was said of the acting person's own name and post, whatever his post reaches.
    public static func own(in tx: borrowing TenantTransaction) async throws -> [OwnName] {
        try await tx.rows(
            """
            SELECT x.id, u2.printed_name, u2.printed_post, n2.printed_name, n2.printed_post
            FROM (
                    SELECT DISTINCT c.tenant_id, c.dossier_id AS id
                    FROM core.name_confirmation AS c
                    WHERE \(fragment: tx.within("c.tenant_id"))
                      AND c.nominee = core.actor_person()
                ) AS x
                LEFT JOIN LATERAL (\(fragment: word("unit"))) AS u2 ON true
                LEFT JOIN LATERAL (\(fragment: word("nominee"))) AS n2 ON true
            ORDER BY x.id
            """
        ) { row in
            OwnName(dossier: try row.next(), unit: try read(&row), nominee: try read(&row))
        }
    }

    /// What the unit and the nominee said last of one dossier, as far as it is in sight.
    public static func words(
        of dossier: AwardDossier.ID, in tx: borrowing TenantTransaction
    ) async throws -> (unit: Word?, nominee: Word?, person: Person.ID?) {
        let said = try await tx.rows(
            """
            SELECT DISTINCT ON (c.party) c.party, c.printed_name, c.printed_post, c.nominee
            FROM core.name_confirmation AS c
            WHERE \(fragment: tx.within("c.tenant_id"))
              AND c.dossier_id = \(dossier)
            ORDER BY c.party, c.id DESC
            """
        ) { row in
            let party: String = try row.next()
            let word = Word(name: try row.next(), post: try row.next())
            let person: Person.ID? = try row.next()
            return (party: party, word: word, person: person)
        }
        func word(_ party: Party) -> Word? { said.first { $0.party == party.rawValue }?.word }
        return (word(.unit), word(.nominee), said.first?.person)
    }

    /// What is to be printed of dossiers: what the unit said, and of a person the nominee too. Of those on which both agree alone (A71).
    public static func printed(
        of dossiers: [AwardDossier.ID], in tx: borrowing TenantTransaction
    ) async throws -> [AwardDossier.ID: Word] {
        if dossiers.isEmpty { return [:] }
        let found = try await tx.rows(
            """
            SELECT x.id, u2.printed_name, u2.printed_post
            FROM \(identifier: tx.table("award_dossier")) AS x
                JOIN LATERAL (\(fragment: word("unit"))) AS u2 ON true
                LEFT JOIN LATERAL (\(fragment: word("nominee"))) AS n2 ON true
            WHERE \(fragment: tx.within("x.tenant_id"))
              AND x.id = ANY (\(dossiers))
              AND (x.person_id IS NULL OR (n2.printed_name, n2.printed_post) IS NOT DISTINCT FROM (u2.printed_name, u2.printed_post))
            """
        ) { row in (dossier: try row.next(AwardDossier.ID.self), word: Word(name: try row.next(), post: try row.next())) }
        return Dictionary(found.map { ($0.dossier, $0.word) }, uniquingKeysWith: { first, _ in first })
    }

    /// Says it for a party; the database finds the dossier, and whose it is.
    public static func confirm(
        _ word: Word, by party: Party, of dossier: AwardDossier.ID, _ tenant: Tenant.ID, documentNumber: String,
        id: EntityID<ConfirmedName>, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.name_confirmation (id, tenant_id, dossier_id, party, printed_name, printed_post, document_number, recorded_by, recorded_on)
            VALUES (\(id), \(tenant), \(dossier), \(party.rawValue), \(word.name), \(word.post), \(documentNumber), core.actor_post(), core.today())
            """)
    }

    private static func word(_ party: String) -> SQL {
        """
        SELECT c.printed_name, c.printed_post
        FROM core.name_confirmation AS c
        WHERE c.tenant_id = x.tenant_id AND c.dossier_id = x.id AND c.party = \(party)
        ORDER BY c.id DESC
        LIMIT 1
        """
    }

    private static func read(_ row: inout RowReader) throws -> Word? {
        let (name, post): (String?, String?) = (try row.next(), try row.next())
        guard let name, let post else { return nil }
        return Word(name: name, post: post)
    }
}
