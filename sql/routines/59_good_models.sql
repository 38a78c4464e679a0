-- Good models and advanced examples: what the guards find, whose step it is, who reads. The cells of a model's life stand in
-- Sources/Domain/GoodModels/GoodModel+Life.swift too; a test holds the two against each other.

-- The state after a step; none: it is out of order. At the unit stands what its sub-unit registered, until it is proposed to the province.
CREATE OR REPLACE FUNCTION core.good_model_cell(state text, step text, level text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step = 'confirm' AND state = 'registered' THEN 'confirmed'
        WHEN step = 'refuse' AND state = 'registered' THEN 'refused'
        WHEN step = 'propose' AND state = 'confirmed' AND level = 'unit' THEN 'registered'
        WHEN step = 'spread' AND state = 'confirmed' AND level = 'province' THEN 'spread'
        WHEN step = 'recall' AND state = 'spread' THEN 'confirmed'
        WHEN step = 'withdraw' AND state IN ('registered', 'confirmed') THEN 'withdrawn'
        WHEN step IN ('consent', 'object') AND state IN ('registered', 'confirmed', 'spread') THEN state
    END
$$;

-- Whose step it is: of the unit that registered it and of the person whose it is, of the unit above a sub-unit, of the province.
CREATE OR REPLACE FUNCTION core.good_model_party(step text, level text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step IN ('withdraw', 'consent', 'object') THEN 'registrant'
        WHEN step IN ('spread', 'recall') OR level = 'province' THEN 'province'
        ELSE 'unit'
    END
$$;

-- What was registered does not change; a new one has no step yet, and stands at the unit where a sub-unit registered it.
CREATE OR REPLACE FUNCTION core.good_model_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept constant text[] := '{state,level,steps,last_on,confirmed_on,spread_on,consents}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
            RAISE EXCEPTION 'what was registered does not change' USING ERRCODE = 'TD422';
        END IF;
        RETURN NEW;
    END IF;
    NEW.state := 'registered';
    NEW.level := CASE WHEN NEW.unit_id = NEW.tenant_id THEN 'province' ELSE 'unit' END;
    NEW.delegation_id := core.actor_delegation();
    NEW.steps := 0;
    NEW.last_on := NEW.recorded_on;
    NEW.confirmed_on := NULL;
    NEW.spread_on := NULL;
    NEW.consents := false;
    NEW.is_there := EXISTS (SELECT FROM core.sub_unit AS u WHERE u.tenant_id = NEW.tenant_id AND u.id = NEW.unit_id AND u.closed_on IS NULL);
    NEW.unit_name := coalesce(core.good_model_unit_name(NEW.tenant_id, NEW.unit_id), '');
    NEW.person_name := coalesce((SELECT n.full_name FROM core.person AS n WHERE n.id = NEW.person_id AND n.tenant_id = NEW.tenant_id), '');
    NEW.is_of_unit := NEW.person_id IS NULL OR EXISTS (
        SELECT FROM core.post AS p
        WHERE p.person_id = NEW.person_id AND p.tenant_id = NEW.tenant_id AND p.unit_id = NEW.unit_id
          AND p.valid_from <= core.today() AND (p.valid_to IS NULL OR p.valid_to >= core.today()));
    RETURN NEW;
END
$$;

-- What a unit of the acting tenant is called today.
CREATE OR REPLACE FUNCTION core.good_model_unit_name(tenant uuid, unit uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT v.full_name
    FROM core.sub_unit_version AS v
    WHERE v.tenant_id = tenant AND v.tenant_id = core.actor_tenant() AND v.unit_id = unit AND v.valid_from <= core.today()
    ORDER BY v.valid_from DESC
    LIMIT 1
$$;

-- As whoever takes the step: what he does not see is missing. Two who take one at once are told apart by its place.
CREATE OR REPLACE FUNCTION core.good_model_step_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    m core.good_model;
BEGIN
    SELECT * INTO m FROM core.good_model AS x WHERE x.id = NEW.model_id AND x.tenant_id = NEW.tenant_id;
    NEW.before := CASE
        WHEN m.id IS NULL THEN 'missing'
        -- Somebody else was first: the place is taken, and the key of the places says so.
        WHEN NEW.position <= m.steps THEN 'overtaken'
        WHEN NEW.position > m.steps + 1 THEN 'ahead'
        ELSE m.state END;
    NEW.state := core.good_model_cell(NEW.before, NEW.step, m.level);
    NEW.party := coalesce(core.good_model_party(NEW.step, m.level), '');
    NEW.level := CASE WHEN NEW.step = 'propose' THEN 'province' ELSE coalesce(m.level, 'unit') END;
    NEW.not_before := m.last_on;
    NEW.is_own := NEW.step IN ('confirm', 'refuse') AND NEW.state IS NOT NULL AND (
        EXISTS (SELECT FROM core.post AS p WHERE p.id = m.recorded_by AND p.person_id = ANY (core.actor_persons()))
        OR EXISTS (SELECT FROM core.delegation AS d WHERE d.id = m.delegation_id AND d.delegate_id = ANY (core.actor_persons()))
        OR coalesce(m.person_id = ANY (core.actor_persons()), false)
        OR (m.unit_id <> m.tenant_id AND m.unit_id = ANY (core.actor_seats())));
    NEW.is_of_person := NEW.step NOT IN ('consent', 'object') OR m.id IS NULL OR m.person_id IS NOT NULL;
    -- To take his name back nobody needs a paper.
    NEW.is_on_paper := NEW.step <> 'consent' OR NEW.document_number ~ '\S' OR m.person_id IS NULL OR core.good_model_of_oneself(m.person_id);
    NEW.is_shown := NEW.step <> 'spread' OR m.person_id IS NULL OR m.consents;
    NEW.delegation_id := core.actor_delegation();
    RETURN NEW;
END
$$;

-- What follows from a step that was let pass.
CREATE OR REPLACE FUNCTION core.good_model_step_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    UPDATE core.good_model AS m
    SET state = NEW.state,
        level = NEW.level,
        steps = NEW.position,
        last_on = NEW.happened_on,
        confirmed_on = CASE NEW.step WHEN 'confirm' THEN NEW.happened_on WHEN 'propose' THEN NULL ELSE m.confirmed_on END,
        spread_on = CASE NEW.step WHEN 'spread' THEN NEW.happened_on WHEN 'recall' THEN NULL ELSE m.spread_on END,
        consents = CASE NEW.step WHEN 'consent' THEN true WHEN 'object' THEN false ELSE m.consents END
    WHERE m.id = NEW.model_id AND m.tenant_id = NEW.tenant_id AND m.steps = NEW.position - 1;
    RETURN NULL;
END
$$;

-- When a model is spread, every unit but the one whose it is is told, of a sub-unit's the unit above it too: its head and who coordinates for it. Of a person the notice says no more than that it is one; who he
-- is stands on the page, while he consents (A72).
CREATE OR REPLACE FUNCTION core.good_model_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, good_model_id, campaign_id, giver, code, title, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'good_model_spread', 'good_model:' || NEW.id, o.tenant_id, m.id, m.campaign_id, 'province', '',
        CASE WHEN m.person_id IS NULL THEN m.title ELSE 'Điển hình cá nhân' END, 'được nhân rộng đến các đơn vị', core.today()
    FROM core.good_model AS m
        JOIN core.post AS o ON (o.tenant_id <> m.tenant_id OR m.unit_id <> m.tenant_id) AND o.role IN ('unit_head', 'unit_coordinator')
        JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
        JOIN core.tenant AS t ON t.id = o.tenant_id AND t.opened_on <= core.today() AND (t.closed_on IS NULL OR t.closed_on >= core.today())
    WHERE m.id = NEW.model_id AND m.tenant_id = NEW.tenant_id
      AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- As whoever adopts it: of the models that he sees.
CREATE OR REPLACE FUNCTION core.good_model_adoption_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    m    core.good_model;
    last core.good_model_adoption;
BEGIN
    SELECT * INTO last
    FROM core.good_model_adoption AS a
    WHERE a.model_id = NEW.model_id AND a.tenant_id = NEW.tenant_id AND a.unit_id = NEW.unit_id
    ORDER BY a.position DESC
    LIMIT 1;
    IF last.id IS NULL THEN
        SELECT * INTO m FROM core.good_model AS x WHERE x.id = NEW.model_id AND x.state = 'spread' AND (x.person_id IS NULL OR x.consents);
    END IF;
    -- A result is also said of what was recalled since.
    NEW.is_spread := m.id IS NOT NULL OR last.id IS NOT NULL;
    NEW.campaign_id := coalesce(m.campaign_id, last.campaign_id);
    -- That of a person is read from the model, while it is shown (A72).
    NEW.title := CASE WHEN m.id IS NULL THEN coalesce(last.title, '') WHEN m.person_id IS NULL THEN m.title ELSE '' END;
    NEW.origin_tenant_id := coalesce(m.tenant_id, last.origin_tenant_id);
    NEW.origin_unit_id := coalesce(m.unit_id, last.origin_unit_id);
    NEW.is_another := NEW.unit_id IS DISTINCT FROM NEW.origin_unit_id;
    NEW.is_there := core.unit_stands(NEW.tenant_id, NEW.unit_id);
    NEW.unit_name := coalesce(core.good_model_unit_name(NEW.tenant_id, NEW.unit_id), '');
    -- Somebody else was first: the place is taken, and the key of the places says so.
    NEW.is_next := NEW.position <= coalesce(last.position, 0)
        OR (NEW.position = coalesce(last.position, 0) + 1 AND (NEW.step = 'adopt') = (NEW.position = 1));
    NEW.not_before := coalesce(last.happened_on, m.spread_on);
    RETURN NEW;
END
$$;

-- Whether a model shows the acting person, in his own post: his word about himself is his, whatever his role may do (A72).
CREATE OR REPLACE FUNCTION core.good_model_of_oneself(person uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$ BEGIN RETURN coalesce(person = ANY (core.actor_persons()) AND core.actor_delegation() IS NULL, false); END $$;

-- Whether the acting post has a model before it within its unit: its unit's and its own.
CREATE OR REPLACE FUNCTION core.good_model_in_sight(tenant uuid, unit uuid, person uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN core.difficulty_reached(tenant, unit)
        OR coalesce(core.actor_tenant() = tenant AND (person = core.actor_person() OR core.good_model_of_oneself(person)), false);
END
$$;

-- Whether the acting officer of a unit may take a step of a party. As whoever asks: of the model that he sees.
CREATE OR REPLACE FUNCTION core.good_model_acts(model uuid, step text, party text)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    m core.good_model;
BEGIN
    SELECT * INTO m FROM core.good_model AS x WHERE x.id = model AND x.tenant_id = core.actor_writes();
    RETURN coalesce(CASE party
        WHEN 'registrant' THEN (core.actor_may('initiative.register') AND core.difficulty_reached(m.tenant_id, m.unit_id))
            OR (step IN ('consent', 'object') AND core.good_model_of_oneself(m.person_id))
        WHEN 'unit' THEN m.tenant_id = core.actor_whole() AND m.tenant_id = core.actor_unit() AND core.actor_may('initiative.confirm')
    END, false);
END
$$;

-- How many units adopted a model: the number for everyone to whom it is spread; which units they are, the policies say.
CREATE OR REPLACE FUNCTION core.good_model_adopters(model uuid)
RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ BEGIN RETURN (SELECT count(*) FROM core.good_model_adoption AS a WHERE a.model_id = model AND a.step = 'adopt'); END $$;

REVOKE ALL ON FUNCTION core.good_model_cell(text, text, text), core.good_model_party(text, text), core.good_model_guard(),
    core.good_model_unit_name(uuid, uuid), core.good_model_step_guard(), core.good_model_step_follows(), core.good_model_told(), core.good_model_adoption_guard(),
    core.good_model_of_oneself(uuid), core.good_model_in_sight(uuid, uuid, uuid), core.good_model_acts(uuid, text, text),
    core.good_model_adopters(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.good_model_cell(text, text, text), core.good_model_party(text, text) TO thidua_tenant, home_affairs, leadership;
GRANT EXECUTE ON FUNCTION core.good_model_unit_name(uuid, uuid), core.good_model_of_oneself(uuid), core.good_model_in_sight(uuid, uuid, uuid),
    core.good_model_acts(uuid, text, text) TO thidua_tenant;
GRANT EXECUTE ON FUNCTION core.good_model_of_oneself(uuid) TO home_affairs, leadership;
GRANT EXECUTE ON FUNCTION core.good_model_adopters(uuid) TO thidua_tenant, office, home_affairs, leadership, council, auditor;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.good_model'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.good_model FOR EACH ROW EXECUTE FUNCTION core.good_model_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.good_model_step FOR EACH ROW EXECUTE FUNCTION core.good_model_step_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.good_model_step FOR EACH ROW EXECUTE FUNCTION core.good_model_step_follows();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.good_model_step FOR EACH ROW EXECUTE FUNCTION core.award_stays();
        CREATE TRIGGER guard BEFORE INSERT ON core.good_model_adoption FOR EACH ROW EXECUTE FUNCTION core.good_model_adoption_guard();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.good_model_adoption FOR EACH ROW EXECUTE FUNCTION core.award_stays();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.good_model_step'::regclass AND tgname = 'told') THEN
        CREATE TRIGGER told AFTER INSERT ON core.good_model_step FOR EACH ROW WHEN (NEW.step = 'spread') EXECUTE FUNCTION core.good_model_told();
    END IF;
    FOREACH relation IN ARRAY ARRAY['good_model', 'good_model_step', 'good_model_adoption']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, province);
        EXECUTE format('GRANT INSERT ON core.%I TO thidua_tenant', relation);
    END LOOP;

    -- The unit and he whose it is; the province once it is put to it; every officer what is spread, of a person while he consents (A72).
    CREATE POLICY in_sight ON core.good_model FOR SELECT TO thidua_tenant USING (core.good_model_in_sight(tenant_id, unit_id, person_id));
    EXECUTE format('CREATE POLICY province ON core.good_model FOR SELECT TO %s
        USING (level = ''province'' AND (SELECT core.actor_may(''province.read'')))', province);
    CREATE POLICY spread ON core.good_model FOR SELECT TO thidua_tenant
        USING (state = 'spread' AND (person_id IS NULL OR consents) AND (SELECT core.actor_present()));
    -- Whom it shows, wherever he works since.
    CREATE POLICY of_oneself ON core.good_model FOR SELECT TO thidua_tenant USING (state = 'spread' AND core.good_model_of_oneself(person_id));
    CREATE POLICY registered ON core.good_model FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('initiative.register'))
            AND core.difficulty_reached(tenant_id, unit_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    -- What follows from a step the owner writes.
    CREATE POLICY owner_reads ON core.good_model FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()) OR core.good_model_of_oneself(person_id));
    CREATE POLICY owner_keeps ON core.good_model FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()) OR core.good_model_of_oneself(person_id))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()) OR core.good_model_of_oneself(person_id));

    -- Its history is read where it was registered, and by the province once it is put to it; who reads what is spread does not read it (A59).
    CREATE POLICY in_sight ON core.good_model_step FOR SELECT TO thidua_tenant
        USING (EXISTS (SELECT FROM core.good_model AS m
            WHERE m.id = model_id AND core.good_model_in_sight(m.tenant_id, m.unit_id, m.person_id)));
    EXECUTE format('CREATE POLICY province ON core.good_model_step FOR SELECT TO %s
        USING ((SELECT core.actor_may(''province.read'')) AND EXISTS (SELECT FROM core.good_model AS m WHERE m.id = model_id))', province);
    CREATE POLICY taken ON core.good_model_step FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND core.good_model_acts(model_id, step, party)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    -- To take his name back a person needs neither his former unit nor one that still stands.
    CREATE POLICY objected ON core.good_model_step FOR INSERT TO thidua_tenant
        WITH CHECK (step = 'object' AND EXISTS (SELECT FROM core.good_model AS m WHERE m.id = model_id AND core.good_model_of_oneself(m.person_id))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    -- Home Affairs for the province, not about its own unit (A66); the Chairman about each. What is spread of a unit that has ended they still recall.
    GRANT INSERT ON core.good_model_step TO home_affairs, leadership;
    CREATE POLICY taken_by_home_affairs ON core.good_model_step FOR INSERT TO home_affairs
        WITH CHECK (party = 'province' AND (SELECT core.actor_may('award.appraise')) AND (core.tenant_is_open(tenant_id) OR step = 'recall')
            AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY taken_by_the_chairman ON core.good_model_step FOR INSERT TO leadership
        WITH CHECK (party = 'province' AND (SELECT core.actor_may('award.decide')) AND (core.tenant_is_open(tenant_id) OR step = 'recall')
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));

    -- What came of it elsewhere: the unit that adopts it, the unit whose it is, the province.
    CREATE POLICY in_sight ON core.good_model_adoption FOR SELECT TO thidua_tenant USING (core.difficulty_reached(tenant_id, unit_id));
    CREATE POLICY of_the_origin ON core.good_model_adoption FOR SELECT TO thidua_tenant
        USING (core.difficulty_reached(origin_tenant_id, origin_unit_id));
    EXECUTE format('CREATE POLICY province ON core.good_model_adoption FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', province);
    CREATE POLICY owner_counts ON core.good_model_adoption FOR SELECT TO thidua_owner
        USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()));
    CREATE POLICY adopted ON core.good_model_adoption FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('initiative.register'))
            AND core.difficulty_reached(tenant_id, unit_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;
