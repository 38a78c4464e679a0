-- What a tenant's own tables have beyond what they inherit from their parents: the privileges of the tenant's role,
-- foreign keys to siblings and to the catalogue, policies, and the tenant's own functions. Data: `core.tenant_apply`
-- (60_tenant.sql) makes every tenant agree with it, `thidua doctor` names each difference. {schema} is the tenant's schema.

DELETE FROM core.tenant_relation;
INSERT INTO core.tenant_relation (name, position, grants) VALUES
    ('sub_unit',         10, 'SELECT, INSERT, UPDATE'),
    ('sub_unit_version', 20, 'SELECT, INSERT, UPDATE'),
    ('launch',           30, 'SELECT, INSERT'),
    ('launch_step',      40, 'SELECT, INSERT'),
    ('work_item',        50, 'SELECT, INSERT, UPDATE'),
    ('work_item_change', 60, 'SELECT'),
    ('progress',         70, 'SELECT, INSERT'),
    ('ruling',           80, 'SELECT, INSERT'),
    ('extension_step',   82, 'SELECT, INSERT'),
    ('dispute_step',     83, 'SELECT, INSERT'),
    ('evidence',         84, 'SELECT, INSERT'),
    ('evidence_chunk',   86, 'SELECT, INSERT'),
    ('item_correction',  48, 'SELECT, INSERT'),
    ('occurrence',       62, 'SELECT, INSERT'),
    ('item_draft',       66, 'SELECT, INSERT'),
    ('item_source',      64, 'SELECT, INSERT'),
    ('motto_step',       88, 'SELECT, INSERT'),
    ('inbox',            90, 'SELECT, INSERT'),
    ('draft',           100, 'SELECT, INSERT, UPDATE'),
    ('draft_step',      110, 'SELECT, INSERT'),
    ('review_part',     120, 'SELECT'),
    ('review_confirmation', 122, 'SELECT, INSERT'),
    ('review_dispute',  124, 'SELECT, INSERT'),
    ('review_answer',   126, 'SELECT'),
    ('own_rules',       127, 'SELECT'),
    ('own_giver',       128, 'SELECT'),
    ('own_council_rule', 129, 'SELECT'),
    ('own_round',       130, 'SELECT, INSERT, UPDATE'),
    ('award_dossier',   131, 'SELECT, INSERT'),
    ('dossier_document', 132, 'SELECT, INSERT'),
    ('dossier_step',    134, 'SELECT, INSERT'),
    ('dossier_regime',  136, 'SELECT'),
    ('own_slot',        138, 'SELECT'),
    ('initiative',      139, 'SELECT, INSERT'),
    ('initiative_step', 141, 'SELECT, INSERT'),
    ('council_session', 140, 'SELECT'),
    ('session_member',  142, 'SELECT'),
    ('session_dossier', 144, 'SELECT'),
    ('vote_turnout',    146, 'SELECT'),
    ('ballot_choice',   148, ''),
    ('vote_count',      150, 'SELECT'),
    ('award_decision',  160, 'SELECT, INSERT'),
    ('award',           162, 'SELECT, INSERT'),
    ('register_entry',  164, 'SELECT'),
    ('publicity_consent', 166, 'SELECT, INSERT'),
    ('award_file',      168, 'SELECT, INSERT'),
    ('award_chunk',     169, 'SELECT, INSERT'),
    ('handling',        170, 'SELECT, INSERT'),
    ('unit_return',     172, 'SELECT, INSERT, UPDATE'),
    ('month_row',       174, 'SELECT');

