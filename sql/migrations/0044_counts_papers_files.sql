-- A vote that is counted in two parts: on screens, and by hand of whom voted on none. Each member counts once, whichever way he voted.
ALTER TABLE core.vote_count
    ADD COLUMN on_screen integer NOT NULL DEFAULT 0,             -- members whose vote is recorded each by itself
    ADD COLUMN by_hand   integer NOT NULL DEFAULT 0,             -- votes for and against that were counted together, of the others
    DROP CONSTRAINT vote_count_source_check,
    ADD CONSTRAINT vote_count_source_check CHECK (source IN ('screen', 'paper', 'both')),
    ADD CONSTRAINT counted_each_once CHECK (least(on_screen, by_hand) >= 0 AND on_screen + by_hand <= attending - recused_attending + written),
    ADD CONSTRAINT counted_in_its_parts CHECK ((source <> 'both' OR on_screen > 0) AND (source <> 'screen' OR by_hand = 0)
        AND (source <> 'paper' OR on_screen = 0));

-- What is put to who signs is an issued paper and has the number that the clerk gave it; what was put before stays.
ALTER TABLE core.dossier_step
    ADD CONSTRAINT put_by_a_numbered_paper CHECK (step <> 'putToChairman' OR document_number ~ '\S') NOT VALID;

-- What a nominee signed of his name and post (A71) is a paper with its file too.
ALTER TABLE core.award_file
    DROP COLUMN owner_id,                                        -- with its key and its index
    DROP CONSTRAINT award_file_of_one,
    ADD COLUMN name_id uuid;                                     -- a word on a name
ALTER TABLE core.award_file
    ADD COLUMN owner_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(session_id, decision_id, document_id, initiative_id, consent_id, remedy_step_id,
        good_model_id, review_paper_id, name_id)) STORED,
    ADD CONSTRAINT award_file_of_one CHECK (num_nonnulls(session_id, decision_id, document_id, initiative_id, consent_id, remedy_step_id, good_model_id,
        review_paper_id, name_id) = 1),
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
