/// Rows of every kind in every tenant, so that each column has something to carry a token in. A table that comes later adds its rows here.
enum CanaryRows {
    static let script = #"""
        DO $$
        DECLARE
            place    record;
            office   uuid := (SELECT p.id FROM core.post AS p WHERE p.role = 'office_monitor');
            council  uuid := (SELECT p.id FROM core.post AS p WHERE p.role = 'council_member');
            home     uuid := (SELECT t.id FROM core.tenant AS t WHERE t.slug = 'dept_vpub');
            plan     record;
            content  text;
            paper    uuid;
            whole    uuid;
            part     uuid;
            done     uuid;
            fixed    uuid;
            inside   uuid;
            unit     uuid;
            act      record;
            judged   bytea := convert_to('{"code":"x","verdict":"insufficientBasis","letter":false,"individuals":0,"counted":0,"aheadOrAbove":0,"aheadBase":0,'
                '"s1":0,"s2":0,"failures":[],"flags":[]}', 'UTF8');
        BEGIN
            SELECT c.id, c.last_day INTO plan FROM core.campaign AS c WHERE c.code = 'CANARY';
            INSERT INTO core.review (id, campaign_id, kind, held_on, settle_days, settle_until, opened_by, opened_on)
            VALUES ('0192a000-0000-7000-8000-0000000c0de0', plan.id, 'interim', '2023-06-20', 5, '2023-06-20', office, '2023-06-20');
            content := (SELECT c.code FROM core.campaign_content AS c WHERE c.campaign_id = plan.id ORDER BY c.position LIMIT 1);
            FOR place IN
                SELECT t.id, t.slug, (SELECT p.id FROM core.post AS p WHERE p.tenant_id = t.id ORDER BY p.id LIMIT 1) AS post,
                    (SELECT p.person_id FROM core.post AS p WHERE p.tenant_id = t.id ORDER BY p.id LIMIT 1) AS person
                FROM core.tenant AS t
            LOOP
                paper := core.new_id();
                INSERT INTO core.directive (id, tenant_id, type, number, issued_on, issuer, abstract, recorded_by, recorded_on)
                VALUES (paper, place.id, 'KH', '1/' || place.slug, '2023-03-20', 'x', 'x', place.post, '2023-06-20');
                INSERT INTO core.directive_file (directive_id, file_name, media_type, sha256, content, recorded_by)
                VALUES (paper, 'x.pdf', 'application/pdf', sha256('x'), 'x', place.post);

