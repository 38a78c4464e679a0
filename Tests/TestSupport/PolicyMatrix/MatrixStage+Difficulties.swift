import Domain
import FoundationEssentials

extension MatrixStage {
    /// The tenant that ``askedDifficulty`` of the Office's own unit is routed to.
    static let solver = "district_101"

    /// Past the guards: for each part of a tenant a difficulty that bears the part's own id and was taken on; and one that another tenant is asked to
    /// solve.
    var difficulties: [String] {
        let kept = places.values.sorted { $0.slug < $1.slug }
        let ofUnits = kept.flatMap { place in
            Slot.allCases.flatMap { slot in
                rows(place.unit(slot), in: place, unit: place.unit(slot), level: slot == .root ? "province" : "unit", solver: nil)
            }
        }
        let post = "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'"
        let letters = kept.map { place in
            """
            INSERT INTO core.urging (id, tenant_id, campaign_id, number, signed_on, items, recorded_by, recorded_on, facts)
            VALUES ('\(place.tenant)', '\(place.tenant)', '\(unlaunched)', '\(place.slug)', '2023-06-18', ARRAY['\(place.tenant)'::uuid], \(post), '2023-06-18',
                '[{"item": "\(place.tenant)", "dueOn": "2023-06-15"}]')
            """
        }
        return ofUnits + letters
            + rows(askedDifficulty, in: office, unit: office.tenant, level: "province", solver: place(Self.solver).tenant)
    }

    private func rows(_ id: UUID, in place: Place, unit: UUID, level: String, solver: UUID?) -> [String] {
        let post = "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'"
        let asked = solver.map { "'\($0)'" } ?? "NULL"
        let (step, state) = solver == nil ? ("accept", "accepted") : ("route", "routed")
        return [
            """
            INSERT INTO core.difficulty (id, tenant_id, unit_id, campaign_id, title, obstacle, recorded_by, recorded_on, level, due_on)
            VALUES ('\(id)', '\(place.tenant)', '\(unit)', '\(unlaunched)', 'x', 'x', \(post), '2023-06-18', '\(level)', '2023-06-21')
            """,
            """
            INSERT INTO core.difficulty_step (id, difficulty_id, tenant_id, position, step, recorded_by, recorded_on, unit_id, campaign_id, before, state, level,
                party, due_on, solver_tenant_id, solver_unit_id)
            VALUES (gen_random_uuid(), '\(id)', '\(place.tenant)', 1, '\(step)', \(post), '2023-06-18', '\(unit)', '\(unlaunched)', 'raised', '\(state)',
                '\(level)', '\(level == "unit" ? "unit" : "office")', '2023-06-21', \(asked), \(asked))
            """,
        ]
    }
}
