-- What was done before it was given a date is done, and neither early nor in time nor late (A26): counted beside the three. Of returns that were
-- approved before, there is none: they stay as they were counted.
ALTER TABLE core.unit_day
    ADD COLUMN undated integer NOT NULL DEFAULT 0 CHECK (undated >= 0),
    DROP CONSTRAINT unit_day_adds_up,
    ADD CONSTRAINT unit_day_adds_up CHECK (early + on_time + late + undated + overdue + due_soon <= items);

-- That, and when a target is done (A24), is counted otherwise than before: the days that are over are counted once more, so that the table shows
-- what the lists behind its numbers hold. The policies bind the owner too: for this statement alone they do not.
ALTER TABLE core.unit_day NO FORCE ROW LEVEL SECURITY;
UPDATE core.unit_day SET counted_on = day WHERE counted_on > day;
ALTER TABLE core.unit_day FORCE ROW LEVEL SECURITY;

ALTER TABLE core.unit_return
    DROP CONSTRAINT return_nothing_arose,
    ADD CONSTRAINT return_nothing_arose CHECK (approved_on IS NULL OR NOT nothing OR (figures ->> 'given')::integer + (figures ->> 'overdue')::integer
        + (figures ->> 'nowEarly')::integer + (figures ->> 'nowOnTime')::integer + (figures ->> 'nowLate')::integer
        + coalesce((figures ->> 'nowUndated')::integer, 0) = 0);
