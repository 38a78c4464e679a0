-- What was open when a review was frozen is kept with the version, thing by thing. It stands beside what is hashed: versions that were frozen
-- before have none, and their hash stays theirs. Who reads how much of it: sql/routines/59_review.sql.
ALTER TABLE core.review_snapshot
    ADD COLUMN open_list jsonb,                             -- found: what, unit, item, since when; NULL: from before it was kept
    ADD CONSTRAINT review_open_list_is_counted CHECK (jsonb_array_length(open_list) = silent_units + open_disputes + open_results);
