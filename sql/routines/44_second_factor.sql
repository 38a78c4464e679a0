-- The second factor: which roles ask for it, how it comes and goes, and the second step of signing in. TOTP (RFC 6238: SHA-1, 30 s,
-- 6 digits) is computed by the service, like Argon2id; what a code may do is decided here. Only the sign-in login's routines read a
-- secret. An OpenID provider's own factor counts: whoever comes through it is asked for no other (proof 'provider').

DO $$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY['factor_policy', 'second_factor', 'factor_use', 'recovery_code', 'signin_step']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('DROP POLICY IF EXISTS owner_routines ON core.%I', relation);
        EXECUTE format('CREATE POLICY owner_routines ON core.%I TO thidua_owner USING (true) WITH CHECK (true)', relation);
    END LOOP;
END
$$;

-- What holds until the operator says otherwise (issue 3: administrators and Home Affairs). A demonstration shows made-up data to whoever
-- looks, and its accounts have one published password: a second factor would guard nothing there.
INSERT INTO core.factor_policy (kind, role, since, required, reason)
SELECT k.kind, r.role, '-infinity', k.required, k.reason
FROM (VALUES
        ('production', true, 'Mặc định: vai trò quản trị và công chức thi đua - khen thưởng của Sở Nội vụ phải xác thực hai lớp'),
        ('demonstration', false, 'Hệ thống trình diễn: tài khoản theo chức vụ dùng chung một mật khẩu công khai, không yêu cầu xác thực hai lớp')
    ) AS k (kind, required, reason)
    CROSS JOIN (VALUES ('system_admin'), ('tenant_admin'), ('home_affairs_officer')) AS r (role)
ON CONFLICT DO NOTHING;

-- Whether a post of this role asks for a second factor now. What is not installed yet is taken for a real province. Every request asks, so
-- it has no search_path of its own, which would be set for each: its callers have one.
CREATE OR REPLACE FUNCTION core.role_asks_factor(role text)
RETURNS boolean
LANGUAGE plpgsql STABLE
AS $$
BEGIN
    RETURN coalesce((
        SELECT f.required
        FROM core.factor_policy AS f
        WHERE f.kind = coalesce((SELECT i.kind FROM core.installation AS i), 'production')
          AND f.role = role_asks_factor.role
          AND f.since <= clock_timestamp()
        ORDER BY f.since DESC
        LIMIT 1), false);
END
$$;

-- Whether a session or token falls short of what its post asks for: then it opens the enrolment and nothing else.
CREATE OR REPLACE FUNCTION core.lacks_factor(proof text, post uuid)
RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT proof = 'password' AND EXISTS (SELECT FROM core.post AS p WHERE p.id = lacks_factor.post AND core.role_asks_factor(p.role))
$$;

-- The factor that is asked for; none where nobody showed a code of it yet.
CREATE OR REPLACE FUNCTION core.factor_of(account uuid)
RETURNS uuid
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT f.id FROM core.second_factor AS f WHERE f.account_id = account AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL
$$;

-- Marks the code of 30 seconds as used: 23505 (factor_code_works_once) where it was already. What no clock comes back to is forgotten.
CREATE OR REPLACE FUNCTION core.factor_spend(factor uuid, time_step bigint)
RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
    INSERT INTO core.factor_use (factor_id, time_step) VALUES (factor, factor_spend.time_step);
    DELETE FROM core.factor_use AS u WHERE u.factor_id = factor AND u.time_step < factor_spend.time_step - 120
$$;

-- New recovery codes in place of all others. Takes their SHA-256, one behind the other.
CREATE OR REPLACE FUNCTION core.recovery_codes_replace(account uuid, hashes bytea)
RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
    DELETE FROM core.recovery_code AS r WHERE r.account_id = account;
    INSERT INTO core.recovery_code (id, account_id, code_hash)
    SELECT core.new_id(), account, substring(hashes FROM 32 * n - 31 FOR 32)
    FROM generate_series(1, length(hashes) / 32) AS n
