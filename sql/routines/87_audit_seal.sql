-- Sealing: batches of entries, in the order in which their transactions can no longer be overtaken, are hashed and chained. What the
-- bytes are is defined, for who writes a checker of his own, in Sources/Storage/Audit/AuditCanonical.swift; `thidua audit verify`
-- computes them there anew, from the rows alone, and believes nothing of this file.

CREATE OR REPLACE FUNCTION core.audit_part(field text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT coalesce(octet_length(field) || ':' || field || ',', '-,') $$;

CREATE OR REPLACE FUNCTION core.audit_instant(at timestamptz)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ((extract(epoch FROM at) * 1000000)::bigint)::text $$;

CREATE OR REPLACE FUNCTION core.audit_leaf(e core.audit_entry)
RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT sha256('\x00'::bytea || convert_to(
        core.audit_part('thidua-audit-1') || core.audit_part(e.epoch::text) || core.audit_part(e.xid::text) || core.audit_part(e.id::text)
        || core.audit_part(core.audit_instant(e.at)) || core.audit_part(e.action) || core.audit_part(e.relation)
        || core.audit_part(e.row_key::text) || core.audit_part(e.subject) || core.audit_part(e.subject_id)
        || core.audit_part(e.tenant_id::text) || core.audit_part(e.actor_kind) || core.audit_part(e.person_id::text)
        || core.audit_part(e.account_id::text) || core.audit_part(e.post_id::text) || core.audit_part(e.delegation_id::text)
        || core.audit_part(e.login) || core.audit_part(e.cause) || core.audit_part(e.request) || core.audit_part(e.reason)
        || core.audit_part(e.before::text) || core.audit_part(e.after::text) || core.audit_part(array_to_string(e.withheld, ',')), 'UTF8'))
$$;

-- Neighbours are hashed together, level by level; a last one without neighbour goes up as it is.
CREATE OR REPLACE FUNCTION core.audit_root(leaves bytea[])
RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    level bytea[] := leaves;
BEGIN
    WHILE cardinality(level) > 1 LOOP
        level := ARRAY(
            SELECT CASE WHEN i < cardinality(level) THEN sha256('\x01'::bytea || level[i] || level[i + 1]) ELSE level[i] END
            FROM generate_series(1, cardinality(level), 2) AS i
            ORDER BY i);
    END LOOP;
    RETURN level[1];
END
$$;

-- Seals the next entries, at most so many, and answers how many they were. An entry is taken when every transaction that could still
-- come before it has ended: its own is older than all that run, in any database of the cluster. Two sealers at once: the chain can
-- go on from each seal once, so the second finds its place taken and has sealed nothing. TD503: the transaction ids have gone
-- back (a restore into another cluster): the epoch must be raised first.
CREATE OR REPLACE FUNCTION core.audit_seal(most integer)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    era       integer := (SELECT max(e.epoch) FROM core.audit_epoch AS e);
    last_seal record;
    batch     record;
    number    bigint;
    behind    bytea;
    root      bytea;
    moment    timestamptz := clock_timestamp();
BEGIN
    SELECT s.seq, s.hash, s.last_epoch, s.last_xid, s.last_id INTO last_seal FROM core.audit_seal AS s ORDER BY s.seq DESC LIMIT 1;
    IF last_seal.last_epoch = era AND last_seal.last_xid >= pg_snapshot_xmax(pg_current_snapshot()) THEN
        RAISE EXCEPTION 'transaction ids have gone back: raise the epoch of the audit' USING ERRCODE = 'TD503';
    END IF;
    number := coalesce(last_seal.seq, 0) + 1;
    behind := coalesce(last_seal.hash, decode(repeat('00', 32), 'hex'));

    SELECT count(*)::integer AS size,
        array_agg(e.leaf ORDER BY e.epoch, e.xid, e.id) AS leaves,
        string_agg(int4send(e.epoch) || int8send(e.xid::text::bigint) || int8send(e.id) || e.leaf, ''::bytea ORDER BY e.epoch, e.xid, e.id) AS places,
        array_agg(e.epoch ORDER BY e.epoch, e.xid, e.id) AS epochs,
        array_agg(e.xid ORDER BY e.epoch, e.xid, e.id) AS xids,
        array_agg(e.id ORDER BY e.epoch, e.xid, e.id) AS ids
    INTO batch
    FROM (
        SELECT f.epoch, f.xid, f.id, core.audit_leaf(f) AS leaf
        FROM core.audit_entry AS f
        WHERE (f.epoch, f.xid, f.id) > (coalesce(last_seal.last_epoch, 0), coalesce(last_seal.last_xid, '0'::xid8), coalesce(last_seal.last_id, 0))
          AND (f.epoch < era OR f.xid < pg_snapshot_xmin(pg_current_snapshot()))
        ORDER BY f.epoch, f.xid, f.id
        LIMIT most
    ) AS e;
    IF batch.size = 0 THEN
        RETURN 0;
    END IF;
    root := core.audit_root(batch.leaves);
    BEGIN
        INSERT INTO core.audit_seal (seq, previous_hash, first_epoch, first_xid, first_id, last_epoch, last_xid, last_id, row_count, leaves, root,
            sealed_at, hash)
        VALUES (number, behind, batch.epochs[1], batch.xids[1], batch.ids[1],
            batch.epochs[batch.size], batch.xids[batch.size], batch.ids[batch.size], batch.size, batch.places, root, moment,
            sha256(convert_to(
                core.audit_part('thidua-seal-1') || core.audit_part(number::text) || core.audit_part(encode(behind, 'hex'))
                || core.audit_part(batch.epochs[1]::text) || core.audit_part(batch.xids[1]::text) || core.audit_part(batch.ids[1]::text)
                || core.audit_part(batch.epochs[batch.size]::text) || core.audit_part(batch.xids[batch.size]::text)
                || core.audit_part(batch.ids[batch.size]::text) || core.audit_part(batch.size::text) || core.audit_part(encode(root, 'hex'))
                || core.audit_part(core.audit_instant(moment)), 'UTF8')));
    EXCEPTION WHEN unique_violation THEN
        RETURN 0;
    END;
    RETURN batch.size;
END
$$;

-- After a restore into another cluster, before anybody writes: what stands there is of an epoch that is over. The new one is a default
-- of the entries' column; setting it waits for whoever still writes under the old one.
CREATE OR REPLACE FUNCTION core.audit_raise_epoch(reason text)
RETURNS integer
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    raised integer := (SELECT max(e.epoch) + 1 FROM core.audit_epoch AS e);
BEGIN
    EXECUTE format('ALTER TABLE core.audit_entry ALTER COLUMN epoch SET DEFAULT %s', raised);
    INSERT INTO core.audit_epoch (epoch, reason) VALUES (raised, audit_raise_epoch.reason);
    RETURN raised;
END
$$;

REVOKE ALL ON FUNCTION core.audit_part(text), core.audit_instant(timestamptz), core.audit_leaf(core.audit_entry), core.audit_root(bytea[]),
    core.audit_seal(integer), core.audit_raise_epoch(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.audit_seal(integer) TO thidua_worker;
