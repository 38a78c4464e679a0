-- Acting for another. A delegation lends some deeds of a post to a colleague of the same tenant, for days that are named: KT. (the deputy
-- for his head), TL. (by order) or TUQ. (by a written mandate; NĐ 30/2020/NĐ-CP, Điều 13). The delegate enters by a session of his own
-- that names it (core.enter, 20_actor.sql): he acts in the giver's post, as far as the giver does and no further than what is lent, and
-- every act says so. Attacked in Tests/StorageTests/People/Attack+Delegation.swift.

REVOKE ALL ON core.delegation FROM thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT SELECT ON core.delegation TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT INSERT (id, tenant_id, post_id, giver_id, delegate_post_id, delegate_id, form, scope, valid_from, valid_to, reason, document_number, given_by, recorded_on),
    UPDATE (revoked_reason) ON core.delegation TO thidua_tenant;

DO $$
DECLARE
    rule record;
BEGIN
    ALTER TABLE core.delegation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = 'core.delegation'::regclass
    LOOP
        EXECUTE format('DROP POLICY %I ON core.delegation', rule.polname);
    END LOOP;
    CREATE POLICY owner_routines ON core.delegation TO thidua_owner USING (true) WITH CHECK (true);
    CREATE POLICY own_tenant ON core.delegation FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_tenant()));
    CREATE POLICY province ON core.delegation FOR SELECT TO office, home_affairs, leadership, council, auditor
        USING ((SELECT core.actor_may('province.read')));
    -- By who holds the post himself; for the other posts that a unit gives, by the head of the unit, but not to himself.
    CREATE POLICY given ON core.delegation FOR INSERT TO thidua_tenant
        WITH CHECK (
            tenant_id = (SELECT core.actor_writes())
            AND (SELECT core.actor_may('delegation.give'))
            AND given_by = (SELECT core.actor_post())
            AND recorded_on = (SELECT core.today())
            AND delegate_id <> (SELECT core.actor_person())
            AND (post_id = (SELECT core.actor_post())
                OR ((SELECT (core.actor())[6] = 'unit_head')
                    AND EXISTS (
                        SELECT
                        FROM core.post AS p
                            JOIN core.role AS r ON r.code = p.role
                        WHERE p.id = post_id
                          AND r.grantable
                          AND p.role <> 'unit_head'))));
    -- At once, by whoever gave it, who holds the post, or who keeps the directory (the head does); not by a delegate.
    CREATE POLICY revoked ON core.delegation FOR UPDATE TO thidua_tenant
        USING (
            tenant_id = (SELECT core.actor_writes())
            AND (SELECT core.actor_delegation()) IS NULL
            AND (SELECT core.actor_may('delegation.revoke'))
            AND (post_id = (SELECT core.actor_post()) OR given_by = (SELECT core.actor_post()) OR (SELECT core.actor_role_may('directory.manage'))))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()));
END
$$;

-- What is given: no more than the post may do, between two who hold their posts on its first day; a deputy acts KT., nobody else. It stays
-- as it was given, and is revoked once, for good.
CREATE OR REPLACE FUNCTION core.delegation_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    giver    record;
    delegate record;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - 'revoked_reason' <> to_jsonb(OLD) - 'revoked_reason' THEN
            RAISE EXCEPTION 'a delegation stays what it was given as' USING ERRCODE = 'TD422';
        END IF;
        IF OLD.revoked_at IS NOT NULL THEN
            RAISE EXCEPTION 'the delegation is revoked' USING ERRCODE = '23514', CONSTRAINT = 'delegation_revoked_once';
        END IF;
        NEW.revoked_at := clock_timestamp();
        NEW.revoked_by := core.actor_post();
        NEW.version := OLD.version + 1;
        RETURN NEW;
    END IF;

    -- In another tenant the row policy refuses, whatever is named: here nothing is said of it.
    IF core.actor_present() AND NEW.tenant_id IS DISTINCT FROM core.actor_home() THEN
        RETURN NEW;
    END IF;
    IF core.actor_delegation() IS NOT NULL THEN
        RAISE EXCEPTION 'a delegate passes nothing on' USING ERRCODE = '23514', CONSTRAINT = 'delegation_is_not_passed_on';
    END IF;
    IF 'delegation.revoke' = ANY (NEW.scope) THEN
        RAISE EXCEPTION 'not lent' USING ERRCODE = '23514', CONSTRAINT = 'delegation_of_what_is_lent';
    END IF;
    SELECT p.role INTO giver
    FROM core.post AS p
    WHERE p.id = NEW.post_id AND p.tenant_id = NEW.tenant_id
      AND p.valid_from <= NEW.valid_from AND (p.valid_to IS NULL OR p.valid_to >= NEW.valid_from);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the post is not held then' USING ERRCODE = '23514', CONSTRAINT = 'delegation_of_a_post';
    END IF;
    SELECT p.title INTO delegate
    FROM core.post AS p
    WHERE p.id = NEW.delegate_post_id AND p.tenant_id = NEW.tenant_id
      AND p.valid_from <= NEW.valid_from AND (p.valid_to IS NULL OR p.valid_to >= NEW.valid_from);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the delegate does not hold his post then' USING ERRCODE = '23514', CONSTRAINT = 'delegation_to_a_post';
    END IF;
    IF EXISTS (
        SELECT
        FROM unnest(NEW.scope) AS s (action)
        WHERE NOT EXISTS (SELECT FROM core.role_action AS ra WHERE ra.role = giver.role AND ra.action = s.action)) THEN
        RAISE EXCEPTION 'more than the post may do' USING ERRCODE = '23514', CONSTRAINT = 'delegation_within_the_post';
    END IF;
    IF NEW.form = 'kt' AND delegate.title NOT LIKE 'Phó %' THEN
        RAISE EXCEPTION 'only a deputy acts for his head' USING ERRCODE = '23514', CONSTRAINT = 'delegation_kt_to_a_deputy';
    END IF;
    RETURN NEW;
