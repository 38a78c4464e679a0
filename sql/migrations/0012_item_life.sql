-- The whole life of an item: replaced by another item, transferred to another lead; disputed when it was given. What the columns under
-- "found" say, the guards of sql/routines/48_item_life.sql read under the item's lock, whatever the statement says: constraints judge it
-- after the row policies, so that nobody learns of an item that is not his. Rows that stood before have none of it.

ALTER TABLE core.ruling
    ADD COLUMN document_issuer text NOT NULL DEFAULT '',
    ADD COLUMN other_tenant_id uuid,                         -- replaced, transferred: what stands in its place; succeeded: what it stands for
    ADD COLUMN other_item_id uuid,
    -- found
    ADD COLUMN other_code text,                              -- none where there is no such living item of the same assigner
    ADD COLUMN item_state text CHECK (item_state IN ('assigned', 'acknowledged', 'inProgress', 'resultSubmitted', 'returned', 'accepted',
        'replaced', 'cancelled', 'transferred')),            -- before the step; an exempted item's is that of its work
    DROP CONSTRAINT ruling_kind_check,
    ADD CONSTRAINT ruling_kind_check CHECK (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed', 'violation', 'exempted', 'replaced',
        'cancelled', 'transferred', 'withdrawn', 'succeeded')),
    DROP CONSTRAINT ruled_by_document,
    ADD CONSTRAINT ruled_by_document CHECK (kind NOT IN ('exempted', 'replaced', 'cancelled', 'transferred', 'violation') OR document_number <> ''),
    ADD CONSTRAINT ruling_names_both_items CHECK ((kind IN ('replaced', 'transferred', 'succeeded')) = (other_item_id IS NOT NULL)
        AND (other_item_id IS NULL) = (other_tenant_id IS NULL)),
    ADD CONSTRAINT ruling_names_another_item CHECK (other_item_id <> item_id),
    ADD CONSTRAINT ruling_names_a_living_item CHECK (kind NOT IN ('replaced', 'transferred') OR other_code IS NOT NULL),
    ADD CONSTRAINT replaced_for_a_reason CHECK (kind NOT IN ('replaced', 'transferred') OR (reason <> '' AND document_issuer <> '')),
    ADD CONSTRAINT ruling_on_a_living_item CHECK (item_state NOT IN ('replaced', 'cancelled', 'transferred')),
    ADD CONSTRAINT ruling_judges_what_waits CHECK (kind NOT IN ('accepted', 'returned', 'withdrawn') OR item_state = 'resultSubmitted'),
    ADD CONSTRAINT ruling_passes_open_work_on CHECK (kind NOT IN ('replaced', 'transferred')
        OR item_state IN ('assigned', 'acknowledged', 'inProgress', 'returned')),
    ADD CONSTRAINT ruling_key_for_disputes UNIQUE (tenant_id, item_id, id, kind);
DROP INDEX core.ruling_closed_once;
CREATE UNIQUE INDEX ruling_closed_once ON core.ruling (tenant_id, item_id) WHERE kind IN ('exempted', 'replaced', 'cancelled', 'transferred');

ALTER TABLE core.progress
    ADD COLUMN item_state text CHECK (item_state IN ('assigned', 'acknowledged', 'inProgress', 'resultSubmitted', 'returned', 'accepted',
        'replaced', 'cancelled', 'transferred', 'coordinating')),    -- found; coordinating: the lead alone answers for the result
    ADD CONSTRAINT report_on_a_living_item CHECK (item_state NOT IN ('replaced', 'cancelled', 'transferred')),
    ADD CONSTRAINT result_while_none_waits CHECK (kind <> 'result' OR item_state NOT IN ('resultSubmitted', 'accepted')),
    ADD CONSTRAINT result_of_the_lead CHECK (kind <> 'result' OR item_state <> 'coordinating');

ALTER TABLE core.work_item
    ADD COLUMN parent_state text CHECK (parent_state IN ('assigned', 'acknowledged', 'inProgress', 'resultSubmitted', 'returned', 'accepted',
        'replaced', 'cancelled', 'transferred')),            -- found: how the whole stood when this part of it was handed on
    ADD CONSTRAINT handed_on_from_a_living_item CHECK (parent_state NOT IN ('replaced', 'cancelled', 'transferred')),
    ADD CONSTRAINT handed_on_before_it_was_done CHECK (parent_state <> 'accepted');

