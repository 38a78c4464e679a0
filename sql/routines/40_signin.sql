-- Sign-in: its own login, its own routines. A password hash leaves the database only here, to be compared by the
-- service (Argon2id is computed there); a session comes in only here.

CREATE OR REPLACE FUNCTION core.signin_find(username text)
RETURNS TABLE (account_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT a.id, a.password_hash
    FROM core.account AS a
    WHERE a.username = signin_find.username
      AND a.disabled_at IS NULL
$$;

-- The posts that an account may act in today, in customary order. Where a tenant's manager chose the first password, he knew
-- it: such an account never acts in a post that he could not have given.
CREATE OR REPLACE FUNCTION core.signin_posts(account uuid)
RETURNS TABLE (post_id uuid, title text, role text, tenant_slug text, tenant_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.id, p.title, p.role, t.slug, t.full_name
    FROM core.account AS a
        JOIN core.person AS n ON n.id = a.person_id
        JOIN core.post AS p ON p.person_id = n.id
        JOIN core.role AS r ON r.code = p.role
        JOIN core.tenant_on(core.today()) AS t ON t.id = p.tenant_id
    WHERE a.id = account
      AND a.disabled_at IS NULL
      AND (n.ended_on IS NULL OR n.ended_on >= core.today())
      AND p.valid_from <= core.today()
      AND (p.valid_to IS NULL OR p.valid_to >= core.today())
      AND (a.opened_by IS NULL OR (r.grantable AND p.tenant_id = n.tenant_id))
    ORDER BY r.precedence, p.id
$$;

-- Keeps the hash of a new session's token. The post must be one the account holds today: TD401 otherwise.
CREATE OR REPLACE FUNCTION core.signin_open(id uuid, account uuid, post uuid, token_hash bytea, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    until timestamptz := clock_timestamp() + least(lifetime, interval '12 hours');
BEGIN
    IF NOT EXISTS (SELECT FROM core.signin_posts(account) AS p WHERE p.post_id = post) THEN
        RAISE EXCEPTION 'the account does not hold that post today' USING ERRCODE = 'TD401';
    END IF;
    INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at)
    VALUES (signin_open.id, 'session', account, post, signin_open.token_hash, until);
    RETURN until;
END
$$;

-- Another post of the same account: a new session in place of the one whose token is shown, ending when that would have ended.
-- TD401: no such session, or the account does not hold that post today.
CREATE OR REPLACE FUNCTION core.signin_switch(token bytea, id uuid, post uuid, token_hash bytea)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    session record;
BEGIN
    UPDATE core.credential AS c
    SET ended_at = clock_timestamp()
    WHERE c.token_hash = sha256(token)
      AND c.kind = 'session'
      AND c.ended_at IS NULL
      AND c.expires_at > clock_timestamp()
    RETURNING c.account_id, c.expires_at INTO session;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM core.signin_posts(session.account_id) AS p WHERE p.post_id = post) THEN
        RAISE EXCEPTION 'no such session, or the account does not hold that post today' USING ERRCODE = 'TD401';
    END IF;
    INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at)
    VALUES (signin_switch.id, 'session', session.account_id, post, signin_switch.token_hash, session.expires_at);
    RETURN session.expires_at;
END
$$;

