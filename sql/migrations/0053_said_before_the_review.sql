-- What decides a review is said before it. Work leaves the count once what was sent of it is judged; what stood before stays.
ALTER TABLE core.ruling
    ADD CONSTRAINT ruling_closes_what_is_judged
        CHECK (kind NOT IN ('exempted', 'cancelled') OR item_state IS DISTINCT FROM 'resultSubmitted') NOT VALID;

-- Of a target its assigner says beforehand that it is measured at the end of the year only (A39). From the day of the interim review on he says so, or
-- takes it back, by a paper alone; found by the guard that keeps what stood before.
ALTER TABLE core.work_item_change
    ADD COLUMN marks_late boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT late_mark_by_a_paper CHECK (NOT marks_late OR document_number <> '');