END
$$;

-- An act says under which delegation it was done, whatever its statement says.
CREATE OR REPLACE FUNCTION core.delegation_stamp()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.delegation_id := core.actor_delegation();
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.delegation_guard(), core.delegation_stamp() FROM PUBLIC;

DO $$
DECLARE
    act text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.delegation'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.delegation FOR EACH ROW EXECUTE FUNCTION core.delegation_guard();
    END IF;
    FOREACH act IN ARRAY ARRAY['launch_step', 'progress', 'ruling', 'campaign_launch']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', act)::regclass AND tgname = 'delegation') THEN
            EXECUTE format('CREATE TRIGGER delegation BEFORE INSERT ON core.%I FOR EACH ROW EXECUTE FUNCTION core.delegation_stamp()', act);
        END IF;
    END LOOP;
END
$$;

-- Who acts, for the separation of duty (A66) -----------------------------------------------------------------------

-- Every record of the acting person and, under a delegation, of the one in whose stead he acts: who moved to another unit is still himself.
CREATE OR REPLACE FUNCTION core.actor_persons()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN ARRAY(
        SELECT core.person_records(p.id)
        FROM (VALUES (a[3]::uuid), ((SELECT d.giver_id FROM core.delegation AS d WHERE d.id = a[15]::uuid))) AS p (id)
        WHERE p.id IS NOT NULL);
END
$$;

-- Where these persons hold posts today: the tenants, and the sub-units of the acting post's own.
CREATE OR REPLACE FUNCTION core.actor_tenants()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN a[7]::uuid || ARRAY(
        SELECT p.tenant_id
        FROM core.post AS p
        WHERE p.person_id = ANY ((SELECT core.actor_persons())::uuid[])
          AND p.valid_from <= a[12]::date
          AND (p.valid_to IS NULL OR p.valid_to >= a[12]::date));
END
$$;
CREATE OR REPLACE FUNCTION core.actor_seats()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN a[8]::uuid || ARRAY(
        SELECT p.unit_id
        FROM core.post AS p
        WHERE p.person_id = ANY ((SELECT core.actor_persons())::uuid[])
          AND p.tenant_id = a[7]::uuid
          AND p.valid_from <= a[12]::date
          AND (p.valid_to IS NULL OR p.valid_to >= a[12]::date));
END
$$;

-- By which posts the sub-unit of a post gives, held today or once: who takes a post over answers for what was given there before. Not what somebody
-- who sits there gave for the whole tenant. Of posts of one's own tenant alone.
CREATE OR REPLACE FUNCTION core.giving_posts(post uuid)
RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT array_agg(p.id)
    FROM core.post AS o
        JOIN core.post AS p ON p.tenant_id = o.tenant_id AND p.unit_id = o.unit_id
        JOIN core.role AS r ON r.code = p.role
    WHERE o.id = giving_posts.post AND o.tenant_id = core.actor_home() AND (p.id = o.id OR r.reach = 'subtree')
$$;

