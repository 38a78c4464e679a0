import Domain
import FoundationEssentials

/// Which rows the owner's own routines may touch, as whom all SECURITY DEFINER routines and the triggers run.
private enum OwnersRows {
    /// Worked on by the checks of the routines alone: sign-in, the directory, plans, jobs.
    static let all = [
        "account", "audit_entry", "audit_epoch", "calendar_day", "campaign", "campaign_content", "campaign_launch", "campaign_version",
        "common_password", "credential", "delegation", "directive", "directive_file", "draft_rule", "factor_policy", "idempotency", "job",
        "paper_act", "paper_act_file", "person", "person_before", "person_move", "person_release", "post", "review", "review_snapshot",
        "role", "role_action", "sector", "tenant", "tenant_name", "tenant_succession", "unit_table_rule",
    ]

    /// The same, where the stage has no row: what is put in is read back.
    static let written = [
        (
            "audit_seal",
            """
            (seq, previous_hash, first_epoch, first_xid, first_id, last_epoch, last_xid, last_id, row_count, leaves, root, sealed_at, hash)
            VALUES (999999, sha256('a'), 1, '1', 1, 1, '1', 1, 1, decode(repeat('00', 52), 'hex'), sha256('b'), now(), sha256('c')) RETURNING seq
            """
        ),
        ("audit_epoch", "(epoch, reason) VALUES (999999, 'x') RETURNING epoch"),
        (
            "credential_use",
            """
            (credential_id, used_at) SELECT c.id, now() FROM core.credential AS c
            WHERE NOT EXISTS (SELECT FROM core.credential_use AS u WHERE u.credential_id = c.id) LIMIT 1 RETURNING credential_id
            """
        ),
        (
            "openid_attempt",
            "(state_hash, browser_hash, nonce, verifier, expires_at) VALUES (sha256('x'), sha256('x'), 'x', 'x', now()) RETURNING nonce"
        ),
        ("openid_identity", "(issuer, subject, account_id) SELECT 'x', 'x', a.id FROM core.account AS a LIMIT 1 RETURNING issuer"),
        (
            "password_link",
            """
            (id, token_hash, account_id, expires_at) SELECT gen_random_uuid(), sha256('x'), a.id, now() + interval '1 day' FROM core.account AS a
            WHERE NOT EXISTS (SELECT FROM core.password_link AS l WHERE l.account_id = a.id) LIMIT 1 RETURNING id
            """
        ),
        (
            "recovery_code",
            "(id, account_id, code_hash) SELECT gen_random_uuid(), a.id, sha256('x') FROM core.account AS a LIMIT 1 RETURNING id"
        ),
        (
            "second_factor",
            """
            (id, account_id, secret, begun_by) SELECT gen_random_uuid(), c.account_id, decode(repeat('00', 20), 'hex'), c.id FROM core.credential AS c
            WHERE NOT EXISTS (SELECT FROM core.second_factor AS f WHERE f.account_id = c.account_id) LIMIT 1 RETURNING id
            """
        ),
        (
            "signin_step",
            "(token_hash, account_id, expires_at) SELECT sha256('x'), a.id, now() FROM core.account AS a LIMIT 1 RETURNING account_id"
        ),
        ("signin_throttle", "(key) VALUES ('matrix') RETURNING key"),
    ]

    /// Read while anybody acts, loaded by the operator: rules of the province.
    static let rules = [
        "base_salary", "council_rule", "dossier_paper", "legal_citation", "legal_regime", "reward_rate", "reward_rounding",
        "initiative_condition",
    ]

