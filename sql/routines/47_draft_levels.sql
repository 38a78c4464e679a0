-- The chain of a unit's drafts: who stands on which level, and whose approval the unit asks for.

-- 0 the officer, 1 the head of the sub-unit, 2 the unit's co-ordinator or head; nobody else has to do with drafts.
CREATE OR REPLACE FUNCTION core.draft_level(role text)
RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE role
        WHEN 'sub_unit_officer' THEN 0
        WHEN 'individual' THEN 0
        WHEN 'sub_unit_head' THEN 1
        WHEN 'unit_coordinator' THEN 2
        WHEN 'unit_head' THEN 2
    END
$$;

-- Of the acting post.
CREATE OR REPLACE FUNCTION core.actor_draft_level()
RETURNS integer
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$ SELECT core.draft_level((core.actor())[6]) $$;

-- Whose approval the acting tenant asks for.
CREATE OR REPLACE FUNCTION core.draft_approval()
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT coalesce((SELECT r.approval FROM core.draft_rule AS r WHERE r.tenant_id = core.actor_home()), 'none') $$;

-- Whether the acting post reports without a draft: everybody where the unit asks for no approval.
CREATE OR REPLACE FUNCTION core.actor_reports_directly()
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT CASE core.draft_approval()
        WHEN 'sub_unit' THEN coalesce(core.actor_draft_level() > 0, true)
        WHEN 'unit' THEN coalesce(core.actor_draft_level() > 1, true)
        ELSE true
    END
$$;
REVOKE ALL ON FUNCTION core.draft_level(text), core.actor_draft_level(), core.draft_approval(), core.actor_reports_directly() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.draft_level(text), core.actor_draft_level(), core.draft_approval(), core.actor_reports_directly()
    TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- The unit's own rule: read as its directory is, by its officers and province-wide; set by who keeps its directory.
DO $$
DECLARE
    rule record;
BEGIN
    ALTER TABLE core.draft_rule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = 'core.draft_rule'::regclass
    LOOP
        EXECUTE format('DROP POLICY %I ON core.draft_rule', rule.polname);
    END LOOP;
    REVOKE ALL ON core.draft_rule FROM thidua_tenant;
    GRANT SELECT, INSERT (tenant_id, approval, recorded_by, recorded_on), UPDATE (approval, version, recorded_by, recorded_on) ON core.draft_rule TO thidua_tenant;
    CREATE POLICY owner_routines ON core.draft_rule TO thidua_owner USING (true) WITH CHECK (true);
    CREATE POLICY own_tenant ON core.draft_rule FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_tenant()));
    -- How a unit is organised; its drafts stay its own (A59).
    GRANT SELECT ON core.draft_rule TO office, home_affairs, leadership, council, auditor;
    CREATE POLICY province ON core.draft_rule FOR SELECT TO office, home_affairs, leadership, council, auditor
        USING ((SELECT core.actor_may('province.read')));
    CREATE POLICY managed_add ON core.draft_rule FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY managed_change ON core.draft_rule FOR UPDATE TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage')))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;