                -- From the Office, with a part handed on to a sub-unit where there is one, a target, and a co-ordinating row.
                whole := core.new_id();
                unit := coalesce((SELECT u.id FROM core.sub_unit AS u WHERE u.tenant_id = place.id AND u.id <> place.id ORDER BY u.id LIMIT 1), place.id);
                INSERT INTO core.work_item (tenant_id, id, unit_id, campaign_id, content_code, code, kind, role, coordinators, title, directive_id,
                    source_clause, source_row, sector, product, submit_to, completion, due_words, original_due_on, due_on, assigner_tenant_id,
                    assigner_post_id, assigned_on, change_reason, recorded_on)
                VALUES (place.id, whole, place.id, plan.id, content, 'A', 'task', 'lead', '{x}', 'x', paper, 'x', '1', 'NV', 'x', 'x', 'ketQua', 'x',
                    '2023-06-30', '2023-06-30', home, office, '2023-03-20', 'x', '2023-06-20');
                fixed := core.new_id();
                -- A correction without its items, which no transaction of an officer could leave behind.
                PERFORM set_config('session_replication_role', 'replica', true);
                INSERT INTO core.item_correction (tenant_id, id, unit_id, assigner_tenant_id, kind, decided_on, document_number, reason, recorded_by,
                    recorded_on)
                VALUES (place.id, fixed, place.id, home, 'split', '2023-06-20', 'x', 'x', office, '2023-06-20');
                PERFORM set_config('session_replication_role', 'origin', true);
                INSERT INTO core.work_item (tenant_id, id, unit_id, code, kind, role, title, sector, completion, direction, target, measure_unit,
                    figure_body, carried_code, carried_assigned_on, due_document, assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
                VALUES (place.id, core.new_id(), place.id, 'C', 'target', 'lead', 'x', 'NV', 'ketQua', 'atLeast', 90, 'x', 'x', 'x', '2022-03-20', 'x',
                    home, office, '2023-03-20', '2023-06-20');
                INSERT INTO core.occurrence (tenant_id, item_id, due_on, unit_id, assigner_tenant_id, recorded_by, recorded_on)
                VALUES (place.id, whole, '2023-06-25', place.id, home, office, '2023-06-20');
                INSERT INTO core.item_source (tenant_id, item_id, directive_id, clause, unit_id, assigner_tenant_id, recorded_by, recorded_on)
                VALUES (place.id, whole, paper, 'x', place.id, home, office, '2023-06-20');
                INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, narrative, delayed_by, recorded_by, recorded_on)
                VALUES (place.id, core.new_id(), whole, place.id, 'reported', '2023-06-01', 'x', 'x', place.post, '2023-06-20');
                INSERT INTO core.work_item (tenant_id, id, unit_id, code, kind, role, lead_tenant_id, lead_item_id, title, sector, completion,
                    assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
                SELECT t.id, core.new_id(), t.id, 'K-' || place.slug, 'task', 'coordinate', place.id, whole, 'x', 'NV', 'ketQua', home, office, '2023-03-20', '2023-06-20'
                FROM core.tenant AS t
                WHERE t.id <> place.id AND t.slug IN ('district_101', 'district_102');
                part := core.new_id();
                INSERT INTO core.work_item (tenant_id, id, unit_id, assignee_id, parent_id, parent_due_on, code, kind, role, title, directive_id, source_clause,
                    sector, completion, original_due_on, due_on, unit_leader_id, assigner_tenant_id, assigner_post_id, assigned_on, recorded_on)
                VALUES (place.id, part, unit,
                    (SELECT p.person_id FROM core.post AS p WHERE p.tenant_id = place.id AND p.unit_id = unit ORDER BY (p.role = 'individual') DESC, p.id LIMIT 1),
                    whole, '2023-06-30', 'B', 'task', 'lead', 'x', paper, 'x', 'NV', 'ketQua', '2023-06-15', '2023-06-15', place.post, place.id, place.post,
                    '2023-03-20', '2023-06-20');
                INSERT INTO core.work_item_change (tenant_id, item_id, version, before, reason, document_number, document_issuer, document_on, changed_by,
                    recorded_on)
                SELECT i.tenant_id, i.id, 0, to_jsonb(i), 'x', 'x', 'x', '2023-06-20', place.post, '2023-06-20' FROM core.work_item AS i WHERE i.tenant_id = place.id;

                INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, milestone_percent, document_number, document_issuer,
                    narrative, recorded_by, recorded_on)
                SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, 'reported', '2023-06-01', 50, 'x', 'x', 'x', place.post, '2023-06-20'
                FROM core.work_item AS i WHERE i.tenant_id = place.id AND i.kind = 'task' AND i.role = 'lead';
                done := core.new_id();
                INSERT INTO core.progress (tenant_id, id, item_id, unit_id, kind, evidence_on, document_number, document_issuer, narrative, recorded_by, recorded_on)
                VALUES (place.id, done, part, unit, 'result', '2023-06-14', 'x', 'x', 'x', place.post, '2023-06-20');
                INSERT INTO core.evidence (tenant_id, id, item_id, unit_id, assigner_tenant_id, report_id, report_kind, evidence_on, file_name, media_type,
                    byte_count, sha256, recorded_by, recorded_on)
                SELECT p.tenant_id, core.new_id(), p.item_id, p.unit_id, i.assigner_tenant_id, p.id, p.kind, p.evidence_on, 'x.pdf', 'application/pdf',
                    1, sha256('x'), place.post, '2023-06-20'
                FROM core.progress AS p JOIN core.work_item AS i ON i.tenant_id = p.tenant_id AND i.id = p.item_id
                WHERE p.tenant_id = place.id;
                INSERT INTO core.evidence_chunk (tenant_id, evidence_id, position, content)
                SELECT e.tenant_id, e.id, 0, 'x' FROM core.evidence AS e WHERE e.tenant_id = place.id;
                INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, report_id, report_kind, evidence_on, fault, decided_on,
                    document_number, reason, recorded_by, recorded_on)
                VALUES (place.id, core.new_id(), part, unit, place.id, 'returned', done, 'result', '2023-06-14', 'quality', '2023-06-15', 'x', 'x', place.post, '2023-06-20'),
                    (place.id, core.new_id(), whole, place.id, home, 'violation', NULL, NULL, NULL, NULL, '2023-06-15', 'x', 'x', office, '2023-06-20');

                INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, document_issuer, reason,
                    other_tenant_id, other_item_id, other_code, recorded_by, recorded_on)
                VALUES (place.id, core.new_id(), part, unit, place.id, 'succeeded', '2023-06-15', 'x', 'x', 'x', place.id, whole, 'x', place.post, '2023-06-20');
                INSERT INTO core.dispute_step (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, ground, duplicate_code,
                    document_number, document_issuer, reason, recorded_by, recorded_on)
                SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, i.assigner_tenant_id, 1, 'raised', '2023-06-10', 'duplicate', 'x', 'x', 'x', 'x', place.post,
                    '2023-06-20'
                FROM core.work_item AS i WHERE i.tenant_id = place.id AND i.code = 'C';

                -- What it prepares to give, changed once; and what it prepared and gave.
                INSERT INTO core.item_draft (tenant_id, id, version, unit_id, state, entered, recorded_by, recorded_on)
                VALUES (place.id, whole, 1, place.id, 'draft', '{"title": "x"}', place.post, '2023-06-20'),
                    (place.id, part, 1, unit, 'draft', '{"title": "x"}', place.post, '2023-06-20');
                INSERT INTO core.item_draft (tenant_id, id, version, unit_id, state, entered, previous_version, previous_state, recorded_by, recorded_on)
                VALUES (place.id, whole, 2, place.id, 'draft', '{"title": "x"}', 1, 'draft', place.post, '2023-06-20');
                INSERT INTO core.item_draft (tenant_id, id, version, unit_id, state, previous_version, previous_state, item_tenant_id, item_id, item_code,
                    recorded_by, recorded_on)
                VALUES (place.id, part, 2, unit, 'assigned', 1, 'draft', place.id, part, 'x', place.post, '2023-06-20');

                -- What the unit says of its ledger, and what the Office answers.
                INSERT INTO core.review_confirmation (tenant_id, review_id, note, recorded_by, recorded_on, settle_until, frozen)
                VALUES (place.id, '0192a000-0000-7000-8000-0000000c0de0', 'x', place.post, '2023-06-20', '2023-06-20', false);
                INSERT INTO core.review_dispute (tenant_id, id, review_id, item_id, unit_id, wrong, document_number, document_on, recorded_by, recorded_on,
                    settle_until, frozen, judged)
                VALUES (place.id, core.new_id(), '0192a000-0000-7000-8000-0000000c0de0', whole, place.id, 'x', 'x', '2023-06-01', place.post, '2023-06-20',
                    '2023-06-20', false, false);
                INSERT INTO core.review_answer (tenant_id, dispute_id, outcome, words, document_number, recorded_by, recorded_on)
                SELECT d.tenant_id, d.id, 'rejected', 'x', 'x', office, '2023-06-20' FROM core.review_dispute AS d WHERE d.tenant_id = place.id;

                INSERT INTO core.extension_step (tenant_id, id, item_id, unit_id, assigner_tenant_id, position, step, happened_on, new_due_on,
                    document_number, reason, recorded_by, recorded_on)
                SELECT i.tenant_id, core.new_id(), i.id, i.unit_id, i.assigner_tenant_id, 1, 'asked', '2023-06-10', '2023-07-15', 'x', 'x', place.post, '2023-06-20'
                FROM core.work_item AS i WHERE i.id IN (whole, part);

                FOR act IN SELECT u.id FROM core.sub_unit AS u WHERE u.tenant_id = place.id LOOP
                    INSERT INTO core.motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, parts, grades, remarks, words,
                        recorded_by, recorded_on)
                    SELECT place.id, core.new_id(), plan.id, 'interim', act.id, 1, 'assessed', 'unit', '2023-06-18', p.codes,
                        array_fill('partly'::text, ARRAY[cardinality(p.codes)]), jsonb_build_object(p.codes[1], 'x'), 'x', place.post, '2023-06-20'
                    FROM (
                        SELECT array_agg(m.value ->> 'code' ORDER BY m.place) AS codes
                        FROM core.campaign AS c
                            CROSS JOIN LATERAL jsonb_array_elements(c.document #> '{motto,parts}') WITH ORDINALITY AS m (value, place)
                        WHERE c.id = plan.id
                    ) AS p;
                END LOOP;
                INSERT INTO core.motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, criticism, words, recorded_by, recorded_on)
                VALUES (place.id, core.new_id(), plan.id, 'interim', place.id, 2, 'commented', 'office', '2023-06-19', 'x', 'x', office, '2023-06-20');
                INSERT INTO core.motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, accepted, document_number, words,
                    recorded_by, recorded_on)
                VALUES (place.id, core.new_id(), plan.id, 'interim', place.id, 3, 'decided', 'provinceCouncil', '2023-06-20', true, 'x', 'x', council, '2023-06-20');

                -- Units that the campaign does not judge have a record too, or what stands in one could not be searched for.
                INSERT INTO core.launch (tenant_id, id, campaign_id, unit_id, not_before, deadline, received_on, recorded_on)
                SELECT place.id, core.new_id(), l.campaign_id, place.id, l.launched_on, l.launch_deadline, '2023-04-01', '2023-06-20'
                FROM core.campaign_launch AS l
                WHERE l.campaign_id = plan.id
                  AND NOT EXISTS (SELECT FROM core.launch AS e WHERE e.tenant_id = place.id AND e.unit_id = place.id);
                FOR act IN SELECT l.tenant_id, l.id, l.unit_id, l.not_before FROM core.launch AS l WHERE l.tenant_id = place.id LOOP
                    INSERT INTO core.draft (tenant_id, id, kind, launch_id, unit_id, not_before, happened_on, narrative, form, combined_with, attendance,
                        state, origin, level, reached, drafted_by, recorded_on)
                    VALUES (act.tenant_id, core.new_id(), 'launched', act.id, act.unit_id, act.not_before, '2023-04-12', 'x', 'combined', 'x', 10,
                        'waiting', 0, 2, 2, place.post, '2023-06-20');
                    INSERT INTO core.launch_step (tenant_id, id, launch_id, unit_id, not_before, position, step, happened_on, document_number, document_text,
                        form, combined_with, attendance, note, recorded_by, recorded_on)
                    VALUES
                        (act.tenant_id, core.new_id(), act.id, act.unit_id, act.not_before, 1, 'acknowledged', '2023-04-10', NULL, NULL, NULL, NULL, NULL, 'x', place.post, '2023-06-20'),
                        (act.tenant_id, core.new_id(), act.id, act.unit_id, act.not_before, 2, 'planned', '2023-04-11', 'x', 'x', NULL, NULL, NULL, 'x', place.post, '2023-06-20'),
                        (act.tenant_id, core.new_id(), act.id, act.unit_id, act.not_before, 3, 'launched', '2023-04-12', NULL, NULL, 'combined', 'x', 10, 'x', place.post, '2023-06-20');
                END LOOP;

                INSERT INTO core.delegation (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason,
                    document_number, given_by, recorded_on, revoked_at, revoked_by, revoked_reason)
                SELECT core.new_id(), place.id, g.id, g.person_id, d.id, d.person_id, 'tl', '{item.rule}', '2023-06-20', '2023-06-30', 'x', 'x', g.id, '2023-06-20',
                    CASE WHEN v.revoked IS NOT NULL THEN now() END, g.id, v.revoked
                FROM core.post AS g
                    CROSS JOIN LATERAL (
                        SELECT p.id, p.person_id FROM core.post AS p WHERE p.tenant_id = g.tenant_id AND p.person_id <> g.person_id ORDER BY p.id LIMIT 1
                    ) AS d
                    CROSS JOIN (VALUES (NULL), ('x')) AS v (revoked)
                WHERE g.tenant_id = place.id AND g.role IN ('chairman', 'unit_head');

                paper := core.new_id();
                INSERT INTO core.paper_act (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on)
                VALUES (paper, place.id, place.post, place.person, place.id, '1/QĐ', '2023-06-19', 'x', place.post, '2023-06-20');
                INSERT INTO core.paper_act_file (paper_id, file_name, media_type, sha256, content, recorded_by)
                VALUES (paper, 'x.pdf', 'application/pdf', sha256('x'), 'x', place.post);

                INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, giver, code, title, due_on, reason, source, day)
                VALUES (core.new_id(), place.id, place.person, 'due_in_7', 'x', place.id, core.new_id(), 'unit', 'x', 'x', '2023-06-27', 'x', 'x', '2023-06-20');

                INSERT INTO core.draft_rule (tenant_id, approval, recorded_by, recorded_on) VALUES (place.id, 'none', place.post, '2023-06-20');
                INSERT INTO core.draft (tenant_id, id, kind, item_id, unit_id, happened_on, milestone_percent, document_number, document_issuer, narrative,
                    state, origin, level, reached, steps, drafted_by, recorded_on)
                VALUES (place.id, core.new_id(), 'reported', part, unit, '2023-06-01', 50, 'x', 'x', 'x', 'waiting', 0, 2, 2, 1, place.post, '2023-06-20');
                INSERT INTO core.draft_step (tenant_id, id, draft_id, position, step, level, remark, recorded_by, recorded_on)
                SELECT d.tenant_id, core.new_id(), d.id, 1, 'forwarded', 2, 'x', place.post, '2023-06-20' FROM core.draft AS d WHERE d.tenant_id = place.id;

                INSERT INTO core.person_before (person_id, version, tenant_id, full_name, kind, valid_from, valid_to)
                VALUES (place.person, 0, place.id, 'x', 'can_bo', '2020-01-01', '2020-02-01');
                INSERT INTO core.person_move (id, tenant_id, person_id, kind, last_day, reason, items, account_shut, recorded_by, recorded_on)
                VALUES (core.new_id(), place.id, place.person, 'left', '2023-06-20', 'x', 0, false, place.post, '2023-06-20');
                INSERT INTO core.person_release (id, tenant_id, person_id, to_tenant_id, code_hash, document_number, recorded_by, recorded_on)
                SELECT core.new_id(), place.id, place.person, t.id, sha256(convert_to(place.slug, 'UTF8')), 'x', place.post, '2023-06-20'
                FROM core.tenant AS t
                WHERE t.id <> place.id
                LIMIT 1;
                -- A dossier that was submitted, what its council held of it, and what was awarded: past the guards, which would find nothing frozen.
                PERFORM set_config('session_replication_role', 'replica', true);
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, form, subject, unit_id, achievement, recorded_by, recorded_on, state,
                    steps, submitted_on)
                VALUES (place.id, whole, 'provincialAdHoc', plan.id, 'provincialCertificate', 'collective', place.id, 'x', place.post, '2023-06-20',
                    'submitted', 1, '2023-06-20');
                INSERT INTO core.own_rules (tenant_id, id, document_number, document_on, valid_from, criteria, recorded_by, recorded_on, confirmed_by,
                    confirmed_on, confirmed_document)
                VALUES (place.id, whole, 'x', '2023-06-01', '2023-06-01', '[{"form": "", "subject": "", "text": "x"}]', place.post, '2023-06-20',
                    place.post, '2023-06-20', 'x');
                INSERT INTO core.own_giver (tenant_id, rules_id, unit_id, signer, budget, collectives, individuals, each_unit, form, legal_personality)
                VALUES (place.id, whole, place.id, 'x', 'x', 1, 1, false, 'departmentCommendation', true);
                INSERT INTO core.own_council_rule (tenant_id, rules_id, form, subject, method, quorum_part, quorum_of, share_part, share_of, base,
                    chair_must_agree, absent_may_write, tie, recused_leave_base, source)
                VALUES (place.id, whole, '', '', 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x');
                INSERT INTO core.own_round (tenant_id, id, unit_id, campaign_id, kind, opens_on, cut_off, document_number, document_on, opened_by, opened_on,
                    rules_id, collectives, individuals, each_unit)
                VALUES (place.id, whole, place.id, plan.id, 'interim', '2023-06-10', '2023-06-30', 'x', '2023-06-10', place.post, '2023-06-20', whole, 1, 1,
                    false);
                INSERT INTO core.own_slot (tenant_id, dossier_id, round_id, unit_id, subject, nominee_id, taken_on, slot, slots)
                VALUES (place.id, whole, whole, place.id, 'collective', place.id, '2023-06-20', 1, 1);
                INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
                VALUES (place.id, core.new_id(), whole, 'proposal', 'x', '2023-06-20', true, place.post, '2023-06-20', 'drafted');
                INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, reason, document_number, recorded_by, recorded_on, before,
                    state, supplements, own_dossier, late, wanting, awarded)
                VALUES (place.id, core.new_id(), whole, 1, 'submit', '2023-06-20', 'x', 'x', place.post, '2023-06-20', 'drafted', 'submitted', 0, false, false,
                    '{}', true);
                -- What a sub-unit gives itself, sent to who appraises there: no more the province's than what the unit gives (A59).
                inside := core.new_id();
                INSERT INTO core.own_giver (tenant_id, rules_id, unit_id, signer, budget, collectives, individuals, each_unit, form, legal_personality)
                VALUES (place.id, whole, unit, 'x', 'x', 1, 1, false, 'departmentCommendation', true) ON CONFLICT DO NOTHING;
                INSERT INTO core.award_dossier (tenant_id, id, track, campaign_id, giver_id, rules_id, form, subject, unit_id, achievement, recorded_by,
                    recorded_on, state, steps, submitted_on)
                VALUES (place.id, inside, 'ownAdHoc', plan.id, unit, whole, 'departmentCommendation', 'collective', unit, 'x', place.post, '2023-06-20',
                    'submitted', 1, '2023-06-20');
                INSERT INTO core.dossier_document (tenant_id, id, dossier_id, kind, document_number, document_on, confirmed, recorded_by, recorded_on, state)
                VALUES (place.id, core.new_id(), inside, 'proposal', 'x', '2023-06-20', true, place.post, '2023-06-20', 'drafted');
                INSERT INTO core.dossier_step (tenant_id, id, dossier_id, position, step, happened_on, reason, document_number, recorded_by, recorded_on, before,
                    state, supplements, own_dossier, late, wanting, awarded, giver_id, unit_id)
                VALUES (place.id, core.new_id(), inside, 1, 'submit', '2023-06-20', 'x', 'x', place.post, '2023-06-20', 'drafted', 'submitted', 0, false, false,
                    '{}', true, unit, unit);
                INSERT INTO core.dossier_regime (tenant_id, id, dossier_id, regime_code, reason, recorded_by, recorded_on, state, before)
                VALUES (place.id, core.new_id(), whole, 'x', 'x', place.post, '2023-06-20', 'received', 'y');
                INSERT INTO core.integrity_hold (id, tenant_id, unit_id, document_number, document_issuer, valid_from, ended_on, ended_document, recorded_by,
                    recorded_on)
                VALUES (core.new_id(), place.id, place.id, 'x', 'x', '2023-06-01', '2023-06-02', 'x', place.post, '2023-06-20');
                -- Declined: what is published, and what another unit is asked, leaves its unit by design.
                INSERT INTO core.initiative (tenant_id, id, campaign_id, subject, unit_id, title, obstacle, solution, volume, volume_unit, scope, is_example,
                    example, recorded_by, recorded_on, state, steps, last_on)
                VALUES (place.id, whole, plan.id, 'collective', place.id, 'x', 'x', 'x', 1, 'x', 'outside', true, 'x', place.post, '2023-06-20', 'declined',
                    1, '2023-06-20');
                INSERT INTO core.initiative_step (tenant_id, id, initiative_id, position, step, happened_on, reason, document_number, signer, recorded_by,
                    recorded_on, before, state, party, wanting, proposes)
                VALUES (place.id, core.new_id(), whole, 1, 'decline', '2023-06-20', 'x', 'x', 'x', place.post, '2023-06-20', 'registered', 'declined',
                    'desk', '{}', false);
                INSERT INTO core.initiative_confirmation (id, tenant_id, initiative_id, asked_tenant_id, asked_unit_id, claim, asked_by, asked_on, answer,
                    reason, document_number, answered_by, answered_on, state, unit_id, registered_by, is_there)
                VALUES (core.new_id(), place.id, whole, place.id, part, 'x', place.post, '2023-06-20', 'declined', 'x', 'x', place.post, '2023-06-20',
                    'registered', place.id, place.post, true);
                INSERT INTO core.council_member (id, tenant_id, person_id, duty, valid_from, document_number, recorded_by, recorded_on)
                VALUES (core.new_id(), place.id, place.person, 'chair', '2023-06-01', 'x', place.post, '2023-06-20');
                INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on)
                VALUES (place.id, part, '2023-06-20', 'x', place.post, '2023-06-20');
                INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on, cancelled_on, cancelled_by, cancel_reason)
                VALUES (place.id, core.new_id(), '2023-06-20', 'x', place.post, '2023-06-20', '2023-06-20', place.post, 'x');
                INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence) VALUES (place.id, part, place.person, 'chair', 'room');
                INSERT INTO core.session_dossier (tenant_id, session_id, dossier_id, dossier_tenant_id, position, method, quorum_part, quorum_of, share_part,
                    share_of, base, chair_must_agree, absent_may_write, tie, recused_leave_base, source, recused)
                VALUES (place.id, part, whole, place.id, 1, 'secret', 1, 2, 1, 2, 'allMembers', false, false, 'share', false, 'x', '{}');
                INSERT INTO core.vote_turnout (tenant_id, session_id, dossier_id, person_id, presence, method, recorded_by)
                VALUES (place.id, part, whole, place.person, 'room', 'secret', place.post);
                INSERT INTO core.ballot_choice (tenant_id, session_id, dossier_id, choice) VALUES (place.id, part, whole, 'yes');
                INSERT INTO core.vote_count (tenant_id, session_id, dossier_id, members, attending, yes, no, blank, written,
                    recused, recused_attending, outcome)
                VALUES (place.id, part, whole, 1, 1, 1, 0, 0, 0, 0, 0, 'passed');
                INSERT INTO core.award_decision (tenant_id, id, type, number, signed_on, signer, recorded_by, recorded_on)
                VALUES (place.id, fixed, 'QĐ', 'x', '2023-06-20', 'x', place.post, '2023-06-20');
                INSERT INTO core.name_confirmation (id, tenant_id, dossier_id, party, printed_name, printed_post, document_number, recorded_by, recorded_on,
                    state)
                VALUES (core.new_id(), place.id, whole, 'unit', 'x', 'x', 'x', place.post, '2023-06-20', 'submitted');
                INSERT INTO core.publicity_consent (tenant_id, id, dossier_id, consents, given_on, manner, document_number, note, recorded_by, recorded_on,
                    position, state, nominee, unit_id)
                VALUES (place.id, core.new_id(), whole, false, '2023-06-20', 'paper', 'x', 'x', place.post, '2023-06-20', 1, 'submitted', place.person,
                    place.id);
                INSERT INTO core.award_file (tenant_id, id, document_id, reason, file_name, media_type, byte_count, sha256, recorded_by, recorded_on, in_time,
                    same_owner, replaces_id)
                SELECT d.tenant_id, core.new_id(), d.id, 'x', 'x.pdf', 'application/pdf', 1, sha256('x'), place.post, '2023-06-20', true, true, core.new_id()
                FROM core.dossier_document AS d
                WHERE d.tenant_id = place.id;
                INSERT INTO core.award_chunk (tenant_id, file_id, position, content)
                SELECT f.tenant_id, f.id, 0, 'x' FROM core.award_file AS f WHERE f.tenant_id = place.id;
                INSERT INTO core.award_letter (id, review_id, tenant_id, unit_id, declined, note, signed_on, signer, recorded_by, recorded_on, has_share, awarded)
                SELECT core.new_id(), r.id, place.id, place.id, true, 'x', '2023-06-20', 'x', place.post, '2023-06-20', true, true
                FROM core.review AS r
                LIMIT 1;
                INSERT INTO core.award_letter (id, review_id, tenant_id, unit_id, declined, note, signed_on, signer, recorded_by, recorded_on, has_share, awarded,
                    struck_on, struck_by, struck_reason)
                SELECT core.new_id(), r.id, place.id, place.id, true, 'x', '2023-06-20', 'x', place.post, '2023-06-20', true, true, '2023-06-20',
                    place.post, 'x'
                FROM core.review AS r
                LIMIT 1;
                INSERT INTO core.award (tenant_id, id, decision_id, dossier_tenant_id, dossier_id, printed_name, recorded_by, recorded_on, state, form, subject,
                    regime_code, decree, percent, base_salary, rounding_unit, rounding, reward, budget, name_reason)
                VALUES (place.id, core.new_id(), fixed, place.id, whole, 'x', place.post, '2023-06-20', 'decided', 'provincialCertificate', 'collective',
                    'nd91', 'NĐ 91/2017/NĐ-CP', 1, 1, 1, 'nearest', 1, 'x', 'x');
                INSERT INTO core.revocation_proposal (id, tenant_id, dossier_id, ground, facts, document_number, document_on, recorded_by, recorded_on,
                    declined_on, declined_reason, declined_by, state)
                VALUES (core.new_id(), place.id, whole, 'forgedPapers', 'x', 'x', '2023-06-20', place.post, '2023-06-20', '2023-06-20', 'x', place.post,
                    'decided');
                INSERT INTO core.award_amendment (id, tenant_id, dossier_tenant_id, dossier_id, kind, number, signed_on, signer, facts, wrong, right_is,
                    printed_name, printed_post, recorded_by, recorded_on, state, amends_number)
                VALUES (core.new_id(), place.id, place.id, whole, 'replace', 'x', '2023-06-20', 'x', 'x', 'x', 'x', 'x', 'x', place.post, '2023-06-20',
                    'replaced', 'x');
                INSERT INTO core.reward_recovery (id, tenant_id, dossier_id, kind, amount, happened_on, document_number, reason, recorded_by, recorded_on,
                    due, revoked_on)
                VALUES (core.new_id(), place.id, whole, 'waiver', 1, '2023-06-20', 'x', 'x', place.post, '2023-06-20', 1, '2023-06-20');
                INSERT INTO core.presentation (id, name, place, held_on, chair, recorded_by, recorded_on)
                VALUES (whole, 'x', 'x', '2023-06-20', 'x', place.post, '2023-06-20');
                INSERT INTO core.presentation (id, tenant_id, giver_id, name, place, held_on, chair, recorded_by, recorded_on)
                VALUES (core.new_id(), place.id, place.id, 'x', 'x', '2023-06-20', 'x', place.post, '2023-06-20');
                INSERT INTO core.presentation_awardee (presentation_id, position, tenant_id, dossier_id, receiver, presenter, recorded_by, recorded_on, state,
                    is_open)
                VALUES (whole, 1, place.id, whole, 'x', 'x', place.post, '2023-06-20', 'issued', true);
                INSERT INTO core.certificate_copy (id, tenant_id, dossier_id, kind, reason, request_number, request_on, issued_on, recorded_by, recorded_on,
                    award_id, state)
                VALUES (core.new_id(), place.id, whole, 'lost', 'x', 'x', '2023-06-20', '2023-06-20', place.post, '2023-06-20', whole, 'issued');
                INSERT INTO core.flip_ruling (id, tenant_id, dossier_id, ruling, reason, document_number, recorded_by, recorded_on, snapshot_version)
                VALUES (core.new_id(), place.id, whole, 'stands', 'x', 'x', place.post, '2023-06-20', 1);
                INSERT INTO core.paper_template (id, tenant_id, kind, valid_from, file_name, content, sha256, recorded_by, recorded_on)
                VALUES (core.new_id(), place.id, 'proposal', '2023-06-20', 'x', '\\x78', sha256('\\x78'), place.post, '2023-06-20');
                INSERT INTO core.earlier_award (id, tenant_id, unit_id, person_id, awarded_name, form, issuer, decision_number, decision_on, achievement,
                    recorded_by, recorded_on, struck_on, struck_reason)
                VALUES (core.new_id(), place.id, place.id, place.person, 'x', 'x', 'x', 'x', '2022-06-20', 'x', place.post, '2023-06-20', NULL, NULL),
                    (core.new_id(), place.id, place.id, place.person, 'x', 'x', 'x', 'y', '2022-06-20', 'x', place.post, '2023-06-20', '2023-06-20', 'x');
                INSERT INTO core.achievement_claim (dossier_id, tenant_id, decider_id, unit_id, nominee_id, achievement, claimed_on, award_id, awarded_name,
                    awarded_post, form, decision_number, decision_on)
                VALUES (whole, place.id, place.id, place.id, place.id, 'deed x', '2023-06-20', whole, 'x', 'x', 'x', 'x', '2023-06-20');
                INSERT INTO core.achievement_ruling (id, tenant_id, dossier_id, other_kind, other_id, ruling, reason, recorded_by, recorded_on, is_flagged)
                VALUES (core.new_id(), place.id, whole, 'dossier', whole, 'another', 'x', place.post, '2023-06-20', true);
                INSERT INTO core.difficulty (id, tenant_id, unit_id, campaign_id, title, obstacle, proposal, items, recorded_by, recorded_on, facts, level, due_on)
                VALUES (part, place.id, place.id, plan.id, 'x', 'x', 'x', ARRAY[whole], place.post, '2023-06-01',
                    jsonb_build_array(jsonb_build_object('item', whole, 'code', 'x', 'title', 'x', 'dueOn', '2023-05-01')), 'province', '2023-06-05');
                INSERT INTO core.difficulty_step (id, difficulty_id, tenant_id, position, step, words, document_number, recorded_by, recorded_on, unit_id,
                    campaign_id, before, state, level, party, due_on)
                VALUES (core.new_id(), part, place.id, 1, 'accept', 'x', 'x', place.post, '2023-06-05', place.id, plan.id, 'raised', 'accepted', 'province',
                    'office', '2023-06-05');
                INSERT INTO core.urging (id, tenant_id, campaign_id, number, signed_on, items, recorded_by, recorded_on, facts)
                VALUES (core.new_id(), place.id, plan.id, place.id::text, '2023-06-05', ARRAY[whole], place.post, '2023-06-05',
                    jsonb_build_array(jsonb_build_object('item', whole, 'code', 'x', 'dueOn', '2023-05-01')));
                INSERT INTO core.inspection (id, tenant_id, campaign_id, title, content, leader, from_on, to_on, units, document_number, recorded_by, recorded_on)
                VALUES (part, place.id, plan.id, 'x', 'x', 'x', '2023-06-01', '2023-06-05', ARRAY[place.id], 'x', place.post, '2023-06-01');
                INSERT INTO core.inspection_visit (id, inspection_id, tenant_id, held_on, minutes_number, minutes_on, recorded_by, recorded_on, campaign_id,
                    title, leader, is_planned)
                VALUES (part, part, place.id, '2023-06-02', 'x', '2023-06-02', place.post, '2023-06-05', plan.id, 'x', 'x', true);
                INSERT INTO core.finding (id, tenant_id, visit_id, words, recorded_by, recorded_on, campaign_id)
                VALUES (part, place.id, part, 'x', place.post, '2023-06-05', plan.id);
                INSERT INTO core.following (id, tenant_id, person_id, followed_id, campaign_id, valid_from, document_number, recorded_by, recorded_on, is_member,
                    is_there)
                VALUES (part, place.id, place.person, place.id, plan.id, '2023-06-01', 'x', place.post, '2023-06-01', true, true);
                INSERT INTO core.follow_note (id, tenant_id, following_id, kind, words, happened_on, recorded_by, recorded_on, followed_tenant_id,
                    followed_unit_id, campaign_id, follows)
                VALUES (part, place.id, part, 'finding', 'x', '2023-06-02', place.post, '2023-06-05', place.id, place.id, plan.id, true);
                INSERT INTO core.remedy (id, tenant_id, unit_id, origin, origin_id, words, due_on, recorded_by, recorded_on, campaign_id, body, is_there,
                    is_owner)
                VALUES (part, place.id, place.id, 'finding', part, 'x', '2023-06-19', place.post, '2023-06-05', plan.id, 'office', true, true);
                INSERT INTO core.remedy_step (id, remedy_id, tenant_id, position, step, words, document_number, document_on, due_on, recorded_by, recorded_on,
                    before, state, party)
                VALUES (core.new_id(), part, place.id, 1, 'report', 'x', 'x', '2023-06-05', '2023-06-19', place.post, '2023-06-06', 'open', 'reported', 'owner');
                INSERT INTO core.good_model (id, tenant_id, unit_id, campaign_id, kind, subject, person_id, title, content, effect, since, evidence, recorded_by,
                    recorded_on, unit_name, person_name, level, steps, last_on)
                VALUES (part, place.id, place.id, plan.id, 'model', 'individual', place.person, 'x', 'x', 'x', '2023-06-01', 'x', place.post, '2023-06-05', 'x',
                    'x', 'province', 1, '2023-06-05');
                INSERT INTO core.good_model_step (id, model_id, tenant_id, position, step, happened_on, words, document_number, recorded_by, recorded_on, before,
                    state, level, party)
                VALUES (core.new_id(), part, place.id, 1, 'consent', '2023-06-05', 'x', 'x', place.post, '2023-06-05', 'registered', 'registered', 'province',
                    'registrant');
                INSERT INTO core.good_model_adoption (id, model_id, tenant_id, unit_id, position, step, happened_on, words, amount, amount_unit, recorded_by,
                    recorded_on, campaign_id, title, unit_name)
                VALUES (core.new_id(), part, place.id, place.id, 1, 'report', '2023-06-05', 'x', 1, 'x', place.post, '2023-06-05', plan.id, 'x', 'x');
                INSERT INTO core.review_event (id, tenant_id, campaign_id, kind, recorded_by, recorded_on)
                VALUES (part, place.id, plan.id, 'interim', place.post, '2023-06-20');
                INSERT INTO core.review_event_plan (tenant_id, event_id, version, held_on, starts_at, place, chair, agenda, guests, reason, recorded_by,
                    recorded_on, last)
                VALUES (place.id, part, 2, '2023-06-19', 'x', 'x', 'x', ARRAY['x'], ARRAY['x'], 'x', place.post, '2023-06-20', 1);
                INSERT INTO core.review_event_paper (tenant_id, id, event_id, what, number, signed_on, replaces_id, reason, recorded_by, recorded_on)
                VALUES (place.id, part, part, 'x', 'x', '2023-06-19', core.new_id(), 'x', place.post, '2023-06-20');
                INSERT INTO core.review_event_outcome (tenant_id, event_id, held_on, present, absent, words, recorded_by, recorded_on, guests)
                VALUES (place.id, part, '2023-06-19', 1, '{}', 'x', place.post, '2023-06-20', ARRAY['x']);
                INSERT INTO core.coverage_line (id, tenant_id, line_id, position, campaign_id, occasion, subject, kind, outlet_id, planned_on, reason, recorded_by,
                    recorded_on, before, is_outlet)
                VALUES (part, place.id, part, 1, plan.id, 'launch', 'x', 'news', place.id, '2023-06-05', 'x', place.post, '2023-06-01', 'new', true);
                INSERT INTO core.press_kit (id, tenant_id, line_id, position, facts, approver, approved_on, document_number, shown, consent_on, consent_manner,
                    consent_number, consent_note, reason, recorded_by, recorded_on, before, is_public)
                VALUES (part, place.id, part, 1, 'x', 'x', '2023-06-01', 'x', 'x', '2023-06-01', 'paper', 'x', 'x', 'x', place.post, '2023-06-01', 'planned', true);
                INSERT INTO core.coverage (id, tenant_id, campaign_id, line_id, kind, title, published_on, minutes, link, corrects_id, reason, recorded_by,
                    recorded_on, is_planned, is_own)
                VALUES (part, place.id, plan.id, part, 'news', 'x', '2023-06-05', 5, 'https://x', core.new_id(), 'x', place.post, '2023-06-05', true, true);
                INSERT INTO core.criticism (id, tenant_id, unit_id, campaign_id, kind, items, words, proposed_by, proposed_on, facts, explain_by)
                VALUES (part, place.id, place.id, plan.id, 'reminder', ARRAY[whole], 'x', place.post, '2023-06-01',
                    jsonb_build_array(jsonb_build_object('item', whole, 'code', 'x', 'title', 'x', 'dueOn', '2023-05-01', 'lateDays', 31)), '2023-06-08');
                INSERT INTO core.criticism_step (id, criticism_id, tenant_id, position, step, words, document_number, document_on, recorded_by, recorded_on,
                    before, state, explain_by, not_before)
                VALUES (core.new_id(), part, place.id, 1, 'explain', 'x', 'x', '2023-06-05', place.post, '2023-06-05', 'proposed', 'explained', '2023-06-08',
                    '2023-06-01');
                INSERT INTO core.handling (tenant_id, id, item_id, unit_id, kind, document_number, document_on, words, recorded_by, recorded_on, late)
                VALUES (place.id, core.new_id(), whole, place.id, 'reminder', 'x', '2023-06-05', 'x', place.post, '2023-06-05', true);
                INSERT INTO core.dossier_opinion (id, tenant_id, dossier_id, body, question, document_number, due_on, recorded_by, recorded_on, answered_on,
                    answer, answer_number, agrees, state)
                VALUES (core.new_id(), place.id, whole, 'x', 'x', 'x', '2023-06-19', place.post, '2023-06-05', '2023-06-06', 'x', 'x', true, 'received');
                INSERT INTO core.petition (id, tenant_id, campaign_id, dossier_id, kind, words, recorded_by, recorded_on, answered_on, outcome, answer,
                    answer_number, dossier_known, term_days, term_source, due_on)
                VALUES (core.new_id(), place.id, plan.id, whole, 'petition', 'x', place.post, '2023-06-05', '2023-06-06', 'upheld', 'x', 'x', true, 10, 'x',
                    '2023-06-19');
                PERFORM set_config('session_replication_role', 'origin', true);

                INSERT INTO core.inbox (tenant_id, cause, target) VALUES (place.id, 'x', 'x');
                INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, state, last_error)
                VALUES (core.new_id(), 'canary', place.id, plan.id, 'canary', place.slug, 'dead', 'x');
                WITH gone AS (
                    INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from)
                    VALUES (core.new_id(), place.id, 'x', 'x', 'cong_chuc', '2020-01-01')
                    RETURNING id
                )
                INSERT INTO core.account (id, person_id, username, password_hash, disabled_at, disabled_reason)
                SELECT core.new_id(), gone.id, place.slug || '.gone', '$argon2id$x', now(), 'x' FROM gone;
                INSERT INTO core.openid_identity (issuer, subject, account_id)
                SELECT 'x', place.slug, a.id FROM core.account AS a WHERE a.person_id = place.person;
                INSERT INTO core.second_factor (id, account_id, begun_by, ended_at, reason)
                SELECT core.new_id(), c.account_id, c.id, now(), 'x'
                FROM core.credential AS c JOIN core.account AS a ON a.id = c.account_id
                WHERE a.person_id = place.person
                LIMIT 1;
                INSERT INTO core.idempotency (account_id, route, key, request_hash, status, resource, etag)
                SELECT a.id, 'x', 'x', sha256('x'), 200, 'x', 'x' FROM core.account AS a WHERE a.person_id = place.person;
            END LOOP;

            -- A month with an approved return of every unit, closed: of the first tier by the guard, of the others as it would be.
            INSERT INTO core.report_period (id, campaign_id, month, opened_by, opened_on)
            VALUES ('0192a000-0000-7000-8000-0000000c0de1', plan.id, '2023-05-01', office, '2023-05-14');
            INSERT INTO core.unit_return (tenant_id, period_id, unit_id, nothing, results, difficulties, proposals, explanation, drafted_by, recorded_on,
                approved_by, approved_on, to_on, sub_unit_due_on, due_on, is_closed, waiting, warnings)
            SELECT t.id, '0192a000-0000-7000-8000-0000000c0de1', t.id, false, 'x', 'x', 'x', 'x', p.id, '2023-06-20', p.id, '2023-06-20', '2023-06-20',
                '2023-06-20', '2023-06-20', false, 0, '{}'
            FROM core.tenant AS t
                CROSS JOIN LATERAL (SELECT o.id FROM core.post AS o WHERE o.tenant_id = t.id ORDER BY o.id LIMIT 1) AS p;
            INSERT INTO core.month_close (period_id, version, closed_by, head, sha256, closes_on, to_on, silent_units, earlier_open, later_closed, closed_on,
                closed_at, written_in)
            VALUES ('0192a000-0000-7000-8000-0000000c0de1', 1, office, 'x', sha256('x'), '2023-06-20', '2023-06-20', 0, 0, 0, '2023-06-20', now(),
                pg_current_xact_id());
            INSERT INTO core.month_row (tenant_id, period_id, version, position, code, body, sha256)
            SELECT t.id, r.period_id, 1, 1000 + row_number() OVER (ORDER BY t.slug), t.slug, r.body, r.sha256
            FROM core.tenant AS t
                CROSS JOIN LATERAL (SELECT m.* FROM core.month_row AS m ORDER BY m.position LIMIT 1) AS r
            WHERE NOT EXISTS (SELECT FROM core.month_row AS m WHERE m.tenant_id = t.id);

            -- Frozen on a later day than any other row is of: nobody is left to be waited for.
            UPDATE core.installation SET business_date = '2023-07-20';
            INSERT INTO core.review_snapshot (review_id, version, head, sha256, frozen_by, settle_until, silent_units, open_disputes, open_results, frozen_on,
                frozen_at, written_in)
            SELECT '0192a000-0000-7000-8000-0000000c0de0', 1, h.head, sha256(convert_to(h.head || E'\n' || h.parts, 'UTF8')), office, '2023-06-20', 0, 0, 0,
                '2023-06-20', now(), pg_current_xact_id()
            FROM (
                SELECT '{"format":"thidua-snapshot-1","ledger":{"campaign":"CANARY","review":"interim","frozen":true,"asOf":"2023-06-20","units":[]}}' AS head,
                    string_agg(encode(sha256(p.ledger || '\x0a'::bytea || judged || '\x0a'::bytea || '[]'::bytea), 'hex') || ' ' || p.slug || E'\n', ''
                        ORDER BY p.position) AS parts
                FROM (
                    SELECT t.slug, row_number() OVER (ORDER BY t.slug) AS position,
                        convert_to(format('{"code":"%s","name":"x","mottoAccepted":null,"items":[]}', t.slug), 'UTF8') AS ledger
                    FROM core.tenant AS t
                ) AS p
            ) AS h;
            INSERT INTO core.review_part (tenant_id, review_id, version, unit_id, position, code, name, ledger, verdict, checks, sha256)
            SELECT p.id, '0192a000-0000-7000-8000-0000000c0de0', 1, p.id, p.position, p.slug, 'x', p.ledger, judged, '[]',
                sha256(p.ledger || '\x0a'::bytea || judged || '\x0a'::bytea || '[]'::bytea)
            FROM (
                SELECT t.id, t.slug, row_number() OVER (ORDER BY t.slug) AS position,
                    convert_to(format('{"code":"%s","name":"x","mottoAccepted":null,"items":[]}', t.slug), 'UTF8') AS ledger
                FROM core.tenant AS t
            ) AS p;
            INSERT INTO core.nomination_round (id, review_id, opens_on, cut_off, guidance_number, guidance_on, opened_by, opened_on)
            VALUES (core.new_id(), '0192a000-0000-7000-8000-0000000c0de0', '2023-06-20', '2023-06-30', 'x', '2023-06-20', office, '2023-07-20');
            SET CONSTRAINTS ALL IMMEDIATE;
            UPDATE core.installation SET business_date = '2023-06-20';
        END
        $$;
        """#
}
