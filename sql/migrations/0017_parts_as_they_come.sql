-- The parts of a frozen review are written one unit of the province after the other, before the hash of the whole is known: their key to the
-- snapshot is looked at when the transaction ends.
DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT c.conrelid FROM pg_constraint AS c WHERE c.conname = 'review_part_snapshot' AND c.contype = 'f' AND NOT c.condeferrable
    LOOP
        EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT review_part_snapshot DEFERRABLE INITIALLY DEFERRED', relation);
    END LOOP;
END
$$;
