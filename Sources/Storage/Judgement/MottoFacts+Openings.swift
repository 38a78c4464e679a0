import Domain
import Postgres

extension MottoFacts {
    /// When units were opened: whoever was after the deadline of the launch is not late by its own fault.
    static func openings(of units: [JudgedUnit], in tx: borrowing TenantTransaction) async throws -> [SubUnit.ID: CivilDate] {
        let rows = try await tx.rows(
            """
            SELECT u.id, u.opened_on
            FROM \(identifier: tx.table("sub_unit")) AS u
            WHERE \(fragment: tx.within("u.tenant_id"))
              AND u.tenant_id = ANY (\(Array(Set(units.map(\.tenant)))))
              AND u.id = ANY (\(units.map(\.unit)))
            """
        ) { row in
            let (unit, openedOn): (SubUnit.ID, CivilDate) = (try row.next(), try row.next())
            return (unit, openedOn)
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}
