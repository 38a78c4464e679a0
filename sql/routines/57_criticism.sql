-- Criticism and reminders, own handling of late work, opinions asked, petitions and complaints: what the guards find, and who reads and writes.
-- The cells of a criticism's life stand in Sources/Domain/Awards/Criticism.swift too; a test holds the two against each other.

-- The state after a step; none: it is out of order.
CREATE OR REPLACE FUNCTION core.criticism_cell(state text, step text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN step = 'explain' AND state = 'proposed' THEN 'explained'
        WHEN step = 'put' AND state IN ('proposed', 'explained') THEN 'put'
        WHEN step = 'sign' AND state = 'put' THEN 'signed'
        WHEN step = 'decline' AND state = 'put' THEN 'notSigned'
    END
$$;

-- Late items among those that are named, as the ledger stands on a day: of a unit as a whole, or of a person.
CREATE OR REPLACE FUNCTION core.late_items(tenant uuid, campaign uuid, items uuid[], unit uuid, person uuid, day date)
RETURNS TABLE (id uuid, code text, title text, due_on date, done_on date, late_days integer)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT i.id, i.code, i.title, m.due_on, m.done_on, coalesce(m.done_on, day) - m.due_on
    FROM core.work_item AS i
        LEFT JOIN LATERAL (
            SELECT min(r.evidence_on) AS accepted_on
            FROM core.ruling AS r
            WHERE r.tenant_id = i.tenant_id AND r.item_id = i.id AND r.kind IN ('accepted', 'leadAccepted') AND r.voided_by IS NULL
              AND r.evidence_on <= day
        ) AS a ON true
        -- A target by the figures that a review judges, as in lists.
        LEFT JOIN LATERAL (
            SELECT (array_agg(p.actual ORDER BY p.evidence_on DESC, p.recorded_at DESC, p.id DESC))[1] AS actual,
                max(p.actual) FILTER (WHERE j.kind = 'accepted') AS accepted,
                array_agg(p.evidence_on ORDER BY p.evidence_on, p.recorded_at, p.id) AS days,
                array_agg(p.actual ORDER BY p.evidence_on, p.recorded_at, p.id) AS figures
            FROM core.progress AS p
                JOIN core.ruling AS j ON j.tenant_id = p.tenant_id AND j.report_id = p.id AND j.kind IN ('confirmed', 'accepted')
                    AND j.voided_by IS NULL
            WHERE i.target IS NOT NULL AND p.tenant_id = i.tenant_id AND p.item_id = i.id AND p.actual IS NOT NULL AND p.evidence_on <= day
        ) AS f ON true
        CROSS JOIN LATERAL (
            SELECT core.done_on(i.direction, i.target, a.accepted_on, f.accepted, f.actual, f.days, f.figures) AS done_on
        ) AS d
        -- Its own date that it missed; of a periodic item that has not the first of its deadlines that it missed (A16).
        CROSS JOIN LATERAL (
            SELECT w.due_on, w.done_on
            FROM (
                SELECT 1 AS turn, i.due_on, d.done_on
                UNION ALL
                SELECT 2, e.due_on, min(x.evidence_on) FILTER (WHERE j.id IS NOT NULL)
                FROM core.occurrence AS e
                    LEFT JOIN core.progress AS x ON x.tenant_id = e.tenant_id AND x.item_id = e.item_id AND x.occurrence_due_on = e.due_on
                        AND x.occurrence_due_on IS NOT NULL AND x.evidence_on <= day
                    LEFT JOIN core.ruling AS j ON j.tenant_id = x.tenant_id AND j.report_id = x.id AND j.kind = 'confirmed'
                WHERE e.tenant_id = i.tenant_id AND e.item_id = i.id
                GROUP BY e.due_on
            ) AS w
            WHERE coalesce(w.done_on, day) > w.due_on
            ORDER BY w.turn, w.due_on
            LIMIT 1
        ) AS m
    WHERE i.tenant_id = late_items.tenant
      AND i.id = ANY (late_items.items)
      AND (campaign IS NULL OR i.campaign_id = campaign)
      AND i.role = 'lead'
      AND CASE WHEN person IS NULL THEN i.unit_id = unit ELSE i.assignee_id = person END
      AND NOT EXISTS (
            SELECT FROM core.ruling AS c
            WHERE c.tenant_id = i.tenant_id AND c.item_id = i.id AND c.kind IN ('exempted', 'replaced', 'cancelled', 'transferred')
              AND c.decided_on <= day)
$$;

CREATE OR REPLACE FUNCTION core.criticism_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.items := ARRAY(SELECT DISTINCT i FROM unnest(NEW.items) AS i ORDER BY i);
    IF NEW.person_id IS NOT NULL THEN
        NEW.unit_id := coalesce((SELECT i.unit_id FROM core.work_item AS i WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.items[1]), NEW.tenant_id);
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_object('item', l.id, 'code', l.code, 'title', l.title, 'dueOn', l.due_on, 'doneOn', l.done_on,
            'lateDays', l.late_days) ORDER BY l.due_on, l.code), '[]'),
        coalesce(max(l.late_days), 0)
    INTO NEW.facts, NEW.overdue_days
    FROM core.late_items(NEW.tenant_id, NEW.campaign_id, NEW.items, NEW.unit_id, NEW.person_id, core.today()) AS l;
    NEW.late_in_month := coalesce((
        SELECT max(m.late)
        FROM (SELECT count(*) AS late FROM jsonb_array_elements(NEW.facts) AS f (fact) GROUP BY left(fact ->> 'dueOn', 7)) AS m), 0);
    NEW.crit_days := coalesce(core.campaign_parameter(NEW.campaign_id, 'critDays')::integer, 30);
    NEW.crit_late_items := coalesce(core.campaign_parameter(NEW.campaign_id, 'critLateItems')::integer, 3);
    NEW.explanation_days := coalesce(core.campaign_parameter(NEW.campaign_id, 'explanationDays')::integer, 5);
    NEW.explain_by := core.working_day_after(core.today(), NEW.explanation_days);
    -- Nobody proposes what falls on himself or his own unit (A66).
    NEW.of_oneself := coalesce(NEW.tenant_id = ANY (core.actor_tenants()), false) OR coalesce(NEW.person_id = ANY (core.actor_persons()), false);
    RETURN NEW;
