-- The event at which a review (sơ kết, tổng kết) is held: of the province and of a unit in its own name. What it is planned to be stands in
-- versions, none of which is ever changed; papers are superseded, for a reason; what happened is recorded once. What the columns under "found" say,
-- the guards of sql/routines/59_review_event.sql read, for constraints to judge after the row policies.
-- And: files that show how something was put right, reminders of what has to be put right, and rules of reminding that the Office keeps.

CREATE TABLE core.review_event (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),       -- whose review: the province's, or a unit's own
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    kind        text NOT NULL CHECK (kind IN ('interim', 'final')),
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT review_event_once UNIQUE (tenant_id, campaign_id, kind),
    CONSTRAINT review_event_of_a_tenant UNIQUE (tenant_id, id)   -- what belongs to it is of the same tenant
);

-- What it is planned to be. The last version counts; each but the first says why.
CREATE TABLE core.review_event_plan (
    tenant_id   uuid NOT NULL,
    event_id    uuid NOT NULL,
    version     integer NOT NULL CHECK (version > 0),
    held_on     date NOT NULL,
    starts_at   text NOT NULL DEFAULT '',                        -- '08 giờ 00'
    place       text NOT NULL CHECK (place ~ '\S'),
    chair       text NOT NULL CHECK (chair ~ '\S'),              -- by his post
    agenda      text[] NOT NULL,                                 -- one line each, in their order
    guests      text[] NOT NULL,                                 -- bodies and posts
    reason      text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    last        integer NOT NULL DEFAULT 0,                      -- version before it
    is_held     boolean NOT NULL DEFAULT false,                  -- what happened is recorded
    PRIMARY KEY (tenant_id, event_id, version),
    CONSTRAINT review_event_plan_event FOREIGN KEY (tenant_id, event_id) REFERENCES core.review_event (tenant_id, id),
    CONSTRAINT review_event_plan_in_order CHECK (version <= last + 1),
    CONSTRAINT review_event_changed_for_a_reason CHECK ((version = 1) = (reason !~ '\S')),
    CONSTRAINT review_event_has_an_agenda CHECK (cardinality(agenda) BETWEEN 1 AND 100 AND array_position(agenda, '') IS NULL),
    CONSTRAINT review_event_has_guests CHECK (cardinality(guests) BETWEEN 1 AND 300 AND array_position(guests, '') IS NULL),
    CONSTRAINT review_event_changed_before_it_is_held CHECK (NOT is_held)
);

-- Papers of it: invitations, speeches, reports, minutes. One that the product makes is made from what stands when it is asked for.
CREATE TABLE core.review_event_paper (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    event_id    uuid NOT NULL,
    what        text NOT NULL CHECK (what ~ '\S'),
    number      text NOT NULL DEFAULT '',                        -- with its day, once it is signed
    signed_on   date,
    made        text CHECK (made IN ('invitation', 'report', 'sheet')),
    replaces_id uuid,
    reason      text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT review_event_paper_event FOREIGN KEY (tenant_id, event_id) REFERENCES core.review_event (tenant_id, id),
    CONSTRAINT review_event_paper_of_an_event UNIQUE (tenant_id, event_id, id),
    CONSTRAINT review_event_paper_replaced FOREIGN KEY (tenant_id, event_id, replaces_id)
        REFERENCES core.review_event_paper (tenant_id, event_id, id),
    CONSTRAINT review_event_paper_replaced_once UNIQUE (tenant_id, replaces_id),
    CONSTRAINT review_event_paper_replaced_for_a_reason CHECK ((replaces_id IS NOT NULL) = (reason ~ '\S')),
    CONSTRAINT review_event_paper_whole CHECK ((number = '') = (signed_on IS NULL)),
    CONSTRAINT review_event_paper_not_in_the_future CHECK (signed_on <= recorded_on)
);
CREATE INDEX review_event_paper_by_event ON core.review_event_paper (tenant_id, event_id, id);

