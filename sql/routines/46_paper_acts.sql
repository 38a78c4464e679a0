-- Acts on paper: recorded by one, signed by another. Who records needs the right to (paper.record), the signer's own post must have been
-- allowed the act, and the scan is there before anything is recorded from it. What is recorded takes number and day from the paper.

REVOKE ALL ON core.paper_act, core.paper_act_file FROM thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT SELECT ON core.paper_act, core.paper_act_file TO thidua_tenant, office, home_affairs, leadership, council, auditor;
GRANT INSERT (id, tenant_id, signer_post_id, signer_id, signer_tenant_id, number, signed_on, abstract, recorded_by, recorded_on) ON core.paper_act TO thidua_tenant;
GRANT INSERT ON core.paper_act_file TO thidua_tenant;

DO $$
DECLARE
    relation text;
    rule     record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['paper_act', 'paper_act_file']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_routines ON core.%I TO thidua_owner USING (true) WITH CHECK (true)', relation);
    END LOOP;
    -- Papers are about the unit as a whole, for who sees it whole.
    CREATE POLICY own_tenant ON core.paper_act FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()));
    CREATE POLICY province ON core.paper_act FOR SELECT TO office, home_affairs, leadership, council, auditor
        USING ((SELECT core.actor_may('province.read')));
    CREATE POLICY recorded ON core.paper_act FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('paper.record'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            -- Nobody records his own signature as another's.
            AND signer_id <> (SELECT core.actor_person())
            -- Of the tenant, or, for who records for the province, of its leaders.
            AND (signer_tenant_id = tenant_id
                OR (signer_tenant_id = core.province_tenant()
                    AND EXISTS (SELECT FROM core.role AS r WHERE r.code = (SELECT (core.actor())[6]) AND r.province_role = 'office'))));
    CREATE POLICY readable ON core.paper_act_file FOR SELECT TO thidua_tenant, office, home_affairs, leadership, council, auditor
        USING (EXISTS (SELECT FROM core.paper_act AS p WHERE p.id = paper_id));
    CREATE POLICY recorded ON core.paper_act_file FOR INSERT TO thidua_tenant
        WITH CHECK ((SELECT core.actor_may('paper.record')) AND recorded_by = (SELECT core.actor_post())
            AND EXISTS (SELECT FROM core.paper_act AS p WHERE p.id = paper_id AND p.tenant_id = (SELECT core.actor_writes())));
END
$$;

-- The signer held his post on the day of signing.
CREATE OR REPLACE FUNCTION core.paper_act_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    -- In another tenant the row policy refuses, whatever is named: here nothing is said of it.
    IF core.actor_present() AND (NEW.tenant_id IS DISTINCT FROM core.actor_home()
        OR NEW.signer_tenant_id NOT IN (NEW.tenant_id, core.province_tenant())) THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT
        FROM core.post AS p
        WHERE p.id = NEW.signer_post_id
          AND p.person_id = NEW.signer_id
          AND p.tenant_id = NEW.signer_tenant_id
          AND p.valid_from <= NEW.signed_on
          AND (p.valid_to IS NULL OR p.valid_to >= NEW.signed_on)) THEN
        RAISE EXCEPTION 'the signer did not hold that post then' USING ERRCODE = '23514', CONSTRAINT = 'paper_act_signer';
    END IF;
    RETURN NEW;
END
$$;

-- A ruling from a paper says what the paper says.
CREATE OR REPLACE FUNCTION core.paper_act_stamp()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    paper record;
BEGIN
    IF NEW.paper_id IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT p.number, p.signed_on INTO paper FROM core.paper_act AS p WHERE p.id = NEW.paper_id AND p.tenant_id = core.actor_home();
    IF FOUND THEN
        NEW.document_number := paper.number;
        NEW.decided_on := paper.signed_on;
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.paper_act_guard(), core.paper_act_stamp() FROM PUBLIC;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.paper_act'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.paper_act FOR EACH ROW EXECUTE FUNCTION core.paper_act_guard();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.ruling'::regclass AND tgname = 'paper') THEN
        CREATE TRIGGER paper BEFORE INSERT ON core.ruling FOR EACH ROW EXECUTE FUNCTION core.paper_act_stamp();
    END IF;
END
$$;

-- Whether the acting officer records from this paper of his tenant an act that the signer's post was allowed on that day.
CREATE OR REPLACE FUNCTION core.paper_lends(paper uuid, action text)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT core.actor_may('paper.record') AND EXISTS (
        SELECT
        FROM core.paper_act AS p
            JOIN core.paper_act_file AS f ON f.paper_id = p.id
            JOIN core.post AS s ON s.id = p.signer_post_id
            JOIN core.role_action AS ra ON ra.role = s.role AND ra.action = paper_lends.action
        WHERE p.id = paper
          AND p.tenant_id = core.actor_home())
