import Domain
import FoundationEssentials

extension MatrixStage {
    /// Past the guards: of each tenant an inspection with its finding, a member who follows a part of it with a note, and what has to be put right of
    /// each part; what came with criticism, of a person too, and what the unit ordered itself. And for each seat that decides in a council what he
    /// follows, noted and ordered.
    var oversight: [String] {
        places.values.sorted { $0.slug < $1.slug }.flatMap(kept) + seats.filter(\.sitsInCouncil).flatMap(followed)
    }

    private var keeper: String { "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'" }

    /// Sits in the council of a place beside those who decide there, and follows nobody yet.
    func councillor(of place: Place) -> UUID {
        let seated = officers.filter { $0.place.slug == place.slug && !$0.sitsInCouncil }
        return (seated.first { $0.role == .clerk } ?? seated.first)?.person ?? place.spare
    }

    private func kept(_ place: Place) -> [String] {
        let (id, middle) = ("'\(place.tenant)'", "'\(place.unit(.middle))'")
        return [
            """
            INSERT INTO core.inspection (id, tenant_id, campaign_id, title, content, leader, from_on, to_on, units, recorded_by, recorded_on)
            VALUES (\(id), \(id), '\(unlaunched)', 'x', 'x', 'x', '2023-06-01', '2023-06-30', ARRAY[\(id)]::uuid[], \(keeper), '2023-06-18')
            """,
            // Another, which was not held yet.
            """
            INSERT INTO core.inspection (id, tenant_id, campaign_id, title, content, leader, from_on, to_on, units, recorded_by, recorded_on)
            VALUES ('\(place.criticism)', \(id), '\(unlaunched)', 'x', 'x', 'x', '2023-06-01', '2023-06-30', ARRAY[\(id)]::uuid[], \(keeper),
                '2023-06-18')
            """,
            """
            INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), \(id), '\(councillor(of: place))', 'member', '2022-06-01', 'x', \(keeper), '2022-06-01')
            ON CONFLICT DO NOTHING
            """,
            """
            INSERT INTO core.inspection_visit (id, inspection_id, tenant_id, held_on, minutes_number, minutes_on, recorded_by, recorded_on, campaign_id, is_planned)
            VALUES (\(id), \(id), \(id), '2023-06-18', 'x', '2023-06-18', \(keeper), '2023-06-18', '\(unlaunched)', true)
            """,
            """
            INSERT INTO core.finding (id, tenant_id, visit_id, words, recorded_by, recorded_on, campaign_id)
            VALUES (\(id), \(id), \(id), 'x', \(keeper), '2023-06-18', '\(unlaunched)')
            """,
            following(place.tenant, council: place.tenant, person: UUID(), followed: place.unit(.middle)),
            note(place.tenant, council: place.tenant, tenant: place.tenant, unit: place.unit(.middle)),
            remedy(place.putCriticism, place.tenant, unit: id, "criticism", place.putCriticism, "leadership"),
            remedy(place.criticism, place.tenant, unit: id, "criticism", place.criticism, "homeAffairs", person: "'\(place.spare)'"),
            remedy(place.late, place.tenant, unit: middle, "handling", place.late, "unit"),
            remedy(
                place.order, place.tenant, unit: middle, "note", place.tenant, "member", council: place.tenant,
                followed: place.unit(.middle)),
        ]
            // One that is reported, with a file that shows it.
            + [
                remedy(place.draftedDossier, place.tenant, unit: middle, "finding", place.tenant, "office"),
                """
                INSERT INTO core.remedy_step (id, remedy_id, tenant_id, position, step, words, due_on, recorded_by, recorded_on, before, state, party)
                VALUES ('\(place.draftedDossier)', '\(place.draftedDossier)', \(id), 1, 'report', 'x', '2023-06-30', \(keeper), '2023-06-18', 'open',
                    'reported', 'owner')
                """,
                """
                INSERT INTO core.award_file (tenant_id, id, remedy_step_id, file_name, media_type, byte_count, sha256, recorded_by, recorded_on, in_time,
                    same_owner)
                VALUES (\(id), gen_random_uuid(), '\(place.draftedDossier)', 'x.pdf', 'application/pdf', 1, sha256('x'), \(keeper), '2023-06-18', true,
                    true)
                """,
            ]
            + Slot.allCases.flatMap { slot in
                [
                    remedy(place.unit(slot), place.tenant, unit: "'\(place.unit(slot))'", "finding", place.tenant, "office"),
                    """
                    INSERT INTO core.remedy_step (id, remedy_id, tenant_id, position, step, words, due_on, recorded_by, recorded_on, before, state, party)
                    VALUES (gen_random_uuid(), '\(place.unit(slot))', \(id), 1, 'report', 'x', '2023-06-30', \(keeper), '2023-06-18', 'open', 'reported',
                        'owner'),
                    (gen_random_uuid(), '\(place.unit(slot))', \(id), 2, 'return', 'x', '2023-06-30', \(keeper), '2023-06-18', 'reported', 'open',
                        'orderer')
                    """,
                ]
            }
    }

