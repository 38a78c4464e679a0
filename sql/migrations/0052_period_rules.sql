-- How long months are and when their returns are due, the Office says by a paper: a rule counts for the months that begin on its first day or
-- later. One paper may say both; what came with the product has a source for the period alone.
ALTER TABLE core.period_rule
    ADD COLUMN recorded_by uuid REFERENCES core.post (id),       -- none: came with the product, or the operator loaded it
    ADD COLUMN recorded_on date,
    ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    DROP CONSTRAINT period_rule_citations_differ,
    ADD CONSTRAINT period_rule_citations_differ CHECK (recorded_by IS NOT NULL OR citation <> days_citation),
    ADD CONSTRAINT period_rule_recorded_whole CHECK ((recorded_by IS NULL) = (recorded_on IS NULL)),
    ADD CONSTRAINT period_rule_not_before_it_is_said CHECK (valid_from >= recorded_on),
    ADD CONSTRAINT period_rule_closes_before_the_next CHECK (close_days <= 20);
COMMENT ON COLUMN core.period_rule.first_day IS 'of the month before; 1: of the month itself. The plan of a campaign that says its last day goes before';

-- A periodic item is due soon by the next of its deadlines, and what was reported on is counted by the period of the plan: the days that are over are
-- counted once more. The policies bind the owner too: for this statement alone they do not.
ALTER TABLE core.unit_day NO FORCE ROW LEVEL SECURITY;
UPDATE core.unit_day SET counted_on = day WHERE counted_on > day;
ALTER TABLE core.unit_day FORCE ROW LEVEL SECURITY;
