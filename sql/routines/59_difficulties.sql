-- Difficulties: what the guards find, whose step it is, who reads. The cells of a difficulty's life stand in
-- Sources/Domain/Difficulties/Difficulty+Life.swift too; a test holds the two against each other.

DROP FUNCTION IF EXISTS core.difficulty_cell(text, text, text), core.difficulty_party(text, text, text);

-- The state after a step; none: it is out of order. Of a unit that has ended nobody confirms an answer: what it put to the province is withdrawn then too.
CREATE OR REPLACE FUNCTION core.difficulty_cell(state text, step text, level text, raiser_has_ended boolean)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step = 'accept' AND state = 'raised' THEN 'accepted'
        WHEN step = 'route' AND state IN ('accepted', 'routed') THEN 'routed'
        WHEN step = 'pass' AND state IN ('accepted', 'routed') AND level = 'unit' THEN 'raised'
        WHEN step = 'answer' AND state IN ('accepted', 'routed') THEN 'answered'
        WHEN step = 'confirm' AND state = 'answered' THEN 'confirmed'
        WHEN step = 'reopen' AND state = 'answered' THEN 'accepted'
        WHEN step = 'withdraw' AND state IN ('raised', 'accepted', 'routed') THEN 'withdrawn'
        WHEN step = 'withdraw' AND state = 'answered' AND level = 'province' AND raiser_has_ended THEN 'withdrawn'
    END
$$;

-- Whose step it is: of who raised it, of the unit to which its sub-unit raised it, of the Office, of who was asked to solve it. The Office withdraws what
-- a unit that has ended put to it.
CREATE OR REPLACE FUNCTION core.difficulty_party(state text, step text, level text, raiser_has_ended boolean)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step = 'withdraw' AND level = 'province' AND raiser_has_ended THEN 'office'
        WHEN step IN ('confirm', 'reopen', 'withdraw') THEN 'raiser'
        WHEN step = 'answer' AND state = 'routed' THEN 'solver'
        WHEN level = 'province' THEN 'office'
        ELSE 'unit'
    END
$$;

-- The last day of the clock that begins with a step, in working days of the plan; none where nobody is waited for.
CREATE OR REPLACE FUNCTION core.difficulty_due(campaign uuid, state text)
RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN CASE
        WHEN state IN ('raised', 'accepted')
            THEN core.working_day_after(core.today(), coalesce(core.campaign_parameter(campaign, 'difficultyRouteDays')::integer, 2))
        WHEN state = 'routed'
            THEN core.working_day_after(core.today(), coalesce(core.campaign_parameter(campaign, 'difficultyAnswerDays')::integer, 10))
    END;
END
$$;

