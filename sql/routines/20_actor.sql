-- Who acts. `enter` answers the one question of a request: as whom, where, with which role.
-- The answer is a transaction-local setting that carries an HMAC over a key only the owner can read, bound to this
-- backend and this transaction: it cannot be forged, copied to another backend or replayed later (postgres.md 1).
--
-- Payload, separated by '|':
--   1 backend pid · 2 transaction start in µs · 3 person · 4 account · 5 post · 6 role · 7 post's tenant · 8 post's unit ·
--   9 tenant entered (empty: province-wide) · 10 reach · 11 'w' while the tenant may be written · 12 business date ·
--   13 cause ('' for a person; a job's id for the worker) · 14 request ('' for a reading) · 15 the delegation, as the audit reads it (''
--   where there is none), under which 3 and 4 are the delegate and 5 to 8 the post in whose stead he acts · 16 scopes of the API token, with
--   commas ('*': all that the post may do) · 17 the actions that the delegation lends, with commas

CREATE OR REPLACE FUNCTION core.sign(payload text)
RETURNS text
LANGUAGE plpgsql STABLE STRICT PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN (SELECT encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(payload, 'UTF8'))), 'hex') FROM core.actor_key AS k);
END
$$;
REVOKE ALL ON FUNCTION core.sign(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION core.seat(payload text)
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    bound text := pg_backend_pid() || '|' || (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint || '|' || payload;
BEGIN
    PERFORM set_config('thidua.actor', bound || '#' || core.sign(bound), true);
END
$$;
REVOKE ALL ON FUNCTION core.seat(text) FROM PUBLIC;

-- The request under way, as the door named it in a setting before it entered; signed with the rest, so it may hold nothing that parts
-- the fields.
CREATE OR REPLACE FUNCTION core.request_named()
RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT translate(left(coalesce(current_setting('thidua.request', true), ''), 100), '|#', '') $$;
REVOKE ALL ON FUNCTION core.request_named() FROM PUBLIC;

-- What the request asks for, as the door named it in a setting before it entered: the deed of its route, or several with commas, one of
-- which it will turn out to be. '': it names none.
CREATE OR REPLACE FUNCTION core.deed_asked()
RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT coalesce(current_setting('thidua.asks', true), '') $$;
REVOKE ALL ON FUNCTION core.deed_asked() FROM PUBLIC;

-- Whether nothing of these scopes changes anything: deeds that only look are called so.
CREATE OR REPLACE FUNCTION core.scopes_only_read(scopes text[])
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE
AS $$ BEGIN RETURN scopes IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(scopes) AS s WHERE s NOT LIKE '%.read'); END $$;
REVOKE ALL ON FUNCTION core.scopes_only_read(text[]) FROM PUBLIC;

-- The moment that this transaction sees, for a second connection of the same officer that reads beside it: who takes it over must enter by
-- himself, and sees by it what he may see. NULL where sql/bootstrap.sql has not allowed it yet: then one connection reads it all.
CREATE OR REPLACE FUNCTION core.shared_moment()
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN CASE WHEN has_function_privilege('pg_catalog.pg_export_snapshot()', 'EXECUTE') THEN pg_export_snapshot() END;
END
$$;
REVOKE ALL ON FUNCTION core.shared_moment() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.shared_moment() TO office, home_affairs, leadership, council, auditor;

-- Takes a token and a tenant's slug ('': the tenant of the acting post; NULL: province-wide), seats the actor and names the role to take.
-- TD401: no such session, ended, expired, idle, disabled, or the post is not held today, nor lent by a delegation that stands today: not
-- revoked, within its dates, by who still holds the post, to who still holds his own. TD404: this actor has nothing there
-- (the same answer whether or not the tenant exists). TD405: the province as a whole, without a province-wide role. TD406: the post asks for
-- a second factor that this session or token does not have; it opens the enrolment and nothing else. TD407: what the request asks for is
-- not among the scopes of the token. Its scopes are signed with the rest, and actor_may asks them as well as the role; a token that may
-- only read makes the transaction READ ONLY, which nothing in it can take back.
CREATE OR REPLACE FUNCTION core.enter(token bytea, tenant text)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    day      date := core.today();
    seat     record;
    place    record;
    taken    text;
BEGIN
    SELECT a.person_id, a.id AS account_id, p.id AS post_id, p.role, p.tenant_id, p.unit_id, r.reach, r.province_role, h.slug, c.proof, c.scopes,
        core.scopes_only_read(c.scopes) AS only_reads,
        concat_ws('|', coalesce(d.id::text, ''), coalesce(array_to_string(c.scopes, ','), '*'), coalesce(array_to_string(d.scope, ','), '')) AS bounds
    INTO seat
    FROM core.credential AS c
        LEFT JOIN core.credential_use AS u ON u.credential_id = c.id
        JOIN core.account AS a ON a.id = c.account_id AND a.disabled_at IS NULL
        LEFT JOIN core.delegation AS d ON d.id = c.delegation_id
        LEFT JOIN core.post AS o ON o.id = d.delegate_post_id
        JOIN core.post AS p ON p.id = c.post_id AND p.person_id = CASE WHEN c.delegation_id IS NULL THEN a.person_id ELSE d.giver_id END
        JOIN core.person AS n ON n.id = a.person_id
        JOIN core.role AS r ON r.code = p.role
        JOIN core.tenant AS h ON h.id = p.tenant_id
    WHERE c.token_hash = sha256(token)
      AND core.credential_is_good(c.kind, c.created_at, u.used_at, c.expires_at, c.ended_at)
      AND p.valid_from <= day
      AND (p.valid_to IS NULL OR p.valid_to >= day)
      AND (n.ended_on IS NULL OR n.ended_on >= day)
      AND (c.delegation_id IS NULL
        OR (d.post_id = c.post_id AND d.delegate_id = a.person_id AND d.revoked_at IS NULL AND d.valid_from <= day AND d.valid_to >= day
            AND o.valid_from <= day AND (o.valid_to IS NULL OR o.valid_to >= day)));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
    END IF;
    IF seat.proof = 'password' AND core.role_asks_factor(seat.role) THEN
        RAISE EXCEPTION 'a second factor is asked for' USING ERRCODE = 'TD406';
    END IF;
    IF seat.scopes IS NOT NULL AND core.deed_asked() <> '' AND NOT string_to_array(core.deed_asked(), ',') && seat.scopes THEN
        RAISE EXCEPTION 'not among the scopes of the token' USING ERRCODE = 'TD407';
    END IF;
    IF seat.only_reads THEN
        PERFORM set_config('transaction_read_only', 'on', true);
    END IF;

    IF tenant IS NULL THEN
        IF seat.province_role IS NULL THEN
            RAISE EXCEPTION 'not for a post of one unit' USING ERRCODE = 'TD405';
        END IF;
        taken := seat.province_role;
        PERFORM core.seat(concat_ws('|', seat.person_id, seat.account_id, seat.post_id, seat.role, seat.tenant_id, seat.unit_id,
            '', seat.reach, CASE WHEN seat.only_reads THEN 'r' ELSE 'w' END, day, '', core.request_named(), seat.bounds));
        RETURN taken;
    END IF;

    SELECT t.id, t.slug, (t.opened_on <= day AND (t.closed_on IS NULL OR t.closed_on >= day)) AS open
    INTO place
    FROM core.tenant AS t
    WHERE t.slug = CASE WHEN tenant = '' THEN seat.slug ELSE tenant END;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF place.id = seat.tenant_id THEN
        taken := place.slug;
    ELSIF seat.province_role IS NOT NULL THEN
        taken := seat.province_role;
    ELSE
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    PERFORM core.seat(concat_ws('|', seat.person_id, seat.account_id, seat.post_id, seat.role, seat.tenant_id, seat.unit_id,
        place.id, seat.reach, CASE WHEN place.open AND NOT seat.only_reads THEN 'w' ELSE 'r' END, day, '', core.request_named(), seat.bounds));
    RETURN taken;
END
$$;
REVOKE ALL ON FUNCTION core.enter(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.enter(bytea, text) TO thidua_web;

-- The worker's door: the lease and the fence must still be good. Acts as the system, for the job's tenant, in the name
-- of the job and of who caused it. TD410: the lease was lost.
CREATE OR REPLACE FUNCTION core.enter_job(job uuid, fence bigint)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    work record;
BEGIN
    SELECT j.id, j.initiator, t.id AS tenant_id, t.slug
    INTO work
    FROM core.job AS j
        JOIN core.tenant AS t ON t.id = j.tenant_id
    WHERE j.id = enter_job.job
      AND j.fence = enter_job.fence
      AND j.state = 'running'
      AND j.lease_until > clock_timestamp();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the lease of the job is lost' USING ERRCODE = 'TD410';
    END IF;
    PERFORM core.seat(concat_ws('|', '', '', coalesce(work.initiator::text, ''), 'system', work.tenant_id, work.tenant_id,
        work.tenant_id, 'tenant', 'w', core.today(), work.id, '', '', '*', ''));
    RETURN work.slug;
END
$$;
REVOKE ALL ON FUNCTION core.enter_job(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.enter_job(uuid, bigint) TO thidua_worker;

-- The seated actor, or NULL when there is none or the setting is not one that `seat` made here and now.
CREATE OR REPLACE FUNCTION core.actor()
RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    setting text := current_setting('thidua.actor', true);
    payload text;
    parts   text[];
BEGIN
    IF setting IS NULL OR setting = '' THEN
        RETURN NULL;
    END IF;
    payload := split_part(setting, '#', 1);
    IF split_part(setting, '#', 2) IS DISTINCT FROM core.sign(payload) THEN
        RETURN NULL;
    END IF;
    parts := string_to_array(payload, '|', '');
    IF parts[1] IS DISTINCT FROM pg_backend_pid()::text
        OR parts[2] IS DISTINCT FROM ((extract(epoch FROM transaction_timestamp()) * 1000000)::bigint)::text THEN
        RETURN NULL;
    END IF;
    RETURN parts;
END
$$;

CREATE OR REPLACE FUNCTION core.actor_person() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT ((core.actor())[3])::uuid $$;
CREATE OR REPLACE FUNCTION core.actor_account() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT ((core.actor())[4])::uuid $$;
CREATE OR REPLACE FUNCTION core.actor_post() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT ((core.actor())[5])::uuid $$;
CREATE OR REPLACE FUNCTION core.actor_home() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT ((core.actor())[7])::uuid $$;
COMMENT ON FUNCTION core.actor_home() IS 'Tenant of the acting post.';
CREATE OR REPLACE FUNCTION core.actor_unit() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT ((core.actor())[8])::uuid $$;
CREATE OR REPLACE FUNCTION core.actor_delegation() RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT ((core.actor())[15])::uuid $$;

-- The policies of every tenant table ask the next four, several times a statement. In plpgsql they verify the signature once:
-- 11 µs a call, where an SQL function that reads several fields took 84 (it verifies for each field).

-- The tenant this actor entered as one of its own; NULL for a province-wide reader of a tenant.
CREATE OR REPLACE FUNCTION core.actor_tenant() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$ DECLARE a text[] := core.actor(); BEGIN RETURN CASE WHEN a[9] = a[7] THEN a[9]::uuid END; END $$;

-- The same, while that tenant may be written.
CREATE OR REPLACE FUNCTION core.actor_writes() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$ DECLARE a text[] := core.actor(); BEGIN RETURN CASE WHEN a[9] = a[7] AND a[11] = 'w' THEN a[9]::uuid END; END $$;

-- The tenant seen with its whole tree; NULL where the post reaches only its own subtree.
CREATE OR REPLACE FUNCTION core.actor_whole() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN CASE WHEN a[9] = a[7] AND (a[10] = 'tenant' OR (a[10] = 'subtree' AND a[8] = a[9])) THEN a[9]::uuid END;
END
$$;

-- The person whose own items alone may be seen; NULL for every other reach.
CREATE OR REPLACE FUNCTION core.actor_alone() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$ DECLARE a text[] := core.actor(); BEGIN RETURN CASE WHEN a[10] = 'own' THEN a[3]::uuid END; END $$;

-- May the acting post do this, and the token that it came with, and the delegation that lends it? One table answers for the role:
-- core.role_action.
CREATE OR REPLACE FUNCTION core.actor_may(asked text)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN coalesce(a[16] = '*' OR asked = ANY (string_to_array(a[16], ',')), false)
        AND (a[15] IS NULL OR coalesce(asked = ANY (string_to_array(a[17], ',')), false))
        AND EXISTS (SELECT FROM core.role_action AS ra WHERE ra.role = a[6] AND ra.action = asked);
END
$$;

-- Does the role of the acting post have this, as far as a delegation lends it, whatever the token names? For what is only looked at: to that
-- a token is held where it enters.
CREATE OR REPLACE FUNCTION core.actor_role_may(asked text)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN (a[15] IS NULL OR coalesce(asked = ANY (string_to_array(a[17], ',')), false))
        AND EXISTS (SELECT FROM core.role_action AS ra WHERE ra.role = a[6] AND ra.action = asked);
END
$$;

-- Does the acting post answer for its unit, or propose for it? It reads what is held against the unit and its people (domain.md 6); the other
-- posts of the unit do not.
CREATE OR REPLACE FUNCTION core.actor_answers_for_unit() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$ SELECT core.actor_role_may('award.propose') OR core.actor_role_may('review.answer') $$;

-- Is anybody seated at all?
CREATE OR REPLACE FUNCTION core.actor_present() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT core.actor() IS NOT NULL $$;

-- The worker acts for a job (its cause), not for a person.
CREATE OR REPLACE FUNCTION core.actor_is_system() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$ SELECT coalesce((core.actor())[6] = 'system', false) $$;

DO $$
DECLARE
    routine regprocedure;
BEGIN
    FOR routine IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'core'::regnamespace AND proname LIKE 'actor%'
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor, thidua_web, thidua_worker', routine);
    END LOOP;
END
$$;
