public import Domain
import Postgres

extension Person {
    /// A person of the tenant entered, with name and kind as in force on a day; the business date when nil.
    public static func find(_ id: ID, on day: CivilDate? = nil, in tx: borrowing TenantTransaction) async throws -> Person? {
        try await tx.first(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: asRecorded(on: "coalesce(\(day), core.today())"))
            WHERE \(fragment: tx.within("n.tenant_id"))
              AND n.id = \(id)
            """
        ) { row in
            try Person(row: &row)
        }
    }

    /// Persons by given name, as officers look for them.
    ///
    /// - Parameter last: the person with whom the page before ended.
    public static func list(
        _ selection: Selection = Selection(), after last: ID? = nil, limit: Int, in tx: borrowing TenantTransaction
    ) async throws -> [Person] {
        let day: SQL = "coalesce(\(selection.day), core.today())"
        return try await tx.rows(
            """
            SELECT \(fragment: columns)
            FROM \(fragment: asRecorded(on: day))
            WHERE \(fragment: tx.within("n.tenant_id"))
              AND n.active_from <= \(fragment: day)
              AND (\(selection.includingEnded) OR n.ended_on IS NULL OR n.ended_on >= \(fragment: day))
              AND coalesce(b.kind, n.kind) = coalesce(\(selection.kind), b.kind, n.kind)
              AND (\(selection.unit)::uuid IS NULL OR EXISTS (
                    SELECT
                    FROM core.post AS p
                    WHERE p.person_id = n.id
                      AND p.tenant_id = n.tenant_id
                      AND p.unit_id = \(selection.unit)
                      AND p.valid_from <= \(fragment: day)
                      AND (p.valid_to IS NULL OR p.valid_to >= \(fragment: day))))
              AND (NOT \(selection.withoutPost) OR NOT EXISTS (
                    SELECT
                    FROM core.post AS p
                    WHERE p.person_id = n.id
                      AND p.tenant_id = n.tenant_id
                      AND p.valid_from <= \(fragment: day)
                      AND (p.valid_to IS NULL OR p.valid_to >= \(fragment: day))))
              AND \(fragment: after(last))
            ORDER BY n.sort_key COLLATE "vi-x-icu", n.id
            LIMIT \(Int32(limit))
            """
        ) { row in
            try Person(row: &row)
        }
    }

    /// Enters a person of the tenant entered.
    public static func add(_ person: Person, sortKey: String, in tx: borrowing TenantTransaction) async throws {
        try await tx.execute(
            """
            INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
            VALUES (\(person.id), \(try tx.requireTenant()), \(person.fullName), \(sortKey), \(person.kind), \(person.activeFrom))
            """)
    }

    /// Gives a person another name or kind from a day on; what was recorded before is kept with its days. False: there is no such person
    /// to be changed, or not in that version any more.
    public static func change(
        _ id: ID, version: Int, name: PersonName, kind: Kind, from day: CivilDate, in tx: borrowing TenantTransaction
    ) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.person AS n
            SET full_name = \(name.description), sort_key = \(name.sortKey), kind = \(kind), changed_on = \(day)
            WHERE \(fragment: tx.within("n.tenant_id"))
              AND n.id = \(id)
              AND n.version = \(Int32(version))
            """) == 1
    }

    /// Records the last day of a person; every post of his ends with it. False as for ``change(_:version:name:kind:from:in:)``.
    public static func end(_ id: ID, version: Int, lastDay: CivilDate, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE core.person AS n
            SET ended_on = \(lastDay)
            WHERE \(fragment: tx.within("n.tenant_id"))
              AND n.id = \(id)
              AND n.version = \(Int32(version))
            """) == 1
    }

    private static let columns: SQL = """
        n.id, coalesce(b.full_name, n.full_name), coalesce(b.kind, n.kind), n.active_from, n.ended_on, n.version
        """

    /// Persons `n`, and what their record said on a day where it was changed since.
    private static func asRecorded(on day: SQL) -> SQL {
        """
        core.person AS n
            LEFT JOIN core.person_before AS b
                ON b.person_id = n.id AND b.valid_from <= \(fragment: day) AND b.valid_to >= \(fragment: day)
        """
    }

    private static func after(_ last: ID?) -> SQL {
        guard let last else { return "true" }
        return """
            (n.sort_key COLLATE "vi-x-icu", n.id) > (
                SELECT k.sort_key COLLATE "vi-x-icu", k.id
                FROM core.person AS k
                WHERE k.id = \(last))
            """
    }

    private init(row: inout RowReader) throws {
        self.init(
            id: try row.next(), fullName: try row.next(), kind: try row.next(), activeFrom: try row.next(), endedOn: try row.next(),
            version: Int(try row.next(Int32.self)))
    }
}
