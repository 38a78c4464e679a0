-- What follows a decision: names as they are confirmed, letters of praise, the money of what is proposed. The list that is
-- published: 58_after_awards.sql.

-- Whose dossier, and where it stands.
CREATE OR REPLACE FUNCTION core.name_confirmation_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.state := NULL;
    NEW.nominee := NULL;
    SELECT d.state, d.person_id INTO NEW.state, NEW.nominee
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id;
    RETURN NEW;
END
$$;

-- Whether the frozen verdict has the share of a letter, and the collective's own dossier was decided (A52).
CREATE OR REPLACE FUNCTION core.award_letter_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.struck_on := NULL;
    NEW.struck_by := NULL;
    NEW.struck_reason := NULL;
    NEW.has_share := coalesce((
        SELECT (convert_from(p.verdict, 'UTF8')::jsonb ->> 'letter')::boolean
        FROM core.review_part AS p
        WHERE p.tenant_id = NEW.tenant_id AND p.review_id = NEW.review_id AND p.unit_id = NEW.unit_id
        ORDER BY p.version DESC
        LIMIT 1), false);
    NEW.awarded := EXISTS (
        SELECT
        FROM core.award_dossier AS d
        WHERE d.tenant_id = NEW.tenant_id AND d.review_id = NEW.review_id AND d.unit_id = NEW.unit_id AND d.person_id IS NULL
          AND d.state IN ('decided', 'issued', 'presented', 'corrected', 'replaced'));
    -- It goes beside the decision, not before it.
    IF NOT NEW.declined AND EXISTS (
        SELECT
        FROM core.award_dossier AS d
            JOIN core.dossier_step AS s ON s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'decide'
        WHERE d.tenant_id = NEW.tenant_id AND d.review_id = NEW.review_id AND d.unit_id = NEW.unit_id AND d.person_id IS NULL
          AND d.state IN ('decided', 'issued', 'presented', 'corrected', 'replaced')
          AND coalesce((SELECT c.signed_on FROM core.decision_as_corrected(d.tenant_id, d.id) AS c), s.happened_on) > NEW.signed_on)
    THEN
        RAISE EXCEPTION 'a letter is signed with the award or after it' USING ERRCODE = '23514', CONSTRAINT = 'letter_not_before_the_award';
    END IF;
    RETURN NEW;
END
$$;

-- A letter is struck once, and else stays.
CREATE OR REPLACE FUNCTION core.award_letter_stays()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    struck constant text[] := '{struck_on,struck_by,struck_reason}';
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a letter stays' USING ERRCODE = '42501';
    ELSIF OLD.struck_on IS NOT NULL OR to_jsonb(NEW) - struck <> to_jsonb(OLD) - struck THEN
        RAISE EXCEPTION 'a letter is struck once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'letter_struck_once';
    END IF;
    RETURN NEW;
END
$$;

-- A letter that is sent stands in the register of the year in which it was signed.
CREATE OR REPLACE FUNCTION core.award_letter_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT NEW.declined THEN
        INSERT INTO core.register_entry (tenant_id, kind, year, number, subject_id, recorded_on)
        VALUES (core.province_tenant(), 'praiseLetters', extract(year FROM NEW.signed_on), 0, NEW.id, core.today());
    END IF;
    RETURN NULL;
END
$$;

DROP FUNCTION IF EXISTS core.published_awards(uuid, date, uuid, integer);

REVOKE ALL ON FUNCTION core.name_confirmation_guard(), core.award_letter_guard(), core.award_letter_stays(), core.award_letter_follows() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.reward_amount(integer, integer, integer, text) TO office, home_affairs, leadership, council, auditor;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.name_confirmation'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.name_confirmation FOR EACH ROW EXECUTE FUNCTION core.name_confirmation_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.award_letter FOR EACH ROW EXECUTE FUNCTION core.award_letter_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.award_letter FOR EACH ROW EXECUTE FUNCTION core.award_letter_follows();
    END IF;
    FOREACH relation IN ARRAY ARRAY['name_confirmation', 'award_letter']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'stays') THEN
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.award_stays()', relation);
        END IF;
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, province);
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()))', relation);
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;
    IF NOT EXISTS (
        SELECT FROM pg_trigger
        WHERE tgrelid = 'core.award_letter'::regclass AND tgname = 'stays' AND tgfoid = 'core.award_letter_stays()'::regprocedure) THEN
        DROP TRIGGER stays ON core.award_letter;
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.award_letter FOR EACH ROW EXECUTE FUNCTION core.award_letter_stays();
    END IF;
    -- Of a dossier that was submitted; a nominee reads what was written of himself, whatever his post reaches.
    EXECUTE format('CREATE POLICY submitted ON core.name_confirmation FOR SELECT TO %s
        USING (EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = name_confirmation.tenant_id AND d.id = dossier_id))', province);
    CREATE POLICY ones_own ON core.name_confirmation FOR SELECT TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_tenant()) AND (nominee = (SELECT core.actor_person())
            OR nominee = ANY ((SELECT core.actor_persons())::uuid[]) AND (SELECT core.actor_delegation()) IS NULL));
    GRANT INSERT ON core.name_confirmation TO thidua_tenant;
    -- The unit says its word and records the nominee's from his signed paper; or he says it himself, in his own post.
    CREATE POLICY confirmed ON core.name_confirmation FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND CASE
                WHEN party = 'nominee' AND document_number = ''
                    THEN nominee = ANY ((SELECT core.actor_persons())::uuid[]) AND (SELECT core.actor_delegation()) IS NULL
                ELSE tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_may('award.propose'))
                END);
    EXECUTE format('CREATE POLICY province ON core.award_letter FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', province);
    GRANT INSERT ON core.award_letter TO home_affairs;
    CREATE POLICY recorded_by_home_affairs ON core.award_letter FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    GRANT UPDATE (struck_on, struck_by, struck_reason) ON core.award_letter TO home_affairs;
    CREATE POLICY struck_by_home_affairs ON core.award_letter FOR UPDATE TO home_affairs
        USING ((SELECT core.actor_may('award.appraise'))) WITH CHECK (struck_by = (SELECT core.actor_post()) AND struck_on = (SELECT core.today()));
    -- What is published of the province's decisions is for every officer.
    FOREACH relation IN ARRAY ARRAY['award', 'award_decision']
    LOOP
        EXECUTE format('DROP POLICY IF EXISTS owner_publishes ON core.%I', relation);
        EXECUTE format('CREATE POLICY owner_publishes ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_present()))', relation);
    END LOOP;
END
$$;
