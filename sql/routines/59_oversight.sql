-- Inspections, members who follow units, what has to be put right: what the guards find, and who reads and writes. The cells of
-- a remedy's life stand in Sources/Domain/Oversight/Remedy+Life.swift too; a test holds the two against each other.

-- The state after a step; none: it is out of order.
CREATE OR REPLACE FUNCTION core.remedy_cell(state text, step text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step = 'report' AND state = 'open' THEN 'reported'
        WHEN step = 'return' AND state = 'reported' THEN 'open'
        WHEN step = 'close' AND state = 'reported' THEN 'closed'
        WHEN step = 'withdraw' AND state IN ('open', 'reported') THEN 'withdrawn'
    END
$$;

-- The day itself, or the first working day behind it.
CREATE OR REPLACE FUNCTION core.working_day_from(day date)
RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ BEGIN RETURN core.working_day_after(day - 1, 1); END $$;

-- Whether an open sub-unit stands in the acting tenant.
CREATE OR REPLACE FUNCTION core.unit_stands(tenant uuid, unit uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM core.sub_unit AS u
        WHERE u.tenant_id = tenant AND u.tenant_id = core.actor_tenant() AND u.id = unit AND u.closed_on IS NULL)
$$;

-- Whether the acting unit did that about late work of the owner.
CREATE OR REPLACE FUNCTION core.handling_stands(tenant uuid, handling uuid, unit uuid, person uuid)
RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT i.campaign_id
    FROM core.handling AS h
        JOIN core.work_item AS i ON i.tenant_id = h.tenant_id AND i.id = h.item_id
    WHERE h.tenant_id = tenant AND h.tenant_id = core.actor_tenant() AND h.id = handling AND h.unit_id = unit
      AND (h.person_id IS NULL OR h.person_id = person)
$$;

-- Whether the acting person, himself, is assigned a unit today by a council, also one that has ended. As whoever asks: of what he sees.
CREATE OR REPLACE FUNCTION core.is_assigned(council uuid, followed uuid, campaign uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN coalesce(council = CASE WHEN core.actor_tenant() IS NULL THEN core.province_tenant() ELSE core.actor_writes() END, false)
        -- In a unit's own council its head and deputies sit with no other post, in the province's its leaders; that they are assigned it their own
        -- assignment says.
        AND (core.actor_may('motto.decide') OR core.actor_may(CASE WHEN core.actor_tenant() IS NULL THEN 'award.decide' ELSE 'review.answer' END))
        AND core.actor_delegation() IS NULL
        AND EXISTS (
            SELECT FROM core.following AS f
            WHERE f.tenant_id = council AND f.person_id = core.actor_person() AND f.followed_id = followed AND f.campaign_id = campaign
              AND f.valid_from <= core.today() AND (f.valid_to IS NULL OR f.valid_to >= core.today()));
END
$$;

-- Whether he follows it.
CREATE OR REPLACE FUNCTION core.follows(council uuid, followed uuid, campaign uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN (core.actor_tenant() IS NOT NULL OR core.tenant_is_open(followed)) AND core.is_assigned(council, followed, campaign);
END
$$;

CREATE OR REPLACE FUNCTION core.inspection_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.units := ARRAY(SELECT DISTINCT u FROM unnest(NEW.units) AS u ORDER BY u);
    NEW.are_there := NEW.units <@ ARRAY(SELECT t.tenant_id FROM core.first_tier(core.today()) AS t);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.inspection_visit_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    SELECT p.campaign_id, p.title, p.leader, NEW.tenant_id = ANY (p.units)
    INTO NEW.campaign_id, NEW.title, NEW.leader, NEW.is_planned
    FROM core.inspection AS p
    WHERE p.id = NEW.inspection_id;
    NEW.title := coalesce(NEW.title, '');
    NEW.leader := coalesce(NEW.leader, '');
    NEW.is_planned := coalesce(NEW.is_planned, false);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.finding_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.campaign_id := (SELECT v.campaign_id FROM core.inspection_visit AS v WHERE v.id = NEW.visit_id AND v.tenant_id = NEW.tenant_id);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.following_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.is_member := EXISTS (
        SELECT FROM core.council_member AS m
        WHERE m.tenant_id = NEW.tenant_id AND m.person_id = NEW.person_id
          AND m.valid_from <= NEW.valid_from AND (m.valid_to IS NULL OR m.valid_to >= NEW.valid_from));
    NEW.is_there := CASE
        WHEN core.actor_tenant() IS NULL THEN EXISTS (SELECT FROM core.first_tier(core.today()) AS t WHERE t.tenant_id = NEW.followed_id)
        ELSE NEW.followed_id <> NEW.tenant_id AND core.unit_stands(NEW.tenant_id, NEW.followed_id) END;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.follow_note_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    f core.following;
BEGIN
    SELECT * INTO f FROM core.following AS x WHERE x.id = NEW.following_id AND x.tenant_id = NEW.tenant_id;
    NEW.campaign_id := f.campaign_id;
    NEW.member_name := coalesce((SELECT n.full_name FROM core.person AS n WHERE n.id = f.person_id), '');
    NEW.followed_unit_id := f.followed_id;
    NEW.followed_tenant_id := CASE WHEN f.tenant_id = core.province_tenant() THEN f.followed_id ELSE f.tenant_id END;
    NEW.follows := coalesce(f.valid_from <= NEW.happened_on AND (f.valid_to IS NULL OR f.valid_to >= NEW.happened_on), false);
    RETURN NEW;
END
$$;

-- As whoever orders it: what he does not see is not there.
CREATE OR REPLACE FUNCTION core.remedy_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.due_on := core.working_day_from(NEW.due_on);
    NEW.campaign_id := NULL;
    NEW.council_id := NULL;
    NEW.followed_id := NULL;
    NEW.body := CASE NEW.origin WHEN 'finding' THEN 'office' WHEN 'urging' THEN 'office' WHEN 'note' THEN 'member' WHEN 'handling' THEN 'unit'
        ELSE CASE current_user WHEN 'leadership' THEN 'leadership' ELSE 'homeAffairs' END END;
    IF NEW.origin = 'finding' THEN
        NEW.campaign_id := (SELECT f.campaign_id FROM core.finding AS f WHERE f.id = NEW.origin_id AND f.tenant_id = NEW.tenant_id);
    ELSIF NEW.origin = 'note' THEN
        SELECT n.campaign_id, n.tenant_id, n.followed_unit_id
        INTO NEW.campaign_id, NEW.council_id, NEW.followed_id
        FROM core.follow_note AS n
            JOIN core.following AS f ON f.id = n.following_id AND f.person_id = core.actor_person()
        WHERE n.id = NEW.origin_id AND n.kind IN ('finding', 'urging') AND n.followed_tenant_id = NEW.tenant_id
          AND (n.followed_unit_id = NEW.tenant_id OR n.followed_unit_id = NEW.unit_id);
    ELSIF NEW.origin = 'urging' THEN
        -- A unit has the letter itself, and not the Office's record of it.
        IF core.actor_tenant() IS NULL THEN
            NEW.campaign_id := (SELECT u.campaign_id FROM core.urging AS u WHERE u.id = NEW.origin_id AND u.tenant_id = NEW.tenant_id);
        END IF;
    ELSIF NEW.origin = 'criticism' THEN
        -- Of a person nobody else is told.
        NEW.campaign_id := (
            SELECT c.campaign_id
            FROM core.criticism AS c
            WHERE c.id = NEW.origin_id AND c.tenant_id = NEW.tenant_id AND c.unit_id IN (NEW.unit_id, NEW.tenant_id)
              AND (c.person_id IS NULL OR c.person_id = NEW.person_id)
              AND EXISTS (SELECT FROM core.criticism_step AS s WHERE s.criticism_id = c.id AND s.step = 'sign'));
    ELSE
        NEW.campaign_id := core.handling_stands(NEW.tenant_id, NEW.origin_id, NEW.unit_id, NEW.person_id);
    END IF;
    NEW.is_there := NEW.campaign_id IS NOT NULL;
    IF core.actor_tenant() IS NULL THEN
        NEW.is_owner := EXISTS (
            SELECT FROM core.sub_unit AS u WHERE u.tenant_id = NEW.tenant_id AND u.id = NEW.unit_id AND u.closed_on IS NULL);
    ELSE
        NEW.is_owner := core.unit_stands(NEW.tenant_id, NEW.unit_id);
    END IF;
    NEW.is_owner := NEW.is_owner AND (NEW.person_id IS NULL OR EXISTS (
        SELECT FROM core.post AS p
        WHERE p.person_id = NEW.person_id AND p.tenant_id = NEW.tenant_id AND p.unit_id = NEW.unit_id
          AND p.valid_from <= core.today() AND (p.valid_to IS NULL OR p.valid_to >= core.today())));
    RETURN NEW;
END
$$;

-- As whoever takes the step. Two who take one at once are told apart by its place.
CREATE OR REPLACE FUNCTION core.remedy_step_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    r    core.remedy;
    last core.remedy_step;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'remedy', NEW.remedy_id), 0));
    SELECT * INTO r FROM core.remedy AS x WHERE x.id = NEW.remedy_id AND x.tenant_id = NEW.tenant_id;
    SELECT * INTO last FROM core.remedy_step AS s WHERE s.remedy_id = r.id ORDER BY s.position DESC LIMIT 1;
    NEW.before := CASE
        WHEN r.id IS NULL THEN 'missing'
        -- Somebody else was first: the place is taken, and the key of the places says so.
        WHEN NEW.position <= coalesce(last.position, 0) THEN 'overtaken'
        WHEN NEW.position > coalesce(last.position, 0) + 1 THEN 'ahead'
        ELSE coalesce(last.state, 'open') END;
    NEW.state := core.remedy_cell(NEW.before, NEW.step);
    NEW.party := CASE NEW.step WHEN 'report' THEN 'owner' ELSE 'orderer' END;
    -- A return moves the day where it says so; nothing else does.
    NEW.due_on := CASE WHEN NEW.step = 'return' THEN core.working_day_from(coalesce(NEW.due_on, last.due_on, r.due_on))
        ELSE coalesce(last.due_on, r.due_on) END;
    -- In whosever stead he reported, and in whosever stead he closes (A66).
    NEW.is_own := NEW.step = 'close' AND (
        EXISTS (SELECT FROM core.post AS p WHERE p.id = last.recorded_by AND p.person_id = ANY (core.actor_persons()))
        OR EXISTS (SELECT FROM core.delegation AS d WHERE d.id = last.delegation_id AND d.delegate_id = ANY (core.actor_persons())));
    NEW.delegation_id := core.actor_delegation();
    RETURN NEW;