END
$$;

-- Where it stands is read before the row is written: who takes the same step at once is second by its place.
CREATE OR REPLACE FUNCTION core.criticism_step_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    c    core.criticism;
    last core.criticism_step;
BEGIN
    SELECT * INTO c FROM core.criticism AS x WHERE x.id = NEW.criticism_id AND x.tenant_id = NEW.tenant_id;
    SELECT * INTO last FROM core.criticism_step AS s WHERE s.criticism_id = c.id AND s.tenant_id = c.tenant_id ORDER BY s.position DESC LIMIT 1;
    NEW.before := CASE
        WHEN c.id IS NULL THEN 'missing'
        -- Somebody else was first: the place is taken, and the key of the places says so.
        WHEN NEW.position <= coalesce(last.position, 0) THEN 'overtaken'
        WHEN NEW.position > coalesce(last.position, 0) + 1 THEN 'ahead'
        ELSE coalesce(last.state, 'proposed') END;
    NEW.state := core.criticism_cell(NEW.before, NEW.step);
    NEW.explain_by := c.explain_by;
    NEW.not_before := coalesce(last.recorded_on, c.proposed_on);
    NEW.of_oneself := coalesce(c.person_id = ANY (core.actor_persons()), false)
        OR EXISTS (SELECT FROM core.post AS p WHERE p.id = c.proposed_by AND p.person_id = ANY (core.actor_persons()));
    NEW.ones_own := coalesce(CASE WHEN c.person_id IS NOT NULL THEN c.person_id = core.actor_person()
        ELSE c.unit_id <> c.tenant_id AND c.unit_id = core.actor_unit() AND (core.actor())[10] = 'subtree' AND core.actor_may('motto.assess') END, false);
    NEW.delegation_id := core.actor_delegation();
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.handling_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.late := EXISTS (
        SELECT
        FROM core.late_items(NEW.tenant_id, NULL, ARRAY[NEW.item_id], NEW.unit_id, NEW.person_id, NEW.document_on))
        -- No such item: the foreign key says so.
        OR NOT EXISTS (SELECT FROM core.work_item AS i WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.item_id AND i.unit_id = NEW.unit_id);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.dossier_opinion_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept constant text[] := '{answered_on,answer,answer_number,agrees}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answered_on IS NOT NULL OR to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
            RAISE EXCEPTION 'an opinion is answered once' USING ERRCODE = '23514', CONSTRAINT = 'opinion_answered_once';
        END IF;
        RETURN NEW;
    END IF;
    NEW.answered_on := NULL;
    NEW.answer := NULL;
    NEW.answer_number := NULL;
    NEW.agrees := NULL;
    NEW.state := NULL;
    NEW.giver_id := NULL;
    SELECT d.state, d.giver_id INTO NEW.state, NEW.giver_id
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id;
    RETURN NEW;
