-- Roles, how far they reach, and what they may do. The same table stands in Sources/Domain/Access/Policy.swift; a test
-- holds the two against each other, cell by cell.

INSERT INTO core.role (code, name, reach, province_role, grantable, precedence) VALUES
    ('chairman',             'Chủ tịch UBND tỉnh',                          'tenant',  'leadership',   false,   10),
    ('vice_chairman',        'Phó Chủ tịch UBND tỉnh',                      'tenant',  'leadership',   false,   20),
    ('office_chief',         'Lãnh đạo Văn phòng UBND tỉnh',                'tenant',  'office',       false,   30),
    ('office_monitor',       'Chuyên viên theo dõi, Văn phòng UBND tỉnh',   'tenant',  'office',       false,   40),
    ('home_affairs_officer', 'Công chức thi đua - khen thưởng, Sở Nội vụ',  'tenant',  'home_affairs', false,   50),
    ('council_member',       'Thành viên Hội đồng TĐKT tỉnh',               'tenant',  'council',      false,   60),
    ('auditor',              'Kiểm tra, giám sát',                          'tenant',  'auditor',      false,   70),
    ('media_editor',         'Biên tập viên',                               'tenant',  'media',        false,   80),
    ('system_admin',         'Quản trị hệ thống',                           'tenant',  NULL,           false,   90),
    ('tenant_admin',         'Quản trị của đơn vị',                         'tenant',  NULL,          true,   100),
    ('unit_head',            'Thủ trưởng đơn vị',                           'tenant',  NULL,          true,   110),
    ('unit_coordinator',     'Đầu mối theo dõi của đơn vị',                 'tenant',  NULL,          true,   120),
    ('council_secretary',    'Thư ký Hội đồng TĐKT của đơn vị',             'tenant',  NULL,          true,   130),
    ('unit_council_member',  'Thành viên Hội đồng TĐKT của đơn vị',         'tenant',  NULL,          true,   135),
    ('clerk',                'Văn thư',                                     'tenant',  NULL,          true,   140),
    ('sub_unit_head',        'Phụ trách phòng, ban, xã, phường, thị trấn',  'subtree', NULL,          true,   150),
    ('sub_unit_officer',     'Công chức phòng, ban, xã, phường, thị trấn',  'subtree', NULL,          true,   160),
    ('individual',           'Cá nhân',                                     'own',     NULL,          true,   170),
    ('system',               'Hệ thống',                                    'tenant',  NULL,          false,  999)
ON CONFLICT (code) DO UPDATE
SET name = excluded.name, reach = excluded.reach, province_role = excluded.province_role, grantable = excluded.grantable, precedence = excluded.precedence;

