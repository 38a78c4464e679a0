-- What is above its target and what was reported on are counted otherwise than before: the days that are over are counted once more. The policies
-- bind the owner too: for this statement alone they do not.
ALTER TABLE core.unit_day NO FORCE ROW LEVEL SECURITY;
UPDATE core.unit_day SET counted_on = day WHERE counted_on > day;
ALTER TABLE core.unit_day FORCE ROW LEVEL SECURITY;
COMMENT ON COLUMN core.unit_day.reported IS 'since the reporting period began';

-- A notice is about an item, what has to be put right, a difficulty, or a return of a month that is missing.
ALTER TABLE core.notice
    ADD COLUMN difficulty_id uuid REFERENCES core.difficulty (id),
    ADD COLUMN period_id     uuid REFERENCES core.report_period (id),
    DROP CONSTRAINT notice_of_one,
    ADD CONSTRAINT notice_of_one CHECK (num_nonnulls(item_id, remedy_id, difficulty_id, period_id) = 1);

-- What a step tells people of, beside what stands under "found" already.
ALTER TABLE core.difficulty_step
    ADD COLUMN title     text NOT NULL DEFAULT '',               -- of the difficulty
    ADD COLUMN raised_by uuid;

-- These codes are new: the guard, which asks for a known one, is for what officers say. The policies bind the owner too.
ALTER TABLE core.reminder_rule
    DROP CONSTRAINT reminder_rule_about_check,
    ADD CONSTRAINT reminder_rule_about_check CHECK (about IN ('item', 'remedy', 'difficulty', 'return'));
ALTER TABLE core.reminder_rule NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.reminder_rule DISABLE TRIGGER USER;
INSERT INTO core.reminder_rule (code, about, valid_from, days, until_days, told, words, source) VALUES
    ('difficulty_route',  'difficulty', '2023-01-01', 0, NULL, 'doer', 'đến hạn chuyển giải quyết khó khăn, vướng mắc', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('difficulty_answer', 'difficulty', '2023-01-01', 0, NULL, 'doer', 'đến hạn trả lời khó khăn, vướng mắc',           'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('return_missing',    'return',     '2023-01-01', 1, NULL, 'doer', 'đã quá hạn mà chưa gửi báo cáo',                'Quy tắc nhắc việc của phần mềm (chưa có văn bản)');
ALTER TABLE core.reminder_rule ENABLE TRIGGER USER;
ALTER TABLE core.reminder_rule FORCE ROW LEVEL SECURITY;
