-- Sign-in by an OpenID provider. Only thidua_signin calls these; what the provider said was checked by the service.

DO $$
DECLARE
    relation text;
    rule     record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['openid_attempt', 'openid_identity']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_routines ON core.%I TO thidua_owner USING (true) WITH CHECK (true)', relation);
    END LOOP;
END
$$;

-- Begins an attempt. `session`: the token of the session whose account is to be linked; NULL when somebody signs in. TD401: no such session.
CREATE OR REPLACE FUNCTION core.openid_begin(state_hash bytea, browser_hash bytea, nonce text, verifier text, session bytea)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    account uuid;
BEGIN
    DELETE FROM core.openid_attempt AS o WHERE o.expires_at <= clock_timestamp();
    IF session IS NOT NULL THEN
        SELECT c.account_id INTO account
        FROM core.credential AS c
            JOIN core.account AS a ON a.id = c.account_id AND a.disabled_at IS NULL
        WHERE c.token_hash = sha256(session) AND c.kind = 'session'
          AND core.credential_is_good(c.kind, c.created_at, core.credential_used(c.id), c.expires_at, c.ended_at);
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no such session' USING ERRCODE = 'TD401';
        END IF;
        -- The provider's factor counts as one: who has none yet must not get around it by linking himself.
        IF EXISTS (SELECT FROM core.credential AS c WHERE c.token_hash = sha256(session) AND core.lacks_factor(c.proof, c.post_id)) THEN
            RAISE EXCEPTION 'a second factor is asked for' USING ERRCODE = 'TD406';
        END IF;
    END IF;
    INSERT INTO core.openid_attempt (state_hash, browser_hash, nonce, verifier, account_id, expires_at)
    VALUES (openid_begin.state_hash, openid_begin.browser_hash, openid_begin.nonce, openid_begin.verifier, account,
        clock_timestamp() + interval '10 minutes');
END
$$;

-- Takes an attempt once, by the state of the answer and the secret of the browser; none: unknown, late, used or of another browser.
CREATE OR REPLACE FUNCTION core.openid_take(state_hash bytea, browser_hash bytea)
RETURNS TABLE (nonce text, verifier text, account_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    DELETE FROM core.openid_attempt AS o
    WHERE o.state_hash = openid_take.state_hash
      AND o.browser_hash = openid_take.browser_hash
      AND o.expires_at > clock_timestamp()
    RETURNING o.nonce, o.verifier, o.account_id
$$;

-- Whose account a subject is; none where it is nobody's, or the account is disabled.
CREATE OR REPLACE FUNCTION core.openid_account(issuer text, subject text)
RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT a.id
    FROM core.openid_identity AS i
        JOIN core.account AS a ON a.id = i.account_id
    WHERE i.issuer = openid_account.issuer
      AND i.subject = openid_account.subject
      AND a.disabled_at IS NULL
$$;

-- Links a subject to an account; the same again changes nothing. False: the subject is another account's.
CREATE OR REPLACE FUNCTION core.openid_link(issuer text, subject text, account uuid)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.openid_identity (issuer, subject, account_id)
    VALUES (openid_link.issuer, openid_link.subject, openid_link.account)
    ON CONFLICT ON CONSTRAINT openid_identity_pkey DO NOTHING;
    RETURN EXISTS (
        SELECT
        FROM core.openid_identity AS i
        WHERE i.issuer = openid_link.issuer AND i.subject = openid_link.subject AND i.account_id = openid_link.account);
END
$$;

REVOKE ALL ON FUNCTION core.openid_begin(bytea, bytea, text, text, bytea), core.openid_take(bytea, bytea), core.openid_account(text, text),
    core.openid_link(text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.openid_begin(bytea, bytea, text, text, bytea), core.openid_take(bytea, bytea), core.openid_account(text, text),
    core.openid_link(text, text, uuid) TO thidua_signin;
