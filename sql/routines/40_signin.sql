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

-- The posts that an account may act in today, in customary order.
CREATE OR REPLACE FUNCTION core.signin_posts(account uuid)
RETURNS TABLE (post_id uuid, title text, role text, tenant_slug text, tenant_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.id, p.title, p.role, t.slug, t.full_name
    FROM core.account AS a
        JOIN core.post AS p ON p.person_id = a.person_id
        JOIN core.role AS r ON r.code = p.role
        JOIN core.tenant_on(core.today()) AS t ON t.id = p.tenant_id
    WHERE a.id = account
      AND p.valid_from <= core.today()
      AND (p.valid_to IS NULL OR p.valid_to >= core.today())
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

REVOKE ALL ON FUNCTION core.signin_find(text), core.signin_posts(uuid), core.signin_open(uuid, uuid, uuid, bytea, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.signin_find(text), core.signin_posts(uuid), core.signin_open(uuid, uuid, uuid, bytea, interval) TO thidua_signin;

-- Behind the door: an actor makes and ends credentials of his own account.
CREATE OR REPLACE FUNCTION core.token_open(id uuid, token_hash bytea, label text, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    until timestamptz := clock_timestamp() + least(lifetime, interval '366 days');
BEGIN
    IF core.actor_account() IS NULL THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
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

-- An account for a person of the actor's own tenant, by who keeps that tenant's directory.
CREATE OR REPLACE FUNCTION core.account_open(id uuid, person uuid, username text, password_hash text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_may('directory.manage')
        OR NOT EXISTS (SELECT FROM core.person AS p WHERE p.id = person AND p.tenant_id = core.actor_writes()) THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    INSERT INTO core.account (id, person_id, username, password_hash)
    VALUES (account_open.id, person, account_open.username, account_open.password_hash);
END
$$;

REVOKE ALL ON FUNCTION core.token_open(uuid, bytea, text, interval), core.credential_end(uuid), core.account_open(uuid, uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.token_open(uuid, bytea, text, interval), core.credential_end(uuid)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
GRANT EXECUTE ON FUNCTION core.account_open(uuid, uuid, text, text) TO thidua_tenant;
