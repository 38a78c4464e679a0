import Domain
import FoundationEssentials

/// The rows that ``addOwner()`` tries to write.
extension ProbeList {
    /// One rule of each kind, of days that the stage's own do not cover.
    var newRules: [(table: String, row: String)] {
        let end = "'2002-01-01', '2002-12-31', true, 'x', '2023-01-01'"
        return [
            (
                "period_rule",
                "INSERT INTO core.period_rule (valid_from, first_day, sub_unit_days, unit_days, close_days, citation, days_citation) VALUES ('2001-01-01', 1, 0, 0, 0, 'x', 'y')"
            ),
            (
                "initiative_condition",
                "INSERT INTO core.initiative_condition (condition, words, required, verified, source) VALUES ('example', 'x', true, true, 'x')"
            ),
            (
                "legal_regime",
                "INSERT INTO core.legal_regime (code, law, decree, circular, valid_from, valid_to, verified, source, recorded_on) VALUES ('mz', 'x', 'MZ', 'x', \(end))"
            ),
            (
                "base_salary",
                """
                INSERT INTO core.base_salary (vnd_per_month, valid_from, valid_to, verified, source, recorded_on) VALUES (1, \(end))
                """
            ),
            (
                "reward_rate",
                """
                INSERT INTO core.reward_rate (decree, form, subject, percent_of_base_salary, valid_from, verified, source, recorded_on)
                VALUES ('MZ', 'provincialCertificate', 'individual', 1, '2000-01-01', true, 'x', '2023-01-01')
                """
            ),
            (
                "reward_rounding",
                "INSERT INTO core.reward_rounding (decree, unit_vnd, direction, valid_from, verified, source, recorded_on) VALUES ('MZ', 1, 'nearest', '2000-01-01', true, 'x', '2023-01-01')"
            ),
            (
                "council_rule",
                """
                INSERT INTO core.council_rule (council, form, subject, method, quorum_part, quorum_of, share_part, share_of, base, chair_must_agree, absent_may_write,
                    tie, recused_leave_base, valid_from, valid_to, verified, source, recorded_on)
                VALUES ('unit', '', '', 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, \(end))
                """
            ),
            (
                "dossier_paper",
                """
                INSERT INTO core.dossier_paper (track, kind, confirmed, valid_from, valid_to, verified, source, recorded_on)
                VALUES ('ownReview', 'proposal', false, \(end))
                """
            ),
            (
                "legal_citation",
                "INSERT INTO core.legal_citation (regime_code, place, position, words, verified, source, recorded_on) VALUES ('mx', 'decision', 2, 'x', true, 'x', '2023-01-01')"
            ),
        ]
    }

    /// What an officer with every action writes in his tenant's own tables; the owner has no policy there.
    var writings: [(what: String, statement: String)] {
        let (item, fresh) = (seat.items[.child] ?? UUID(), seat.fresh[.child] ?? UUID())
        let tenant = place.tenant
        var rows = [
            ("a step", step(home, place, .child)),
            ("a launch", launch(home, place, .child)),
            ("a report", progress(home, place, .child, on: item)),
            ("a withdrawal", ruling(home, place, .child, on: item, assigner: tenant).replacing("'cancelled'", with: "'withdrawn'")),
            ("a request for time", extended(home, place, .child, on: item, assigner: tenant, step: "asked")),
            ("a dispute", disputed(home, place, .child, about: fresh, assigner: tenant, step: "raised")),
            ("a file", wholeFile(on: item)),
            ("an item", handOn(.child)),
            ("a change of items", "UPDATE \(home).work_item SET title = 'x'"),
            ("a correction", correction(home, place, .child, assigner: tenant)),
            ("a draft of an item", itemDraft(home, place, .child)),
            ("an assessment", motto(home, place, .sibling, step: "assessed", body: "unit")),
            ("a council's word", motto(home, place, .sibling, step: "decided", body: "unitCouncil")),
            ("a confirmation", confirm(home, place)),
            ("a disputed line", disputeLine(home, place)),
            ("a unit", openUnit(home, of: tenant)),
            ("a change of units", "UPDATE \(home).sub_unit SET closed_on = '2023-06-20'"),
            ("a unit's name", renameUnit(.child)),
            ("a unit's name anew", renameAnew(place.unit(.child))),
            ("a draft", draft(on: seat.ownItem, seat.slot)),
            ("a change of drafts", "UPDATE \(home).draft SET narrative = 'x'"),
            ("a dossier", draftDossier(home, place)),
            ("a paper of a dossier", addPaper(home, place)),
            ("a dossier's step", dossierStep(home, place, place.draftedDossier, "withdraw")),
            ("an initiative", initiative(home, place, unit: place.unit(.child))),
            ("an initiative's step", initiativeStep(home, place, place.unit(.child), "withdraw")),
        ]
        if let paper = stage.signed(by: .unitHead) { rows.append(("a step from a paper", stepFromPaper(paper.id, .sibling))) }
        return rows
    }