-- Whether the acting post reaches a unit: its tenant as a whole, or its own unit and what stands under it today.
CREATE OR REPLACE FUNCTION core.difficulty_reached(tenant uuid, unit uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    seat text[] := core.actor();
BEGIN
    IF tenant IS NULL OR core.actor_tenant() IS DISTINCT FROM tenant THEN
        RETURN false;
    ELSIF core.actor_whole() = tenant THEN
        RETURN true;
    ELSIF seat[10] IS DISTINCT FROM 'subtree' THEN
        RETURN false;
    END IF;
    RETURN unit = seat[8]::uuid OR EXISTS (
        WITH RECURSIVE latest AS (
            SELECT DISTINCT ON (v.unit_id) v.unit_id, v.parent_id
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = difficulty_reached.tenant AND v.valid_from <= core.today()
            ORDER BY v.unit_id, v.valid_from DESC
        ), line AS (
            SELECT difficulty_reached.unit AS unit_id
            UNION
            SELECT l.parent_id FROM line JOIN latest AS l ON l.unit_id = line.unit_id WHERE l.parent_id IS NOT NULL
        )
        SELECT FROM line WHERE line.unit_id = seat[8]::uuid);
END
$$;

-- Whether the acting post reaches a unit that is asked to solve a difficulty, or was. As whoever asks: of the steps that he sees.
CREATE OR REPLACE FUNCTION core.difficulty_asked(difficulty uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM core.difficulty_step AS s
        WHERE s.difficulty_id = difficulty AND core.difficulty_reached(s.solver_tenant_id, s.solver_unit_id));
END
$$;

-- Whether the acting officer of a unit may take a step of a party. A solver answers as who reports for it; a unit as a whole by who answers for it.
CREATE OR REPLACE FUNCTION core.difficulty_acts(party text, tenant uuid, unit uuid, solver_tenant uuid, solver_unit uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN coalesce(CASE party
        WHEN 'raiser' THEN tenant = core.actor_writes() AND core.actor_may('progress.report') AND core.difficulty_reached(tenant, unit)
        WHEN 'unit' THEN tenant = core.actor_writes() AND tenant = core.actor_whole() AND core.actor_may('review.answer')
        -- A part that was asked answers itself, and nobody above it in its stead.
        WHEN 'solver' THEN solver_tenant = core.actor_writes() AND core.difficulty_reached(solver_tenant, solver_unit)
            AND (solver_unit = solver_tenant OR core.actor_whole() IS NULL)
            AND core.actor_may(CASE WHEN solver_unit = solver_tenant THEN 'review.answer' ELSE 'progress.report' END)
    END, false);
END
$$;

-- Items as they stood when it was raised, and where it goes first.
CREATE OR REPLACE FUNCTION core.difficulty_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.items := ARRAY(SELECT DISTINCT i FROM unnest(NEW.items) AS i ORDER BY i);
    NEW.facts := coalesce((
        SELECT jsonb_agg(jsonb_build_object('item', i.id, 'code', i.code, 'title', i.title, 'dueOn', i.due_on) ORDER BY i.due_on, i.code)
        FROM core.work_item AS i
        WHERE i.tenant_id = NEW.tenant_id AND i.id = ANY (NEW.items) AND i.campaign_id = NEW.campaign_id
          AND NEW.unit_id IN (i.unit_id, i.tenant_id)), '[]');
    NEW.level := CASE WHEN NEW.unit_id = NEW.tenant_id THEN 'province' ELSE 'unit' END;
    NEW.due_on := core.difficulty_due(NEW.campaign_id, 'raised');
    NEW.is_there := EXISTS (SELECT FROM core.sub_unit AS u WHERE u.tenant_id = NEW.tenant_id AND u.id = NEW.unit_id AND u.closed_on IS NULL);
    RETURN NEW;
END
$$;

-- As whoever takes the step: what he does not see is missing. Two who take the same step at once are told apart by its place.
CREATE OR REPLACE FUNCTION core.difficulty_step_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    d    core.difficulty;
    last core.difficulty_step;
    at   text;
    gone boolean;
BEGIN
    SELECT * INTO d FROM core.difficulty AS x WHERE x.id = NEW.difficulty_id AND x.tenant_id = NEW.tenant_id;
    SELECT * INTO last FROM core.difficulty_step AS s WHERE s.difficulty_id = d.id ORDER BY s.position DESC LIMIT 1;
    NEW.before := CASE
        WHEN d.id IS NULL THEN 'missing'
        -- Somebody else was first: the place is taken, and the key of the places says so.
        WHEN NEW.position <= coalesce(last.position, 0) THEN 'overtaken'
        WHEN NEW.position > coalesce(last.position, 0) + 1 THEN 'ahead'
        ELSE coalesce(last.state, 'raised') END;
    at := coalesce(last.level, d.level);
    gone := EXISTS (SELECT FROM core.tenant AS t WHERE t.id = d.tenant_id AND t.closed_on < core.today());
    NEW.unit_id := d.unit_id;
    NEW.campaign_id := d.campaign_id;
    NEW.title := coalesce(d.title, '');
    NEW.raised_by := d.recorded_by;
    NEW.state := core.difficulty_cell(NEW.before, NEW.step, at, gone);
    NEW.party := coalesce(core.difficulty_party(NEW.before, NEW.step, at, gone), '');
    NEW.level := CASE WHEN NEW.step = 'pass' THEN 'province' ELSE at END;
    IF NEW.step <> 'route' THEN
        -- Until it goes elsewhere it stays with who was asked.
        NEW.solver_tenant_id := CASE WHEN NEW.step NOT IN ('pass', 'reopen') THEN last.solver_tenant_id END;
        NEW.solver_unit_id := CASE WHEN NEW.step NOT IN ('pass', 'reopen') THEN last.solver_unit_id END;
    END IF;
    NEW.is_solver := NEW.step <> 'route' OR coalesce(core.difficulty_solver(d.tenant_id, at, NEW.solver_tenant_id, NEW.solver_unit_id), false);
    NEW.due_on := CASE
        -- Neither who takes it on nor who is asked after another wins time by that.
        WHEN NEW.step = 'accept' OR (NEW.step = 'route' AND NEW.before = 'routed') THEN coalesce(last.due_on, d.due_on)
        ELSE core.difficulty_due(d.campaign_id, NEW.state) END;
    NEW.is_own := NEW.step = 'confirm' AND coalesce(last.recorded_by = NEW.recorded_by, false);
    NEW.delegation_id := core.actor_delegation();
    RETURN NEW;
END
$$;

-- Whether a unit can be asked: at the province another unit of the first tier, or the Office's own, as a whole; in a unit one that stands under it.
CREATE OR REPLACE FUNCTION core.difficulty_solver(tenant uuid, level text, solver_tenant uuid, solver_unit uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN CASE level
        WHEN 'province' THEN solver_unit = solver_tenant AND solver_tenant <> tenant AND core.tenant_is_open(solver_tenant)
        ELSE solver_tenant = tenant AND EXISTS (
            SELECT FROM core.sub_unit AS u
            WHERE u.tenant_id = solver_tenant AND u.id = solver_unit AND u.id <> u.tenant_id AND u.closed_on IS NULL) END;
END
$$;

-- Who is asked to solve it is told, and who raised it when it is answered, in the transaction of the step.
CREATE OR REPLACE FUNCTION core.difficulty_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, difficulty_id, campaign_id, giver, code, title, due_on, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, CASE NEW.step WHEN 'route' THEN 'difficulty_routed' ELSE 'difficulty_answered' END,
        'difficulty:' || NEW.id, o.tenant_id, NEW.difficulty_id, NEW.campaign_id, CASE NEW.level WHEN 'province' THEN 'province' ELSE 'unit' END, '',
        NEW.title, NEW.due_on,
        CASE NEW.step WHEN 'route' THEN 'được chuyển đến để giải quyết' ELSE 'đã có trả lời, chờ đơn vị xác nhận' END, core.today()
    FROM core.post AS o
        JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
    WHERE o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
      AND CASE NEW.step
        WHEN 'route' THEN o.tenant_id = NEW.solver_tenant_id AND CASE
            WHEN NEW.solver_unit_id = NEW.solver_tenant_id THEN o.role IN ('unit_head', 'unit_coordinator')
            ELSE o.unit_id = NEW.solver_unit_id AND o.role IN ('sub_unit_head', 'sub_unit_officer') END
        ELSE o.id = NEW.raised_by OR (o.tenant_id = NEW.tenant_id AND o.unit_id = NEW.unit_id AND o.role IN ('unit_head', 'sub_unit_head')) END
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION core.difficulty_told(), core.difficulty_cell(text, text, text, boolean), core.difficulty_party(text, text, text, boolean),
    core.difficulty_due(uuid, text),
    core.difficulty_reached(uuid, uuid), core.difficulty_asked(uuid), core.difficulty_acts(text, uuid, uuid, uuid, uuid), core.difficulty_guard(), core.difficulty_step_guard(),
    core.difficulty_solver(uuid, text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.difficulty_cell(text, text, text, boolean), core.difficulty_party(text, text, text, boolean), core.difficulty_due(uuid, text),
    core.difficulty_solver(uuid, text, uuid, uuid) TO thidua_tenant, office;
GRANT EXECUTE ON FUNCTION core.difficulty_reached(uuid, uuid), core.difficulty_asked(uuid), core.difficulty_acts(text, uuid, uuid, uuid, uuid) TO thidua_tenant;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.difficulty'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.difficulty FOR EACH ROW EXECUTE FUNCTION core.difficulty_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.difficulty_step FOR EACH ROW EXECUTE FUNCTION core.difficulty_step_guard();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.difficulty FOR EACH ROW EXECUTE FUNCTION core.award_stays();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.difficulty_step FOR EACH ROW EXECUTE FUNCTION core.award_stays();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.difficulty_step'::regclass AND tgname = 'told') THEN
        CREATE TRIGGER told AFTER INSERT ON core.difficulty_step FOR EACH ROW WHEN (NEW.step IN ('route', 'answer'))
            EXECUTE FUNCTION core.difficulty_told();
    END IF;
    FOREACH relation IN ARRAY ARRAY['difficulty', 'difficulty_step']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, province);
        EXECUTE format('GRANT INSERT ON core.%I TO thidua_tenant', relation);
        EXECUTE format('CREATE POLICY owner_reminds ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) AND (SELECT core.actor_is_system()))', relation);
    END LOOP;

    -- The province reads what is put to it, from that step on; what a sub-unit raised to its unit stays there (A59).
    EXECUTE format('CREATE POLICY province ON core.difficulty_step FOR SELECT TO %s
        USING (level = ''province'' AND (SELECT core.actor_may(''province.read'')))', province);
    EXECUTE format('CREATE POLICY province ON core.difficulty FOR SELECT TO %s
        USING ((SELECT core.actor_may(''province.read''))
            AND (level = ''province'' OR EXISTS (SELECT FROM core.difficulty_step AS s WHERE s.difficulty_id = difficulty.id)))', province);
    -- Who raised it and who stands above him reads all of it; who is asked, what it is and what was said since.
    CREATE POLICY in_sight ON core.difficulty FOR SELECT TO thidua_tenant USING (core.difficulty_reached(tenant_id, unit_id));
    CREATE POLICY asked ON core.difficulty FOR SELECT TO thidua_tenant USING (core.difficulty_asked(id));
    CREATE POLICY raised ON core.difficulty FOR INSERT TO thidua_tenant
        WITH CHECK (core.difficulty_acts('raiser', tenant_id, unit_id, NULL, NULL)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY in_sight ON core.difficulty_step FOR SELECT TO thidua_tenant USING (core.difficulty_reached(tenant_id, unit_id));
    CREATE POLICY asked ON core.difficulty_step FOR SELECT TO thidua_tenant USING (core.difficulty_reached(solver_tenant_id, solver_unit_id));
    CREATE POLICY taken ON core.difficulty_step FOR INSERT TO thidua_tenant
        WITH CHECK (core.difficulty_acts(party, tenant_id, unit_id, solver_tenant_id, solver_unit_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    GRANT INSERT ON core.difficulty_step TO office;
    CREATE POLICY taken_by_the_office ON core.difficulty_step FOR INSERT TO office
        WITH CHECK (party = 'office' AND (SELECT core.actor_may('review.keep'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;
