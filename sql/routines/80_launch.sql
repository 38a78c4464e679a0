-- The launch travels as jobs: the Chairman's act → one child per first-tier tenant → the tenant's own cascade to its sub-units.

CREATE OR REPLACE FUNCTION core.campaign_launched()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM core.job_add('launch.fan_out', NULL, NEW.campaign_id, 'launch:' || NEW.campaign_id, 'province');
    RETURN NULL;
END
$$;

-- A unit of the first tier that is opened later is launched to as well.
CREATE OR REPLACE FUNCTION core.tenant_opened()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM core.job_add('launch.receive', NEW.id, l.campaign_id, 'launch:' || l.campaign_id, NEW.slug)
    FROM core.campaign_launch AS l
        JOIN core.campaign AS c ON c.id = l.campaign_id
    WHERE NEW.scope = 'award_subject'
      AND NEW.kind <> 'province'
      AND c.last_day >= core.today();
    RETURN NULL;
END
$$;

-- A sub-unit added after its tenant cascaded gets its record too.
CREATE OR REPLACE FUNCTION core.sub_unit_opened()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM core.job_add('launch.cascade', NEW.tenant_id, j.subject_id, 'cascade:' || j.subject_id || ':' || NEW.unit_id, j.target)
    FROM core.job AS j
    WHERE j.tenant_id = NEW.tenant_id
      AND j.kind = 'launch.cascade'
      AND j.cause = 'cascade:' || j.subject_id
      AND NEW.unit_id <> NEW.tenant_id;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION core.campaign_launched(), core.tenant_opened(), core.sub_unit_opened() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.campaign_launch'::regclass AND tgname = 'fan_out') THEN
        CREATE TRIGGER fan_out AFTER INSERT ON core.campaign_launch FOR EACH ROW EXECUTE FUNCTION core.campaign_launched();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.tenant'::regclass AND tgname = 'launch_to_newcomer') THEN
        CREATE TRIGGER launch_to_newcomer AFTER INSERT ON core.tenant FOR EACH ROW EXECUTE FUNCTION core.tenant_opened();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.sub_unit_version'::regclass AND tgname = 'launch_to_newcomer') THEN
        CREATE TRIGGER launch_to_newcomer AFTER INSERT ON core.sub_unit_version FOR EACH ROW EXECUTE FUNCTION core.sub_unit_opened();
    END IF;
END
$$;

-- The worker's first step: one child for every first-tier tenant. The lease and the fence must still be good.
CREATE OR REPLACE FUNCTION core.launch_fan_out(job uuid, fence bigint)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    work record;
    made integer;
BEGIN
    SELECT j.subject_id, j.cause, j.initiator
    INTO work
    FROM core.job AS j
    WHERE j.id = job AND j.fence = launch_fan_out.fence AND j.state = 'running' AND j.lease_until > clock_timestamp();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the lease of the job is lost' USING ERRCODE = 'TD409';
    END IF;
    INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, initiator)
    SELECT core.new_id(), 'launch.receive', t.id, work.subject_id, work.cause, t.slug, work.initiator
    FROM core.first_tier(core.today()) AS f
        JOIN core.tenant AS t ON t.id = f.tenant_id
    ON CONFLICT ON CONSTRAINT job_once_per_cause_and_target DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION core.launch_fan_out(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.launch_fan_out(uuid, bigint) TO thidua_worker;

-- A tenant asks for its own cascade. Asking again changes nothing. TD409: the province has not launched to it.
CREATE OR REPLACE FUNCTION core.launch_cascade(campaign uuid)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place uuid := core.actor_writes();
BEGIN
    IF place IS NULL OR NOT core.actor_may('launch.cascade') THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF NOT EXISTS (SELECT FROM core.campaign_launch AS l WHERE l.campaign_id = campaign) THEN
        RAISE EXCEPTION 'the campaign is not launched' USING ERRCODE = 'TD409';
    END IF;
    RETURN core.job_add('launch.cascade', place, campaign, 'cascade:' || campaign, (SELECT t.slug FROM core.tenant AS t WHERE t.id = place));
END
$$;
REVOKE ALL ON FUNCTION core.launch_cascade(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.launch_cascade(uuid) TO thidua_tenant;