END
$$;

-- Who answers in a closed unit's stead for what it gave by its own authority: the one open unit that came of it, however many mergers on. None: it is
-- open, nothing came of it or several units did, and then Home Affairs answers. Its own people may not: their unit writes no more (core.actor_writes).
CREATE OR REPLACE FUNCTION core.heir_of(tenant uuid)
RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH RECURSIVE line AS (
        SELECT tenant AS id
        UNION
        SELECT s.successor_id
        FROM line
            JOIN core.tenant_succession AS s ON s.predecessor_id = line.id
        WHERE s.effective_on <= core.today() AND NOT core.tenant_is_open(line.id)
    )
    SELECT CASE WHEN count(*) = 1 THEN (array_agg(line.id))[1] END
    FROM line
    WHERE line.id <> tenant AND core.tenant_is_open(line.id)
$$;

-- The closed units in whose stead the acting post answers: who keeps the awards of their heir, and of those without one Home Affairs.
CREATE OR REPLACE FUNCTION core.tenants_in_stead()
RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    whole uuid := core.actor_whole();
BEGIN
    IF whole IS NOT NULL AND core.actor_may('award.keep') THEN
        RETURN ARRAY(SELECT t.id FROM core.tenant AS t WHERE t.closed_on < core.today() AND core.heir_of(t.id) = whole);
    ELSIF whole IS NULL AND core.owner_looks_over() AND core.actor_may('award.appraise') THEN
        RETURN ARRAY(SELECT t.id FROM core.tenant AS t WHERE t.closed_on < core.today() AND core.heir_of(t.id) IS NULL);
    END IF;
    RETURN '{}';
END
$$;

