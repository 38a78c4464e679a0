-- The review: who keeps it, what its guards find, and how it meets those who write to a ledger at the same moment.

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    relation  text;
    rule      record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['review', 'review_snapshot', 'review_part', 'review_confirmation', 'review_dispute', 'review_answer']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        -- The guards below read them by their own checks: the acting tenant's, and all for who looks over the province.
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner USING (%s)', relation,
            CASE WHEN relation IN ('review', 'review_snapshot') THEN 'true'
                ELSE 'tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over())' END);
        IF relation IN ('review', 'review_snapshot') THEN
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, everybody);
            EXECUTE format('CREATE POLICY known_to_officers ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_present()))', relation, everybody);
        ELSE
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
            EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
        END IF;
    END LOOP;

    GRANT INSERT ON core.review, core.review_snapshot, core.review_part, core.review_answer TO office;
    CREATE POLICY opened_by_the_office ON core.review FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND opened_by = (SELECT core.actor_post()) AND opened_on = (SELECT core.today()));
    CREATE POLICY frozen_by_the_office ON core.review_snapshot FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND frozen_by = (SELECT core.actor_post()));
    -- Only before its snapshot or with it, by who freezes it; that it came with it, the guard below looks at when the transaction ends.
    CREATE POLICY frozen_by_the_office ON core.review_part FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND NOT EXISTS (
            SELECT FROM core.review_snapshot AS s
            WHERE s.review_id = review_part.review_id AND s.version = review_part.version
              AND (s.frozen_by <> (SELECT core.actor_post()) OR s.written_in <> pg_current_xact_id())));
    -- The Office's own unit too: its items are accepted by others (A66), and the answer decides nothing about them.
    CREATE POLICY answered_by_the_office ON core.review_answer FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;

-- The day reached by stepping forward so many working days; none: the day itself. As Sources/Domain/Time/WorkingCalendar.swift; a test
-- holds the two against each other.
CREATE OR REPLACE FUNCTION core.working_day_after(day date, steps integer)
RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT CASE WHEN steps <= 0 THEN day ELSE (
        SELECT d.day::date
        FROM generate_series(day + 1, day + 60 + 2 * steps, interval '1 day') AS d (day)
            LEFT JOIN core.calendar_day AS c ON c.day = d.day::date
        WHERE coalesce(c.working, extract(isodow FROM d.day) < 6)
        ORDER BY d.day
        OFFSET steps - 1
        LIMIT 1) END
$$;

-- Whoever freezes waits until all who write to a ledger have ended, and they wait for him: what is written is in the snapshot or after it.
CREATE OR REPLACE FUNCTION core.ledger_turn()
RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT 5207021864393 $$;

CREATE OR REPLACE FUNCTION core.ledger_waits()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock_shared(core.ledger_turn()) THEN
        PERFORM pg_advisory_xact_lock_shared(core.ledger_turn());
        -- Recorded after the freeze, and says so.
        IF TG_OP = 'INSERT' THEN
            NEW.recorded_at := clock_timestamp();
        END IF;
    END IF;
    RETURN NEW;
END
$$;

-- Guards ----------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION core.review_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.settle_until := core.working_day_after(greatest(NEW.held_on, NEW.opened_on), NEW.settle_days);
    RETURN NEW;
END
$$;

-- What a unit says, it says in the settle days and before the freeze.
CREATE OR REPLACE FUNCTION core.review_reply_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(core.ledger_turn());
    SELECT r.settle_until INTO NEW.settle_until FROM core.review AS r WHERE r.id = NEW.review_id;
    -- No such review: the foreign key says so.
    NEW.settle_until := coalesce(NEW.settle_until, 'infinity');
    NEW.frozen := EXISTS (SELECT FROM core.review_snapshot AS s WHERE s.review_id = NEW.review_id);
    RETURN NEW;
END
$$;

-- Whether the disputed item is one that the unit is judged on.
CREATE OR REPLACE FUNCTION core.review_dispute_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.judged := EXISTS (
        SELECT
        FROM core.work_item AS i
            JOIN core.review AS r ON r.campaign_id = i.campaign_id
        WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id AND r.id = NEW.review_id
          AND i.unit_id = i.tenant_id AND i.parent_id IS NULL AND i.role = 'lead')
        -- No such item: the foreign key says so.
        OR NOT EXISTS (SELECT FROM core.work_item AS i WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id);
    RETURN NEW;
END
$$;

-- Results dated by the day of the review and sent by the end of the settle days, that nobody has judged.
CREATE OR REPLACE FUNCTION core.review_open_results(review uuid)
RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT count(*)::integer
    FROM core.review AS r
        JOIN core.work_item AS i ON i.campaign_id = r.campaign_id AND i.role = 'lead' AND (i.unit_id <> i.tenant_id OR i.parent_id IS NULL)
        JOIN core.progress AS x ON x.tenant_id = i.tenant_id AND x.item_id = i.id AND x.kind = 'result'
            AND x.evidence_on <= r.held_on AND x.recorded_on <= r.settle_until
        LEFT JOIN core.ruling AS j ON j.tenant_id = x.tenant_id AND j.report_id = x.id AND j.kind IN ('accepted', 'returned', 'withdrawn')
    WHERE r.id = review
      AND j.id IS NULL
      AND NOT EXISTS (
            SELECT FROM core.ruling AS c
            WHERE c.tenant_id = i.tenant_id AND c.item_id = i.id AND c.kind IN ('exempted', 'replaced', 'cancelled', 'transferred'))
