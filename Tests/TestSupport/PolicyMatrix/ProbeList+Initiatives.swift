import Domain
import FoundationEssentials

extension ProbeList {
    /// Initiatives: registered and seen as far as a post reaches, answered by who proposes awards, confirmed by the asked unit, praised by the
    /// Chairman.
    func addInitiatives() {
        for (relation, slot) in inside {
            let id = place.unit(slot)
            ask(.reading(.item), relation, "initiative", "SELECT FROM \(home).initiative WHERE id = '\(id)'")
            ask(.reading(.item), relation, "initiative_step", "SELECT FROM \(home).initiative_step WHERE initiative_id = '\(id)'")
            ask(.action(.registerInitiative), relation, "register an initiative", initiative(home, place, unit: id))
            ask(.action(.registerInitiative), relation, "withdraw an initiative", initiativeStep(home, place, id, "withdraw"))
            ask(.action(.confirmInitiative), relation, "confirm an initiative", answer(id))
        }
        ask(.action(.proposeAward), whole, "return an initiative", initiativeStep(home, place, place.tenant, "return"))
        ask(.action(.registerInitiative), whole, "ask another unit", askConfirmation(about: place.tenant))
        if seat.role != .system {
            let id = seat.ownItem
            ask(.reading(.item), .oneself, "own initiative", "SELECT FROM \(home).initiative WHERE id = '\(id)'")
            ask(
                .action(.registerInitiative), .oneself, "register one's own",
                initiative(home, place, unit: place.tenant, person: seat.person))
            ask(.action(.registerInitiative), .oneself, "withdraw one's own", initiativeStep(home, place, id, "withdraw"))
            ask(.action(.registerInitiative), .oneself, "ask about one's own", askConfirmation(about: id))
            allow("what became of one's own question", "SELECT FROM core.initiative_confirmation WHERE id = '\(id)'")
            addAsked()
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["initiative", "initiative_step", "initiative_confirmation"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { schema in
                    "SELECT FROM \(table == "initiative_confirmation" ? "core" : schema).\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.action(.registerInitiative), .foreignTenant, at: target, "register an initiative") {
                initiative($0, target, unit: target.tenant)
            }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "return an initiative") {
                initiativeStep($0, target, target.tenant, "return")
            }
            askAbroad(.action(.confirmInitiative), .foreignTenant, at: target, "confirm an initiative") { _ in answer(target.tenant) }
            askAbroad(.action(.appraiseAward), .foreignTenant, at: target, "the Chairman's letter") {
                initiativeStep($0, target, target.tenant, "letter")
            }
        }
        askProvince(
            .action(.appraiseAward), whole, "the Chairman's letter to one's own unit", initiativeStep("core", place, place.tenant, "letter")
        )
        askProvince(.reading(.catalogue), .province, "initiative_condition", "SELECT FROM core.initiative_condition")
    }

    /// What a unit is asked is read by the tenant as a whole, and by who confirms for that unit; the rest of the unit does not read it.
    private func addAsked() {
        for (relation, slot) in inside {
            let statement = "SELECT FROM core.initiative_confirmation WHERE id = '\(place.unit(slot))'"
            let policy = Policy.of(seat.role)
            let isWhole = policy.reach == .tenant || (policy.reach == .subtree && seat.slot == .root)
            if isWhole || (relation == .own && policy.actions.contains(.confirmInitiative)) {
                allow("what the \(slot.rawValue) is asked", statement)
            } else {
                refuse("what the \(slot.rawValue) is asked", (.home, statement))
            }
        }
    }

    /// What nobody may: in another's name, of another day, in another body's place, of another tenant's person.
    func guardInitiatives(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("an initiative \(what)", (.home, initiative(home, place, unit: seat.unit, by: by, day: day)))
            refuse("a step of an initiative \(what)", (.home, initiativeStep(home, place, place.tenant, "return", by: by, day: day)))
            refuse("a question \(what)", (.home, askConfirmation(about: seat.ownItem, by: by, day: day)))
            refuse("a confirmation \(what)", (.home, answer(seat.unit, by: by, day: day)))
            refuse(
                "the Chairman's letter \(what)",
                (.province, initiativeStep("core", foreign, foreign.tenant, "letter", by: by, day: day)))
        }
        refuse("a unit's step in the province", (.province, initiativeStep("core", foreign, foreign.tenant, "return")))
        refuse(
            "an initiative of another tenant's person",
            (
                .home,
                initiative(home, place, unit: seat.unit, person: home == foreign.slug ? stage.office.spare : foreign.spare)
            ))
    }

    func initiative(
        _ schema: String, _ target: MatrixStage.Place, unit: UUID, person: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).initiative (tenant_id, id, campaign_id, subject, unit_id, person_id, title, obstacle, solution, scope, is_example, recorded_by,
            recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(stage.unlaunched)', '\(person == nil ? "collective" : "individual")', '\(unit)',
            \(MatrixStage.quoted(person)), 'x', 'x', 'x', 'inUnit', false, \(by ?? post), '\(day)')
        """
    }

    func initiativeStep(
        _ schema: String, _ target: MatrixStage.Place, _ id: UUID, _ step: String, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).initiative_step (tenant_id, id, initiative_id, position, step, happened_on, reason, document_number, signer, recorded_by,
            recorded_on, before, party, wanting, proposes)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(id)', 2, '\(step)', '2023-06-19', 'x', '1', 'x', \(by ?? post), '\(day)', 'x', 'x', '{}', false)
        """
    }

    /// Of another unit of the first tier.
    func askConfirmation(about id: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        let asked = home == foreign.slug ? stage.office : foreign
        return """
            INSERT INTO core.initiative_confirmation (id, tenant_id, initiative_id, asked_tenant_id, asked_unit_id, claim, asked_by, asked_on)
            VALUES (gen_random_uuid(), '\(place.tenant)', '\(id)', '\(asked.tenant)', '\(asked.tenant)', 'x', \(by ?? post), '\(day)')
            """
    }

    func answer(_ id: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        UPDATE core.initiative_confirmation SET answer = 'declined', reason = 'x', answered_by = \(by ?? post), answered_on = '\(day)' WHERE id = '\(id)'
        """
    }
}
