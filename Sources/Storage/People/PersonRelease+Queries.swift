public import Domain
import Postgres

extension PersonRelease {
    /// Lets a person whose last day is recorded go to another unit. Of the code only the hash is kept.
    ///
    /// - Returns: False where there is no such unit.
    /// - Throws: codes `released-already`, `invalid-input`; ``Problem/notAllowed`` for whom the row policies do not let go.
    public static func write(
        _ id: ID, of person: Person.ID, to unit: Tenant.Slug, document: String, codeHash: [UInt8], in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            INSERT INTO core.person_release (id, tenant_id, person_id, to_tenant_id, code_hash, document_number, recorded_by, recorded_on)
            SELECT \(id), \(try tx.requireTenant()), \(person), t.id, \(codeHash), \(document), core.actor_post(), core.today()
            FROM core.tenant AS t
            WHERE t.slug = \(unit)
              AND t.opened_on <= core.today()
              AND (t.closed_on IS NULL OR t.closed_on >= core.today())
            """) == 1
    }

    /// Those of a person, the latest first, for who keeps the directory of the unit that wrote them.
    public static func list(of person: Person.ID, in tx: borrowing TenantTransaction) async throws -> [PersonRelease] {
        try await tx.rows(
            """
            SELECT r.id, r.person_id, t.slug, r.document_number, r.recorded_on, r.taken_on, r.withdrawn_on
            FROM core.person_release AS r
                JOIN core.tenant AS t ON t.id = r.to_tenant_id
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.person_id = \(person)
            ORDER BY r.recorded_at DESC, r.id
            """
        ) { row in
            PersonRelease(
                id: try row.next(), person: try row.next(), to: try row.next(), documentNumber: try row.next(), recordedOn: try row.next(),
                takenOn: try row.next(), withdrawnOn: try row.next())
        }
    }

    /// Takes a release back that nobody has used. False: there is none.
    public static func withdraw(of person: Person.ID, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.person_release AS r
            SET withdrawn_on = core.today()
            WHERE \(fragment: tx.within("r.tenant_id"))
              AND r.person_id = \(person)
              AND r.taken_on IS NULL
              AND r.withdrawn_on IS NULL
            """) == 1
    }

    /// Enters a person in the acting officer's own tenant as the one whom another unit let go.
    ///
    /// - Throws: ``Problem/notFound`` where the code is not for this unit, was used or withdrawn, or stands for another name;
    ///   `still-in-other-unit`.
    public static func take(_ code: ReleaseCode, as person: Person, sortKey: String, in tx: borrowing TenantTransaction) async throws {
        _ = try await tx.run(
            "SELECT core.release_take(\(code.bytes), \(person.id), \(person.fullName), \(sortKey), \(person.kind), \(person.activeFrom))")
    }
}
