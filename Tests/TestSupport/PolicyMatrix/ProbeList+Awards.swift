import Domain
import FoundationEssentials

extension ProbeList {
    private static let kept = [
        "award_dossier", "dossier_document", "dossier_step", "dossier_regime", "nomination_quota", "nomination_slot", "integrity_hold",
        "council_session",
        "session_member", "session_dossier", "vote_turnout", "vote_count", "award_decision", "award", "register_entry",
        "name_confirmation", "award_letter", "paper_template", "earlier_award", "achievement_claim", "achievement_ruling",
    ]

    private static let ofAllTenants = [
        "nomination_quota", "nomination_slot", "integrity_hold", "name_confirmation", "award_letter", "paper_template", "earlier_award",
        "achievement_claim", "achievement_ruling",
    ]

    private static let ofTheCouncil = ["council_session", "session_member", "session_dossier", "vote_turnout", "vote_count"]

    /// Dossiers of nomination: what a unit and its council do, what Home Affairs and the Chairman do about other units', and who reads what.
    func addAwards() {
        for table in Self.kept {
            let schema = Self.ofAllTenants.contains(table) ? "core" : home
            let reading: Reading = Self.ofTheCouncil.contains(table) ? .council : table == "integrity_hold" ? .hold : .item
            ask(.reading(reading), whole, table, "SELECT FROM \(schema).\(table) WHERE tenant_id = '\(place.tenant)'\(notOfParts(table))")
        }
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in ["award_dossier", "dossier_document", "dossier_step", "dossier_regime", "nomination_quota", "nomination_slot"] {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { schema in
                    "SELECT FROM \(table.hasPrefix("nomination") ? "core" : schema).\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            for table in Self.ofTheCouncil {
                askAbroad(.reading(.council), .foreignTenant, at: target, table) {
                    "SELECT FROM \($0).\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.reading(.hold), .foreignTenant, at: target, "integrity_hold") { _ in
                "SELECT FROM core.integrity_hold WHERE tenant_id = '\(target.tenant)'"
            }
            for table in Self.ofAllTenants.filter({ !$0.hasPrefix("nomination") && $0 != "integrity_hold" }) {
                askAbroad(.reading(.item), .foreignTenant, at: target, table) { _ in
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "a printed name") { _ in nameConfirmation(target) }
            askAbroad(.action(.appraiseAward), .foreignTenant, at: target, "hold a dossier") {
                dossierStep($0, target, target.submittedDossier, "hold")
            }
            // What the province gave it takes back, whatever became of the unit.
            askAbroad(.action(.decideAward), .foreignTenant, at: target, "revoke an award", outlivesIt: true) {
                dossierStep($0, target, target.signedDossier, "revoke")
            }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "a form of papers") { _ in paperTemplate(of: target) }
            askAbroad(.action(.proposeAward), .foreignTenant, at: target, "draft a dossier") { draftDossier($0, target) }
            askAbroad(.action(.keepCouncil), .foreignTenant, at: target, "the council's word") {
                dossierStep($0, target, target.draftedDossier, "passUnitCouncil", session: target.passingSession)
            }
        }
        let rules = ["legal_regime", "legal_citation", "base_salary", "reward_rate", "reward_rounding", "council_rule", "dossier_paper"]
        for table in rules + ["nomination_round"] {
            askProvince(.reading(.catalogue), .province, table, "SELECT FROM core.\(table)")
        }
        for table in Self.ofTheCouncil {
            askProvince(
                .reading(.council), .province, table, "SELECT FROM core.\(table) WHERE tenant_id = '\(stage.provincePlace.tenant)'")
        }
        ask(.action(.proposeAward), whole, "draft a dossier", draftDossier(home, place))
        ask(.action(.proposeAward), whole, "add a paper", addPaper(home, place))
        ask(.action(.proposeAward), whole, "withdraw", dossierStep(home, place, place.draftedDossier, "withdraw"))
        ask(
            .action(.keepCouncil), whole, "the council's word",
            dossierStep(home, place, place.draftedDossier, "passUnitCouncil", session: place.passingSession))
        ask(.action(.proposeAward), whole, "a printed name", nameConfirmation(place))
        ask(.action(.proposeAward), whole, "a form of papers", paperTemplate(of: place))
        ask(.action(.proposeAward), whole, "an earlier award", earlierAward(of: place))
        ask(.action(.proposeAward), whole, "strike out an earlier award", strike(in: place))
        ask(
            .action(.proposeAward), whole, "hold an earlier award",
            "SELECT FROM core.earlier_award WHERE tenant_id = '\(place.tenant)' FOR UPDATE")
        ask(.action(.keepCouncil), whole, "a member", councilMember(of: place))
        ask(
            .action(.keepCouncil), whole, "a member's term held",
            "SELECT FROM core.council_member WHERE tenant_id = '\(place.tenant)' FOR UPDATE")
        ask(.action(.keepCouncil), whole, "end a member's term", endTerm(in: place))
        ask(.reading(.directory), whole, "council_member", "SELECT FROM core.council_member WHERE tenant_id = '\(place.tenant)'")
        askProvince(.action(.appraiseAward), .province, "open a round", nominationRound())
        askProvince(
            .action(.appraiseAward), .province, "lock a round",
            "UPDATE core.nomination_round SET locked_on = '2023-06-20' WHERE review_id = '\(stage.review)'")
        askProvince(.action(.appraiseAward), .province, "record a decision", awardDecision())
        askProvince(.action(.appraiseAward), .province, "hold a nominee", integrityHold())
        askProvince(.action(.readProvince), .province, "presentation", "SELECT FROM core.presentation WHERE giver_id IS NULL")
        askProvince(.action(.appraiseAward), .province, "rule on an achievement", achievementRuling())
        askProvince(.action(.appraiseAward), .province, "strike a letter", struckLetter(of: foreign))
    }

    /// Without what the unit's parts give or are given, and that on which who asks votes himself or in which he is proposed, which `addOwnParts` asks.
    private func notOfParts(_ table: String) -> String {
        let keys = [
            "award_dossier": "id", "dossier_document": "dossier_id", "dossier_step": "dossier_id", "award_decision": "id",
            "award": "decision_id", "council_session": "id", "session_member": "session_id", "session_dossier": "session_id",
            "vote_turnout": "session_id", "vote_count": "session_id",
        ]
        // Under a delegation it is the delegate who sits in his own.
        let own = stage.seats.filter { $0.person == seat.person }.flatMap { [$0.ownItem, $0.ownFresh, $0.ownDossier, $0.ownGivenDossier] }
        let ids = (MatrixStage.parts.flatMap { [place.unit($0), place.givenToPart($0)] } + own).map { "'\($0)'" }.joined(separator: ", ")
        return keys[table].map { " AND \($0) NOT IN (\(ids))" } ?? ""
    }

    /// What a unit gives by its own authority: its own posts keep and sign it, and nobody abroad reads of it.
    func addOwnAwards() {
        let rules = ["own_rules", "own_giver", "own_council_rule", "own_round"]
        for table in rules { ask(.reading(.ownAward), whole, table, "SELECT FROM \(home).\(table) WHERE tenant_id = '\(place.tenant)'") }
        ask(.reading(.item), whole, "own_slot", "SELECT FROM \(home).own_slot WHERE tenant_id = '\(place.tenant)'")
        for target in [foreign, stage.place(stage.closedSlug)] {
            for table in rules {
                askAbroad(.reading(.ownAward), .foreignTenant, at: target, table) {
                    "SELECT FROM \($0).\(table) WHERE tenant_id = '\(target.tenant)'"
                }
            }
            askAbroad(.action(.keepOwnAward), .foreignTenant, at: target, "open a round") { ownRound($0, target, of: target.tenant) }
            askAbroad(.action(.keepOwnAward), .foreignTenant, at: target, "record an award") { ownAward($0, target) }
            askAbroad(.action(.giveAward), .foreignTenant, at: target, "sign") { dossierStep($0, target, target.ownDossier, "decide") }
        }
        ask(.action(.keepOwnAward), whole, "open a round", ownRound(home, place, of: place.tenant))
        ask(
            .action(.keepOwnAward), whole, "lock a round",
            "UPDATE \(home).own_round SET locked_on = '2023-06-20' WHERE id = '\(place.ownRound)'")
        ask(.action(.keepOwnAward), whole, "take rules", takeRules())
        ask(.action(.giveAward), whole, "confirm rules", "SELECT core.confirm_own_rules('\(place.ownRules)', '1')")
        ask(.action(.keepOwnAward), whole, "record a decision", ownDecision(home, place))
        ask(.action(.keepOwnAward), whole, "record an award", ownAward(home, place))
        ask(.action(.keepOwnAward), whole, "hold", dossierStep(home, place, place.ownDossier, "hold"))
        ask(.action(.giveAward), whole, "sign", dossierStep(home, place, place.ownDossier, "decide"))
        if Policy.of(seat.role).reach == .subtree, seat.slot != .root, let unit = place.units[seat.slot] {
            ask(.action(.keepOwnAward), .own, "open a round of the sub-unit", ownRound(home, place, of: unit))
            ask(.action(.keepOwnAward), .own, "record a decision of the sub-unit", ownDecision(home, place, unit: unit))
        }
        for (what, by, day) in [("in another's name", "'\(UUID())'", "2023-06-20"), ("of another day", post, "2023-06-19")] {
            refuse("a round of its own \(what)", (.home, ownRound(home, place, of: place.tenant, by: by, day: day)))
            refuse("a decision of its own \(what)", (.home, ownDecision(home, place, by: by, day: day)))
            refuse("an award of its own \(what)", (.home, ownAward(home, place, by: by, day: day)))
        }
        refuse("what another unit gives", (.province, "SELECT FROM core.award_dossier WHERE id = '\(foreign.ownDossier)'"))
    }

    private func ownRound(
        _ schema: String, _ target: MatrixStage.Place, of unit: UUID, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).own_round (tenant_id, id, unit_id, campaign_id, kind, opens_on, cut_off, document_number, document_on, opened_by, opened_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(unit)', '\(stage.unlaunched)', 'interim', '2023-06-10', '2023-06-30', '1', '2023-06-10', \(by ?? post), '\(day)')
        """
    }

    private func ownDecision(
        _ schema: String, _ target: MatrixStage.Place, unit: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).award_decision (tenant_id, id, unit_id, type, number, signed_on, signer, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), \(unit.map { "'\($0)'" } ?? "NULL"), 'QĐ', 'own', '2023-06-19', 'x', \(by ?? post), '\(day)')
        """
    }

    private func ownAward(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, percent, base_salary,
            rounding)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.passingSession)', '\(target.tenant)', '\(target.ownSignedDossier)', 'x',
            \(by ?? post), '\(day)', 'decided', 1, 1, 'nearest')
        """
    }

    private func takeRules() -> String {
        """
        SELECT core.take_own_rules(gen_random_uuid(), '2', '2023-06-19', '2023-06-19', NULL, '[{"text": "x"}]',
            '[{"unit": "\(place.tenant)", "signer": "x", "budget": "x", "collectives": 1, "individuals": 1, "eachUnit": false}]', '[]')
        """
    }

    /// What nobody may: in another's name, of another day, in the unit's place, in another body's.
    func guardAwards(another: String, yesterday: String) {
        for (what, by, day) in [("in another's name", another, "2023-06-20"), ("of another day", post, yesterday)] {
            refuse("a dossier \(what)", (.home, draftDossier(home, place, by: by, day: day)))
            refuse("a paper \(what)", (.home, addPaper(home, place, by: by, day: day)))
            refuse("a step \(what)", (.home, dossierStep(home, place, place.draftedDossier, "withdraw", by: by, day: day)))
            refuse(
                "a step of the province \(what)",
                (.province, dossierStep("core", foreign, foreign.submittedDossier, "hold", by: by, day: day)))
            refuse("a member \(what)", (.home, councilMember(of: place, by: by, day: day)))
            refuse("a round \(what)", (.province, nominationRound(by: by, day: day)))
            refuse("a decision \(what)", (.province, awardDecision(by: by, day: day)))
            refuse("a printed name \(what)", (.home, nameConfirmation(place, by: by, day: day)))
            refuse("a letter \(what)", (.province, awardLetter(by: by, day: day)))
            refuse("a letter struck \(what)", (.province, struckLetter(of: foreign, by: by, day: day)))
            refuse("a hold \(what)", (.province, integrityHold(by: by, day: day)))
            refuse("a form \(what)", (.home, paperTemplate(of: place, by: by, day: day)))
            refuse("a form of the province \(what)", (.province, paperTemplate(of: stage.provincePlace, by: by, day: day)))
            refuse("an earlier award \(what)", (.home, earlierAward(of: place, by: by, day: day)))
            refuse("an earlier award of all units \(what)", (.province, earlierAward(of: foreign, by: by, day: day)))
            refuse("a ruling on an achievement \(what)", (.province, achievementRuling(by: by, day: day)))
        }
        refuse(
            "a hold that ends later",
            (
                .province,
                "UPDATE core.integrity_hold SET ended_on = '2023-06-21', ended_document = 'x' WHERE tenant_id = '\(foreign.tenant)'"
            ))
        let elsewhere = home == foreign.slug ? stage.office : foreign
        refuse("a form in a unit's name", (.province, paperTemplate(of: foreign)))
        refuse("an earlier award of another tenant's person", (.home, earlierAward(of: place, person: elsewhere.spare)))
        refuse("an earlier award of another tenant's unit", (.home, earlierAward(of: place, unit: elsewhere.unit(.child))))
        refuse(
            "an earlier award of a unit's name for another's person or unit",
            (.province, earlierAward(of: foreign, person: stage.provincePlace.spare)),
            (.province, earlierAward(of: foreign, unit: stage.provincePlace.tenant)))
        refuse(
            "an earlier award that was struck out already",
            (.home, earlierAward(of: place, struck: "'2023-06-20'")), (.province, earlierAward(of: foreign, struck: "'2023-06-20'")))
        for (door, target) in [(MatrixProbe.Door.home, place), (.province, foreign)] {
            refuse("a striking out of another day", (door, strike(in: target, on: "2023-06-21")))
        }
        refuse("a ruling on a draft", (.province, achievementRuling(on: foreign.draftedDossier)))
        refuse("a name in the nominee's stead", (.home, nameConfirmation(place, party: "nominee")))
        refuse("another unit's draft", (.province, "SELECT FROM core.award_dossier WHERE id = '\(foreign.draftedDossier)'"))
        for table in ["dossier_document", "dossier_step", "dossier_regime"] {
            refuse(
                "a \(table) of a draft", (.province, "SELECT FROM core.\(table) WHERE dossier_id = '\(foreign.draftedDossier)'"))
            refuse(
                "a strayed \(table)",
                (
                    .province,
                    "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)' AND dossier_id = '\(stage.office.submittedDossier)'"
                ))
        }
        guardAfterAwards()
        refuse("another law for a closed unit", (.province, chooseRegime(of: stage.place(stage.closedSlug))))
        refuse("a decision in a unit's name", (.province, awardDecision(of: foreign)))
        refuse("an award in a unit's name", (.province, award(in: foreign)))
        refuse(
            "another tenant's person in the council",
            (.home, councilMember(of: place, person: home == foreign.slug ? stage.office.spare : foreign.spare)))
        refuse("another unit's council", (.province, "SELECT FROM core.council_session WHERE tenant_id = '\(foreign.tenant)'"))
        refuse(
            "a lock of another day",
            (.province, "UPDATE core.nomination_round SET locked_on = '2023-06-21' WHERE review_id = '\(stage.review)'"))
        for door in [MatrixProbe.Door.home, .province] { refuse("a secret vote", (door, "SELECT FROM core.ballot_choice")) }
        refuse("a secret vote of the unit's own council", (.home, "SELECT FROM \(home).ballot_choice"))
        refuse(
            "a dossier of another tenant's person",
            (.home, draftDossier(home, place, person: home == foreign.slug ? stage.office.spare : foreign.spare)))
    }

    func draftDossier(
        _ schema: String, _ target: MatrixStage.Place, person: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).award_dossier (tenant_id, id, track, campaign_id, review_id, form, subject, unit_id, person_id, achievement, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), 'provincialReview', '\(stage.unlaunched)', '\(stage.frozenReview)', 'provincialCertificate', 'individual',
            '\(target.tenant)', '\(person ?? target.spare)', 'x', \(by ?? post), '\(day)')
        """
    }

    func addPaper(_ schema: String, _ target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO \(schema).dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.draftedDossier)', 'proposal', '1', '2023-06-19', true, \(by ?? post), '\(day)')
        """
    }

    func dossierStep(
        _ schema: String, _ target: MatrixStage.Place, _ dossier: UUID, _ step: String, session: UUID? = nil, by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO \(schema).dossier_step (tenant_id, id, dossier_id, position, step, happened_on, reason, document_number, session_id, recorded_by, recorded_on, before,
            supplements, own_dossier, late, wanting, awarded)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(dossier)', 2, '\(step)', '2023-06-19', 'x', '\(step == "putToChairman" ? "1/TTr" : "")', \(session.map { "'\($0)'" } ?? "NULL"), \(by ?? post), '\(day)',
            'x', 0, false, false, '{}', false)
        """
    }

    func endTerm(in target: MatrixStage.Place) -> String {
        "UPDATE core.council_member SET valid_to = '2023-06-20' WHERE tenant_id = '\(target.tenant)' AND valid_to IS NULL"
    }

    func councilMember(
        of target: MatrixStage.Place, person: UUID? = nil, by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(person ?? target.spare)', 'member', '2023-01-01', '1', \(by ?? post), '\(day)')
        """
    }

    func nominationRound(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on)
        VALUES (gen_random_uuid(), '\(stage.frozenReview)', '2023-06-20', '2023-07-20', '1', '2023-06-19', \(by ?? post), '\(day)')
        """
    }

    func awardDecision(of target: MatrixStage.Place? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
        VALUES ('\((target ?? stage.provincePlace).tenant)', gen_random_uuid(), 'QĐ', '1', '2023-06-19', 'x', \(by ?? post), '\(day)')
        """
    }

    func correctedDecision(of target: MatrixStage.Place) -> String {
        """
        UPDATE core.award_decision
        SET number = 'MY', corrections = corrections || jsonb_build_object('number', number, 'signed_on', signed_on, 'signer', signer)
        WHERE tenant_id = '\(target.tenant)' AND number = 'MX'
        """
    }

    private func nameConfirmation(
        _ target: MatrixStage.Place, party: String = "unit", by: String? = nil, day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.name_confirmation (id, tenant_id, dossier_id, party, printed_name, printed_post, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(target.submittedDossier)', '\(party)', 'x', 'x', \(by ?? post), '\(day)')
        """
    }

    func awardLetter(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.award_letter (id, review_id, tenant_id, unit_id, declined, note, signed_on, signer, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(stage.frozenReview)', '\(foreign.tenant)', '\(foreign.unit(.child))', true, 'x', '2023-06-19', 'x', \(by ?? post), '\(day)')
        """
    }

    func struckLetter(of target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        UPDATE core.award_letter SET struck_on = '\(day)', struck_by = \(by ?? post), struck_reason = 'x'
        WHERE tenant_id = '\(target.tenant)' AND struck_on IS NULL
        """
    }

    func paperTemplate(of target: MatrixStage.Place, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.paper_template (id, tenant_id, kind, valid_from, file_name, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(target.tenant)', 'achievement-report', '2023-06-20', 'x', \(by ?? post), '\(day)')
        """
    }

    func earlierAward(
        of target: MatrixStage.Place, unit: UUID? = nil, person: UUID? = nil, struck: String = "NULL", by: String? = nil,
        day: String = "2023-06-20"
    ) -> String {
        """
        INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, recorded_by, recorded_on,
            struck_on, struck_reason)
        VALUES (gen_random_uuid(), '\(target.tenant)', '\(unit ?? target.unit(.child))', '\(person ?? target.spare)', 'x', 'x', 'x', '1', '2022-01-01',
            \(by ?? post), '\(day)', \(struck), \(struck == "NULL" ? "NULL" : "'x'"))
        """
    }

    func strike(in target: MatrixStage.Place, on day: String = "2023-06-20") -> String {
        "UPDATE core.earlier_award SET struck_on = '\(day)', struck_reason = 'x' WHERE tenant_id = '\(target.tenant)' AND decision_number = 'MX'"
    }

    func achievementRuling(on dossier: UUID? = nil, by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.achievement_ruling (id, tenant_id, dossier_id, other_kind, other_id, ruling, reason, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(dossier ?? foreign.submittedDossier)', 'dossier', '\(stage.provincePlace.submittedDossier)',
            'allowed', 'x', \(by ?? post), '\(day)')
        """
    }

    func integrityHold(by: String? = nil, day: String = "2023-06-20") -> String {
        """
        INSERT INTO core.integrity_hold (id, tenant_id, unit_id, document_number, document_issuer, valid_from, recorded_by, recorded_on)
        VALUES (gen_random_uuid(), '\(foreign.tenant)', '\(foreign.tenant)', 'x', 'x', '2023-06-19', \(by ?? post), '\(day)')
        """
    }
}