END
$$;

-- A file shows how something was put right, while the report that says so waits for who ordered it. As whoever adds it; who takes the next step at the
-- same moment takes turns with him.
CREATE OR REPLACE FUNCTION core.remedy_file_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    remedy uuid := (SELECT s.remedy_id FROM core.remedy_step AS s WHERE s.tenant_id = NEW.tenant_id AND s.id = NEW.remedy_step_id);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'remedy', remedy), 0));
    -- What is not in sight the row policies say.
    NEW.in_time := coalesce((
        SELECT s.id = NEW.remedy_step_id AND s.step = 'report' FROM core.remedy_step AS s WHERE s.remedy_id = remedy ORDER BY s.position DESC LIMIT 1), true);
    RETURN NEW;
END
$$;

-- Whether the acting post has a remedy before it: its owner and who stands above him, in the unit as a whole what does not fall on one alone. What
-- came with criticism, or with what the unit did itself, who answers for the unit.
CREATE OR REPLACE FUNCTION core.remedy_in_sight(tenant uuid, unit uuid, person uuid, origin text)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN coalesce(CASE
        WHEN core.actor_tenant() IS DISTINCT FROM tenant THEN false
        WHEN person = core.actor_person() THEN true
        WHEN core.actor_whole() = tenant THEN origin IN ('finding', 'note', 'urging') OR core.actor_answers_for_unit()
        ELSE person IS NULL AND core.difficulty_reached(tenant, unit)
    END, false);
