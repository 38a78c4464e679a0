public import Domain
import Postgres

// What the tree must keep to (no cycles, open parents, a code for one unit at a time, empty hands at closing) is asked in
// sql/routines/57_sub_units.sql, for every writer alike.
extension SubUnit {
    /// Opens a unit of the tenant entered, in its first state.
    public static func open(_ unit: SubUnit, in tx: borrowing TenantTransaction) async throws {
        let tenant = try tx.requireTenant()
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("sub_unit")) (tenant_id, id, opened_on, recorded_on)
            VALUES (\(tenant), \(unit.id), \(unit.openedOn), core.today())
            """)
        try await record(unit, in: tx)
    }

    /// Records what a unit is from its `validFrom` on; what it was before stays as it was recorded.
    public static func record(_ unit: SubUnit, in tx: borrowing TenantTransaction) async throws {
        let tenant = try tx.requireTenant()
        try await tx.execute(
            """
            INSERT INTO \(identifier: tx.table("sub_unit_version"))
                (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, position, recorded_on)
            VALUES (\(tenant), \(unit.id), \(unit.validFrom), \(unit.parent), \(unit.code), \(unit.name), \(unit.fullName), \(unit.kind),
                \(unit.legalPersonality), \(Int32(unit.position)), core.today())
            """)
    }

    /// Writes anew what a unit is from its `validFrom` on, where that was recorded today: the audit has what it said before. False: it was not.
    public static func rewrite(_ unit: SubUnit, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE \(identifier: tx.table("sub_unit_version")) AS v
            SET parent_id = \(unit.parent), code = \(unit.code), name = \(unit.name), full_name = \(unit.fullName), kind = \(unit.kind),
                legal_personality = \(unit.legalPersonality), position = \(Int32(unit.position))
            WHERE \(fragment: tx.within("v.tenant_id"))
              AND v.unit_id = \(unit.id)
              AND v.valid_from = \(unit.validFrom)
              AND v.recorded_on = core.today()
            """) == 1
    }

    /// Takes the unit for a change that starts from `version`, and raises its version. False: it is not there to be changed, or not in
    /// that version any more.
    public static func take(_ id: ID, version: Int, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE \(identifier: tx.table("sub_unit")) AS u
            SET version = u.version + 1
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.id = \(id)
              AND u.version = \(Int32(version))
            """) == 1
    }

    /// Takes back that the unit closed. False as for ``take(_:version:in:)``.
    public static func reopen(_ id: ID, version: Int, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE \(identifier: tx.table("sub_unit")) AS u
            SET closed_on = NULL
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.id = \(id)
              AND u.version = \(Int32(version))
            """) == 1
    }

    /// Closes the unit after its last day. False as for ``take(_:version:in:)``.
    public static func close(_ id: ID, version: Int, lastDay: CivilDate, in tx: borrowing TenantTransaction) async throws -> Bool {
        try await tx.execute(
            """
            UPDATE \(identifier: tx.table("sub_unit")) AS u
            SET closed_on = \(lastDay)
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.id = \(id)
              AND u.version = \(Int32(version))
            """) == 1
    }
}
