-- The month: what is counted, what the guards find when a return is approved and a month closed, who keeps and reads them.

-- Only the period has a source; when returns are due is this province's to set, and these days hold until it does.
INSERT INTO core.period_rule (valid_from, first_day, sub_unit_days, unit_days, close_days, citation, days_citation) VALUES
    ('2019-03-12', 15, 1, 2, 4, 'Nghị định 09/2019/NĐ-CP, Điều 12', 'Tạm áp dụng, chưa có quy định riêng')
ON CONFLICT (valid_from) DO NOTHING;

-- The last day of the reporting period that is named after a month, by the rule in force on the month's first day: as the Office says by a paper, else
-- as the plan of the campaign says, else as came with the product. It lies in that month.
DROP FUNCTION IF EXISTS core.period_begin(date), core.period_from(date);
CREATE OR REPLACE FUNCTION core.period_to(month date, campaign uuid)
RETURNS date
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT coalesce(
        CASE WHEN r.recorded_by IS NULL THEN period_to.month + core.campaign_parameter(period_to.campaign, 'reportPeriodLastDay')::integer - 1 END,
        CASE WHEN r.first_day = 1 THEN (period_to.month + interval '1 month')::date - 1 ELSE period_to.month + r.first_day - 2 END)
    FROM (VALUES (period_to.month)) AS m (first_day)
        LEFT JOIN LATERAL (
            SELECT x.first_day, x.recorded_by
            FROM core.period_rule AS x
            WHERE x.valid_from <= m.first_day
            ORDER BY x.valid_from DESC
            LIMIT 1
        ) AS r ON true
$$;
COMMENT ON COLUMN core.period_rule.first_day IS
    'of the month before; 1: of the month itself. What the Office recorded goes before the last day that the plan of a campaign says, that before the rest';

-- Its first day: the one after the period before, so that no day is left out where a rule takes another's place.
CREATE OR REPLACE FUNCTION core.period_from(month date, campaign uuid)
RETURNS date
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT core.period_to((period_from.month - interval '1 month')::date, period_from.campaign) + 1
$$;

-- The first day of the reporting period in which a day lies; outside every campaign by the rule alone.
CREATE OR REPLACE FUNCTION core.period_begin(day date, campaign uuid)
RETURNS date
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT CASE WHEN period_begin.day <= core.period_to(m.first_day, period_begin.campaign) THEN core.period_from(m.first_day, period_begin.campaign)
        ELSE core.period_to(m.first_day, period_begin.campaign) + 1 END
    FROM (SELECT date_trunc('month', period_begin.day::timestamp)::date AS first_day) AS m
$$;

