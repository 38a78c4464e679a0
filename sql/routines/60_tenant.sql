-- Opening a tenant, keeping it like its pattern, closing it. Run by the migrator as itself (SECURITY INVOKER): it alone
-- may create roles; objects are made as thidua_owner. One transaction per tenant.
--
-- What takes long and locks what others write to, the tables and their keys, is made beforehand where places are kept ready: a place is the
-- schema of a tenant to be, without its role. Opening one gives the place its name, and who acts in it what he may do there.

-- Makes what a schema lacks of the pattern's tables, and of their keys. Closed to everybody: who may do what `core.tenant_apply` says.
CREATE OR REPLACE FUNCTION core.tenant_tables(place text, tenant uuid)
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    part    record;
    renamed record;
    locked  boolean := false;
BEGIN
    FOR part IN SELECT r.name FROM core.tenant_relation AS r ORDER BY r.position
    LOOP
        IF to_regclass(format('%I.%I', place, part.name)) IS NULL THEN
            EXECUTE format('CREATE TABLE %I.%I (LIKE core.%I INCLUDING ALL)', place, part.name, part.name);
            EXECUTE format('ALTER TABLE core.%I ATTACH PARTITION %I.%I FOR VALUES IN (%L)', part.name, place, part.name, tenant);
            -- LIKE gives indexes names of its own; what a broken key means to the officer is known by the parent's name.
            FOR renamed IN
                SELECT own.relname AS given, parent.relname AS wanted
                FROM pg_index AS x
                    JOIN pg_class AS own ON own.oid = x.indexrelid
                    JOIN pg_inherits AS h ON h.inhrelid = x.indexrelid
                    JOIN pg_class AS parent ON parent.oid = h.inhparent
                WHERE x.indrelid = format('%I.%I', place, part.name)::regclass
                  AND own.relname <> parent.relname
            LOOP
                EXECUTE format('ALTER INDEX %I.%I RENAME TO %I', place, renamed.given, renamed.wanted);
            END LOOP;
        END IF;
    END LOOP;

    -- Keys to siblings first: nobody waits for those.
    FOR part IN
        SELECT r.name, k.definition LIKE '%REFERENCES core.%' AS is_to_core,
            string_agg(format('ADD CONSTRAINT %I %s', k.name, replace(k.definition, '{schema}', quote_ident(place))), ', ' ORDER BY k.name) AS keys
        FROM core.tenant_relation AS r
            JOIN core.tenant_key AS k ON k.relation = r.name
        WHERE NOT EXISTS (
                SELECT FROM pg_constraint AS c
                WHERE c.conrelid = format('%I.%I', place, r.name)::regclass
                  AND c.conname = k.name)
        GROUP BY r.name, r.position, is_to_core
        ORDER BY is_to_core, r.position
    LOOP
        IF part.is_to_core AND NOT locked THEN
            PERFORM core.tenant_locks(gives_way => true);
            locked := true;
        END IF;
        EXECUTE format('ALTER TABLE %I.%I %s', place, part.name, part.keys);
    END LOOP;

    FOR part IN
        SELECT r.name
        FROM core.tenant_relation AS r
            JOIN pg_class AS c ON c.oid = format('%I.%I', place, r.name)::regclass
        WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)
        ORDER BY r.position
    LOOP
        EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', place, part.name);
    END LOOP;
END
$$;

-- Makes one tenant agree with the pattern: tables and keys that are missing, functions, privileges, policies. Cheap where nothing
-- differs: explicit grants only, never ALL TABLES IN SCHEMA.
CREATE OR REPLACE FUNCTION core.tenant_apply(slug text)
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    part record;
    rule record;
    wanted text;
BEGIN
    PERFORM core.tenant_tables(slug, (SELECT t.id FROM core.tenant AS t WHERE t.slug = tenant_apply.slug));

    FOR part IN SELECT f.name, f.definition FROM core.tenant_function AS f ORDER BY f.name
    LOOP
        EXECUTE replace(part.definition, '{schema}', quote_ident(slug));
    END LOOP;
    EXECUTE format('REVOKE ALL ON FUNCTION %1$I.actor_units(), %1$I.actor_items(), %1$I.units_on(date) FROM PUBLIC', slug);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %1$I.actor_units(), %1$I.actor_items(), %1$I.units_on(date) TO %1$I', slug);
    EXECUTE format('GRANT USAGE ON SCHEMA %1$I TO %1$I', slug);

    FOR part IN SELECT r.name, r.grants FROM core.tenant_relation AS r ORDER BY r.position
    LOOP
        EXECUTE format('REVOKE ALL ON TABLE %1$I.%2$I FROM %1$I', slug, part.name);
        IF part.grants <> '' THEN
            EXECUTE format('GRANT %s ON TABLE %I.%I TO %I', part.grants, slug, part.name, slug);
        END IF;
        FOR rule IN
            SELECT p.polname
            FROM pg_policy AS p
            WHERE p.polrelid = format('%I.%I', slug, part.name)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON %I.%I', rule.polname, slug, part.name);
        END LOOP;
        FOR rule IN SELECT p.name, p.command, p.using_, p.check_ FROM core.tenant_policy AS p WHERE p.relation = part.name ORDER BY p.name
        LOOP
            wanted := format('CREATE POLICY %I ON %I.%I FOR %s TO %I', rule.name, slug, part.name, rule.command, slug);
            IF rule.using_ IS NOT NULL THEN
                wanted := wanted || ' USING (' || replace(rule.using_, '{schema}', quote_ident(slug)) || ')';
            END IF;
            IF rule.check_ IS NOT NULL THEN
                wanted := wanted || ' WITH CHECK (' || replace(rule.check_, '{schema}', quote_ident(slug)) || ')';
            END IF;
            EXECUTE wanted;
        END LOOP;
    END LOOP;
    -- The tenant's functions read the units as their owner, for who acts in it.
    EXECUTE format('CREATE POLICY owner_reads_units ON %I.sub_unit_version FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.operator_works()))', slug);
