-- Passwords as the sign-in login sets them, and how often they may be tried.

-- The account that a good link is for. TD404: there is no such link, or no more.
CREATE OR REPLACE FUNCTION core.signin_link(token bytea)
RETURNS TABLE (account_id uuid, username text, full_name text, expires_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT a.id, a.username, n.full_name, l.expires_at
    FROM core.password_link AS l
        JOIN core.account AS a ON a.id = l.account_id AND a.disabled_at IS NULL
        JOIN core.person AS n ON n.id = a.person_id
    WHERE l.token_hash = sha256(token)
      AND l.used_at IS NULL
      AND l.expires_at > clock_timestamp();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
END
$$;

-- Uses the link: the password is set, every session and token ends, and the account remembers whose link it was.
CREATE OR REPLACE FUNCTION core.signin_link_use(token bytea, password_hash text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    link record;
BEGIN
    UPDATE core.password_link AS l
    SET used_at = clock_timestamp()
    FROM core.account AS a
    WHERE l.token_hash = sha256(token)
      AND l.used_at IS NULL
      AND l.expires_at > clock_timestamp()
      AND a.id = l.account_id
      AND a.disabled_at IS NULL
    RETURNING l.account_id, l.made_by INTO link;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    UPDATE core.account AS a
    SET password_hash = signin_link_use.password_hash, password_set_at = clock_timestamp(), opened_by = link.made_by
    WHERE a.id = link.account_id;
    PERFORM core.account_end_credentials(link.account_id, NULL);
END
$$;

-- The account of a good session, for changing its own password. A token is no session. TD406: its post asks for a second factor first.
CREATE OR REPLACE FUNCTION core.signin_own(token bytea)
RETURNS TABLE (account_id uuid, username text, password_hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN QUERY
    SELECT a.id, a.username, a.password_hash
    FROM core.credential AS c
        JOIN core.account AS a ON a.id = c.account_id AND a.disabled_at IS NULL
    WHERE c.token_hash = sha256(token)
      AND c.kind = 'session'
      AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
    END IF;
    IF EXISTS (SELECT FROM core.credential AS c WHERE c.token_hash = sha256(token) AND core.lacks_factor(c.proof, c.post_id)) THEN
        RAISE EXCEPTION 'a second factor is asked for' USING ERRCODE = 'TD406';
    END IF;
END
$$;

-- A new password in place of the one that was just compared; every other session and token ends. TD401: it was changed meanwhile.
CREATE OR REPLACE FUNCTION core.signin_change(token bytea, old_hash text, new_hash text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    own record;
BEGIN
    SELECT o.account_id INTO own FROM core.signin_own(token) AS o;
    UPDATE core.account AS a
    SET password_hash = new_hash, password_set_at = clock_timestamp()
    WHERE a.id = own.account_id
      AND a.password_hash = old_hash;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'TD401';
    END IF;
    PERFORM core.account_end_credentials(own.account_id, sha256(token));
    DELETE FROM core.password_link AS l WHERE l.account_id = own.account_id AND l.used_at IS NULL;
END
$$;

-- The same password at a higher cost.
CREATE OR REPLACE FUNCTION core.signin_rehash(account uuid, old_hash text, new_hash text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.account AS a SET password_hash = new_hash WHERE a.id = account AND a.password_hash = old_hash
$$;

-- What a password of this account may not consist of: names of the province, of the units of its posts and of its person, the
-- username, codes and names of campaigns and their years; beside the common ones.
CREATE OR REPLACE FUNCTION core.signin_words(account uuid)
RETURNS TABLE (word text, is_common boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT c.word, true
    FROM core.common_password AS c
    UNION
    SELECT w.word, false
    FROM core.account AS a
        JOIN core.person AS n ON n.id = a.person_id
        CROSS JOIN LATERAL (
            SELECT unnest(ARRAY[a.username, n.full_name])
            UNION
            SELECT unnest(ARRAY[t.name, t.full_name, t.code])
            FROM core.tenant_on(core.today()) AS t
            WHERE t.kind = 'province'
               OR t.id = n.tenant_id
               OR t.id IN (SELECT p.tenant_id FROM core.post AS p WHERE p.person_id = n.id)
            UNION
            SELECT unnest(ARRAY[k.code, extract(year FROM k.signed_on)::text])
            FROM core.campaign AS k
            UNION
            SELECT extract(year FROM d.day)::text
            FROM generate_series(core.today() - interval '2 years', core.today() + interval '1 year', interval '1 year') AS d (day)
        ) AS w (word)
    WHERE a.id = account
$$;

-- Throttling ----------------------------------------------------------------------------------------------------------
-- Three counts. Of a name from one address: from the 6th failure on a wait that doubles, at most a quarter of an hour. Of a name from
-- anywhere, and of an address under any name: later, and not for a name that signed in from that address within 30 days, so that
-- nobody shuts out another by failing in his name. While one waits nothing is counted. Names are counted whether or not there is such
-- an account.

-- An IPv6 address counts as its network of 64 bits; none: the command line.
CREATE OR REPLACE FUNCTION core.throttle_address(address text)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN address IS NULL THEN '-'
        WHEN family(address::inet) = 6 THEN network(set_masklen(address::inet, 64))::text
        ELSE host(address::inet)
    END
$$;

-- Counts one more failure. False, and nothing counted, while the key is blocked.
CREATE OR REPLACE FUNCTION core.throttle_count(key text, free integer, longest interval)
RETURNS boolean
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.signin_throttle AS t (key, failures)
    VALUES (throttle_count.key, 1)
    ON CONFLICT ON CONSTRAINT signin_throttle_pkey DO UPDATE
    SET failures = CASE WHEN t.failed_at < clock_timestamp() - interval '1 hour' THEN 1 ELSE t.failures + 1 END,
        failed_at = clock_timestamp(),
        blocked_until = CASE
            WHEN t.failed_at < clock_timestamp() - interval '1 hour' OR t.failures < free THEN '-infinity'
            ELSE clock_timestamp() + least(make_interval(secs => 2 ^ least(t.failures + 1 - free, 20)), longest)
        END
    WHERE t.blocked_until <= clock_timestamp();
    RETURN FOUND;
END
$$;

-- Before a password is looked at. Answers for how many seconds to wait; 0: go on, and the attempt counts as failed until it is known
-- to have succeeded, so that a hundred at once are no way around.
CREATE OR REPLACE FUNCTION core.signin_attempt(username text, address text)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    name    text := encode(sha256(convert_to(username, 'UTF8')), 'hex');
    net     text := core.throttle_address(address);
    pair    text := 'pair ' || name || ' ' || net;
    known   boolean;
    blocked timestamptz;
BEGIN
    known := EXISTS (
        SELECT FROM core.signin_throttle AS t WHERE t.key = pair AND t.succeeded_at > clock_timestamp() - interval '30 days');
    IF NOT known THEN
        SELECT max(t.blocked_until) INTO blocked
        FROM core.signin_throttle AS t
        WHERE t.key IN ('account ' || name, 'address ' || net);
    END IF;
    IF (blocked IS NULL OR blocked <= clock_timestamp()) AND core.throttle_count(pair, 5, interval '15 minutes') THEN
        RETURN 0;
    END IF;
    SELECT greatest(blocked, t.blocked_until) INTO blocked FROM core.signin_throttle AS t WHERE t.key = pair;
    RETURN greatest(ceil(extract(epoch FROM blocked - clock_timestamp()))::integer, 1);
END
$$;

CREATE OR REPLACE FUNCTION core.signin_failed(username text, address text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM core.throttle_count('account ' || encode(sha256(convert_to(username, 'UTF8')), 'hex'), 20, interval '1 minute');
    IF address IS NOT NULL THEN
        PERFORM core.throttle_count('address ' || core.throttle_address(address), 50, interval '15 minutes');
    END IF;
    -- Now and then what is old is forgotten.
    IF random() < 0.01 THEN
        DELETE FROM core.signin_throttle AS t
        WHERE t.failed_at < clock_timestamp() - interval '1 day'
          AND (t.succeeded_at IS NULL OR t.succeeded_at < clock_timestamp() - interval '30 days');
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION core.signin_succeeded(username text, address text)
RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.signin_throttle AS t
    SET failures = 0, blocked_until = '-infinity', succeeded_at = clock_timestamp()
    WHERE t.key = 'pair ' || encode(sha256(convert_to(username, 'UTF8')), 'hex') || ' ' || core.throttle_address(address)
$$;

DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN
        SELECT p.oid::regprocedure
        FROM pg_catalog.pg_proc AS p
        WHERE p.pronamespace = 'core'::regnamespace
          AND p.proname IN ('signin_link', 'signin_link_use', 'signin_own', 'signin_change', 'signin_rehash', 'signin_words',
            'throttle_address', 'throttle_count', 'signin_attempt', 'signin_failed', 'signin_succeeded')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine);
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION core.signin_link(bytea), core.signin_link_use(bytea, text), core.signin_own(bytea), core.signin_change(bytea, text, text),
    core.signin_rehash(uuid, text, text), core.signin_words(uuid), core.signin_attempt(text, text), core.signin_failed(text, text),
    core.signin_succeeded(text, text) TO thidua_signin;
