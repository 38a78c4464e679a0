-- What the ledger derives and never stores. Each function is a single expression, so that PostgreSQL puts it into the statement.

-- Where an item stands against its time at the end of a day. The same table as Sources/Domain/Ledger/Timeliness.swift; a
-- test holds the two against each other, cell by cell. A periodic item that missed a deadline is late whatever its last one (A16), and due as
-- soon as the next for which nothing was delivered. What was done before it was given a date is done, and never in time by default (A26).
DROP FUNCTION IF EXISTS core.timeliness(date, date, date, date), core.timeliness(date, date, date, date, boolean);
CREATE OR REPLACE FUNCTION core.timeliness(due_on date, original_due_on date, completed_on date, day date, missed boolean, next_due_on date)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN due_on IS NULL AND completed_on <= day THEN 'completedUndated'
        WHEN due_on IS NULL THEN 'noDueDate'
        WHEN completed_on <= day AND (completed_on > due_on OR missed) THEN 'completedLate'
        WHEN completed_on <= day AND completed_on < original_due_on THEN 'completedEarly'
        WHEN completed_on <= day THEN 'completedOnTime'
        WHEN day > due_on OR missed THEN 'overdue'
        WHEN least(due_on, next_due_on) - day <= 7 THEN 'dueSoon'
        ELSE 'inTime'
    END
$$;

-- Whether a figure reaches its target; true where there is nothing to measure (a task), false where nothing was measured.
CREATE OR REPLACE FUNCTION core.target_met(direction text, target numeric, actual numeric)
RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE direction
        WHEN 'atLeast' THEN coalesce(actual >= target, false)
        WHEN 'moreThan' THEN coalesce(actual > target, false)
        WHEN 'atMost' THEN coalesce(actual <= target, false)
        WHEN 'lessThan' THEN coalesce(actual < target, false)
        ELSE true
    END
$$;

-- Whether a figure is strictly better than its target (A46); false where there is nothing to measure, or nothing was measured.
CREATE OR REPLACE FUNCTION core.target_beaten(direction text, target numeric, actual numeric)
RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN direction IN ('atLeast', 'moreThan') THEN coalesce(actual > target, false)
        WHEN direction IN ('atMost', 'lessThan') THEN coalesce(actual < target, false)
        ELSE false
    END
$$;

-- The day from which on a target has been met: that of the first figure after the last one that misses it. NULL where the last one does.
--
-- days, figures: of the figures that count, in the order of their evidence.
CREATE OR REPLACE FUNCTION core.target_reached_on(direction text, target numeric, days date[], figures numeric[])
RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT min(f.day)
    FROM unnest(days, figures) WITH ORDINALITY AS f (day, figure, place)
    WHERE f.place > coalesce((
            SELECT max(x.place)
            FROM unnest(figures) WITH ORDINALITY AS x (figure, place)
            WHERE NOT core.target_met(direction, target, x.figure)
        ), 0)
$$;

-- When an item was done: on the day of the result that was accepted. A target whose accepted figure missed it is done when a later one reached
-- it (A24): else any figure accepted in time would make the true one, months later, a result in time. NULL while its latest figure misses it.
--
-- accepted: the figure of the accepted result; latest: of those that count; both NULL for a task, which has nothing to reach.
CREATE OR REPLACE FUNCTION core.done_on(direction text, target numeric, accepted_on date, accepted numeric, latest numeric, days date[],
    figures numeric[])
RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN NOT core.target_met(direction, target, latest) THEN NULL
        WHEN core.target_met(direction, target, accepted) THEN accepted_on
        WHEN accepted_on IS NOT NULL THEN greatest(accepted_on, core.target_reached_on(direction, target, days, figures))
    END
$$;