$$;

-- The signer, for the separation of duty (A66): his person, his post, the sub-units and the tenants where he held posts on that day. Of papers
-- of one's own tenant alone.
CREATE OR REPLACE FUNCTION core.paper_signer(paper uuid)
RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT p.signer_id FROM core.paper_act AS p WHERE p.id = paper AND p.tenant_id = core.actor_home() $$;
CREATE OR REPLACE FUNCTION core.paper_post(paper uuid)
RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT p.signer_post_id FROM core.paper_act AS p WHERE p.id = paper AND p.tenant_id = core.actor_home() $$;
CREATE OR REPLACE FUNCTION core.paper_seats(paper uuid)
RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT array_agg(s.unit_id)
    FROM core.paper_act AS p
        JOIN core.post AS s ON s.person_id = p.signer_id AND s.valid_from <= p.signed_on AND (s.valid_to IS NULL OR s.valid_to >= p.signed_on)
    WHERE p.id = paper AND p.tenant_id = core.actor_home()
$$;
CREATE OR REPLACE FUNCTION core.paper_tenants(paper uuid)
RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT array_agg(s.tenant_id)
    FROM core.paper_act AS p
        JOIN core.post AS s ON s.person_id = p.signer_id AND s.valid_from <= p.signed_on AND (s.valid_to IS NULL OR s.valid_to >= p.signed_on)
    WHERE p.id = paper AND p.tenant_id = core.actor_home()
$$;
-- Whether the signer's post reaches its whole tenant; otherwise only what it gave itself and its own sub-unit are its business.
CREATE OR REPLACE FUNCTION core.paper_whole(paper uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT r.reach = 'tenant' OR (r.reach = 'subtree' AND s.unit_id = s.tenant_id)
    FROM core.paper_act AS p
        JOIN core.post AS s ON s.id = p.signer_post_id
        JOIN core.role AS r ON r.code = s.role
    WHERE p.id = paper AND p.tenant_id = core.actor_home()
$$;

-- What stands on a paper: its number and day, the signer's title and the recording post's; for those who may know the titles: as delegation_words.
CREATE OR REPLACE FUNCTION core.paper_words(paper uuid)
RETURNS TABLE (number text, signed_on date, title text, recorder text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.number, p.signed_on, s.title, w.title
    FROM core.paper_act AS p
        JOIN core.post AS s ON s.id = p.signer_post_id
        JOIN core.post AS w ON w.id = p.recorded_by
    WHERE p.id = paper
      AND (p.tenant_id = core.actor_home() OR core.actor_may('province.read')
        OR (core.actor_present() AND EXISTS (SELECT FROM core.role AS r WHERE r.code = w.role AND r.province_role IS NOT NULL)))
$$;

REVOKE ALL ON FUNCTION core.paper_lends(uuid, text), core.paper_signer(uuid), core.paper_post(uuid), core.paper_seats(uuid), core.paper_tenants(uuid),
    core.paper_whole(uuid), core.paper_words(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.paper_lends(uuid, text), core.paper_signer(uuid), core.paper_post(uuid), core.paper_seats(uuid), core.paper_tenants(uuid),
    core.paper_whole(uuid), core.paper_words(uuid)
    TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- The Chairman's launch on paper, recorded by the Office.
GRANT INSERT ON core.campaign_launch TO office;
DROP POLICY IF EXISTS recorded_from_a_paper ON core.campaign_launch;
CREATE POLICY recorded_from_a_paper ON core.campaign_launch FOR INSERT TO office
    WITH CHECK (paper_id IS NOT NULL AND (SELECT core.actor_may('paper.record')) AND core.paper_lends(paper_id, 'campaign.launch')
        AND launched_by = core.paper_post(paper_id) AND recorded_on = (SELECT core.today()));

-- A leader of the province as the signer of what the Office records: his post, where it was held on that day. For the roles that record for the
-- province, and for who reads a paper that such a leader signed.
CREATE OR REPLACE FUNCTION core.paper_leader(post uuid, day date)
RETURNS TABLE (person_id uuid, tenant_id uuid, title text, role text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.person_id, p.tenant_id, p.title, p.role
    FROM core.post AS p
    WHERE p.id = post
      AND p.role IN ('chairman', 'vice_chairman')
      AND p.valid_from <= day
      AND (p.valid_to IS NULL OR p.valid_to >= day)
      AND EXISTS (SELECT FROM core.role AS r WHERE r.code = (core.actor())[6] AND r.province_role = 'office')
$$;
REVOKE ALL ON FUNCTION core.paper_leader(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.paper_leader(uuid, date) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
