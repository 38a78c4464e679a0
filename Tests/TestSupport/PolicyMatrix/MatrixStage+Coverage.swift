import Domain
import FoundationEssentials

extension MatrixStage {
    /// Past the guards: for each tenant as if it were an outlet, a line with its kit and the one before, and a publication; a line that went on to
    /// another outlet; and kits that no outlet sees: of a line that was dropped, withdrawn, of an award that is not published.
    var covered: [String] { places.values.sorted { $0.slug < $1.slug }.flatMap(covered) }

    private func covered(_ place: Place) -> [String] {
        let keeper = "'\(seats.first { $0.role == .chairman }?.post ?? UUID())'"
        func line(_ id: UUID, of line: UUID, _ position: Int, for outlet: UUID, isDropped: Bool = false) -> String {
            """
            INSERT INTO core.coverage_line (id, tenant_id, line_id, position, campaign_id, occasion, subject, kind, outlet_id, planned_on, is_dropped, reason,
                recorded_by, recorded_on, before, is_outlet)
            VALUES ('\(id)', '\(place.tenant)', '\(line)', \(position), '\(unlaunched)', 'launch', 'x', 'news', '\(outlet)', '2023-06-01', \(isDropped), 'x',
                \(keeper), '2023-06-01', 'new', true)
            """
        }
        func kit(_ id: UUID, of line: UUID, _ position: Int, isWithdrawn: Bool = false, award: String = "NULL") -> String {
            """
            INSERT INTO core.press_kit (id, tenant_id, line_id, position, facts, approver, approved_on, is_withdrawn, reason, award_id, recorded_by, recorded_on,
                before, is_public)
            VALUES ('\(id)', '\(place.tenant)', '\(line)', \(position), 'x', 'x', '2023-06-01', \(isWithdrawn), 'x', \(award), \(keeper), '2023-06-01',
                'planned', true)
            """
        }
        let id = place.tenant
        return [
            line(id, of: id, 1, for: id), kit(place.order, of: id, 1), kit(id, of: id, 2),
            line(place.fresh, of: place.fresh, 1, for: id), line(place.directive, of: place.fresh, 2, for: elsewhere(place)),
            line(place.late, of: place.late, 1, for: id, isDropped: true), kit(place.late, of: place.late, 1),
            line(place.criticism, of: place.criticism, 1, for: id), kit(place.criticism, of: place.criticism, 1, isWithdrawn: true),
            line(place.petition, of: place.petition, 1, for: id),
            kit(place.petition, of: place.petition, 1, award: "'\(place.petition)'"),
            """
            INSERT INTO core.coverage (id, tenant_id, campaign_id, kind, title, published_on, link, recorded_by, recorded_on, is_planned, is_own)
            VALUES ('\(id)', '\(id)', '\(unlaunched)', 'news', 'x', '2023-06-01', 'https://x', \(keeper), '2023-06-01', true, true)
            """,
        ]
    }

    /// Another tenant than this one.
    private func elsewhere(_ place: Place) -> UUID { place.slug == office.slug ? foreign.tenant : office.tenant }
}