END
$$;

-- Whether the acting officer reports for the owner of a remedy, or ordered it for his unit or as a member of a council. As whoever asks.
CREATE OR REPLACE FUNCTION core.remedy_acts(remedy uuid, party text)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    r core.remedy;
BEGIN
    SELECT * INTO r FROM core.remedy AS x WHERE x.id = remedy;
    RETURN coalesce(CASE
        WHEN party = 'owner' THEN r.tenant_id = core.actor_writes() AND core.actor_may('progress.report')
            AND CASE WHEN r.person_id IS NULL THEN core.difficulty_reached(r.tenant_id, r.unit_id) ELSE r.person_id = core.actor_person() END
        WHEN r.body = 'unit' THEN r.tenant_id = core.actor_writes() AND r.tenant_id = core.actor_whole() AND core.actor_may('review.answer')
        -- The member himself while the unit is his; then whoever it is assigned to after him.
        WHEN r.body = 'member' THEN core.is_assigned(r.council_id, r.followed_id, r.campaign_id) AND NOT EXISTS (
            SELECT FROM core.post AS p
                JOIN core.following AS f ON f.person_id = p.person_id AND f.person_id <> core.actor_person()
            WHERE p.id = r.recorded_by AND f.tenant_id = r.council_id AND f.followed_id = r.followed_id AND f.campaign_id = r.campaign_id
              AND f.valid_from <= core.today() AND (f.valid_to IS NULL OR f.valid_to >= core.today()))
    END, false);