-- Of whom a month tells, as known at the end of a day: the first tier of the plan, from its opening on. Who closed stays, for what was done there
-- stays done: one that was gone before the month began where it counts something, or had a row in the month before. It is told with its last day
-- where that came before its return was due, and owes none.
CREATE OR REPLACE FUNCTION core.month_tenants(period uuid, known_on date)
RETURNS TABLE (tenant_id uuid, is_there boolean, ended_on date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT t.id, coalesce(t.closed_on >= p.from_on, true),
        CASE WHEN t.closed_on < p.due_on AND t.closed_on < month_tenants.known_on THEN t.closed_on END
    FROM core.report_period AS p
        JOIN core.campaign AS c ON c.id = p.campaign_id
        JOIN core.tenant AS t ON t.kind <> 'province' AND c.first_tier && ARRAY[t.kind || ':' || t.scope, t.kind || ':']
    WHERE p.id = month_tenants.period
      AND t.opened_on <= p.to_on
$$;

-- Counting --------------------------------------------------------------------------------------------------------

-- How the items of every unit and sub-unit stood at the end of a period, as known at the end of a day: what it must do itself, of the first tier
-- what the province gave it. The eight from early to noDueDate add up to items. "now" is within the period, all else since the beginning.
-- Timeliness and target are those of 45_ledger.sql; tests hold these figures against the counts of the ledger and against what a review judges.
DROP FUNCTION IF EXISTS core.month_counted(uuid, date, date, date, uuid);
CREATE FUNCTION core.month_counted(campaign uuid, from_on date, to_on date, known_on date, tenant uuid)
RETURNS TABLE (tenant_id uuid, unit_id uuid, given integer, items integer, early integer, on_time integer, late integer, undated integer,
    overdue integer, due_soon integer, in_time integer, no_due_date integer, now_early integer, now_on_time integer, now_late integer,
    now_undated integer, above integer, extended integer, exempted integer, cancelled integer, unacknowledged integer)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
SET plan_cache_mode = force_generic_plan
AS $$
    -- As an item was said then: as before the first change that was recorded later. The changed are made from JSON, which is dear; the others not.
    WITH later AS MATERIALIZED (
        SELECT DISTINCT ON (x.tenant_id, x.item_id) x.tenant_id, x.item_id, x.before
        FROM core.work_item_change AS x
        WHERE month_counted.known_on < core.today() AND x.recorded_on > month_counted.known_on
          AND (month_counted.tenant IS NULL OR x.tenant_id = month_counted.tenant)
        ORDER BY x.tenant_id, x.item_id, x.version
    )
    SELECT s.tenant_id, s.unit_id,
        count(*) FILTER (WHERE s.closed IS NULL AND s.assigned_on >= month_counted.from_on)::integer,
        count(*) FILTER (WHERE s.closed IS NULL)::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedEarly')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedOnTime')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedLate')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedUndated')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'overdue')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'dueSoon')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'inTime')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'noDueDate')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedEarly' AND s.completed_on >= month_counted.from_on)::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedOnTime' AND s.completed_on >= month_counted.from_on)::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedLate' AND s.completed_on >= month_counted.from_on)::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.timeliness = 'completedUndated' AND s.completed_on >= month_counted.from_on)::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.above)::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND s.extended)::integer,
        count(*) FILTER (WHERE s.closed = 'exempted')::integer,
        count(*) FILTER (WHERE s.closed <> 'exempted')::integer,
        count(*) FILTER (WHERE s.closed IS NULL AND NOT s.acknowledged AND NOT s.accepted)::integer
    FROM (
        SELECT i.tenant_id, i.unit_id, i.assigned_on, closed.kind AS closed, c.completed_on,
            core.timeliness(i.due_on, CASE WHEN pace.item_id IS NULL THEN i.original_due_on END, c.completed_on, month_counted.to_on,
                pace.is_missed, pace.next_due_on) AS timeliness,
            core.target_beaten(i.direction, i.target, latest.actual) AS above,
            done.id IS NOT NULL AS accepted, taken.id IS NOT NULL AS acknowledged, longer.item_id IS NOT NULL AS extended,
            whole.id IS NOT NULL AS is_part
        FROM (
            SELECT w.tenant_id, w.id, w.unit_id, w.campaign_id, w.role, w.parent_id, w.direction,
                w.target, w.due_on, w.original_due_on, w.assigned_on
            FROM core.work_item AS w
            WHERE w.recorded_on <= month_counted.known_on
              AND w.campaign_id = month_counted.campaign
              AND (month_counted.tenant IS NULL OR w.tenant_id = month_counted.tenant)
              AND NOT EXISTS (SELECT FROM later AS l WHERE l.tenant_id = w.tenant_id AND l.item_id = w.id)
            UNION ALL
            SELECT said.tenant_id, said.id, said.unit_id, said.campaign_id, said.role, said.parent_id, said.direction,
                said.target, said.due_on, said.original_due_on, said.assigned_on
            FROM later AS l
                JOIN core.work_item AS w ON w.tenant_id = l.tenant_id AND w.id = l.item_id
                CROSS JOIN LATERAL jsonb_populate_record(w, l.before) AS said
            WHERE w.recorded_on <= month_counted.known_on
        ) AS i
            LEFT JOIN core.ruling AS done ON done.tenant_id = i.tenant_id AND done.item_id = i.id AND done.kind IN ('accepted', 'leadAccepted')
                AND done.recorded_on <= month_counted.known_on AND done.evidence_on <= month_counted.to_on
                AND (done.voided_on IS NULL OR done.voided_on > month_counted.known_on)
            LEFT JOIN core.ruling AS closed ON closed.tenant_id = i.tenant_id AND closed.item_id = i.id
                AND closed.kind IN ('exempted', 'replaced', 'cancelled', 'transferred')
                AND closed.recorded_on <= month_counted.known_on AND closed.decided_on <= month_counted.to_on
            LEFT JOIN core.progress AS taken ON taken.tenant_id = i.tenant_id AND taken.item_id = i.id AND taken.kind = 'acknowledged'
                AND taken.recorded_on <= month_counted.known_on AND taken.evidence_on <= month_counted.to_on
            LEFT JOIN (
                SELECT DISTINCT e.tenant_id, e.item_id
                FROM core.extension_step AS e
                WHERE e.step = 'granted' AND e.recorded_on <= month_counted.known_on
                  AND e.happened_on BETWEEN month_counted.from_on AND month_counted.to_on
            ) AS longer ON longer.tenant_id = i.tenant_id AND longer.item_id = i.id
            -- The figure that a review judges: the latest that was confirmed, or accepted with its result, whether or not the item is done (A49).
            LEFT JOIN (
                SELECT p.tenant_id, p.item_id, (array_agg(p.actual ORDER BY p.evidence_on DESC, p.recorded_at DESC, p.id DESC))[1] AS actual,
                    max(p.actual) FILTER (WHERE j.kind = 'accepted') AS accepted,
                    array_agg(p.evidence_on ORDER BY p.evidence_on, p.recorded_at, p.id) AS days,
                    array_agg(p.actual ORDER BY p.evidence_on, p.recorded_at, p.id) AS figures
                FROM core.progress AS p
                    JOIN core.ruling AS j ON j.tenant_id = p.tenant_id AND j.report_id = p.id AND j.kind IN ('confirmed', 'accepted')
                        AND j.recorded_on <= month_counted.known_on
                        AND (j.voided_on IS NULL OR j.voided_on > month_counted.known_on)
                WHERE p.actual IS NOT NULL
                  AND p.recorded_on <= month_counted.known_on
                  AND p.evidence_on <= month_counted.to_on
                  AND (month_counted.tenant IS NULL OR p.tenant_id = month_counted.tenant)
                GROUP BY p.tenant_id, p.item_id
            ) AS latest ON latest.tenant_id = i.tenant_id AND latest.item_id = i.id
            -- Of a periodic item whether a deadline passed without a delivery in time that was confirmed (A16), and the first one for which
            -- nothing was delivered.
            LEFT JOIN (
                SELECT o.tenant_id, o.item_id, bool_or(coalesce(o.completed_on, month_counted.to_on) > o.due_on) AS is_missed,
                    min(o.due_on) FILTER (WHERE NOT o.is_delivered) AS next_due_on
                FROM (
                    SELECT e.tenant_id, e.item_id, e.due_on, min(x.evidence_on) FILTER (WHERE j.id IS NOT NULL) AS completed_on,
                        count(x.id) > 0 AS is_delivered
                    FROM core.occurrence AS e
                        LEFT JOIN core.progress AS x ON x.tenant_id = e.tenant_id AND x.item_id = e.item_id AND x.occurrence_due_on = e.due_on
                            AND x.occurrence_due_on IS NOT NULL
                            AND x.recorded_on <= month_counted.known_on AND x.evidence_on <= month_counted.to_on
                        LEFT JOIN core.ruling AS j ON j.tenant_id = x.tenant_id AND j.report_id = x.id AND j.kind = 'confirmed'
                            AND j.recorded_on <= month_counted.known_on
                    WHERE e.recorded_on <= month_counted.known_on
                      AND (month_counted.tenant IS NULL OR e.tenant_id = month_counted.tenant)
                    GROUP BY e.tenant_id, e.item_id, e.due_on
                ) AS o
                GROUP BY o.tenant_id, o.item_id
            ) AS pace ON pace.tenant_id = i.tenant_id AND pace.item_id = i.id
            -- What a sub-unit gave to people of its own is part of what it answers for.
            LEFT JOIN core.work_item AS whole ON whole.tenant_id = i.tenant_id AND whole.id = i.parent_id AND whole.unit_id = i.unit_id
                AND (month_counted.tenant IS NULL OR whole.tenant_id = month_counted.tenant)
            CROSS JOIN LATERAL (
                SELECT CASE WHEN done.kind = 'leadAccepted' THEN done.evidence_on
                    ELSE core.done_on(i.direction, i.target, done.evidence_on, latest.accepted, latest.actual, latest.days, latest.figures)
                    END AS completed_on
            ) AS c
        WHERE i.campaign_id = month_counted.campaign
          AND i.role = 'lead'
          AND (i.unit_id <> i.tenant_id OR i.parent_id IS NULL)
          AND i.assigned_on <= month_counted.to_on
        OFFSET 0
    ) AS s
    WHERE NOT s.is_part
    GROUP BY s.tenant_id, s.unit_id
