-- What a review counts of an item beyond its dates: figures with the body that confirms them, periodic items, further sources, what was
-- carried over from earlier years, and the record without which nothing is split or merged.

ALTER TABLE core.work_item
    -- Who confirms the figures of a target, where it is not the assigner itself: a statistics office, a sector department.
    ADD COLUMN figure_body         text CHECK (figure_body <> ''),
    ADD COLUMN figure_tenant_id    uuid,                         -- the same where it is a unit of the province
    -- Carried over from earlier years (A14b): its old dates stay as history.
    ADD COLUMN carried_code        text CHECK (carried_code <> ''),
    ADD COLUMN carried_assigned_on date,
    ADD COLUMN carried_due_on      date,
    ADD COLUMN due_document        text CHECK (due_document <> ''),   -- the paper that fixes its date for this campaign
    ADD COLUMN correction_id       uuid,                         -- made by splitting or merging (A15)
    ADD CONSTRAINT figures_of_a_target CHECK (figure_body IS NULL OR kind = 'target'),
    ADD CONSTRAINT figure_tenant_is_named CHECK (figure_tenant_id IS NULL OR figure_body IS NOT NULL),
    ADD CONSTRAINT figure_not_confirmed_by_its_doer CHECK (role = 'coordinate' OR figure_tenant_id <> tenant_id),   -- A66
    ADD CONSTRAINT carried_from_before CHECK (carried_assigned_on < assigned_on AND extract(year FROM carried_assigned_on) < extract(year FROM assigned_on)
                          AND (carried_due_on IS NULL OR carried_due_on >= carried_assigned_on)),
    ADD CONSTRAINT carried_has_its_history CHECK (carried_assigned_on IS NOT NULL OR (carried_code IS NULL AND carried_due_on IS NULL)),
    ADD CONSTRAINT carried_due_by_a_paper CHECK (carried_assigned_on IS NULL OR due_on IS NULL OR due_document IS NOT NULL);

-- The deadlines of a periodic item (A16): given by its assigner beforehand, never taken back. What the columns under "found" say, the guard of
-- sql/routines/48_item_figures.sql reads from the item, whatever the statement says.
CREATE TABLE core.occurrence (
    tenant_id          uuid NOT NULL,
    item_id            uuid NOT NULL,
    due_on             date NOT NULL,
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,
    -- found
    not_before         date NOT NULL,                            -- the assignment of the item
    not_after          date,                                     -- its due date; none while it has none
    item_recorded_on   date NOT NULL,
    item_role          text NOT NULL,
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, item_id, due_on),
    CONSTRAINT occurrence_after_the_assignment CHECK (due_on >= not_before),
    CONSTRAINT occurrence_by_the_due_date CHECK (due_on <= not_after),
    CONSTRAINT occurrence_set_beforehand CHECK (due_on >= recorded_on OR recorded_on = item_recorded_on),
    CONSTRAINT occurrence_of_a_lead CHECK (item_role = 'lead')
) PARTITION BY LIST (tenant_id);

-- Further papers that order the same item (A14); the first one stands in the item itself.
CREATE TABLE core.item_source (
    tenant_id          uuid NOT NULL,
    item_id            uuid NOT NULL,
    directive_id       uuid NOT NULL,
    clause             text NOT NULL CHECK (clause <> ''),
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, item_id, directive_id, clause)
) PARTITION BY LIST (tenant_id);
CREATE INDEX item_source_by_directive ON core.item_source (directive_id);

-- Why work was cut otherwise than it was given (A15). What is replaced is cancelled by it, what replaces it names it; all in the transaction
-- that writes it.
CREATE TABLE core.item_correction (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('split', 'merged')),
    decided_on         date NOT NULL,
    document_number    text NOT NULL CHECK (document_number <> ''),
    reason             text NOT NULL CHECK (reason <> ''),
    written_in         xid8 NOT NULL DEFAULT pg_current_xact_id(),
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT correction_key_for_items UNIQUE (tenant_id, id, unit_id, assigner_tenant_id),
    CONSTRAINT correction_not_in_the_future CHECK (decided_on <= recorded_on)
) PARTITION BY LIST (tenant_id);
CREATE INDEX work_item_by_correction ON core.work_item (tenant_id, correction_id) WHERE correction_id IS NOT NULL;

ALTER TABLE core.progress
    ADD COLUMN occurrence_due_on date,                           -- delivers what a periodic item asks for by that day
    ADD COLUMN delayed_by        text CHECK (delayed_by <> ''),  -- the co-ordinating unit that holds the item up (A12); the narrative says why
    ADD COLUMN delayer_is_named  boolean,                        -- found: the item names it among those that co-ordinate
    ADD CONSTRAINT occurrence_is_reported CHECK (occurrence_due_on IS NULL OR kind = 'reported'),
    ADD CONSTRAINT delay_gives_its_cause CHECK (delayed_by IS NULL OR (kind = 'reported' AND narrative <> '' AND milestone_percent IS NULL
                          AND actual IS NULL AND occurrence_due_on IS NULL)),
    ADD CONSTRAINT delay_of_a_coordinator CHECK ((delayed_by IS NULL) = (delayer_is_named IS NULL) AND coalesce(delayer_is_named, true));
CREATE INDEX progress_by_occurrence ON core.progress (tenant_id, item_id, occurrence_due_on) WHERE occurrence_due_on IS NOT NULL;

ALTER TABLE core.ruling
    ADD COLUMN figure_body   text,                               -- found: whose paper must say that the judged figure is right
    ADD COLUMN correction_id uuid,
    ADD CONSTRAINT figure_confirmed_by_document CHECK (figure_body IS NULL OR document_number <> ''),
    ADD CONSTRAINT correction_cancels CHECK (correction_id IS NULL OR kind = 'cancelled');
CREATE INDEX ruling_by_correction ON core.ruling (tenant_id, correction_id) WHERE correction_id IS NOT NULL;

-- What a broken key means to the officer is known by the parent's name.
DO $$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT h.inhrelid::regclass AS index, p.relname AS wanted
        FROM pg_inherits AS h
            JOIN pg_class AS p ON p.oid = h.inhparent
            JOIN pg_class AS c ON c.oid = h.inhrelid
        WHERE p.relnamespace = 'core'::regnamespace
          AND p.relname IN ('work_item_by_correction', 'progress_by_occurrence', 'ruling_by_correction')
          AND c.relname <> p.relname
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', made.index, made.wanted);
    END LOOP;
END
$$;