    /// The acting tenant's, read for a guard; every unit's for who looks over the province.
    static let ofTheTenant = [
        "work_item", "ruling", "extension_step", "progress", "item_correction", "occurrence", "dispute_step", "motto_step", "launch_step",
        "review_part",
        "review_confirmation", "review_dispute", "review_answer", "unit_return", "month_row", "work_item_change", "award_dossier",
        "dossier_document", "dossier_regime",
        "nomination_quota", "nomination_slot", "council_session", "session_member", "session_dossier", "vote_turnout", "ballot_choice",
        "vote_count", "council_member", "award_decision", "award", "register_entry", "name_confirmation", "award_letter",
        "award_amendment", "revocation_proposal", "reward_recovery", "presentation_awardee", "certificate_copy", "flip_ruling",
        "achievement_ruling",
        "criticism", "criticism_step", "handling", "dossier_opinion", "petition", "initiative",
        "initiative_confirmation", "good_model", "webhook", "award_file", "award_chunk",
    ]

    /// Read while anybody acts, whosever they are: what a guard or the history of awards asks.
    static let known = [
        "nomination_round", "integrity_hold", "presentation", "earlier_award", "achievement_claim", "period_rule", "report_period",
        "month_close", "reminder_rule", "publicity_consent", "coverage_line", "press_kit", "good_model_adoption",
    ]

    /// Of the province's own, what is published to whoever acts.
    static let published = ["award_decision", "award", "award_amendment", "initiative"]

    /// The acting tenant's alone, also for who looks over the province.
    static let ofTheTenantAlone = [
        "sub_unit", "sub_unit_version", "evidence_chunk", "draft", "own_rules", "own_giver", "own_council_rule", "own_round", "own_slot",
    ]

    /// No business of the owner's.
    static let none = [
        "launch", "inbox", "item_draft", "item_source", "evidence", "dossier_step", "draft_step",
        "paper_template", "initiative_step", "difficulty", "difficulty_step", "urging", "inspection", "inspection_visit", "finding",
        "following", "follow_note", "remedy", "remedy_step", "good_model_step", "notice", "message",
        "notice_setting", "unit_day", "unit_day_check",
        "review_event", "review_event_plan", "review_event_paper", "review_event_outcome",
        "coverage",
    ]
}

extension ProbeList {
    /// The routines of the database run as the owner: what they may see and write past what the acting officer may is this, and no more; also
    /// where he has every action.
    func addOwner() {
        if seat.role == .system {
            refuseOwner("reads the tenant's own deliveries for a job", "SELECT FROM \(home).inbox")
            refuseOwner(
                "delivers in the tenant's own table for a job",
                "INSERT INTO \(home).inbox (tenant_id, cause, target) VALUES ('\(place.tenant)', 'x', 'x')")
            refuseOwner("receives a launch in the tenant's own table for a job", launch(home, place, .root))
            addMessengers()
            addCounters()
        }
        guard seat.slot == .middle, seat.bounds == nil, home != foreign.slug else { return }
        if seat.role == .subUnitOfficer { refuseOwner("drafts in the tenant's own table", draft(on: seat.ownItem, seat.slot)) }
        if seat.bare == nil, seat.role == .unitHead || seat.hasEveryAction {
            addOwnerAtHome()
            if !place.isClosed { addOwnersOwn() }
        }
        if seat.hasEveryAction {
            if seat.bare == nil { addOwnersTenant() }
            if seat.bare == .office { addOwnerAbroad() }
        }
        if seat.role == .homeAffairsOfficer { addOwnerAbroad() }
    }