END
$$;

-- Takes the locks under which foreign keys to the catalogue are made: all together. Whoever writes to what they point to waits until the
-- transaction ends, and so do others who make keys; but nobody is waited for long while some are held, because he may be waiting for those. Who
-- has attached tables before gives way: another may wait for these, and be waited for.
DROP FUNCTION IF EXISTS core.tenant_locks();
CREATE OR REPLACE FUNCTION core.tenant_locks(gives_way boolean)
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
SET lock_timeout = '50ms'
AS $$
DECLARE
    pointed_to text := (
        SELECT string_agg(DISTINCT substring(k.definition FROM 'REFERENCES (core\.[a-z_]+)'), ', ') FROM core.tenant_key AS k);
BEGIN
    FOR attempt IN 1..1000
    LOOP
        BEGIN
            EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', pointed_to);
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            NULL;  -- what was got is given back
        END;
        EXIT WHEN gives_way AND EXISTS (SELECT FROM pg_locks AS l WHERE NOT l.granted AND pg_backend_pid() = ANY (pg_blocking_pids(l.pid)));
    END LOOP;
    RAISE lock_not_available USING MESSAGE = 'the tables that a tenant points to are in use';
END
$$;

CREATE OR REPLACE FUNCTION core.place_schema(id uuid)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$ SELECT 'place_' || replace(id::text, '-', '') $$;

-- How many places are kept ready.
CREATE OR REPLACE FUNCTION core.places_kept()
RETURNS integer
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT coalesce((SELECT coalesce(i.places, CASE i.kind WHEN 'production' THEN 2 ELSE 0 END) FROM core.installation AS i), 0)
$$;

-- Makes one place more; false where as many are ready as are kept, NULL where another makes one or a migration is under way (its lock, of
-- Migrator.swift). The worker's as well: it makes what the operator said, with nothing in it of the caller.
CREATE OR REPLACE FUNCTION core.place_prepare()
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
SET lock_timeout = '2s'
AS $$
DECLARE
    tenant uuid := core.new_id();
BEGIN
    IF NOT pg_try_advisory_xact_lock(8388070186164494445) THEN
        RETURN NULL;
    END IF;
    IF (SELECT count(*) FROM core.place) >= core.places_kept() THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE SCHEMA %I', core.place_schema(tenant));
    PERFORM core.tenant_tables(core.place_schema(tenant), tenant);
    INSERT INTO core.place (id) VALUES (tenant);
    RETURN true;
END
$$;

-- Takes all tables of these places for who opens tenants in them: all together, for the same reason as above. Who reads the whole province holds the
-- tables of places too, and would wait for one of them while the other side waits for another.
CREATE OR REPLACE FUNCTION core.place_locks(places uuid[])
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
SET lock_timeout = '50ms'
AS $$
DECLARE
    taken text := (
        SELECT string_agg(format('%I.%I', core.place_schema(p.id), r.name), ', ' ORDER BY r.position, p.id)
        FROM unnest(places) AS p (id)
            CROSS JOIN core.tenant_relation AS r
        WHERE to_regclass(format('%I.%I', core.place_schema(p.id), r.name)) IS NOT NULL);
BEGIN
    IF taken IS NULL THEN
        RETURN;
    END IF;
    FOR attempt IN 1..1000
    LOOP
        BEGIN
            EXECUTE 'LOCK TABLE ' || taken || ' IN ACCESS EXCLUSIVE MODE';
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            NULL;  -- what was got is given back
        END;
    END LOOP;
    RAISE lock_not_available USING MESSAGE = 'the tables of a place are in use';
END
$$;

