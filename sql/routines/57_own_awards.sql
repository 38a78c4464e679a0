-- Own authority: whose step a dossier of a unit's own is, its rules as they are taken, rounds and slots (issue 5, track 2). The life of a dossier is
-- that of 57_awards.sql; its councils are those of 57_councils.sql.

-- For whom the acting post takes steps with what a unit gives. The unit itself: its secretary keeps its awards, its head signs, its sub-units propose.
-- A commune or sub-unit that gives: its officer keeps, its head signs, nobody above it does (Luật 2022 Đ.80).
CREATE OR REPLACE FUNCTION core.own_parties(giver uuid, within boolean)
RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$
DECLARE
    a      text[] := core.actor();
    keeper constant text[] := ARRAY['proposer', 'appraiser', 'unitCouncil', 'clerk'];
BEGIN
    IF a IS NULL OR a[9] IS DISTINCT FROM a[7] OR giver IS NULL THEN
        RETURN '{}';
    END IF;
    IF giver = core.actor_whole() OR (giver = a[8]::uuid AND a[10] = 'subtree') THEN
        RETURN CASE WHEN core.actor_may('award.keep') THEN keeper WHEN core.actor_may('award.propose') THEN ARRAY['proposer'] ELSE '{}' END
            || CASE WHEN core.actor_may('award.give') THEN ARRAY['signer'] ELSE '{}' END;
    ELSIF giver = a[7]::uuid AND a[10] = 'subtree' AND within AND core.actor_may('award.propose') THEN
        RETURN ARRAY['proposer'];
    END IF;
    RETURN '{}';
END
$$;

-- The rules of a unit that serve what is opened on a day: of those in force that the head had confirmed by then, those that began last. Rules that
-- were recorded later serve nothing that was opened before, from whatever day they are in force.
CREATE OR REPLACE FUNCTION core.own_rules_on(tenant uuid, day date)
RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT r.id
    FROM core.own_rules AS r
    WHERE r.tenant_id = tenant AND r.valid_from <= day AND (r.valid_to IS NULL OR r.valid_to >= day) AND r.confirmed_on <= day
    ORDER BY r.valid_from DESC, r.id DESC
    LIMIT 1
$$;

