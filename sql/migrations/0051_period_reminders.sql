-- Of a reporting period nobody is reminded before it begins: it cannot be opened yet.
ALTER TABLE core.reminder_rule
    ADD CONSTRAINT reminder_rule_period_from_its_first_day CHECK (about <> 'period' OR days >= 0);
