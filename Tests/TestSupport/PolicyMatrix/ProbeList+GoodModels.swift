import Domain
import FoundationEssentials

extension ProbeList {
    /// Good models: registered and seen as far as a post reaches, confirmed by who answers for the unit or by Home Affairs, spread to everybody, adopted.
    func addGoodModels() {
        for (relation, slot) in inside {
            let id = place.unit(slot)
            for (table, key) in [("good_model", "id"), ("good_model_step", "model_id"), ("good_model_adoption", "id")] {
                ask(.reading(.item), relation, table, "SELECT FROM core.\(table) WHERE \(key) = '\(id)'")
            }
            ask(.reading(.item), relation, "file of a good model", modelFiles(home, of: id))
            ask(.action(.registerInitiative), relation, "attach evidence of a good model", modelFile(home, place, of: id))
            ask(.action(.registerInitiative), relation, "register a good model", goodModel(place, unit: id))
            ask(.action(.registerInitiative), relation, "withdraw a good model", goodModelStep(place, id, "withdraw"))
            ask(.action(.registerInitiative), relation, "report what came of another's model", adoption(place, unit: id, position: 2))
            if slot == .middle {
                ask(
                    .reading(.item), relation, "what another made of it", "SELECT FROM core.good_model_adoption WHERE id = '\(place.order)'"
                )
            }
        }
        ask(.action(.confirmInitiative), whole, "confirm a sub-unit's model", goodModelStep(place, place.order, "confirm", position: 1))
        if seat.role != .system {
            let id = seat.ownItem
            ask(.reading(.item), .oneself, "own good model", "SELECT FROM core.good_model WHERE id = '\(id)'")
            ask(.reading(.item), .oneself, "file of one's own good model", modelFiles(home, of: id))
            addOwnWord(id)
            addSpreadModels()
            addLeftModels()
        }
        let recalled = goodModelStep(closed, stage.leftModel, "recall")
        let mayRecall = [Action.appraiseAward, .decideAward].contains { seat.may(MatrixCell(seat.role, .action($0), .province, .open)) }
        if mayRecall {
            allow("recall what a closed unit has spread", by: .province, recalled)
        } else {
            refuse("recall what a closed unit has spread", (.province, recalled))
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["good_model", "good_model_step", "good_model_adoption"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.reading(.item), .foreignTenant, at: target, "file of a good model") {
                "SELECT FROM \($0).award_file WHERE tenant_id = '\(target.tenant)' AND good_model_id IS NOT NULL"
            }
            askAbroad(.action(.registerInitiative), .foreignTenant, at: target, "attach evidence of a good model") {
                modelFile($0, target, of: target.tenant)
            }
            askAbroad(.action(.registerInitiative), .foreignTenant, at: target, "register a good model") { _ in
                goodModel(target, unit: target.tenant)
            }
            askAbroad(.action(.registerInitiative), .foreignTenant, at: target, "withdraw a good model") { _ in
                goodModelStep(target, target.tenant, "withdraw")
            }
            askAbroad(.action(.registerInitiative), .foreignTenant, at: target, "report what came of another's model") { _ in
                adoption(target, unit: target.tenant, position: 2)
            }
            askAbroad(.action(.confirmInitiative), .foreignTenant, at: target, "confirm a sub-unit's model") { _ in
                goodModelStep(target, target.order, "confirm", position: 1)
            }
        }
    }

    /// What one says of being shown oneself, whatever one's role may do, and in nobody's stead; another's word who registers for the unit records.
    private func addOwnWord(_ id: UUID) {
        let word = goodModelStep(place, id, "consent", number: "")
        if place.isClosed || seat.bounds == .delegation {
            refuse("one's own word in a closed unit, or in another's stead", (.home, word))
        } else {
            ask(.selfService, .oneself, "one's own word", word)
        }
        ask(.action(.registerInitiative), whole, "withdraw what shows oneself", goodModelStep(place, id, "withdraw"))
        guard let other = stage.seats.first(where: { $0.place.slug == home && $0.person != seat.person && $0.role != .system }) else {
            return
        }
        ask(.action(.registerInitiative), whole, "another's word from his paper", goodModelStep(place, other.ownItem, "object"))
    }

    /// What is spread everybody reads, of a person while he consents; how it came to that he does not.
    private func addSpreadModels() {
        for (what, id) in [("what is spread", stage.spreadModel), ("who consents and is spread", stage.shownModel)] {
            allow(what, "SELECT FROM core.good_model WHERE id = '\(id)'")
        }
        // Who reads it because it is spread does not read its files.
        guard home != stage.office.slug else {
            ask(.reading(.item), whole, "file of what is spread", modelFiles(home, of: stage.spreadModel))
            return
        }
        refuse("file of what another unit has spread", (.home, modelFiles("core", of: stage.spreadModel)))
        refuse("who does not consent", (.home, "SELECT FROM core.good_model WHERE id = '\(stage.shyModel)'"))
        refuse("what one is told of him", (.home, "SELECT FROM core.notice WHERE good_model_id = '\(stage.shyModel)'"))
        guard !place.isClosed else { return }
        if seat.slot == .middle, [.unitHead, .unitCoordinator, .councilSecretary].contains(seat.role), seat.bounds == nil {
            let fresh = adoption(place, of: stage.shownModel, unit: place.tenant, position: 1)
            allow("adopt what is spread", fresh)
            refuse("adopt for another tenant", (.home, adoption(foreign, of: stage.shownModel, unit: foreign.tenant, position: 1)))
        }
    }

