-- Extensions of due dates (A27, A28). The guard reads what the item stands at under its lock and says it in the row, where constraints
-- judge it: they speak after the row policies, so that nobody learns of an item that is not his. A grant that holds then moves the date.

-- Rule 1 of the ledger file: holds when it was asked and decided no later than the date it moves, or by the Chairman's signature. The
-- same sentence stands in Sources/Domain/Ledger/DueDateExtension.swift; a test holds the two against each other.
CREATE OR REPLACE FUNCTION core.extension_holds(due_on date, asked_on date, decided_on date, post_facto boolean)
RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT coalesce(post_facto OR (asked_on <= due_on AND decided_on <= due_on), false) $$;
REVOKE ALL ON FUNCTION core.extension_holds(date, date, date, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.extension_holds(date, date, date, boolean)
    TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

CREATE OR REPLACE FUNCTION core.extension_step_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    item record;
BEGIN
    -- Whoever accepts, returns or extends the same item at once takes turns here.
    SELECT i.due_on, i.due_fixed_on, i.assigned_on, i.version, i.role
    INTO item
    FROM core.work_item AS i
    WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id
    FOR UPDATE;
    NEW.due_before := item.due_on;
    NEW.not_before := CASE WHEN NEW.step = 'granted' THEN greatest(item.assigned_on, item.due_fixed_on) ELSE item.assigned_on END;
    NEW.item_state := CASE
        -- Somebody else was first: the place is taken, and the key of the places says so.
        WHEN EXISTS (
            SELECT FROM core.extension_step AS x
            WHERE x.tenant_id = NEW.tenant_id AND x.item_id = NEW.item_id AND x.position = NEW.position) THEN 'overtaken'
        WHEN item.role = 'coordinate' THEN 'coordinating'
        WHEN EXISTS (
            SELECT FROM core.ruling AS r
            WHERE r.tenant_id = NEW.tenant_id AND r.item_id = NEW.item_id AND r.kind IN ('exempted', 'replaced', 'cancelled', 'transferred')) THEN 'closed'
        WHEN EXISTS (
            SELECT FROM core.ruling AS r
            WHERE r.tenant_id = NEW.tenant_id AND r.item_id = NEW.item_id AND r.kind = 'accepted' AND r.voided_by IS NULL) THEN 'done'
        ELSE 'open'
    END;
    NEW.item_version := CASE
        WHEN NEW.step = 'granted'
            AND core.extension_holds(item.due_on, CASE WHEN NEW.previous_step = 'asked' THEN NEW.previous_on END, NEW.happened_on, NEW.post_facto)
        THEN item.version
    END;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.extension_step_moves()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    -- Those who co-ordinate in it read the same date.
    UPDATE core.work_item AS i
    SET due_on = NEW.new_due_on, change_reason = 'Gia hạn theo văn bản số ' || NEW.document_number,
        change_document_number = NEW.document_number, change_document_issuer = NEW.document_issuer, change_document_on = NEW.happened_on
    WHERE (i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id);
    UPDATE core.work_item AS i
    SET due_on = NEW.new_due_on, change_reason = 'Gia hạn theo văn bản số ' || NEW.document_number,
        change_document_number = NEW.document_number, change_document_issuer = NEW.document_issuer, change_document_on = NEW.happened_on
    WHERE i.lead_item_id = NEW.item_id AND i.lead_tenant_id = NEW.tenant_id AND i.role = 'coordinate';
    RETURN NULL;
END
$$;

-- When the date of an item moves: since when it stands. A date that has passed moves by an extension that holds, and in no other way (A28).
CREATE OR REPLACE FUNCTION core.due_date_moves()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    decided date;
BEGIN
    SELECT x.happened_on
    INTO decided
    FROM core.extension_step AS x
    WHERE x.tenant_id = coalesce(OLD.lead_tenant_id, OLD.tenant_id)
      AND x.item_id = coalesce(OLD.lead_item_id, OLD.id)
      AND x.new_due_on = NEW.due_on
      AND x.step = 'granted'
      AND (x.item_version = OLD.version OR (OLD.role = 'coordinate' AND x.item_version IS NOT NULL))
    ORDER BY x.position DESC
    LIMIT 1;
    IF decided IS NULL AND OLD.role = 'lead' AND OLD.due_on < core.today() THEN
        RAISE EXCEPTION 'the due date has passed' USING ERRCODE = '23514', CONSTRAINT = 'passed_due_date_moves_by_extension';
    END IF;
    NEW.due_fixed_on := coalesce(decided, core.today());
    RETURN NEW;
END
$$;

-- Nobody gives himself time or another goal by a change (A66), whatever post he acts in: of what the province gave no officer of the unit, inside it
-- neither who does it nor who sits in the sub-unit. What an extension moves was decided by another.
CREATE OR REPLACE FUNCTION core.own_work_stands()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF (CASE
            WHEN OLD.unit_id = OLD.tenant_id AND OLD.parent_id IS NULL THEN OLD.tenant_id = ANY (core.actor_tenants())
            WHEN OLD.assignee_id IS NULL THEN OLD.unit_id = ANY (core.actor_seats())
            ELSE OLD.assignee_id = ANY (core.actor_persons())
        END)
        AND (ROW (NEW.direction, NEW.target, NEW.measure_unit, NEW.baseline) IS DISTINCT FROM ROW (OLD.direction, OLD.target, OLD.measure_unit, OLD.baseline)
            OR NEW.measured_at_year_end <> OLD.measured_at_year_end
            OR NOT EXISTS (
                SELECT
                FROM core.extension_step AS x
                WHERE x.tenant_id = OLD.tenant_id
                  AND x.item_id = OLD.id
                  AND x.step = 'granted'
                  AND x.item_version = OLD.version
                  AND x.new_due_on = NEW.due_on)) THEN
        RAISE EXCEPTION 'own work is changed by another' USING ERRCODE = '23514', CONSTRAINT = 'own_work_stands';
    END IF;
    RETURN NEW;
END
$$;

-- Only a statement that moves the date may say since when; not even the assigner writes the day himself.
CREATE OR REPLACE FUNCTION core.due_date_stands()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.due_fixed_on := OLD.due_fixed_on;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.extension_step_guard(), core.extension_step_moves(), core.due_date_moves(), core.due_date_stands(),
    core.own_work_stands() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.extension_step'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.extension_step FOR EACH ROW EXECUTE FUNCTION core.extension_step_guard();
        CREATE TRIGGER moves AFTER INSERT ON core.extension_step FOR EACH ROW WHEN (NEW.item_version IS NOT NULL)
            EXECUTE FUNCTION core.extension_step_moves();
        CREATE TRIGGER due_date_moves BEFORE UPDATE ON core.work_item FOR EACH ROW
            WHEN (NEW.due_on IS DISTINCT FROM OLD.due_on) EXECUTE FUNCTION core.due_date_moves();
        CREATE TRIGGER due_date_stands BEFORE UPDATE ON core.work_item FOR EACH ROW
            WHEN (NEW.due_on IS NOT DISTINCT FROM OLD.due_on AND NEW.due_fixed_on IS DISTINCT FROM OLD.due_fixed_on)
            EXECUTE FUNCTION core.due_date_stands();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.work_item'::regclass AND tgname = 'own_work_stands') THEN
        CREATE TRIGGER own_work_stands BEFORE UPDATE ON core.work_item FOR EACH ROW
            WHEN (OLD.role = 'lead' AND (NEW.due_on > OLD.due_on OR NEW.measured_at_year_end <> OLD.measured_at_year_end
                OR ROW (NEW.direction, NEW.target, NEW.measure_unit, NEW.baseline) IS DISTINCT FROM ROW (OLD.direction, OLD.target, OLD.measure_unit, OLD.baseline)))
            EXECUTE FUNCTION core.own_work_stands();
    END IF;
END
$$;
