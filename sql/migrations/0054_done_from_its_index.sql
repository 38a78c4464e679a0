-- When an item was done is asked of every item at once: the key that lets it be done once answers it, without a look at what was ruled on it besides.
DROP INDEX core.ruling_done_once;
CREATE UNIQUE INDEX ruling_done_once ON core.ruling (tenant_id, item_id) INCLUDE (kind, evidence_on, recorded_on)
    WHERE kind IN ('accepted', 'leadAccepted');
-- What a broken key means to the officer is known by the parent's name.
DO $$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT h.inhrelid::regclass AS index
        FROM pg_inherits AS h
        WHERE h.inhparent = 'core.ruling_done_once'::regclass
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO ruling_done_once', made.index);
    END LOOP;
END
$$;
