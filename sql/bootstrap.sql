-- Once per cluster and database, by the cluster's superuser; may be repeated at any time.
-- A database cloned from a template loses the database-level lines at the end: run it again on every clone.
--
-- It makes the logins and group roles, takes from PUBLIC what would let one injected expression leave its tenant
-- (the reasons and the attacks are in Tests/StorageTests/Attacks), and hands the schema `core` to its owner.

\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;

BEGIN;
-- Two databases of one cluster may be prepared side by side: roles are shared, so one waits for the other.
LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE;

-- 1. Roles. They belong to the cluster: created if absent, never dropped.
DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT *
        FROM (VALUES
            ('thidua_owner',    'NOLOGIN NOINHERIT'),             -- owns every object; nobody signs in as it
            ('thidua_tenant',   'NOLOGIN'),                       -- what all tenant roles have in common
            ('office',          'NOLOGIN'),                       -- the province-wide roles
            ('home_affairs',    'NOLOGIN'),
            ('leadership',      'NOLOGIN'),
            ('council',         'NOLOGIN'),
            ('media',           'NOLOGIN'),
            ('auditor',         'NOLOGIN'),
            ('thidua_migrator', 'LOGIN INHERIT CREATEROLE'),      -- the operator's commands; never the service
            ('thidua_signin',   'LOGIN NOINHERIT'),               -- password hash in, session out; nothing else
            ('thidua_web',      'LOGIN NOINHERIT'),               -- may call core.enter, and nothing else by itself
            ('thidua_worker',   'LOGIN NOINHERIT')                -- may call the job routines, and nothing else by itself
        ) AS r (name, attributes)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I', wanted.name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL;  -- another database of the cluster is bootstrapped at the same moment
            END;
        END IF;
        EXECUTE format('ALTER ROLE %I WITH NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS %s', wanted.name, wanted.attributes);
    END LOOP;
END
$$;

GRANT thidua_owner TO thidua_migrator;
GRANT office, home_affairs, leadership, council, media, auditor TO thidua_web;

-- 2. What PUBLIC may not call: each line is a way out of a tenant that was tried.
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean)
    TO thidua_owner, thidua_migrator, thidua_signin, thidua_web, thidua_worker;

DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN
        SELECT p.oid::regprocedure
        FROM pg_catalog.pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname IN (
                'query_to_xml', 'query_to_xmlschema', 'query_to_xml_and_xmlschema',
                'table_to_xml', 'table_to_xmlschema', 'table_to_xml_and_xmlschema',
                'schema_to_xml', 'schema_to_xmlschema', 'schema_to_xml_and_xmlschema',
                'database_to_xml', 'database_to_xmlschema', 'database_to_xml_and_xmlschema',
                'cursor_to_xml', 'cursor_to_xmlschema',
                'ts_stat', 'ts_rewrite',
                'pg_terminate_backend', 'pg_cancel_backend', 'pg_stat_get_activity',
                'pg_sleep', 'pg_sleep_for', 'pg_sleep_until',
                'pg_relation_size', 'pg_total_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_database_size',
                'pg_tablespace_size', 'pg_notify', 'pg_export_snapshot', 'currval', 'nextval', 'setval', 'lastval')
            OR p.proname LIKE 'lo\_%' OR p.proname IN ('loread', 'lowrite')
            -- How many rows other tenants have, write and lose, and what other sessions run.
            OR p.proname LIKE 'pg\_stat\_get\_%'
            OR (p.proname LIKE 'pg\_%advisory\_%' AND p.proname NOT LIKE '%\_xact\_%'))
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', routine);
    END LOOP;
END
$$;
-- The owner's routine shares the moment of a reading with a second connection of the same officer.
GRANT EXECUTE ON FUNCTION pg_catalog.pg_export_snapshot() TO thidua_owner;
-- pg_notify and the waiting of the migrator's lock are needed by the operator and the owner's own routines.
GRANT EXECUTE ON FUNCTION pg_catalog.pg_notify(text, text) TO thidua_owner, thidua_migrator;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_advisory_lock(bigint), pg_catalog.pg_try_advisory_lock(bigint),
    pg_catalog.pg_advisory_unlock(bigint) TO thidua_migrator;

-- Who watches the server by pg_monitor still may.
DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN
        SELECT p.oid::regprocedure
        FROM pg_catalog.pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname LIKE 'pg\_stat\_get\_%'
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO pg_monitor', routine);
    END LOOP;
END
$$;

-- pg_class estimates how many rows each table has, of every tenant: PUBLIC reads all of it but that.
DO $$
DECLARE
    shown text;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ', ')
    INTO shown
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = 'pg_catalog.pg_class'::regclass
      AND NOT a.attisdropped
      AND a.attname NOT IN ('reltuples', 'relpages', 'relallvisible');
    REVOKE SELECT ON pg_catalog.pg_class FROM PUBLIC;
    EXECUTE format('GRANT SELECT (%s) ON pg_catalog.pg_class TO PUBLIC', shown);
END
$$;
GRANT SELECT ON pg_catalog.pg_class TO thidua_owner, thidua_migrator, pg_monitor;
REVOKE SELECT ON pg_catalog.pg_stat_activity FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE USAGE ON LANGUAGE sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO thidua_owner, thidua_migrator;
GRANT USAGE ON LANGUAGE sql TO thidua_owner, thidua_migrator;

-- 3. The schemas.
CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extensions;   -- equality and date ranges in one exclusion constraint
CREATE SCHEMA IF NOT EXISTS core AUTHORIZATION thidua_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA core FROM PUBLIC;
GRANT USAGE ON SCHEMA core TO thidua_tenant, office, home_affairs, leadership, council, media, auditor,
    thidua_signin, thidua_web, thidua_worker;

-- 4. The database itself (lost by a clone from a template).
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO thidua_migrator, thidua_signin, thidua_web, thidua_worker', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO thidua_owner', current_database());
    EXECUTE format('ALTER DATABASE %I SET timezone TO ''UTC''', current_database());
    EXECUTE format('ALTER DATABASE %I SET datestyle TO ''ISO, YMD''', current_database());
END
$$;

COMMIT;