$$;

-- Takes the factor from an account, with everything that was opened by it. 23514 (account_has_a_factor) where there is none.
CREATE OR REPLACE FUNCTION core.factor_end(account uuid, by_post uuid, reason text)
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM FROM core.account AS a WHERE a.id = account FOR NO KEY UPDATE;
    UPDATE core.second_factor AS f
    SET ended_at = clock_timestamp(), ended_by = by_post, reason = factor_end.reason, secret = NULL
    WHERE f.id = core.factor_of(account);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no second factor' USING ERRCODE = '23514', CONSTRAINT = 'account_has_a_factor';
    END IF;
    DELETE FROM core.second_factor AS f WHERE f.account_id = account AND f.confirmed_at IS NULL AND f.ended_at IS NULL;
    DELETE FROM core.recovery_code AS r WHERE r.account_id = account;
    PERFORM core.account_end_credentials(account, NULL);
END
$$;

REVOKE ALL ON FUNCTION core.role_asks_factor(text), core.lacks_factor(text, uuid), core.factor_of(uuid), core.factor_spend(uuid, bigint),
    core.recovery_codes_replace(uuid, bytea), core.factor_end(uuid, uuid, text) FROM PUBLIC;

-- Behind the door: who keeps the directory takes the factor from somebody of his own tenant, who lost his telephone and his codes. Not
-- from himself: a session that was left open would then be a way around it.
CREATE OR REPLACE FUNCTION core.factor_reset(person uuid, reason text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    account uuid;
BEGIN
    PERFORM core.account_require_keeper(person);
    SELECT a.id INTO account FROM core.account AS a WHERE a.person_id = person;
    IF account IS NULL THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF account = core.actor_account() THEN
        RAISE EXCEPTION 'one''s own' USING ERRCODE = '23514', CONSTRAINT = 'factor_of_somebody_else';
    END IF;
    PERFORM core.factor_end(account, core.actor_post(), factor_reset.reason);
END
$$;
REVOKE ALL ON FUNCTION core.factor_reset(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.factor_reset(uuid, text) TO thidua_tenant;

-- One's own, by the sign-in login -----------------------------------------------------------------------------------------

-- How the account of a session or token stands: what an officer sees of his factor. TD401: no such session or token.
CREATE OR REPLACE FUNCTION core.factor_state(token bytea)
RETURNS TABLE (username text, proof text, is_asked boolean, confirmed_at timestamptz, codes_left bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT a.username, c.proof, core.role_asks_factor(p.role), f.confirmed_at,
        (SELECT count(*) FROM core.recovery_code AS r WHERE r.account_id = a.id AND r.used_at IS NULL)
    FROM core.credential AS c
        JOIN core.account AS a ON a.id = c.account_id AND a.disabled_at IS NULL
        JOIN core.post AS p ON p.id = c.post_id
        LEFT JOIN core.second_factor AS f ON f.id = core.factor_of(a.id)
    WHERE c.token_hash = sha256(token)
      AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
    END IF;
END
$$;

-- The session that enrols, with what is compared while it does: the password, and the secrets. A session that proved nothing but the
-- password is enough as long as there is no factor, and never afterwards. TD401: no session.
CREATE OR REPLACE FUNCTION core.factor_session(token bytea)
RETURNS TABLE (credential_id uuid, account_id uuid, post_id uuid, expires_at timestamptz, username text, password_hash text, secret bytea, begun bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT c.id, a.id, c.post_id, c.expires_at, a.username, a.password_hash, f.secret, b.secret
    FROM core.credential AS c
        JOIN core.account AS a ON a.id = c.account_id AND a.disabled_at IS NULL
        LEFT JOIN core.second_factor AS f ON f.id = core.factor_of(a.id)
        LEFT JOIN core.second_factor AS b ON b.account_id = a.id AND b.confirmed_at IS NULL AND b.ended_at IS NULL AND b.begun_by = c.id
            AND b.begun_at > clock_timestamp() - interval '15 minutes'
    WHERE c.token_hash = sha256(token)
      AND c.kind = 'session'
      AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at)
      AND (f.id IS NULL OR c.proof <> 'password');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
    END IF;
END
$$;

-- Keeps a new secret until a code of it is shown, in place of one that was begun before. The factor in force stays in force meanwhile.
CREATE OR REPLACE FUNCTION core.factor_begin(token bytea, id uuid, secret bytea)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    own record;
BEGIN
    SELECT s.credential_id, s.account_id INTO own FROM core.factor_session(token) AS s;
    PERFORM FROM core.account AS a WHERE a.id = own.account_id FOR NO KEY UPDATE;
    DELETE FROM core.second_factor AS f WHERE f.account_id = own.account_id AND f.confirmed_at IS NULL AND f.ended_at IS NULL;
    INSERT INTO core.second_factor (id, account_id, secret, begun_by)
    VALUES (factor_begin.id, own.account_id, factor_begin.secret, own.credential_id);
END
$$;

-- A code of the new secret was shown: it takes the place of the one before, every session and token ends, and a new session goes on in
-- the same post until the first would have ended. TD404: nothing was begun in this session, or too long ago.
CREATE OR REPLACE FUNCTION core.factor_confirm(token bytea, time_step bigint, code_hashes bytea, id uuid, token_hash bytea)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    own    record;
    factor uuid;
BEGIN
    SELECT s.credential_id, s.account_id, s.post_id, s.expires_at INTO own FROM core.factor_session(token) AS s;
    -- Whoever signs in at this moment with the password alone waits here, and is then asked for a code.
    PERFORM FROM core.account AS a WHERE a.id = own.account_id FOR NO KEY UPDATE;
    SELECT f.id INTO factor
    FROM core.second_factor AS f
    WHERE f.account_id = own.account_id
      AND f.begun_by = own.credential_id
      AND f.confirmed_at IS NULL
      AND f.ended_at IS NULL
      AND f.begun_at > clock_timestamp() - interval '15 minutes';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing begun' USING ERRCODE = 'TD404';
    END IF;
    UPDATE core.second_factor AS f
    SET ended_at = clock_timestamp(), ended_by = own.post_id, reason = 'Thay bằng thiết bị khác', secret = NULL
    WHERE f.id = core.factor_of(own.account_id);
    UPDATE core.second_factor AS f SET confirmed_at = clock_timestamp() WHERE f.id = factor;
    PERFORM core.factor_spend(factor, factor_confirm.time_step);
    PERFORM core.recovery_codes_replace(own.account_id, code_hashes);
    PERFORM core.account_end_credentials(own.account_id, NULL);
    INSERT INTO core.credential (id, kind, account_id, post_id, delegation_id, token_hash, expires_at, proof)
    SELECT factor_confirm.id, 'session', own.account_id, own.post_id, c.delegation_id, factor_confirm.token_hash, own.expires_at, 'totp'
    FROM core.credential AS c
    WHERE c.id = own.credential_id;
    RETURN own.expires_at;
END
$$;

-- New recovery codes for a code of the factor in force. TD404: there is none.
CREATE OR REPLACE FUNCTION core.factor_codes(token bytea, time_step bigint, code_hashes bytea)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    own record;
BEGIN
    SELECT s.account_id INTO own FROM core.factor_session(token) AS s;
    PERFORM FROM core.account AS a WHERE a.id = own.account_id FOR NO KEY UPDATE;
    IF core.factor_of(own.account_id) IS NULL THEN
        RAISE EXCEPTION 'no factor' USING ERRCODE = 'TD404';
    END IF;
    PERFORM core.factor_spend(core.factor_of(own.account_id), factor_codes.time_step);
    PERFORM core.recovery_codes_replace(own.account_id, code_hashes);
END
$$;

-- The second step of signing in ---------------------------------------------------------------------------------------------

-- After the right password: a half-open sign-in where the account has a factor; NULL where it has none.
CREATE OR REPLACE FUNCTION core.signin_step_open(account uuid, token_hash bytea)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    until timestamptz := clock_timestamp() + interval '5 minutes';
BEGIN
    IF core.factor_of(account) IS NULL THEN
        RETURN NULL;
    END IF;
    DELETE FROM core.signin_step AS s WHERE s.expires_at <= clock_timestamp();
    INSERT INTO core.signin_step (token_hash, account_id, expires_at) VALUES (signin_step_open.token_hash, account, until);
    RETURN until;
END
$$;

-- Whose code is asked for, and its secret, to be compared by the service. TD401: no such sign-in, or no more.
CREATE OR REPLACE FUNCTION core.signin_step_of(token bytea)
RETURNS TABLE (account_id uuid, secret bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT s.account_id, f.secret
    FROM core.signin_step AS s
        JOIN core.account AS a ON a.id = s.account_id AND a.disabled_at IS NULL
        JOIN core.second_factor AS f ON f.id = core.factor_of(s.account_id)
    WHERE s.token_hash = sha256(token)
      AND s.expires_at > clock_timestamp();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such sign-in' USING ERRCODE = 'TD401';
    END IF;
END
$$;

-- Spends the code that was compared, or a recovery code by its hash, and opens the session; the half-open sign-in is over. TD401 as above;
-- 23505 (factor_code_works_once) and 23514 (recovery_code_works_once): used before, or never given out. Nothing changes then.
CREATE OR REPLACE FUNCTION core.signin_step_finish(token bytea, time_step bigint, code_hash bytea, id uuid, post uuid, token_hash bytea, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    account uuid;
    factor  uuid;
BEGIN
    DELETE FROM core.signin_step AS s
    WHERE s.token_hash = sha256(token)
      AND s.expires_at > clock_timestamp()
    RETURNING s.account_id INTO account;
    PERFORM FROM core.account AS a WHERE a.id = account FOR SHARE;
    factor := core.factor_of(account);
    IF factor IS NULL THEN
        RAISE EXCEPTION 'no such sign-in' USING ERRCODE = 'TD401';
    END IF;
    IF code_hash IS NULL THEN
        PERFORM core.factor_spend(factor, signin_step_finish.time_step);
    ELSE
        UPDATE core.recovery_code AS r
        SET used_at = clock_timestamp()
        WHERE r.account_id = account
          AND r.code_hash = signin_step_finish.code_hash
          AND r.used_at IS NULL;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no such recovery code' USING ERRCODE = '23514', CONSTRAINT = 'recovery_code_works_once';
        END IF;
    END IF;
    RETURN core.session_keep(signin_step_finish.id, account, post, signin_step_finish.token_hash, lifetime,
        CASE WHEN code_hash IS NULL THEN 'totp' ELSE 'recovery' END);
END
$$;

REVOKE ALL ON FUNCTION core.factor_state(bytea), core.factor_session(bytea), core.factor_begin(bytea, uuid, bytea),
    core.factor_confirm(bytea, bigint, bytea, uuid, bytea), core.factor_codes(bytea, bigint, bytea), core.signin_step_open(uuid, bytea),
    core.signin_step_of(bytea), core.signin_step_finish(bytea, bigint, bytea, uuid, uuid, bytea, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.factor_state(bytea), core.factor_session(bytea), core.factor_begin(bytea, uuid, bytea),
    core.factor_confirm(bytea, bigint, bytea, uuid, bytea), core.factor_codes(bytea, bigint, bytea), core.signin_step_open(uuid, bytea),
    core.signin_step_of(bytea), core.signin_step_finish(bytea, bigint, bytea, uuid, uuid, bytea, interval) TO thidua_signin;