-- Only what differs is written: the audit shows changes of the policy, not each migration.
WITH wanted AS (SELECT role, unnest(actions) AS action FROM (VALUES
    ('chairman',             ARRAY['province.read', 'audit.read', 'campaign.launch', 'item.rule', 'delegation.give', 'delegation.revoke', 'judgement.try', 'award.decide']),
    ('vice_chairman',        ARRAY['province.read', 'audit.read', 'item.rule', 'delegation.give', 'delegation.revoke', 'judgement.try', 'award.decide']),
    ('office_chief',         ARRAY['province.read', 'audit.read', 'campaign.import', 'directive.enter', 'item.assign', 'item.rule', 'delegation.give', 'delegation.revoke', 'paper.record',
        'judgement.try', 'motto.comment', 'review.keep']),
    ('office_monitor',       ARRAY['province.read', 'audit.read', 'campaign.import', 'directive.enter', 'item.assign', 'item.rule', 'paper.record',
        'judgement.try', 'motto.comment', 'review.keep']),
    ('home_affairs_officer', ARRAY['province.read', 'audit.read', 'judgement.try', 'motto.comment', 'award.appraise']),
    ('council_member',       ARRAY['province.read', 'motto.decide']),
    ('auditor',              ARRAY['province.read', 'audit.read']),
    ('media_editor',         ARRAY['coverage.report']),
    ('system_admin',         ARRAY['directory.manage', 'audit.read', 'delegation.revoke']),
    ('tenant_admin',         ARRAY['directory.manage', 'audit.read', 'delegation.revoke']),
    ('unit_head',            ARRAY['directory.manage', 'audit.read', 'launch.cascade', 'launch.report', 'directive.enter', 'item.assign', 'item.rule', 'progress.report', 'delegation.give', 'delegation.revoke',
        'motto.assess', 'review.answer', 'award.propose', 'award.give', 'initiative.register', 'initiative.confirm', 'return.approve']),
    ('unit_coordinator',     ARRAY['audit.read', 'launch.cascade', 'launch.report', 'directive.enter', 'item.assign', 'item.rule', 'progress.report', 'paper.record',
        'motto.assess', 'review.answer', 'initiative.register']),
    ('council_secretary',    ARRAY['directory.manage', 'launch.report', 'paper.record', 'delegation.revoke', 'motto.decide', 'award.propose', 'award.council', 'award.keep',
        'initiative.register']),
    ('unit_council_member',  ARRAY['motto.decide']),
    ('clerk',                ARRAY['launch.report', 'paper.record']),
    ('sub_unit_head',        ARRAY['launch.report', 'item.assign', 'item.rule', 'progress.report', 'delegation.give', 'delegation.revoke', 'motto.assess', 'award.propose', 'award.give',
        'initiative.register', 'initiative.confirm', 'return.approve']),
    ('sub_unit_officer',     ARRAY['launch.report', 'progress.report', 'award.propose', 'award.keep', 'initiative.register']),
    ('individual',           ARRAY['progress.report', 'initiative.register']),
    ('system',               ARRAY['launch.receive'])
) AS t (role, actions)), dropped AS (
    DELETE FROM core.role_action AS a WHERE NOT EXISTS (SELECT FROM wanted AS w WHERE w.role = a.role AND w.action = a.action)
)
INSERT INTO core.role_action (role, action)
SELECT w.role, w.action FROM wanted AS w
ON CONFLICT DO NOTHING;