-- Within how many days what is held against a result is answered, and who says so. A complaint: days of the calendar, from the day on which it
-- was taken up; a term that ends on a day off ends with the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). A petition has no term in
-- law: a local rule.
CREATE OR REPLACE FUNCTION core.petition_term(kind text)
RETURNS TABLE (days integer, working boolean, source text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT v.days, v.working, v.source
    FROM (VALUES
        ('complaint', 30, false, 'Luật Khiếu nại 2011, Điều 28; ngày cuối là ngày nghỉ thì tính đến hết ngày làm việc tiếp theo '
            '(Bộ luật Dân sự 2015, Điều 148 khoản 5; chưa đối chiếu bản gốc)'),
        ('petition', 10, true, 'Quy định của địa phương (chưa có văn bản)')
    ) AS v (kind, days, working, source)
    WHERE v.kind = petition_term.kind
$$;

CREATE OR REPLACE FUNCTION core.petition_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept constant text[] := '{answered_on,outcome,answer,answer_number,ones_own}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.answered_on IS NOT NULL OR to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
            RAISE EXCEPTION 'a petition is answered once' USING ERRCODE = '23514', CONSTRAINT = 'petition_answered_once';
        END IF;
        -- Nobody answers what he asks for himself (A66).
        NEW.ones_own := coalesce(OLD.person_id = ANY (core.actor_persons()), false);
        RETURN NEW;
    END IF;
    NEW.answered_on := NULL;
    NEW.outcome := NULL;
    NEW.answer := NULL;
    NEW.answer_number := NULL;
    NEW.ones_own := false;
    NEW.dossier_known := EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id
        AND (NEW.person_id IS NULL OR d.person_id = NEW.person_id) AND (NEW.unit_id IS NULL OR d.unit_id = NEW.unit_id));
    -- Who gave what it is about, answers.
    IF NEW.dossier_id IS NOT NULL THEN
        NEW.giver_id := (SELECT d.giver_id FROM core.award_dossier AS d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id);
    END IF;
    NEW.giver_known := NEW.giver_id IS NULL OR EXISTS (
        SELECT FROM core.own_giver AS g WHERE g.tenant_id = NEW.tenant_id AND g.unit_id = NEW.giver_id);
    SELECT t.days, t.working, t.source INTO NEW.term_days, NEW.term_working, NEW.term_source FROM core.petition_term(NEW.kind) AS t;
    NEW.term_days := coalesce(NEW.term_days, 0);
    NEW.term_working := coalesce(NEW.term_working, false);
    NEW.term_source := coalesce(NEW.term_source, '');
    -- Of days of the calendar: the last of them, or the first working day behind it.
    NEW.due_on := CASE WHEN NEW.term_working THEN core.working_day_after(core.today(), NEW.term_days)
        ELSE core.working_day_after(core.today() + NEW.term_days - 1, 1) END;
    RETURN NEW;
END
$$;

DROP FUNCTION IF EXISTS core.criticised(uuid, uuid, uuid), core.criticism_papers(uuid, uuid[]), core.signed_criticisms(uuid, text, uuid[]);

-- The signed papers by which units were criticised in the period of a review (A54): from the plan's first day to the last of the phase that the
-- review closes, so that the final one looks at the whole year (A40). A reminder is none, nor what was not signed.
CREATE OR REPLACE FUNCTION core.signed_criticisms(campaign uuid, review text, units uuid[])
RETURNS TABLE (tenant_id uuid, unit_id uuid, number text, signed_on date, recorded_on date, recorded_at timestamptz)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT c.tenant_id, c.unit_id, s.document_number, s.document_on, s.recorded_on, s.recorded_at
    FROM core.criticism AS c
        JOIN core.criticism_step AS s ON s.criticism_id = c.id AND s.step = 'sign'
        JOIN core.campaign AS p ON p.id = c.campaign_id
    WHERE c.campaign_id = signed_criticisms.campaign AND c.unit_id = ANY (signed_criticisms.units)
      AND c.person_id IS NULL AND c.kind = 'criticism'
      AND s.document_on BETWEEN p.first_day AND coalesce((
            SELECT max((phase.value ->> 'to')::date)
            FROM jsonb_array_elements(p.document -> 'phases') AS phase (value)
            WHERE phase.value ->> 'review' = signed_criticisms.review), p.last_day)
$$;

