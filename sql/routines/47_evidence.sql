-- Files of evidence. The guard says in the row whether the report was judged by then, under the report's lock, for the constraint to
-- refuse: row policies speak first. At the end of the transaction the content is all there, or nothing of it stays.

CREATE OR REPLACE FUNCTION core.evidence_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    -- Who judges the report at the same moment takes turns with who adds to it.
    PERFORM FROM core.progress AS p WHERE p.tenant_id = NEW.tenant_id AND p.id = NEW.report_id FOR UPDATE;
    NEW.judged := EXISTS (SELECT FROM core.ruling AS r WHERE r.tenant_id = NEW.tenant_id AND r.report_id = NEW.report_id);
    NEW.written_in := pg_current_xact_id();
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.evidence_is_whole()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept record;
BEGIN
    SELECT count(*) AS chunks, max(c.position) AS last, sum(length(c.content)) AS bytes
    INTO kept
    FROM core.evidence_chunk AS c
    WHERE c.tenant_id = NEW.tenant_id AND c.evidence_id = NEW.id;
    IF kept.bytes IS DISTINCT FROM NEW.byte_count OR kept.chunks <> kept.last + 1 THEN
        RAISE EXCEPTION 'the content is not whole' USING ERRCODE = '23514', CONSTRAINT = 'evidence_is_whole';
    END IF;
    RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION core.evidence_guard(), core.evidence_is_whole() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.evidence'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.evidence FOR EACH ROW EXECUTE FUNCTION core.evidence_guard();
        CREATE CONSTRAINT TRIGGER evidence_is_whole AFTER INSERT ON core.evidence DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION core.evidence_is_whole();
    END IF;
END
$$;
