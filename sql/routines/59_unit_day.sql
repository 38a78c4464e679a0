-- The province at a glance: when the worker counts every unit, what it writes, and who reads it. What a figure is, Sources/Storage/Ledger says
-- (LedgerFacts, LedgerCounts), for lists, live tables and these rows alike.

-- Queues the count of every unit of a campaign that runs, and the comparison of what was counted with the ledger, one job a tenant. Where the
-- table is shown from what was counted it is counted each minute, elsewhere once a day. `again` queues one more of both, and lets none of
-- them wait. Answers how many jobs are new.
CREATE OR REPLACE FUNCTION core.unit_day_queue(again boolean)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    today constant date := core.today();
    extra constant text := core.new_id()::text;
    rule  record;
    made  integer;
BEGIN
    IF NOT EXISTS (SELECT FROM core.installation) THEN
        RETURN 0;
    END IF;
    SELECT * INTO rule FROM core.unit_table_rule AS x WHERE x.valid_from <= today ORDER BY x.valid_from DESC LIMIT 1;
    DELETE FROM core.job AS j
    WHERE j.kind IN ('unit_day.count', 'unit_day.check') AND j.state = 'done' AND j.finished_at < clock_timestamp() - interval '1 day';
    IF again THEN
        UPDATE core.job AS j SET run_after = clock_timestamp() WHERE j.kind IN ('unit_day.count', 'unit_day.check') AND j.state = 'ready';
    END IF;
    WITH place AS (
        SELECT l.campaign_id, t.id, t.slug, t.position, count(*) OVER (PARTITION BY l.campaign_id) AS units
        FROM core.campaign_launch AS l
            CROSS JOIN LATERAL core.campaign_tenants(l.campaign_id, today) AS f
            JOIN core.tenant AS t ON t.id = f.tenant_id
        WHERE l.last_day >= today - rule.days_after
    ), work AS (
        SELECT p.*, k.kind,
            CASE WHEN again THEN extra
                WHEN k.kind = 'unit_day.count' AND p.units > rule.live_units
                    THEN to_char(clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI')
                ELSE today::text END AS turn,
            CASE WHEN k.kind = 'unit_day.check' AND NOT again THEN interval '1 minute' ELSE interval '0' END AS wait
        FROM place AS p
            CROSS JOIN (VALUES (1, 'unit_day.count'), (2, 'unit_day.check')) AS k (turn, kind)
        -- One that still waits will count what there is by then.
        WHERE NOT EXISTS (
            SELECT FROM core.job AS j
            WHERE j.state IN ('ready', 'running') AND j.kind = k.kind AND j.tenant_id = p.id AND j.subject_id = p.campaign_id)
        ORDER BY k.turn, p.position, p.slug
    )
    INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, run_after)
    SELECT core.new_id(), w.kind, w.id, w.campaign_id, w.kind || ':' || w.campaign_id || ':' || w.turn, w.slug, clock_timestamp() + w.wait
    FROM work AS w
    ON CONFLICT ON CONSTRAINT job_once_per_cause_and_target DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END
$$;

-- Writes what the worker counted of the tenant that it entered; the row policies refuse everybody else. Answers how many rows.
CREATE OR REPLACE FUNCTION core.unit_day_write(campaign uuid, day date, figures jsonb)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    written integer;
BEGIN
    INSERT INTO core.unit_day (campaign_id, day, tenant_id, unit_id, items, acknowledged, reported, early, on_time, late, undated, overdue,
        due_soon, above, extended, launched_on, verdict, counted_on)
    SELECT unit_day_write.campaign, unit_day_write.day, core.actor_home(), f.unit, f.items, f.acknowledged, f.reported, f.early, f."onTime", f.late,
        coalesce(f.done - f.early - f."onTime" - f.late, 0), f.overdue, f."dueSoon", f.above, f.extended, f."launchedOn", f.verdict, core.today()
    FROM jsonb_to_recordset(figures) AS f (unit uuid, items integer, acknowledged integer, reported integer, done integer, early integer,
        "onTime" integer, late integer, overdue integer, "dueSoon" integer, above integer, extended integer, "launchedOn" date, verdict text)
    ON CONFLICT ON CONSTRAINT unit_day_pkey DO UPDATE
    SET items = excluded.items, acknowledged = excluded.acknowledged, reported = excluded.reported, early = excluded.early,
        on_time = excluded.on_time, late = excluded.late, undated = excluded.undated, overdue = excluded.overdue,
        due_soon = excluded.due_soon, above = excluded.above, extended = excluded.extended, launched_on = excluded.launched_on,
        verdict = excluded.verdict, counted_on = excluded.counted_on, counted_at = clock_timestamp();
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written;
END
$$;

-- Notes what came of a comparison, likewise.
CREATE OR REPLACE FUNCTION core.unit_day_checked(campaign uuid, day date, compared integer, differing integer)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    INSERT INTO core.unit_day_check (campaign_id, tenant_id, day, compared, differing)
    VALUES (unit_day_checked.campaign, core.actor_home(), unit_day_checked.day, unit_day_checked.compared, unit_day_checked.differing)
    ON CONFLICT ON CONSTRAINT unit_day_check_pkey DO UPDATE
    SET day = excluded.day, compared = excluded.compared, differing = excluded.differing, checked_at = clock_timestamp()
$$;

REVOKE ALL ON FUNCTION core.unit_day_queue(boolean), core.unit_day_write(uuid, date, jsonb),
    core.unit_day_checked(uuid, date, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.unit_day_queue(boolean) TO thidua_worker;
GRANT EXECUTE ON FUNCTION core.unit_day_write(uuid, date, jsonb), core.unit_day_checked(uuid, date, integer, integer) TO thidua_tenant;

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    relation  text;
    rule      record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['unit_table_rule', 'unit_day', 'unit_day_check']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
    END LOOP;
    EXECUTE format('GRANT SELECT ON core.unit_table_rule TO %s', everybody);
    EXECUTE format('CREATE POLICY known_to_officers ON core.unit_table_rule FOR SELECT TO %s USING ((SELECT core.actor_present()))', everybody);
    -- The queue asks it while nobody acts.
    CREATE POLICY owner_reads ON core.unit_table_rule FOR SELECT TO thidua_owner USING (true);
    FOREACH relation IN ARRAY ARRAY['unit_day', 'unit_day_check']
    LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, province);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
        -- Written by the worker's jobs alone, each in the tenant that it entered.
        EXECUTE format('CREATE POLICY owner_counts ON core.%I TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) AND (SELECT core.actor_is_system()))
            WITH CHECK (tenant_id = (SELECT core.actor_home()) AND (SELECT core.actor_is_system()))', relation);
    END LOOP;
    -- A unit reads what was counted of it and of what is below it; the comparison is of a unit as a whole.
    CREATE POLICY in_sight ON core.unit_day FOR SELECT TO thidua_tenant
        USING (core.difficulty_reached(tenant_id, unit_id));
    CREATE POLICY in_sight ON core.unit_day_check FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()));
END
$$;
