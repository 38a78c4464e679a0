import Domain
import Postgres

extension LedgerFile.Unit {
    /// Every date that was moved or asked for, of each item in order of decision; what is undecided comes last.
    ///
    /// A date that the assigner moved by himself, while it had not passed, was asked and granted on the day on which he recorded it.
    static func extensions(
        _ gathering: LedgerGathering, in tx: borrowing TenantTransaction
    ) async throws -> [WorkItem.ID: [DueDateExtension]] {
        var all = try await ItemExtension.everywhere(gathering.facts, where: gathering.narrowed("x.tenant_id"), in: tx).mapValues(places)
        for (item, moved) in try await movedByTheAssigner(gathering, in: tx) { all[item, default: []] += moved }
        return all.mapValues { places in places.sorted().map(\.judged) }
    }

    /// One extension and where it stands among those of its item.
    private struct Place: Comparable {
        let judged: DueDateExtension
        let decidedOn: CivilDate
        /// Of one day: twice the version of the item that was replaced; odd where none was.
        let order: Int

        static func < (lhs: Place, rhs: Place) -> Bool { (lhs.decidedOn, lhs.order) < (rhs.decidedOn, rhs.order) }
    }

    /// A grant that came too late stands before the next one that moved the date, on whatever day: it moved nothing, and must not seem to.
    private static func places(_ extensions: [ItemExtension]) -> [Place] {
        var next = Int.max
        return extensions.reversed().compactMap { given -> Place? in
            guard let judged = given.judged else { return nil }
            let version = given.decision?.replacedVersion
            if let version { next = 2 * version }
            return Place(
                judged: judged, decidedOn: given.decision?.happenedOn ?? .latest, order: version == nil && next != .max ? next - 1 : next)
        }
    }

    private static func movedByTheAssigner(
        _ gathering: LedgerGathering, in tx: borrowing TenantTransaction
    ) async throws -> [WorkItem.ID: [Place]] {
        let facts = gathering.facts
        let rows = try await tx.rows(
            """
            SELECT c.item_id, c.recorded_on, c.due_after, c.version
            FROM (
                SELECT w.tenant_id, w.item_id, w.version, w.recorded_on, (w.before ->> 'due_on')::date AS due_before,
                    -- Of the last change alone what the item says now is looked up: few have changed, and all would be read to join them.
                    coalesce(lead((w.before ->> 'due_on')::date) OVER (PARTITION BY w.item_id ORDER BY w.version), (
                        SELECT i.due_on
                        FROM \(identifier: tx.table("work_item")) AS i
                        WHERE \(fragment: tx.within("i.tenant_id"))
                          AND \(fragment: gathering.narrowed("i.tenant_id"))
                          AND i.tenant_id = w.tenant_id
                          AND i.id = w.item_id
                    )) AS due_after
                FROM \(identifier: tx.table("work_item_change")) AS w
                WHERE \(fragment: tx.within("w.tenant_id"))
                  AND \(fragment: gathering.narrowed("w.tenant_id"))
            ) AS c
            WHERE c.due_before <> c.due_after
              AND \(fragment: facts.known("c.recorded_on"))
              AND \(fragment: facts.dated("c.recorded_on"))
              AND NOT EXISTS (
                    SELECT
                    FROM \(identifier: tx.table("extension_step")) AS e
                    WHERE \(fragment: tx.within("e.tenant_id"))
                      AND \(fragment: gathering.narrowed("e.tenant_id"))
                      AND e.tenant_id = c.tenant_id
                      AND e.item_id = c.item_id
                      AND e.item_version = c.version)
            ORDER BY c.item_id, c.version
            """
        ) { row in
            let item: WorkItem.ID = try row.next()
            let day: CivilDate = try row.next()
            let judged = DueDateExtension(requestedOn: day, decision: .granted(on: day, newDueOn: try row.next()))
            let version = Int(try row.next(Int32.self))
            return (item, judged.map { Place(judged: $0, decidedOn: day, order: 2 * version) })
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.compactMap(\.1) }
    }
}