-- Ids of places that are ready, at most so many, each kept with its tables for this transaction alone: two that open at once get different ones.
DROP FUNCTION IF EXISTS core.places_free(integer);
CREATE FUNCTION core.places_free(most integer)
RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    free uuid[] := ARRAY(SELECT p.id FROM core.place AS p ORDER BY p.prepared_at, p.id LIMIT most FOR UPDATE SKIP LOCKED);
BEGIN
    PERFORM core.place_locks(free);
    RETURN QUERY SELECT * FROM unnest(free);
END
$$;

-- Opens a tenant: catalogue row, role, schema, tables as partitions, pattern, root unit; in the place of this id where there is one.
-- Answers false where it stands already. The transaction's role is thidua_owner afterwards.
CREATE OR REPLACE FUNCTION core.tenant_open(
    id uuid, slug text, kind text, scope text, parent uuid, "position" integer, opened_on date,
    code text, name text, full_name text, unit_kind text, legal_personality boolean)
RETURNS boolean
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    IF EXISTS (SELECT FROM core.tenant AS t WHERE t.slug = tenant_open.slug) THEN
        RETURN false;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = tenant_open.slug) THEN
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', slug);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;  -- another database of the cluster opened a tenant of the same name at the same moment
        END;
    END IF;
    IF (SELECT count(*) < 3
        FROM pg_catalog.pg_auth_members AS m
        WHERE (m.roleid, m.member) IN (('thidua_tenant'::regrole, slug::regrole), (slug::regrole, 'thidua_web'::regrole),
            (slug::regrole, 'thidua_worker'::regrole))) THEN
        BEGIN
            EXECUTE format('GRANT thidua_tenant TO %I', slug);
            EXECUTE format('GRANT %I TO thidua_web, thidua_worker', slug);
        EXCEPTION WHEN unique_violation THEN
            NULL;  -- the same
        END;
    END IF;

    SET LOCAL ROLE thidua_owner;
    DELETE FROM core.place AS p WHERE p.id = tenant_open.id;
    IF FOUND THEN
        PERFORM core.place_locks(ARRAY[id]);
        EXECUTE format('ALTER SCHEMA %I RENAME TO %I', core.place_schema(id), slug);
    ELSE
        PERFORM core.tenant_locks(gives_way => false);
        EXECUTE format('CREATE SCHEMA %I', slug);
    END IF;
    INSERT INTO core.tenant (id, slug, kind, scope, parent_id, position, opened_on)
    VALUES (tenant_open.id, tenant_open.slug, tenant_open.kind, tenant_open.scope, tenant_open.parent, tenant_open.position, tenant_open.opened_on);
    INSERT INTO core.tenant_name (tenant_id, valid_from, code, name, full_name)
    VALUES (tenant_open.id, tenant_open.opened_on, tenant_open.code, tenant_open.name, tenant_open.full_name);
    PERFORM core.tenant_apply(slug);
    INSERT INTO core.sub_unit (tenant_id, id, opened_on, recorded_on)
    VALUES (tenant_open.id, tenant_open.id, tenant_open.opened_on, core.today());
    INSERT INTO core.sub_unit_version (tenant_id, unit_id, valid_from, parent_id, code, name, full_name, kind, legal_personality, recorded_on)
    VALUES (tenant_open.id, tenant_open.id, tenant_open.opened_on, NULL, tenant_open.code, tenant_open.name, tenant_open.full_name,
        tenant_open.unit_kind, tenant_open.legal_personality, core.today());
    RETURN true;
END
$$;

-- Closes a tenant from the day after `last_day`: readable for ever, no longer written by its own officers. Items that the province gave it stay open, and
-- who gave them still rules on them (55_parents.sql): results are judged, the rest passes to a successor, who may open a day later (A73).
CREATE OR REPLACE FUNCTION core.tenant_close(slug text, last_day date)
RETURNS boolean
LANGUAGE sql VOLATILE
AS $$
    UPDATE core.tenant AS t SET closed_on = last_day WHERE t.slug = tenant_close.slug AND t.closed_on IS NULL RETURNING true
$$;

-- Takes back a closing that was recorded by mistake, or with a wrong last day: it may be closed again.
CREATE OR REPLACE FUNCTION core.tenant_reopen(slug text)
RETURNS boolean
LANGUAGE sql VOLATILE
AS $$
    UPDATE core.tenant AS t SET closed_on = NULL WHERE t.slug = tenant_reopen.slug AND t.closed_on IS NOT NULL RETURNING true
$$;

REVOKE ALL ON FUNCTION core.tenant_tables(text, uuid), core.tenant_apply(text), core.tenant_locks(boolean), core.tenant_close(text, date),
    core.tenant_reopen(text), core.place_schema(uuid), core.places_kept(), core.place_locks(uuid[]), core.places_free(integer),
    core.place_prepare(),
    core.tenant_open(uuid, text, text, text, uuid, integer, date, text, text, text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.tenant_open(uuid, text, text, text, uuid, integer, date, text, text, text, text, boolean) TO thidua_migrator;
GRANT EXECUTE ON FUNCTION core.place_prepare() TO thidua_migrator, thidua_worker;