    private func addOwnerAtHome() {
        let canWrite = !place.isClosed
        for table in ["sub_unit", "sub_unit_version"] {
            refuseOwner("changes \(table)", "UPDATE core.\(table) SET tenant_id = tenant_id WHERE tenant_id = '\(place.tenant)'")
            refuseOwner("drops \(table)", "DELETE FROM core.\(table) WHERE tenant_id = '\(place.tenant)'")
        }
        owner(true, "reads the tenant's own units", "SELECT FROM \(home).sub_unit_version")
        refuseOwner("reads another tenant's own units", "SELECT FROM \(foreign.slug).sub_unit_version")
        refuseOwner("opens a unit", openUnit("core", of: place.tenant))
        let closedDrafts = place.isClosed ? ["draft"] : []
        for table in OwnersRows.ofTheTenant + OwnersRows.ofTheTenantAlone where !closedDrafts.contains(table) {
            owner(true, "reads \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(place.tenant)'")
        }
        // What another unit has, and what the province has of its own.
        for table in OwnersRows.ofTheTenant + OwnersRows.ofTheTenantAlone {
            let apart = OwnersRows.published.contains(table) ? " AND tenant_id <> '\(stage.provincePlace.tenant)'" : ""
            refuseOwner("reads another's \(table)", "SELECT FROM core.\(table) WHERE tenant_id <> '\(place.tenant)'\(apart)")
        }
        for table in OwnersRows.published {
            owner(true, "publishes \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(stage.provincePlace.tenant)'")
        }
        // Whom the province awarded the list names that it publishes; whom another unit awarded itself it does not.
        owner(
            true, "reads its own consents",
            "SELECT FROM core.publicity_consent WHERE tenant_id = '\(place.tenant)' AND giver_id IS NOT NULL")
        refuseOwner(
            "reads another's own consents",
            "SELECT FROM core.publicity_consent WHERE tenant_id <> '\(place.tenant)' AND giver_id IS NOT NULL")
        for table in OwnersRows.none + ["month_annex"] { refuseOwner("reads \(table)", "SELECT FROM core.\(table)") }
        for table in stage.tenantTables where table != "sub_unit_version" {
            refuseOwner("reads the tenant's own \(table)", "SELECT FROM \(home).\(table)")
        }
        for (isOwn, target) in [(canWrite, place), (false, foreign)] {
            owner(isOwn, "links an item of \(target.slug)", link(of: target))
            owner(isOwn, "moves a date of \(target.slug)", "UPDATE core.work_item SET change_reason = 'x' WHERE id = '\(target.order)'")
            owner(isOwn, "holds a report of \(target.slug)", "SELECT FROM core.progress WHERE item_id = '\(target.order)' FOR UPDATE")
            owner(isOwn, "holds a ruling of \(target.slug)", "SELECT FROM core.ruling WHERE item_id = '\(target.order)' FOR UPDATE")
            owner(isOwn, "traces a change of \(target.slug)", trace(of: target))
        }
        for (isOwn, target) in [(canWrite, place), (false, foreign)] {
            owner(isOwn, "corrects a decision of \(target.slug)", correctedDecision(of: target))
        }
        if place.slug != stage.provincePlace.slug {
            refuseOwner("corrects a decision that is published", correctedDecision(of: stage.provincePlace))
        }
        if canWrite {
            refuseOwner(
                "corrects a decision without what stood there",
                "UPDATE core.award_decision SET number = 'MY' WHERE tenant_id = '\(place.tenant)' AND number = 'MX'")
        }
        for schema in ["core", home] { refuseOwner("drafts an item in \(schema)", itemDraft(schema, place, seat.slot)) }
        refuseOwner("drops the tenant's own unit versions", "DELETE FROM \(home).sub_unit_version")
        refuseOwner("writes the audit itself", auditEntry("insert"))
        owner(true, "records a reading", auditEntry("read"))
    }

