-- Drafts move by one step at a time, each by whoever has it before him; filing the report is the approval. What the tenant's role may do is in
-- 50_tenant_pattern.sql; here is what no statement gets around.

CREATE POLICY owner_moves ON core.draft FOR SELECT TO thidua_owner USING (tenant_id = (SELECT core.actor_writes()));
CREATE POLICY owner_moves_on ON core.draft FOR UPDATE TO thidua_owner
    USING (tenant_id = (SELECT core.actor_writes())) WITH CHECK (tenant_id = (SELECT core.actor_writes()));
CREATE POLICY owner_approves ON core.draft_step FOR INSERT TO thidua_owner WITH CHECK (tenant_id = (SELECT core.actor_writes()));

-- A draft begins with its drafter; afterwards its words change while it lies with him, and where it lies by its steps alone.
CREATE OR REPLACE FUNCTION core.draft_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    words constant text[] := '{happened_on,milestone_percent,actual,actual_status,document_number,document_issuer,narrative,form,combined_with,attendance,version}';
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF core.actor_present() THEN
            NEW.state := 'drafting';
            NEW.steps := 0;
            NEW.origin := coalesce(core.actor_draft_level(), 0);
            NEW.level := NEW.origin;
            NEW.reached := NEW.origin;
        END IF;
        RETURN NEW;
    END IF;
    NEW.version := OLD.version + 1;
    -- By a step's own trigger, below.
    IF pg_trigger_depth() > 1 THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - words <> to_jsonb(OLD) - words THEN
        RAISE EXCEPTION 'a draft moves by its steps' USING ERRCODE = 'TD422';
    END IF;
    IF OLD.state NOT IN ('drafting', 'returned') OR OLD.level <> OLD.origin THEN
        RAISE EXCEPTION 'the draft does not lie with its drafter' USING ERRCODE = '23514', CONSTRAINT = 'draft_lies_with_its_drafter';
    END IF;
    RETURN NEW;
END
$$;

-- Forwarded to the next level that somebody holds, or returned to the one below; given up by its drafter while it lies with him.
CREATE OR REPLACE FUNCTION core.draft_moved()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    paper record;
BEGIN
    -- By the trigger that files the report, below; or by the operator.
    IF NEW.step = 'approved' AND pg_trigger_depth() > 1 OR NOT core.actor_present() THEN
        RETURN NEW;
    END IF;
    SELECT d.state, d.level, d.origin, d.unit_id, d.steps, d.drafted_by, d.kind, coalesce(d.item_id, d.launch_id) AS subject INTO paper
    FROM core.draft AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.draft_id
    FOR UPDATE;
    -- Not of the acting tenant, or not before this post: the row policy says no.
    IF NOT FOUND OR paper.level IS DISTINCT FROM core.actor_draft_level() OR (paper.level = paper.origin AND paper.drafted_by <> core.actor_post()) THEN
        RETURN NEW;
    END IF;
    IF NEW.position <> paper.steps + 1 THEN
        RAISE EXCEPTION 'somebody moved it first' USING ERRCODE = '23505', CONSTRAINT = 'draft_step_in_order';
    END IF;
    IF paper.state IN ('approved', 'discarded') OR NEW.step = 'approved' OR (NEW.step = 'forwarded' AND paper.level = 2)
        OR (NEW.step = 'returned' AND paper.level = paper.origin) OR (NEW.step = 'discarded' AND paper.level > paper.origin) THEN
        RAISE EXCEPTION 'no such step from here' USING ERRCODE = '23514', CONSTRAINT = 'draft_goes_step_by_step';
    END IF;
    -- What another kept by him goes up after the one that is on its way.
    IF NEW.step = 'forwarded' AND paper.level = paper.origin AND paper.kind IN ('result', 'launched') THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'draft', paper.kind, NEW.tenant_id, paper.subject), 0));
        IF EXISTS (
            SELECT
            FROM core.draft AS d
            WHERE d.tenant_id = NEW.tenant_id AND d.id <> NEW.draft_id AND d.kind = paper.kind AND coalesce(d.item_id, d.launch_id) = paper.subject
              AND d.state NOT IN ('approved', 'discarded') AND d.level > d.origin)
        THEN
            RAISE EXCEPTION 'another draft of it is on its way' USING ERRCODE = '23505', CONSTRAINT = 'draft_one_at_a_time';
        END IF;
    END IF;
    IF NEW.step = 'returned' THEN
        NEW.level := greatest(paper.level - 1, paper.origin);
        -- The head of the sub-unit who is not there gets nothing back.
        IF NEW.level = 1 AND paper.origin = 0 AND NOT core.draft_head_there(NEW.tenant_id, paper.unit_id) THEN
            NEW.level := 0;
        END IF;
    ELSIF NEW.step = 'discarded' THEN
        NEW.level := paper.level;
    ELSE
        NEW.level := CASE WHEN paper.level = 0 AND core.draft_head_there(NEW.tenant_id, paper.unit_id) THEN 1 ELSE 2 END;
    END IF;
    UPDATE core.draft AS d
    SET level = NEW.level,
        reached = greatest(d.reached, NEW.level),
        state = CASE WHEN NEW.step = 'discarded' THEN 'discarded' WHEN NEW.step = 'returned' AND NEW.level = d.origin THEN 'returned' ELSE 'waiting' END,
        steps = NEW.position
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.draft_id;
    RETURN NEW;
