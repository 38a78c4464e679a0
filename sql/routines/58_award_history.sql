-- The past of awards: templates, earlier awards, history with predecessors, and the achievement behind an award.

-- A unit with those that it came from, however many mergers ago.
CREATE OR REPLACE FUNCTION core.tenant_line(tenant uuid)
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH RECURSIVE line AS (
        SELECT tenant AS id
        UNION
        SELECT s.predecessor_id
        FROM line
            JOIN core.tenant_succession AS s ON s.successor_id = line.id
        WHERE s.effective_on <= core.today()
    )
    SELECT id FROM line
$$;

-- Whether the acting unit has this sub-unit, itself among them.
CREATE OR REPLACE FUNCTION core.unit_is_own(unit uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT EXISTS (SELECT FROM core.sub_unit AS u WHERE u.tenant_id = core.actor_whole() AND u.id = unit) $$;

-- What an achievement is known by: the review, or the round of a unit's own, in which it is rewarded (both, sơ kết and tổng kết, may reward in the same
-- words: A65); of a deed its words, whatever their spaces, their letters' size and their composition.
CREATE OR REPLACE FUNCTION core.achievement_key(review uuid, round uuid, achievement text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN review IS NOT NULL THEN 'review ' || review
        WHEN round IS NOT NULL THEN 'round ' || round
        ELSE 'deed ' || encode(sha256(convert_to(lower(regexp_replace(btrim(normalize(achievement, NFC)), '\s+', ' ', 'g')), 'UTF8')), 'hex') END
$$;

-- Awards that were signed, with those of before: of a unit, with what the units that it came from got as such, or of a person wherever he served;
-- the latest first.
-- Who reads the province asks of everybody, a unit of itself and of the people whose records it keeps, everybody of himself. What was revoked
-- is told to those alone whom it concerns, and to the province. Giấy khen that another unit gave a person stand in his history, and in nothing else that
-- is read outside that unit. An award whose decision was replaced is told by the decision in its place.
CREATE OR REPLACE FUNCTION core.award_history(of_tenant uuid, of_unit uuid, of_person uuid, last_on date, last_id uuid, most integer)
RETURNS TABLE (id uuid, is_earlier boolean, awarded_name text, awarded_post text, slug text, unit_name text, person_id uuid, form text, issuer text,
    number text, signed_on date, achievement text, revoked boolean, predecessor boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH sight AS MATERIALIZED (
        SELECT core.owner_looks_over() AND core.actor_may('province.read') AS everything, core.actor_whole() AS whole, core.actor_person() AS oneself
    ), line AS MATERIALIZED (
        SELECT l.id
        FROM sight, core.tenant_line(CASE WHEN sight.everything THEN of_tenant ELSE sight.whole END) AS l (id)
    ), records AS MATERIALIZED (
        SELECT r.id
        FROM core.person_records(of_person) AS r (id)
    ), found AS (
        -- The dossier itself is read of one's own; of others what it claimed, which is let go when the award is revoked.
        SELECT a.id, false AS is_earlier, coalesce(m.printed_name, a.printed_name) AS printed_name,
            CASE WHEN m.printed_name IS NULL THEN a.printed_post ELSE m.printed_post END AS printed_post, a.dossier_tenant_id AS tenant_id,
            coalesce(d.unit_id, c.unit_id, a.dossier_tenant_id) AS unit_id, coalesce(d.person_id, c.person_id) AS person_id, a.form, a.tenant_id AS decider,
            ''::text AS issuer, coalesce(m.number, x.number) AS number, coalesce(m.signed_on, x.signed_on) AS signed_on,
            coalesce(d.achievement, '') AS achievement,
            coalesce(d.state = 'revoked', c.freed_on IS NOT NULL) AS revoked
        FROM core.award AS a
            JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
            LEFT JOIN core.award_dossier AS d ON d.tenant_id = a.dossier_tenant_id AND d.id = a.dossier_id
            LEFT JOIN core.achievement_claim AS c ON c.dossier_id = a.dossier_id
            LEFT JOIN LATERAL (
                SELECT y.number, y.signed_on, y.printed_name, y.printed_post
                FROM core.award_amendment AS y
                WHERE y.tenant_id = a.tenant_id AND y.dossier_id = a.dossier_id AND y.kind = 'replace'
                ORDER BY y.recorded_at DESC
                LIMIT 1
            ) AS m ON true
        -- What the province gave is published; what a unit gave of its own is read inside it.
        WHERE a.tenant_id = core.province_tenant() OR a.tenant_id = (SELECT sight.whole FROM sight)
        UNION ALL
        SELECT c.award_id, false, c.awarded_name, c.awarded_post, c.tenant_id, c.unit_id, c.person_id, c.form, c.tenant_id, '', c.decision_number,
            c.decision_on, '', c.freed_on IS NOT NULL
        FROM core.achievement_claim AS c
        WHERE c.award_id IS NOT NULL AND c.tenant_id IS DISTINCT FROM (SELECT sight.whole FROM sight)
          AND c.person_id IN (SELECT records.id FROM records)
        UNION ALL
        SELECT e.id, true, e.awarded_name, '', e.tenant_id, e.unit_id, e.person_id, e.form, NULL, e.issuer, e.decision_number, e.decision_on, e.achievement, false
        FROM core.earlier_award AS e
        WHERE e.struck_on IS NULL
    )
    SELECT f.id, f.is_earlier, f.printed_name, f.printed_post, t.slug, coalesce(u.full_name, t.full_name), f.person_id, f.form,
        CASE WHEN f.is_earlier THEN f.issuer ELSE i.full_name END, f.number, f.signed_on, f.achievement, f.revoked,
        f.tenant_id IS DISTINCT FROM CASE WHEN sight.everything THEN of_tenant ELSE sight.whole END AND of_person IS NULL
            AND CASE WHEN sight.everything THEN of_tenant IS NOT NULL ELSE true END
    FROM sight
        CROSS JOIN found AS f
        JOIN core.tenant_on(core.today()) AS t ON t.id = f.tenant_id
        LEFT JOIN core.tenant_on(core.today()) AS i ON i.id = f.decider
        LEFT JOIN LATERAL (
            SELECT v.full_name
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = f.tenant_id AND v.unit_id = f.unit_id AND f.unit_id <> f.tenant_id AND v.valid_from <= core.today()
            ORDER BY v.valid_from DESC
            LIMIT 1
        ) AS u ON true
    WHERE CASE
            WHEN of_person IS NOT NULL AND (sight.everything OR of_person = sight.oneself OR EXISTS (
                SELECT FROM core.person AS n WHERE n.id = of_person AND n.tenant_id = sight.whole)) THEN f.person_id IN (SELECT records.id FROM records)
            ELSE (f.tenant_id IN (SELECT line.id FROM line) OR (sight.everything AND of_tenant IS NULL))
                AND (of_person IS NULL OR f.person_id IN (SELECT records.id FROM records))
                -- Of a predecessor what the collective itself got: which of its parts and people came along is recorded nowhere, and a code that
                -- both use says nothing of it.
                AND (of_person IS NOT NULL OR f.tenant_id = CASE WHEN sight.everything THEN of_tenant ELSE sight.whole END
                    OR (sight.everything AND of_tenant IS NULL) OR (f.unit_id = f.tenant_id AND f.person_id IS NULL))
            END
      AND (of_unit IS NULL OR f.unit_id = of_unit OR (of_unit = of_tenant AND f.unit_id = f.tenant_id))
      AND (NOT f.revoked OR sight.everything OR f.tenant_id = sight.whole OR f.person_id = sight.oneself)
      AND (last_id IS NULL OR (f.signed_on, f.id) < (last_on, last_id))
    ORDER BY f.signed_on DESC, f.id DESC
    LIMIT most
$$;

-- What looks like the same achievement as a dossier's: another dossier of the same review for the same nominee, or of the same deed for whomever;
-- and an award that its nominee got while the campaign ran.
CREATE OR REPLACE FUNCTION core.achievement_flags(of_dossier uuid)
RETURNS TABLE (other_kind text, other_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT 'dossier', o.dossier_id
    FROM core.achievement_claim AS c
        JOIN core.achievement_claim AS o ON o.achievement = c.achievement AND o.dossier_id <> c.dossier_id
    WHERE c.dossier_id = of_dossier AND o.freed_on IS NULL
      AND (o.nominee_id = c.nominee_id OR c.achievement LIKE 'deed %')
    UNION ALL
    SELECT 'earlierAward', e.id
    FROM core.achievement_claim AS c
        JOIN core.award_dossier AS d ON d.tenant_id = c.tenant_id AND d.id = c.dossier_id
        JOIN core.campaign AS p ON p.id = d.campaign_id
        JOIN core.earlier_award AS e ON e.struck_on IS NULL AND e.decision_on >= p.first_day AND CASE
            WHEN d.person_id IS NOT NULL THEN e.person_id IN (SELECT core.person_records(d.person_id))
            WHEN d.unit_id = d.tenant_id THEN e.person_id IS NULL AND e.unit_id = e.tenant_id AND e.tenant_id IN (SELECT core.tenant_line(d.tenant_id))
            ELSE e.person_id IS NULL AND e.unit_id = d.unit_id END
    WHERE c.dossier_id = of_dossier
$$;

-- Flags that nobody decided, or that were found to be the same achievement.
CREATE OR REPLACE FUNCTION core.achievement_open(of_dossier uuid)
RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT count(*)::integer
    FROM core.achievement_flags(of_dossier) AS f
    WHERE coalesce((
        SELECT r.ruling
        FROM core.achievement_ruling AS r
        WHERE r.dossier_id = of_dossier AND r.other_kind = f.other_kind AND r.other_id = f.other_id
        ORDER BY r.id DESC
        LIMIT 1), 'doubled') = 'doubled'
$$;

-- A dossier claims its achievement when it is submitted, and lets it go. After the row policies: nobody learns of a dossier that is not his. The
-- Chairman is asked about nothing that Home Affairs has not looked through.
CREATE OR REPLACE FUNCTION core.achievement_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    d record;
BEGIN
    IF NEW.step = 'submit' THEN
        SELECT * INTO d FROM core.award_dossier AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id;
        INSERT INTO core.achievement_claim (dossier_id, tenant_id, decider_id, unit_id, person_id, nominee_id, achievement, claimed_on)
        VALUES (d.id, d.tenant_id, CASE WHEN d.track LIKE 'own%' THEN d.tenant_id ELSE core.province_tenant() END, d.unit_id, d.person_id,
            coalesce(core.person_root(d.person_id), d.unit_id), core.achievement_key(d.review_id, d.round_id, d.achievement), core.today());
    ELSIF NEW.step IN ('withdraw', 'refuse', 'revoke') THEN
        -- A person who was refused keeps his slot, and is put forward by nobody else in this review (A04, A08); nobody whom a council voted down
        -- comes again in it.
        UPDATE core.achievement_claim AS c
        SET freed_on = core.today()
        WHERE c.dossier_id = NEW.dossier_id AND c.freed_on IS NULL
          AND NOT (c.achievement NOT LIKE 'deed %' AND (NEW.step = 'refuse' AND c.person_id IS NOT NULL OR EXISTS (
                SELECT FROM core.award_dossier AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id AND x.voted_down)));
    ELSIF NEW.step = 'putToChairman' THEN
        IF EXISTS (SELECT FROM core.award_dossier AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id AND x.track LIKE 'provincial%')
            AND core.achievement_open(NEW.dossier_id) > 0 THEN
            RAISE EXCEPTION 'the same achievement may have been rewarded' USING ERRCODE = '23514', CONSTRAINT = 'achievement_looked_through';
        END IF;
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION core.achievement_ruling_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.is_flagged := EXISTS (
        SELECT FROM core.achievement_flags(NEW.dossier_id) AS f WHERE f.other_kind = NEW.other_kind AND f.other_id = NEW.other_id)
        AND EXISTS (SELECT FROM core.achievement_claim AS c WHERE c.dossier_id = NEW.dossier_id AND c.tenant_id = NEW.tenant_id);
    RETURN NEW;
END
$$;

-- An earlier award is struck out once, and else stays.
CREATE OR REPLACE FUNCTION core.earlier_award_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF OLD.struck_on IS NOT NULL OR to_jsonb(NEW) - '{struck_on,struck_reason}'::text[] <> to_jsonb(OLD) - '{struck_on,struck_reason}'::text[] THEN
        RAISE EXCEPTION 'an earlier award is struck out once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'earlier_award_struck_once';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.tenant_line(uuid), core.person_records(uuid), core.person_root(uuid), core.unit_is_own(uuid), core.achievement_key(uuid, uuid, text), core.award_history(uuid, uuid, uuid, date, uuid, integer),
    core.achievement_flags(uuid), core.achievement_open(uuid), core.achievement_follows(), core.achievement_ruling_guard(), core.earlier_award_guard() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.award_history(uuid, uuid, uuid, date, uuid, integer) TO thidua_tenant, office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.unit_is_own(uuid) TO thidua_tenant;
-- Which unit followed which every officer knows.
GRANT EXECUTE ON FUNCTION core.tenant_line(uuid) TO thidua_tenant, home_affairs, leadership, auditor;
GRANT EXECUTE ON FUNCTION core.achievement_flags(uuid), core.achievement_open(uuid) TO office, home_affairs, leadership, council, auditor;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.dossier_step'::regclass AND tgname = 'follows_achievement') THEN
        CREATE TRIGGER follows_achievement AFTER INSERT ON core.dossier_step FOR EACH ROW EXECUTE FUNCTION core.achievement_follows();
        CREATE TRIGGER guard BEFORE INSERT ON core.achievement_ruling FOR EACH ROW EXECUTE FUNCTION core.achievement_ruling_guard();
        CREATE TRIGGER guard BEFORE UPDATE ON core.earlier_award FOR EACH ROW EXECUTE FUNCTION core.earlier_award_guard();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.achievement_ruling FOR EACH ROW EXECUTE FUNCTION core.award_stays();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.paper_template FOR EACH ROW EXECUTE FUNCTION core.award_stays();
    END IF;
    -- What was awarded for a claim is read by the history of a person alone.
    EXECUTE format('REVOKE SELECT ON core.achievement_claim FROM thidua_tenant, %s', province);
    FOREACH relation IN ARRAY ARRAY['paper_template', 'earlier_award', 'achievement_claim', 'achievement_ruling']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT%s ON core.%I TO thidua_tenant, %s', CASE relation WHEN 'achievement_claim' THEN
            ' (dossier_id, tenant_id, decider_id, unit_id, person_id, nominee_id, achievement, claimed_on, freed_on)' ELSE '' END, relation, province);
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()))', relation);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
    END LOOP;

    -- A unit replaces the forms of its own papers, Home Affairs those of the province.
    GRANT INSERT ON core.paper_template TO thidua_tenant, home_affairs;
    CREATE POLICY recorded_by_the_unit ON core.paper_template FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('award.propose'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY recorded_by_home_affairs ON core.paper_template FOR INSERT TO home_affairs
        WITH CHECK (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may('award.appraise'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));

    -- Of its own people and sub-units a unit records what they got before, Home Affairs of all; each names whom it sees.
    GRANT INSERT, UPDATE (struck_on, struck_reason) ON core.earlier_award TO thidua_tenant, home_affairs;
    CREATE POLICY recorded_by_the_unit ON core.earlier_award FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('award.propose'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()) AND struck_on IS NULL
            AND core.unit_is_own(unit_id)
            AND (person_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = earlier_award.tenant_id)));
    CREATE POLICY struck_by_the_unit ON core.earlier_award FOR UPDATE TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_writes()) AND tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('award.propose')))
        WITH CHECK (struck_on = (SELECT core.today()));
    CREATE POLICY recorded_by_home_affairs ON core.earlier_award FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND struck_on IS NULL
            AND EXISTS (SELECT FROM core.sub_unit AS u WHERE u.tenant_id = earlier_award.tenant_id AND u.id = unit_id)
            AND (person_id IS NULL OR EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = earlier_award.tenant_id)));
    CREATE POLICY struck_by_home_affairs ON core.earlier_award FOR UPDATE TO home_affairs
        USING ((SELECT core.actor_may('award.appraise'))) WITH CHECK (struck_on = (SELECT core.today()));
    -- Awards that were signed are known: a successor is told of its predecessors', a unit of what its people got elsewhere (`core.award_history`).
    FOREACH relation IN ARRAY ARRAY['earlier_award', 'achievement_claim']
    LOOP
        EXECUTE format('CREATE POLICY owner_remembers ON core.%I FOR SELECT TO thidua_owner
            USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()))', relation);
    END LOOP;
    CREATE POLICY owner_claims ON core.achievement_claim FOR INSERT TO thidua_owner
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()));
    CREATE POLICY owner_frees ON core.achievement_claim FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()));

    GRANT INSERT ON core.achievement_ruling TO home_affairs;
    CREATE POLICY ruled_by_home_affairs ON core.achievement_ruling FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = achievement_ruling.tenant_id AND d.id = dossier_id
                AND coalesce(d.person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true)));
    CREATE POLICY owner_reads ON core.achievement_ruling FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
END
$$;
