-- Initiatives: whose step it is, what the guards find, who confirms, what is published. The cells stand in
-- Sources/Domain/Awards/Initiative+Life.swift too; a test holds the two against each other, cell by cell.

INSERT INTO core.initiative_condition (condition, words, required, verified, source) VALUES
    ('measuredEffect', 'hiệu quả đo được: giảm chi phí, rút ngắn thời gian hoặc tăng khối lượng, có số liệu', true, true, 'Kế hoạch 77/KH-UBND, mục IV.2.2.a'),
    ('outsideScope', 'phạm vi ảnh hưởng ngoài cơ quan, đơn vị', true, true, 'Kế hoạch 77/KH-UBND, mục IV.2.2.a'),
    ('confirmation', 'xác nhận của cơ quan, đơn vị khác về ảnh hưởng', true, false, 'Tạm áp dụng, chưa có quy định riêng'),
    ('example', 'là tấm gương tiêu biểu để tập thể, cá nhân khác noi theo, nêu rõ vì sao', true, true, 'Kế hoạch 77/KH-UBND, mục IV.2.2.a')
ON CONFLICT (condition) DO UPDATE
SET words = excluded.words, required = excluded.required, verified = excluded.verified, source = excluded.source
WHERE (initiative_condition.words, initiative_condition.required, initiative_condition.verified, initiative_condition.source)
    IS DISTINCT FROM (excluded.words, excluded.required, excluded.verified, excluded.source);

-- The state after a step; none: it is out of order. Fate: of the dossier by which a Bằng khen or a Giấy khen was asked for (open, ended, awarded).
CREATE OR REPLACE FUNCTION core.initiative_cell(state text, step text, fate text, published boolean)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step = 'return' AND state = 'registered' THEN 'returned'
        WHEN step = 'supplement' AND state = 'returned' THEN 'registered'
        WHEN step = 'withdraw' AND state IN ('registered', 'returned') THEN 'withdrawn'
        WHEN step IN ('letter', 'commend', 'propose', 'decline') AND (state = 'registered' OR state IN ('commended', 'proposed') AND fate = 'ended')
            THEN CASE step WHEN 'letter' THEN 'praised' WHEN 'commend' THEN 'commended' WHEN 'propose' THEN 'proposed' ELSE 'declined' END
        WHEN step = 'publish' AND NOT published AND (state = 'praised' OR state IN ('commended', 'proposed') AND fate = 'awarded') THEN state
    END
$$;