END
$$;

-- Whether somebody heads the sub-unit today.
CREATE OR REPLACE FUNCTION core.draft_head_there(tenant uuid, unit uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT EXISTS (
        SELECT
        FROM core.post AS p
        WHERE p.tenant_id = tenant AND p.unit_id = unit AND p.role = 'sub_unit_head'
          AND p.valid_from <= core.today() AND (p.valid_to IS NULL OR p.valid_to >= core.today()))
$$;

-- Filing what a draft says is its approval: by whoever has it before him and may approve it, in its words.
CREATE OR REPLACE FUNCTION core.draft_filed()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    paper record;
    filed jsonb := to_jsonb(NEW);
BEGIN
    IF NEW.draft_id IS NULL THEN
        NEW.prepared_by := NULL;
        RETURN NEW;
    END IF;
    SELECT d.* INTO paper
    FROM core.draft AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.draft_id
    FOR UPDATE;
    IF NOT FOUND OR paper.level IS DISTINCT FROM core.actor_draft_level() OR paper.level = paper.origin OR paper.state <> 'waiting' THEN
        RAISE EXCEPTION 'not before this post' USING ERRCODE = '23514', CONSTRAINT = 'draft_approved_by_who_has_it';
    END IF;
    IF paper.level = 1 AND core.draft_approval() = 'unit' THEN
        RAISE EXCEPTION 'the unit approves' USING ERRCODE = '23514', CONSTRAINT = 'draft_approved_by_the_unit';
    END IF;
    IF paper.unit_id <> NEW.unit_id
        OR (TG_TABLE_NAME = 'launch_step'
            AND ((filed ->> 'launch_id')::uuid, filed ->> 'step', filed ->> 'happened_on', filed ->> 'form', (filed ->> 'attendance')::integer, filed ->> 'note')
                IS DISTINCT FROM (paper.launch_id, paper.kind, paper.happened_on::text, paper.form, paper.attendance, paper.narrative))
        OR (TG_TABLE_NAME = 'progress'
            AND ((filed ->> 'item_id')::uuid, filed ->> 'kind', filed ->> 'evidence_on', (filed ->> 'milestone_percent')::integer, (filed ->> 'actual')::numeric,
                    filed ->> 'document_number', filed ->> 'narrative')
                IS DISTINCT FROM (paper.item_id, paper.kind, paper.happened_on::text, paper.milestone_percent, paper.actual, paper.document_number,
                    paper.narrative)) THEN
        RAISE EXCEPTION 'another thing than the draft is about' USING ERRCODE = '23514', CONSTRAINT = 'draft_approved_as_it_is';
    END IF;
    NEW.prepared_by := paper.drafted_by;
    UPDATE core.draft AS d SET state = 'approved', steps = paper.steps + 1 WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.draft_id;
    INSERT INTO core.draft_step (tenant_id, id, draft_id, position, step, level, recorded_by, recorded_on)
    VALUES (NEW.tenant_id, core.new_id(), NEW.draft_id, paper.steps + 1, 'approved', paper.level, core.actor_post(), core.today());
    RETURN NEW;
END
$$;
-- Of a result, and of the record of a launch, one goes up at a time: while one is with the chain, or with the same drafter, there is no second. What
-- somebody else keeps by him hinders nobody. After the row policy, which says who drafts here at all.
CREATE OR REPLACE FUNCTION core.draft_alone()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'draft', NEW.kind, NEW.tenant_id, NEW.item_id, NEW.launch_id), 0));
    IF EXISTS (
        SELECT
        FROM core.draft AS d
        WHERE d.tenant_id = NEW.tenant_id AND d.id <> NEW.id AND d.kind = NEW.kind
          AND coalesce(d.item_id, d.launch_id) = coalesce(NEW.item_id, NEW.launch_id)
          AND d.state NOT IN ('approved', 'discarded') AND (d.level > d.origin OR d.drafted_by = NEW.drafted_by))
    THEN
        RAISE EXCEPTION 'another draft of it is open' USING ERRCODE = '23505', CONSTRAINT = 'draft_one_at_a_time';
    END IF;
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION core.draft_alone(), core.draft_guard(), core.draft_moved(), core.draft_head_there(uuid, uuid), core.draft_filed() FROM PUBLIC;

DO $$
DECLARE
    act text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.draft'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.draft FOR EACH ROW EXECUTE FUNCTION core.draft_guard();
        CREATE TRIGGER moves BEFORE INSERT ON core.draft_step FOR EACH ROW EXECUTE FUNCTION core.draft_moved();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.draft'::regclass AND tgname = 'alone') THEN
        CREATE TRIGGER alone AFTER INSERT ON core.draft FOR EACH ROW WHEN (NEW.kind IN ('result', 'launched')) EXECUTE FUNCTION core.draft_alone();
    END IF;
    FOREACH act IN ARRAY ARRAY['progress', 'launch_step']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', act)::regclass AND tgname = 'draft') THEN
            EXECUTE format('CREATE TRIGGER draft BEFORE INSERT ON core.%I FOR EACH ROW EXECUTE FUNCTION core.draft_filed()', act);
        END IF;
    END LOOP;
END
$$;
