public import Domain
import Postgres

extension InitiativeConfirmation {
    public static func find(_ id: ID, in tx: borrowing TenantTransaction) async throws -> InitiativeConfirmation? {
        try await tx.first("\(fragment: columns(tx)) WHERE k.id = \(id)", read)
    }

    /// What other units were asked of an initiative, as far as it is in sight, in the order in which they were asked.
    public static func all(of record: InitiativeRecord, in tx: borrowing TenantTransaction) async throws -> [InitiativeConfirmation] {
        try await tx.rows(
            """
            \(fragment: columns(tx))
            WHERE k.tenant_id = \(record.tenant)
              AND k.initiative_id = \(record.id)
            ORDER BY k.id
            LIMIT 500
            """, read)
    }

    /// What the acting post's own unit is asked, what is still owed first, then the latest.
    ///
    /// - Parameter last: the one with which the page before ended.
    public static func asked(
        onlyOpen: Bool, after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [InitiativeConfirmation] {
        let next: SQL = last.map { "k.id < \($0)" } ?? "true"
        return try await tx.rows(
            """
            \(fragment: columns(tx))
            WHERE k.asked_unit_id = core.actor_unit()
              AND (k.answer IS NULL OR NOT \(onlyOpen))
              AND \(fragment: next)
            ORDER BY k.id DESC
            LIMIT \(Int32(clamping: limit))
            """, read)
    }

    /// Asks a unit: of another first-tier unit that unit as a whole.
    public static func ask(
        _ unit: SubUnit.ID, of tenant: Tenant.ID, claim: String, id: ID, about record: InitiativeRecord, in tx: borrowing TenantTransaction
    ) async throws {
        try await tx.execute(
            """
            INSERT INTO core.initiative_confirmation (id, tenant_id, initiative_id, asked_tenant_id, asked_unit_id, claim, asked_by, asked_on)
            VALUES (\(id), \(record.tenant), \(record.id), \(tenant), \(unit), \(claim), core.actor_post(), core.today())
            """)
    }

    /// Answers for the acting post's own unit. Answers whether there was one to answer.
    public static func answer(
        _ answer: Answer, reason: String, documentNumber: String, to id: ID, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.initiative_confirmation
            SET answer = \(answer), reason = \(reason), document_number = \(documentNumber), answered_by = core.actor_post(), answered_on = core.today()
            WHERE id = \(id)
            """) == 1
    }

    private static func columns(_ tx: borrowing TenantTransaction) -> SQL {
        """
        SELECT k.id, k.initiative_id, t.full_name, a.slug, k.asked_unit_id, CASE WHEN k.asked_unit_id = k.asked_tenant_id THEN a.full_name ELSE u.full_name END,
            k.claim, k.asked_on, k.answer, k.reason, k.document_number, k.answered_on
        FROM core.initiative_confirmation AS k
            JOIN core.tenant_on(core.today()) AS t ON t.id = k.tenant_id
            JOIN core.tenant_on(core.today()) AS a ON a.id = k.asked_tenant_id
            LEFT JOIN LATERAL (\(fragment: SubUnit.name(of: "k.asked_unit_id", in: "k.asked_tenant_id", tx))) AS u ON true
        """
    }

    private static func read(_ row: inout RowReader) throws -> InitiativeConfirmation {
        InitiativeConfirmation(
            id: try row.next(), initiative: try row.next(), tenantName: try row.next(), askedTenant: try row.next(),
            askedUnit: try row.next(), askedName: try row.next(String?.self) ?? "", claim: try row.next(), askedOn: try row.next(),
            answer: try row.next(), reason: try row.next(), documentNumber: try row.next(), answeredOn: try row.next())
    }
}
