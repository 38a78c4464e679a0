-- Why and how a person left or changed posts, and how one who goes to another unit is known there as the same.

-- A person's record in a unit goes on where another unit's ended (A08: of one person, one unit at a time).
ALTER TABLE core.person
    ADD COLUMN continues_id uuid,
    ADD CONSTRAINT person_continues_another FOREIGN KEY (continues_id) REFERENCES core.person (id),
    ADD CONSTRAINT person_is_continued_once UNIQUE (continues_id),
    ADD CONSTRAINT person_continues_somebody_else CHECK (continues_id <> id);
COMMENT ON COLUMN core.person.continues_id IS 'The record of the same person in the unit that released him.';

-- Leaving or changing posts, as it was recorded: append-only.
CREATE TABLE core.person_move (
    id                uuid PRIMARY KEY,
    tenant_id         uuid NOT NULL REFERENCES core.tenant (id),
    person_id         uuid NOT NULL REFERENCES core.person (id),
    kind              text NOT NULL CHECK (kind IN ('left', 'moved', 'released')),
    last_day          date NOT NULL,                            -- in the old post, or in the unit's service
    reason            text NOT NULL CHECK (reason <> ''),
    from_post_id      uuid REFERENCES core.post (id),
    to_post_id        uuid REFERENCES core.post (id),
    successor_post_id uuid REFERENCES core.post (id),            -- who took over what was open; none: the unit, or nothing was
    items             integer NOT NULL CHECK (items >= 0),       -- how many items were handed over
    account_shut      boolean NOT NULL,
    recorded_by       uuid NOT NULL REFERENCES core.post (id),
    recorded_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT moving_is_from_a_post_to_a_post CHECK ((kind = 'moved') = (from_post_id IS NOT NULL AND to_post_id IS NOT NULL)
        AND (kind = 'moved' OR (from_post_id IS NULL AND to_post_id IS NULL))),
    CONSTRAINT mover_keeps_the_account CHECK (kind <> 'moved' OR NOT account_shut)
);
CREATE INDEX person_move_by_person ON core.person_move (person_id, recorded_at);
CREATE UNIQUE INDEX person_move_leaves_once ON core.person_move (person_id) WHERE kind <> 'moved';

-- A unit lets a person go to another one. What the other one must show is a code, of which only the SHA-256 is kept: it learns nothing of
-- the unit that wrote it.
CREATE TABLE core.person_release (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),   -- the unit that lets go
    person_id       uuid NOT NULL REFERENCES core.person (id),
    to_tenant_id    uuid NOT NULL REFERENCES core.tenant (id),
    code_hash       bytea NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    document_number text NOT NULL CHECK (document_number <> ''), -- of the decision
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    taken_on        date,
    withdrawn_on    date,
    CONSTRAINT release_to_another_unit CHECK (to_tenant_id <> tenant_id),
    CONSTRAINT release_ends_one_way CHECK (taken_on IS NULL OR withdrawn_on IS NULL)
);
CREATE UNIQUE INDEX person_release_one_at_a_time ON core.person_release (person_id) WHERE withdrawn_on IS NULL;
