import Domain
import FoundationEssentials

extension MatrixStage {
    private var keeper: String { "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'" }

    /// The parts of a tenant that are not the tenant itself.
    static let parts: [Slot] = [.middle, .child, .sibling]

    /// Past the guards: what each part of the tenant gives itself, put to who signs there, under the part's own id, with its paper and step; a decision and an
    /// award of it; and what the tenant gives to the part, a draft that bears the id of the part's launch.
    func givenByParts(of place: Place) -> [String] {
        MatrixStage.parts.flatMap { slot -> [String] in
            let (t, unit) = (place.tenant, place.unit(slot))
            return [
                """
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, person_id, achievement,
                    recorded_by, recorded_on, state, steps, submitted_on, regime_code)
                VALUES ('\(t)', '\(unit)', 'ownAdHoc', '\(unlaunched)', '\(unit)', '\(place.ownRules)', 'departmentCommendation', 'individual', '\(unit)',
                        '\(place.spare)', 'x', \(keeper), '2023-06-19', 'putToChairman', 1, '2023-06-19', 'mx'),
                    ('\(t)', '\(place.givenToPart(slot))', 'ownAdHoc', '\(unlaunched)', '\(t)', '\(place.ownRules)', 'departmentCommendation', 'individual',
                        '\(unit)', '\(place.spare)', 'x', \(keeper), '2023-06-19', 'drafted', 1, NULL, NULL)
                """,
                """
                INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
                SELECT '\(t)', gen_random_uuid(), d.id, 'proposal', 'x', '2023-06-19', true, \(keeper), '2023-06-19', 'drafted'
                FROM unnest(ARRAY['\(unit)', '\(place.givenToPart(slot))']::uuid[]) AS d (id)
                """,
                """
                INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, recorded_by, recorded_on, before, state, supplements,
                    own_dossier, late, wanting, awarded, giver_id, unit_id)
                SELECT '\(t)', gen_random_uuid(), d.id, 1, 'submit', '2023-06-19', \(keeper), '2023-06-19', 'drafted', 'submitted', 0, false, false, '{}',
                    true, d.giver, '\(unit)'
                FROM (VALUES ('\(unit)'::uuid, '\(unit)'::uuid), ('\(place.givenToPart(slot))', '\(t)')) AS d (id, giver)
                """,
                """
                INSERT INTO core.award_decision (tenant_id, id, unit_id, type, number, signed_on, signer, recorded_by, recorded_on)
                VALUES ('\(t)', '\(unit)', '\(unit)', 'QĐ', 'MX', '2023-06-19', 'x', \(keeper), '2023-06-19')
                """,
                """
                INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, form, subject,
                    regime_code, decree, percent, base_salary, rounding_unit, rounding, reward, budget)
                VALUES ('\(t)', gen_random_uuid(), '\(unit)', '\(t)', '\(unit)', 'x', \(keeper), '2023-06-19', 'decided', 'departmentCommendation',
                    'individual', 'mx', 'x', 1, 1, 1, 'nearest', 100, 'x')
                """,
            ]
        }
    }
}

extension MatrixStage.Place {
    /// A dossier of a part that the tenant gives.
    func givenToPart(_ slot: MatrixStage.Slot) -> UUID { launches[slot] ?? tenant }
}
