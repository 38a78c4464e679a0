-- Durable jobs (postgres.md 5): claimed with a lease and a fence, done at least once, their effect once by the tenant's inbox.

-- Queues work; the same cause and target is the same work. Owner's routines and triggers only.
CREATE OR REPLACE FUNCTION core.job_add(kind text, tenant uuid, subject uuid, cause text, target text)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, initiator)
    VALUES (core.new_id(), job_add.kind, job_add.tenant, job_add.subject, job_add.cause, job_add.target, core.actor_post())
    ON CONFLICT ON CONSTRAINT job_once_per_cause_and_target DO NOTHING;
    RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION core.job_add(text, uuid, uuid, text, text) FROM PUBLIC;

-- Takes up to `most` jobs whose time has come, one of each tenant in turn, and at most one whose lease ran out: should that
-- one be what kills the workers, it takes no others with it for long. A job whose workers never came back is counted like one
-- that failed: after its last attempt it is dead. A message has as many as it takes to wait a day for somebody else's server
-- (Sources/Operations/Jobs/Worker.swift); mail waits for the end of quiet hours.
CREATE OR REPLACE FUNCTION core.job_claim(most integer, lease interval, most_attempts integer DEFAULT 8)
RETURNS TABLE (id uuid, kind text, tenant_id uuid, tenant_slug text, subject_id uuid, cause text, target text, fence bigint, attempts integer)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.job AS j
    SET state = 'dead', lease_until = NULL, last_error = 'no worker came back from the last attempt'
    WHERE j.state = 'running' AND j.lease_until <= clock_timestamp()
      AND j.attempts >= CASE WHEN j.kind IN ('notice.mail', 'notice.webhook') THEN greatest(most_attempts, 36) ELSE most_attempts END;

    SELECT core.mail_put_off();

    WITH waiting AS (
        SELECT j.id, row_number() OVER (PARTITION BY j.tenant_id ORDER BY j.run_after, j.id) AS turn
        FROM core.job AS j
        WHERE j.state = 'ready' AND j.run_after <= clock_timestamp()
        UNION ALL
        (SELECT j.id, 1
         FROM core.job AS j
         WHERE j.state = 'running' AND j.lease_until <= clock_timestamp()
         ORDER BY j.lease_until, j.id
         LIMIT 1)
    ), due AS (
        SELECT j.id
        FROM core.job AS j
            JOIN waiting AS w ON w.id = j.id
        -- Asked again of the row as it is when it is locked: another may have taken it in between.
        WHERE (j.state = 'ready' AND j.run_after <= clock_timestamp())
           OR (j.state = 'running' AND j.lease_until <= clock_timestamp())
        ORDER BY w.turn, j.run_after, j.id
        LIMIT most
        FOR UPDATE OF j SKIP LOCKED
    )
    UPDATE core.job AS j
    SET state = 'running',
        fence = j.fence + 1,
        attempts = j.attempts + 1,
        lease_until = clock_timestamp() + lease
    FROM due
    WHERE j.id = due.id
    RETURNING j.id, j.kind, j.tenant_id, (SELECT t.slug FROM core.tenant AS t WHERE t.id = j.tenant_id),
        j.subject_id, j.cause, j.target, j.fence, j.attempts
$$;

CREATE OR REPLACE FUNCTION core.job_finish(job uuid, fence bigint)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.job AS j
    SET state = 'done', lease_until = NULL, finished_at = clock_timestamp(), last_error = NULL
    WHERE j.id = job AND j.fence = job_finish.fence AND j.state = 'running'
    RETURNING true
$$;

-- Puts a job back for later, or among the dead after its last attempt.
CREATE OR REPLACE FUNCTION core.job_fail(job uuid, fence bigint, error text, wait interval, most_attempts integer)
RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.job AS j
    SET state = CASE WHEN j.attempts >= most_attempts THEN 'dead' ELSE 'ready' END,
        run_after = clock_timestamp() + wait, lease_until = NULL, last_error = left(error, 2000)
    WHERE j.id = job AND j.fence = job_fail.fence AND j.state = 'running'
    RETURNING j.state
$$;

CREATE OR REPLACE FUNCTION core.job_counts()
RETURNS TABLE (state text, jobs bigint)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT j.state, count(*) FROM core.job AS j GROUP BY j.state $$;

-- Jobs that wait for a person, the oldest first.
CREATE OR REPLACE FUNCTION core.job_dead()
RETURNS TABLE (id uuid, kind text, tenant_slug text, cause text, target text, attempts integer, last_error text, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT j.id, j.kind, t.slug, j.cause, j.target, j.attempts, coalesce(j.last_error, ''), j.recorded_at
    FROM core.job AS j
        LEFT JOIN core.tenant AS t ON t.id = j.tenant_id
    WHERE j.state = 'dead'
    ORDER BY j.recorded_at, j.id
$$;

-- Gives a dead job all its attempts again, once what killed it is mended.
CREATE OR REPLACE FUNCTION core.job_replay(job uuid)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.job AS j
    SET state = 'ready', attempts = 0, run_after = clock_timestamp(), lease_until = NULL
    WHERE j.id = job AND j.state = 'dead'
    RETURNING true
$$;

-- What stands for repeated requests is kept for 7 days (design.md 5); afterwards the same key is a new request.
CREATE OR REPLACE FUNCTION core.idempotency_forget()
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH forgotten AS (
        DELETE FROM core.idempotency AS i
        WHERE i.recorded_at < clock_timestamp() - interval '7 days'
        RETURNING 1
    )
    SELECT count(*) FROM forgotten
$$;

REVOKE ALL ON FUNCTION core.idempotency_forget() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.idempotency_forget() TO thidua_worker;

REVOKE ALL ON FUNCTION core.job_claim(integer, interval, integer), core.job_finish(uuid, bigint),
    core.job_fail(uuid, bigint, text, interval, integer), core.job_counts(), core.job_dead(), core.job_replay(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.job_claim(integer, interval, integer), core.job_finish(uuid, bigint),
    core.job_fail(uuid, bigint, text, interval, integer), core.job_counts(), core.job_dead(), core.job_replay(uuid) TO thidua_worker;
