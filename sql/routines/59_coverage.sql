-- The plan of what the media report, its press kits and what was published: what the guards find, and who reads and writes. The Office keeps plan and
-- kits; an outlet's editor sees the lines that stand for his outlet and their approved kits, and reports what was published.

-- Whether a version of a line is the last, whoever asks: to which outlet a line went on is not told.
CREATE OR REPLACE FUNCTION core.coverage_line_stands(line uuid, place integer)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ BEGIN RETURN NOT EXISTS (SELECT FROM core.coverage_line AS l WHERE l.line_id = line AND l.position > place); END $$;

-- The same of a kit.
CREATE OR REPLACE FUNCTION core.press_kit_stands(line uuid, place integer)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ BEGIN RETURN NOT EXISTS (SELECT FROM core.press_kit AS k WHERE k.line_id = line AND k.position > place); END $$;

-- Whether a line had a press kit that was approved and stood on a day, whoever asks: of what was published to tell whether it went by one. What
-- became of the kit since does not change that.
CREATE OR REPLACE FUNCTION core.press_kit_stood(line uuid, day date)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN coalesce((
        SELECT NOT k.is_withdrawn
        FROM core.press_kit AS k
        WHERE k.line_id = line AND CASE WHEN k.is_withdrawn THEN k.recorded_on ELSE k.approved_on END <= day
        ORDER BY k.position DESC
        LIMIT 1), false);
END
$$;

-- Whether the kit that stood on a day was not to be published before a later one.
CREATE OR REPLACE FUNCTION core.press_kit_barred(line uuid, day date)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN coalesce((
        SELECT NOT k.is_withdrawn AND k.not_before > day
        FROM core.press_kit AS k
        WHERE k.line_id = line AND CASE WHEN k.is_withdrawn THEN k.recorded_on ELSE k.approved_on END <= day
        ORDER BY k.position DESC
        LIMIT 1), false);
END
$$;

