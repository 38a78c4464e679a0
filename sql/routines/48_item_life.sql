-- The life of an item, step by step. The same table as Sources/Domain/Ledger/WorkItem+Life.swift; a test holds the two against each other,
-- state by state and step by step. Each guard says in the row how the work stood before the step, under the item's lock, for constraints to
-- judge. What the operator loads without anybody seated is not looked at.

-- How the work of an item stands. Exempted does not show: the work may go on, it is only not counted (A29).
CREATE OR REPLACE FUNCTION core.work_state(tenant uuid, item uuid)
RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    ruled text[] := (SELECT array_agg(r.kind) FROM core.ruling AS r WHERE r.tenant_id = tenant AND r.item_id = item AND r.voided_by IS NULL);
    gone  text[] := ARRAY['replaced', 'cancelled', 'transferred'];
BEGIN
    IF ruled && gone THEN
        RETURN (SELECT k FROM unnest(ruled) AS k WHERE k = ANY (gone) LIMIT 1);
    ELSIF ruled && ARRAY['accepted', 'leadAccepted'] THEN
        RETURN 'accepted';
    ELSIF EXISTS (
        SELECT
        FROM core.progress AS p
        WHERE p.tenant_id = tenant AND p.item_id = item AND p.kind = 'result'
          AND NOT EXISTS (
                SELECT FROM core.ruling AS r
                WHERE r.tenant_id = tenant AND r.report_id = p.id AND r.kind IN ('accepted', 'returned', 'withdrawn'))) THEN
        RETURN 'resultSubmitted';
    ELSIF 'returned' = ANY (ruled) THEN
        RETURN 'returned';
    ELSIF EXISTS (
        SELECT
        FROM core.progress AS p
        WHERE p.tenant_id = tenant AND p.item_id = item AND p.kind <> 'acknowledged'
          AND NOT EXISTS (SELECT FROM core.ruling AS r WHERE r.tenant_id = tenant AND r.report_id = p.id AND r.kind = 'withdrawn')) THEN
        RETURN 'inProgress';
    ELSIF EXISTS (SELECT FROM core.progress AS p WHERE p.tenant_id = tenant AND p.item_id = item AND p.kind = 'acknowledged') THEN
        RETURN 'acknowledged';
    END IF;
    RETURN 'assigned';
END
$$;

-- Whoever reports on, rules on, disputes or hands on the same item at once takes turns here, and at the guard of extensions.
CREATE OR REPLACE FUNCTION core.item_life_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    role text;
    led  uuid;
BEGIN
    IF NOT core.actor_present() THEN
        RETURN NEW;
    END IF;
    SELECT i.role, i.lead_item_id INTO role, led FROM core.work_item AS i WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id FOR UPDATE;
    IF TG_TABLE_NAME = 'progress' THEN
        NEW.item_state := CASE WHEN NEW.kind = 'result' AND role = 'coordinate' THEN 'coordinating' ELSE core.work_state(NEW.tenant_id, NEW.item_id) END;
        IF NEW.kind = 'reported' AND NEW.item_state = 'accepted'
            AND NEW.actual IS NULL AND NEW.occurrence_due_on IS NULL AND NEW.delayed_by IS NULL THEN
            NEW.item_state := 'done';
        END IF;
        RETURN NEW;
    END IF;
    NEW.asks_reason := NEW.kind IN ('exempted', 'cancelled', 'violation', 'revoked');
    -- An acceptance stands until another ruling says otherwise; what that one takes back is found here, whatever the statement says.
    NEW.voided_on := NULL;
    NEW.voided_by := NULL;
    IF NEW.kind = 'revoked' THEN
        SELECT r.report_id, r.report_kind, r.evidence_on
        INTO NEW.report_id, NEW.report_kind, NEW.evidence_on
        FROM core.ruling AS r
        WHERE r.tenant_id = NEW.tenant_id AND r.item_id = NEW.item_id AND r.kind IN ('accepted', 'leadAccepted') AND r.voided_by IS NULL;
    END IF;
    NEW.item_state := CASE
        -- Judged meanwhile: the key of what is judged says so.
        WHEN EXISTS (
            SELECT FROM core.ruling AS r
            WHERE r.tenant_id = NEW.tenant_id AND r.report_id = NEW.report_id AND r.kind IN ('accepted', 'returned', 'withdrawn'))
            AND NEW.kind IN ('accepted', 'returned', 'withdrawn') THEN 'resultSubmitted'
        -- What co-ordinates is done with its lead, and no longer than that.
        WHEN NEW.kind = 'revoked' AND role = 'coordinate' AND EXISTS (
            SELECT
            FROM core.work_item AS i
                JOIN core.ruling AS r ON r.tenant_id = i.lead_tenant_id AND r.item_id = i.lead_item_id
            WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id AND r.kind = 'accepted' AND r.voided_by IS NULL) THEN 'coordinating'
        ELSE core.work_state(NEW.tenant_id, NEW.item_id)
    END;
    NEW.other_code := (
        SELECT o.code
        FROM core.work_item AS o
        WHERE o.tenant_id = NEW.other_tenant_id AND o.id = NEW.other_item_id
          -- What co-ordinates passes on to the one heir of a unit that has ended, under the same lead (A73).
          AND (o.role = 'lead' OR (o.lead_item_id = led AND CASE NEW.kind
                WHEN 'transferred' THEN core.heir_of(NEW.tenant_id) = o.tenant_id
                WHEN 'succeeded' THEN core.heir_of(o.tenant_id) = NEW.tenant_id END))
          AND o.assigner_tenant_id = NEW.assigner_tenant_id
          AND (NEW.kind = 'succeeded'
            OR core.work_state(o.tenant_id, o.id) NOT IN ('replaced', 'cancelled', 'transferred')));
    RETURN NEW;