-- What happened: when, who was there, who was not. Once.
CREATE TABLE core.review_event_outcome (
    tenant_id   uuid NOT NULL,
    event_id    uuid NOT NULL,
    held_on     date NOT NULL,
    present     integer NOT NULL CHECK (present BETWEEN 1 AND 100000),
    absent      text[] NOT NULL,                                 -- of who was invited
    words       text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    guests      text[] NOT NULL DEFAULT '{}',                    -- of the version that counts
    CONSTRAINT review_event_held_once PRIMARY KEY (tenant_id, event_id),
    CONSTRAINT review_event_outcome_event FOREIGN KEY (tenant_id, event_id) REFERENCES core.review_event (tenant_id, id),
    CONSTRAINT review_event_not_held_in_the_future CHECK (held_on <= recorded_on),
    CONSTRAINT review_event_absent_of_who_was_invited CHECK (absent <@ guests)
);

-- What shows how something was put right, by the report that says so.
ALTER TABLE core.award_file
    DROP COLUMN owner_id,                                        -- with its key and its index
    DROP CONSTRAINT award_file_of_one,
    ADD COLUMN remedy_step_id uuid;
ALTER TABLE core.award_file
    ADD COLUMN owner_id uuid NOT NULL
        GENERATED ALWAYS AS (coalesce(session_id, decision_id, document_id, initiative_id, consent_id, remedy_step_id)) STORED,
    ADD CONSTRAINT award_file_of_one CHECK (num_nonnulls(session_id, decision_id, document_id, initiative_id, consent_id, remedy_step_id) = 1),
    ADD CONSTRAINT award_file_once UNIQUE (tenant_id, owner_id, sha256);
CREATE INDEX award_file_by_owner ON core.award_file (tenant_id, owner_id, id);
-- What a broken key means is known by the parent's name, in tenants that are there already too.
DO $$
DECLARE
    part record;
BEGIN
    FOR part IN
        SELECT i.inhrelid::regclass AS own, (SELECT c.relname FROM pg_class AS c WHERE c.oid = i.inhparent) AS wanted
        FROM pg_inherits AS i
            JOIN pg_class AS x ON x.oid = i.inhrelid AND x.relkind = 'i'
        WHERE i.inhparent IN ('core.award_file_once'::regclass, 'core.award_file_by_owner'::regclass)
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', part.own, part.wanted);
    END LOOP;
END
$$;

-- A notice is about an item, or about what has to be put right.
ALTER TABLE core.notice
    ALTER COLUMN item_id DROP NOT NULL,
    ADD COLUMN remedy_id uuid REFERENCES core.remedy (id),
    ADD CONSTRAINT notice_of_one CHECK (num_nonnulls(item_id, remedy_id) = 1);

-- Rules are kept by the Office: one with other days ends the one before it. What the columns under "found" say, the guard of
-- sql/routines/59_notices.sql reads.
ALTER TABLE core.reminder_rule
    ADD COLUMN about       text NOT NULL DEFAULT 'item' CHECK (about IN ('item', 'remedy')),
    ADD COLUMN recorded_by uuid REFERENCES core.post (id),       -- none: came with the product
    ADD COLUMN recorded_on date,
    ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    ADD COLUMN is_known    boolean NOT NULL DEFAULT true,        -- the code, which says about what and who is told
    ADD CONSTRAINT reminder_rule_of_a_known_code CHECK (is_known),
    ADD CONSTRAINT reminder_rule_recorded_whole CHECK ((recorded_by IS NULL) = (recorded_on IS NULL)),
    ADD CONSTRAINT reminder_rule_not_before_it_is_said CHECK (valid_from >= recorded_on),
    ADD CONSTRAINT reminder_rule_within_a_year CHECK (days BETWEEN -60 AND 366 AND until_days <= 366);
INSERT INTO core.reminder_rule (code, about, valid_from, days, until_days, told, words, source) VALUES
    ('remedy_in_7', 'remedy', '2023-01-01', -7,   -4, 'doer', 'sắp đến hạn khắc phục trong 7 ngày', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('remedy_in_3', 'remedy', '2023-01-01', -3,    0, 'doer', 'sắp đến hạn khắc phục trong 3 ngày', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('remedy_late', 'remedy', '2023-01-01',  1, NULL, 'doer', 'đã quá hạn khắc phục',               'Quy tắc nhắc việc của phần mềm (chưa có văn bản)');
