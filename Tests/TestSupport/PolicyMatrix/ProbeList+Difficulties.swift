import Domain
import FoundationEssentials

extension ProbeList {
    /// Difficulties: raised as far as a post reaches, taken on by who answers for the unit or by the Office, answered by who is asked.
    func addDifficulties() {
        for (relation, slot) in inside {
            let id = place.unit(slot)
            ask(.reading(.item), relation, "difficulty", "SELECT FROM core.difficulty WHERE id = '\(id)'")
            ask(.reading(.item), relation, "difficulty_step", "SELECT FROM core.difficulty_step WHERE difficulty_id = '\(id)'")
            ask(.action(.reportProgress), relation, "raise a difficulty", difficulty(place, unit: id))
            ask(.action(.reportProgress), relation, "withdraw a difficulty", difficultyStep(place, id, "withdraw"))
        }
        ask(.action(.answerReview), whole, "answer a sub-unit's difficulty", difficultyStep(place, place.unit(.middle), "answer"))
        if home == MatrixStage.solver, seat.role != .system {
            let asked = stage.office
            ask(
                .reading(.item), whole, "what another asks the unit to solve",
                "SELECT FROM core.difficulty WHERE id = '\(stage.askedDifficulty)'")
            ask(
                .reading(.item), whole, "by which step it is asked",
                "SELECT FROM core.difficulty_step WHERE difficulty_id = '\(stage.askedDifficulty)'")
            ask(.action(.answerReview), whole, "answer another's difficulty", difficultyStep(asked, stage.askedDifficulty, "answer"))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["difficulty", "difficulty_step"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.action(.reportProgress), .foreignTenant, at: target, "raise a difficulty") { _ in
                difficulty(target, unit: target.tenant)
            }
            // What a unit that has ended raised the Office withdraws.
            if !target.isClosed {
                askAbroad(.action(.reportProgress), .foreignTenant, at: target, "withdraw a difficulty") { _ in
                    difficultyStep(target, target.tenant, "withdraw")
                }
            }
            askAbroad(.action(.answerReview), .foreignTenant, at: target, "answer a sub-unit's difficulty") { _ in
                difficultyStep(target, target.unit(.middle), "answer")
            }
        }
        askProvince(.action(.keepReview), .province, "answer a unit's difficulty", difficultyStep(foreign, foreign.tenant, "answer"))
        let closed = stage.place(stage.closedSlug)
        askProvince(
            .action(.keepReview), .province, "withdraw what a closed unit raised", difficultyStep(closed, closed.tenant, "withdraw"))
    }

    /// What nobody may: in another's name, of another day, in another body's place.
    func guardDifficulties(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a difficulty \(what)", (.home, difficulty(place, unit: seat.unit, by: by, day: day)))
            refuse("a step of a difficulty \(what)", (.home, difficultyStep(place, seat.unit, "withdraw", by: by, day: day)))
            refuse("the Office's answer \(what)", (.province, difficultyStep(foreign, foreign.tenant, "answer", by: by, day: day)))
        }
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a letter about what is overdue \(what)", (.province, urging(foreign, by: by, day: day)))
        }
        refuse("letters about what is overdue in one's own unit", (.home, "SELECT FROM core.urging"))
        refuse("a letter to one's own unit", (.home, urging(place)))
        refuse("what a sub-unit raised to its unit", (.province, "SELECT FROM core.difficulty WHERE id = '\(foreign.unit(.middle))'"))
        refuse(
            "the unit's step about it", (.province, "SELECT FROM core.difficulty_step WHERE difficulty_id = '\(foreign.unit(.middle))'"))
        refuse("the Office's answer at home", (.home, difficultyStep(place, place.tenant, "answer")))
        refuse("a raiser's step in the province", (.province, difficultyStep(foreign, foreign.tenant, "withdraw")))
        refuse("a unit's answer in the province", (.province, difficultyStep(foreign, foreign.unit(.middle), "answer")))
    }

    func difficulty(_ target: MatrixStage.Place, unit: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.difficulty (id, tenant_id, unit_id, campaign_id, title, obstacle, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(unit)', '\(stage.unlaunched)', 'x', 'x', \(by ?? post), '\(day)')
        """
    }

    func urging(_ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.urging (id, tenant_id, campaign_id, number, signed_on, items, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(stage.unlaunched)', 'x', '2023-06-19', ARRAY[gen_random_uuid()], \(by ?? post), '\(day)')
        """
    }

    func difficultyStep(
        _ target: MatrixStage.Place, _ id: UUID, _ step: String, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.difficulty_step (id, difficulty_id, tenant_id, position, step, words, document_number, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(id)', '\(target.tenant)', 2, '\(step)', 'x', '1', \(by ?? post), '\(day)')
        """
    }
}
