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
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, CASE relation WHEN 'review' THEN everybody ELSE province END);
            EXECUTE format('CREATE POLICY known_to_officers ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_present()))', relation, everybody);
        ELSE
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
            EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
        END IF;
    END LOOP;

    -- Every officer may know the versions; what one left open names items of other units, and reaches a unit by core.review_left_open.
    REVOKE SELECT ON core.review_snapshot FROM thidua_tenant, media;
    GRANT SELECT (review_id, version, head, sha256, minute_number, minute_on, minute_reason, frozen_by, previous, settle_until, silent_units,
        open_disputes, open_results, frozen_on, frozen_at, written_in) ON core.review_snapshot TO thidua_tenant, media;
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
    -- The Office's own unit too: its items are accepted by others (A66), and the answer decides nothing about them. And a unit that has ended since
    -- it asked: the freeze waits for the answer.
    CREATE POLICY answered_by_the_office ON core.review_answer FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
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

DROP FUNCTION IF EXISTS core.review_open_results(uuid);
-- What was sent in time, dated by the day of the review and recorded by the end of the settle days, and waits for its assigner, as known at the
-- end of a day: a result that nobody judged; the first delivery for a deadline that has passed, none of whose deliveries is confirmed (A16); in an
-- interim review the first step of 50 or more of a task that is due later, none of whose such steps is confirmed (A36); the latest figure of a target.
-- What co-ordinates has no result and no deadline of its own. The same rows are listed by Sources/Storage/Review/OpenResult+Queries.swift under
-- the policies of whoever asks; a test holds the two against each other.
CREATE OR REPLACE FUNCTION core.review_waiting(review uuid, known_on date)
RETURNS TABLE (what text, tenant_id uuid, unit_id uuid, item_id uuid, code text, title text, sent_on date)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
SET jit = off
SET enable_nestloop = off
AS $$
    -- Each table is read once and joined as a set: plans for all tenants that look up row by row take longer to make than this to run.
    WITH held AS (
        SELECT r.campaign_id, r.kind, r.held_on, r.settle_until FROM core.review AS r WHERE r.id = review_waiting.review
    ), reports AS MATERIALIZED (
        SELECT x.tenant_id, x.item_id, x.id, x.kind, x.milestone_percent, x.actual, x.occurrence_due_on, x.evidence_on, x.recorded_on, x.recorded_at
        FROM core.progress AS x
        WHERE x.evidence_on <= (SELECT h.held_on FROM held AS h)
          AND x.recorded_on <= (SELECT h.settle_until FROM held AS h)
          AND (x.kind = 'result' OR x.occurrence_due_on IS NOT NULL OR x.milestone_percent >= 50 OR x.actual IS NOT NULL)
    ), rulings AS MATERIALIZED (
        SELECT c.tenant_id, c.report_id, bool_or(c.kind = 'confirmed') AS is_confirmed,
            -- What was taken back was judged all the same: it waits for nobody.
            max(CASE WHEN c.voided_on <= review_waiting.known_on THEN 'revoked' ELSE c.kind END) FILTER (WHERE c.kind <> 'confirmed') AS judged
        FROM core.ruling AS c
        WHERE c.kind IN ('confirmed', 'accepted', 'returned', 'withdrawn')
          AND c.recorded_on <= review_waiting.known_on
        GROUP BY c.tenant_id, c.report_id
    ), standing AS MATERIALIZED (
        SELECT c.tenant_id, c.item_id,
            bool_or(c.kind IN ('accepted', 'leadAccepted') AND c.evidence_on <= (SELECT h.held_on FROM held AS h)
                AND (c.voided_on IS NULL OR c.voided_on > review_waiting.known_on)) AS is_done,
            -- As judgement has it: what left the count after the day of the review was in it on that day.
            bool_or(c.kind IN ('exempted', 'replaced', 'cancelled', 'transferred') AND c.decided_on <= (SELECT h.held_on FROM held AS h)) AS is_closed
        FROM core.ruling AS c
        WHERE c.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred')
          AND c.recorded_on <= review_waiting.known_on
        GROUP BY c.tenant_id, c.item_id
    ), items AS MATERIALIZED (
        SELECT i.tenant_id, i.unit_id, i.id, i.code, i.title, i.role, i.due_on, i.target IS NOT NULL AS is_target
        FROM core.work_item AS i
        WHERE i.campaign_id = (SELECT h.campaign_id FROM held AS h)
          AND (i.unit_id <> i.tenant_id OR i.parent_id IS NULL)
          -- What was split or merged later was whole on that day (A15).
          AND (i.correction_id IS NULL OR i.correction_id <> ALL (ARRAY(
            SELECT c.id FROM core.item_correction AS c WHERE c.decided_on > (SELECT h.held_on FROM held AS h))))
          -- What a sub-unit gave to people of its own is part of what it answers for.
          AND NOT EXISTS (
            SELECT FROM core.work_item AS whole
            WHERE whole.tenant_id = i.tenant_id AND whole.id = i.parent_id AND whole.unit_id = i.unit_id)
    )
    SELECT o.what, o.tenant_id, o.unit_id, o.item_id, o.code, o.title, o.recorded_on
    FROM (
        SELECT s.*,
            CASE
                WHEN s.kind = 'result' THEN CASE WHEN s.role = 'lead' AND s.judged IS NULL THEN 'result' END
                WHEN s.role = 'lead' AND s.occurrence_due_on <= s.held_on AND NOT bool_or(s.is_confirmed) OVER occurrence
                    AND row_number() OVER (occurrence ORDER BY s.evidence_on, s.recorded_at, s.id) = 1 THEN 'occurrence'
                WHEN s.is_half AND NOT bool_or(s.is_confirmed) OVER half
                    AND row_number() OVER (half ORDER BY s.evidence_on, s.recorded_at, s.id) = 1 THEN 'half'
                WHEN s.is_figure AND NOT s.is_confirmed
                    AND row_number() OVER (figure ORDER BY s.evidence_on DESC, s.recorded_at DESC, s.id DESC) = 1 THEN 'figure'
            END AS what
        FROM (
            SELECT i.tenant_id, i.unit_id, i.id AS item_id, i.code, i.title, i.role, h.held_on, x.id, x.kind, x.evidence_on, x.recorded_on,
                x.recorded_at, x.occurrence_due_on, j.judged, coalesce(j.is_confirmed, false) AS is_confirmed,
                coalesce(x.kind = 'reported' AND x.milestone_percent >= 50 AND h.kind = 'interim' AND d.is_done IS NOT TRUE
                    AND (i.due_on > h.held_on OR i.due_on IS NULL), false) AS is_half,
                i.is_target AND x.actual IS NOT NULL AND (x.kind = 'reported' OR j.judged IS NOT DISTINCT FROM 'accepted') AS is_figure
            FROM held AS h
                CROSS JOIN items AS i
                JOIN reports AS x ON x.tenant_id = i.tenant_id AND x.item_id = i.id
                LEFT JOIN rulings AS j ON j.tenant_id = x.tenant_id AND j.report_id = x.id
                LEFT JOIN standing AS d ON d.tenant_id = i.tenant_id AND d.item_id = i.id
            WHERE d.is_closed IS NOT TRUE
        ) AS s
        WINDOW occurrence AS (PARTITION BY s.tenant_id, s.item_id, s.occurrence_due_on),
            half AS (PARTITION BY s.tenant_id, s.item_id, s.is_half),
            figure AS (PARTITION BY s.tenant_id, s.item_id, s.is_figure)
    ) AS o
    WHERE o.what IS NOT NULL
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
    -- The first version counts what was recorded by the end of the settle days (A61), a correction what was recorded so far.
    SELECT count(*) FILTER (WHERE o.what = 'silentUnit'), count(*) FILTER (WHERE o.what = 'dispute'),
        count(*) FILTER (WHERE o.what NOT IN ('silentUnit', 'dispute')),
        coalesce(jsonb_agg(
            jsonb_build_object('what', o.what, 'tenant', o.tenant_id, 'unit', o.unit_id, 'unitName', t.full_name, 'item', o.item_id, 'code', o.code,
                'title', o.title, 'since', o.since)
            ORDER BY array_position('{dispute,result,occurrence,half,figure,silentUnit}', o.what), o.since, t.position, t.slug, o.code COLLATE "C"), '[]')
    INTO NEW.silent_units, NEW.open_disputes, NEW.open_results, NEW.open_list
    FROM core.review_open(NEW.review_id, CASE WHEN NEW.version = 1 THEN NEW.settle_until ELSE 'infinity' END) AS o
        LEFT JOIN core.tenant_on(held.held_on) AS t ON t.id = o.tenant_id;
    NEW.frozen_on := core.today();
    NEW.frozen_at := clock_timestamp();
    NEW.written_in := pg_current_xact_id();
    RETURN NEW;