END
$$;

-- Which body ordered it. As whoever asks: none where he does not see it.
CREATE OR REPLACE FUNCTION core.remedy_body(remedy uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$ SELECT r.body FROM core.remedy AS r WHERE r.id = remedy $$;

REVOKE ALL ON FUNCTION core.remedy_cell(text, text), core.working_day_from(date), core.unit_stands(uuid, uuid),
    core.handling_stands(uuid, uuid, uuid, uuid), core.is_assigned(uuid, uuid, uuid), core.follows(uuid, uuid, uuid), core.inspection_guard(), core.inspection_visit_guard(),
    core.finding_guard(), core.following_guard(), core.follow_note_guard(), core.remedy_guard(), core.remedy_step_guard(),
    core.remedy_file_guard(), core.remedy_in_sight(uuid, uuid, uuid, text), core.remedy_acts(uuid, text), core.remedy_body(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.remedy_cell(text, text), core.working_day_from(date), core.remedy_body(uuid)
    TO thidua_tenant, office, home_affairs, leadership, council;
GRANT EXECUTE ON FUNCTION core.unit_stands(uuid, uuid) TO thidua_tenant, home_affairs;
GRANT EXECUTE ON FUNCTION core.handling_stands(uuid, uuid, uuid, uuid), core.remedy_in_sight(uuid, uuid, uuid, text) TO thidua_tenant;
GRANT EXECUTE ON FUNCTION core.is_assigned(uuid, uuid, uuid), core.follows(uuid, uuid, uuid), core.remedy_acts(uuid, text)
    TO thidua_tenant, council, leadership;
-- Named by core.remedy_acts, whoever asks it.
GRANT EXECUTE ON FUNCTION core.difficulty_reached(uuid, uuid) TO council, leadership;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
    ordered  record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.remedy'::regclass AND tgname = 'guard') THEN
        FOREACH relation IN ARRAY ARRAY['inspection', 'inspection_visit', 'finding', 'following', 'follow_note', 'remedy', 'remedy_step']
        LOOP
            EXECUTE format('CREATE TRIGGER guard BEFORE INSERT ON core.%I FOR EACH ROW EXECUTE FUNCTION core.%I()', relation, relation || '_guard');
        END LOOP;
        FOREACH relation IN ARRAY ARRAY['inspection', 'inspection_visit', 'finding', 'follow_note', 'remedy', 'remedy_step']
        LOOP
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.award_stays()', relation);
        END LOOP;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.award_file'::regclass AND tgname = 'guard_remedy') THEN
        -- After the guard of all files: triggers go by their names.
        CREATE TRIGGER guard_remedy BEFORE INSERT ON core.award_file FOR EACH ROW WHEN (NEW.remedy_step_id IS NOT NULL)
            EXECUTE FUNCTION core.remedy_file_guard();
    END IF;
    FOREACH relation IN ARRAY ARRAY['inspection', 'inspection_visit', 'finding', 'following', 'follow_note', 'remedy', 'remedy_step']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO %s %s', relation, CASE relation WHEN 'inspection' THEN '' ELSE 'thidua_tenant,' END, province);
    END LOOP;

    -- The Office plans and records; the province reads; a unit what was recorded of itself.
    GRANT INSERT ON core.inspection, core.inspection_visit, core.finding TO office;
    FOREACH relation IN ARRAY ARRAY['inspection', 'inspection_visit', 'finding']
    LOOP
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
        EXECUTE format('CREATE POLICY kept_by_the_office ON core.%I FOR INSERT TO office
            WITH CHECK ((SELECT core.actor_may(''review.keep'')) AND %s
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))', relation,
            CASE relation WHEN 'inspection' THEN 'tenant_id = (SELECT core.actor_home())' ELSE 'core.tenant_is_open(tenant_id)' END);
    END LOOP;
    CREATE POLICY own_tenant ON core.inspection_visit FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()));
    CREATE POLICY own_tenant ON core.finding FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()));

    -- Who keeps a council says who follows whom. The province's is read by the province, a unit's inside it.
    FOREACH relation IN ARRAY ARRAY['following', 'follow_note']
    LOOP
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()))', relation);
        EXECUTE format('CREATE POLICY of_the_province ON core.%I FOR SELECT TO %s
            USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''province.read'')))', relation, province);
    END LOOP;
    GRANT INSERT, UPDATE (valid_to) ON core.following TO thidua_tenant, home_affairs;
    CREATE POLICY assigned ON core.following FOR INSERT TO thidua_tenant, home_affairs
        WITH CHECK (tenant_id = (SELECT core.council_kept()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id));
    CREATE POLICY ended ON core.following FOR UPDATE TO thidua_tenant, home_affairs
        USING (tenant_id = (SELECT core.council_kept())) WITH CHECK (tenant_id = (SELECT core.council_kept()));
    -- The unit that is followed reads what it is told. A note is the member's own, in nobody's stead.
    CREATE POLICY followed ON core.follow_note FOR SELECT TO thidua_tenant USING (core.difficulty_reached(followed_tenant_id, followed_unit_id));
    GRANT INSERT ON core.follow_note TO thidua_tenant, council, leadership;
    CREATE POLICY ones_own ON core.follow_note FOR INSERT TO thidua_tenant, council, leadership
        WITH CHECK (core.follows(tenant_id, followed_unit_id, campaign_id)
            AND EXISTS (SELECT FROM core.following AS f WHERE f.id = following_id AND f.person_id = (SELECT core.actor_person()))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));

    -- What has to be put right: of criticism that falls on a person the province reads no more than of the criticism.
    CREATE POLICY in_sight ON core.remedy FOR SELECT TO thidua_tenant USING (core.remedy_in_sight(tenant_id, unit_id, person_id, origin));
    EXECUTE format('CREATE POLICY province ON core.remedy FOR SELECT TO %s
        USING ((SELECT core.actor_may(''province.read'')) AND body <> ''unit'' AND (council_id IS NULL OR council_id = (SELECT core.province_tenant()))
            AND (origin <> ''criticism'' OR person_id IS NULL))', province);
    CREATE POLICY of_persons ON core.remedy FOR SELECT TO home_affairs, leadership, auditor
        USING ((SELECT core.actor_may('province.read')) AND origin = 'criticism');
    EXECUTE format('CREATE POLICY of_what_is_in_sight ON core.remedy_step FOR SELECT TO thidua_tenant, %s
        USING (EXISTS (SELECT FROM core.remedy AS r WHERE r.id = remedy_id))', province);

    -- For the worker that reminds (59_notices.sql).
    FOREACH relation IN ARRAY ARRAY['remedy', 'remedy_step']
    LOOP
        EXECUTE format('CREATE POLICY owner_reminds ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) AND (SELECT core.actor_is_system()))', relation);
    END LOOP;

    -- Ordered, closed and returned by the body that found it; reported by its owner. What a unit that has ended leaves is still closed or withdrawn.
    GRANT INSERT ON core.remedy, core.remedy_step TO thidua_tenant, office, home_affairs, leadership, council;
    FOR ordered IN SELECT * FROM (VALUES
        ('office', 'office', 'review.keep'), ('home_affairs', 'homeAffairs', 'award.appraise'), ('leadership', 'leadership', 'award.decide')
    ) AS o (role, body, action)
    LOOP
        EXECUTE format('CREATE POLICY %I ON core.remedy FOR INSERT TO %I
            WITH CHECK (body = %L AND (SELECT core.actor_may(%L)) AND core.tenant_is_open(tenant_id)
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))',
            'ordered_by_' || ordered.role, ordered.role, ordered.body, ordered.action);
        EXECUTE format('CREATE POLICY %I ON core.remedy_step FOR INSERT TO %I
            WITH CHECK (party = ''orderer'' AND core.remedy_body(remedy_id) = %L AND (SELECT core.actor_may(%L))
                AND (core.tenant_is_open(tenant_id) OR step IN (''close'', ''withdraw''))
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))',
            'taken_by_' || ordered.role, ordered.role, ordered.body, ordered.action);
    END LOOP;
    CREATE POLICY ordered ON core.remedy FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND CASE body WHEN 'unit' THEN tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('review.answer'))
                WHEN 'member' THEN core.follows(council_id, followed_id, campaign_id) ELSE false END);
    CREATE POLICY ordered_by_a_member ON core.remedy FOR INSERT TO council, leadership
        WITH CHECK (body = 'member' AND core.follows(council_id, followed_id, campaign_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY taken ON core.remedy_step FOR INSERT TO thidua_tenant
        WITH CHECK (core.remedy_acts(remedy_id, party)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY taken_by_a_member ON core.remedy_step FOR INSERT TO council, leadership
        WITH CHECK (party = 'orderer' AND core.remedy_body(remedy_id) = 'member' AND core.remedy_acts(remedy_id, party)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;
