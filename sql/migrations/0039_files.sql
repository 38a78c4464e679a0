-- Files show what a good model does and what it brought, and are papers of the event of a review. Who sees and adds them: sql/routines/50_tenant_pattern.sql,
-- 57_paper_files.sql.

ALTER TABLE core.award_file
    DROP COLUMN owner_id,                                        -- with its key and its index
    DROP CONSTRAINT award_file_of_one,
    ADD COLUMN good_model_id uuid,                               -- evidence
    ADD COLUMN review_paper_id uuid;                             -- a paper of the event
ALTER TABLE core.award_file
    ADD COLUMN owner_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(session_id, decision_id, document_id, initiative_id, consent_id, remedy_step_id,
        good_model_id, review_paper_id)) STORED,
    ADD CONSTRAINT award_file_of_one CHECK (num_nonnulls(session_id, decision_id, document_id, initiative_id, consent_id, remedy_step_id, good_model_id,
        review_paper_id) = 1),
    ADD CONSTRAINT award_file_once UNIQUE (tenant_id, owner_id, sha256);
CREATE INDEX award_file_by_owner ON core.award_file (tenant_id, owner_id, id);
-- What a broken key means is known by the parent's name, in tenants that are there already too.
DO $$
DECLARE
    part record;
BEGIN
    FOR part IN
        SELECT i.inhrelid::regclass AS own, (SELECT c.relname FROM pg_class AS c WHERE c.oid = i.inhparent) AS wanted
        FROM pg_inherits AS i
            JOIN pg_class AS x ON x.oid = i.inhrelid AND x.relkind = 'i'
        WHERE i.inhparent IN ('core.award_file_once'::regclass, 'core.award_file_by_owner'::regclass)
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', part.own, part.wanted);
    END LOOP;
END
$$;