    /// What another unit has spread of oneself, which has ended since: he who is shown reads it and takes his name back, and no more.
    private func addLeftModels() {
        guard !place.isClosed else { return }
        let read = "SELECT FROM core.good_model WHERE id = '\(stage.leftModel)'"
        let taken = goodModelStep(closed, stage.leftModel, "object", number: "")
        if seat.person == stage.leaver, seat.bounds == nil {
            allow("what is spread of oneself elsewhere", read)
            allow("one's name taken back elsewhere", taken)
        } else {
            refuse("what is spread elsewhere of one who does not consent", (.home, read))
            refuse("the name of another taken back elsewhere", (.home, taken))
        }
        refuse("one's consent elsewhere", (.home, goodModelStep(closed, stage.leftModel, "consent", number: "")))
        refuse("what is not spread of oneself elsewhere", (.home, "SELECT FROM core.good_model WHERE id = '\(stage.leftUnspread)'"))
        guard home != stage.office.slug else { return }
        refuse("the name of another taken back", (.home, goodModelStep(stage.office, stage.shownModel, "object", number: "")))
    }

    /// What nobody may: in another's name, of another day, in another body's place.
    func guardGoodModels(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a good model \(what)", (.home, goodModel(place, unit: seat.unit, by: by, day: day)))
            refuse("a step of a good model \(what)", (.home, goodModelStep(place, seat.unit, "withdraw", by: by, day: day)))
            refuse("evidence of a good model \(what)", (.home, modelFile(home, place, of: seat.unit, by: by, day: day)))
            refuse("an adoption \(what)", (.home, adoption(place, unit: seat.unit, position: 2, by: by, day: day)))
            refuse("one's name taken back \(what)", (.home, goodModelStep(closed, stage.leftModel, "object", number: "", by: by, day: day)))
            refuse("the province's confirmation \(what)", (.province, goodModelStep(foreign, foreign.tenant, "confirm", by: by, day: day)))
        }
        refuse("the province's confirmation at home", (.home, goodModelStep(place, place.tenant, "confirm")))
        refuse("a registrant's step in the province", (.province, goodModelStep(foreign, foreign.tenant, "withdraw")))
        refuse("the province's confirmation in a closed unit", (.province, goodModelStep(closed, closed.tenant, "confirm")))
        if seat.role == .homeAffairsOfficer {
            refuse("Home Affairs' word about its own unit", (.province, goodModelStep(place, place.tenant, "confirm")))
        }
        refuse("what still stands at its unit", (.province, "SELECT FROM core.good_model WHERE id = '\(foreign.order)'"))
        refuse("file of what still stands at its unit", (.province, modelFiles("core", of: foreign.order)))
        refuse("evidence in the unit's place", (.province, modelFile("core", foreign, of: foreign.tenant)))
        refuse("another's withdrawal", (.home, goodModelStep(place, stage.shyModel, "withdraw")))
        refuse("a change of what was registered", (.home, "UPDATE core.good_model SET state = 'spread'"))
    }

    private var closed: MatrixStage.Place { stage.place(stage.closedSlug) }

    private func modelFiles(_ schema: String, of model: UUID) -> String {
        "SELECT FROM \(schema).award_file WHERE good_model_id = '\(model)'"
    }

    private func modelFile(
        _ schema: String, _ target: MatrixStage.Place, of model: UUID, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        file(schema, target, "good_model_id", "'\(model)'", by, day)
    }

    func goodModel(_ target: MatrixStage.Place, unit: UUID, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.good_model (id, tenant_id, unit_id, campaign_id, kind, subject, title, content, effect, since, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(unit)', '\(stage.unlaunched)', 'model', 'collective', 'x', 'x', 'x', '2023-06-01', \(by ?? post),
            '\(day)')
        """
    }

    func goodModelStep(
        _ target: MatrixStage.Place, _ id: UUID, _ step: String, position: Int = 2, number: String = "1", by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.good_model_step (id, model_id, tenant_id, position, step, happened_on, words, document_number, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(id)', '\(target.tenant)', \(position), '\(step)', '2023-06-19', 'x', '\(number)', \(by ?? post), '\(day)')
        """
    }

    func adoption(
        _ target: MatrixStage.Place, of model: UUID? = nil, unit: UUID, position: Int, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.good_model_adoption (id, model_id, tenant_id, unit_id, position, step, happened_on, words, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(model ?? stage.spreadModel)', '\(target.tenant)', '\(unit)', \(position),
            '\(position == 1 ? "adopt" : "report")', '2023-06-19', 'x', \(by ?? post), '\(day)')
        """
    }
}