-- What stands under an act: the form, the title of the post and that of the delegate. For those who may know the titles: one's own tenant's,
-- all for who reads the province, and those of posts with a province-wide role.
CREATE OR REPLACE FUNCTION core.delegation_words(delegation uuid)
RETURNS TABLE (form text, title text, delegate_title text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT d.form, p.title, o.title
    FROM core.delegation AS d
        JOIN core.post AS p ON p.id = d.post_id
        JOIN core.post AS o ON o.id = d.delegate_post_id
    WHERE d.id = delegation
      AND (d.tenant_id = core.actor_home() OR core.actor_may('province.read')
        OR (core.actor_present() AND EXISTS (SELECT FROM core.role AS r WHERE r.code = p.role AND r.province_role IS NOT NULL)))
$$;

REVOKE ALL ON FUNCTION core.actor_persons(), core.actor_tenants(), core.actor_seats(), core.giving_posts(uuid), core.delegation_words(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.actor_persons(), core.actor_tenants(), core.actor_seats(), core.giving_posts(uuid), core.delegation_words(uuid)
    TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- Signing in under it ---------------------------------------------------------------------------------------------

-- The delegations that an account may act under today: as with posts of its own (core.signin_posts), one whose password a tenant's manager
-- chose acts in none that he could not have given.
CREATE OR REPLACE FUNCTION core.signin_delegations(account uuid)
RETURNS TABLE (delegation_id uuid, form text, scope text[], valid_to date, delegate_title text, post_id uuid, title text, role text,
    tenant_slug text, tenant_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT d.id, d.form, d.scope, d.valid_to, o.title, p.id, p.title, p.role, t.slug, t.full_name
    FROM core.account AS a
        JOIN core.person AS n ON n.id = a.person_id
        JOIN core.delegation AS d ON d.delegate_id = n.id
        JOIN core.post AS p ON p.id = d.post_id
        JOIN core.post AS o ON o.id = d.delegate_post_id
        JOIN core.role AS r ON r.code = p.role
        JOIN core.tenant_on(core.today()) AS t ON t.id = p.tenant_id
    WHERE a.id = account
      AND a.disabled_at IS NULL
      AND (n.ended_on IS NULL OR n.ended_on >= core.today())
      AND d.revoked_at IS NULL
      AND d.valid_from <= core.today()
      AND d.valid_to >= core.today()
      AND p.valid_from <= core.today()
      AND (p.valid_to IS NULL OR p.valid_to >= core.today())
      AND o.valid_from <= core.today()
      AND (o.valid_to IS NULL OR o.valid_to >= core.today())
      AND (a.opened_by IS NULL OR (r.grantable AND p.tenant_id = n.tenant_id))
    ORDER BY r.precedence, d.id;
END
$$;

-- Goes on under a delegation: a new session in place of the one whose token is shown, ending when that would have ended. TD401: no such
-- session, or no such delegation for the account today.
CREATE OR REPLACE FUNCTION core.signin_delegate(token bytea, id uuid, delegation uuid, token_hash bytea)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    session record;
    post    uuid;
BEGIN
    UPDATE core.credential AS c
    SET ended_at = clock_timestamp()
    WHERE c.token_hash = sha256(token)
      AND c.kind = 'session'
      AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at)
    RETURNING c.account_id, c.expires_at, c.proof INTO session;
    SELECT d.post_id INTO post FROM core.signin_delegations(session.account_id) AS d WHERE d.delegation_id = delegation;
    IF post IS NULL THEN
        RAISE EXCEPTION 'no such session, or no such delegation today' USING ERRCODE = 'TD401';
    END IF;
    -- A post that asks for a second factor finds out what the session had.
    INSERT INTO core.credential (id, kind, account_id, post_id, delegation_id, token_hash, expires_at, proof)
    VALUES (signin_delegate.id, 'session', session.account_id, post, delegation, signin_delegate.token_hash, session.expires_at, session.proof);
    RETURN session.expires_at;
END
$$;
REVOKE ALL ON FUNCTION core.signin_delegations(uuid), core.signin_delegate(bytea, uuid, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.signin_delegations(uuid), core.signin_delegate(bytea, uuid, uuid, bytea) TO thidua_signin;

-- The acting account's own, for choosing among them.
CREATE OR REPLACE FUNCTION core.my_delegations()
RETURNS TABLE (delegation_id uuid, form text, scope text[], valid_to date, delegate_title text, post_id uuid, title text, role text,
    tenant_slug text, tenant_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT d.delegation_id, d.form, d.scope, d.valid_to, d.delegate_title, d.post_id, d.title, d.role, d.tenant_slug, d.tenant_name
    FROM core.signin_delegations(core.actor_account()) AS d
$$;
REVOKE ALL ON FUNCTION core.my_delegations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.my_delegations() TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
