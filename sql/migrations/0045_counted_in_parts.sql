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
