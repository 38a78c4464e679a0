-- What was done before it was given a date is done, and neither early nor in time nor late (A26): counted beside the three. Of days and returns that
-- were counted before, there is none: they stay as they were counted.
ALTER TABLE core.unit_day
    ADD COLUMN undated integer NOT NULL DEFAULT 0 CHECK (undated >= 0),
    DROP CONSTRAINT unit_day_adds_up,
    ADD CONSTRAINT unit_day_adds_up CHECK (early + on_time + late + undated + overdue + due_soon <= items);

ALTER TABLE core.unit_return
    DROP CONSTRAINT return_nothing_arose,
    ADD CONSTRAINT return_nothing_arose CHECK (approved_on IS NULL OR NOT nothing OR (figures ->> 'given')::integer + (figures ->> 'overdue')::integer
        + (figures ->> 'nowEarly')::integer + (figures ->> 'nowOnTime')::integer + (figures ->> 'nowLate')::integer
        + coalesce((figures ->> 'nowUndated')::integer, 0) = 0);