-- What a unit, or one of its sub-units, gives by the law, and whether it has legal personality on a day; no row: there is no such unit.
CREATE OR REPLACE FUNCTION core.giver_form(tenant uuid, unit uuid, day date)
RETURNS TABLE (form text, legal_personality boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT CASE
            WHEN v.kind IN ('xa', 'phuong', 'thi_tran') THEN 'communeCommendation'
            WHEN unit = tenant AND t.kind = 'district' THEN 'districtCommendation'
            ELSE 'departmentCommendation' END, v.legal_personality
    FROM core.sub_unit_version AS v
        JOIN core.sub_unit AS u ON u.tenant_id = v.tenant_id AND u.id = v.unit_id
        JOIN core.tenant AS t ON t.id = v.tenant_id
    WHERE v.tenant_id = tenant AND v.unit_id = unit AND v.valid_from <= day AND (u.closed_on IS NULL OR u.closed_on >= day)
    ORDER BY v.valid_from DESC
    LIMIT 1
$$;

-- A sub-unit and all below it on a day.
CREATE OR REPLACE FUNCTION core.units_below(tenant uuid, unit uuid, day date)
RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH RECURSIVE latest AS (
        SELECT DISTINCT ON (v.unit_id) v.unit_id, v.parent_id
        FROM core.sub_unit_version AS v
        WHERE v.tenant_id = tenant AND v.valid_from <= day
        ORDER BY v.unit_id, v.valid_from DESC
    ), tree AS (
        SELECT unit AS unit_id
        UNION
        SELECT l.unit_id FROM latest AS l JOIN tree ON l.parent_id = tree.unit_id
    )
    SELECT array_agg(t.unit_id) FROM tree AS t
$$;

-- Takes the rules of the acting unit as its decision has them, all or none; by who keeps its awards. `givers`: unit, signer, budget, collectives,
-- individuals, eachUnit; `councils`: as the columns of own_council_rule. 42501: not his; else the constraint that was broken.
CREATE OR REPLACE FUNCTION core.take_own_rules(rules uuid, number text, dated date, begins date, ends date, criteria jsonb, givers jsonb, councils jsonb)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place uuid := core.actor_writes();
BEGIN
    IF place IS NULL OR core.actor_whole() IS DISTINCT FROM place OR NOT core.actor_may('award.keep') THEN
        RAISE EXCEPTION 'no rules are kept' USING ERRCODE = '42501';
    END IF;
    INSERT INTO core.own_rules (tenant_id, id, document_number, document_on, valid_from, valid_to, criteria, recorded_by, recorded_on)
    VALUES (place, rules, number, dated, begins, ends, criteria, core.actor_post(), core.today());
    INSERT INTO core.own_giver (tenant_id, rules_id, unit_id, signer, budget, collectives, individuals, each_unit, form, legal_personality)
    SELECT place, rules, g.unit, g.signer, g.budget, g.collectives, g.individuals, g."eachUnit", f.form, coalesce(f.legal_personality, true)
    FROM jsonb_to_recordset(givers) AS g (unit uuid, signer text, budget text, collectives integer, individuals integer, "eachUnit" boolean)
        LEFT JOIN LATERAL core.giver_form(place, g.unit, core.today()) AS f ON true;
    INSERT INTO core.own_council_rule (tenant_id, rules_id, form, subject, method, quorum_part, quorum_of, share_part, share_of, base, chair_must_agree,
        absent_may_write, tie, recused_leave_base, source)
    SELECT place, rules, c.form, c.subject, c.method, c.quorum_part, c.quorum_of, c.share_part, c.share_of, c.base, c.chair_must_agree,
        c.absent_may_write, c.tie, c.recused_leave_base, c.source
    FROM jsonb_to_recordset(councils) AS c (form text, subject text, method text, quorum_part integer, quorum_of integer, share_part integer,
        share_of integer, base text, chair_must_agree boolean, absent_may_write boolean, tie text, recused_leave_base boolean, source text);
END
$$;

-- The head of the unit confirms that rules are those of its decision: once, by a paper, and not what he took himself (A66). Before that they serve
-- nothing. 42501: not his; 22023: there are no such rules.
CREATE OR REPLACE FUNCTION core.confirm_own_rules(rules uuid, number text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place uuid := core.actor_writes();
BEGIN
    IF place IS NULL OR core.actor_whole() IS DISTINCT FROM place OR NOT core.actor_may('award.give') THEN
        RAISE EXCEPTION 'no rules are confirmed' USING ERRCODE = '42501';
    END IF;
    UPDATE core.own_rules AS r
    SET confirmed_by = core.actor_post(), confirmed_on = core.today(), confirmed_document = number
    WHERE r.tenant_id = place AND r.id = rules;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there are no such rules' USING ERRCODE = '22023';
    END IF;
END
$$;

-- What each unit gave by its own authority in a year: forms, numbers and money, no names. What was revoked lowers the year in which it was revoked
-- and leaves that of its decision as it was (domain.md 7.10, case 9). For the province, which reads nothing else of it.
CREATE OR REPLACE FUNCTION core.own_award_totals(of_year integer)
RETURNS TABLE (tenant uuid, form text, subject text, awards bigint, reward bigint)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT g.tenant_id, g.form, g.subject, sum(g.sign)::bigint, coalesce(sum(g.sign * g.reward), 0)::bigint
    FROM (
        SELECT a.tenant_id, a.form, a.subject, a.reward, y.sign
        FROM core.award AS a
            JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
            JOIN core.award_dossier AS d ON d.tenant_id = a.dossier_tenant_id AND d.id = a.dossier_id
            LEFT JOIN core.award_amendment AS m ON m.tenant_id = a.tenant_id AND m.dossier_id = d.id AND m.kind = 'revoke'
            CROSS JOIN LATERAL (VALUES (x.year, 1), (extract(year FROM m.signed_on)::integer, -1)) AS y (year, sign)
        WHERE a.tenant_id <> core.province_tenant() AND d.giver_id IS NOT NULL AND y.year = of_year
    ) AS g
    WHERE core.actor_may('province.read')
    GROUP BY g.tenant_id, g.form, g.subject
$$;

REVOKE ALL ON FUNCTION core.own_parties(uuid, boolean), core.own_rules_on(uuid, date), core.giver_form(uuid, uuid, date),
    core.units_below(uuid, uuid, date), core.take_own_rules(uuid, text, date, date, date, jsonb, jsonb, jsonb), core.confirm_own_rules(uuid, text),
    core.own_award_totals(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.own_parties(uuid, boolean) TO thidua_owner, thidua_tenant;
GRANT EXECUTE ON FUNCTION core.take_own_rules(uuid, text, date, date, date, jsonb, jsonb, jsonb), core.confirm_own_rules(uuid, text) TO thidua_tenant;
GRANT EXECUTE ON FUNCTION core.own_award_totals(integer) TO office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.reward_amount(integer, integer, integer, text) TO thidua_tenant;

-- Guards ----------------------------------------------------------------------------------------------------------

-- Rules are confirmed once, by another than who took them, and else stay.
CREATE OR REPLACE FUNCTION core.own_rules_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    confirmation constant text[] := '{confirmed_by,confirmed_on,confirmed_document,confirms_own}';
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'rules stay' USING ERRCODE = '42501';
    ELSIF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - confirmation <> to_jsonb(OLD) - confirmation THEN
            RAISE EXCEPTION 'rules stay as they were taken' USING ERRCODE = '42501';
        ELSIF OLD.confirmed_on IS NOT NULL THEN
            RAISE EXCEPTION 'rules are confirmed once' USING ERRCODE = '23514', CONSTRAINT = 'own_rules_confirmed_once';
        END IF;
        NEW.confirms_own := EXISTS (
            SELECT FROM core.post AS p WHERE p.id = OLD.recorded_by AND p.person_id = ANY (core.actor_persons()));
        RETURN NEW;
    END IF;
    NEW.confirmed_by := NULL;
    NEW.confirmed_on := NULL;
    NEW.confirmed_document := NULL;
    NEW.confirms_own := false;
    RETURN NEW;
END
$$;

-- What a round stands under is found once, when it is opened; it is locked once, and else stays.
CREATE OR REPLACE FUNCTION core.own_round_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.locked_on IS NOT NULL OR to_jsonb(NEW) - 'locked_on' <> to_jsonb(OLD) - 'locked_on' THEN
            RAISE EXCEPTION 'a round is locked once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'own_round_locked_once';
        END IF;
        RETURN NEW;
    END IF;
    NEW.locked_on := NULL;
    NEW.rules_id := NULL;
    NEW.collectives := NULL;
    NEW.individuals := NULL;
    NEW.each_unit := NULL;
    SELECT g.rules_id, g.collectives, g.individuals, g.each_unit INTO NEW.rules_id, NEW.collectives, NEW.individuals, NEW.each_unit
    FROM core.own_giver AS g
    WHERE g.tenant_id = NEW.tenant_id AND g.rules_id = core.own_rules_on(NEW.tenant_id, core.today()) AND g.unit_id = NEW.unit_id;
    RETURN NEW;
END
$$;

-- Who takes or frees a slot of a round holds the round; the number is found behind that lock.
CREATE OR REPLACE FUNCTION core.own_slot_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    held record;
BEGIN
    SELECT * INTO held FROM core.own_round AS r WHERE r.tenant_id = NEW.tenant_id AND r.id = NEW.round_id FOR UPDATE;
    IF TG_OP = 'UPDATE' THEN
        IF OLD.freed_on IS NOT NULL OR to_jsonb(NEW) - 'freed_on' <> to_jsonb(OLD) - 'freed_on' THEN
            RAISE EXCEPTION 'a slot is freed once, and else stays' USING ERRCODE = 'TD422';
        END IF;
        -- Withdrawn after the list was locked: it stays taken.
        RETURN CASE WHEN held.locked_on IS NULL THEN NEW END;
    END IF;
    NEW.unit_id := CASE WHEN held.each_unit THEN NEW.unit_id ELSE held.unit_id END;
    NEW.slots := CASE NEW.subject WHEN 'collective' THEN held.collectives ELSE held.individuals END;
    -- In a statement of its own: it sees what was committed while the lock was waited for.
    NEW.slot := (
        SELECT min(n)
        FROM generate_series(1, NEW.slots + 1) AS n
        WHERE NOT EXISTS (
            SELECT FROM core.own_slot AS s
            WHERE s.tenant_id = NEW.tenant_id AND s.round_id = NEW.round_id AND s.unit_id = NEW.unit_id AND s.subject = NEW.subject
              AND s.slot = n AND s.freed_on IS NULL));
    NEW.freed_on := NULL;
    RETURN NEW;
END
$$;

-- What a dossier of a unit's own stands under: the rules of its round, for a deed those of the day.
CREATE OR REPLACE FUNCTION core.stand_on_own_rules(d core.award_dossier)
RETURNS core.award_dossier
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    held record;
BEGIN
    IF d.track = 'ownReview' THEN
        SELECT r.unit_id, r.rules_id, r.campaign_id INTO held FROM core.own_round AS r WHERE r.tenant_id = d.tenant_id AND r.id = d.round_id;
        d.giver_id := coalesce(held.unit_id, d.giver_id, d.tenant_id);
        d.campaign_id := coalesce(held.campaign_id, d.campaign_id);
        d.rules_id := held.rules_id;
    ELSE
        d.giver_id := coalesce(d.giver_id, d.tenant_id);
        d.rules_id := core.own_rules_on(d.tenant_id, core.today());
    END IF;
    d.form := coalesce(
        (SELECT g.form FROM core.own_giver AS g WHERE g.tenant_id = d.tenant_id AND g.rules_id = d.rules_id AND g.unit_id = d.giver_id),
        -- Without rules it is told that there are none, not that they do not name who gives.
        CASE WHEN d.rules_id IS NULL THEN 'departmentCommendation' ELSE 'provincialCertificate' END);
    -- Who gives is not what it gives to (A66). A commune gives to its own: what lies in it, and who holds a post there.
    d.own_nominee := (d.person_id IS NOT NULL OR d.unit_id <> d.giver_id) AND (
        d.giver_id = d.tenant_id
        OR (d.unit_id = ANY (core.units_below(d.tenant_id, d.giver_id, core.today()))
            AND (d.person_id IS NULL OR EXISTS (
                SELECT FROM core.post AS p
                WHERE p.person_id = d.person_id AND p.tenant_id = d.tenant_id AND p.unit_id = d.unit_id AND p.valid_from <= core.today()
                  AND (p.valid_to IS NULL OR p.valid_to >= core.today())))));
    RETURN d;
END
$$;

-- What the guard of the steps finds of a dossier of a unit's own.
CREATE OR REPLACE FUNCTION core.find_own_step(s core.dossier_step, d core.award_dossier)
RETURNS core.dossier_step
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    held record;
BEGIN
    IF s.step = 'submit' AND d.track = 'ownReview' THEN
        SELECT r.opens_on, r.cut_off, r.locked_on INTO held FROM core.own_round AS r WHERE r.tenant_id = d.tenant_id AND r.id = d.round_id;
        s.round_open := coalesce(held.opens_on <= core.today() AND held.locked_on IS NULL, false);
        s.late := coalesce(s.happened_on > held.cut_off, false);
    END IF;
    -- Nobody appraises his own sub-unit or himself, or signs for either or for what he appraised (A66).
    IF s.step = 'appraise' THEN
        s.own_dossier := CASE WHEN d.person_id IS NOT NULL THEN d.person_id = ANY (core.actor_persons())
            ELSE d.unit_id NOT IN (d.tenant_id, d.giver_id) AND d.unit_id = ANY (core.actor_seats()) END;
    ELSIF s.step = 'decide' THEN
        s.own_dossier := CASE WHEN d.person_id IS NOT NULL THEN d.person_id = ANY (core.actor_persons())
            ELSE d.unit_id = d.giver_id OR (d.unit_id <> d.tenant_id AND d.unit_id = ANY (core.actor_seats())) END OR EXISTS (
            SELECT FROM core.dossier_step AS x JOIN core.post AS p ON p.id = x.recorded_by
            WHERE x.tenant_id = d.tenant_id AND x.dossier_id = d.id AND x.step = 'appraise' AND p.person_id = ANY (core.actor_persons()));
        s.authority := EXISTS (
            SELECT FROM core.own_giver AS g CROSS JOIN LATERAL core.giver_form(d.tenant_id, d.giver_id, core.today()) AS f
            WHERE g.tenant_id = d.tenant_id AND g.rules_id = d.rules_id AND g.unit_id = d.giver_id AND f.legal_personality);
    END IF;
    -- The council of a commune or sub-unit sits on paper: its minutes are named.
    IF d.giver_id <> d.tenant_id AND s.session_id IS NULL AND s.party = 'unitCouncil' AND s.document_number <> '' THEN
        s.outcome := CASE s.step WHEN 'passUnitCouncil' THEN 'passed' WHEN 'refuse' THEN 'notPassed' END;
    END IF;
    RETURN s;
END
$$;

REVOKE ALL ON FUNCTION core.own_rules_guard(), core.own_round_guard(), core.own_slot_guard(), core.stand_on_own_rules(core.award_dossier),
    core.find_own_step(core.dossier_step, core.award_dossier) FROM PUBLIC;

-- Rows ------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.own_round'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON core.own_rules FOR EACH ROW EXECUTE FUNCTION core.own_rules_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.own_round FOR EACH ROW EXECUTE FUNCTION core.own_round_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.own_slot FOR EACH ROW EXECUTE FUNCTION core.own_slot_guard();
    END IF;
    FOREACH relation IN ARRAY ARRAY['own_rules', 'own_giver', 'own_council_rule', 'own_round', 'own_slot']
    LOOP
        IF relation NOT IN ('own_rules', 'own_round', 'own_slot')
            AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'stays') THEN
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.award_stays()', relation);
        END IF;
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.operator_works()))', relation);
        IF relation IN ('own_rules', 'own_giver', 'own_council_rule') THEN
            EXECUTE format('CREATE POLICY owner_takes ON core.%I FOR INSERT TO thidua_owner
                WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may(''award.keep'')))', relation);
        END IF;
    END LOOP;
    CREATE POLICY owner_confirms ON core.own_rules FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('award.give')))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND confirmed_by = (SELECT core.actor_post()));
    -- What is asked and said about what a unit gives: by who keeps its awards there. The tables' other policies are those of 57_criticism.sql.
    FOREACH relation IN ARRAY ARRAY['dossier_opinion', 'petition']
    LOOP
        EXECUTE format('CREATE POLICY answered_by_who_gives ON core.%I FOR UPDATE TO thidua_tenant
            USING (tenant_id = (SELECT core.actor_writes()) AND ''appraiser'' = ANY (core.own_parties(giver_id, false)))
            WITH CHECK (answered_on <= (SELECT core.today()))', relation);
    END LOOP;
    CREATE POLICY asked_by_who_gives ON core.dossier_opinion FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND 'appraiser' = ANY (core.own_parties(giver_id, false))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    -- Who appraised is asked when it is signed. The table's other policies are those of 57_awards.sql.
    DROP POLICY IF EXISTS owner_looks_back ON core.dossier_step;
    CREATE POLICY owner_looks_back ON core.dossier_step FOR SELECT TO thidua_owner
        USING (giver_id IS NOT NULL AND step = 'appraise' AND tenant_id = (SELECT core.actor_home()));
    -- Guards hold a round while a slot is taken or freed, and keep the slots.
    CREATE POLICY owner_holds ON core.own_round FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.operator_works())) WITH CHECK (false);
    CREATE POLICY owner_keeps ON core.own_slot FOR INSERT TO thidua_owner
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.operator_works()));
    CREATE POLICY owner_frees ON core.own_slot FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.operator_works()))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.operator_works()));
END
$$;