-- A unit disputes an item that it was given, instead of taking note of it or soon after: it is not its function, it has it already, it has
-- no clear date. The assigner upholds or rejects. Appended, never changed; each step names the one before it, as those of extensions.
CREATE TABLE core.dispute_step (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    item_id            uuid NOT NULL,
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,
    position           integer NOT NULL CHECK (position > 0),    -- 1, 2, 3 … of this item
    step               text NOT NULL CHECK (step IN ('raised', 'upheld', 'rejected')),
    happened_on        date NOT NULL,                            -- by its paper
    previous_position  integer,
    previous_step      text,
    previous_on        date,
    ground             text CHECK (ground IN ('notItsFunction', 'duplicate', 'noClearDate')),
    proposed_tenant_id uuid,                                     -- who should lead instead
    proposed_unit_id   uuid,
    duplicate_code     text CHECK (duplicate_code <> ''),        -- what it doubles, as the unit has it
    remedy             text CHECK (remedy IN ('transferred', 'newDate', 'replaced')),
    ruling_id          uuid,                                     -- by which it was transferred or replaced
    new_due_on         date,
    document_number    text NOT NULL DEFAULT '',
    document_issuer    text NOT NULL DEFAULT '',
    reason             text NOT NULL CHECK (reason <> ''),
    -- found
    item_state         text NOT NULL CHECK (item_state IN ('assigned', 'acknowledged', 'inProgress', 'resultSubmitted', 'returned', 'accepted',
                           'exempted', 'replaced', 'cancelled', 'transferred', 'coordinating', 'overtaken')),
    item_due_on        date,
    not_before         date NOT NULL,                            -- the assignment
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT dispute_in_order UNIQUE (tenant_id, item_id, position),
    CONSTRAINT dispute_key_for_the_next UNIQUE (tenant_id, item_id, position, step, happened_on),
    CONSTRAINT dispute_follows_the_one_before CHECK ((position = 1) = (previous_position IS NULL)
                          AND (previous_position IS NULL) = (previous_step IS NULL) AND (previous_position IS NULL) = (previous_on IS NULL)
                          AND (position = 1 OR previous_position = position - 1)),
    CONSTRAINT dispute_one_at_a_time CHECK (step <> 'raised' OR previous_step IS DISTINCT FROM 'raised'),
    CONSTRAINT dispute_answers_what_was_raised CHECK (step = 'raised' OR previous_step IS NOT DISTINCT FROM 'raised'),
    CONSTRAINT dispute_after_the_one_before CHECK (happened_on >= previous_on),
    CONSTRAINT dispute_not_before CHECK (happened_on >= not_before),
    CONSTRAINT dispute_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT dispute_names_its_ground CHECK ((step = 'raised') = (ground IS NOT NULL)),
    CONSTRAINT dispute_proposes_a_lead CHECK ((proposed_tenant_id IS NULL) = (proposed_unit_id IS NULL)
                          AND (ground IS NOT DISTINCT FROM 'notItsFunction' OR proposed_unit_id IS NULL)
                          AND (ground <> 'notItsFunction' OR proposed_unit_id IS NOT NULL)),
    CONSTRAINT dispute_proposes_another CHECK (proposed_unit_id <> unit_id),
    CONSTRAINT dispute_names_the_double CHECK ((ground IS NOT DISTINCT FROM 'duplicate') = (duplicate_code IS NOT NULL)),
    CONSTRAINT dispute_upheld_with_a_remedy CHECK ((step = 'upheld') = (remedy IS NOT NULL)),
    CONSTRAINT dispute_upheld_by_a_ruling CHECK ((coalesce(remedy, '') IN ('transferred', 'replaced')) = (ruling_id IS NOT NULL)),
    CONSTRAINT dispute_upheld_by_a_date CHECK ((remedy IS NOT DISTINCT FROM 'newDate') = (new_due_on IS NOT NULL)),
    CONSTRAINT dispute_date_is_the_items CHECK (new_due_on IS NULL OR new_due_on IS NOT DISTINCT FROM item_due_on OR item_state = 'overtaken'),
    CONSTRAINT dispute_answered_by_document CHECK (step = 'raised' OR (document_number <> '' AND document_issuer <> '')),
    CONSTRAINT dispute_on_acknowledging CHECK (step <> 'raised' OR item_state IN ('assigned', 'acknowledged', 'overtaken')),
    CONSTRAINT dispute_of_a_living_item CHECK (ruling_id IS NOT NULL OR item_state NOT IN ('exempted', 'replaced', 'cancelled', 'transferred'))
) PARTITION BY LIST (tenant_id);
CREATE INDEX dispute_raised ON core.dispute_step (recorded_on, id) WHERE step = 'raised';

-- What a broken key means to the officer is known by the parent's name.
DO $$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT h.inhrelid::regclass AS index, parent.relname AS wanted
        FROM pg_inherits AS h
            JOIN pg_class AS parent ON parent.oid = h.inhparent
            JOIN pg_class AS own ON own.oid = h.inhrelid
        WHERE h.inhparent IN ('core.ruling_closed_once'::regclass, 'core.ruling_key_for_disputes'::regclass)
          AND own.relname <> parent.relname
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', made.index, made.wanted);
    END LOOP;
END
$$;
