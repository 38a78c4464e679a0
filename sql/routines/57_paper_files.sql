-- Files of signed papers of awards: when each may be added, that it is whole; and the consent of who is awarded to be named in public (A72). Row
-- policies of a tenant's own tables: 50_tenant_pattern.sql. Who sees what a file proves sees the file; who may do what it proves may add it.

-- Minutes once the session is closed, papers of a dossier while the unit has it, evidence of an initiative while it is open, of a good model until it is
-- refused or withdrawn; a decision, a consent and a word on a name are there once they are signed, a paper of a review's event once it is named; of what is put right
-- 59_oversight.sql says it. Whoever moves the dossier, the initiative or the model at once takes turns here.
CREATE OR REPLACE FUNCTION core.award_file_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    dossier uuid;
BEGIN
    NEW.in_time := NULL;
    IF NEW.session_id IS NOT NULL THEN
        NEW.in_time := (
            SELECT s.closed_at IS NOT NULL FROM core.council_session AS s WHERE s.tenant_id = NEW.tenant_id AND s.id = NEW.session_id);
    ELSIF NEW.document_id IS NOT NULL THEN
        dossier := (SELECT x.dossier_id FROM core.dossier_document AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.document_id);
        NEW.in_time := (
            SELECT d.state IN ('drafted', 'councilReviewed', 'supplementAsked')
            FROM core.award_dossier AS d
            WHERE d.tenant_id = NEW.tenant_id AND d.id = dossier
            FOR UPDATE);
    ELSIF NEW.initiative_id IS NOT NULL THEN
        NEW.in_time := (
            SELECT i.state IN ('registered', 'returned')
            FROM core.initiative AS i
            WHERE i.tenant_id = NEW.tenant_id AND i.id = NEW.initiative_id
            FOR UPDATE);
    ELSIF NEW.good_model_id IS NOT NULL THEN
        NEW.in_time := (
            SELECT m.state NOT IN ('refused', 'withdrawn')
            FROM core.good_model AS m
            WHERE m.tenant_id = NEW.tenant_id AND m.id = NEW.good_model_id
            FOR UPDATE);
    END IF;
    -- What is not there the foreign key says.
    NEW.in_time := coalesce(NEW.in_time, true);
    NEW.same_owner := NEW.replaces_id IS NULL OR EXISTS (
        SELECT
        FROM core.award_file AS f
        WHERE f.tenant_id = NEW.tenant_id AND f.id = NEW.replaces_id
          AND f.owner_id = coalesce(NEW.session_id, NEW.decision_id, NEW.document_id, NEW.initiative_id, NEW.consent_id, NEW.remedy_step_id,
            NEW.good_model_id, NEW.review_paper_id, NEW.name_id));
    NEW.written_in := pg_current_xact_id();
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.award_file_is_whole()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept record;
BEGIN
    SELECT count(*) AS chunks, max(c.position) AS last, sum(length(c.content)) AS bytes
    INTO kept
    FROM core.award_chunk AS c
    WHERE c.tenant_id = NEW.tenant_id AND c.file_id = NEW.id;
    IF kept.bytes IS DISTINCT FROM NEW.byte_count OR kept.chunks <> kept.last + 1 THEN
        RAISE EXCEPTION 'the content is not whole' USING ERRCODE = '23514', CONSTRAINT = 'award_file_is_whole';
    END IF;
    RETURN NULL;
END
$$;

-- Whose dossier, and what was said before; those who record about the same dossier at once take turns at it.
CREATE OR REPLACE FUNCTION core.publicity_consent_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.giver_id := core.dossier_giver(NEW.tenant_id, NEW.dossier_id);
    NEW.state := NULL;
    NEW.nominee := NULL;
    NEW.unit_id := NULL;
    SELECT d.state, d.person_id, d.unit_id INTO NEW.state, NEW.nominee, NEW.unit_id
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id
    FOR UPDATE;
    -- In a statement of its own: it sees what was committed while the lock was waited for.
    SELECT coalesce(max(c.position), 0) + 1, max(c.given_on) INTO NEW.position, NEW.not_before
    FROM core.publicity_consent AS c
    WHERE c.tenant_id = NEW.tenant_id AND c.dossier_id = NEW.dossier_id;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.award_file_guard(), core.award_file_is_whole(), core.publicity_consent_guard() FROM PUBLIC;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.award_file'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.award_file FOR EACH ROW EXECUTE FUNCTION core.award_file_guard();
        CREATE CONSTRAINT TRIGGER award_file_is_whole AFTER INSERT ON core.award_file DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION core.award_file_is_whole();
        CREATE TRIGGER guard BEFORE INSERT ON core.publicity_consent FOR EACH ROW EXECUTE FUNCTION core.publicity_consent_guard();
    END IF;
    FOREACH relation IN ARRAY ARRAY['publicity_consent', 'award_file', 'award_chunk']
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
        EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;

    -- In sight of what it proves.
    EXECUTE format('CREATE POLICY submitted ON core.publicity_consent FOR SELECT TO %s
        USING (EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = publicity_consent.tenant_id AND d.id = dossier_id))', province);
    FOR rule IN SELECT * FROM (VALUES ('council_session', 'session_id'), ('award_decision', 'decision_id'), ('dossier_document', 'document_id'),
        ('initiative', 'initiative_id'), ('publicity_consent', 'consent_id'), ('remedy_step', 'remedy_step_id'),
        ('good_model', 'good_model_id'), ('review_event_paper', 'review_paper_id'), ('name_confirmation', 'name_id')) AS v (owner, key)
    LOOP
        EXECUTE format('CREATE POLICY %I ON core.award_file FOR SELECT TO %s
            USING (EXISTS (SELECT FROM core.%I AS x WHERE x.tenant_id = award_file.tenant_id AND x.id = %I))', 'of_' || rule.owner, province, rule.owner, rule.key);
    END LOOP;
    EXECUTE format('CREATE POLICY of_files_in_sight ON core.award_chunk FOR SELECT TO %s
        USING (EXISTS (SELECT FROM core.award_file AS f WHERE f.tenant_id = award_chunk.tenant_id AND f.id = file_id))', province);
    -- For the list that is published of the province's awards (58_after_awards.sql).
    CREATE POLICY owner_publishes ON core.publicity_consent FOR SELECT TO thidua_owner USING (giver_id IS NULL AND (SELECT core.actor_present()));

    -- Home Affairs keeps the provincial council and is the clerk of the Chairman's decisions; the Office keeps the events of the province's reviews.
    GRANT INSERT ON core.award_file, core.award_chunk TO home_affairs, office;
    CREATE POLICY minutes_attached ON core.award_file FOR INSERT TO home_affairs
        WITH CHECK (session_id IS NOT NULL AND tenant_id = (SELECT core.council_kept())
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY decision_attached ON core.award_file FOR INSERT TO home_affairs
        WITH CHECK (decision_id IS NOT NULL AND tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may('award.appraise'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY review_paper_attached ON core.award_file FOR INSERT TO office
        WITH CHECK (review_paper_id IS NOT NULL AND tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may('review.keep'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY written_with_its_file ON core.award_chunk FOR INSERT TO home_affairs, office
        WITH CHECK (EXISTS (
            SELECT FROM core.award_file AS f
            WHERE f.tenant_id = award_chunk.tenant_id AND f.id = file_id AND f.recorded_by = (SELECT core.actor_post())
              AND f.written_in = pg_current_xact_id()));
END
$$;
