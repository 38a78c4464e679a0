-- The tree of a tenant's sub-units, kept whole on every day: no cycles, no unit under a closed one, a code for one unit at a
-- time, a name for one unit under another, no unit closed while something is still in its hands, and nothing given that it could
-- not do. Attacked in Tests/StorageTests/Tenancy.

CREATE POLICY owner_reads_units ON core.sub_unit FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.operator_works()));
-- Whether anything is left in a unit's hands the owner counts by `owner_extends` (55_parents.sql).

-- A version stands from valid_from to the day before the unit's next one, or to the unit's last day.
CREATE OR REPLACE FUNCTION core.sub_unit_version_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    unit record;
    last date;
    day  date;
BEGIN
    -- Only what it says is written anew, on the day on which it was recorded (50_tenant_pattern.sql).
    IF TG_OP = 'UPDATE' AND (NEW.tenant_id <> OLD.tenant_id OR NEW.unit_id <> OLD.unit_id OR NEW.valid_from <> OLD.valid_from
        OR NEW.recorded_on <> OLD.recorded_on OR NEW.recorded_at <> OLD.recorded_at) AND core.actor_present() THEN
        RAISE EXCEPTION 'a change stays of its day' USING ERRCODE = 'TD422';
    END IF;
    IF NEW.unit_id = NEW.tenant_id THEN
        RETURN NEW;
    END IF;
    PERFORM core.directory_lock(NEW.tenant_id, exclusively => true);

    SELECT u.opened_on, u.closed_on
    INTO unit
    FROM core.sub_unit AS u
    WHERE u.tenant_id = NEW.tenant_id AND u.id = NEW.unit_id;
    IF NEW.valid_from < unit.opened_on OR NEW.valid_from > unit.closed_on THEN
        RAISE EXCEPTION 'before the unit opens or after it closes' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_version_in_its_time';
    END IF;
    last := coalesce(least(
        (SELECT min(v.valid_from) - 1
         FROM core.sub_unit_version AS v
         WHERE v.tenant_id = NEW.tenant_id AND v.unit_id = NEW.unit_id AND v.valid_from > NEW.valid_from),
        unit.closed_on), 'infinity');

    IF NOT EXISTS (
        SELECT
        FROM core.sub_unit AS p
        WHERE p.tenant_id = NEW.tenant_id
          AND p.id = NEW.parent_id
          AND p.opened_on <= NEW.valid_from
          AND (p.closed_on IS NULL OR p.closed_on >= last)) THEN
        RAISE EXCEPTION 'no such parent at that time' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_under_an_open_one';
    END IF;

    -- The index alone would see codes that begin on the same day only.
    IF EXISTS (
        SELECT
        FROM core.sub_unit_version AS w
            JOIN core.sub_unit AS o ON o.tenant_id = w.tenant_id AND o.id = w.unit_id
            CROSS JOIN LATERAL (
                SELECT coalesce(least(min(n.valid_from) - 1, o.closed_on), 'infinity') AS final_day
                FROM core.sub_unit_version AS n
                WHERE n.tenant_id = w.tenant_id AND n.unit_id = w.unit_id AND n.valid_from > w.valid_from
            ) AS span
        WHERE w.tenant_id = NEW.tenant_id
          AND w.code = NEW.code
          AND w.unit_id <> NEW.unit_id
          AND w.valid_from <= least(last, span.final_day)
          AND span.final_day >= NEW.valid_from) THEN
        RAISE EXCEPTION 'the code is another unit''s at that time' USING ERRCODE = '23505', CONSTRAINT = 'sub_unit_version_code';
    END IF;

    -- Two of one name under the same unit could not be told apart by those who give them work.
    IF EXISTS (
        SELECT
        FROM core.sub_unit_version AS w
            JOIN core.sub_unit AS o ON o.tenant_id = w.tenant_id AND o.id = w.unit_id
            CROSS JOIN LATERAL (
                SELECT coalesce(least(min(n.valid_from) - 1, o.closed_on), 'infinity') AS final_day
                FROM core.sub_unit_version AS n
                WHERE n.tenant_id = w.tenant_id AND n.unit_id = w.unit_id AND n.valid_from > w.valid_from
            ) AS span
        WHERE w.tenant_id = NEW.tenant_id
          AND w.parent_id = NEW.parent_id
          AND lower(w.full_name) = lower(NEW.full_name)
          AND w.unit_id <> NEW.unit_id
          AND w.valid_from <= least(last, span.final_day)
          AND span.final_day >= NEW.valid_from) THEN
        RAISE EXCEPTION 'the name is another unit''s at that time' USING ERRCODE = '23505', CONSTRAINT = 'sub_unit_version_name';
    END IF;

    -- Only a unit that has others below it can come under itself, on its first day or when one of the others moves.
    IF EXISTS (SELECT FROM core.sub_unit_version AS v WHERE v.tenant_id = NEW.tenant_id AND v.parent_id = NEW.unit_id) THEN
        FOR day IN
            SELECT NEW.valid_from
            UNION
            SELECT v.valid_from
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = NEW.tenant_id AND v.valid_from > NEW.valid_from AND v.valid_from <= last
        LOOP
            IF EXISTS (
                WITH RECURSIVE above AS (
                    SELECT NEW.parent_id AS unit_id
                    UNION
                    SELECT v.parent_id
                    FROM above AS a
                        CROSS JOIN LATERAL (
                            SELECT w.parent_id
                            FROM core.sub_unit_version AS w
                            WHERE w.tenant_id = NEW.tenant_id AND w.unit_id = a.unit_id AND w.valid_from <= day
                            ORDER BY w.valid_from DESC
                            LIMIT 1
                        ) AS v
                )
                SELECT FROM above AS a WHERE a.unit_id = NEW.unit_id) THEN
                RAISE EXCEPTION 'the unit would stand under itself' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_tree';
            END IF;
        END LOOP;
    END IF;
    RETURN NEW;
