public import Domain
import Postgres

extension Council {
    /// Whose council is met where one stands: the unit's, or the province's.
    public static func tenant(in tx: borrowing TenantTransaction) async throws -> Tenant.ID {
        if let tenant = tx.tenant { return tenant }
        guard let tenant = try await tx.first("SELECT core.province_tenant()", { row in try row.next(Tenant.ID.self) }) else {
            throw Problem.notFound
        }
        return tenant
    }
}

extension CouncilTerm {
    /// Who sits or sat in a council, as far as it is in sight: the newest term first.
    public static func all(of tenant: Tenant.ID, in tx: borrowing TenantTransaction) async throws -> [CouncilTerm] {
        try await tx.rows(
            """
            SELECT m.id, m.person_id, m.duty, m.valid_from, m.valid_to, coalesce(n.full_name, ''), m.document_number
            FROM core.council_member AS m
                LEFT JOIN core.person AS n ON n.id = m.person_id
            WHERE m.tenant_id = \(tenant)
            ORDER BY m.valid_to DESC, array_position(ARRAY['chair', 'deputyChair', 'secretary', 'member'], m.duty), m.id
            """
        ) { row in
            let (id, person, duty): (ID, Person.ID, CouncilMember.Duty) = (try row.next(), try row.next(), try row.next())
            let validity = ValidityPeriod(from: try row.next(), through: try row.next())
            return CouncilTerm(
                id: id, member: CouncilMember(person: person, duty: duty, validity: validity), name: try row.next(),
                documentNumber: try row.next())
        }
    }

    /// Ends a term with a day as the acting officer who keeps the council. Answers whether there was such a term.
    public static func end(
        _ id: ID, of tenant: Tenant.ID, on day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute("UPDATE core.council_member SET valid_to = \(day) WHERE id = \(id) AND tenant_id = \(tenant)") == 1
    }
}
