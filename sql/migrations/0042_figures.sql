-- What is above its target and what was reported on are counted otherwise than before: the days that are over are counted once more. The policies
-- bind the owner too: for this statement alone they do not.
ALTER TABLE core.unit_day NO FORCE ROW LEVEL SECURITY;
UPDATE core.unit_day SET counted_on = day WHERE counted_on > day;
ALTER TABLE core.unit_day FORCE ROW LEVEL SECURITY;
COMMENT ON COLUMN core.unit_day.reported IS 'since the reporting period began';