    /// What the owner works on by its routines' own checks, and the rules that it reads for whoever acts.
    private func addOwnersOwn() {
        for table in OwnersRows.all { owner(true, "works on \(table)", "SELECT FROM core.\(table)") }
        for (table, row) in OwnersRows.written { owner(true, "writes \(table)", "INSERT INTO core.\(table) \(row)") }
        if let factor = OwnersRows.written.first(where: { $0.0 == "second_factor" })?.1 {
            let use =
                "INSERT INTO core.factor_use (factor_id, time_step) SELECT f.id, 1 FROM core.second_factor AS f LIMIT 1 RETURNING time_step"
            owner(true, "writes factor_use", "INSERT INTO core.second_factor \(factor.replacing(" RETURNING id", with: "")); \(use)")
        }
        for table in OwnersRows.rules + OwnersRows.known {
            owner(true, "reads \(table)", "SELECT FROM core.\(table)")
        }
        for table in OwnersRows.rules { refuseOwner("holds \(table)", "SELECT FROM core.\(table) FOR UPDATE") }
        for table in OwnersRows.ofTheTenant + OwnersRows.ofTheTenantAlone + OwnersRows.none where table != "ballot_choice" {
            refuseOwner("drops \(table)", "DELETE FROM core.\(table)")
        }
        refuseOwner("names a unit", renameUnit(.child).replacing("\(home).", with: "core."))
        for (table, row) in newRules {
            refuseOwner("loads \(table)", row)
            operators("loads \(table)", row)
        }
        for table in OwnersRows.rules + OwnersRows.known + ["month_annex"] { operators("reads \(table)", "SELECT FROM core.\(table)") }
        for table in OwnersRows.rules { operators("closes \(table)", "SELECT FROM core.\(table) FOR UPDATE") }
        for table in OwnersRows.rules + OwnersRows.published + OwnersRows.known {
            refuse("the owner reads \(table) for nobody", (.unseated(home), "SELECT matrix.as_owner('SELECT FROM core.\(table)')"))
        }
        let close = "UPDATE core.council_session SET closed_at = now(), closed_by = \(post), minutes = 9, sealed = sha256('x')"
        owner(seat.hasEveryAction, "ends a rule of reminding", "UPDATE core.reminder_rule SET words = words")
        owner(seat.hasEveryAction, "closes a session", "\(close) WHERE id = '\(place.openSession)'")
        refuseOwner("closes another's session", "\(close) WHERE id = '\(foreign.openSession)'")
        let seats = "UPDATE core.session_member SET presence = 'away'"
        owner(seat.hasEveryAction, "says who came to a session", "\(seats) WHERE session_id = '\(place.openSession)'")
        refuseOwner("says who came to another's session", "\(seats) WHERE session_id = '\(foreign.openSession)'")
        operators("writes a month's row", monthRow(of: place))
        operators("writes what was told with a month", monthAnnex())
        addTellers()
        operators("opens a unit", openUnit("core", of: place.tenant))
        operators("names a unit", renameUnit(.child).replacing("\(home).", with: "core."))
    }

    /// With every action: the owner writes nothing past its routines, neither where officers write nor in their tenant's own tables.
    private func addOwnersTenant() {
        for deed in provinceDeeds() where !OwnersRows.all.contains(deed.relation) || ["review", "review_snapshot"].contains(deed.relation) {
            // To take turns the routines hold what they read, and they move dates.
            if !["keep hold of a round", "change orders unseen"].contains(deed.what) { refuseOwner(deed.what, deed.statement) }
        }
        for (what, statement) in writings { refuseOwner("\(what) in the tenant's own table", statement) }
        for (isOwn, target) in [(true, place), (false, foreign), (false, stage.provincePlace)] {
            for (table, row) in routinely(in: target) { owner(isOwn, "writes \(table) of \(target.slug)", row) }
        }
        refuseOwner("writes nomination_slot of another", slot(of: foreign))
        // A paper that amends an award of its own authority takes its number in the unit's own register.
        for (isOwn, target) in [(true, place), (false, foreign)] {
            owner(isOwn, "numbers a decision of \(target.slug)", awardDecision(of: target))
        }
        refuseOwner("writes a month's row", monthRow(of: place))
        refuseOwner("writes what was told with a month", monthAnnex())
        for (what, statement) in [
            ("seats a member", councilMember(of: place)), ("holds a member's term", "SELECT FROM core.council_member FOR UPDATE"),
            ("takes a step of the province", dossierStep("core", place, place.draftedDossier, "withdraw")),
            ("chooses another law", chooseRegime(of: place)),
            ("asks about an initiative", askConfirmation(about: seat.ownItem)), ("confirms an initiative", answer(seat.unit)),
            ("raises a difficulty", difficulty(place, unit: place.tenant)),
            ("counts the unit's day", countedDay(of: place)), ("notes a comparison of days", comparison(of: place)),
            ("takes a step of a difficulty", difficultyStep(place, place.unit(.middle), "answer")),
        ] {
            refuseOwner(what, statement)
        }
        for table in [
            "award_dossier", "nomination_quota", "nomination_slot", "nomination_round", "council_session", "progress", "work_item", "draft",
            "achievement_claim", "ruling",
            "initiative", "good_model",
        ] {
            owner(true, "holds \(table)", "SELECT FROM core.\(table) FOR UPDATE")
        }
        // Without a condition nothing is read, and no policy of reading hides another's rows.
        owner(true, "changes dossiers", "UPDATE core.award_dossier SET achievement = 'x'")
        owner(true, "keeps initiatives", "UPDATE core.initiative SET steps = 1")
        owner(true, "keeps good models", "UPDATE core.good_model SET steps = 1")
    }

