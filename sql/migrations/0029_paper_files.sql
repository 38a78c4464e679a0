-- The signed papers of awards as files, and what a person who is awarded says of being named in public (A72). What the columns under "found" say,
-- the guards of sql/routines/57_award_files.sql read under a lock; constraints judge it after the row policies.

-- Yes or no, by word or on paper, as the unit records it; withdrawn by another row. The last one counts. A collective is asked nothing.
CREATE TABLE core.publicity_consent (
    tenant_id       uuid NOT NULL,                               -- the unit that proposed him
    id              uuid NOT NULL,
    dossier_id      uuid NOT NULL,
    consents        boolean NOT NULL,
    given_on        date NOT NULL,
    manner          text NOT NULL CHECK (manner IN ('paper', 'spoken')),
    document_number text NOT NULL DEFAULT '',                    -- of what he signed
    note            text NOT NULL DEFAULT '',                    -- to whom he said it
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    position        integer NOT NULL,                            -- 1, 2, 3 … of this dossier
    state           text,                                        -- of the dossier
    nominee         uuid,                                        -- a person
    unit_id         uuid,                                        -- of which he is
    giver_id        uuid,                                        -- none: the province gives
    not_before      date,                                        -- the day of the word before
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT consent_once UNIQUE (tenant_id, dossier_id, position),
    CONSTRAINT consent_of_a_person CHECK (nominee IS NOT NULL OR state IS NULL),
    CONSTRAINT consent_while_there_is_a_dossier CHECK (state NOT IN ('withdrawn', 'refused')),
    CONSTRAINT consent_names_its_paper CHECK (manner <> 'paper' OR document_number <> ''),
    CONSTRAINT consent_says_to_whom CHECK (manner <> 'spoken' OR note ~ '\S'),
    CONSTRAINT consent_after_the_word_before CHECK (given_on >= not_before),
    CONSTRAINT consent_not_in_the_future CHECK (given_on <= recorded_on)
) PARTITION BY LIST (tenant_id);

-- A file belongs to exactly one of what it proves, and stays: a wrong one is superseded by another, for a reason, and still listed.
CREATE TABLE core.award_file (
    tenant_id     uuid NOT NULL,
    id            uuid NOT NULL,
    session_id    uuid,                                          -- signed minutes of a council
    decision_id   uuid,                                          -- a signed decision, whatever it decides
    document_id   uuid,                                          -- a paper that a dossier holds
    initiative_id uuid,                                          -- evidence
    consent_id    uuid,                                          -- what he signed
    owner_id      uuid NOT NULL GENERATED ALWAYS AS (coalesce(session_id, decision_id, document_id, initiative_id, consent_id)) STORED,
    replaces_id   uuid,
    reason        text NOT NULL DEFAULT '',
    file_name     text NOT NULL CHECK (file_name <> ''),
    media_type    text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg',
                      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
                      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
    byte_count    integer NOT NULL CHECK (byte_count BETWEEN 1 AND 20971520),
    sha256        bytea NOT NULL CHECK (length(sha256) = 32),
    written_in    xid8 NOT NULL DEFAULT pg_current_xact_id(),    -- chunks come in the same transaction or not at all
    recorded_by   uuid NOT NULL,
    recorded_on   date NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    in_time       boolean NOT NULL,                              -- what it belongs to takes files
    same_owner    boolean NOT NULL,                              -- as the file that it supersedes
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT award_file_of_one CHECK (num_nonnulls(session_id, decision_id, document_id, initiative_id, consent_id) = 1),
    CONSTRAINT award_file_once UNIQUE (tenant_id, owner_id, sha256),
    CONSTRAINT award_file_superseded_once UNIQUE (tenant_id, replaces_id),
    CONSTRAINT award_file_supersedes_its_like CHECK (same_owner),
    CONSTRAINT award_file_supersedes_for_a_reason CHECK ((replaces_id IS NOT NULL) = (reason ~ '\S')),
    CONSTRAINT award_file_in_time CHECK (in_time)
) PARTITION BY LIST (tenant_id);
CREATE INDEX award_file_by_owner ON core.award_file (tenant_id, owner_id, id);

CREATE TABLE core.award_chunk (
    tenant_id uuid NOT NULL,
    file_id   uuid NOT NULL,
    position  integer NOT NULL CHECK (position BETWEEN 0 AND 79),
    content   bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 262144),
    PRIMARY KEY (tenant_id, file_id, position)
) PARTITION BY LIST (tenant_id);
-- The formats are compressed by themselves.
ALTER TABLE core.award_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
