-- Figures, periodic items, corrections. As in 46_extensions.sql the guards say in the row what they find, for constraints to judge after the
-- row policies have spoken.

CREATE OR REPLACE FUNCTION core.occurrence_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    SELECT i.assigned_on, i.due_on, i.recorded_on, i.role
    INTO NEW.not_before, NEW.not_after, NEW.item_recorded_on, NEW.item_role
    FROM core.work_item AS i
    WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id
    FOR SHARE;
    RETURN NEW;
END
$$;

-- Whether the unit that is said to hold an item up was asked to co-ordinate in it.
CREATE OR REPLACE FUNCTION core.delay_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.delayer_is_named := CASE WHEN NEW.delayed_by IS NOT NULL THEN coalesce((
        SELECT NEW.delayed_by = ANY (i.coordinators)
            -- Who was named together with others has a part of his own.
            OR EXISTS (
                SELECT
                FROM core.work_item AS c
                    LEFT JOIN core.tenant_on(core.today()) AS t ON t.id = c.tenant_id AND c.unit_id = c.tenant_id
                    LEFT JOIN core.sub_unit_version AS v ON v.tenant_id = c.tenant_id AND v.unit_id = c.unit_id AND c.unit_id <> c.tenant_id
                WHERE c.lead_item_id = i.id AND c.lead_tenant_id = i.tenant_id AND c.role = 'coordinate'
                  AND NEW.delayed_by IN (t.full_name, v.full_name))
        FROM core.work_item AS i
        WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id), false) END;
    RETURN NEW;
END
$$;

-- A figure is confirmed, or accepted with the result, by the paper of the body that the target names.
CREATE OR REPLACE FUNCTION core.figure_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.figure_body := NULL;
    IF NEW.kind IN ('confirmed', 'accepted') THEN
        SELECT i.figure_body
        INTO NEW.figure_body
        FROM core.work_item AS i
            JOIN core.progress AS p ON p.tenant_id = i.tenant_id AND p.item_id = i.id
        WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id AND i.figure_body IS NOT NULL
          AND p.id = NEW.report_id AND p.actual IS NOT NULL;
    END IF;
    RETURN NEW;
END
$$;

-- What an item was carried over from, and made by, does not change.
CREATE OR REPLACE FUNCTION core.item_history_stays()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'what an item was given as does not change' USING ERRCODE = 'TD422';
END
$$;

-- Work that is cut anew stays the same work: what replaces it counts in the same campaign, was given on the same day and is due on the same
-- first date, of several the earliest. So nobody gains time or loses an item by it (A15).
CREATE OR REPLACE FUNCTION core.correction_is_whole()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    correction uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'item_correction' THEN 'id' ELSE 'correction_id' END;
    is_whole   boolean;
    made   core.item_correction%ROWTYPE;
    old    record;
    new_   record;
