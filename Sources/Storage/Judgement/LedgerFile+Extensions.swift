import Domain
import Postgres

extension LedgerFile.Unit {
    /// Every date that was moved or asked for, of each item in order of decision; what is undecided comes last.
    ///
    /// A date that the assigner moved by himself, while it had not passed, was asked and granted on the day on which he recorded it.
    static func extensions(_ facts: LedgerFacts, in tx: borrowing TenantTransaction) async throws -> [WorkItem.ID: [DueDateExtension]] {
        var all = try await ItemExtension.everywhere(facts, in: tx).mapValues { $0.compactMap(Place.init) }
        for (item, moved) in try await movedByTheAssigner(facts, in: tx) { all[item, default: []] += moved }
        return all.mapValues { places in places.sorted().map(\.judged) }
    }

    /// One extension and where it stands among those of its item.
    private struct Place: Comparable {
        let judged: DueDateExtension
        private let decidedOn: CivilDate
        /// Of those that moved the date on one day the order of the versions that they replaced.
        private let version: Int

        init?(_ given: ItemExtension) {
            guard let judged = given.judged else { return nil }
            self.judged = judged
            decidedOn = given.decision?.happenedOn ?? .latest
            version = given.decision?.replacedVersion ?? .max
        }

        init?(movedOn day: CivilDate, to newDueOn: CivilDate, replacing version: Int) {
            guard let judged = DueDateExtension(requestedOn: day, decision: .granted(on: day, newDueOn: newDueOn)) else { return nil }
            self.judged = judged
            decidedOn = day
            self.version = version
        }

        static func < (lhs: Place, rhs: Place) -> Bool { (lhs.decidedOn, lhs.version) < (rhs.decidedOn, rhs.version) }
    }

    private static func movedByTheAssigner(_ facts: LedgerFacts, in tx: borrowing TenantTransaction) async throws -> [WorkItem.ID: [Place]] {
        let rows = try await tx.rows(
            """
            SELECT c.item_id, c.recorded_on, c.due_after, c.version
            FROM (
                SELECT w.tenant_id, w.item_id, w.version, w.recorded_on, (w.before ->> 'due_on')::date AS due_before,
                    coalesce(lead((w.before ->> 'due_on')::date) OVER (PARTITION BY w.item_id ORDER BY w.version), i.due_on) AS due_after
                FROM \(identifier: tx.table("work_item_change")) AS w
                    JOIN \(identifier: tx.table("work_item")) AS i
                        ON \(fragment: tx.within("i.tenant_id")) AND i.tenant_id = w.tenant_id AND i.id = w.item_id
                WHERE \(fragment: tx.within("w.tenant_id"))
            ) AS c
            WHERE c.due_before <> c.due_after
              AND \(fragment: facts.known("c.recorded_on"))
              AND \(fragment: facts.dated("c.recorded_on"))
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("extension_step")) AS e
                    WHERE \(fragment: tx.within("e.tenant_id"))
                      AND e.tenant_id = c.tenant_id
                      AND e.item_id = c.item_id
                      AND e.item_version = c.version)
            ORDER BY c.item_id, c.version
            """
        ) { row in
            let item: WorkItem.ID = try row.next()
            let day: CivilDate = try row.next()
            return (item, Place(movedOn: day, to: try row.next(), replacing: Int(try row.next(Int32.self))))
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.compactMap(\.1) }
    }
}
