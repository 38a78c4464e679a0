import Domain
import FoundationEssentials

extension MatrixStage {
    /// Past the guards: of each tenant the event of a review that was held, with its plan and a paper that has a file, and one of which nothing else is said yet.
    func reviewEvents(of place: Place) -> [String] {
        let (id, keeper) = ("'\(place.tenant)'", "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'")
        return [
            """
            INSERT INTO core.review_event (id, tenant_id, campaign_id, kind, recorded_by, recorded_on)
            VALUES (\(id), \(id), '\(unlaunched)', 'interim', \(keeper), '2023-06-18'),
                ('\(place.criticism)', \(id), '\(unlaunched)', 'final', \(keeper), '2023-06-18')
            """,
            """
            INSERT INTO core.review_event_plan (tenant_id, event_id, version, held_on, place, chair, agenda, guests, recorded_by, recorded_on)
            VALUES (\(id), \(id), 1, '2023-06-18', 'x', 'x', ARRAY['x'], ARRAY['x'], \(keeper), '2023-06-18')
            """,
            """
            INSERT INTO core.review_event_paper (tenant_id, id, event_id, what, recorded_by, recorded_on)
            VALUES (\(id), \(id), \(id), 'x', \(keeper), '2023-06-18')
            """,
            """
            INSERT INTO core.award_file (tenant_id, id, review_paper_id, file_name, media_type, byte_count, sha256, recorded_by, recorded_on, in_time,
                same_owner)
            VALUES (\(id), gen_random_uuid(), \(id), 'x.pdf', 'application/pdf', 1, sha256('e'), \(keeper), '2023-06-18', true, true)
            """,
            """
            INSERT INTO core.review_event_outcome (tenant_id, event_id, held_on, present, absent, recorded_by, recorded_on)
            VALUES (\(id), \(id), '2023-06-18', 1, '{}', \(keeper), '2023-06-18')
            """,
        ]
    }
}