-- Where a dossier went, for the deed that it rests on.
CREATE OR REPLACE FUNCTION core.proposal_fate(dossier_state text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN dossier_state IN ('withdrawn', 'refused') THEN 'ended'
        WHEN dossier_state IN ('decided', 'issued', 'presented', 'corrected', 'replaced') THEN 'awarded'
        WHEN dossier_state IS NOT NULL THEN 'open'
    END
$$;

-- What was registered does not change; a new one has no step yet.
CREATE OR REPLACE FUNCTION core.initiative_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept constant text[] := '{state,steps,last_on,published_on,dossier_id}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
            RAISE EXCEPTION 'what was registered does not change' USING ERRCODE = 'TD422';
        END IF;
        RETURN NEW;
    END IF;
    NEW.state := 'registered';
    NEW.steps := 0;
    NEW.last_on := NEW.recorded_on;
    NEW.published_on := NULL;
    NEW.dossier_id := NULL;
    RETURN NEW;
END
$$;

-- Whoever takes a step of the same initiative at once takes turns here.
CREATE OR REPLACE FUNCTION core.initiative_step_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    i    record;
    fate text;
BEGIN
    SELECT * INTO i FROM core.initiative AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.initiative_id FOR UPDATE;
    fate := core.proposal_fate((SELECT d.state FROM core.award_dossier AS d WHERE d.tenant_id = i.tenant_id AND d.id = i.dossier_id));
    NEW.before := CASE
        -- No such initiative: the foreign key says so. Somebody else was first: the key of the places says so.
        WHEN i.id IS NULL OR NEW.position <= i.steps THEN 'overtaken'
        WHEN NEW.position > i.steps + 1 THEN 'ahead'
        ELSE i.state
    END;
    NEW.state := core.initiative_cell(NEW.before, NEW.step, fate, i.published_on IS NOT NULL);
    NEW.party := CASE
        WHEN NEW.step IN ('supplement', 'withdraw') THEN 'registrant'
        -- The Chairman's own letter (IV.2.2.a), recorded by Home Affairs.
        WHEN NEW.step = 'letter' AND core.actor_tenant() IS NULL THEN 'province'
        ELSE 'desk'
    END;
    NEW.not_before := i.last_on;
    NEW.wanting := '{}';
    NEW.proposes := false;
    -- Who registered it, who did it, and who holds a post where it was done never answer it (A66).
    NEW.is_own := NEW.step IN ('letter', 'commend', 'propose', 'decline') AND NEW.state IS NOT NULL AND (
        EXISTS (SELECT FROM core.post AS p WHERE p.id = i.recorded_by AND p.person_id = ANY (core.actor_persons()))
        OR coalesce(i.person_id = ANY (core.actor_persons()), false)
        OR (i.person_id IS NULL AND i.unit_id <> i.tenant_id AND i.unit_id = ANY (core.actor_seats())));
    NEW.delegation_id := core.actor_delegation();
    IF NEW.step = 'propose' AND NEW.state IS NOT NULL THEN
        NEW.wanting := ARRAY(
            SELECT c.condition
            FROM core.initiative_condition AS c
            WHERE c.required AND NOT CASE c.condition
                WHEN 'measuredEffect' THEN coalesce(i.cost_vnd, i.days, i.volume) IS NOT NULL
                WHEN 'outsideScope' THEN i.scope <> 'inUnit'
                WHEN 'example' THEN i.is_example
                ELSE EXISTS (
                    SELECT FROM core.initiative_confirmation AS k
                    WHERE k.tenant_id = i.tenant_id AND k.initiative_id = i.id AND k.answer = 'confirmed')
                END
            ORDER BY c.condition);
    END IF;
    IF NEW.step IN ('commend', 'propose') AND NEW.state IS NOT NULL THEN
        NEW.proposes := EXISTS (
            SELECT FROM core.award_dossier AS d
            WHERE d.tenant_id = i.tenant_id AND d.id = NEW.dossier_id AND d.state = 'drafted'
              AND d.track = CASE NEW.step WHEN 'commend' THEN 'ownAdHoc' ELSE 'provincialAdHoc' END
              AND d.campaign_id = i.campaign_id AND d.unit_id = i.unit_id AND d.person_id IS NOT DISTINCT FROM i.person_id);
    END IF;
    RETURN NEW;
END
$$;

-- What follows from a step that was let pass; a letter takes the next number of its register. The number that stands on it is given to one letter
-- of a body in a year: asked for behind the lock that taking a number of the register takes.
CREATE OR REPLACE FUNCTION core.initiative_step_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    UPDATE core.initiative AS x
    SET state = NEW.state,
        steps = NEW.position,
        last_on = NEW.happened_on,
        published_on = CASE WHEN NEW.step = 'publish' THEN NEW.happened_on ELSE x.published_on END,
        dossier_id = coalesce(NEW.dossier_id, x.dossier_id)
    WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.initiative_id AND x.steps = NEW.position - 1;
    IF NEW.step = 'letter' THEN
        INSERT INTO core.register_entry (tenant_id, kind, year, number, subject_id, recorded_on)
        VALUES (CASE WHEN NEW.party = 'province' THEN core.province_tenant() ELSE NEW.tenant_id END, 'praiseLetters',
            extract(year FROM NEW.happened_on), 0, NEW.id, core.today());
        IF EXISTS (
            SELECT
            FROM core.initiative_step AS s
            WHERE s.step = 'letter' AND s.id <> NEW.id AND s.party = NEW.party AND (NEW.party = 'province' OR s.tenant_id = NEW.tenant_id)
              AND extract(year FROM s.happened_on) = extract(year FROM NEW.happened_on)
              AND core.decision_key('TK', s.document_number) = core.decision_key('TK', NEW.document_number)) THEN
            RAISE EXCEPTION 'the number is another letter''s in that year' USING ERRCODE = '23505', CONSTRAINT = 'initiative_letter_numbered_once';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- Whose initiative it is and whether the asked unit is another; and when it answers, whether it answers for itself (A66).
CREATE OR REPLACE FUNCTION core.initiative_confirmation_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    answers constant text[] := '{answer,reason,document_number,answered_by,answered_on,is_own}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answer IS NOT NULL OR to_jsonb(NEW) - answers <> to_jsonb(OLD) - answers THEN
            RAISE EXCEPTION 'it is answered once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'confirmation_answered_once';
        END IF;
        NEW.is_own := coalesce(OLD.unit_id = ANY (core.actor_seats())
            OR (OLD.tenant_id <> OLD.asked_tenant_id AND OLD.tenant_id = ANY (core.actor_tenants())), false);
        RETURN NEW;
    END IF;
    NEW.answer := NULL;
    NEW.reason := '';
    NEW.document_number := '';
    NEW.answered_by := NULL;
    NEW.answered_on := NULL;
    NEW.is_own := false;
    NEW.state := NULL;
    SELECT x.state, x.unit_id, x.recorded_by INTO NEW.state, NEW.unit_id, NEW.registered_by
    FROM core.initiative AS x
    WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.initiative_id;
    -- In another tenant the unit as a whole answers: what stands under it is not known here.
    NEW.is_there := CASE WHEN NEW.asked_tenant_id = NEW.tenant_id
        THEN EXISTS (SELECT FROM core.sub_unit AS u WHERE u.tenant_id = NEW.tenant_id AND u.id = NEW.asked_unit_id AND u.closed_on IS NULL)
        ELSE NEW.asked_unit_id = NEW.asked_tenant_id AND core.tenant_is_open(NEW.asked_tenant_id) END;
    NEW.is_related := NEW.asked_tenant_id = NEW.tenant_id AND EXISTS (
        WITH RECURSIVE latest AS (
            SELECT DISTINCT ON (v.unit_id) v.unit_id, v.parent_id
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = NEW.tenant_id AND v.valid_from <= core.today()
            ORDER BY v.unit_id, v.valid_from DESC
        ), line AS (
            SELECT s.start AS start, s.start AS unit_id FROM unnest(ARRAY[NEW.unit_id, NEW.asked_unit_id]) AS s (start)
            UNION
            SELECT line.start, l.parent_id FROM line JOIN latest AS l ON l.unit_id = line.unit_id WHERE l.parent_id IS NOT NULL
        )
        SELECT FROM line
        WHERE line.start <> line.unit_id AND line.unit_id IN (NEW.unit_id, NEW.asked_unit_id) AND NEW.unit_id <> NEW.asked_unit_id);
    RETURN NEW;
END
$$;

-- What was published of what other units found, for every officer, the latest first.
CREATE OR REPLACE FUNCTION core.published_initiatives(last_on date, last_id uuid, most integer)
RETURNS TABLE (id uuid, title text, obstacle text, solution text, example text, unit_name text, published_on date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT i.id, i.title, i.obstacle, i.solution, i.example, t.full_name, i.published_on
    FROM core.initiative AS i
        JOIN core.tenant_on(core.today()) AS t ON t.id = i.tenant_id
    WHERE i.published_on IS NOT NULL
      AND (last_id IS NULL OR (i.published_on, i.id) < (last_on, last_id))
    ORDER BY i.published_on DESC, i.id DESC
    LIMIT most
$$;

REVOKE ALL ON FUNCTION core.initiative_cell(text, text, text, boolean), core.proposal_fate(text), core.initiative_guard(), core.initiative_step_guard(),
    core.initiative_step_follows(), core.initiative_confirmation_guard(), core.published_initiatives(date, uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.initiative_cell(text, text, text, boolean), core.proposal_fate(text) TO thidua_owner, thidua_tenant, home_affairs;
GRANT EXECUTE ON FUNCTION core.published_initiatives(date, uuid, integer) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    relation  text;
    rule      record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.initiative'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.initiative FOR EACH ROW EXECUTE FUNCTION core.initiative_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.initiative_step FOR EACH ROW EXECUTE FUNCTION core.initiative_step_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.initiative_step FOR EACH ROW EXECUTE FUNCTION core.initiative_step_follows();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.initiative_step FOR EACH ROW EXECUTE FUNCTION core.award_stays();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.initiative_confirmation FOR EACH ROW EXECUTE FUNCTION core.initiative_confirmation_guard();
    END IF;
    FOREACH relation IN ARRAY ARRAY['initiative_condition', 'initiative', 'initiative_step', 'initiative_confirmation']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
    END LOOP;

    EXECUTE format('GRANT SELECT ON core.initiative_condition TO %s', everybody);
    EXECUTE format('CREATE POLICY known_to_officers ON core.initiative_condition FOR SELECT TO %s USING ((SELECT core.actor_present()))', everybody);
    CREATE POLICY owner_reads ON core.initiative_condition FOR SELECT TO thidua_owner
        USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()));
    CREATE POLICY operator_loads ON core.initiative_condition FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.operator_works()));
    CREATE POLICY operator_closes ON core.initiative_condition FOR UPDATE TO thidua_owner
        USING ((SELECT core.operator_works())) WITH CHECK ((SELECT core.operator_works()));

    -- The province reads what units register; Home Affairs records the Chairman's letter, not to its own unit (A66).
    FOREACH relation IN ARRAY ARRAY['initiative', 'initiative_step', 'initiative_confirmation']
    LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
    END LOOP;
    GRANT INSERT ON core.initiative_step TO home_affairs;
    CREATE POLICY praised_by_the_chairman ON core.initiative_step FOR INSERT TO home_affairs
        WITH CHECK (party = 'province' AND (SELECT core.actor_may('award.appraise')) AND core.tenant_is_open(tenant_id)
            AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY owner_reads ON core.initiative FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
    CREATE POLICY owner_keeps ON core.initiative FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()));
    CREATE POLICY owner_publishes ON core.initiative FOR SELECT TO thidua_owner
        USING (published_on IS NOT NULL AND (SELECT core.actor_present()));
    -- Whether the number of a letter is another's (`core.initiative_step_follows`).
    CREATE POLICY owner_numbers ON core.initiative_step FOR SELECT TO thidua_owner
        USING (step = 'letter' AND (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over())));
    CREATE POLICY owner_reads ON core.initiative_confirmation FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
    -- What its unit is asked, the worker writes of as long as it is not answered (`core.award_notice_stands`).
    CREATE POLICY owner_reminds ON core.initiative_confirmation FOR SELECT TO thidua_owner
        USING (asked_tenant_id = (SELECT core.actor_home()) AND (SELECT core.actor_is_system()));

    -- The unit and the post that asked read what became of it; the asked unit what it is asked.
    GRANT SELECT, INSERT, UPDATE (answer, reason, document_number, answered_by, answered_on) ON core.initiative_confirmation TO thidua_tenant;
    CREATE POLICY of_who_asked ON core.initiative_confirmation FOR SELECT TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_whole()) OR registered_by = (SELECT core.actor_post()));
    CREATE POLICY of_the_asked ON core.initiative_confirmation FOR SELECT TO thidua_tenant
        USING (asked_unit_id = (SELECT core.actor_unit()) AND (SELECT core.actor_role_may('initiative.confirm')));
    CREATE POLICY asked ON core.initiative_confirmation FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('initiative.register'))
            AND ((SELECT core.actor_whole()) IS NOT NULL OR registered_by = (SELECT core.actor_post()))
            AND asked_by = (SELECT core.actor_post()) AND asked_on = (SELECT core.today()));
    CREATE POLICY answered ON core.initiative_confirmation FOR UPDATE TO thidua_tenant
        USING (asked_tenant_id = (SELECT core.actor_writes()) AND asked_unit_id = (SELECT core.actor_unit()) AND (SELECT core.actor_may('initiative.confirm')))
        WITH CHECK (answered_by = (SELECT core.actor_post()) AND answered_on = (SELECT core.today()));
END
$$;