    /// ``evidence(_:on:by:day:)`` reads the report, which the owner does not see there.
    private func wholeFile(on item: UUID) -> String {
        """
        INSERT INTO \(home).evidence (tenant_id, id, item_id, unit_id, assigner_tenant_id, report_id, report_kind, evidence_on, file_name, media_type, byte_count,
            sha256, recorded_by, recorded_on)
        VALUES ('\(place.tenant)', gen_random_uuid(), '\(item)', '\(place.unit(.child))', '\(place.tenant)', '\(item)', 'reported', '2023-02-01', 'y.pdf',
            'application/pdf', 1, sha256('y'), \(post), '2023-06-20')
        """
    }

    /// What the routines of the councils, the registers and the drafts write in the tenant for which somebody acts.
    func routinely(in target: MatrixStage.Place) -> [(table: String, row: String)] {
        let (tenant, session) = (target.tenant, target.openSession)
        return [
            (
                "council_session",
                "INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on) VALUES ('\(tenant)', gen_random_uuid(), '2023-06-19', 'x', \(post), '2023-06-20')"
            ),
            (
                "session_member",
                "INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence) VALUES ('\(tenant)', '\(session)', '\(seat.person)', 'member', 'room')"
            ),
            (
                "session_dossier",
                """
                INSERT INTO core.session_dossier (tenant_id, session_id, dossier_id, dossier_tenant_id, position, method, quorum_part, quorum_of, share_part, share_of,
                    base, chair_must_agree, absent_may_write, tie, recused_leave_base, source, recused)
                VALUES ('\(tenant)', '\(session)', '\(target.submittedDossier)', '\(tenant)', 2, 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x', '{}')
                """
            ),
            (
                "vote_turnout",
                """
                INSERT INTO core.vote_turnout (tenant_id, session_id, dossier_id, person_id, presence, method, recorded_by)
                VALUES ('\(tenant)', '\(session)', '\(target.draftedDossier)', '\(target.spare)', 'room', 'secret', \(post))
                """
            ),
            (
                "ballot_choice",
                "INSERT INTO core.ballot_choice (tenant_id, session_id, dossier_id, choice) VALUES ('\(tenant)', '\(session)', '\(target.draftedDossier)', 'yes')"
            ),
            ("no ballot_choice any more", "DELETE FROM core.ballot_choice WHERE session_id = '\(session)'"),
            (
                "vote_count",
                """
                INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written, recused,
                    recused_attending, outcome)
                VALUES ('\(tenant)', '\(session)', '\(target.draftedDossier)', 1, 1, 1, 0, 0, 0, 0, 0, 'passed')
                """
            ),
            (
                "register_entry",
                "INSERT INTO core.register_entry (tenant_id, kind, year, number, subject_id, recorded_on) VALUES ('\(tenant)', 'councilMinutes', 2022, 1, gen_random_uuid(), '2023-06-20')"
            ),
            (
                "draft_step",
                """
                INSERT INTO core.draft_step (tenant_id, id, draft_id, position, step, level, remark, recorded_by, recorded_on)
                VALUES ('\(tenant)', gen_random_uuid(), '\(target.draft)', 10, 'approved', 2, 'x', \(post), '2023-06-20')
                """
            ),
            (
                "achievement_claim",
                """
                INSERT INTO core.achievement_claim (dossier_id, tenant_id, decider_id, unit_id, nominee_id, achievement, claimed_on)
                VALUES ('\(target.draftedDossier)', '\(tenant)', '\(tenant)', '\(tenant)', '\(tenant)', 'deed my', '2023-06-20')
                """
            ),
            (
                "nomination_quota",
                """
                INSERT INTO core.nomination_quota (review_id, unit_id, tenant_id, snapshot_version, verdict, slots)
                VALUES ('\(stage.frozenReview)', '\(target.unit(.child))', '\(tenant)', 1, 'pass', 2)
                """
            ),
        ]
    }

    func slot(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.nomination_slot (dossier_id, review_id, unit_id, tenant_id, person_id, nominee_id, taken_on, slot, slots)
        VALUES ('\(target.draftedDossier)', '\(stage.frozenReview)', '\(target.tenant)', '\(target.tenant)', '\(target.spare)', '\(target.spare)', '2023-06-20', 2, 2)
        """
    }

    func link(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number,
            other_tenant_id, other_item_id, recorded_by, recorded_on)
        VALUES ('\(target.tenant)', gen_random_uuid(), '\(target.order)', '\(target.tenant)', '\(stage.office.tenant)', 'succeeded', '2023-06-19', '1',
            '\(target.tenant)', '\(target.fresh)', '\(seat.post)', '2023-06-20')
        """
    }

    func trace(of target: MatrixStage.Place) -> String {
        """
        INSERT INTO core.work_item_change (tenant_id, item_id, version, before, reason, changed_by, recorded_on)
        VALUES ('\(target.tenant)', '\(target.order)', 98, '{}', 'x', '\(seat.post)', '2023-06-20')
        """
    }

    func auditEntry(_ action: String) -> String {
        """
        INSERT INTO core.audit_entry (xid, at, action, relation, row_key, subject, subject_id, actor_kind, login, reason)
        VALUES (pg_current_xact_id(), now(), '\(action)', 'work_item', '{}', 'work_item', 'x', 'officer', 'x', 'x')
        """
    }
}
