-- Sign-in: its own login, its own routines. A password hash leaves the database only here, to be compared by the
-- service (Argon2id is computed there); a session comes in only here.

-- A session ends when nobody used it for half an hour; a token when its time is over. Both when somebody ended them.
CREATE OR REPLACE FUNCTION core.credential_is_good(kind text, created_at timestamptz, used_at timestamptz, expires_at timestamptz, ended_at timestamptz)
RETURNS boolean
LANGUAGE sql VOLATILE PARALLEL SAFE
AS $$
    SELECT ended_at IS NULL
        AND expires_at > clock_timestamp()
        AND (kind = 'token' OR coalesce(used_at, created_at) > clock_timestamp() - interval '30 minutes')
$$;
REVOKE ALL ON FUNCTION core.credential_is_good(text, timestamptz, timestamptz, timestamptz, timestamptz) FROM PUBLIC;

CREATE OR REPLACE FUNCTION core.credential_used(credential uuid)
RETURNS timestamptz
LANGUAGE sql STABLE
AS $$ SELECT u.used_at FROM core.credential_use AS u WHERE u.credential_id = credential $$;
REVOKE ALL ON FUNCTION core.credential_used(uuid) FROM PUBLIC;

-- The services note which credentials were used, at most once a minute each and outside the requests themselves: reading stays
-- reading. A session that had been idle too long when it was used does not come back to life.
--
-- Takes the SHA-256 of the tokens, one behind the other, and for each how long ago it was used.
CREATE OR REPLACE FUNCTION core.signin_touch(token_hashes bytea, seconds_ago double precision[])
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    touched integer;
BEGIN
    -- Two services may have seen the same credential: whoever comes second skips it.
    WITH due AS (
        SELECT c.id, s.at
        FROM core.credential AS c
            LEFT JOIN core.credential_use AS u ON u.credential_id = c.id
            JOIN (
                SELECT substring(token_hashes FROM 32 * s.place::integer - 31 FOR 32) AS token_hash,
                    clock_timestamp() - make_interval(secs => least(greatest(s.ago, 0), 600)) AS at
                FROM unnest(seconds_ago) WITH ORDINALITY AS s (ago, place)
            ) AS s ON s.token_hash = c.token_hash
        WHERE c.ended_at IS NULL
          AND (u.used_at IS NULL OR u.used_at < s.at - interval '1 minute')
          AND (c.kind = 'token' OR coalesce(u.used_at, c.created_at) > s.at - interval '30 minutes')
        FOR UPDATE OF c SKIP LOCKED
    )
    INSERT INTO core.credential_use (credential_id, used_at)
    SELECT due.id, due.at FROM due
    ON CONFLICT (credential_id) DO UPDATE SET used_at = excluded.used_at;
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched;
END
$$;
REVOKE ALL ON FUNCTION core.signin_touch(bytea, double precision[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.signin_touch(bytea, double precision[]) TO thidua_signin;

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
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
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
    ORDER BY r.precedence, p.id;
END
$$;

-- Keeps the hash of a new session's token. The post must be one the account holds today: TD401 otherwise.
CREATE OR REPLACE FUNCTION core.session_keep(id uuid, account uuid, post uuid, token_hash bytea, lifetime interval, proof text)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    until timestamptz := clock_timestamp() + least(lifetime, interval '12 hours');
BEGIN
    IF NOT EXISTS (SELECT FROM core.signin_posts(account) AS p WHERE p.post_id = post) THEN
        RAISE EXCEPTION 'the account does not hold that post today' USING ERRCODE = 'TD401';
    END IF;
    INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at, proof)
    VALUES (session_keep.id, 'session', account, post, session_keep.token_hash, until, session_keep.proof);
    RETURN until;
END
$$;
REVOKE ALL ON FUNCTION core.session_keep(uuid, uuid, uuid, bytea, interval, text) FROM PUBLIC;

-- Opens a session for the right password, or for what an OpenID provider said ('provider'). TD401: the password alone is not enough for an
-- account with a second factor (44_second_factor.sql), and a post that it does not hold today is not its own.
DROP FUNCTION IF EXISTS core.signin_open(uuid, uuid, uuid, bytea, interval);
CREATE OR REPLACE FUNCTION core.signin_open(id uuid, account uuid, post uuid, token_hash bytea, lifetime interval, proof text)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    -- A factor that is confirmed at this moment is waited for.
    PERFORM FROM core.account AS a WHERE a.id = account FOR SHARE;
    IF proof NOT IN ('password', 'provider') OR (proof = 'password' AND core.factor_of(account) IS NOT NULL) THEN
        RAISE EXCEPTION 'a code is asked for' USING ERRCODE = 'TD401';
    END IF;
    RETURN core.session_keep(signin_open.id, account, post, signin_open.token_hash, lifetime, signin_open.proof);
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
      AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at)
    RETURNING c.account_id, c.expires_at, c.proof INTO session;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM core.signin_posts(session.account_id) AS p WHERE p.post_id = post) THEN
        RAISE EXCEPTION 'no such session, or the account does not hold that post today' USING ERRCODE = 'TD401';
    END IF;
    -- A post that asks for a second factor finds out what the session had.
    INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, expires_at, proof)
    VALUES (signin_switch.id, 'session', session.account_id, post, signin_switch.token_hash, session.expires_at, session.proof);
    RETURN session.expires_at;
