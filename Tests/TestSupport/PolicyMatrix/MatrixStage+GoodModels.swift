import Domain
import FoundationEssentials

extension MatrixStage {
    private var keeper: String { "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'" }

    /// Past the guards: for each part of a tenant a model that bears the part's own id and was put to the province, and an adoption of another's; one that
    /// still stands at the unit, which bears the id of the unit's order, with what another unit made of it; for each seat one of its person, which bears the
    /// id of the seat's own item. And three of the Office's own that are spread: the unit's, of a person who consents, of one who does not, of whom everybody was told.
    /// And two of the closed tenant's, of ``leaver``. Each with a file.
    var goodModels: [String] {
        let kept = places.values.sorted { $0.slug < $1.slug }
        let ofUnits = kept.flatMap { place -> [String] in
            let ofParts = Slot.allCases.flatMap { slot -> [String] in
                let id = place.unit(slot)
                return [
                    goodModel(id, in: place, unit: id), goodModelStep(of: id, in: place),
                    adoption(id, of: spreadModel, in: place, unit: id),
                ]
            }
            return ofParts + [
                goodModel(place.order, in: place, unit: place.unit(.child), level: "unit", steps: 0),
                adoption(
                    place.order, of: place.order, in: provincePlace, unit: provincePlace.tenant, position: 2, origin: place,
                    originUnit: place.unit(.middle)),
            ]
        }
        let own = seats.filter { $0.role != .system }.map { seat in
            goodModel(seat.ownItem, in: seat.place, unit: seat.place.unit(.root), person: seat.person)
        }
        let told = seats.filter { $0.role != .system }.map { seat in
            """
            INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, good_model_id, giver, code, title, reason, day)
            VALUES (gen_random_uuid(), '\(seat.place.tenant)', '\(seat.person)', 'good_model_spread', 'shy', '\(seat.place.tenant)', '\(shyModel)',
                'province', '', 'x', 'x', '2023-06-20')
            ON CONFLICT DO NOTHING
            """
        }
        return ofUnits + own + told + [
            goodModel(spreadModel, in: office, unit: office.tenant, state: "spread"),
            goodModel(shownModel, in: office, unit: office.tenant, person: office.spare, state: "spread", consents: true),
            goodModel(shyModel, in: office, unit: office.tenant, person: office.spare, state: "spread"),
            goodModel(leftModel, in: place(closedSlug), unit: place(closedSlug).tenant, person: leaver, state: "spread"),
            goodModel(leftUnspread, in: place(closedSlug), unit: place(closedSlug).tenant, person: leaver),
            modelFiles,
        ]
    }

    /// Was of the closed tenant before: the clerk of an open one.
    var leaver: UUID {
        seats.first { $0.role == .clerk && $0.slot == .middle && $0.bounds == nil && !$0.place.isClosed }?.person ?? office.spare
    }

    /// A file of each.
    private var modelFiles: String {
        """
        INSERT INTO core.award_file (tenant_id, id, good_model_id, file_name, media_type, byte_count, sha256, recorded_by, recorded_on, in_time, same_owner)
        SELECT m.tenant_id, gen_random_uuid(), m.id, 'x.pdf', 'application/pdf', 1, sha256('m'), \(keeper), '2023-06-19', true, true
        FROM core.good_model AS m
        """
    }

    private func goodModel(
        _ id: UUID, in place: Place, unit: UUID, person: UUID? = nil, state: String = "registered", level: String = "province",
        consents: Bool = false, steps: Int = 1
    ) -> String {
        """
        INSERT INTO core.good_model (id, tenant_id, unit_id, campaign_id, kind, subject, person_id, title, content, effect, since, recorded_by, recorded_on,
            unit_name, state, level, steps, last_on, consents)
        VALUES ('\(id)', '\(place.tenant)', '\(unit)', '\(unlaunched)', 'model', '\(person == nil ? "collective" : "individual")',
            \(person.map { "'\($0)'" } ?? "NULL"), 'x', 'x', 'x', '2023-06-01', \(keeper), '2023-06-18', 'x', '\(state)', '\(level)', \(steps), '2023-06-18',
            \(consents))
        """
    }

    private func goodModelStep(of id: UUID, in place: Place) -> String {
        """
        INSERT INTO core.good_model_step (id, model_id, tenant_id, position, step, happened_on, recorded_by, recorded_on, before, state, level, party)
        VALUES (gen_random_uuid(), '\(id)', '\(place.tenant)', 1, 'propose', '2023-06-18', \(keeper), '2023-06-18', 'confirmed', 'registered', 'province',
            'unit')
        """
    }

    private func adoption(
        _ id: UUID, of model: UUID, in place: Place, unit: UUID, position: Int = 1, origin: Place? = nil, originUnit: UUID? = nil
    ) -> String {
        """
        INSERT INTO core.good_model_adoption (id, model_id, tenant_id, unit_id, position, step, happened_on, words, recorded_by, recorded_on, title,
            origin_tenant_id, origin_unit_id)
        VALUES ('\(id)', '\(model)', '\(place.tenant)', '\(unit)', \(position), 'adopt', '2023-06-18', 'x', \(keeper), '2023-06-18', 'x',
            \(origin.map { "'\($0.tenant)'" } ?? "NULL"), \(originUnit.map { "'\($0)'" } ?? "NULL"))
        """
    }
}