$$;

CREATE OR REPLACE FUNCTION core.review_snapshot_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    held record;
BEGIN
    PERFORM pg_advisory_xact_lock(core.ledger_turn());
    SELECT r.campaign_id, r.held_on, r.settle_until INTO held FROM core.review AS r WHERE r.id = NEW.review_id;
    NEW.settle_until := coalesce(held.settle_until, 'infinity');
    NEW.previous := (SELECT s.sha256 FROM core.review_snapshot AS s WHERE s.review_id = NEW.review_id AND s.version = NEW.version - 1);
    NEW.silent_units := (
        SELECT count(*)
        FROM core.campaign_tenants(held.campaign_id, held.held_on) AS f
        WHERE NOT EXISTS (SELECT FROM core.review_confirmation AS c WHERE c.tenant_id = f.tenant_id AND c.review_id = NEW.review_id)
          AND NOT EXISTS (SELECT FROM core.review_dispute AS d WHERE d.tenant_id = f.tenant_id AND d.review_id = NEW.review_id));
    NEW.open_disputes := (
        SELECT count(*)
        FROM core.review_dispute AS d
            LEFT JOIN core.review_answer AS a ON a.tenant_id = d.tenant_id AND a.dispute_id = d.id
        WHERE d.review_id = NEW.review_id AND a.dispute_id IS NULL);
    NEW.open_results := core.review_open_results(NEW.review_id);
    NEW.frozen_on := core.today();
    NEW.frozen_at := clock_timestamp();
    NEW.written_in := pg_current_xact_id();
    RETURN NEW;
END
$$;

-- At the end of the transaction the hash is that of the head and of all parts, or nothing of it stays.
CREATE OR REPLACE FUNCTION core.review_snapshot_is_whole()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    listed text;
BEGIN
    SELECT coalesce(string_agg(encode(p.sha256, 'hex') || ' ' || p.code || E'\n', '' ORDER BY p.position), '')
    INTO listed
    FROM core.review_part AS p
    WHERE p.review_id = NEW.review_id AND p.version = NEW.version;
    IF NEW.sha256 IS DISTINCT FROM sha256(convert_to(NEW.head || E'\n' || listed, 'UTF8')) THEN
        RAISE EXCEPTION 'the snapshot is not whole' USING ERRCODE = '23514', CONSTRAINT = 'review_snapshot_is_whole';
    END IF;
    RETURN NULL;
END
$$;

-- A part joins no version that another transaction wrote.
CREATE OR REPLACE FUNCTION core.review_part_comes_with_its_snapshot()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM core.review_snapshot AS s
        WHERE s.review_id = NEW.review_id AND s.version = NEW.version AND s.written_in = pg_current_xact_id())
    THEN
        RAISE EXCEPTION 'a part comes with its snapshot' USING ERRCODE = '23514', CONSTRAINT = 'review_part_comes_with_its_snapshot';
    END IF;
    RETURN NULL;
END
$$;

-- Nobody changes or takes away what stands there: not the roles of officers, which have no right to, nor the owner, whom this stops.
CREATE OR REPLACE FUNCTION core.review_stays()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'a review is only ever added to' USING ERRCODE = '42501';
END
$$;

REVOKE ALL ON FUNCTION core.working_day_after(date, integer), core.ledger_turn(), core.ledger_waits(), core.review_guard(), core.review_reply_guard(),
    core.review_dispute_guard(), core.review_open_results(uuid), core.review_snapshot_guard(), core.review_snapshot_is_whole(),
    core.review_part_comes_with_its_snapshot(), core.review_stays()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.ledger_turn() TO thidua_owner, office;

DO $$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY['work_item', 'progress', 'ruling', 'extension_step']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'waits_for_the_freeze') THEN
            EXECUTE format('CREATE TRIGGER waits_for_the_freeze BEFORE INSERT OR UPDATE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.ledger_waits()', relation);
        END IF;
    END LOOP;
    FOREACH relation IN ARRAY ARRAY['review', 'review_snapshot', 'review_part', 'review_confirmation', 'review_dispute', 'review_answer']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'stays') THEN
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.review_stays()', relation);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.review'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.review FOR EACH ROW EXECUTE FUNCTION core.review_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.review_confirmation FOR EACH ROW EXECUTE FUNCTION core.review_reply_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.review_dispute FOR EACH ROW EXECUTE FUNCTION core.review_reply_guard();
        CREATE TRIGGER guard_item BEFORE INSERT ON core.review_dispute FOR EACH ROW EXECUTE FUNCTION core.review_dispute_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.review_snapshot FOR EACH ROW EXECUTE FUNCTION core.review_snapshot_guard();
        CREATE CONSTRAINT TRIGGER review_snapshot_is_whole AFTER INSERT ON core.review_snapshot DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION core.review_snapshot_is_whole();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.review_part'::regclass AND tgname = 'comes_with_its_snapshot') THEN
        CREATE CONSTRAINT TRIGGER comes_with_its_snapshot AFTER INSERT ON core.review_part DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION core.review_part_comes_with_its_snapshot();
    END IF;
END
$$;
