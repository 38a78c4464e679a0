-- What moves a date to somebody's good names its paper; what takes an item out of the count, or finds it at fault, its reason; and what is done
-- is done. The columns are found by the guards, so that rows from before stay as they are.

-- The change moves the due date to a later day. The assigner does that by a paper alone, as an extension is granted by one.
ALTER TABLE core.work_item_change
    ADD COLUMN moves_later boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT later_date_by_a_paper CHECK (NOT moves_later OR document_number <> '');

-- Once its result was accepted a task is not reported on any more (done). What may come after: the official figure of a target (A42), what a
-- periodic item delivers (A16), why a co-ordinating unit held it up (A12).
ALTER TABLE core.progress
    DROP CONSTRAINT progress_item_state_check,
    ADD CONSTRAINT progress_item_state_check CHECK (item_state IN ('assigned', 'acknowledged', 'inProgress', 'resultSubmitted', 'returned', 'accepted',
        'replaced', 'cancelled', 'transferred', 'coordinating', 'done')),
    ADD CONSTRAINT reported_before_it_was_done CHECK (item_state <> 'done');

ALTER TABLE core.ruling
    ADD COLUMN asks_reason boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT ruled_for_a_reason CHECK (NOT asks_reason OR reason <> '');

-- Another day for a launch that was recorded, with the day that stood until then. It may make a late launch punctual (A58).
ALTER TABLE core.launch_step
    ADD COLUMN corrects_on date,
    ADD COLUMN correction_document text NOT NULL DEFAULT '',
    ADD CONSTRAINT launch_day_corrected_by_a_paper CHECK (corrects_on IS NULL
        OR (note <> '' AND (correction_document <> '' OR paper_id IS NOT NULL)));