END
$$;

-- What a version left open, as far as the acting officer sees it: all of it for who looks over the province, that of the whole tenant for who sees it
-- whole, else that of the unit of the post.
CREATE OR REPLACE FUNCTION core.review_left_open(review uuid, version integer)
RETURNS TABLE (place integer, what text, tenant_id uuid, unit_name text, item_id uuid, code text, title text, since date)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    everything boolean := core.owner_looks_over() AND core.actor_may('province.read');
    whole      uuid := core.actor_whole();
    alone      uuid := CASE WHEN core.actor_alone() IS NULL AND core.actor_tenant() IS NOT NULL THEN core.actor_unit() END;
BEGIN
    RETURN QUERY
    SELECT o.place::integer, o.said ->> 'what', (o.said ->> 'tenant')::uuid, o.said ->> 'unitName', (o.said ->> 'item')::uuid, o.said ->> 'code',
        o.said ->> 'title', (o.said ->> 'since')::date
    FROM core.review_snapshot AS s
        CROSS JOIN jsonb_array_elements(s.open_list) WITH ORDINALITY AS o (said, place)
    WHERE s.review_id = review_left_open.review
      AND s.version = review_left_open.version
      AND (everything OR (o.said ->> 'tenant')::uuid = whole OR (o.said ->> 'unit')::uuid = alone);
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
    core.review_dispute_guard(), core.review_waiting(uuid, date),
    core.review_left_open(uuid, integer), core.review_snapshot_guard(), core.review_snapshot_is_whole(),
    core.review_part_comes_with_its_snapshot(), core.review_stays()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.ledger_turn() TO thidua_owner, office;
GRANT EXECUTE ON FUNCTION core.review_left_open(uuid, integer) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

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