-- Rows ------------------------------------------------------------------------------------------------------------
-- Row level security on every catalogue table, the owner included. A policy names functions; a rule changes by
-- replacing a function. `everybody` below means: every role that a seated actor can have taken.

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    relation  text;
    rule      record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['tenant', 'tenant_name', 'tenant_succession', 'person', 'person_before', 'role', 'role_action', 'post', 'account', 'credential',
        'campaign', 'campaign_version', 'campaign_content', 'campaign_launch', 'sector', 'directive', 'directive_file', 'calendar_day',
        'job', 'idempotency']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        -- The owner's routines (enter, sign-in, jobs, opening a tenant) work on these tables by their own checks.
        EXECUTE format('CREATE POLICY owner_routines ON core.%I TO thidua_owner USING (true) WITH CHECK (true)', relation);
    END LOOP;

    -- What any officer may know: which units there are, the plans, the sectors, the calendar, what a role is called.
    FOREACH relation IN ARRAY ARRAY['tenant', 'tenant_name', 'tenant_succession', 'role', 'campaign', 'campaign_version', 'campaign_content', 'campaign_launch', 'sector', 'calendar_day']
    LOOP
        EXECUTE format('CREATE POLICY known_to_officers ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_present()))', relation, everybody);
        EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, everybody);
    END LOOP;

    -- People and posts: a tenant its own; the province-wide readers all. Who may write them: 35_people.sql.
    EXECUTE format('GRANT SELECT ON core.person, core.person_before, core.post TO %s', everybody);
    FOREACH relation IN ARRAY ARRAY['person', 'person_before', 'post']
    LOOP
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant
            USING (tenant_id = (SELECT core.actor_tenant()))', relation);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s
            USING ((SELECT core.actor_may(''province.read'')))', relation, province);
    END LOOP;

    -- One's own sessions and tokens: what they are, never the hash.
    EXECUTE format('GRANT SELECT (id, kind, account_id, post_id, label, created_at, expires_at, ended_at) ON core.credential TO %s', everybody);
    EXECUTE format('CREATE POLICY own ON core.credential FOR SELECT TO %s USING (account_id = (SELECT core.actor_account()))', everybody);

    -- The Chairman launches; the Office and the system administrator keep the plan's text.
    GRANT INSERT ON core.campaign_launch TO leadership;
    CREATE POLICY launched_by_the_chairman ON core.campaign_launch FOR INSERT TO leadership
        WITH CHECK (paper_id IS NULL AND (SELECT core.actor_may('campaign.launch')) AND launched_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    GRANT INSERT, UPDATE ON core.campaign TO office;
    GRANT INSERT, UPDATE, DELETE ON core.campaign_content TO office;
    CREATE POLICY kept_by_the_office ON core.campaign FOR INSERT TO office WITH CHECK ((SELECT core.actor_may('campaign.import')));
    CREATE POLICY changed_by_the_office ON core.campaign FOR UPDATE TO office
        USING ((SELECT core.actor_may('campaign.import'))) WITH CHECK ((SELECT core.actor_may('campaign.import')));
    CREATE POLICY kept_by_the_office ON core.campaign_content FOR INSERT TO office WITH CHECK ((SELECT core.actor_may('campaign.import')));
    CREATE POLICY changed_by_the_office ON core.campaign_content FOR UPDATE TO office
        USING ((SELECT core.actor_may('campaign.import'))) WITH CHECK ((SELECT core.actor_may('campaign.import')));
    -- The working calendar too: by which days the plan counts.
    GRANT INSERT, UPDATE, DELETE ON core.calendar_day TO office;
    CREATE POLICY kept_by_the_office ON core.calendar_day FOR INSERT TO office WITH CHECK ((SELECT core.actor_may('campaign.import')));
    CREATE POLICY changed_by_the_office ON core.calendar_day FOR UPDATE TO office
        USING ((SELECT core.actor_may('campaign.import'))) WITH CHECK ((SELECT core.actor_may('campaign.import')));
    CREATE POLICY dropped_by_the_office ON core.calendar_day FOR DELETE TO office USING ((SELECT core.actor_may('campaign.import')));
    CREATE POLICY dropped_by_the_office ON core.campaign_content FOR DELETE TO office USING ((SELECT core.actor_may('campaign.import')));

    -- Directives: what the province (the Office's own tenant and the province's) issues, everybody reads; a unit reads its own.
    EXECUTE format('GRANT SELECT ON core.directive, core.directive_file TO %s', everybody);
    GRANT INSERT, UPDATE ON core.directive TO thidua_tenant, office;
    GRANT INSERT ON core.directive_file TO thidua_tenant, office;
    EXECUTE format('CREATE POLICY readable ON core.directive FOR SELECT TO %s
        USING ((SELECT core.actor_present()) AND (tenant_id = (SELECT core.actor_home()) OR core.issues_for_the_province(tenant_id)))', everybody);
    EXECUTE format('CREATE POLICY province ON core.directive FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', province);
    CREATE POLICY entered ON core.directive FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directive.enter')) AND recorded_by = (SELECT core.actor_post()));
    CREATE POLICY entered_by_the_office ON core.directive FOR INSERT TO office
        WITH CHECK (tenant_id = core.province_tenant() AND (SELECT core.actor_may('directive.enter')) AND recorded_by = (SELECT core.actor_post()));
    CREATE POLICY changed ON core.directive FOR UPDATE TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directive.enter')))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()));
    CREATE POLICY changed_by_the_office ON core.directive FOR UPDATE TO office
        USING (tenant_id = core.province_tenant() AND (SELECT core.actor_may('directive.enter')))
        WITH CHECK (tenant_id = core.province_tenant());
    EXECUTE format('CREATE POLICY readable ON core.directive_file FOR SELECT TO %s
        USING (EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id))', everybody);
    -- Where the paper itself may be entered: a unit's own by the unit, the province's by the Office.
    CREATE POLICY entered ON core.directive_file FOR INSERT TO thidua_tenant
        WITH CHECK ((SELECT core.actor_may('directive.enter')) AND recorded_by = (SELECT core.actor_post())
            AND EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id AND d.tenant_id = (SELECT core.actor_writes())));
    CREATE POLICY entered_by_the_office ON core.directive_file FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('directive.enter')) AND recorded_by = (SELECT core.actor_post())
            AND EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id AND d.tenant_id = core.province_tenant()));

    -- A repeated request is one's own.
    EXECUTE format('GRANT SELECT, INSERT ON core.idempotency TO %s', everybody);
    EXECUTE format('CREATE POLICY own_read ON core.idempotency FOR SELECT TO %s USING (account_id = (SELECT core.actor_account()))', everybody);
    EXECUTE format('CREATE POLICY own_add ON core.idempotency FOR INSERT TO %s WITH CHECK (account_id = (SELECT core.actor_account()))', everybody);
END
$$;