END
$$;

-- Both items name each other: what stands in the place of another says so in its own ledger.
CREATE OR REPLACE FUNCTION core.ruling_links()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.ruling (tenant_id, id, item_id, unit_id, assigner_tenant_id, kind, decided_on, document_number, document_issuer, reason,
        other_tenant_id, other_item_id, other_code, paper_id, recorded_by, recorded_on)
    SELECT o.tenant_id, core.new_id(), o.id, o.unit_id, o.assigner_tenant_id, 'succeeded', NEW.decided_on, NEW.document_number, NEW.document_issuer,
        NEW.reason, i.tenant_id, i.id, i.code, NEW.paper_id, NEW.recorded_by, NEW.recorded_on
    FROM core.work_item AS i
        JOIN core.work_item AS o ON o.tenant_id = NEW.other_tenant_id AND o.id = NEW.other_item_id
    WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id AND i.role = o.role;
    RETURN NULL;
END
$$;

-- The acceptance that was taken back says so itself: it did stand until then.
CREATE OR REPLACE FUNCTION core.acceptance_voided()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    UPDATE core.ruling AS r
    SET voided_on = NEW.recorded_on, voided_by = NEW.id
    WHERE r.tenant_id = NEW.tenant_id AND r.item_id = NEW.item_id AND r.kind IN ('accepted', 'leadAccepted') AND r.voided_by IS NULL;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION core.dispute_step_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    item record;
BEGIN
    SELECT i.due_on, i.assigned_on, i.role
    INTO item
    FROM core.work_item AS i
    WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id
    FOR UPDATE;
    NEW.item_due_on := item.due_on;
    NEW.not_before := item.assigned_on;
    NEW.item_state := CASE
        -- Somebody else was first: the place is taken, and the key of the places says so.
        WHEN EXISTS (
            SELECT FROM core.dispute_step AS x
            WHERE x.tenant_id = NEW.tenant_id AND x.item_id = NEW.item_id AND x.position = NEW.position) THEN 'overtaken'
        WHEN item.role = 'coordinate' THEN 'coordinating'
        WHEN EXISTS (
            SELECT FROM core.ruling AS r
            WHERE r.tenant_id = NEW.tenant_id AND r.item_id = NEW.item_id AND r.kind = 'exempted') THEN 'exempted'
        ELSE core.work_state(NEW.tenant_id, NEW.item_id)
    END;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.hand_on_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF core.actor_present() THEN
        PERFORM FROM core.work_item AS i WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.parent_id FOR UPDATE;
        NEW.parent_state := core.work_state(NEW.tenant_id, NEW.parent_id);
    END IF;
    RETURN NEW;
END
$$;

-- What is gone stays as it was; a parent's new date reaches it all the same, and what follows from its lead.
CREATE OR REPLACE FUNCTION core.gone_item_stands()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF core.actor_present() AND core.work_state(OLD.tenant_id, OLD.id) IN ('replaced', 'cancelled', 'transferred') THEN
        RAISE EXCEPTION 'the item is gone' USING ERRCODE = '23514', CONSTRAINT = 'gone_item_stands';
    END IF;
    NEW.parent_state := OLD.parent_state;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.work_state(uuid, uuid), core.item_life_guard(), core.ruling_links(), core.acceptance_voided(), core.dispute_step_guard(),
    core.hand_on_guard(), core.gone_item_stands() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.dispute_step'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.dispute_step FOR EACH ROW EXECUTE FUNCTION core.dispute_step_guard();
        CREATE TRIGGER life BEFORE INSERT ON core.progress FOR EACH ROW EXECUTE FUNCTION core.item_life_guard();
        CREATE TRIGGER life BEFORE INSERT ON core.ruling FOR EACH ROW EXECUTE FUNCTION core.item_life_guard();
        CREATE TRIGGER links AFTER INSERT ON core.ruling FOR EACH ROW WHEN (NEW.kind IN ('replaced', 'transferred'))
            EXECUTE FUNCTION core.ruling_links();
        CREATE TRIGGER life BEFORE INSERT ON core.work_item FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION core.hand_on_guard();
        CREATE TRIGGER life_stands BEFORE UPDATE ON core.work_item FOR EACH ROW
            WHEN (NEW.role = 'lead' AND NEW.parent_due_on IS NOT DISTINCT FROM OLD.parent_due_on) EXECUTE FUNCTION core.gone_item_stands();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.ruling'::regclass AND tgname = 'voids') THEN
        CREATE TRIGGER voids AFTER INSERT ON core.ruling FOR EACH ROW WHEN (NEW.kind = 'revoked') EXECUTE FUNCTION core.acceptance_voided();
    END IF;
END
$$;
