-- What is spread of good models the media's role has no use for: their officers read it in their own unit, as everybody does.
REVOKE SELECT ON core.good_model FROM media;

-- Who noted something of a unit that he follows, as he was called that day: the unit does not read the directory of another's council.
ALTER TABLE core.follow_note
    ADD COLUMN member_name text NOT NULL DEFAULT '';
-- The policies bind the owner too, and what was written stays as it was: for this statement alone neither.
ALTER TABLE core.follow_note NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER;
ALTER TABLE core.following NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.person NO FORCE ROW LEVEL SECURITY;
UPDATE core.follow_note AS x
SET member_name = n.full_name
FROM core.following AS f
    JOIN core.person AS n ON n.id = f.person_id
WHERE f.id = x.following_id;
ALTER TABLE core.follow_note FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER;
ALTER TABLE core.following FORCE ROW LEVEL SECURITY;
ALTER TABLE core.person FORCE ROW LEVEL SECURITY;

-- Why an item was changed stands beside what it said before, where it can be kept from who reads the rest (sql/routines/55_parents.sql), and not in it.
ALTER TABLE core.work_item_change NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER;
UPDATE core.work_item_change SET before = before - 'change_reason' WHERE before ? 'change_reason';
ALTER TABLE core.work_item_change FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER;