END
$$;

-- A unit closes once, and only with empty hands: no unit below it, no post held, no item open after its last day, nothing that it did later. The
-- day before its first as its last says that it was opened by mistake: its code is free again. A closing by mistake is taken back, as that of a
-- tenant is: from then on it stands again, under a unit that stands, by a code and a name that nobody took meanwhile.
CREATE OR REPLACE FUNCTION core.sub_unit_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    stood record;
BEGIN
    IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.opened_on <> OLD.opened_on
        OR NEW.recorded_on <> OLD.recorded_on OR NEW.recorded_at <> OLD.recorded_at THEN
        RAISE EXCEPTION 'a unit stays what it was opened as' USING ERRCODE = 'TD422';
    END IF;
    NEW.version := OLD.version + 1;
    IF NEW.closed_on IS NOT DISTINCT FROM OLD.closed_on THEN
        RETURN NEW;
    END IF;
    IF OLD.closed_on IS NOT NULL AND NEW.closed_on IS NOT NULL THEN
        RAISE EXCEPTION 'the unit is closed' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_closes_once';
    END IF;
    PERFORM core.directory_lock(NEW.tenant_id, exclusively => true);

    IF NEW.closed_on IS NULL THEN
        FOR stood IN
            SELECT v.parent_id, v.code, v.full_name, v.valid_from,
                coalesce(lead(v.valid_from) OVER (ORDER BY v.valid_from) - 1, 'infinity') AS final_day
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = NEW.tenant_id AND v.unit_id = NEW.id
        LOOP
            CONTINUE WHEN stood.final_day <= OLD.closed_on;
            IF NOT EXISTS (
                SELECT
                FROM core.sub_unit AS p
                WHERE p.tenant_id = NEW.tenant_id
                  AND p.id = stood.parent_id
                  AND p.opened_on <= stood.valid_from
                  AND (p.closed_on IS NULL OR p.closed_on >= stood.final_day)) THEN
                RAISE EXCEPTION 'the unit above it is closed' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_reopens_under_an_open_one';
            END IF;
            IF EXISTS (
                SELECT
                FROM core.sub_unit_version AS w
                    JOIN core.sub_unit AS o ON o.tenant_id = w.tenant_id AND o.id = w.unit_id
                    CROSS JOIN LATERAL (
                        SELECT coalesce(least(min(n.valid_from) - 1, o.closed_on), 'infinity') AS final_day
                        FROM core.sub_unit_version AS n
                        WHERE n.tenant_id = w.tenant_id AND n.unit_id = w.unit_id AND n.valid_from > w.valid_from
                    ) AS span
                WHERE w.tenant_id = NEW.tenant_id
                  AND w.unit_id <> NEW.id
                  AND (w.code = stood.code OR (w.parent_id = stood.parent_id AND lower(w.full_name) = lower(stood.full_name)))
                  AND w.valid_from <= least(stood.final_day, span.final_day)
                  AND span.final_day >= stood.valid_from) THEN
                RAISE EXCEPTION 'another unit has its code or name' USING ERRCODE = '23505', CONSTRAINT = 'sub_unit_reopens_alone';
            END IF;
        END LOOP;
        RETURN NEW;
    END IF;

    IF NEW.closed_on >= NEW.opened_on AND EXISTS (
        SELECT
        FROM core.sub_unit_version AS v
        WHERE v.tenant_id = NEW.tenant_id AND v.unit_id = NEW.id AND v.valid_from > NEW.closed_on) THEN
        RAISE EXCEPTION 'a later change is recorded' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_closes_after_its_changes';
    END IF;
    IF EXISTS (
        SELECT
        FROM core.sub_unit_version AS v
            JOIN core.sub_unit AS c ON c.tenant_id = v.tenant_id AND c.id = v.unit_id
            CROSS JOIN LATERAL (
                SELECT coalesce(least(min(n.valid_from) - 1, c.closed_on), 'infinity') AS final_day
                FROM core.sub_unit_version AS n
                WHERE n.tenant_id = v.tenant_id AND n.unit_id = v.unit_id AND n.valid_from > v.valid_from
            ) AS span
        WHERE v.tenant_id = NEW.tenant_id
          AND v.parent_id = NEW.id
          AND v.valid_from <= span.final_day
          AND span.final_day > NEW.closed_on) THEN
        RAISE EXCEPTION 'units stand below it' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_closes_without_children';
    END IF;
    IF EXISTS (
        SELECT
        FROM core.post AS p
        WHERE p.tenant_id = NEW.tenant_id
          AND p.unit_id = NEW.id
          AND coalesce(p.valid_to, 'infinity') > NEW.closed_on
          AND coalesce(p.valid_to, 'infinity') >= p.valid_from) THEN
        RAISE EXCEPTION 'posts are held there' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_closes_without_posts';
    END IF;
    -- Open: neither accepted nor, by a document, exempted or cancelled.
    IF EXISTS (
        SELECT
        FROM core.work_item AS i
        WHERE i.tenant_id = NEW.tenant_id
          AND i.unit_id = NEW.id
          AND NOT EXISTS (
                SELECT
                FROM core.ruling AS r
                WHERE r.tenant_id = i.tenant_id AND r.item_id = i.id AND r.voided_by IS NULL
                  AND r.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred'))) THEN
        RAISE EXCEPTION 'items are open there' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_closes_without_items';
    END IF;
    -- What was recorded of a step of the launch last is what stands.
    IF NEW.closed_on < greatest(
        (SELECT max(s.happened_on)
         FROM (
             SELECT DISTINCT ON (t.launch_id, t.step) t.happened_on
             FROM core.launch_step AS t
             WHERE t.tenant_id = NEW.tenant_id AND t.unit_id = NEW.id
             ORDER BY t.launch_id, t.step, t.position DESC
         ) AS s),
        (SELECT max(p.evidence_on) FROM core.progress AS p WHERE p.tenant_id = NEW.tenant_id AND p.unit_id = NEW.id)) THEN
        RAISE EXCEPTION 'it did something later' USING ERRCODE = '23514', CONSTRAINT = 'sub_unit_closes_after_its_deeds';
    END IF;
    RETURN NEW;
END
$$;

-- Nothing is given to a unit, nor put off there, that is due when it no longer stands: nobody would hold a post there to do it. Who closes a unit and who
-- gives it something at the same moment take turns. What the operator loads without anybody seated is not looked at.
CREATE OR REPLACE FUNCTION core.item_at_an_open_unit()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() OR (TG_OP = 'UPDATE' AND NEW.due_on <= OLD.due_on) THEN
        RETURN NEW;
    END IF;
    PERFORM core.directory_lock(NEW.tenant_id, exclusively => false);
    IF EXISTS (
        SELECT
        FROM core.sub_unit AS u
        WHERE u.tenant_id = NEW.tenant_id
          AND u.id = NEW.unit_id
          AND u.closed_on < coalesce(NEW.due_on, 'infinity')) THEN
        RAISE EXCEPTION 'the unit closes before it is due' USING ERRCODE = '23514', CONSTRAINT = 'item_at_an_open_unit';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.sub_unit_version_guard(), core.sub_unit_guard(), core.item_at_an_open_unit() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.sub_unit_version'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.sub_unit_version FOR EACH ROW EXECUTE FUNCTION core.sub_unit_version_guard();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.sub_unit_version'::regclass AND tgname = 'guard_anew') THEN
        CREATE TRIGGER guard_anew BEFORE UPDATE ON core.sub_unit_version FOR EACH ROW EXECUTE FUNCTION core.sub_unit_version_guard();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.sub_unit'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE UPDATE ON core.sub_unit FOR EACH ROW EXECUTE FUNCTION core.sub_unit_guard();
    END IF;
    -- By their names before those that lock the item: who closes a unit locks the directory first.
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.work_item'::regclass AND tgname = 'at_an_open_unit') THEN
        CREATE TRIGGER at_an_open_unit BEFORE INSERT ON core.work_item FOR EACH ROW
            WHEN (NEW.unit_id <> NEW.tenant_id) EXECUTE FUNCTION core.item_at_an_open_unit();
        CREATE TRIGGER at_an_open_unit_later BEFORE UPDATE ON core.work_item FOR EACH ROW
            WHEN (NEW.unit_id <> NEW.tenant_id AND NEW.due_on IS DISTINCT FROM OLD.due_on) EXECUTE FUNCTION core.item_at_an_open_unit();
    END IF;
END
$$;