-- Whether an award of the province is signed and names in public whom it awards (A72), now.
CREATE OR REPLACE FUNCTION core.award_in_public(award uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN EXISTS (
        SELECT
        FROM core.award AS a
        WHERE a.tenant_id = core.province_tenant() AND a.id = award
          AND core.named_in_public(a.subject, a.dossier_tenant_id, a.dossier_id)
          AND NOT EXISTS (
              SELECT FROM core.award_amendment AS m WHERE m.tenant_id = a.tenant_id AND m.dossier_id = a.dossier_id AND m.kind = 'revoke'));
END
$$;

-- As who keeps the plan. Of two changes at once the second is told apart by its place. What is dropped keeps its words.
CREATE OR REPLACE FUNCTION core.coverage_line_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    last core.coverage_line;
BEGIN
    IF NEW.position = 1 AND NEW.line_id = NEW.id THEN
        NEW.before := 'new';
        NEW.is_dropped := false;
    ELSE
        SELECT * INTO last FROM core.coverage_line AS l WHERE l.line_id = NEW.line_id ORDER BY l.position DESC LIMIT 1;
        NEW.before := CASE
            WHEN last.id IS NULL THEN 'missing'
            WHEN NEW.position <= last.position THEN 'overtaken'
            WHEN NEW.position > last.position + 1 THEN 'ahead'
            WHEN last.is_dropped THEN 'dropped'
            ELSE 'planned' END;
        NEW.campaign_id := coalesce(last.campaign_id, NEW.campaign_id);
        IF NEW.is_dropped AND last.id IS NOT NULL THEN
            NEW.occasion := last.occasion;
            NEW.subject := last.subject;
            NEW.kind := last.kind;
            NEW.outlet_id := last.outlet_id;
            NEW.planned_on := last.planned_on;
        END IF;
    END IF;
    NEW.is_outlet := NEW.is_dropped OR EXISTS (
        SELECT FROM core.tenant AS t WHERE t.id = NEW.outlet_id AND t.scope = 'media' AND core.tenant_is_open(t.id));
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.press_kit_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    line core.coverage_line;
    last core.press_kit;
BEGIN
    SELECT * INTO line FROM core.coverage_line AS l WHERE l.line_id = NEW.line_id ORDER BY l.position DESC LIMIT 1;
    SELECT * INTO last FROM core.press_kit AS k WHERE k.line_id = line.line_id ORDER BY k.position DESC LIMIT 1;
    NEW.before := CASE
        WHEN line.id IS NULL THEN 'missing'
        WHEN NEW.position <= coalesce(last.position, 0) THEN 'overtaken'
        WHEN NEW.position > coalesce(last.position, 0) + 1 THEN 'ahead'
        WHEN NEW.is_withdrawn AND coalesce(last.is_withdrawn, true) THEN 'withdrawn'
        WHEN line.is_dropped AND NOT NEW.is_withdrawn THEN 'dropped'
        ELSE 'planned' END;
    NEW.withdrawn_on := CASE WHEN NEW.before = 'planned' THEN
        (SELECT max(k.recorded_on) FROM core.press_kit AS k WHERE k.line_id = line.line_id AND k.is_withdrawn) END;
    NEW.is_public := NEW.award_id IS NULL OR core.award_in_public(NEW.award_id);
    RETURN NEW;
END
$$;

-- As the outlet: of a line that does not stand for it there is none. A correction stays with the line and the campaign of what it corrects.
CREATE OR REPLACE FUNCTION core.coverage_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    corrected core.coverage;
BEGIN
    NEW.is_own := true;
    IF NEW.corrects_id IS NOT NULL THEN
        SELECT * INTO corrected FROM core.coverage AS c WHERE c.id = NEW.corrects_id AND c.tenant_id = NEW.tenant_id;
        NEW.campaign_id := corrected.campaign_id;
        NEW.line_id := corrected.line_id;
        NEW.is_planned := true;
        NEW.is_own := coalesce(NOT corrected.is_withdrawn, false);
    ELSIF NEW.line_id IS NULL THEN
        NEW.is_planned := true;
    ELSE
        NEW.campaign_id := (
            SELECT l.campaign_id
            FROM core.coverage_line AS l
            WHERE l.line_id = NEW.line_id AND l.outlet_id = NEW.tenant_id AND NOT l.is_dropped
              AND core.coverage_line_stands(l.line_id, l.position));
        NEW.is_planned := NEW.campaign_id IS NOT NULL;
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.coverage_line_stands(uuid, integer), core.press_kit_stands(uuid, integer), core.press_kit_stood(uuid, date),
    core.press_kit_barred(uuid, date), core.award_in_public(uuid), core.coverage_line_guard(), core.press_kit_guard(), core.coverage_guard() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.coverage_line_stands(uuid, integer), core.press_kit_stands(uuid, integer) TO thidua_tenant;
GRANT EXECUTE ON FUNCTION core.press_kit_stood(uuid, date), core.press_kit_barred(uuid, date), core.award_in_public(uuid) TO thidua_tenant, office, home_affairs, leadership, council, auditor;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.coverage'::regclass AND tgname = 'guard') THEN
        FOREACH relation IN ARRAY ARRAY['coverage_line', 'press_kit', 'coverage']
        LOOP
            EXECUTE format('CREATE TRIGGER guard BEFORE INSERT ON core.%I FOR EACH ROW EXECUTE FUNCTION core.%I()', relation, relation || '_guard');
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.award_stays()', relation);
        END LOOP;
    END IF;
    FOREACH relation IN ARRAY ARRAY['coverage_line', 'press_kit', 'coverage']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, province);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
    END LOOP;

    -- The Office plans, changes, approves.
    GRANT INSERT ON core.coverage_line, core.press_kit TO office;
    FOREACH relation IN ARRAY ARRAY['coverage_line', 'press_kit']
    LOOP
        EXECUTE format('CREATE POLICY kept_by_the_office ON core.%I FOR INSERT TO office
            WITH CHECK ((SELECT core.actor_may(''review.keep'')) AND tenant_id = (SELECT core.actor_home())
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))', relation);
        -- Which version stands is asked of all of them.
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()))', relation);
    END LOOP;

    -- An outlet sees what stands in the plan for it, the kit that was approved of it while whoever it names agrees, and what it reported itself.
    CREATE POLICY outlet ON core.coverage_line FOR SELECT TO thidua_tenant
        USING (outlet_id = (SELECT core.actor_whole()) AND (SELECT core.actor_role_may('coverage.report'))
            AND core.coverage_line_stands(line_id, position));
    CREATE POLICY outlet ON core.press_kit FOR SELECT TO thidua_tenant
        USING (NOT is_withdrawn AND (SELECT core.actor_role_may('coverage.report'))
            AND EXISTS (SELECT FROM core.coverage_line AS l WHERE l.line_id = press_kit.line_id AND NOT l.is_dropped)
            AND core.press_kit_stands(line_id, position) AND (award_id IS NULL OR core.award_in_public(award_id)));
    CREATE POLICY outlet ON core.coverage FOR SELECT TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_whole()) AND (SELECT core.actor_role_may('coverage.report')));
    GRANT INSERT ON core.coverage TO thidua_tenant;
    CREATE POLICY reported ON core.coverage FOR INSERT TO thidua_tenant
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('coverage.report'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;
