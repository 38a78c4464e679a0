-- The plan and its versions.

-- Which tenants the province judges itself in a campaign, of those open on a day: as the plan's first tier says, not as today's code.
CREATE OR REPLACE FUNCTION core.campaign_tenants(campaign uuid, day date)
RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT t.id
    FROM core.campaign AS c
        JOIN core.tenant AS t ON t.kind <> 'province' AND c.first_tier && ARRAY[t.kind || ':' || t.scope, t.kind || ':']
    WHERE c.id = campaign
      AND t.opened_on <= day
      AND (t.closed_on IS NULL OR t.closed_on >= day)
$$;
REVOKE ALL ON FUNCTION core.campaign_tenants(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.campaign_tenants(uuid, date)
    TO thidua_owner, thidua_migrator, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- A campaign keeps its identity and leaves every version behind.
CREATE OR REPLACE FUNCTION core.campaign_next_version()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.code <> OLD.code THEN
        RAISE EXCEPTION 'a campaign keeps its code' USING ERRCODE = 'TD422';
    END IF;
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.campaign_keep_version()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.campaign_version (campaign_id, version, document, checksum, recorded_by, recorded_on)
    VALUES (NEW.id, NEW.version, NEW.document, NEW.checksum, core.actor_post(), NEW.recorded_on);
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION core.campaign_next_version(), core.campaign_keep_version() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.campaign'::regclass AND tgname = 'next_version') THEN
        CREATE TRIGGER next_version BEFORE UPDATE ON core.campaign FOR EACH ROW EXECUTE FUNCTION core.campaign_next_version();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.campaign'::regclass AND tgname = 'keep_version') THEN
        CREATE TRIGGER keep_version AFTER INSERT OR UPDATE ON core.campaign FOR EACH ROW EXECUTE FUNCTION core.campaign_keep_version();
    END IF;
END
$$;