$$;

-- One unit's figures as JSON, in the order in which they are hashed; every one 0 where the unit has no item.
DROP FUNCTION IF EXISTS core.month_json(integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer,
    integer, integer, integer, integer, integer);
CREATE OR REPLACE FUNCTION core.month_json(given integer, items integer, early integer, on_time integer, late integer, undated integer,
    overdue integer, due_soon integer, in_time integer, no_due_date integer, now_early integer, now_on_time integer, now_late integer,
    now_undated integer, above integer, extended integer, exempted integer, cancelled integer, unacknowledged integer)
RETURNS json
LANGUAGE sql IMMUTABLE
AS $$
    SELECT json_build_object('given', coalesce(given, 0), 'items', coalesce(items, 0), 'early', coalesce(early, 0), 'onTime', coalesce(on_time, 0),
        'late', coalesce(late, 0), 'undated', coalesce(undated, 0), 'overdue', coalesce(overdue, 0), 'dueSoon', coalesce(due_soon, 0),
        'inTime', coalesce(in_time, 0), 'noDueDate', coalesce(no_due_date, 0), 'nowEarly', coalesce(now_early, 0),
        'nowOnTime', coalesce(now_on_time, 0), 'nowLate', coalesce(now_late, 0), 'nowUndated', coalesce(now_undated, 0),
        'above', coalesce(above, 0), 'extended', coalesce(extended, 0), 'exempted', coalesce(exempted, 0), 'cancelled', coalesce(cancelled, 0),
        'unacknowledged', coalesce(unacknowledged, 0))
$$;

-- The same for the acting officer: all units for who looks over the province, the tenant with its sub-units for who sees it whole, else the
-- unit of the post.
CREATE OR REPLACE FUNCTION core.month_figures(campaign uuid, from_on date, to_on date, known_on date, tenant uuid)
RETURNS TABLE (tenant_id uuid, unit_id uuid, figures json)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    everything boolean := core.owner_looks_over() AND core.actor_may('province.read');
    whole      uuid := core.actor_whole();
    alone      uuid := CASE WHEN core.actor_alone() IS NULL AND core.actor_tenant() IS NOT NULL THEN core.actor_unit() END;
BEGIN
    RETURN QUERY
    SELECT c.tenant_id, c.unit_id, core.month_json(c.given, c.items, c.early, c.on_time, c.late, c.undated, c.overdue, c.due_soon,
        c.in_time, c.no_due_date, c.now_early, c.now_on_time, c.now_late, c.now_undated, c.above, c.extended, c.exempted, c.cancelled, c.unacknowledged)
    FROM core.month_counted(campaign, from_on, to_on, known_on, CASE WHEN everything THEN tenant ELSE core.actor_home() END) AS c
    WHERE everything OR c.tenant_id = whole OR c.unit_id = alone;
END
$$;

-- Returns ---------------------------------------------------------------------------------------------------------