REVOKE ALL ON FUNCTION core.timeliness(date, date, date, date, boolean, date), core.target_met(text, numeric, numeric),
    core.target_beaten(text, numeric, numeric), core.target_reached_on(text, numeric, date[], numeric[]),
    core.done_on(text, numeric, date, numeric, numeric, date[], numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.timeliness(date, date, date, date, boolean, date), core.target_met(text, numeric, numeric),
    core.target_beaten(text, numeric, numeric), core.target_reached_on(text, numeric, date[], numeric[]),
    core.done_on(text, numeric, date, numeric, numeric, date[], numeric[])
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- The title of the Chairman or a Vice-Chairman of the province: every officer may know who is in charge of his task,
-- and nobody else. Where another leader there bears the same title at that time, with the name, by which papers tell them apart.
CREATE OR REPLACE FUNCTION core.leader_title(post uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.title || CASE
            WHEN EXISTS (
                SELECT
                FROM core.post AS o
                WHERE o.tenant_id = p.tenant_id
                  AND o.role IN ('chairman', 'vice_chairman')
                  AND o.person_id <> p.person_id
                  AND lower(o.title) = lower(p.title)
                  AND daterange(o.valid_from, o.valid_to + 1) && daterange(p.valid_from, p.valid_to + 1))
            THEN ' ' || (SELECT n.full_name FROM core.person AS n WHERE n.id = p.person_id)
            ELSE '' END
    FROM core.post AS p
    WHERE p.id = post AND p.role IN ('chairman', 'vice_chairman') AND core.actor_present()
$$;

-- The leaders of the province who hold their post on a day: as they are told apart, and by their bare titles.
DROP FUNCTION IF EXISTS core.leaders_on(date);
CREATE FUNCTION core.leaders_on(day date)
RETURNS TABLE (id uuid, title text, bare_title text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.id, core.leader_title(p.id), p.title
    FROM core.post AS p
        JOIN core.role AS r ON r.code = p.role
    WHERE (SELECT core.actor_present())
      AND p.role IN ('chairman', 'vice_chairman')
      AND p.valid_from <= day
      AND (p.valid_to IS NULL OR p.valid_to >= day)
    ORDER BY r.precedence, core.leader_title(p.id) COLLATE "vi-x-icu", p.id
$$;

REVOKE ALL ON FUNCTION core.leader_title(uuid), core.leaders_on(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.leader_title(uuid), core.leaders_on(date)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- Which sub-unit handed each of these parts on: also who sees a part alone reads who gave it to him, and of what it is a part of nothing else. What
-- the unit as a whole handed on is left out.
CREATE OR REPLACE FUNCTION core.part_givers(tenants uuid[], parts uuid[])
RETURNS TABLE (tenant_id uuid, part_id uuid, unit_id uuid)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF core.actor_present() THEN
        RETURN QUERY
            SELECT i.tenant_id, i.id, w.unit_id
            FROM unnest(part_givers.tenants, part_givers.parts) AS a (tenant, part)
                JOIN core.work_item AS i ON i.tenant_id = a.tenant AND i.id = a.part
                JOIN core.work_item AS w ON w.tenant_id = i.tenant_id AND w.id = i.parent_id AND w.unit_id <> w.tenant_id;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION core.part_givers(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.part_givers(uuid[], uuid[]) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- The number that follows the highest one behind the beginning of a code, among all items of where the actor gives his, since a code is there
-- once: also of those that he does not see, and of them it tells nothing else. Whoever asks for the same beginning waits until this
-- transaction ends, so that two at once do not take the same number.
CREATE OR REPLACE FUNCTION core.next_item_number(beginning text)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
-- With the tenant known when it is planned, one partition is read.
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
    place uuid := (core.actor())[9];  -- NULL: the whole province
BEGIN
    IF NOT core.actor_may('item.assign') OR (place IS DISTINCT FROM core.actor_writes() AND NOT core.owner_looks_over()) THEN
        RAISE EXCEPTION 'no items are given' USING ERRCODE = '42501';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('code of an item ' || beginning, 0));
    RETURN (
        SELECT coalesce(max(substr(i.code, length(beginning) + 1)::integer), 0) + 1
        FROM core.work_item AS i
        WHERE (place IS NULL OR i.tenant_id = place)
          AND i.code ^@ beginning
          AND substr(i.code, length(beginning) + 1) ~ '^[0-9]{1,6}$');
END
$$;
REVOKE ALL ON FUNCTION core.next_item_number(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.next_item_number(text) TO thidua_tenant, office;
