-- What has to be put right is ordered with a letter of the Office about overdue items too.
ALTER TABLE core.remedy
    DROP CONSTRAINT remedy_origin_check,
    ADD CONSTRAINT remedy_origin_check CHECK (origin IN ('finding', 'note', 'urging', 'criticism', 'handling'));

-- A notice is about a good model that was spread to all units, too.
ALTER TABLE core.notice
    ADD COLUMN good_model_id uuid REFERENCES core.good_model (id),
    DROP CONSTRAINT notice_of_one,
    ADD CONSTRAINT notice_of_one CHECK (num_nonnulls(item_id, remedy_id, difficulty_id, period_id, good_model_id) = 1);

-- What was approved before a press kit was taken back is not given again: it is approved anew.
ALTER TABLE core.press_kit
    ADD COLUMN withdrawn_on date,                           -- found: the day on which one was last taken back
    ADD CONSTRAINT press_kit_approved_anew CHECK (is_withdrawn OR approved_on >= withdrawn_on);