-- Whether a unit was: what its council has to see.
CREATE OR REPLACE FUNCTION core.criticised(tenant uuid, campaign uuid, review text, unit uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT EXISTS (SELECT FROM core.signed_criticisms(campaign, review, ARRAY[unit]) AS s WHERE s.tenant_id = tenant) $$;

-- Which units were criticised in the period after their council had concluded on the motto: that is open again until the council decides (A54). Told
-- to who sees the conclusions, of which the three arrays tell unit by unit; of the papers it says nothing.
DROP FUNCTION IF EXISTS core.motto_reopened(uuid, uuid, text, uuid, timestamptz, date);
CREATE OR REPLACE FUNCTION core.mottos_reopened(
    campaign uuid, review text, tenants uuid[], units uuid[], concluded_at timestamptz[], known_on date)
RETURNS TABLE (unit_id uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT DISTINCT u.unit_id
    FROM unnest(mottos_reopened.tenants, mottos_reopened.units, mottos_reopened.concluded_at) AS u (tenant_id, unit_id, concluded_at)
        JOIN core.signed_criticisms(mottos_reopened.campaign, mottos_reopened.review, mottos_reopened.units) AS s
            ON s.tenant_id = u.tenant_id AND s.unit_id = u.unit_id AND s.recorded_at > u.concluded_at
    WHERE (u.tenant_id = core.actor_tenant() OR core.actor_may('province.read'))
      AND (mottos_reopened.known_on IS NULL OR s.recorded_on <= mottos_reopened.known_on)
$$;

-- The papers, for who looks over the province, answers for the unit or decides on its motto: what a council has before it when it decides on the motto.
CREATE OR REPLACE FUNCTION core.criticism_papers(campaign uuid, review text, units uuid[])
RETURNS TABLE (unit_id uuid, number text, signed_on date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT s.unit_id, s.number, s.signed_on
    FROM core.signed_criticisms(campaign, review, units) AS s
    WHERE (s.tenant_id = core.actor_whole() AND (core.actor_answers_for_unit() OR core.actor_may('motto.decide')))
       OR core.actor_may('province.read')
    ORDER BY s.signed_on, s.number
$$;

-- What the motto counts of it (A53): a line for each unit of which the acting officer may know it, with its papers by a day as known on a day
-- (none: whatever the day). No line: he may not, as the policies below have it, or he decides in the unit's own council and has it before him.
CREATE OR REPLACE FUNCTION core.criticisms_counted(
    campaign uuid, review text, tenants uuid[], units uuid[], as_of date, known_on date)
RETURNS TABLE (unit_id uuid, numbers text[], signed_on date[])
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT u.unit_id, coalesce(array_agg(s.number ORDER BY s.signed_on, s.number) FILTER (WHERE s.number IS NOT NULL), '{}'),
        coalesce(array_agg(s.signed_on ORDER BY s.signed_on, s.number) FILTER (WHERE s.number IS NOT NULL), '{}')
    FROM unnest(criticisms_counted.tenants, criticisms_counted.units) AS u (tenant_id, unit_id)
        LEFT JOIN core.signed_criticisms(criticisms_counted.campaign, criticisms_counted.review, criticisms_counted.units) AS s
            ON s.tenant_id = u.tenant_id AND s.unit_id = u.unit_id
                AND (criticisms_counted.as_of IS NULL OR s.signed_on <= criticisms_counted.as_of)
                AND (criticisms_counted.known_on IS NULL OR s.recorded_on <= criticisms_counted.known_on)
    WHERE core.actor_may('province.read')
       OR (u.tenant_id = core.actor_whole() AND (core.actor_answers_for_unit() OR core.actor_may('motto.decide')))
       OR (u.tenant_id = core.actor_tenant() AND u.unit_id = core.actor_unit() AND (core.actor())[10] = 'subtree')
    GROUP BY u.unit_id
$$;

-- What units did about late work, by kind: how often and nothing else, for who looks over the province.
CREATE OR REPLACE FUNCTION core.handling_counts()
RETURNS TABLE (tenant_id uuid, kind text, times integer, last_on date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT h.tenant_id, h.kind, count(*)::integer, max(h.document_on)
    FROM core.handling AS h
    WHERE core.actor_may('province.read')
    GROUP BY h.tenant_id, h.kind
$$;

-- How many petitions and complaints about a dossier wait for their answer: whoever reads the dossier is told that, and not what they say.
CREATE OR REPLACE FUNCTION core.dossier_petitions(tenant uuid, dossier uuid)
RETURNS integer
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT count(*)::integer
    FROM core.petition AS x
    WHERE x.tenant_id = dossier_petitions.tenant AND x.dossier_id = dossier_petitions.dossier AND x.answered_on IS NULL
$$;

REVOKE ALL ON FUNCTION core.criticism_cell(text, text), core.late_items(uuid, uuid, uuid[], uuid, uuid, date), core.criticism_guard(),
    core.criticism_step_guard(), core.handling_guard(), core.dossier_opinion_guard(), core.petition_term(text),
    core.petition_guard(), core.heir_of(uuid), core.tenants_in_stead(), core.signed_criticisms(uuid, text, uuid[]), core.criticised(uuid, uuid, text, uuid), core.handling_counts(),
    core.dossier_petitions(uuid, uuid), core.criticism_papers(uuid, text, uuid[]),
    core.mottos_reopened(uuid, text, uuid[], uuid[], timestamptz[], date) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.criticisms_counted(uuid, text, uuid[], uuid[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.criticisms_counted(uuid, text, uuid[], uuid[], date, date)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.criticism_papers(uuid, text, uuid[]), core.mottos_reopened(uuid, text, uuid[], uuid[], timestamptz[], date)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.dossier_petitions(uuid, uuid) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.tenants_in_stead(), core.heir_of(uuid) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.handling_counts() TO office, home_affairs, leadership, council, auditor;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    keepers  constant text := 'home_affairs, leadership, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.criticism'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.criticism FOR EACH ROW EXECUTE FUNCTION core.criticism_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.criticism_step FOR EACH ROW EXECUTE FUNCTION core.criticism_step_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.handling FOR EACH ROW EXECUTE FUNCTION core.handling_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.dossier_opinion FOR EACH ROW EXECUTE FUNCTION core.dossier_opinion_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.petition FOR EACH ROW EXECUTE FUNCTION core.petition_guard();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.criticism FOR EACH ROW EXECUTE FUNCTION core.award_stays();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.criticism_step FOR EACH ROW EXECUTE FUNCTION core.award_stays();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.handling FOR EACH ROW EXECUTE FUNCTION core.award_stays();
    END IF;
    FOREACH relation IN ARRAY ARRAY['criticism', 'criticism_step', 'handling', 'dossier_opinion', 'petition']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;

    -- Not public: who answers for the unit or proposes for it, the one concerned, who proposes, who signs and who inspects.
    EXECUTE format('GRANT SELECT ON core.criticism, core.criticism_step, core.petition TO thidua_tenant, %s', keepers);
    FOREACH relation IN ARRAY ARRAY['criticism', 'petition']
    LOOP
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant
            USING (tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_answers_for_unit()))', relation);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING (%s(SELECT core.actor_may(''province.read'')))', relation, keepers,
            CASE relation WHEN 'petition' THEN 'giver_id IS NULL AND ' ELSE '' END);
    END LOOP;
    -- A person what falls on him; who sees a part of the unit what falls on the collective in which he sits.
    CREATE POLICY ones_own ON core.criticism FOR SELECT TO thidua_tenant
        USING (CASE WHEN person_id IS NULL THEN unit_id = (SELECT core.actor_unit()) AND (SELECT (core.actor())[10]) = 'subtree'
            ELSE person_id = (SELECT core.actor_person()) END);
    EXECUTE format('CREATE POLICY of_what_is_in_sight ON core.criticism_step FOR SELECT TO thidua_tenant, %s
        USING (EXISTS (SELECT FROM core.criticism AS c WHERE c.id = criticism_id))', keepers);
    CREATE POLICY ones_own ON core.petition FOR SELECT TO thidua_tenant USING (person_id = (SELECT core.actor_person()));
    -- A sub-unit what it filed, and what is filed about what it gave; the unit above sees both.
    CREATE POLICY of_the_part ON core.petition FOR SELECT TO thidua_tenant
        USING ((SELECT core.actor_unit()) IN (unit_id, giver_id) AND (SELECT core.actor_answers_for_unit()));

    GRANT INSERT ON core.criticism TO home_affairs;
    CREATE POLICY proposed_by_home_affairs ON core.criticism FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND core.tenant_is_open(tenant_id)
            AND proposed_by = (SELECT core.actor_post()) AND proposed_on = (SELECT core.today()));
    GRANT INSERT ON core.criticism_step TO thidua_tenant, home_affairs, leadership;
    -- A unit explains itself, and records what one of its people or sub-units signed; or he does it himself, in his own post.
    CREATE POLICY explained ON core.criticism_step FOR INSERT TO thidua_tenant
        WITH CHECK (step = 'explain' AND tenant_id = (SELECT core.actor_writes())
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND CASE WHEN ones_own THEN (SELECT core.actor_delegation()) IS NULL
                ELSE tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('review.answer')) END);
    CREATE POLICY put_by_home_affairs ON core.criticism_step FOR INSERT TO home_affairs
        WITH CHECK (step = 'put' AND (SELECT core.actor_may('award.appraise')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY signed_by_the_leadership ON core.criticism_step FOR INSERT TO leadership
        WITH CHECK (step IN ('sign', 'decline') AND (SELECT core.actor_may('award.decide')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));

    -- Asked by who appraises, read where it is given, and not by who proposes: of the province's awards by the province, of a unit's own by the unit as
    -- a whole, or by the commune or sub-unit that gives.
    EXECUTE format('GRANT SELECT ON core.dossier_opinion TO thidua_tenant, %s', province);
    EXECUTE format('CREATE POLICY province ON core.dossier_opinion FOR SELECT TO %s
        USING (giver_id IS NULL AND (SELECT core.actor_may(''province.read'')))', province);
    CREATE POLICY own_in_sight ON core.dossier_opinion FOR SELECT TO thidua_tenant
        USING (giver_id IS NOT NULL AND (tenant_id = (SELECT core.actor_whole())
            OR giver_id = (SELECT core.actor_unit()) AND (SELECT (core.actor())[10]) = 'subtree'));
    GRANT INSERT, UPDATE (answered_on, answer, answer_number, agrees) ON core.dossier_opinion TO thidua_tenant, home_affairs;
    -- Without a state there is no such dossier in sight.
    CREATE POLICY asked_by_home_affairs ON core.dossier_opinion FOR INSERT TO home_affairs
        WITH CHECK (giver_id IS NULL AND state IS NOT NULL AND (SELECT core.actor_may('award.appraise')) AND recorded_by = (SELECT core.actor_post())
            AND recorded_on = (SELECT core.today()));

    -- The unit on what the province gives; a sub-unit on what the unit, or another part of it, gives; a person for himself on either.
    GRANT INSERT ON core.petition TO thidua_tenant;
    CREATE POLICY filed ON core.petition FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND CASE WHEN person_id IS NOT NULL THEN
                    unit_id IS NULL AND person_id = (SELECT core.actor_person()) AND (SELECT core.actor_delegation()) IS NULL
                WHEN unit_id IS NULL THEN
                    giver_id IS NULL AND tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('award.propose'))
                ELSE giver_id IS NOT NULL AND unit_id = (SELECT core.actor_unit()) AND (SELECT (core.actor())[10]) = 'subtree'
                    AND (SELECT core.actor_may('award.propose')) END);
    GRANT UPDATE (answered_on, outcome, answer, answer_number) ON core.petition TO thidua_tenant, home_affairs;

    -- Answers are recorded where it is given (57_own_awards.sql: by who gives by his own authority); of what a closed unit gave, by its heir or by Home
    -- Affairs.
    FOREACH relation IN ARRAY ARRAY['dossier_opinion', 'petition']
    LOOP
        EXECUTE format('CREATE POLICY answered_through_home_affairs ON core.%I FOR UPDATE TO home_affairs
            USING (giver_id IS NULL AND (SELECT core.actor_may(''award.appraise''))) WITH CHECK (answered_on <= (SELECT core.today()))', relation);
        EXECUTE format('CREATE POLICY in_stead ON core.%I FOR SELECT TO thidua_tenant, home_affairs
            USING (CASE WHEN giver_id IS NOT NULL THEN tenant_id END = ANY ((SELECT core.tenants_in_stead())::uuid[]))', relation);
        EXECUTE format('CREATE POLICY answered_in_stead ON core.%I FOR UPDATE TO thidua_tenant, home_affairs
            USING (CASE WHEN giver_id IS NOT NULL THEN tenant_id END = ANY ((SELECT core.tenants_in_stead())::uuid[]))
            WITH CHECK (answered_on <= (SELECT core.today()))', relation);
    END LOOP;
END
$$;