    private func followed(by seat: MatrixSeat) -> [String] {
        let (council, tenant, unit) = followed(by: seat)
        return [
            following(seat.post, council: council, person: seat.person, followed: unit),
            note(seat.post, council: council, tenant: tenant, unit: unit),
            remedy(seat.post, tenant, unit: "'\(unit)'", "note", seat.post, "member", council: council, followed: unit),
        ]
    }

    /// The council in which the seat sits, and whom it follows for it.
    func followed(by seat: MatrixSeat) -> (council: UUID, tenant: UUID, unit: UUID) {
        seat.role == .councilMember
            ? (provincePlace.tenant, foreign.tenant, foreign.tenant)
            : (seat.place.tenant, seat.place.tenant, seat.place.unit(.middle))
    }

    private func following(_ id: UUID, council: UUID, person: UUID, followed: UUID) -> String {
        """
        INSERT INTO core.following (id, tenant_id, person_id, followed_id, campaign_id, valid_from, recorded_by, recorded_on, is_member, is_there)
        VALUES ('\(id)', '\(council)', '\(person)', '\(followed)', '\(unlaunched)', '2023-06-01', \(keeper), '2023-06-01', true, true)
        """
    }

    private func note(_ id: UUID, council: UUID, tenant: UUID, unit: UUID) -> String {
        """
        INSERT INTO core.follow_note (id, tenant_id, following_id, kind, words, happened_on, recorded_by, recorded_on, followed_tenant_id, followed_unit_id,
            campaign_id, follows)
        VALUES ('\(id)', '\(council)', '\(id)', 'finding', 'x', '2023-06-18', \(keeper), '2023-06-18', '\(tenant)', '\(unit)', '\(unlaunched)', true)
        """
    }

    private func remedy(
        _ id: UUID, _ tenant: UUID, unit: String, _ origin: String, _ cause: UUID, _ body: String, person: String = "NULL",
        council: UUID? = nil, followed: UUID? = nil
    ) -> String {
        """
        INSERT INTO core.remedy (id, tenant_id, unit_id, person_id, origin, origin_id, words, due_on, recorded_by, recorded_on, campaign_id, body, council_id,
            followed_id, is_there, is_owner)
        VALUES ('\(id)', '\(tenant)', \(unit), \(person), '\(origin)', '\(cause)', 'x', '2023-06-30', \(keeper), '2023-06-18', '\(unlaunched)', '\(body)',
            \(council.map { "'\($0)'" } ?? "NULL"), \(followed.map { "'\($0)'" } ?? "NULL"), true, true)
        """
    }
}

extension MatrixStage.MatrixSeat {
    /// Decides in a council, in the whole of his own post.
    var sitsInCouncil: Bool {
        Policy.of(role).actions.contains(.decideMotto) && bounds == nil && bare == nil && !hasEveryAction
    }
}
