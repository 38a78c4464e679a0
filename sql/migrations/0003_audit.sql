-- The audit: what was changed, by whom, in which post, on which request; and the seals that show afterwards whether anything of it
-- was touched. Written by one trigger (sql/routines/85_audit.sql), sealed in batches (87_audit_seal.sql).
--
-- One table for the whole province, not one for each tenant. Its order (epoch, xid, id) is one, and so is the chain over it: a merge of
-- 1,000 partitions would have to be planned for every batch. Rows of a tenant carry its id, and row policies lend them to it. Rows are
-- only ever added, each by its own transaction, so there is no hot row; no foreign keys: an entry outlives what it speaks of.

-- What the audit knows of the tables it looks at: definition, kept by the routine file.

CREATE TABLE core.audit_exception (
    relation text PRIMARY KEY,                               -- a table of core whose changes are not recorded
    reason   text NOT NULL CHECK (reason <> '')
);
CREATE TABLE core.audit_relation (
    relation      text PRIMARY KEY,
    noun          text NOT NULL CHECK (noun <> ''),          -- as officers read it
    subject       text NOT NULL,                             -- the kind of object on whose timeline a row stands
    subject_key   text NOT NULL,                             -- the column that holds that object's id
    tenant_column text,                                      -- whose row it is; none: of the tenant that was entered
    sight         text NOT NULL CHECK (sight IN ('province', 'unit', 'auditor'))   -- the widest circle of readers
);
-- Columns whose values are kept out (secret, bulk), or that look secret and are not (plain).
CREATE TABLE core.audit_column (
    relation    text NOT NULL,
    column_name text NOT NULL,
    treatment   text NOT NULL CHECK (treatment IN ('secret', 'bulk', 'plain')),
    reason      text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (relation, column_name)
);

-- Transaction ids do not survive a restore into another cluster: a restore raises the epoch.
CREATE TABLE core.audit_epoch (
    epoch     integer PRIMARY KEY CHECK (epoch > 0),
    raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason    text NOT NULL
);
INSERT INTO core.audit_epoch (epoch, reason) VALUES (1, 'installation');

CREATE TABLE core.audit_entry (
    epoch         integer NOT NULL,
    xid           xid8 NOT NULL,                             -- of the transaction that made the change
    id            bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at            timestamptz NOT NULL,                      -- the real clock
    action        text NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'read')),
    relation      text NOT NULL,                             -- of a reading: the kind of object that was read
    row_key       jsonb NOT NULL,                            -- the row's primary key
    subject       text NOT NULL,
    subject_id    text NOT NULL,
    tenant_id     uuid,                                      -- whose it is; none: the province's own
    actor_kind    text NOT NULL CHECK (actor_kind IN ('officer', 'system', 'sign_in', 'operator')),
    person_id     uuid,
    account_id    uuid,
    post_id       uuid,                                      -- of the worker: the post that caused the job
    delegation_id uuid,
    login         text NOT NULL,                             -- of the database
    cause         text,                                      -- the worker's job
    request       text,                                      -- the request that it was done on
    reason        text,                                      -- as the row gives it; of a reading: its purpose
    before        jsonb,                                     -- of an update: the changed columns alone
    after         jsonb,
    withheld      text[],                                    -- columns that were set or changed and whose values are not kept here
    PRIMARY KEY (epoch, xid, id),
    CONSTRAINT audit_reading_has_a_purpose CHECK (action <> 'read' OR (reason <> '' AND actor_kind = 'officer'))
);
CREATE INDEX audit_entry_by_subject ON core.audit_entry (subject, subject_id, at, id);

-- A seal covers every entry after the one where the seal before it ended, up to its own last. `leaves` holds, for each, where it
-- stands and its hash, so that the first broken one can be named; the root commits to them, the hash to the root and to the seal before.
CREATE TABLE core.audit_seal (
    seq           bigint PRIMARY KEY CHECK (seq > 0),
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    first_epoch   integer NOT NULL,
    first_xid     xid8 NOT NULL,
    first_id      bigint NOT NULL,
    last_epoch    integer NOT NULL,
    last_xid      xid8 NOT NULL,
    last_id       bigint NOT NULL,
    row_count     integer NOT NULL CHECK (row_count > 0),
    leaves        bytea NOT NULL,                            -- of each: epoch (4 bytes), xid (8), id (8), hash (32)
    root          bytea NOT NULL CHECK (length(root) = 32),
    sealed_at     timestamptz NOT NULL,
    hash          bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
    CONSTRAINT audit_seal_follows_one UNIQUE (previous_hash),
    CONSTRAINT audit_seal_counts_its_leaves CHECK (length(leaves) = 52 * row_count)
);
ALTER TABLE core.audit_seal ALTER COLUMN leaves SET STORAGE EXTERNAL;
