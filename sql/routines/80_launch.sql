-- The launch travels as jobs: the Chairman's act → one child per first-tier tenant → the tenant's own cascade to its sub-units.
--
-- Each "what exists now" below meets somebody else's "what comes later" at a row that both lock, so that a unit opened in the
-- same moment is seen by one of the two: the installation's row for tenants, the tenant's row (core.directory_lock) for its sub-units.

-- A launch that is recorded with another day than before says which it corrects. The officer reads it himself: who reports a step sees those before.
CREATE OR REPLACE FUNCTION core.launch_step_corrects()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format(
        'SELECT s.happened_on FROM %I.launch_step AS s
         WHERE s.tenant_id = $1 AND s.launch_id = $2 AND s.step = ''launched'' ORDER BY s.position DESC LIMIT 1', TG_TABLE_SCHEMA)
    INTO NEW.corrects_on
    USING NEW.tenant_id, NEW.launch_id;
    IF NEW.step <> 'launched' OR NEW.corrects_on = NEW.happened_on THEN
        NEW.corrects_on := NULL;
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.launch_step_corrects() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.launch_step'::regclass AND tgname = 'corrects') THEN
        CREATE TRIGGER corrects BEFORE INSERT ON core.launch_step FOR EACH ROW EXECUTE FUNCTION core.launch_step_corrects();
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION core.campaign_launched()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM FROM core.installation FOR NO KEY UPDATE;
    PERFORM core.job_add('launch.fan_out', NULL, NEW.campaign_id, 'launch:' || NEW.campaign_id, 'province');
    RETURN NULL;
END
$$;

-- A unit of the first tier that is opened later is launched to as well, while the campaign lasts.
CREATE OR REPLACE FUNCTION core.tenant_opened()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM FROM core.installation FOR SHARE;
    PERFORM core.job_add('launch.receive', NEW.id, l.campaign_id, 'launch:' || l.campaign_id, NEW.slug)
    FROM core.campaign_launch AS l
    WHERE NEW.kind <> 'province'
      AND l.first_tier && ARRAY[NEW.kind || ':' || NEW.scope, NEW.kind || ':']
      AND l.last_day >= core.today();
    RETURN NULL;
END
$$;

-- A sub-unit added after its tenant cascaded gets its record too: one job for all that one transaction adds.
-- That a tenant cascaded is known from the job that did it, so these jobs are never cleared away.
CREATE OR REPLACE FUNCTION core.sub_unit_opened()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place    text;
    addition text := ':' || (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint || '-' || pg_current_xact_id();
BEGIN
    IF NEW.id = NEW.tenant_id THEN
        RETURN NULL;
    END IF;
    PERFORM core.directory_lock(NEW.tenant_id, exclusively => true);
    SELECT t.slug INTO place FROM core.tenant AS t WHERE t.id = NEW.tenant_id;
    PERFORM core.job_add('launch.cascade', NEW.tenant_id, l.campaign_id, 'cascade:' || l.campaign_id || addition, place)
    FROM core.campaign_launch AS l
        JOIN core.job AS j ON j.cause = 'cascade:' || l.campaign_id AND j.target = place
    WHERE l.last_day >= core.today()
      AND NOT EXISTS (SELECT FROM core.job AS k WHERE k.cause = 'cascade:' || l.campaign_id || addition AND k.target = place);
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
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.sub_unit'::regclass AND tgname = 'launch_to_newcomer') THEN
        CREATE TRIGGER launch_to_newcomer AFTER INSERT ON core.sub_unit FOR EACH ROW EXECUTE FUNCTION core.sub_unit_opened();
    END IF;
    -- Whatever was passed on while it was held to be closed.
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.sub_unit'::regclass AND tgname = 'launch_to_reopened') THEN
        CREATE TRIGGER launch_to_reopened AFTER UPDATE ON core.sub_unit FOR EACH ROW
            WHEN (OLD.closed_on IS NOT NULL AND NEW.closed_on IS NULL) EXECUTE FUNCTION core.sub_unit_opened();
    END IF;
END
$$;

-- The worker's first step: one child for every tenant of the campaign's first tier, also for one that is entered and opens on a later day of
-- the campaign: it receives it then, and nothing asks again on that day. The lease and the fence must still be good.
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
        RAISE EXCEPTION 'the lease of the job is lost' USING ERRCODE = 'TD410';
    END IF;
    INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, initiator)
    SELECT core.new_id(), 'launch.receive', t.id, work.subject_id, work.cause, t.slug, work.initiator
    FROM core.campaign AS c
        JOIN core.tenant AS t ON t.kind <> 'province' AND c.first_tier && ARRAY[t.kind || ':' || t.scope, t.kind || ':']
    WHERE c.id = work.subject_id
      AND t.opened_on <= greatest(c.last_day, core.today())
      AND (t.closed_on IS NULL OR t.closed_on >= core.today())
    ORDER BY t.position, t.slug
    ON CONFLICT ON CONSTRAINT job_once_per_cause_and_target DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION core.launch_fan_out(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.launch_fan_out(uuid, bigint) TO thidua_worker;

-- A tenant asks for its own cascade: true the first time, afterwards nothing changes. TD409: the province's launch does not
-- come to this tenant, or has not come yet. 42501: the tenant has ended.
CREATE OR REPLACE FUNCTION core.launch_cascade(campaign uuid)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place record;
BEGIN
    IF NOT core.actor_may('launch.cascade') THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    SELECT t.id, t.slug INTO place FROM core.tenant AS t WHERE t.id = core.actor_writes();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the unit has ended' USING ERRCODE = '42501';
    END IF;
    PERFORM core.directory_lock(place.id, exclusively => true);
    IF NOT EXISTS (SELECT FROM core.job AS j WHERE j.cause = 'launch:' || campaign AND j.target = place.slug AND j.state = 'done') THEN
        RAISE EXCEPTION 'the campaign is not launched to this tenant' USING ERRCODE = 'TD409';
    END IF;
    RETURN core.job_add('launch.cascade', place.id, campaign, 'cascade:' || campaign, place.slug);
END
$$;
REVOKE ALL ON FUNCTION core.launch_cascade(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.launch_cascade(uuid) TO thidua_tenant;
