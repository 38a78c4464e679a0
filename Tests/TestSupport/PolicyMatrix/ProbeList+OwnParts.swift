import Domain
import FoundationEssentials

extension ProbeList {
    /// Dossiers of the parts of a unit, by its own authority: what a part gives itself its own posts alone keep and sign, what the unit gives to a part who
    /// reaches the part proposes; both are read as far as a post reaches, and never outside the unit (A59).
    func addOwnParts() {
        for (relation, slot) in inside where slot != .root {
            let (unit, given) = (place.unit(slot), place.givenToPart(slot))
            for (what, id) in [("a part gives", unit), ("the unit gives to a part", given)] {
                ask(.reading(.item), relation, "what \(what)", "SELECT FROM \(home).award_dossier WHERE id = '\(id)'")
                for table in ["dossier_document", "dossier_step"] {
                    ask(.reading(.item), relation, "\(table) of what \(what)", "SELECT FROM \(home).\(table) WHERE dossier_id = '\(id)'")
                }
            }
            ask(.reading(.item), relation, "a decision of a part", "SELECT FROM \(home).award_decision WHERE id = '\(unit)'")
            ask(.reading(.item), relation, "an award of a part", "SELECT FROM \(home).award WHERE decision_id = '\(unit)'")
            for (deed, what, statement) in partDeeds(place, slot, by: post, day: "2023-06-20") {
                // Whose post reaches the whole unit keeps what the unit gives, and nothing of what its parts give.
                if relation == .own, Policy.of(seat.role).reach == .subtree {
                    ask(.action(deed), .own, what, statement)
                } else {
                    refuse("\(what), by who is not of it", (.home, statement))
                }
            }
            ask(
                .action(.proposeAward), relation, "draft what the unit gives to a part",
                ownDraft(place, giver: place.tenant, unit: unit, by: post, day: "2023-06-20"))
            ask(.action(.proposeAward), relation, "add a paper to it", ownPaper(place, given, by: post, day: "2023-06-20"))
            ask(.action(.proposeAward), relation, "withdraw it", dossierStep(home, place, given, "withdraw"))
        }
        guard seat.role != .system else { return }
        if seat.slot == .middle { addSatIn() }
        let slot = seat.slot == .root ? MatrixStage.Slot.middle : seat.slot
        for (what, by, day) in [("in another's name", "'\(UUID())'", "2023-06-20"), ("of another day", post, "2023-06-19")] {
            for (_, deed, statement) in partDeeds(place, slot, by: by, day: day) { refuse("\(deed) \(what)", (.home, statement)) }
            refuse(
                "a draft of what the unit gives \(what)",
                (.home, ownDraft(place, giver: place.tenant, unit: place.unit(slot), by: by, day: day)),
                (.home, ownPaper(place, place.givenToPart(slot), by: by, day: day)))
        }
        for id in [foreign.unit(.middle), foreign.givenToPart(.middle)] where home != foreign.slug {
            refuse(
                "what a part of another unit is given",
                [MatrixProbe.Door.home, .province, .place(foreign.slug)].flatMap { door in
                    [("award_dossier", "id"), ("dossier_document", "dossier_id"), ("dossier_step", "dossier_id")].map { table, key in
                        (door, "SELECT FROM core.\(table) WHERE \(key) = '\(id)'")
                    }
                })
        }
    }

    /// The session in which one sits oneself, whatever one's post reaches, and on what it votes: read, and nothing else done about it. In which one is
    /// proposed oneself: read how far it came.
    private func addSatIn() {
        let id = seat.ownItem
        ask(.reading(.council), .oneself, "a session in which he sits", "SELECT FROM \(home).council_session WHERE id = '\(id)'")
        for table in ["session_member", "session_dossier", "vote_turnout", "vote_count"] {
            ask(.reading(.council), .oneself, "\(table) of it", "SELECT FROM \(home).\(table) WHERE session_id = '\(id)'")
        }
        for dossier in [id, seat.ownFresh] {
            ask(.reading(.item), .oneself, "on what he votes", "SELECT FROM \(home).award_dossier WHERE id = '\(dossier)'")
            ask(.reading(.item), .oneself, "its papers", "SELECT FROM \(home).dossier_document WHERE dossier_id = '\(dossier)'")
        }
        for dossier in [seat.ownDossier, seat.ownGivenDossier] {
            ask(.reading(.item), .oneself, "in which he is proposed", "SELECT FROM \(home).award_dossier WHERE id = '\(dossier)'")
        }
        refuse("how it was voted in secret", (.home, "SELECT FROM \(home).ballot_choice WHERE session_id = '\(id)'"))
        guard Policy.of(seat.role).reach != .tenant else { return }
        for dossier in [seat.ownDossier, seat.ownGivenDossier] {
            refuse("the papers of what he is proposed for", (.home, "SELECT FROM \(home).dossier_document WHERE dossier_id = '\(dossier)'"))
            refuse("its steps", (.home, "SELECT FROM \(home).dossier_step WHERE dossier_id = '\(dossier)'"))
        }
        refuse("a paper to what he is proposed for", (.home, ownPaper(place, seat.ownGivenDossier, by: post, day: "2023-06-20")))
        for dossier in [id, seat.ownFresh] {
            refuse("the steps of that on which he votes", (.home, "SELECT FROM \(home).dossier_step WHERE dossier_id = '\(dossier)'"))
            refuse("a paper to that on which he votes", (.home, ownPaper(place, dossier, by: post, day: "2023-06-20")))
            let papers = " FROM \(home).dossier_document AS x WHERE x.dossier_id = '\(dossier)' LIMIT 1"
            refuse("a file of a paper of it", (.home, file(home, place, "document_id", "x.id", nil, "2023-06-20") + papers))
        }
    }

    private func partDeeds(
        _ target: MatrixStage.Place, _ slot: MatrixStage.Slot, by: String, day: String
    ) -> [(Action, String, String)] {
        let unit = target.unit(slot)
        // To what lies in it: nothing lies in the others, and who sits there is not asked as who may.
        let nominee = slot == .middle ? target.unit(.child) : unit
        return [
            (.keepOwnAward, "hold what a part gives", dossierStep(home, target, unit, "hold", by: by, day: day)),
            (.giveAward, "decline to sign what a part gives", dossierStep(home, target, unit, "refuse", by: by, day: day)),
            (.proposeAward, "draft what a part gives", ownDraft(target, giver: unit, unit: nominee, by: by, day: day)),
            (.proposeAward, "withdraw what a part gives", dossierStep(home, target, unit, "withdraw", by: by, day: day)),
        ]
    }

    private func ownDraft(_ target: MatrixStage.Place, giver: UUID, unit: UUID, by: String, day: String) -> String {
        """
        INSERT INTO \(home).award_dossier (tenant_id, id, track, campaign_id, giver_id, form, subject, unit_id, achievement, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), 'ownAdHoc', '\(stage.unlaunched)', '\(giver)', 'departmentCommendation', 'collective', '\(unit)', 'x',
            \(by), '\(day)')
        """
    }

    private func ownPaper(_ target: MatrixStage.Place, _ dossier: UUID, by: String, day: String) -> String {
        """
        INSERT INTO \(home).dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(dossier)', 'proposal', '1', '2023-06-19', true, \(by), '\(day)')
        """
    }
}
