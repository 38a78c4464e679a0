public import Domain
import Postgres

extension SubUnit {
    /// A unit as in force on a day, closed or not; one that opens later, as it will open.
    ///
    /// - Parameter day: the business date when nil.
    public static func find(_ id: ID, on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws -> SubUnit? {
        let day: SQL = "greatest(coalesce(\(day), core.today()), u.opened_on)"
        return try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: inForce(on: day, tx))
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.id = \(id)
            """
        ) { row in
            try SubUnit(row: &row)
        }
    }

    /// The unit whose code it is on a day; the business date when nil.
    public static func find(code: String, on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws -> SubUnit? {
        let day: SQL = "coalesce(\(day), core.today())"
        return try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: inForce(on: day, tx))
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.opened_on <= \(fragment: day)
              AND (u.closed_on IS NULL OR u.closed_on >= \(fragment: day))
              AND v.code = \(code)
            """
        ) { row in
            try SubUnit(row: &row)
        }
    }

    /// The unit that bore a code when it closed; of several the one that closed last.
    public static func find(closed code: String, in tx: borrowing TenantTransaction) async throws -> SubUnit? {
        let day: SQL = "greatest(core.today(), u.opened_on)"
        return try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: inForce(on: day, tx))
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.closed_on IS NOT NULL
              AND v.code = \(code)
            ORDER BY u.closed_on DESC, u.id
            LIMIT 1
            """
        ) { row in
            try SubUnit(row: &row)
        }
    }

    /// The last day on which a unit is said to have done something: a step of its launch, what it reports. As far as it is in sight.
    public static func lastDeed(of id: ID, in tx: borrowing TenantTransaction) async throws -> CivilDate? {
        try await tx.first(
            """
            SELECT greatest(
                (SELECT max(s.happened_on)
                 FROM (
                     SELECT DISTINCT ON (t.launch_id, t.step) t.happened_on
                     FROM \(identifier: tx.table("launch_step")) AS t
                     WHERE \(fragment: tx.within("t.tenant_id")) AND t.unit_id = \(id)
                     ORDER BY t.launch_id, t.step, t.position DESC
                 ) AS s),
                (SELECT max(p.evidence_on)
                 FROM \(identifier: tx.table("progress")) AS p
                 WHERE \(fragment: tx.within("p.tenant_id")) AND p.unit_id = \(id)))
            """
        ) { row in
            try row.next(CivilDate?.self)
        } ?? nil
    }

    /// Units in customary order: position, then name.
    public static func list(
        _ selection: Selection = Selection(), after key: Key? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [SubUnit] {
        let day: SQL = "coalesce(\(selection.day), core.today())"
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: inForce(on: day, tx))
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.opened_on <= \(fragment: day)
              AND (\(selection.includingClosed) OR u.closed_on IS NULL OR u.closed_on >= \(fragment: day))
              AND v.kind = coalesce(\(selection.kind), v.kind)
              AND (\(selection.parent)::uuid IS NULL OR v.parent_id = \(selection.parent))
              AND \(fragment: after(key))
            ORDER BY v.position, v.name COLLATE "vi-x-icu", u.id
            LIMIT \(Int32(limit))
            """
        ) { row in
            try SubUnit(row: &row)
        }
    }

    /// Every state a unit was recorded in, the latest first; `validFrom` says from which day.
    public static func history(of id: ID, in tx: borrowing TenantTransaction) async throws -> [SubUnit] {
        try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(identifier: tx.table("sub_unit")) AS u
                JOIN \(identifier: tx.table("sub_unit_version")) AS v ON v.tenant_id = u.tenant_id AND v.unit_id = u.id
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND \(fragment: tx.within("v.tenant_id"))
              AND u.id = \(id)
            ORDER BY v.valid_from DESC
            """
        ) { row in
            try SubUnit(row: &row)
        }
    }

    private static let columns: SQL = """
        u.id, v.parent_id, v.code, v.name, v.full_name, v.kind, v.legal_personality, v.position, u.opened_on, u.closed_on, v.valid_from, u.version
        """

    /// Units `u` with the version `v` in force on a day. The tenant stands in both halves, so that only its own partition is planned.
    private static func inForce(on day: SQL, _ tx: borrowing TenantTransaction) -> SQL {
        """
        \(identifier: tx.table("sub_unit")) AS u
            CROSS JOIN LATERAL (
                SELECT w.parent_id, w.code, w.name, w.full_name, w.kind, w.legal_personality, w.position, w.valid_from
                FROM \(identifier: tx.table("sub_unit_version")) AS w
                WHERE \(fragment: tx.within("w.tenant_id"))
                  AND w.tenant_id = u.tenant_id
                  AND w.unit_id = u.id
                  AND w.valid_from <= \(fragment: day)
                ORDER BY w.valid_from DESC
                LIMIT 1
            ) AS v
        """
    }

    private static func after(_ key: Key?) -> SQL {
        guard let key else { return "true" }
        return "(v.position, v.name COLLATE \"vi-x-icu\", u.id) > (\(Int32(key.position)), \(key.name) COLLATE \"vi-x-icu\", \(key.id))"
    }

    private init(row: inout RowReader) throws {
        self.init(
            id: try row.next(), parent: try row.next(), code: try row.next(), name: try row.next(), fullName: try row.next(),
            kind: try row.next(), legalPersonality: try row.next(), position: Int(try row.next(Int32.self)), openedOn: try row.next(),
            closedOn: try row.next(), validFrom: try row.next(), version: Int(try row.next(Int32.self)))
    }
}
