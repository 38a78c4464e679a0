import Domain
import FoundationEssentials

/// What of the units' rows each province-wide role sees by the parents, if its actions let it.
private enum ProvinceSight {
    static let readers: Set<ProvinceRole> = [.office, .homeAffairs, .leadership, .council, .auditor]

    /// Of every unit.
    static let ofUnits: [(relations: [String], by: Set<ProvinceRole>)] = [
        (
            [
                "launch", "launch_step", "work_item", "work_item_change", "progress", "ruling", "extension_step", "occurrence",
                "item_source",
                "item_correction", "dispute_step", "motto_step", "sub_unit", "sub_unit_version", "review_part", "review_confirmation",
                "review_dispute", "review_answer", "unit_return", "month_row", "person", "person_before", "post", "delegation",
                "draft_rule", "directive", "paper_act",
                "award_dossier", "dossier_document", "dossier_step", "dossier_regime", "nomination_quota", "nomination_slot",
                "council_member", "name_confirmation", "publicity_consent", "award_file", "award_chunk", "award_letter",
                "revocation_proposal", "reward_recovery", "presentation_awardee",
                "certificate_copy", "flip_ruling", "paper_template", "earlier_award", "achievement_claim",
                "achievement_ruling", "dossier_opinion", "initiative", "initiative_step", "initiative_confirmation",
                "difficulty", "difficulty_step", "unit_day", "unit_day_check", "urging", "inspection", "inspection_visit", "finding",
                "remedy", "remedy_step", "good_model", "good_model_step", "good_model_adoption", "coverage_line", "press_kit", "coverage",
            ], readers
        ),
        (["evidence", "evidence_chunk"], [.office, .leadership]),
        (["integrity_hold", "criticism", "criticism_step", "petition"], [.homeAffairs, .leadership, .auditor]),
        (["audit_entry"], [.office, .homeAffairs, .leadership]),
        (
            [
                "award", "award_amendment", "award_decision", "register_entry", "council_session", "session_member", "session_dossier",
                "vote_turnout",
                "vote_count", "ballot_choice", "draft", "draft_step", "item_draft", "handling", "inbox", "person_move", "person_release",
                "job", "following", "follow_note", "review_event", "review_event_plan", "review_event_paper", "review_event_outcome",
            ], []
        ),
    ]

    /// Of the province itself.
    static let ofTheProvince: [(relations: [String], by: Set<ProvinceRole>)] = [
        (["award", "award_amendment", "award_decision", "register_entry"], readers),
        (["council_session", "session_member", "session_dossier", "vote_turnout", "vote_count"], readers),
        (["initiative", "initiative_step", "initiative_confirmation"], readers), (["following", "follow_note"], readers),
        (["review_event", "review_event_plan", "review_event_paper", "review_event_outcome"], readers),
        (["ballot_choice", "item_draft"], []),
    ]

    /// What no role of the province reads of rows that it reads: words that stay inside a unit (A59). What was asked of the unit as a whole is told by functions.
    static let withheld = [
        ("progress", "narrative"), ("ruling", "reason"), ("extension_step", "reason"), ("work_item_change", "reason"),
        ("work_item", "change_reason"), ("launch_step", "note"), ("launch_step", "document_text"), ("motto_step", "words"),
        ("motto_step", "remarks"),
    ]
}

extension ProbeList {
    /// By one who has every action: what the province's bodies see of the units, by the role that the database gives them; and by one who has
    /// the role and no action, nothing.
    func addProvinceSight() {
        guard let own = seat.bare else { return }
        for (place, sight) in [(foreign, ProvinceSight.ofUnits), (stage.provincePlace, ProvinceSight.ofTheProvince)] {
            for (relations, readers) in sight {
                for relation in relations {
                    let statement = "SELECT FROM core.\(relation) WHERE tenant_id = '\(place.tenant)'"
                    if seat.hasEveryAction, readers.contains(own) {
                        allow("\(relation) of \(place.slug) for the whole province", by: .province, statement)
                    } else {
                        refuse("\(relation) of \(place.slug) for the whole province", (.province, statement))
                    }
                }
            }
        }
        for (relation, column) in ProvinceSight.withheld {
            refuse("\(column) of \(relation)", (.province, "SELECT \(column) FROM core.\(relation)"))
        }
        let ofOrder = "SELECT FROM core.audit_entry WHERE relation = 'work_item' AND subject_id = '\(foreign.order)'::uuid::text"
        if seat.hasEveryAction, [.office, .homeAffairs, .leadership].contains(own) {
            allow("the audit of what was asked of a unit", by: .province, ofOrder)
        } else {
            refuse("the audit of what was asked of a unit", (.province, ofOrder))
        }
        refuse(
            "the audit of what a unit handed on inside",
            (.province, "SELECT FROM core.audit_entry WHERE relation = 'work_item' AND subject_id = '\(stage.foreignInside)'::uuid::text"))
        let ofPerson = "SELECT FROM core.remedy WHERE id = '\(foreign.criticism)'"
        if seat.hasEveryAction, [.homeAffairs, .leadership, .auditor].contains(own) {
            allow("what has to be put right with criticism of a person", by: .province, ofPerson)
        } else {
            refuse("what has to be put right with criticism of a person", (.province, ofPerson))
        }
        refuse("what a unit ordered itself", (.province, "SELECT FROM core.remedy WHERE id = '\(foreign.late)'"))
        if foreign.slug != "province" {
            refuse("what a member of a unit's council ordered", (.province, "SELECT FROM core.remedy WHERE id = '\(foreign.order)'"))
        }
    }

    /// By one who has every action and no province-wide role: at home he sees nothing of another unit.
    func addHomeSight() {
        guard seat.bare == nil else { return }
        for relation in ProvinceSight.ofUnits.flatMap(\.relations) {
            refuse("another's \(relation) at home", (.home, "SELECT FROM core.\(relation) WHERE tenant_id = '\(foreign.tenant)'"))
        }
    }

    /// By who may read nothing of the province: a role that was taken shows not even what the seat sees at home. Of the drafts of items the
    /// Office's role shows the seat's own, as its own role does.
    func addTakenSight() {
        if seat.role == .auditor {
            refuse("at home what the auditor alone reads of the audit", (.home, "SELECT FROM core.audit_entry WHERE login = 'matrix'"))
        }
        guard seat.role == .unitHead, seat.slot == .middle, seat.bounds == nil, !place.isClosed else { return }
        for relation in ProvinceSight.ofUnits.flatMap(\.relations) where !["directive", "item_draft"].contains(relation) {
            refuse(
                "\(relation) in a role that was taken",
                ProvinceRole.allCases.map { (.taken($0.rawValue), "SELECT FROM core.\(relation)") })
        }
    }
}
