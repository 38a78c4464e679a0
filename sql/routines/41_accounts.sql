-- Accounts and their passwords. Nobody chooses another's password: who keeps a tenant's directory, or the operator, makes a link that
-- sets one, once. Whoever makes a link could use it himself, so the account remembers whose link it was (core.account.opened_by): as
-- long as that is a tenant's manager, it acts in no post that he could not have given. A link of the operator lifts this.

DO $$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY['credential_use', 'password_link', 'signin_throttle', 'common_password']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('DROP POLICY IF EXISTS owner_routines ON core.%I', relation);
        EXECUTE format('CREATE POLICY owner_routines ON core.%I TO thidua_owner USING (true) WITH CHECK (true)', relation);
    END LOOP;
END
$$;

-- Keeps the hash of a new link in place of the account's earlier one.
CREATE OR REPLACE FUNCTION core.link_make(account uuid, maker uuid, token_hash bytea, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    until timestamptz := clock_timestamp() + least(lifetime, interval '7 days');
BEGIN
    -- Two links made at once wait for each other on the account.
    PERFORM FROM core.account AS a WHERE a.id = account FOR NO KEY UPDATE;
    DELETE FROM core.password_link AS l WHERE l.account_id = account AND l.used_at IS NULL;
    INSERT INTO core.password_link (id, token_hash, account_id, made_by, expires_at)
    VALUES (core.new_id(), link_make.token_hash, account, maker, until);
    RETURN until;
END
$$;

-- Every way in that the account has, but for the one named; a sign-in that waits for its code too.
CREATE OR REPLACE FUNCTION core.account_end_credentials(account uuid, keep bytea)
RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.credential AS c
    SET ended_at = clock_timestamp()
    WHERE c.account_id = account
      AND c.ended_at IS NULL
      AND c.token_hash IS DISTINCT FROM keep;
    DELETE FROM core.signin_step AS s WHERE s.account_id = account
$$;
REVOKE ALL ON FUNCTION core.link_make(uuid, uuid, bytea, interval), core.account_end_credentials(uuid, bytea) FROM PUBLIC;

-- Behind the door: who keeps the directory, for the people of his own tenant ------------------------------------------

-- Whether the acting officer keeps the account of this person. None that holds, or will hold, more than the tenant can give: with a
-- link he could become more than he is. TD404: no such person here.
CREATE OR REPLACE FUNCTION core.account_require_keeper(person uuid)
RETURNS void
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_may('directory.manage')
        OR NOT EXISTS (SELECT FROM core.person AS n WHERE n.id = person AND n.tenant_id = core.actor_writes()) THEN
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
END
$$;
REVOKE ALL ON FUNCTION core.account_require_keeper(uuid) FROM PUBLIC;

-- An account without a password, and the link that sets it. There is no way here to an account that exists.
CREATE OR REPLACE FUNCTION core.account_open(id uuid, person uuid, username text, link_hash bytea, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM core.account_require_keeper(person);
    IF EXISTS (SELECT FROM core.person AS n WHERE n.id = person AND n.ended_on < core.today()) THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    INSERT INTO core.account (id, person_id, username, opened_by)
    VALUES (account_open.id, person, account_open.username, core.actor_post());
    RETURN core.link_make(account_open.id, core.actor_post(), link_hash, lifetime);
END
$$;

-- A link in place of a forgotten password. Not for oneself: a session that was left open would then be a way to keep the account.
CREATE OR REPLACE FUNCTION core.account_reset(person uuid, link_hash bytea, lifetime interval)
RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    account record;
BEGIN
    PERFORM core.account_require_keeper(person);
    SELECT a.id, a.disabled_at INTO account FROM core.account AS a WHERE a.person_id = person;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF account.id = core.actor_account() THEN
        RAISE EXCEPTION 'one''s own' USING ERRCODE = '23514', CONSTRAINT = 'account_of_somebody_else';
    END IF;
    IF account.disabled_at IS NOT NULL THEN
        RAISE EXCEPTION 'disabled' USING ERRCODE = '23514', CONSTRAINT = 'account_is_enabled';
    END IF;
    RETURN core.link_make(account.id, core.actor_post(), link_hash, lifetime);
END
$$;

-- Disabling shuts every way in at once, and they stay shut when the account is enabled again.
CREATE OR REPLACE FUNCTION core.account_shut(account uuid, by_post uuid, reason text)
RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.account AS a
    SET disabled_at = clock_timestamp(), disabled_by = by_post, disabled_reason = reason
    WHERE a.id = account
      AND a.disabled_at IS NULL;
    SELECT core.account_end_credentials(account, NULL);
    DELETE FROM core.password_link AS l WHERE l.account_id = account AND l.used_at IS NULL;
$$;
REVOKE ALL ON FUNCTION core.account_shut(uuid, uuid, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION core.account_disable(person uuid, reason text)
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
        RAISE EXCEPTION 'one''s own' USING ERRCODE = '23514', CONSTRAINT = 'account_of_somebody_else';
    END IF;
    PERFORM core.account_shut(account, core.actor_post(), reason);
END
$$;

CREATE OR REPLACE FUNCTION core.account_enable(person uuid)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM core.account_require_keeper(person);
    IF NOT EXISTS (SELECT FROM core.account AS a WHERE a.person_id = person) THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    -- What the operator disabled, he alone enables.
    IF EXISTS (SELECT FROM core.account AS a WHERE a.person_id = person AND a.disabled_at IS NOT NULL AND a.disabled_by IS NULL) THEN
        RAISE EXCEPTION 'disabled by the operator' USING ERRCODE = '23514', CONSTRAINT = 'account_within_the_tenants_gift';
    END IF;
    UPDATE core.account AS a
    SET disabled_at = NULL, disabled_by = NULL, disabled_reason = NULL
    WHERE a.person_id = person
      AND a.disabled_at IS NOT NULL;
END
$$;

-- What the keeper of the directory may know of an account.
DROP FUNCTION IF EXISTS core.account_of(uuid);
CREATE FUNCTION core.account_of(person uuid)
RETURNS TABLE (id uuid, person_id uuid, username text, created_at timestamptz, has_password boolean, has_factor boolean, disabled_at timestamptz,
    disabled_reason text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT a.id, a.person_id, a.username, a.created_at, a.password_hash IS NOT NULL,
        EXISTS (SELECT FROM core.second_factor AS f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL AND f.ended_at IS NULL),
        a.disabled_at, a.disabled_reason
    FROM core.account AS a
        JOIN core.person AS n ON n.id = a.person_id
    WHERE a.person_id = person
      AND n.tenant_id = core.actor_tenant()
      AND core.actor_may('directory.manage')
$$;

DROP FUNCTION IF EXISTS core.account_open(uuid, uuid, text, text);
REVOKE ALL ON FUNCTION core.account_open(uuid, uuid, text, bytea, interval), core.account_reset(uuid, bytea, interval),
    core.account_disable(uuid, text), core.account_enable(uuid), core.account_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.account_open(uuid, uuid, text, bytea, interval), core.account_reset(uuid, bytea, interval),
    core.account_disable(uuid, text), core.account_enable(uuid), core.account_of(uuid) TO thidua_tenant;