BEGIN
    SELECT c.* INTO made FROM core.item_correction AS c WHERE c.tenant_id = NEW.tenant_id AND c.id = correction;
    SELECT count(*) AS items, min(i.assigned_on) AS assigned_on, min(i.original_due_on) AS due_on, max(i.original_due_on) AS latest,
        array_agg(DISTINCT i.campaign_id) AS campaigns, array_agg(DISTINCT i.kind) AS kinds,
        bool_and(i.due_on IS NOT DISTINCT FROM i.original_due_on AND i.role = 'lead') AS may_be
    INTO old
    FROM core.ruling AS r
        JOIN core.work_item AS i ON i.tenant_id = r.tenant_id AND i.id = r.item_id
    WHERE r.tenant_id = NEW.tenant_id AND r.correction_id = correction;
    SELECT count(*) AS items, min(i.assigned_on) AS assigned_on, max(i.assigned_on) AS latest_assigned_on, min(i.original_due_on) AS due_on,
        max(i.original_due_on) AS latest, count(i.original_due_on) AS dated, array_agg(DISTINCT i.campaign_id) AS campaigns,
        array_agg(DISTINCT i.kind) AS kinds, bool_and(i.due_on IS NOT DISTINCT FROM i.original_due_on AND i.role = 'lead') AS may_be
    INTO new_
    FROM core.work_item AS i
    WHERE i.tenant_id = NEW.tenant_id AND i.correction_id = correction;
    is_whole := made.written_in = pg_current_xact_id()
        AND old.may_be AND new_.may_be
        -- What speaks against the unit is not lost by it: a result that waits or was judged, a finding, a deadline of a periodic item.
        AND NOT EXISTS (
            SELECT
            FROM core.ruling AS r
                JOIN core.ruling AS x ON x.tenant_id = r.tenant_id AND x.item_id = r.item_id AND x.kind IN ('accepted', 'returned', 'violation', 'exempted')
            WHERE r.tenant_id = NEW.tenant_id AND r.correction_id = correction)
        AND NOT EXISTS (
            SELECT
            FROM core.ruling AS r
                JOIN core.progress AS p ON p.tenant_id = r.tenant_id AND p.item_id = r.item_id AND p.kind = 'result'
            WHERE r.tenant_id = NEW.tenant_id AND r.correction_id = correction
              AND NOT EXISTS (SELECT FROM core.ruling AS w WHERE w.tenant_id = p.tenant_id AND w.report_id = p.id AND w.kind = 'withdrawn'))
        AND NOT EXISTS (
            SELECT
            FROM core.ruling AS r
                JOIN core.occurrence AS o ON o.tenant_id = r.tenant_id AND o.item_id = r.item_id
            WHERE r.tenant_id = NEW.tenant_id AND r.correction_id = correction)
        AND CASE made.kind WHEN 'split' THEN old.items = 1 AND new_.items >= 2 ELSE old.items >= 2 AND new_.items = 1 END
        AND old.campaigns = new_.campaigns AND cardinality(new_.campaigns) = 1 AND old.kinds = new_.kinds AND cardinality(new_.kinds) = 1
        AND (new_.assigned_on, new_.latest_assigned_on) IS NOT DISTINCT FROM (old.assigned_on, old.assigned_on)
        AND (new_.due_on, new_.latest) IS NOT DISTINCT FROM (old.due_on, old.due_on) AND new_.dated IN (0, new_.items);
    IF is_whole IS NOT TRUE THEN
        RAISE EXCEPTION 'the work is not the same' USING ERRCODE = '23514', CONSTRAINT = 'correction_is_whole';
    END IF;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION core.occurrence_guard(), core.delay_guard(), core.figure_guard(), core.item_history_stays(), core.correction_is_whole() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.occurrence'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.occurrence FOR EACH ROW EXECUTE FUNCTION core.occurrence_guard();
        CREATE TRIGGER delay BEFORE INSERT ON core.progress FOR EACH ROW WHEN (NEW.delayed_by IS NOT NULL OR NEW.delayer_is_named IS NOT NULL)
            EXECUTE FUNCTION core.delay_guard();
        CREATE TRIGGER figure BEFORE INSERT ON core.ruling FOR EACH ROW EXECUTE FUNCTION core.figure_guard();
        CREATE TRIGGER history_stays BEFORE UPDATE ON core.work_item FOR EACH ROW
            WHEN ((NEW.carried_code, NEW.carried_assigned_on, NEW.carried_due_on, NEW.correction_id)
                IS DISTINCT FROM (OLD.carried_code, OLD.carried_assigned_on, OLD.carried_due_on, OLD.correction_id))
            EXECUTE FUNCTION core.item_history_stays();
        CREATE CONSTRAINT TRIGGER correction_is_whole AFTER INSERT ON core.item_correction DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION core.correction_is_whole();
        CREATE CONSTRAINT TRIGGER correction_is_whole AFTER INSERT ON core.work_item DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.correction_id IS NOT NULL) EXECUTE FUNCTION core.correction_is_whole();
        CREATE CONSTRAINT TRIGGER correction_is_whole AFTER INSERT ON core.ruling DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.correction_id IS NOT NULL) EXECUTE FUNCTION core.correction_is_whole();
    END IF;
END
$$;