-- What is found of a unit's return today: the figures, how many communes it still waits for, what it should say a word about.
CREATE OR REPLACE FUNCTION core.return_found(tenant uuid, period uuid, unit uuid, difficulties text)
RETURNS TABLE (figures jsonb, waiting integer, warnings text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    p record;
BEGIN
    SELECT * INTO p FROM core.report_period AS x WHERE x.id = period;
    figures := coalesce(
        (SELECT core.month_json(c.given, c.items, c.early, c.on_time, c.late, c.undated, c.overdue, c.due_soon, c.in_time,
                c.no_due_date, c.now_early, c.now_on_time, c.now_late, c.now_undated, c.above, c.extended, c.exempted, c.cancelled, c.unacknowledged)
            FROM core.month_counted(p.campaign_id, p.from_on, p.to_on, core.today(), tenant) AS c
            WHERE c.tenant_id = tenant AND c.unit_id = unit),
        core.month_json(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))::jsonb;
    waiting := CASE WHEN unit <> tenant THEN 0 ELSE (
        SELECT count(*)
        FROM core.sub_unit AS u
            CROSS JOIN LATERAL (
                SELECT v.kind
                FROM core.sub_unit_version AS v
                WHERE v.tenant_id = u.tenant_id AND v.unit_id = u.id AND v.valid_from <= p.to_on
                ORDER BY v.valid_from DESC
                LIMIT 1
            ) AS v
        WHERE u.tenant_id = tenant AND u.id <> tenant
          AND u.opened_on <= p.to_on AND (u.closed_on IS NULL OR u.closed_on >= p.to_on)
          AND v.kind IN ('xa', 'phuong', 'thi_tran')
          AND NOT EXISTS (
                SELECT FROM core.unit_return AS r
                WHERE r.tenant_id = tenant AND r.period_id = period AND r.unit_id = u.id AND r.approved_on IS NOT NULL)) END;
    warnings := array_remove(ARRAY[
        CASE WHEN core.today() > CASE WHEN unit = tenant THEN p.due_on ELSE p.sub_unit_due_on END THEN 'late' END,
        CASE WHEN (figures ->> 'overdue')::integer > 0 AND difficulties !~ '\S' THEN 'overdue' END,
        CASE WHEN waiting > 0 THEN 'missingUnits' END,
        CASE WHEN (figures ->> 'unacknowledged')::integer > 0 THEN 'unacknowledged' END], NULL);
    RETURN NEXT;
END
$$;

-- The same for the acting officer, of a unit that he sees.
CREATE OR REPLACE FUNCTION core.return_standing(period uuid, unit uuid, difficulties text)
RETURNS TABLE (figures json, waiting integer, warnings text[])
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT f.figures::json, f.waiting, f.warnings
    FROM core.return_found(core.actor_tenant(), period, unit, difficulties) AS f
    WHERE core.actor_alone() IS NULL
      AND (core.actor_whole() IS NOT NULL OR (core.actor_tenant() IS NOT NULL AND unit = core.actor_unit()))
$$;

-- Months follow each other without a gap, so that every day is reported; what comes before a closed month is not opened any more, for it could not
-- be closed. The first one may be any; until it is closed, the one before it may still be opened. The days of the rule follow the period; where
-- that of the communes has passed when it is opened, they follow the opening. Where the Office says when units report, communes do as many working
-- days before as by the rule.
CREATE OR REPLACE FUNCTION core.period_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    r     record;
    since date;
    gap   integer;
BEGIN
    PERFORM pg_advisory_xact_lock(core.ledger_turn());
    SELECT * INTO r FROM core.period_rule AS x WHERE x.valid_from <= NEW.month ORDER BY x.valid_from DESC LIMIT 1;
    -- What was opened stays, whatever the plan or the rule says by now: this one takes the days that are left between.
    NEW.from_on := coalesce(
        (SELECT x.to_on + 1 FROM core.report_period AS x
            WHERE x.campaign_id = NEW.campaign_id AND x.month = (NEW.month - interval '1 month')::date),
        core.period_from(NEW.month, NEW.campaign_id));
    NEW.to_on := coalesce(
        (SELECT x.from_on - 1 FROM core.report_period AS x
            WHERE x.campaign_id = NEW.campaign_id AND x.month = (NEW.month + interval '1 month')::date),
        core.period_to(NEW.month, NEW.campaign_id));
    since := CASE WHEN NEW.opened_on > core.working_day_after(NEW.to_on, r.sub_unit_days) THEN NEW.opened_on ELSE NEW.to_on END;
    IF NEW.due_on IS NULL THEN
        NEW.sub_unit_due_on := core.working_day_after(since, r.sub_unit_days);
        NEW.due_on := core.working_day_after(since, r.unit_days);
    ELSE
        gap := r.unit_days - r.sub_unit_days;
        NEW.sub_unit_due_on := greatest(NEW.opened_on, NEW.to_on + 1, (
            SELECT max(d.day::date)
            FROM generate_series(NEW.due_on - 60 - 2 * gap, NEW.due_on, interval '1 day') AS d (day)
            WHERE core.working_day_after(d.day::date - 1, 1) = d.day::date
              AND core.working_day_after(d.day::date, gap) <= NEW.due_on));
    END IF;
    NEW.closes_on := coalesce(NEW.closes_on, greatest(NEW.due_on, core.working_day_after(since, r.close_days)));
    NEW.citation := CASE WHEN core.period_to(NEW.month, NEW.campaign_id) = core.period_to(NEW.month, NULL) THEN r.citation
        ELSE coalesce(core.campaign_parameter_source(NEW.campaign_id, 'reportPeriodLastDay'), r.citation) END;
    -- Of a month that is there, or has not begun, its own constraints tell.
    IF NEW.opened_on >= NEW.from_on
        AND EXISTS (SELECT FROM core.report_period AS x WHERE x.campaign_id = NEW.campaign_id)
        AND NOT EXISTS (SELECT FROM core.report_period AS x WHERE x.campaign_id = NEW.campaign_id AND x.month = NEW.month)
        AND (NOT EXISTS (
                SELECT FROM core.report_period AS x
                WHERE x.campaign_id = NEW.campaign_id AND x.month IN ((NEW.month - interval '1 month')::date, (NEW.month + interval '1 month')::date))
            OR EXISTS (
                SELECT FROM core.report_period AS x JOIN core.month_close AS m ON m.period_id = x.id
                WHERE x.campaign_id = NEW.campaign_id AND x.month > NEW.month)) THEN
        RAISE EXCEPTION 'months follow each other' USING ERRCODE = '23514', CONSTRAINT = 'period_follows';
    END IF;
    RETURN NEW;
END
$$;

-- A draft is written over; what was approved stays. Whoever approves the same return at once takes turns at its row. Against the close of the
-- month they take the turn of the ledger: what is approved is in it, or refused.
CREATE OR REPLACE FUNCTION core.unit_return_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    p record;
    f record;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(core.ledger_turn());
    IF TG_OP = 'UPDATE' THEN
        IF OLD.approved_on IS NOT NULL OR (NEW.tenant_id, NEW.period_id, NEW.unit_id) IS DISTINCT FROM (OLD.tenant_id, OLD.period_id, OLD.unit_id) THEN
            RAISE EXCEPTION 'what was approved stays' USING ERRCODE = '42501', CONSTRAINT = 'return_stays';
        END IF;
        NEW.version := OLD.version + 1;
    ELSE
        NEW.version := 1;
    END IF;
    SELECT * INTO p FROM core.report_period AS x WHERE x.id = NEW.period_id;
    -- No such period: the foreign key says so.
    NEW.to_on := coalesce(p.to_on, '-infinity');
    NEW.sub_unit_due_on := coalesce(p.sub_unit_due_on, 'infinity');
    NEW.due_on := coalesce(CASE WHEN NEW.unit_id = NEW.tenant_id THEN p.due_on ELSE p.sub_unit_due_on END, 'infinity');
    NEW.is_closed := EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = NEW.period_id);
    IF EXISTS (SELECT FROM core.sub_unit AS u WHERE u.tenant_id = NEW.tenant_id AND u.id = NEW.unit_id AND u.opened_on > p.to_on) THEN
        RAISE EXCEPTION 'who was founded later owes none' USING ERRCODE = '23514', CONSTRAINT = 'return_of_its_time';
    END IF;
    NEW.waiting := 0;
    NEW.warnings := '{}';
    NEW.figures := NULL;
    NEW.delegation_id := NULL;
    IF NEW.approved_on IS NOT NULL THEN
        SELECT * INTO f FROM core.return_found(NEW.tenant_id, NEW.period_id, NEW.unit_id, NEW.difficulties);
        NEW.figures := f.figures;
        NEW.waiting := f.waiting;
        NEW.warnings := f.warnings;
        NEW.delegation_id := core.actor_delegation();
    END IF;
    RETURN NEW;
