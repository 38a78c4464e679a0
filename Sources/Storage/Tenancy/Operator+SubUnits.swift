public import Domain
import Postgres

extension OperatorTransaction {
    /// The sub-units of a tenant as in force on a day, its root first; those opened later are not among them.
    public func subUnits(of tenant: Tenant.ID, on day: CivilDate) async throws -> [SubUnit] {
        try await asOwner(
            """
            SELECT u.id, v.parent_id, v.code, v.name, v.full_name, v.kind, v.legal_personality, v.position, u.opened_on, u.closed_on, v.valid_from,
                u.version
            FROM core.sub_unit AS u
                JOIN (
                    SELECT DISTINCT ON (w.unit_id) w.*
                    FROM core.sub_unit_version AS w
                    WHERE w.tenant_id = \(tenant)
                      AND w.valid_from <= \(day)
                    ORDER BY w.unit_id, w.valid_from DESC
                ) AS v ON v.unit_id = u.id
            WHERE u.tenant_id = \(tenant)
            ORDER BY v.parent_id IS NOT NULL, v.position, v.code
            """
        ).decode { row in
            SubUnit(
                id: try row.next(), parent: try row.next(), code: try row.next(), name: try row.next(), fullName: try row.next(),
                kind: try row.next(), legalPersonality: try row.next(), position: Int(try row.next(Int32.self)), openedOn: try row.next(),
                closedOn: try row.next(), validFrom: try row.next(), version: Int(try row.next(Int32.self)))
        }
    }

    /// Opens sub-units of one tenant. A parent stands before its children or is there already.
    public func open(_ units: [SubUnit], in tenant: Tenant.ID) async throws {
        guard !units.isEmpty else { return }
        try await asOwner(
            """
            INSERT INTO core.sub_unit (tenant_id, id, opened_on, recorded_on)
            SELECT \(tenant), u.id, u.opened_on, core.today()
            FROM unnest(\(units.map(\.id)), \(units.map(\.openedOn))) AS u (id, opened_on)
            """)
        try await record(units, in: tenant)
    }

    /// Gives sub-units another code, name, kind or parent from their `validFrom` on, in the order given.
    ///
    /// - Throws: a ``Problem`` of code `changed-already` when a unit has a change of that day.
    public func record(_ units: [SubUnit], in tenant: Tenant.ID) async throws {
        guard !units.isEmpty else { return }
        try await asOwner(
            """
            INSERT INTO core.sub_unit_version (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, position,
                recorded_on)
            SELECT \(tenant), u.id, u.valid_from, u.parent_id, u.code, u.name, u.full_name, u.kind, u.legal_personality, u.position, core.today()
            FROM unnest(\(units.map(\.id)), \(units.map(\.validFrom)), \(units.map(\.parent)), \(units.map(\.code)), \(units.map(\.name)),
                    \(units.map(\.fullName)), \(units.map(\.kind)), \(units.map(\.legalPersonality)), \(units.map { Int32($0.position) }))
                WITH ORDINALITY AS u (id, valid_from, parent_id, code, name, full_name, kind, legal_personality, position, place)
            ORDER BY u.place
            """)
    }
}