    /// While somebody looks over the whole province.
    private func addOwnerAbroad() {
        for table in OwnersRows.ofTheTenant {
            abroad(true, "reads \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)'")
        }
        for table in OwnersRows.ofTheTenantAlone + OwnersRows.none {
            abroad(false, "reads \(table)", "SELECT FROM core.\(table) WHERE tenant_id = '\(foreign.tenant)'")
        }
        for (isHeld, table, target) in [
            (true, "award_dossier", foreign), (true, "initiative", foreign), (true, "good_model", foreign),
            (true, "nomination_quota", foreign),
            (true, "nomination_slot", foreign),
            (true, "achievement_claim", foreign), (true, "council_session", stage.provincePlace), (false, "council_session", foreign),
            (true, "ruling", foreign),
            (false, "progress", foreign),
            (false, "draft", foreign),
        ] {
            abroad(isHeld, "holds \(table) of \(target.slug)", "SELECT FROM core.\(table) WHERE tenant_id = '\(target.tenant)' FOR UPDATE")
        }
        abroad(seat.hasEveryAction, "writes a month's row", monthRow(of: foreign))
        abroad(seat.hasEveryAction, "writes what was told with a month", monthAnnex())
        abroad(false, "reads what was told with a month", "SELECT FROM core.month_annex")
        // The province's own council and registers are kept from there, and no unit's.
        for (isKept, target) in [(true, stage.provincePlace), (false, foreign)] {
            for (table, row) in routinely(in: target)
            where !["no ballot_choice any more", "draft_step", "nomination_quota", "achievement_claim"].contains(table) {
                abroad(isKept, "writes \(table) of \(target.slug)", row)
            }
        }
        // A paper that amends an award takes its number there, and no unit's.
        abroad(true, "numbers a decision of the province", awardDecision())
        abroad(false, "numbers a decision of a unit", awardDecision(of: foreign))
        abroad(true, "corrects a decision of the province", correctedDecision(of: stage.provincePlace))
        abroad(false, "corrects a decision of a unit", correctedDecision(of: foreign))
        if let claim = routinely(in: foreign).first(where: { $0.table == "achievement_claim" })?.row {
            abroad(true, "claims for a unit", claim)
        }
        abroad(false, "records the Chairman's letter", initiativeStep("core", foreign, foreign.tenant, "letter"))
        abroad(false, "drops another council's ballots", "DELETE FROM core.ballot_choice WHERE session_id = '\(foreign.openSession)'")
        // By who may rule, an order as a whole; never what a unit gave itself or a part of what the Office gave.
        for (isHeld, item) in [(seat.hasEveryAction, foreign.order), (false, stage.foreignInside), (false, place.partGivenAway)] {
            abroad(isHeld, "holds an item", "SELECT FROM core.work_item WHERE id = '\(item)' FOR UPDATE")
        }
    }

    private func refuseOwner(_ what: String, _ statement: String) { owner(false, what, statement) }

    private func operators(_ what: String, _ statement: String) { allow("the operator \(what)", by: .operator, statement) }

    private func abroad(_ isAllowed: Bool, _ what: String, _ statement: String) {
        if isAllowed {
            allow("owner for the whole province: \(what)", by: .ownerAbroad, statement)
        } else {
            refuse("owner for the whole province: \(what)", (.ownerAbroad, statement))
        }
    }
}