REVOKE ALL ON FUNCTION core.signin_find(text), core.signin_posts(uuid), core.signin_open(uuid, uuid, uuid, bytea, interval),
    core.signin_switch(bytea, uuid, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.signin_find(text), core.signin_posts(uuid), core.signin_open(uuid, uuid, uuid, bytea, interval),
    core.signin_switch(bytea, uuid, uuid, bytea) TO thidua_signin;

-- The acting account's own posts, for choosing among them.
CREATE OR REPLACE FUNCTION core.my_posts()
RETURNS TABLE (post_id uuid, title text, role text, tenant_slug text, tenant_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT p.post_id, p.title, p.role, p.tenant_slug, p.tenant_name FROM core.signin_posts(core.actor_account()) AS p $$;

-- Behind the door: an actor makes and ends credentials of his own account. A token is made from a session only: whoever finds
-- a token cannot make himself another that outlives it. TD403: not a session of the acting account.
CREATE OR REPLACE FUNCTION core.token_open(id uuid, session bytea, token_hash bytea, label text, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    until timestamptz := clock_timestamp() + least(lifetime, interval '366 days');
BEGIN
    IF NOT EXISTS (
        SELECT
        FROM core.credential AS c
        WHERE c.token_hash = sha256(session)
          AND c.kind = 'session'
          AND c.account_id = core.actor_account()
          AND c.post_id = core.actor_post()
          AND c.ended_at IS NULL
          AND c.expires_at > clock_timestamp()) THEN
        RAISE EXCEPTION 'not a session of this account' USING ERRCODE = 'TD403';
    END IF;
    INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, label, expires_at)
    VALUES (token_open.id, 'token', core.actor_account(), core.actor_post(), token_open.token_hash, token_open.label, until);
    RETURN until;
END
$$;

CREATE OR REPLACE FUNCTION core.credential_end(id uuid)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    UPDATE core.credential AS c
    SET ended_at = clock_timestamp()
    WHERE c.id = credential_end.id
      AND c.account_id = core.actor_account()
      AND c.ended_at IS NULL;
    RETURN FOUND;
END
$$;

-- Ends the session that a token belongs to: signing out needs no post, so an officer whose post ended can still leave.
CREATE OR REPLACE FUNCTION core.signin_close(token bytea)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.credential SET ended_at = clock_timestamp() WHERE token_hash = sha256(token) AND ended_at IS NULL
$$;
REVOKE ALL ON FUNCTION core.signin_close(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.signin_close(bytea) TO thidua_signin;

-- An account for a person of the actor's own tenant, by who keeps that tenant's directory. There is no way here to an account
-- that exists, and none to a person who holds, or will hold, more than this tenant can give: whoever chooses a password could
-- sign in with it. TD404: no such person here.
CREATE OR REPLACE FUNCTION core.account_open(id uuid, person uuid, username text, password_hash text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_may('directory.manage')
        OR NOT EXISTS (
            SELECT
            FROM core.person AS n
            WHERE n.id = person
              AND n.tenant_id = core.actor_writes()
              AND (n.ended_on IS NULL OR n.ended_on >= core.today())) THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF EXISTS (
        SELECT
        FROM core.post AS p
            JOIN core.role AS r ON r.code = p.role
        WHERE p.person_id = person
          AND (p.valid_to IS NULL OR p.valid_to >= core.today())
          AND NOT (r.grantable AND p.tenant_id = core.actor_writes())) THEN
        RAISE EXCEPTION 'holds more than this tenant gives' USING ERRCODE = '23514', CONSTRAINT = 'account_within_the_tenants_gift';
    END IF;
    INSERT INTO core.account (id, person_id, username, password_hash, opened_by)
    VALUES (account_open.id, person, account_open.username, account_open.password_hash, core.actor_post());
END
$$;

-- What the keeper of the directory may know of an account.
CREATE OR REPLACE FUNCTION core.account_of(person uuid)
RETURNS TABLE (id uuid, person_id uuid, username text, created_at timestamptz, disabled_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT a.id, a.person_id, a.username, a.created_at, a.disabled_at
    FROM core.account AS a
        JOIN core.person AS n ON n.id = a.person_id
    WHERE a.person_id = person
      AND n.tenant_id = core.actor_tenant()
      AND core.actor_may('directory.manage')
$$;

REVOKE ALL ON FUNCTION core.my_posts(), core.token_open(uuid, bytea, bytea, text, interval), core.credential_end(uuid),
    core.account_open(uuid, uuid, text, text), core.account_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.my_posts(), core.token_open(uuid, bytea, bytea, text, interval), core.credential_end(uuid)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.account_open(uuid, uuid, text, text), core.account_of(uuid) TO thidua_tenant;
