import Domain
import FoundationEssentials

extension MatrixStage {
    /// What the worker counted of each part of every tenant, and what its comparison found.
    var countedDays: [String] {
        places.values.sorted { $0.slug < $1.slug }.flatMap { place in
            Slot.allCases.map { slot in
                """
                INSERT INTO core.unit_day (campaign_id, day, tenant_id, unit_id, items, acknowledged, reported, early, on_time, late, overdue, due_soon,
                    above, extended, counted_on)
                VALUES ('\(unlaunched)', '2023-06-19', '\(place.tenant)', '\(place.unit(slot))', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '2023-06-20')
                """
            } + [
                """
                INSERT INTO core.unit_day_check (campaign_id, tenant_id, day, compared, differing)
                VALUES ('\(unlaunched)', '\(place.tenant)', '2023-06-19', 0, 0)
                """
            ]
        }
    }
}
