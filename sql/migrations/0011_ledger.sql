-- The ledger, complete: extensions of due dates, files of evidence.

-- Since when the present due date stands: the day on which it was decided; none while it is the first.
ALTER TABLE core.work_item ADD COLUMN due_fixed_on date;

-- Extensions of the time of an item (điều chỉnh, gia hạn thời hạn; A27, A28): asked by the doer, granted or refused by the assigner.
-- Appended, never changed; each step names the one before it, so that of two at once one is not the next. What the columns under
-- "found" say, the guard of sql/routines/46_extensions.sql reads under the item's lock, whatever the statement says.
CREATE TABLE core.extension_step (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    item_id            uuid NOT NULL,
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,
    position           integer NOT NULL CHECK (position > 0),    -- 1, 2, 3 … of this item
    step               text NOT NULL CHECK (step IN ('asked', 'granted', 'refused')),
    happened_on        date NOT NULL,                            -- asked or decided, by its paper
    previous_position  integer,
    previous_step      text,
    previous_on        date,
    new_due_on         date,                                     -- asked: the wished date; granted: the new one
    post_facto         boolean NOT NULL DEFAULT false,           -- signed by the Chairman although the date had passed
    document_number    text NOT NULL DEFAULT '',
    reason             text NOT NULL DEFAULT '',
    -- found
    not_before         date NOT NULL,                            -- the assignment; of a grant also the last change of the date
    due_before         date,                                     -- the date that the item was held to
    item_state         text NOT NULL CHECK (item_state IN ('open', 'done', 'closed', 'coordinating', 'overtaken')),
    item_version       integer,                                  -- of a grant that moves the date: the version of the item that it replaces
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT extension_in_order UNIQUE (tenant_id, item_id, position),
    CONSTRAINT extension_key_for_the_next UNIQUE (tenant_id, item_id, position, step, happened_on),
    CONSTRAINT extension_follows_the_one_before CHECK ((position = 1) = (previous_position IS NULL)
                          AND (previous_position IS NULL) = (previous_step IS NULL) AND (previous_position IS NULL) = (previous_on IS NULL)
                          AND (position = 1 OR previous_position = position - 1)),
    CONSTRAINT extension_one_undecided CHECK (step <> 'asked' OR previous_step IS DISTINCT FROM 'asked'),
    CONSTRAINT extension_decides_a_request CHECK (step = 'asked' OR previous_step IS NOT DISTINCT FROM 'asked' OR (step = 'granted' AND post_facto)),
    CONSTRAINT extension_after_the_one_before CHECK (happened_on >= previous_on),
    CONSTRAINT extension_not_before CHECK (happened_on >= not_before),
    CONSTRAINT extension_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT extension_names_a_date CHECK ((step = 'refused') = (new_due_on IS NULL)),
    CONSTRAINT extension_is_later CHECK (new_due_on > due_before OR item_state = 'overtaken'),
    CONSTRAINT extension_of_a_date CHECK (due_before IS NOT NULL),                       -- a first date is fixed, not extended (A26)
    CONSTRAINT extension_gives_reason CHECK (step = 'granted' OR reason <> ''),
    CONSTRAINT extension_decided_by_document CHECK (step = 'asked' OR document_number <> ''),
    CONSTRAINT extension_post_facto_is_granted CHECK (NOT post_facto OR step = 'granted'),
    CONSTRAINT extension_of_an_open_item CHECK (item_state IN ('open', 'overtaken') OR (item_state = 'done' AND post_facto))
) PARTITION BY LIST (tenant_id);
CREATE INDEX extension_asked ON core.extension_step (due_before, id) WHERE step = 'asked';

-- Files of evidence: what a report rests on, several to one report, kept in the tenant's own schema. The file is a row; its content lies
-- in chunks of at most 256 KiB, written in the same transaction and never changed.
CREATE TABLE core.evidence (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    item_id            uuid NOT NULL,
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,                            -- who asked for the result, and so reads what it rests on (A59)
    report_id          uuid NOT NULL,
    report_kind        text NOT NULL,
    evidence_on        date NOT NULL,
    file_name          text NOT NULL CHECK (file_name <> ''),
    media_type         text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg',
                           'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
                           'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
    byte_count         integer NOT NULL CHECK (byte_count BETWEEN 1 AND 20971520),
    sha256             bytea NOT NULL CHECK (length(sha256) = 32),
    judged             boolean NOT NULL,                         -- found by the guard of sql/routines/47_evidence.sql
    written_in         xid8 NOT NULL DEFAULT pg_current_xact_id(),   -- chunks come in the same transaction or not at all
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT evidence_once_per_report UNIQUE (tenant_id, report_id, sha256),
    CONSTRAINT evidence_of_a_report CHECK (report_kind IN ('reported', 'result')),
    CONSTRAINT evidence_before_it_is_judged CHECK (NOT judged)
) PARTITION BY LIST (tenant_id);
CREATE INDEX evidence_by_item ON core.evidence (tenant_id, item_id, report_id, id);

CREATE TABLE core.evidence_chunk (
    tenant_id   uuid NOT NULL,
    evidence_id uuid NOT NULL,
    position    integer NOT NULL CHECK (position BETWEEN 0 AND 79),
    content     bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 262144),
    PRIMARY KEY (tenant_id, evidence_id, position)
) PARTITION BY LIST (tenant_id);
-- The formats are compressed by themselves.
ALTER TABLE core.evidence_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- A paper may come with its table of assignment.
ALTER TABLE core.directive_file DROP CONSTRAINT directive_file_media_type_check;
ALTER TABLE core.directive_file ADD CONSTRAINT directive_file_media_type_check CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));

-- A unit takes its own result back before anybody has judged it: one more thing that becomes of a result, and as such once only.
ALTER TABLE core.ruling
    DROP CONSTRAINT ruling_kind_check,
    ADD CONSTRAINT ruling_kind_check CHECK (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed', 'violation', 'exempted', 'cancelled', 'withdrawn')),
    DROP CONSTRAINT ruling_names_its_report,
    ADD CONSTRAINT ruling_names_its_report CHECK ((kind IN ('accepted', 'returned', 'confirmed', 'withdrawn')) = (report_id IS NOT NULL AND report_kind IS NOT NULL)
        AND (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed', 'withdrawn')) = (evidence_on IS NOT NULL)),
    DROP CONSTRAINT results_are_judged,
    ADD CONSTRAINT results_are_judged CHECK (kind NOT IN ('accepted', 'returned', 'withdrawn') OR report_kind = 'result'),
    ADD CONSTRAINT withdrawn_gives_the_reason CHECK (kind <> 'withdrawn' OR reason <> '');
DROP INDEX core.ruling_once_per_result;
CREATE UNIQUE INDEX ruling_once_per_result ON core.ruling (tenant_id, report_id) WHERE kind IN ('accepted', 'returned', 'withdrawn');
-- What a broken key means to the officer is known by the parent's name.
DO $$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT h.inhrelid::regclass AS index
        FROM pg_inherits AS h
        WHERE h.inhparent = 'core.ruling_once_per_result'::regclass
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO ruling_once_per_result', made.index);
    END LOOP;
END
$$;