END
$$;

-- The close -------------------------------------------------------------------------------------------------------

-- What the province is told beside the figures, as whoever closes reads it: what was open at the end of the period, what was published and what
-- good models there were, as recorded until now. Handed to the guard, which hashes it, in the place of the head. Who may not read it all, closes
-- nothing.
CREATE OR REPLACE FUNCTION core.month_gather()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    p record;
BEGIN
    IF row_security_active('core.month_close') AND NOT core.actor_may('province.read') THEN
        RAISE EXCEPTION 'who closes a month reads the province' USING ERRCODE = '42501';
    END IF;
    SELECT x.*, c.code AS campaign INTO p FROM core.report_period AS x JOIN core.campaign AS c ON c.id = x.campaign_id WHERE x.id = NEW.period_id;
    NEW.head := json_build_object(
        'difficulties', (
            SELECT coalesce(json_agg(json_build_object('id', d.id, 'tenant', d.tenant_id, 'slug', t.slug, 'tenantName', t.full_name, 'unit', d.unit_id,
                'unitName', coalesce(u.full_name, t.full_name), 'title', d.title, 'obstacle', d.obstacle, 'proposal', d.proposal,
                'raisedOn', d.recorded_on, 'state', coalesce(l.state, 'raised'), 'level', coalesce(l.level, d.level),
                'dueOn', CASE WHEN l.state IS NULL THEN d.due_on ELSE l.due_on END,
                'solver', CASE WHEN l.solver_tenant_id IS NOT NULL THEN
                    json_build_object('tenant', l.solver_tenant_id, 'unit', l.solver_unit_id, 'name', coalesce(w.full_name, st.full_name, '')) END,
                'steps', coalesce(l.position, 0))
                ORDER BY CASE WHEN l.state IS NULL THEN d.due_on ELSE l.due_on END NULLS LAST, d.id), '[]')
            FROM core.difficulty AS d
                JOIN core.tenant_on(core.today()) AS t ON t.id = d.tenant_id
                LEFT JOIN LATERAL (
                    SELECT s.state, s.level, s.due_on, s.position, s.solver_tenant_id, s.solver_unit_id
                    FROM core.difficulty_step AS s
                    WHERE s.difficulty_id = d.id AND s.level = 'province' AND s.recorded_on <= p.to_on
                    ORDER BY s.position DESC
                    LIMIT 1
                ) AS l ON true
                LEFT JOIN core.tenant_on(core.today()) AS st ON st.id = l.solver_tenant_id
                LEFT JOIN LATERAL (
                    SELECT v.full_name
                    FROM core.sub_unit_version AS v
                    WHERE v.tenant_id = d.tenant_id AND v.unit_id = d.unit_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
                LEFT JOIN LATERAL (
                    SELECT v.full_name
                    FROM core.sub_unit_version AS v
                    WHERE v.tenant_id = l.solver_tenant_id AND v.unit_id = l.solver_unit_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS w ON true
            WHERE d.campaign_id = p.campaign_id
              AND d.recorded_on <= p.to_on
              AND coalesce(l.level, d.level) = 'province'
              AND coalesce(l.state, 'raised') NOT IN ('confirmed', 'withdrawn')),
        'remedies', (
            SELECT coalesce(json_agg(json_build_object('id', r.id, 'tenant', r.tenant_id, 'slug', t.slug, 'unit', r.unit_id, 'person', r.person_id,
                'ownerName', coalesce(n.full_name, u.full_name, t.full_name), 'origin', r.origin, 'originID', r.origin_id, 'body', r.body,
                'words', r.words, 'orderedOn', r.recorded_on, 'dueOn', coalesce(l.due_on, r.due_on), 'state', coalesce(l.state, 'open'),
                'steps', coalesce(l.position, 0)) ORDER BY coalesce(l.due_on, r.due_on), r.id), '[]')
            FROM core.remedy AS r
                JOIN core.tenant_on(core.today()) AS t ON t.id = r.tenant_id
                LEFT JOIN core.person AS n ON n.id = r.person_id
                LEFT JOIN LATERAL (
                    SELECT s.state, s.due_on, s.position
                    FROM core.remedy_step AS s
                    WHERE s.remedy_id = r.id AND s.recorded_on <= p.to_on
                    ORDER BY s.position DESC
                    LIMIT 1
                ) AS l ON true
                LEFT JOIN LATERAL (
                    SELECT v.full_name
                    FROM core.sub_unit_version AS v
                    WHERE v.tenant_id = r.tenant_id AND v.unit_id = r.unit_id AND v.valid_from <= core.today()
                    ORDER BY v.valid_from DESC
                    LIMIT 1
                ) AS u ON true
            WHERE r.campaign_id = p.campaign_id
              AND r.recorded_on <= p.to_on
              AND r.body <> 'unit'
              AND (r.council_id IS NULL OR r.council_id = core.province_tenant())
              AND (r.origin <> 'criticism' OR r.person_id IS NULL)
              AND coalesce(l.state, 'open') IN ('open', 'reported')),
        'coverage', (
            SELECT coalesce(json_agg(json_build_object('outlet', k.slug, 'outletName', k.full_name, 'kind', k.kind, 'inPeriod', k.in_period,
                'minutesInPeriod', k.minutes_in_period, 'soFar', k.so_far, 'minutesSoFar', k.minutes_so_far)
                ORDER BY k.position, k.slug, k.kind), '[]')
            FROM (
                SELECT t.position, t.slug, t.full_name, c.kind, count(*) FILTER (WHERE c.published_on >= p.from_on) AS in_period,
                    coalesce(sum(c.minutes) FILTER (WHERE c.published_on >= p.from_on), 0) AS minutes_in_period, count(*) AS so_far,
                    coalesce(sum(c.minutes), 0) AS minutes_so_far
                FROM core.coverage AS c
                    JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id
                WHERE c.campaign_id = p.campaign_id
                  AND c.published_on <= p.to_on
                  AND c.recorded_on <= core.today()
                  AND NOT c.is_withdrawn
                  AND NOT EXISTS (
                        SELECT FROM core.coverage AS z
                        WHERE z.tenant_id = c.tenant_id AND z.corrects_id = c.id AND z.recorded_on <= core.today())
                GROUP BY t.position, t.slug, t.full_name, c.kind
            ) AS k),
        'goodModels', (
            WITH stood AS (
                SELECT m.tenant_id, h.state, h.confirmed_on, h.spread_on,
                    CASE WHEN m.unit_id = m.tenant_id THEN m.recorded_on ELSE h.proposed_on END AS registered_on
                FROM core.good_model AS m
                    CROSS JOIN LATERAL (
                        SELECT coalesce((array_agg(s.state ORDER BY s.position DESC))[1], 'registered') AS state,
                            max(s.happened_on) FILTER (WHERE s.step = 'propose') AS proposed_on,
                            max(s.happened_on) FILTER (WHERE s.step = 'confirm' AND s.party = 'province') AS confirmed_on,
                            max(s.happened_on) FILTER (WHERE s.step = 'spread') AS spread_on
                        FROM core.good_model_step AS s
                        WHERE s.model_id = m.id AND s.recorded_on <= core.today() AND s.happened_on <= p.to_on
                    ) AS h
                WHERE m.campaign_id = p.campaign_id AND m.level = 'province' AND m.recorded_on <= p.to_on
            ), counted AS (
                SELECT s.tenant_id, f.figure, f.happened_on
                FROM stood AS s
                    CROSS JOIN LATERAL (VALUES ('registered', s.registered_on),
                        ('confirmed', CASE WHEN s.state IN ('confirmed', 'spread') THEN s.confirmed_on END),
                        ('spread', CASE WHEN s.state = 'spread' THEN s.spread_on END)) AS f (figure, happened_on)
                WHERE s.state <> 'withdrawn' AND f.happened_on IS NOT NULL
                UNION ALL
                SELECT a.origin_tenant_id, 'adopted', a.happened_on
                FROM core.good_model_adoption AS a
                WHERE a.campaign_id = p.campaign_id AND a.step = 'adopt' AND a.recorded_on <= core.today() AND a.happened_on <= p.to_on
            )
            SELECT coalesce(json_agg(json_build_object('tenant', g.slug, 'tenantName', g.full_name, 'figure', g.figure, 'inPeriod', g.in_period,
                'soFar', g.so_far) ORDER BY g.position, g.slug, g.figure), '[]')
            FROM (
                SELECT t.position, t.slug, t.full_name, c.figure, count(*) FILTER (WHERE c.happened_on >= p.from_on) AS in_period, count(*) AS so_far
                FROM counted AS c
                    JOIN core.tenant_on(p.to_on) AS t ON t.id = c.tenant_id
                GROUP BY t.position, t.slug, t.full_name, c.figure
            ) AS g))::text;
    RETURN NEW;
END
$$;

-- Writes the row of every unit of the first tier and the hash of the whole, while nobody writes to a ledger. Hashed are the head, a line feed,
-- and for each unit in order a line of its hash in hexadecimal, a blank and its code. The head names the hash of what was gathered; in format 1,
-- of the months that were closed first, nothing was.
CREATE OR REPLACE FUNCTION core.month_close_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    p      record;
    before record;
    listed text;
    annex  text := NEW.head;
BEGIN
    PERFORM pg_advisory_xact_lock(core.ledger_turn());
    SELECT x.*, c.code AS campaign INTO p FROM core.report_period AS x JOIN core.campaign AS c ON c.id = x.campaign_id WHERE x.id = NEW.period_id;
    IF p.id IS NULL THEN
        RAISE EXCEPTION 'no such month' USING ERRCODE = '23503', CONSTRAINT = 'month_close_period_id_fkey';
    END IF;
    NEW.closes_on := p.closes_on;
    NEW.to_on := p.to_on;
    NEW.closed_on := core.today();
    NEW.closed_at := clock_timestamp();
    NEW.written_in := pg_current_xact_id();
    NEW.previous := (SELECT m.sha256 FROM core.month_close AS m WHERE m.period_id = p.id AND m.version = NEW.version - 1);
    NEW.silent_units := (
        SELECT count(*)
        FROM core.month_tenants(p.id, NEW.closed_on) AS f
        WHERE f.ended_on IS NULL AND NOT EXISTS (
            SELECT FROM core.unit_return AS r
            WHERE r.tenant_id = f.tenant_id AND r.period_id = p.id AND r.unit_id = f.tenant_id AND r.approved_on IS NOT NULL));
    NEW.earlier_open := (
        SELECT count(*) FROM core.report_period AS x
        WHERE x.campaign_id = p.campaign_id AND x.month < p.month
          AND NOT EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = x.id));
    NEW.later_closed := (
        SELECT count(*) FROM core.report_period AS x
        WHERE x.campaign_id = p.campaign_id AND x.month > p.month AND EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = x.id));
    NEW.head := json_build_object('format', 'thidua-month-2', 'campaign', p.campaign, 'month', to_char(p.month, 'YYYY-MM'), 'from', p.from_on,
        'to', p.to_on, 'closedOn', NEW.closed_on, 'version', NEW.version, 'previous', encode(NEW.previous, 'hex'),
        'minute', CASE WHEN NEW.minute_number IS NOT NULL THEN
            json_build_object('number', NEW.minute_number, 'on', NEW.minute_on, 'reason', NEW.minute_reason) END,
        'annex', encode(sha256(convert_to(annex, 'UTF8')), 'hex'))::text;
    NEW.sha256 := sha256('');
    -- Somebody else was first: the key says so.
    IF EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = p.id AND m.version = NEW.version) THEN
        RETURN NEW;
    END IF;
    INSERT INTO core.month_annex (period_id, version, body) VALUES (p.id, NEW.version, annex);
    -- The month before that was closed last, as it was closed first: what of it is known otherwise now is this month's adjustment (A64), whether or
    -- not a minute corrected it since, so that the figures of the two reports and the adjustment add up.
    SELECT x.*
    INTO before
    FROM core.report_period AS x
    WHERE x.campaign_id = p.campaign_id AND x.month < p.month AND EXISTS (SELECT FROM core.month_close AS m WHERE m.period_id = x.id)
    ORDER BY x.month DESC
    LIMIT 1;
    INSERT INTO core.month_row (tenant_id, period_id, version, position, code, body, sha256)
    SELECT b.tenant_id, p.id, NEW.version, b.position, b.code, b.body, sha256(convert_to(b.body, 'UTF8'))
    FROM (
        SELECT t.id AS tenant_id, t.code, row_number() OVER (ORDER BY t.position, t.slug)::integer AS position,
            json_build_object('tenant', t.slug, 'code', t.code, 'name', t.full_name,
                'return', json_build_object(
                    'state', CASE WHEN r.nothing THEN 'nothing' WHEN r.approved_on IS NOT NULL THEN 'sent' WHEN f.ended_on IS NOT NULL THEN 'ended'
                        ELSE 'missing' END,
                    'approvedOn', r.approved_on, 'late', coalesce(r.approved_on > r.due_on, false),
                    'missing', CASE WHEN r.approved_on IS NULL AND f.ended_on IS NULL
                        THEN 1 + coalesce((last.body::json #>> '{return,missing}')::integer, 0) ELSE 0 END,
                    'endedOn', CASE WHEN r.approved_on IS NULL THEN f.ended_on END),
                'figures', core.month_json(n.given, n.items, n.early, n.on_time, n.late, n.undated, n.overdue, n.due_soon, n.in_time,
                    n.no_due_date, n.now_early, n.now_on_time, n.now_late, n.now_undated, n.above, n.extended,
                    n.exempted, n.cancelled, n.unacknowledged),
                'closed', last.body::json -> 'figures',
                'known', CASE WHEN last.body IS NOT NULL THEN
                    core.month_json(k.given, k.items, k.early, k.on_time, k.late, k.undated, k.overdue, k.due_soon, k.in_time,
                        k.no_due_date, k.now_early, k.now_on_time, k.now_late, k.now_undated, k.above, k.extended,
                        k.exempted, k.cancelled, k.unacknowledged) END)::text AS body
        FROM core.month_tenants(p.id, NEW.closed_on) AS f
            JOIN core.tenant_on(p.to_on) AS t ON t.id = f.tenant_id
            LEFT JOIN core.unit_return AS r ON r.tenant_id = t.id AND r.period_id = p.id AND r.unit_id = t.id AND r.approved_on IS NOT NULL
            LEFT JOIN core.month_counted(p.campaign_id, p.from_on, p.to_on, core.today(), NULL) AS n ON n.tenant_id = t.id AND n.unit_id = t.id
            LEFT JOIN core.month_row AS last ON last.tenant_id = t.id AND last.period_id = before.id AND last.version = 1
            LEFT JOIN core.month_counted(p.campaign_id, before.from_on, before.to_on, core.today(), NULL) AS k ON k.tenant_id = t.id AND k.unit_id = t.id
        WHERE f.is_there OR last.tenant_id IS NOT NULL OR n.tenant_id IS NOT NULL
    ) AS b;
    SELECT coalesce(string_agg(encode(x.sha256, 'hex') || ' ' || x.code || E'\n', '' ORDER BY x.position), '')
    INTO listed
    FROM core.month_row AS x
    WHERE x.period_id = p.id AND x.version = NEW.version;
    NEW.sha256 := sha256(convert_to(NEW.head || E'\n' || listed, 'UTF8'));
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.month_stays()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'a month is only ever added to' USING ERRCODE = '42501';
END
$$;

REVOKE ALL ON FUNCTION core.period_begin(date, uuid), core.period_from(date, uuid), core.period_to(date, uuid),
    core.month_tenants(uuid, date), core.month_counted(uuid, date, date, date, uuid), core.month_figures(uuid, date, date, date, uuid),
    core.return_found(uuid, uuid, uuid, text), core.return_standing(uuid, uuid, text), core.period_guard(), core.unit_return_guard(),
    core.month_gather(), core.month_close_guard(), core.month_stays(),
    core.month_json(integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer,
        integer, integer, integer, integer, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.period_begin(date, uuid), core.month_tenants(uuid, date), core.month_figures(uuid, date, date, date, uuid)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.return_standing(uuid, uuid, text) TO thidua_tenant;

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    relation  text;
    rule      record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['period_rule', 'report_period', 'unit_return', 'month_close', 'month_row', 'month_annex']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        IF relation IN ('period_rule', 'report_period', 'month_close') THEN
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, everybody);
            EXECUTE format('CREATE POLICY known_to_officers ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_present()))', relation, everybody);
            EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
                USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()))', relation);
        ELSIF relation = 'month_annex' THEN
            EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner USING ((SELECT core.operator_works()))', relation);
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
        ELSE
            EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
                USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
        END IF;
        IF relation <> 'unit_return' AND relation <> 'period_rule' THEN
            IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'stays') THEN
                EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.month_stays()', relation);
            END IF;
        END IF;
    END LOOP;
    CREATE POLICY operator_loads ON core.period_rule FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.operator_works()));
    -- The Office says how long months are and when their returns are due; of what began before, its paper changes nothing.
    GRANT INSERT ON core.period_rule TO office;
    CREATE POLICY kept_by_the_office ON core.period_rule FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('campaign.import')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));

    -- The province reads what units approved of themselves; drafts, and what communes tell their district, stay inside (A59).
    EXECUTE format('CREATE POLICY province ON core.unit_return FOR SELECT TO %s
        USING (approved_on IS NOT NULL AND unit_id = tenant_id AND (SELECT core.actor_may(''province.read'')))', province);
    EXECUTE format('CREATE POLICY province ON core.month_row FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', province);
    EXECUTE format('CREATE POLICY province ON core.month_annex FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', province);
    GRANT INSERT ON core.report_period, core.month_close TO office;
    CREATE POLICY opened_by_the_office ON core.report_period FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND opened_by = (SELECT core.actor_post()) AND opened_on = (SELECT core.today()));
    CREATE POLICY closed_by_the_office ON core.month_close FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep')) AND closed_by = (SELECT core.actor_post()));
    -- The guard of the close writes them, for who may close.
    CREATE POLICY owner_closes ON core.month_row FOR INSERT TO thidua_owner
        WITH CHECK ((SELECT core.operator_works()) OR ((SELECT core.owner_looks_over()) AND (SELECT core.actor_may('review.keep'))));
    CREATE POLICY owner_closes ON core.month_annex FOR INSERT TO thidua_owner
        WITH CHECK ((SELECT core.operator_works()) OR ((SELECT core.owner_looks_over()) AND (SELECT core.actor_may('review.keep'))));

    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.report_period'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.report_period FOR EACH ROW EXECUTE FUNCTION core.period_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.unit_return FOR EACH ROW EXECUTE FUNCTION core.unit_return_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.month_close FOR EACH ROW EXECUTE FUNCTION core.month_close_guard();
    END IF;
    -- By its name before the guard.
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.month_close'::regclass AND tgname = 'gather') THEN
        CREATE TRIGGER gather BEFORE INSERT ON core.month_close FOR EACH ROW EXECUTE FUNCTION core.month_gather();
    END IF;
END
$$;
