-- Names of accounts are one list for the province, and "taken" would tell one tenant what another has. So what a tenant's manager opens
-- begins with his tenant's slug and a dot: he asks about names of his own tenant only. A slug has no dot, so no tenant's names lie inside
-- another's. The operator, who sees all tenants, is not bound.

CREATE OR REPLACE FUNCTION core.account_name_space()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    -- Before the unique index is asked.
    IF core.actor_present() AND NOT EXISTS (
        SELECT
        FROM core.person AS n
            JOIN core.tenant AS t ON t.id = n.tenant_id
        WHERE n.id = NEW.person_id AND t.slug = split_part(NEW.username, '.', 1) AND NEW.username LIKE '%._%') THEN
        RAISE EXCEPTION 'not a name of the tenant' USING ERRCODE = '23514', CONSTRAINT = 'account_in_its_name_space';
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.account_name_space() FROM PUBLIC;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.account'::regclass AND tgname = 'name_space') THEN
        CREATE TRIGGER name_space BEFORE INSERT OR UPDATE OF username ON core.account FOR EACH ROW EXECUTE FUNCTION core.account_name_space();
    END IF;
END
$$;
