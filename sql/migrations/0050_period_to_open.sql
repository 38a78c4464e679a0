-- A notice is about a reporting period that has begun and that nobody opened, too: who opens it is told. The month is its name.
ALTER TABLE core.notice
    ADD COLUMN month date,
    DROP CONSTRAINT notice_of_one,
    ADD CONSTRAINT notice_of_one CHECK (num_nonnulls(item_id, remedy_id, difficulty_id, period_id, good_model_id, dossier_id, month) = 1),
    ADD CONSTRAINT notice_month_of_a_campaign CHECK (month IS NULL OR (campaign_id IS NOT NULL AND extract(day FROM month) = 1));

-- This code is new: the guard, which asks for a known one, is for what officers say. The policies bind the owner too.
ALTER TABLE core.reminder_rule
    DROP CONSTRAINT reminder_rule_about_check,
    ADD CONSTRAINT reminder_rule_about_check CHECK (about IN ('item', 'remedy', 'difficulty', 'return', 'period'));
ALTER TABLE core.reminder_rule NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.reminder_rule DISABLE TRIGGER USER;
INSERT INTO core.reminder_rule (code, about, valid_from, days, until_days, told, words, source) VALUES
    ('period_to_open', 'period', '2023-01-01', 0, NULL, 'office', 'kỳ báo cáo đã bắt đầu mà chưa mở', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)');
ALTER TABLE core.reminder_rule ENABLE TRIGGER USER;
ALTER TABLE core.reminder_rule FORCE ROW LEVEL SECURITY;
