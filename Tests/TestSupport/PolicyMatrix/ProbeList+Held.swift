import Domain
import FoundationEssentials

extension ProbeList {
    /// Criticism and reminders, what a unit did itself about late work, opinions, petitions: who reads them and who does what.
    func addHeld() {
        for table in ["criticism", "criticism_step", "petition"] {
            ask(
                .reading(.criticism), whole, table,
                "SELECT FROM core.\(table) WHERE tenant_id = '\(place.tenant)' AND \(Self.ofTheWhole(table, place))")
        }
        for (relation, slot) in inside {
            ask(
                .reading(.handling), relation, "handling",
                "SELECT FROM \(home).handling WHERE unit_id = '\(place.unit(slot))'")
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["criticism", "criticism_step", "petition"] {
                askAbroad(.reading(.criticism), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'\(table == "petition" ? " AND giver_id IS NULL" : "")"
                }
            }
            askAbroad(.reading(.handling), .foreignTenant, at: target, "handling") {
                "SELECT FROM \($0).handling WHERE tenant_id = '\(target.tenant)'"
            }
            askAbroad(.action(.readProvince), .foreignTenant, at: target, "dossier_opinion") { _ in
                "SELECT FROM core.dossier_opinion WHERE tenant_id = '\(target.tenant)' AND giver_id IS NULL"
            }
            askAbroad(.action(.answerReview), .foreignTenant, at: target, "an explanation") { _ in criticismStep(target, "explain") }
            askAbroad(.action(.answerReview), .foreignTenant, at: target, "a handling") { handling($0, target) }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "a petition") { _ in petition(target) }
            askAbroad(.action(.appraiseAward), .foreignTenant, at: target, "propose a criticism") { _ in criticism(target) }
            askAbroad(.action(.appraiseAward), .foreignTenant, at: target, "put a criticism") { _ in criticismStep(target, "put") }
            askAbroad(.action(.decideAward), .foreignTenant, at: target, "sign a criticism") { _ in criticismStep(target, "sign") }
        }
        ask(.action(.answerReview), whole, "an explanation", criticismStep(place, "explain"))
        ask(.action(.answerReview), whole, "a handling", handling(home, place))
        ask(.action(.proposeAward), whole, "a petition", petition(place))
        askProvince(.action(.appraiseAward), .province, "ask an opinion", opinion())
        guard seat.bounds == nil, !seat.hasEveryAction, seat.role != .system, seat.bare == nil else { return }
        // What falls on the part in which he sits, and nothing of the whole.
        let own = "SELECT FROM core.criticism WHERE unit_id = '\(place.unit(seat.slot))' AND unit_id <> tenant_id"
        guard seat.slot != .root else { return }
        switch Policy.of(seat.role).reach {
        case .subtree: allow("what falls on the own part", own)
        case .own: refuse("what falls on the part in which he sits", (.home, own))
        case .tenant: break
        }
    }

    /// What nobody may: in another's name, of another day, in another body's place.
    func guardHeld(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("an explanation \(what)", (.home, criticismStep(place, "explain", by: by, day: day)))
            refuse("a handling \(what)", (.home, handling(home, place, by: by, day: day)))
            refuse("a petition \(what)", (.home, petition(place, by: by, day: day)))
            refuse("a criticism \(what)", (.province, criticism(foreign, by: by, day: day)))
            refuse("a criticism put \(what)", (.province, criticismStep(foreign, "put", by: by, day: day)))
            refuse("a criticism signed \(what)", (.province, criticismStep(foreign, "sign", by: by, day: day)))
            refuse("an opinion \(what)", (.province, opinion(by: by, day: day)))
        }
        for step in ["put", "sign", "decline"] { refuse("\(step) in the unit", (.home, criticismStep(place, step))) }
        refuse("an explanation in the unit's place", (.province, criticismStep(foreign, "explain")))
        let closed = stage.place(stage.closedSlug)
        refuse("a criticism of a closed unit", (.province, criticism(closed)))
        for step in ["put", "sign"] { refuse("\(step) about a closed unit", (.province, criticismStep(closed, step))) }
        refuse("a petition in a person's stead", (.home, petition(place, person: place.spare)))
        refuse(
            "a handling of another tenant's person",
            (.home, handling(home, place, person: home == foreign.slug ? stage.office.spare : foreign.spare)))
        refuse(
            "an opinion on what the province gives, read in the unit", (.home, "SELECT FROM core.dossier_opinion WHERE giver_id IS NULL"))
        refuse("an opinion on what a unit gives, asked by the province", (.province, opinion(on: foreign.ownDossier)))
        refuse(
            "an answer of a later day",
            (.province, "UPDATE core.dossier_opinion SET answered_on = '2023-06-21', answer = 'x', answer_number = 'x', agrees = true"),
            (.province, "UPDATE core.petition SET answered_on = '2023-06-21', answer = 'x', answer_number = 'x', outcome = 'upheld'"))
        refuse("what units did about late work", (.province, "SELECT FROM core.handling"))
    }

    /// Of the unit as a whole, where a post that sees a part sees what falls on that part.
    private static func ofTheWhole(_ table: String, _ place: MatrixStage.Place) -> String {
        switch table {
        case "criticism": "unit_id = tenant_id"
        case "criticism_step": "criticism_id = '\(place.putCriticism)'"
        default: "id = '\(place.petition)'"
        }
    }

    func criticism(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.criticism (id, tenant_id, unit_id, campaign_id, kind, items, words, proposed_by, proposed_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.tenant)', '\(stage.unlaunched)', 'reminder', ARRAY['\(target.late)']::uuid[], 'x',
            \(by ?? post), '\(day)')
        """
    }

    func criticismStep(_ target: MatrixStage.Place, _ step: String, by: String? = nil, day: String = "2023-06-20") -> String {
        let isOfTheChairman = step == "sign" || step == "decline"
        return """
            INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, words, document_number, document_on, recorded_by, recorded_on)
            VALUES (gen_random_uuid(), '\(isOfTheChairman ? target.putCriticism : target.criticism)', '\(target.tenant)', \(isOfTheChairman ? 2 : 1), '\(step)',
                'x', 'x', '2023-06-20', \(by ?? post), '\(day)')
            """
    }

    func handling(
        _ schema: String, _ target: MatrixStage.Place, person: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).handling (tenant_id, id, item_id, unit_id, person_id, kind, document_number, document_on, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.late)', '\(target.tenant)', \(person.map { "'\($0)'" } ?? "NULL"), 'reminder', 'x',
            '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    func petition(_ target: MatrixStage.Place, person: UUID? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.petition (id, tenant_id, person_id, campaign_id, kind, words, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', \(person.map { "'\($0)'" } ?? "NULL"), '\(stage.unlaunched)', 'petition', 'x', \(by ?? post), '\(day)')
        """
    }

    func opinion(on dossier: UUID? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(dossier ?? foreign.submittedDossier)', 'x', 'x', 'x', '2023-06-30', \(by ?? post), '\(day)')
        """
    }
}
