import Domain
import FoundationEssentials

extension MatrixStage {
    private var keeper: String { "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'" }

    /// Past the guards: for each part of a tenant an initiative that bears the part's own id, and one that each seat registered for its person,
    /// which bears the id of the seat's own item. Of the province's tenant they are published.
    var initiatives: [String] {
        let kept = places.values.sorted { $0.slug < $1.slug }
        let ofUnits = kept.flatMap { place in
            Slot.allCases.flatMap { slot in
                let id = place.unit(slot)
                return initiative(id, in: place, unit: id, person: nil, post: keeper)
                    + [confirmation(id, of: place.tenant, in: place, asked: id, registeredBy: keeper)]
            }
        }
        let own = seats.filter { $0.role != .system }.flatMap { seat in
            initiative(seat.ownItem, in: seat.place, unit: seat.place.unit(.root), person: seat.person, post: "'\(seat.post)'")
                + [confirmation(seat.ownItem, of: seat.ownItem, in: seat.place, asked: UUID(), registeredBy: "'\(seat.post)'")]
        }
        // Bears another tenant's person and unit: no key would let it come about.
        let mirrored = seats.flatMap { seat -> [String] in
            guard let id = mirrors[seat.post] else { return [] }
            return initiative(id, in: place(closedSlug), unit: seat.unit, person: seat.person, post: keeper)
        }
        // Of another tenant, asked of a unit here.
        let asked = confirmation(
            UUID(), of: UUID(), in: office, asked: place("district_101").unit(.middle), at: place("district_101").tenant,
            registeredBy: keeper)
        return ["DELETE FROM core.initiative_condition WHERE condition = 'example'"] + ofUnits + own + mirrored + [asked, evidence]
    }

    /// A file of each.
    private var evidence: String {
        """
        INSERT INTO core.award_file (tenant_id, id, initiative_id, file_name, media_type, byte_count, sha256, recorded_by, recorded_on, in_time, same_owner)
        SELECT i.tenant_id, gen_random_uuid(), i.id, 'x.pdf', 'application/pdf', 1, sha256('x'), \(keeper), '2023-06-19', true, true
        FROM core.initiative AS i
        """
    }

    private func initiative(_ id: UUID, in place: Place, unit: UUID, person: UUID?, post: String) -> [String] {
        let published = place.slug == provincePlace.slug ? "'2023-06-19'" : "NULL"
        return [
            """
            INSERT INTO core.initiative (tenant_id, id, campaign_id, subject, unit_id, person_id, title, obstacle, solution, scope, is_example, recorded_by,
                recorded_on, state, steps, last_on, published_on)
            VALUES ('\(place.tenant)', '\(id)', '\(unlaunched)', '\(person == nil ? "collective" : "individual")', '\(unit)',
                \(person.map { "'\($0)'" } ?? "NULL"), 'x', 'x', 'x', 'inUnit', false, \(post), '2023-06-18', 'registered', 1, '2023-06-18', \(published))
            """,
            """
            INSERT INTO core.initiative_step (tenant_id, id, initiative_id, position, step, happened_on, reason, recorded_by, recorded_on, before, state, party,
                wanting, proposes)
            VALUES ('\(place.tenant)', gen_random_uuid(), '\(id)', 1, 'supplement', '2023-06-18', 'x', \(post), '2023-06-18', 'returned', 'registered',
                'registrant', '{}', false)
            """,
        ]
    }

    private func confirmation(
        _ id: UUID, of initiative: UUID, in place: Place, asked: UUID, at tenant: UUID? = nil, registeredBy post: String
    ) -> String {
        """
        INSERT INTO core.initiative_confirmation (id, tenant_id, initiative_id, asked_tenant_id, asked_unit_id, claim, asked_by, asked_on, state, unit_id,
            registered_by, is_there)
        VALUES ('\(id)', '\(place.tenant)', '\(initiative)', '\(tenant ?? place.tenant)', '\(asked)', 'x', \(post), '2023-06-18', 'registered', gen_random_uuid(),
            \(post), true)
        """
    }
}