INSERT INTO core.tenant_key (relation, name, definition) VALUES
    ('sub_unit_version', 'sub_unit_version_unit',   'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('sub_unit_version', 'sub_unit_version_parent', 'FOREIGN KEY (tenant_id, parent_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('launch',      'launch_of_the_province', 'FOREIGN KEY (campaign_id, not_before, deadline) REFERENCES core.campaign_launch (campaign_id, launched_on, launch_deadline)'),
    ('launch',      'launch_unit',     'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('launch_step', 'launch_step_launch', 'FOREIGN KEY (tenant_id, launch_id, unit_id, not_before) REFERENCES {schema}.launch (tenant_id, id, unit_id, not_before)'),
    ('work_item',   'work_item_unit',      'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('work_item',   'work_item_parent',    'FOREIGN KEY (tenant_id, parent_id, parent_due_on) REFERENCES {schema}.work_item (tenant_id, id, sort_due) ON UPDATE CASCADE'),
    ('work_item',   'work_item_content',   'FOREIGN KEY (campaign_id, content_code) REFERENCES core.campaign_content (campaign_id, code)'),
    ('work_item',   'work_item_campaign',  'FOREIGN KEY (campaign_id) REFERENCES core.campaign (id)'),
    ('work_item',   'work_item_directive', 'FOREIGN KEY (directive_id) REFERENCES core.directive (id)'),
    ('work_item',   'work_item_sector',    'FOREIGN KEY (sector) REFERENCES core.sector (code)'),
    ('work_item',   'work_item_assignee',  'FOREIGN KEY (assignee_id) REFERENCES core.person (id)'),
    ('work_item',   'work_item_assigner',  'FOREIGN KEY (assigner_tenant_id) REFERENCES core.tenant (id)'),
    ('work_item',   'work_item_unit_leader',     'FOREIGN KEY (unit_leader_id) REFERENCES core.post (id)'),
    ('work_item',   'work_item_province_leader', 'FOREIGN KEY (province_leader_id) REFERENCES core.post (id)'),
    ('launch_step', 'launch_step_paper',   'FOREIGN KEY (paper_id) REFERENCES core.paper_act (id)'),
    ('ruling',      'ruling_paper',        'FOREIGN KEY (paper_id) REFERENCES core.paper_act (id)'),
    ('launch_step', 'launch_step_delegation', 'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('progress',    'progress_delegation', 'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('ruling',      'ruling_delegation',   'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('draft',       'draft_item',          'FOREIGN KEY (tenant_id, item_id, unit_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id)'),
    ('draft',       'draft_launch',        'FOREIGN KEY (tenant_id, launch_id, unit_id, not_before) REFERENCES {schema}.launch (tenant_id, id, unit_id, not_before)'),
    ('draft_step',  'draft_step_draft',    'FOREIGN KEY (tenant_id, draft_id) REFERENCES {schema}.draft (tenant_id, id)'),
    ('progress',    'progress_draft',      'FOREIGN KEY (tenant_id, draft_id, unit_id) REFERENCES {schema}.draft (tenant_id, id, unit_id)'),
    ('launch_step', 'launch_step_draft',   'FOREIGN KEY (tenant_id, draft_id, unit_id) REFERENCES {schema}.draft (tenant_id, id, unit_id)'),
    ('progress',    'progress_item',       'FOREIGN KEY (tenant_id, item_id, unit_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id)'),
    ('ruling',      'ruling_item',         'FOREIGN KEY (tenant_id, item_id, unit_id, assigner_tenant_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('ruling',      'ruling_report',       'FOREIGN KEY (tenant_id, item_id, report_id, report_kind, evidence_on) REFERENCES {schema}.progress (tenant_id, item_id, id, kind, evidence_on)'),
    ('extension_step', 'extension_item',   'FOREIGN KEY (tenant_id, item_id, unit_id, assigner_tenant_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('extension_step', 'extension_before', 'FOREIGN KEY (tenant_id, item_id, previous_position, previous_step, previous_on) REFERENCES {schema}.extension_step (tenant_id, item_id, position, step, happened_on)'),
    ('dispute_step',   'dispute_item',     'FOREIGN KEY (tenant_id, item_id, unit_id, assigner_tenant_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('dispute_step',   'dispute_before',   'FOREIGN KEY (tenant_id, item_id, previous_position, previous_step, previous_on) REFERENCES {schema}.dispute_step (tenant_id, item_id, position, step, happened_on)'),
    ('dispute_step',   'dispute_ruling',   'FOREIGN KEY (tenant_id, item_id, ruling_id, remedy) REFERENCES {schema}.ruling (tenant_id, item_id, id, kind)'),
    ('dispute_step',   'dispute_proposed', 'FOREIGN KEY (proposed_tenant_id) REFERENCES core.tenant (id)'),
    ('evidence',       'evidence_item',    'FOREIGN KEY (tenant_id, item_id, unit_id, assigner_tenant_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('evidence',       'evidence_report',  'FOREIGN KEY (tenant_id, item_id, report_id, report_kind, evidence_on) REFERENCES {schema}.progress (tenant_id, item_id, id, kind, evidence_on)'),
    ('evidence_chunk', 'evidence_chunk_file', 'FOREIGN KEY (tenant_id, evidence_id) REFERENCES {schema}.evidence (tenant_id, id)'),
    ('work_item',      'work_item_figure_tenant', 'FOREIGN KEY (figure_tenant_id) REFERENCES core.tenant (id)'),
    ('work_item',      'work_item_correction', 'FOREIGN KEY (tenant_id, correction_id, unit_id, assigner_tenant_id) REFERENCES {schema}.item_correction (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('ruling',         'ruling_correction', 'FOREIGN KEY (tenant_id, correction_id, unit_id, assigner_tenant_id) REFERENCES {schema}.item_correction (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('item_draft',     'item_draft_unit',   'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('item_draft',     'item_draft_before', 'FOREIGN KEY (tenant_id, id, previous_version, previous_state, unit_id) REFERENCES {schema}.item_draft (tenant_id, id, version, state, unit_id)'),
    ('occurrence',     'occurrence_item',  'FOREIGN KEY (tenant_id, item_id, unit_id, assigner_tenant_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('progress',       'progress_occurrence', 'FOREIGN KEY (tenant_id, item_id, occurrence_due_on) REFERENCES {schema}.occurrence (tenant_id, item_id, due_on)'),
    ('item_source',    'item_source_item', 'FOREIGN KEY (tenant_id, item_id, unit_id, assigner_tenant_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id, assigner_tenant_id)'),
    ('item_source',    'item_source_directive', 'FOREIGN KEY (directive_id) REFERENCES core.directive (id)'),
    ('motto_step',  'motto_step_unit',       'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('motto_step',  'motto_step_campaign',   'FOREIGN KEY (campaign_id) REFERENCES core.campaign (id)'),
    ('motto_step',  'motto_step_delegation', 'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('review_part',    'review_part_snapshot', 'FOREIGN KEY (review_id, version) REFERENCES core.review_snapshot (review_id, version) DEFERRABLE INITIALLY DEFERRED'),
    ('review_part',    'review_part_unit',    'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('review_confirmation', 'review_confirmation_review', 'FOREIGN KEY (review_id) REFERENCES core.review (id)'),
    ('review_dispute', 'review_dispute_review', 'FOREIGN KEY (review_id) REFERENCES core.review (id)'),
    ('review_dispute', 'review_dispute_item', 'FOREIGN KEY (tenant_id, item_id, unit_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id)'),
    ('unit_return',    'unit_return_period',   'FOREIGN KEY (period_id) REFERENCES core.report_period (id)'),
    ('unit_return',    'unit_return_unit',     'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('unit_return',    'unit_return_delegation', 'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('month_row',      'month_row_close',      'FOREIGN KEY (period_id, version) REFERENCES core.month_close (period_id, version) DEFERRABLE INITIALLY DEFERRED'),
    ('review_answer',  'review_answer_dispute', 'FOREIGN KEY (tenant_id, dispute_id) REFERENCES {schema}.review_dispute (tenant_id, id)'),
    ('award_dossier',  'award_dossier_unit',   'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('award_dossier',  'award_dossier_person', 'FOREIGN KEY (person_id) REFERENCES core.person (id)'),
    ('award_dossier',  'award_dossier_campaign', 'FOREIGN KEY (campaign_id) REFERENCES core.campaign (id)'),
    ('award_dossier',  'award_dossier_review', 'FOREIGN KEY (review_id) REFERENCES core.review (id)'),
    ('award_dossier',  'award_dossier_regime', 'FOREIGN KEY (regime_code) REFERENCES core.legal_regime (code)'),
    ('dossier_document', 'dossier_document_dossier', 'FOREIGN KEY (tenant_id, dossier_id) REFERENCES {schema}.award_dossier (tenant_id, id)'),
    ('dossier_step',   'dossier_step_dossier', 'FOREIGN KEY (tenant_id, dossier_id) REFERENCES {schema}.award_dossier (tenant_id, id)'),
    ('dossier_step',   'dossier_step_delegation', 'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('dossier_regime', 'dossier_regime_dossier', 'FOREIGN KEY (tenant_id, dossier_id) REFERENCES {schema}.award_dossier (tenant_id, id)'),
    ('dossier_regime', 'dossier_regime_code',  'FOREIGN KEY (regime_code) REFERENCES core.legal_regime (code)'),
    ('initiative',     'initiative_unit',      'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('initiative',     'initiative_person',    'FOREIGN KEY (person_id) REFERENCES core.person (id)'),
    ('initiative',     'initiative_campaign',  'FOREIGN KEY (campaign_id) REFERENCES core.campaign (id)'),
    ('initiative',     'initiative_dossier',   'FOREIGN KEY (tenant_id, dossier_id) REFERENCES {schema}.award_dossier (tenant_id, id)'),
    ('initiative_step', 'initiative_step_initiative', 'FOREIGN KEY (tenant_id, initiative_id) REFERENCES {schema}.initiative (tenant_id, id)'),
    ('initiative_step', 'initiative_step_delegation', 'FOREIGN KEY (delegation_id) REFERENCES core.delegation (id)'),
    ('session_member', 'session_member_session', 'FOREIGN KEY (tenant_id, session_id) REFERENCES {schema}.council_session (tenant_id, id)'),
    ('session_dossier', 'session_dossier_session', 'FOREIGN KEY (tenant_id, session_id) REFERENCES {schema}.council_session (tenant_id, id)'),
    ('vote_turnout',   'vote_turnout_member',  'FOREIGN KEY (tenant_id, session_id, person_id) REFERENCES {schema}.session_member (tenant_id, session_id, person_id)'),
    ('vote_turnout',   'vote_turnout_dossier', 'FOREIGN KEY (tenant_id, session_id, dossier_id) REFERENCES {schema}.session_dossier (tenant_id, session_id, dossier_id)'),
    ('ballot_choice',  'ballot_choice_dossier', 'FOREIGN KEY (tenant_id, session_id, dossier_id) REFERENCES {schema}.session_dossier (tenant_id, session_id, dossier_id)'),
    ('vote_count',     'vote_count_dossier',   'FOREIGN KEY (tenant_id, session_id, dossier_id) REFERENCES {schema}.session_dossier (tenant_id, session_id, dossier_id)'),
    ('handling',       'handling_item',        'FOREIGN KEY (tenant_id, item_id, unit_id) REFERENCES {schema}.work_item (tenant_id, id, unit_id)'),
    ('handling',       'handling_person',      'FOREIGN KEY (person_id) REFERENCES core.person (id)'),
    ('award',          'award_decision',       'FOREIGN KEY (tenant_id, decision_id) REFERENCES {schema}.award_decision (tenant_id, id)'),
    ('register_entry', 'register_without_gaps', 'FOREIGN KEY (tenant_id, book, kind, year, previous) REFERENCES {schema}.register_entry (tenant_id, book, kind, year, number)'),
    ('own_giver',      'own_giver_rules',      'FOREIGN KEY (tenant_id, rules_id) REFERENCES {schema}.own_rules (tenant_id, id)'),
    ('own_giver',      'own_giver_unit',       'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('own_council_rule', 'own_council_rule_rules', 'FOREIGN KEY (tenant_id, rules_id) REFERENCES {schema}.own_rules (tenant_id, id)'),
    ('own_round',      'own_round_giver',      'FOREIGN KEY (tenant_id, rules_id, unit_id) REFERENCES {schema}.own_giver (tenant_id, rules_id, unit_id)'),
    ('own_round',      'own_round_campaign',   'FOREIGN KEY (campaign_id) REFERENCES core.campaign (id)'),
    ('own_slot',       'own_slot_round',       'FOREIGN KEY (tenant_id, round_id) REFERENCES {schema}.own_round (tenant_id, id)'),
    ('own_slot',       'own_slot_dossier',     'FOREIGN KEY (tenant_id, dossier_id) REFERENCES {schema}.award_dossier (tenant_id, id)'),
    ('award_dossier',  'award_dossier_round',  'FOREIGN KEY (tenant_id, round_id) REFERENCES {schema}.own_round (tenant_id, id)'),
    ('award_dossier',  'award_dossier_giver',  'FOREIGN KEY (tenant_id, rules_id, giver_id) REFERENCES {schema}.own_giver (tenant_id, rules_id, unit_id)'),
    ('award_decision', 'award_decision_unit',  'FOREIGN KEY (tenant_id, unit_id) REFERENCES {schema}.sub_unit (tenant_id, id)'),
    ('publicity_consent', 'consent_dossier',   'FOREIGN KEY (tenant_id, dossier_id) REFERENCES {schema}.award_dossier (tenant_id, id)'),
    ('award_file',     'award_file_session',   'FOREIGN KEY (tenant_id, session_id) REFERENCES {schema}.council_session (tenant_id, id)'),
    ('award_file',     'award_file_decision',  'FOREIGN KEY (tenant_id, decision_id) REFERENCES {schema}.award_decision (tenant_id, id)'),
    ('award_file',     'award_file_document',  'FOREIGN KEY (tenant_id, document_id) REFERENCES {schema}.dossier_document (tenant_id, id)'),
    ('award_file',     'award_file_initiative', 'FOREIGN KEY (tenant_id, initiative_id) REFERENCES {schema}.initiative (tenant_id, id)'),
    ('award_file',     'award_file_consent',   'FOREIGN KEY (tenant_id, consent_id) REFERENCES {schema}.publicity_consent (tenant_id, id)'),
    ('award_file',     'award_file_remedy',    'FOREIGN KEY (remedy_step_id) REFERENCES core.remedy_step (id)'),
    ('award_file',     'award_file_good_model', 'FOREIGN KEY (good_model_id) REFERENCES core.good_model (id)'),
    ('award_file',     'award_file_review_paper', 'FOREIGN KEY (tenant_id, review_paper_id) REFERENCES core.review_event_paper (tenant_id, id)'),
    ('award_file',     'award_file_name',      'FOREIGN KEY (name_id) REFERENCES core.name_confirmation (id)'),
    ('award_file',     'award_file_superseded', 'FOREIGN KEY (tenant_id, replaces_id) REFERENCES {schema}.award_file (tenant_id, id)'),
    ('award_chunk',    'award_chunk_file',     'FOREIGN KEY (tenant_id, file_id) REFERENCES {schema}.award_file (tenant_id, id)');

-- In sight: the whole tree for posts that reach it, else the post's own subtree.
INSERT INTO core.tenant_policy (relation, name, command, using_, check_) VALUES
    ('sub_unit', 'own_tree', 'SELECT', 'tenant_id = (SELECT core.actor_tenant())', NULL),
    ('sub_unit', 'managed_add', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''directory.manage'')) AND recorded_on = (SELECT core.today())'),
    ('sub_unit', 'managed_change', 'UPDATE',
        'tenant_id = (SELECT core.actor_writes()) AND id <> tenant_id AND (SELECT core.actor_may(''directory.manage''))',
        'tenant_id = (SELECT core.actor_writes())'),
    ('sub_unit_version', 'own_tree', 'SELECT', 'tenant_id = (SELECT core.actor_tenant())', NULL),
    ('sub_unit_version', 'managed_add', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND unit_id <> tenant_id AND (SELECT core.actor_may(''directory.manage''))
         AND recorded_on = (SELECT core.today())'),
    -- What was mistyped is written anew on the same day; the audit has what it said.
    ('sub_unit_version', 'managed_anew', 'UPDATE',
        'tenant_id = (SELECT core.actor_writes()) AND unit_id <> tenant_id AND (SELECT core.actor_may(''directory.manage''))
         AND recorded_on = (SELECT core.today())',
        'tenant_id = (SELECT core.actor_writes())'),

    ('launch', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('launch', 'received', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_is_system()) AND (SELECT core.actor_may(''launch.receive''))
         AND recorded_on = (SELECT core.today())'),
    ('launch_step', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('launch_step', 'reported', 'INSERT', NULL,
        'paper_id IS NULL AND (draft_id IS NOT NULL OR step <> ''launched'' OR (SELECT core.actor_reports_directly()))
         AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''launch.report'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))'),
    -- From a signed paper: by who may record it, of what the signer himself might have reported.
    ('launch_step', 'recorded_from_a_paper', 'INSERT', NULL,
        'paper_id IS NOT NULL AND tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''paper.record''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()) AND core.paper_lends(paper_id, ''launch.report'')
         AND (core.paper_whole(paper_id) OR unit_id = ANY (core.paper_seats(paper_id)))'),

    ('work_item', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR assignee_id = (SELECT core.actor_person())))', NULL),
    ('work_item', 'handed_on', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.assign''))
         AND assigner_post_id = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND (unit_id <> tenant_id OR (parent_id IS NOT NULL AND assignee_id IS NOT NULL))
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))
         -- What an item names, its assigner must see: a foreign key alone would tell whose ids there are.
         AND (assignee_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = assignee_id))
         AND (unit_leader_id IS NULL OR EXISTS (SELECT FROM core.post AS l WHERE l.id = unit_leader_id))
         AND (province_leader_id IS NULL OR core.leader_title(province_leader_id) IS NOT NULL)
         AND (directive_id IS NULL OR EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id))'),
    -- By who reaches the whole tenant; for the rest, what his own sub-unit gave is his to say, also what his predecessor gave in it.
    ('work_item', 'changed_by_its_assigner', 'UPDATE',
        'tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.assign''))
         AND (unit_id <> tenant_id OR parent_id IS NOT NULL)
         AND ((SELECT core.actor_whole()) IS NOT NULL OR assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[]))',
        'tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id
         AND (assignee_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = assignee_id))
         AND (unit_leader_id IS NULL OR EXISTS (SELECT FROM core.post AS l WHERE l.id = unit_leader_id))
         AND (province_leader_id IS NULL OR core.leader_title(province_leader_id) IS NOT NULL)
         AND (directive_id IS NULL OR EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id))'),
    ('work_item_change', 'in_sight', 'SELECT', 'EXISTS (SELECT FROM {schema}.work_item AS i WHERE i.tenant_id = work_item_change.tenant_id AND i.id = item_id)', NULL),

    ('progress', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('progress', 'reported', 'INSERT', NULL,
        '(draft_id IS NOT NULL OR kind = ''acknowledged'' OR (SELECT core.actor_reports_directly()))
         AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''progress.report'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL
              OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])
              OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[]))'),
    ('ruling', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('ruling', 'withdrawn_by_the_doer', 'INSERT', NULL,
        'kind = ''withdrawn'' AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''progress.report''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL
              OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])
              OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[]))'),
    ('ruling', 'ruled_by_the_assigner', 'INSERT', NULL,
        'kind NOT IN (''withdrawn'', ''succeeded'') AND paper_id IS NULL AND tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.rule'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.work_item AS i
                     WHERE i.tenant_id = ruling.tenant_id AND i.id = item_id
                       AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                       AND ((SELECT core.actor_whole()) IS NOT NULL OR i.assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[]))
                       -- Nobody accepts what he did himself, nor the item of a sub-unit that he sits in (A66); under a delegation neither
                       -- what the delegate did nor what the giver did.
                       AND CASE WHEN i.assignee_id IS NULL THEN i.unit_id <> ALL ((SELECT core.actor_seats())::uuid[])
                           ELSE i.assignee_id <> ALL ((SELECT core.actor_persons())::uuid[]) END)
         AND ((SELECT core.actor_delegation()) IS NULL OR report_id IS NULL OR NOT EXISTS (
                SELECT FROM {schema}.progress AS r
                    LEFT JOIN core.delegation AS d ON d.id = r.delegation_id
                    LEFT JOIN core.post AS p ON p.id = r.recorded_by
                WHERE r.tenant_id = ruling.tenant_id AND r.id = ruling.report_id
                  AND coalesce(d.delegate_id, p.person_id) = ANY ((SELECT core.actor_persons())::uuid[])))'),
    -- From a signed paper: as the signer himself might have ruled (A66).
    ('ruling', 'recorded_from_a_paper', 'INSERT', NULL,
        'kind NOT IN (''withdrawn'', ''succeeded'') AND paper_id IS NOT NULL AND tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id
         AND (SELECT core.actor_may(''paper.record'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND core.paper_lends(paper_id, ''item.rule'')
         AND EXISTS (SELECT FROM {schema}.work_item AS i
                     WHERE i.tenant_id = ruling.tenant_id AND i.id = item_id
                       AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                       AND (core.paper_whole(paper_id) OR i.assigner_post_id = ANY (core.giving_posts(core.paper_post(paper_id))))
                       AND CASE WHEN i.assignee_id IS NULL THEN i.unit_id <> ALL (core.paper_seats(paper_id))
                           ELSE i.assignee_id <> core.paper_signer(paper_id) END)'),

    -- The motto: a unit assesses itself, or its head does for what is below; the unit's council decides on sub-units that its members do not sit
    -- in (A53, A66).
    ('motto_step', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('motto_step', 'assessed', 'INSERT', NULL,
        'step = ''assessed'' AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''motto.assess'')) AND recorded_by = (SELECT core.actor_post())
         AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))'),
    ('motto_step', 'decided_by_the_council', 'INSERT', NULL,
        'body = ''unitCouncil'' AND unit_id <> tenant_id AND tenant_id = (SELECT core.actor_writes()) AND tenant_id = (SELECT core.actor_whole())
         AND (SELECT core.actor_may(''motto.decide'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND NOT EXISTS (SELECT FROM core.role AS r WHERE r.code = (SELECT (core.actor())[6]) AND r.province_role IS NOT NULL)
         AND unit_id <> ALL ((SELECT core.motto_barred_units())::uuid[])
         AND NOT core.motto_assessed_by_actor(tenant_id, campaign_id, unit_id, review)'),

    -- Items before they are given: prepared, and seen, by who may give them, as far as he reaches.
    ('item_draft', 'prepared', 'SELECT',
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''item.assign''))
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('item_draft', 'drafted', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''item.assign'')) AND recorded_by = (SELECT core.actor_post())
         AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))'),

    -- Drafts: seen by who wrote them and by the posts that they have reached, nobody else (A59).
    ('draft', 'along_the_chain', 'SELECT',
        'tenant_id = (SELECT core.actor_tenant())
         AND (drafted_by = (SELECT core.actor_post())
              OR (reached >= 1 AND (SELECT core.actor_draft_level()) = 1 AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))
              OR (reached >= 2 AND (SELECT core.actor_draft_level()) = 2))', NULL),
    ('draft', 'drafted', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND drafted_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND (SELECT core.actor_draft_level()) < 2
         AND CASE kind WHEN ''launched'' THEN (SELECT core.actor_may(''launch.report'')) ELSE (SELECT core.actor_may(''progress.report'')) END
         AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[]))'),
    ('draft', 'redrafted', 'UPDATE',
        'tenant_id = (SELECT core.actor_writes()) AND drafted_by = (SELECT core.actor_post())
         AND CASE kind WHEN ''launched'' THEN (SELECT core.actor_may(''launch.report'')) ELSE (SELECT core.actor_may(''progress.report'')) END',
        'tenant_id = (SELECT core.actor_writes()) AND drafted_by = (SELECT core.actor_post())'),
    ('draft_step', 'along_the_chain', 'SELECT', 'EXISTS (SELECT FROM {schema}.draft AS d WHERE d.tenant_id = draft_step.tenant_id AND d.id = draft_id)', NULL),
    ('draft_step', 'moved', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND step <> ''approved''
         AND EXISTS (SELECT FROM {schema}.draft AS d
                     WHERE d.tenant_id = draft_step.tenant_id AND d.id = draft_id AND d.state NOT IN (''approved'', ''discarded'')
                       AND CASE d.kind WHEN ''launched'' THEN (SELECT core.actor_may(''launch.report'')) ELSE (SELECT core.actor_may(''progress.report'')) END
                       AND d.level = (SELECT core.actor_draft_level()) AND (d.level > d.origin OR d.drafted_by = (SELECT core.actor_post())))'),

    ('extension_step', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('extension_step', 'asked_by_the_doer', 'INSERT', NULL,
        'step = ''asked'' AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''progress.report''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL
              OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])
              OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[]))'),
    -- After the fact by the head of the unit alone: inside it he signs as the Chairman does in the province.
    ('extension_step', 'decided_by_the_assigner', 'INSERT', NULL,
        'step <> ''asked'' AND tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.rule''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND (NOT post_facto OR (SELECT (core.actor())[6]) = ''unit_head'')
         AND EXISTS (SELECT FROM {schema}.work_item AS i
                     WHERE i.tenant_id = extension_step.tenant_id AND i.id = item_id
                       AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                       AND ((SELECT core.actor_whole()) IS NOT NULL OR i.assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[]))
                       -- Nobody grants himself time (A66), nor through a delegation.
                       AND CASE WHEN i.assignee_id IS NULL THEN i.unit_id <> ALL ((SELECT core.actor_seats())::uuid[])
                           ELSE i.assignee_id <> ALL ((SELECT core.actor_persons())::uuid[]) END)'),

    ('dispute_step', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('dispute_step', 'raised_by_the_doer', 'INSERT', NULL,
        'step = ''raised'' AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''progress.report''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL
              OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])
              OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[]))'),
    ('dispute_step', 'answered_by_the_assigner', 'INSERT', NULL,
        'step <> ''raised'' AND tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.rule''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.work_item AS i
                     WHERE i.tenant_id = dispute_step.tenant_id AND i.id = item_id
                       AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                       AND ((SELECT core.actor_whole()) IS NOT NULL OR i.assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[]))
                       -- Nobody answers himself (A66), nor through a delegation.
                       AND CASE WHEN i.assignee_id IS NULL THEN i.unit_id <> ALL ((SELECT core.actor_seats())::uuid[])
                           ELSE i.assignee_id <> ALL ((SELECT core.actor_persons())::uuid[]) END)'),

    ('evidence', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('evidence', 'added_by_the_doer', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''progress.report'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL
              OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])
              OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[]))'),
    ('evidence_chunk', 'of_files_in_sight', 'SELECT',
        'EXISTS (SELECT FROM {schema}.evidence AS e WHERE e.tenant_id = evidence_chunk.tenant_id AND e.id = evidence_id)', NULL),
    ('evidence_chunk', 'written_with_its_file', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND EXISTS (
            SELECT FROM {schema}.evidence AS e
            WHERE e.tenant_id = evidence_chunk.tenant_id AND e.id = evidence_id AND e.recorded_by = (SELECT core.actor_post())
              AND e.written_in = pg_current_xact_id())'),

    -- What the assigner says of an item beyond its terms: by who may change them.
    ('occurrence', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('occurrence', 'given_by_the_assigner', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.assign''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.work_item AS i
                     WHERE i.tenant_id = occurrence.tenant_id AND i.id = item_id
                       AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                       AND ((SELECT core.actor_whole()) IS NOT NULL OR i.assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[])))'),
    ('item_source', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR item_id = ANY ((SELECT {schema}.actor_items())::uuid[])))', NULL),
    ('item_source', 'given_by_the_assigner', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.assign''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.work_item AS i
                     WHERE i.tenant_id = item_source.tenant_id AND i.id = item_id
                       AND (i.unit_id <> i.tenant_id OR i.parent_id IS NOT NULL)
                       AND ((SELECT core.actor_whole()) IS NOT NULL OR i.assigner_post_id = ANY ((SELECT core.giving_posts(core.actor_post()))::uuid[])))
         AND EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id)'),
    ('item_correction', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])))', NULL),
    ('item_correction', 'recorded_by_the_assigner', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND assigner_tenant_id = tenant_id AND (SELECT core.actor_may(''item.rule''))
         AND (SELECT core.actor_may(''item.assign'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))'),

    -- The review: what a sub-unit was judged on is read by who reaches it, what the unit says about its ledger by who sees it whole.
    ('review_part', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('review_confirmation', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('review_confirmation', 'confirmed', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''review.answer''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('review_dispute', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('review_dispute', 'disputed', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''review.answer''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('review_answer', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),

    -- Awards: the unit proposes, its council decides before it submits; what it decides on others' votes is written by routines alone.
    ('award_dossier', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('award_dossier', 'drafted', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.propose''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()) AND (giver_id IS NULL OR giver_id = tenant_id)
         AND (person_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id))'),
    -- Own authority: what is given to a sub-unit or in it, its own posts see; they propose it, and where it gives itself keep and sign it.
    ('award_dossier', 'own_in_sight', 'SELECT',
        'giver_id IS NOT NULL AND tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])', NULL),
    -- Who sits in the council reads what it votes on while it does, with its papers but those of his own dossier, whatever his post reaches; and does
    -- nothing else about it.
    ('award_dossier', 'voted_on', 'SELECT', 'id = ANY ((SELECT core.sat_dossiers())::uuid[])', NULL),
    ('dossier_document', 'voted_on', 'SELECT',
        'dossier_id = ANY ((SELECT core.sat_dossiers())::uuid[])
         AND NOT EXISTS (SELECT FROM {schema}.award_dossier AS d WHERE d.tenant_id = dossier_document.tenant_id AND d.id = dossier_id
                         AND d.person_id = (SELECT core.actor_person()))', NULL),
    -- Who is proposed reads how far it came: its row, and neither papers nor steps nor votes.
    ('award_dossier', 'ones_own', 'SELECT', 'person_id = (SELECT core.actor_person())', NULL),
    ('award_dossier', 'own_drafted', 'INSERT', NULL,
        'track IN (''ownReview'', ''ownAdHoc'') AND tenant_id = (SELECT core.actor_writes()) AND ''proposer'' = ANY (core.own_parties(giver_id, true))
         AND (tenant_id = (SELECT core.actor_whole()) OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND (person_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id))'),
    ('dossier_document', 'own_in_sight', 'SELECT',
        'EXISTS (SELECT FROM {schema}.award_dossier AS d WHERE d.tenant_id = dossier_document.tenant_id AND d.id = dossier_id AND d.giver_id IS NOT NULL
                 AND d.unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('dossier_document', 'own_added', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.award_dossier AS d WHERE d.tenant_id = dossier_document.tenant_id AND d.id = dossier_id
                     AND d.unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) AND ''proposer'' = ANY (core.own_parties(d.giver_id, true)))'),
    ('dossier_step', 'own_in_sight', 'SELECT',
        'giver_id IS NOT NULL AND tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])', NULL),
    ('dossier_step', 'own_taken', 'INSERT', NULL,
        'giver_id IS NOT NULL AND tenant_id = (SELECT core.actor_writes())
         AND (tenant_id = (SELECT core.actor_whole()) OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))
         AND coalesce(party = ANY (core.own_parties(giver_id, true)), cardinality(core.own_parties(giver_id, true)) > 0)
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('own_rules', 'of_the_unit', 'SELECT', 'tenant_id = (SELECT core.actor_tenant())', NULL),
    ('own_giver', 'of_the_unit', 'SELECT', 'tenant_id = (SELECT core.actor_tenant())', NULL),
    ('own_council_rule', 'of_the_unit', 'SELECT', 'tenant_id = (SELECT core.actor_tenant())', NULL),
    ('own_round', 'of_the_unit', 'SELECT', 'tenant_id = (SELECT core.actor_tenant())', NULL),
    ('own_round', 'opened', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND ''appraiser'' = ANY (core.own_parties(unit_id, true))
         AND opened_by = (SELECT core.actor_post()) AND opened_on = (SELECT core.today())'),
    ('own_round', 'locked', 'UPDATE',
        'tenant_id = (SELECT core.actor_writes()) AND ''appraiser'' = ANY (core.own_parties(unit_id, true))',
        'locked_on = (SELECT core.today())'),
    ('own_slot', 'in_sight', 'SELECT',
        'EXISTS (SELECT FROM {schema}.award_dossier AS d WHERE d.tenant_id = own_slot.tenant_id AND d.id = dossier_id)', NULL),
    ('award_decision', 'own_in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])', NULL),
    ('award_decision', 'recorded_by_who_gives', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND ''clerk'' = ANY (core.own_parties(coalesce(unit_id, tenant_id), true))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('award', 'own_in_sight', 'SELECT',
        'EXISTS (SELECT FROM {schema}.award_decision AS x WHERE x.tenant_id = award.tenant_id AND x.id = decision_id
                 AND x.unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('award', 'recorded_by_who_gives', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.award_decision AS x WHERE x.tenant_id = award.tenant_id AND x.id = decision_id
                     AND ''clerk'' = ANY (core.own_parties(coalesce(x.unit_id, x.tenant_id), true)))'),
    ('register_entry', 'own_in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])', NULL),
    ('dossier_document', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('dossier_document', 'added', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.propose''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND NOT EXISTS (SELECT FROM {schema}.award_dossier AS d
                         WHERE d.tenant_id = dossier_document.tenant_id AND d.id = dossier_id AND d.giver_id <> d.tenant_id)'),
    ('dossier_step', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('dossier_step', 'taken_by_the_unit', 'INSERT', NULL,
        'giver_id IS NULL AND tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes())
         AND coalesce(party = ANY ((SELECT core.award_parties())::text[]), cardinality((SELECT core.award_parties())) > 0)
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('dossier_regime', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    -- Initiatives: whoever reports may register what he or his unit did; who proposes awards answers (IV.2.2.b of the plan).
    ('initiative', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole())
         OR (tenant_id = (SELECT core.actor_tenant())
             AND (unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]) OR person_id = (SELECT core.actor_person())))', NULL),
    ('initiative', 'registered', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''initiative.register''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL
              OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])
              OR person_id = (SELECT core.actor_person()))
         AND (person_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id))'),
    ('initiative_step', 'in_sight', 'SELECT',
        'EXISTS (SELECT FROM {schema}.initiative AS i WHERE i.tenant_id = initiative_step.tenant_id AND i.id = initiative_id)', NULL),
    ('initiative_step', 'taken', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND core.actor_may(CASE party WHEN ''desk'' THEN ''award.propose'' ELSE ''initiative.register'' END)
         AND (party <> ''desk'' OR tenant_id = (SELECT core.actor_whole()))
         AND EXISTS (SELECT FROM {schema}.initiative AS i WHERE i.tenant_id = initiative_step.tenant_id AND i.id = initiative_id)'),
    -- A session is seen by who sits in it too.
    ('council_session', 'sat_in', 'SELECT', 'id = ANY ((SELECT core.sat_sessions())::uuid[])', NULL),
    ('session_member', 'sat_in', 'SELECT', 'session_id = ANY ((SELECT core.sat_sessions())::uuid[])', NULL),
    ('session_dossier', 'sat_in', 'SELECT', 'session_id = ANY ((SELECT core.sat_sessions())::uuid[])', NULL),
    ('vote_turnout', 'sat_in', 'SELECT', 'session_id = ANY ((SELECT core.sat_sessions())::uuid[])', NULL),
    ('vote_count', 'sat_in', 'SELECT', 'session_id = ANY ((SELECT core.sat_sessions())::uuid[])', NULL),
    ('council_session', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('session_member', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('session_dossier', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('vote_turnout', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('vote_count', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('award_decision', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('award', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('register_entry', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),

    -- What who is awarded says of being named in public (A72): recorded by who puts him forward, read as his dossier is, and by himself.
    ('publicity_consent', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),
    ('publicity_consent', 'own_in_sight', 'SELECT',
        'giver_id IS NOT NULL AND tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])', NULL),
    ('publicity_consent', 'ones_own', 'SELECT',
        'tenant_id = (SELECT core.actor_tenant()) AND nominee = (SELECT core.actor_person())', NULL),
    ('publicity_consent', 'recorded', 'INSERT', NULL,
        'giver_id IS NULL AND tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.propose''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('publicity_consent', 'own_recorded', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND ''proposer'' = ANY (core.own_parties(giver_id, true))
         AND (tenant_id = (SELECT core.actor_whole()) OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    -- Files of signed papers: who sees what one proves sees it; who may do that adds it.
    ('award_file', 'of_council_session', 'SELECT',
        'EXISTS (SELECT FROM {schema}.council_session AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = session_id)', NULL),
    ('award_file', 'of_award_decision', 'SELECT',
        'EXISTS (SELECT FROM {schema}.award_decision AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = decision_id)', NULL),
    ('award_file', 'of_dossier_document', 'SELECT',
        'EXISTS (SELECT FROM {schema}.dossier_document AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = document_id)', NULL),
    ('award_file', 'of_initiative', 'SELECT',
        'EXISTS (SELECT FROM {schema}.initiative AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = initiative_id)', NULL),
    ('award_file', 'of_publicity_consent', 'SELECT',
        'EXISTS (SELECT FROM {schema}.publicity_consent AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = consent_id)', NULL),
    ('award_file', 'of_remedy_step', 'SELECT',
        'EXISTS (SELECT FROM core.remedy_step AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = remedy_step_id)', NULL),
    -- As its history: who reads what is spread does not read them (A59).
    ('award_file', 'of_good_model', 'SELECT',
        'EXISTS (SELECT FROM core.good_model AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = good_model_id
                 AND core.good_model_in_sight(x.tenant_id, x.unit_id, x.person_id))', NULL),
    ('award_file', 'of_review_paper', 'SELECT',
        'EXISTS (SELECT FROM core.review_event_paper AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = review_paper_id)', NULL),
    ('award_file', 'of_name_confirmation', 'SELECT',
        'EXISTS (SELECT FROM core.name_confirmation AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = name_id)', NULL),
    ('award_file', 'minutes_attached', 'INSERT', NULL,
        'session_id IS NOT NULL AND tenant_id = (SELECT core.council_kept()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())'),
    ('award_file', 'decision_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.award_decision AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = decision_id
                     AND ''clerk'' = ANY (core.own_parties(coalesce(x.unit_id, x.tenant_id), true)))'),
    ('award_file', 'document_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.propose''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.dossier_document AS x JOIN {schema}.award_dossier AS d ON d.tenant_id = x.tenant_id AND d.id = x.dossier_id
                     WHERE x.tenant_id = award_file.tenant_id AND x.id = document_id AND d.giver_id IS NULL)'),
    ('award_file', 'own_document_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.dossier_document AS x JOIN {schema}.award_dossier AS d ON d.tenant_id = x.tenant_id AND d.id = x.dossier_id
                     WHERE x.tenant_id = award_file.tenant_id AND x.id = document_id AND ''proposer'' = ANY (core.own_parties(d.giver_id, true))
                       AND (d.tenant_id = (SELECT core.actor_whole()) OR d.unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])))'),
    ('award_file', 'evidence_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''initiative.register'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.initiative AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = initiative_id)'),
    ('award_file', 'consent_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.propose''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.publicity_consent AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = consent_id AND x.giver_id IS NULL)'),
    ('award_file', 'own_consent_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.publicity_consent AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = consent_id
                     AND ''proposer'' = ANY (core.own_parties(x.giver_id, true)))'),
    -- As the word itself is recorded from it (57_registers.sql): of the nominee's last word, where he signed it.
    ('award_file', 'name_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.propose''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM core.name_confirmation AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = name_id
                     AND x.party = ''nominee'' AND x.document_number <> ''''
                     AND NOT EXISTS (SELECT FROM core.name_confirmation AS y WHERE y.tenant_id = x.tenant_id AND y.dossier_id = x.dossier_id
                                     AND y.party = x.party AND y.id > x.id))'),
    -- What one signed oneself, whatever one's role may do, and in nobody's stead.
    ('award_file', 'ones_own_consent_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_delegation()) IS NULL
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM {schema}.publicity_consent AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = consent_id
                     AND x.nominee = (SELECT core.actor_person()))'),
    ('award_file', 'remedy_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM core.remedy_step AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = remedy_step_id
                     AND core.remedy_acts(x.remedy_id, ''owner''))'),
    ('award_file', 'model_evidence_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''initiative.register'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM core.good_model AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = good_model_id
                     AND core.difficulty_reached(x.tenant_id, x.unit_id))'),
    ('award_file', 'review_paper_attached', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND tenant_id = (SELECT core.actor_whole()) AND tenant_id <> (SELECT core.province_tenant())
         AND (SELECT core.actor_may(''review.answer'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND EXISTS (SELECT FROM core.review_event_paper AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = review_paper_id)'),
    ('award_chunk', 'of_files_in_sight', 'SELECT',
        'EXISTS (SELECT FROM {schema}.award_file AS f WHERE f.tenant_id = award_chunk.tenant_id AND f.id = file_id)', NULL),
    ('award_chunk', 'written_with_its_file', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_writes()) AND EXISTS (
            SELECT FROM {schema}.award_file AS f
            WHERE f.tenant_id = award_chunk.tenant_id AND f.id = file_id AND f.recorded_by = (SELECT core.actor_post())
              AND f.written_in = pg_current_xact_id())'),

    -- What was done about late work: recorded by who answers for the unit's ledger, read as far as a post reaches.
    ('handling', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('handling', 'recorded', 'INSERT', NULL,
        'tenant_id = (SELECT core.actor_whole()) AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''review.answer''))
         AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND (person_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id))'),

    -- The month: whoever reports for a unit drafts its return, its head approves it.
    ('unit_return', 'in_sight', 'SELECT',
        'tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))', NULL),
    ('unit_return', 'drafted', 'INSERT', NULL,
        'approved_on IS NULL AND tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''progress.report''))
         AND drafted_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
         AND ((SELECT core.actor_whole()) IS NOT NULL OR unit_id = ANY ((SELECT {schema}.actor_units())::uuid[]))'),
    ('unit_return', 'written', 'UPDATE',
        '(tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])))
         AND tenant_id = (SELECT core.actor_writes())',
        '(tenant_id = (SELECT core.actor_whole()) OR (tenant_id = (SELECT core.actor_tenant()) AND unit_id = ANY ((SELECT {schema}.actor_units())::uuid[])))
         AND CASE WHEN approved_on IS NULL THEN (SELECT core.actor_may(''progress.report'')) AND drafted_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
             ELSE (SELECT core.actor_may(''return.approve'')) AND approved_by = (SELECT core.actor_post()) AND approved_on = (SELECT core.today()) END'),
    ('month_row', 'in_sight', 'SELECT', 'tenant_id = (SELECT core.actor_whole())', NULL),

    ('inbox', 'own_tenant', 'SELECT', 'tenant_id = (SELECT core.actor_tenant()) AND (SELECT core.actor_is_system())', NULL),
    ('inbox', 'delivered', 'INSERT', NULL, 'tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_is_system())');

-- The sub-units that the acting post reaches: its own and all below it today. In the tenant's schema, so that the text
-- is static and no partition is planned but the tenant's.
DELETE FROM core.tenant_function;
INSERT INTO core.tenant_function (name, definition) VALUES
    ('actor_units', $definition$
CREATE OR REPLACE FUNCTION {schema}.actor_units()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    seat text[] := core.actor();
    day  date;
BEGIN
    IF seat IS NULL OR seat[10] IS DISTINCT FROM 'subtree' OR seat[9] IS DISTINCT FROM seat[7] THEN
        RETURN '{}';
    END IF;
    day := seat[12]::date;
    RETURN (
        WITH RECURSIVE latest AS (
            SELECT DISTINCT ON (v.unit_id) v.unit_id, v.parent_id
            FROM {schema}.sub_unit_version AS v
            WHERE v.valid_from <= day
            ORDER BY v.unit_id, v.valid_from DESC
        ), tree AS (
            SELECT seat[8]::uuid AS unit_id
            UNION
            SELECT l.unit_id FROM latest AS l JOIN tree ON l.parent_id = tree.unit_id
        )
        SELECT array_agg(tree.unit_id) FROM tree
    );
END
$$
$definition$),
    -- The items that are given to the acting person himself, in whatever unit. Read as that person: a row policy may ask.
    ('actor_items', $definition$
CREATE OR REPLACE FUNCTION {schema}.actor_items()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$
BEGIN
    RETURN (
        SELECT array_agg(i.id)
        FROM {schema}.work_item AS i
        WHERE i.tenant_id = core.actor_tenant()
          AND i.assignee_id = core.actor_person()
    );
END
$$
$definition$),
    ('units_on', $definition$
CREATE OR REPLACE FUNCTION {schema}.units_on(day date)
RETURNS TABLE (tenant_id uuid, id uuid, parent_id uuid, code text, name text, full_name text, kind text, legal_personality boolean,
    "position" integer, opened_on date, closed_on date, valid_from date, version integer)
LANGUAGE sql STABLE
AS $$
    SELECT u.tenant_id, u.id, v.parent_id, v.code, v.name, v.full_name, v.kind, v.legal_personality, v.position, u.opened_on, u.closed_on, v.valid_from, u.version
    FROM {schema}.sub_unit AS u
        JOIN (
            SELECT DISTINCT ON (w.unit_id) w.*
            FROM {schema}.sub_unit_version AS w
            WHERE w.valid_from <= day
            ORDER BY w.unit_id, w.valid_from DESC
        ) AS v ON v.tenant_id = u.tenant_id AND v.unit_id = u.id
    WHERE u.opened_on <= day
$$
$definition$);
