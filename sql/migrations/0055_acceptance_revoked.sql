-- An acceptance that was a mistake is taken back by its assigner, by a signed document (A62): the work goes on, a result is sent and accepted anew.
-- The acceptance stays as it was recorded and says since when it does not stand, so that what was known before is found again. Report, kind and day of
-- what is taken back, the guard of sql/routines/48_item_life.sql finds.
ALTER TABLE core.ruling
    ADD COLUMN voided_on date,                               -- of an acceptance: the day on which it was recorded that it does not stand
    ADD COLUMN voided_by uuid,                               -- by which ruling
    ADD CONSTRAINT acceptances_are_voided CHECK ((voided_on IS NULL) = (voided_by IS NULL)
        AND (voided_by IS NULL OR kind IN ('accepted', 'leadAccepted'))),
    DROP CONSTRAINT ruling_kind_check,
    ADD CONSTRAINT ruling_kind_check CHECK (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed', 'violation', 'exempted', 'replaced',
        'cancelled', 'transferred', 'withdrawn', 'succeeded', 'revoked')),
    DROP CONSTRAINT ruling_names_its_report,
    ADD CONSTRAINT ruling_names_its_report CHECK ((kind IN ('accepted', 'returned', 'confirmed', 'withdrawn') OR (kind = 'revoked' AND report_id IS NOT NULL))
            = (report_id IS NOT NULL AND report_kind IS NOT NULL)
        AND (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed', 'withdrawn', 'revoked')) = (evidence_on IS NOT NULL)),
    DROP CONSTRAINT results_are_judged,
    ADD CONSTRAINT results_are_judged CHECK (kind NOT IN ('accepted', 'returned', 'withdrawn', 'revoked') OR report_kind = 'result'),
    DROP CONSTRAINT ruled_by_document,
    ADD CONSTRAINT ruled_by_document CHECK (kind NOT IN ('exempted', 'replaced', 'cancelled', 'transferred', 'violation', 'revoked') OR document_number <> ''),
    DROP CONSTRAINT ruling_item_state_check,
    ADD CONSTRAINT ruling_item_state_check CHECK (item_state IN ('assigned', 'acknowledged', 'inProgress', 'resultSubmitted', 'returned', 'accepted',
        'replaced', 'cancelled', 'transferred', 'coordinating')),    -- coordinating: what the lead was accepted for is taken back there alone
    -- Named so that it is asked before what a ruling has to name.
    ADD CONSTRAINT revoked_while_it_is_accepted CHECK (kind <> 'revoked' OR item_state = 'accepted');

-- At one time one acceptance stands. When an item was done is asked of every item at once: the key answers it, without a look at what else was ruled.
DROP INDEX core.ruling_done_once;
CREATE UNIQUE INDEX ruling_done_once ON core.ruling (tenant_id, item_id, (coalesce(voided_by, '00000000-0000-0000-0000-000000000000'::uuid)))
    INCLUDE (kind, evidence_on, recorded_on, voided_on) WHERE kind IN ('accepted', 'leadAccepted');
-- What a broken key means to the officer is known by the parent's name.
DO $$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT h.inhrelid::regclass AS index
        FROM pg_inherits AS h
        WHERE h.inhparent = 'core.ruling_done_once'::regclass
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO ruling_done_once', made.index);
    END LOOP;
END
$$;
