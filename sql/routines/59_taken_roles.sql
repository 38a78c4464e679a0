-- Nobody acts in a province-wide role but a post that has it. The service's login may take any of these roles, so a statement that was
-- smuggled in could, from any seat; the policies of 30_access.sql and 55_parents.sql ask for the action alone, and a unit's head has some of
-- the same actions for his own unit. Restrictive: whatever another policy allows, this must hold as well. After every file that gives one of
-- these roles a privilege to write: 59_review.sql is the last.

-- The province-wide role of the acting post; NULL for a post of one unit.
CREATE OR REPLACE FUNCTION core.actor_wide()
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT r.province_role FROM core.role AS r WHERE r.code = (core.actor())[6] $$;
REVOKE ALL ON FUNCTION core.actor_wide() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.actor_wide() TO thidua_owner, office, home_affairs, leadership, council, media, auditor;

DO $$
DECLARE
    held record;
BEGIN
    FOR held IN
        SELECT c.relname, w.name, w.command
        FROM pg_class AS c
            CROSS JOIN unnest('{office,home_affairs,leadership,council,media,auditor}'::text[]) AS r (name)
            CROSS JOIN LATERAL (SELECT r.name, k.command FROM unnest('{INSERT,UPDATE,DELETE}'::text[]) AS k (command)) AS w
        WHERE c.relnamespace = 'core'::regnamespace
          AND c.relkind IN ('r', 'p')
          AND c.relname <> 'idempotency'                        -- one's own, in whatever role
          AND CASE w.command WHEN 'DELETE' THEN has_table_privilege(w.name, c.oid, 'DELETE')
              ELSE has_any_column_privilege(w.name, c.oid, w.command) END
    LOOP
        EXECUTE format('DROP POLICY IF EXISTS %I ON core.%I', 'seated_' || held.name || '_' || lower(held.command), held.relname);
        EXECUTE format('CREATE POLICY %I ON core.%I AS RESTRICTIVE FOR %s TO %I %s ((SELECT core.actor_wide()) = %L)',
            'seated_' || held.name || '_' || lower(held.command), held.relname, held.command, held.name,
            CASE held.command WHEN 'INSERT' THEN 'WITH CHECK' ELSE 'USING' END, held.name);
    END LOOP;
END
$$;