END
$$;

REVOKE ALL ON FUNCTION core.signin_find(text), core.signin_posts(uuid), core.signin_open(uuid, uuid, uuid, bytea, interval, text),
    core.signin_switch(bytea, uuid, uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.signin_find(text), core.signin_posts(uuid), core.signin_open(uuid, uuid, uuid, bytea, interval, text),
    core.signin_switch(bytea, uuid, uuid, bytea) TO thidua_signin;

-- The acting account's own posts, for choosing among them.
CREATE OR REPLACE FUNCTION core.my_posts()
RETURNS TABLE (post_id uuid, title text, role text, tenant_slug text, tenant_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT p.post_id, p.title, p.role, p.tenant_slug, p.tenant_name FROM core.signin_posts(core.actor_account()) AS p $$;

-- So many days a token lasts at most.
CREATE OR REPLACE FUNCTION core.token_days()
RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT coalesce((SELECT i.token_days FROM core.installation AS i), 366) $$;

-- Behind the door: an actor makes and ends credentials of his own account. A token is made from a session only: whoever finds
-- a token cannot make himself another that outlives it. It has the proof of its session, and of the deeds of its post those that it names.
-- TD403: not a session of the acting account.
DROP FUNCTION IF EXISTS core.token_open(uuid, bytea, bytea, text, interval);
CREATE OR REPLACE FUNCTION core.token_open(id uuid, session bytea, token_hash bytea, label text, lifetime interval, scopes text[], token_prefix text)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    proof text;
BEGIN
    SELECT c.proof INTO proof
    FROM core.credential AS c
    WHERE c.token_hash = sha256(session)
      AND c.kind = 'session'
      AND c.account_id = core.actor_account()
      AND c.post_id = core.actor_post()
      -- Under a delegation one acts in person.
      AND c.delegation_id IS NULL
      AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not a session of this account' USING ERRCODE = 'TD403';
    END IF;
    IF lifetime > make_interval(days => core.token_days()) THEN
        RAISE EXCEPTION 'too long' USING ERRCODE = '23514', CONSTRAINT = 'token_lasts_its_days';
    END IF;
    -- One's own sessions, what any officer may look at, and what the post may do.
    IF scopes IS NULL OR EXISTS (
        SELECT
        FROM unnest(scopes) AS s (deed)
        WHERE s.deed <> 'own.use'
          AND NOT core.actor_may(s.deed)
          AND (s.deed NOT LIKE '%.read' OR EXISTS (SELECT FROM core.role_action AS r WHERE r.action = s.deed))) THEN
        RAISE EXCEPTION 'more than the post may do' USING ERRCODE = '23514', CONSTRAINT = 'token_within_its_post';
    END IF;
    INSERT INTO core.credential (id, kind, account_id, post_id, token_hash, label, expires_at, proof, scopes, token_prefix)
    VALUES (token_open.id, 'token', core.actor_account(), core.actor_post(), token_open.token_hash, token_open.label, clock_timestamp() + lifetime,
        proof, token_open.scopes, token_open.token_prefix);
    RETURN clock_timestamp() + lifetime;
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

-- Every session and token of the acting account but the one that is shown; answers how many there were.
CREATE OR REPLACE FUNCTION core.credential_end_others(token bytea)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    ended integer;
BEGIN
    UPDATE core.credential AS c
    SET ended_at = clock_timestamp()
    WHERE c.account_id = core.actor_account()
      AND c.token_hash <> sha256(token)
      AND c.ended_at IS NULL
      AND c.expires_at > clock_timestamp();
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
END
$$;

-- The acting account's own that are still good, newest first, and which of them is shown.
DROP FUNCTION IF EXISTS core.my_credentials(bytea);
CREATE FUNCTION core.my_credentials(token bytea)
RETURNS TABLE (id uuid, kind text, post_id uuid, label text, created_at timestamptz, used_at timestamptz, expires_at timestamptz, is_current boolean,
    proof text, scopes text[], token_prefix text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT c.id, c.kind, c.post_id, c.label, c.created_at, u.used_at, c.expires_at, c.token_hash = sha256(token),
        c.proof, c.scopes, c.token_prefix
    FROM core.credential AS c
        LEFT JOIN core.credential_use AS u ON u.credential_id = c.id
    WHERE c.account_id = core.actor_account()
      AND core.credential_is_good(c.kind, c.created_at, u.used_at, c.expires_at, c.ended_at)
    ORDER BY c.created_at DESC, c.id
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

REVOKE ALL ON FUNCTION core.my_posts(), core.token_days(), core.token_open(uuid, bytea, bytea, text, interval, text[], text),
    core.credential_end(uuid),
    core.credential_end_others(bytea), core.my_credentials(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.my_posts(), core.token_days(), core.token_open(uuid, bytea, bytea, text, interval, text[], text),
    core.credential_end(uuid),
    core.credential_end_others(bytea), core.my_credentials(bytea)
    TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
