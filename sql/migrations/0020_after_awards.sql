-- What follows a decision on an award: corrected, replaced or revoked by a paper, its money recovered, handed over at an event, its certificate given
-- anew; and what Home Affairs holds of a dossier whose verdict a correction turned round. Everything is added to, nothing deleted; what the columns
-- under "found" say, the guards of sql/routines/58_after_awards.sql read.

-- Home Affairs proposes to revoke on one of the four grounds (Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2); the Chairman does, or declines.
CREATE TABLE core.revocation_proposal (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),   -- of the unit that proposed the award
    dossier_id      uuid NOT NULL,
    ground          text NOT NULL CHECK (ground IN ('falseDeclaration', 'forgedPapers', 'unlawfulDecision', 'standardNotMet')),
    facts           text NOT NULL,
    document_number text NOT NULL CHECK (document_number <> ''), -- of the finding, the judgment
    document_on     date NOT NULL,
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    declined_on     date,
    declined_reason text CHECK (declined_reason ~ '\S'),
    declined_by     uuid REFERENCES core.post (id),
    -- found
    state           text,                                        -- of the dossier
    CONSTRAINT proposal_gives_its_facts CHECK (facts ~ '\S'),
    CONSTRAINT proposal_of_a_decided_dossier CHECK (state IS NOT NULL AND state IN ('decided', 'issued', 'presented', 'corrected', 'replaced')),
    CONSTRAINT proposal_not_in_the_future CHECK (document_on <= recorded_on),
    CONSTRAINT proposal_declined_whole CHECK ((declined_on IS NULL) = (declined_reason IS NULL) AND (declined_on IS NULL) = (declined_by IS NULL))
);
CREATE UNIQUE INDEX proposal_open_once ON core.revocation_proposal (dossier_id) WHERE declined_on IS NULL;
CREATE INDEX proposal_by_tenant ON core.revocation_proposal (tenant_id);

-- The paper by which an award was corrected (công văn đính chính: a fault of form), replaced or revoked (quyết định: its content), as NĐ 30/2020/NĐ-CP,
-- Điều 18 has it. It bears the id of the step that it is the paper of; one number may stand over several dossiers.
CREATE TABLE core.award_amendment (
    id                uuid PRIMARY KEY,
    tenant_id         uuid NOT NULL REFERENCES core.tenant (id), -- who decides
    dossier_tenant_id uuid NOT NULL REFERENCES core.tenant (id),
    dossier_id        uuid NOT NULL,
    kind              text NOT NULL CHECK (kind IN ('correct', 'replace', 'revoke')),
    type              text NOT NULL GENERATED ALWAYS AS (CASE kind WHEN 'correct' THEN 'CV' ELSE 'QĐ' END) STORED,
    number            text NOT NULL CHECK (number <> ''),
    signed_on         date NOT NULL,
    signer            text NOT NULL CHECK (signer <> ''),
    facts             text NOT NULL,
    wrong             text NOT NULL DEFAULT '',                  -- corrected: what the paper says, and
    right_is          text NOT NULL DEFAULT '',                  -- what it has to say
    printed_name      text NOT NULL DEFAULT '',                  -- replaced: as it is printed from then on
    printed_post      text NOT NULL DEFAULT '',
    recorded_by       uuid NOT NULL REFERENCES core.post (id),
    recorded_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    state             text,                                      -- after it; none: out of order
    amends_number     text,                                      -- the last paper that gave or replaced the award
    amends_on         date,
    proposal_id       uuid REFERENCES core.revocation_proposal (id),
    ground            text,
    gives             boolean NOT NULL DEFAULT false,            -- its number is that of a decision that gave awards
    CONSTRAINT amendment_with_its_step FOREIGN KEY (dossier_tenant_id, id) REFERENCES core.dossier_step (tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT amendment_in_order CHECK (state IS NOT NULL),
    CONSTRAINT amendment_gives_its_facts CHECK (facts ~ '\S'),
    CONSTRAINT amendment_not_in_the_future CHECK (signed_on <= recorded_on),
    CONSTRAINT amendment_after_what_it_amends CHECK (signed_on >= amends_on),
    CONSTRAINT amendment_says_what_is_wrong CHECK (kind <> 'correct' OR wrong ~ '\S' AND right_is ~ '\S'),
    CONSTRAINT amendment_names_whom CHECK (kind <> 'replace' OR printed_name ~ '\S'),
    CONSTRAINT amendment_revokes_as_proposed CHECK (kind <> 'revoke' OR proposal_id IS NOT NULL),
    CONSTRAINT amendment_has_a_number_of_its_own CHECK (NOT gives)
);
CREATE INDEX amendment_by_dossier ON core.award_amendment (dossier_id, recorded_at);
CREATE INDEX amendment_by_tenant ON core.award_amendment (tenant_id);

-- Tiền thưởng của khen thưởng đã hủy bỏ: what came back, and what the Chairman waived; owed is what the award itself gave.
CREATE TABLE core.reward_recovery (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    dossier_id      uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('payment', 'waiver')),
    amount          integer NOT NULL,                            -- VND
    happened_on     date NOT NULL,
    document_number text NOT NULL CHECK (document_number <> ''),
    reason          text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    due             integer NOT NULL DEFAULT 0,                  -- VND that the award gave
    settled         integer NOT NULL DEFAULT 0,                  -- VND of the entries before it
    revoked_on      date,                                        -- none: it is not revoked
    CONSTRAINT recovery_of_a_revoked_award CHECK (revoked_on IS NOT NULL),
    CONSTRAINT recovery_after_the_revocation CHECK (happened_on >= revoked_on),
    CONSTRAINT recovery_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT recovery_of_something CHECK (amount > 0),
    CONSTRAINT recovery_of_no_more_than_is_owed CHECK (settled::bigint + amount <= due),
    CONSTRAINT recovery_waived_for_a_reason CHECK (kind <> 'waiver' OR reason ~ '\S')
);
CREATE INDEX recovery_by_dossier ON core.reward_recovery (dossier_id);
CREATE INDEX recovery_by_tenant ON core.reward_recovery (tenant_id);

-- Lễ trao tặng: an event of the province, and who receives from whom, in the order in which they are called.
CREATE TABLE core.presentation (
    id              uuid PRIMARY KEY,
    name            text NOT NULL CHECK (name ~ '\S'),
    place           text NOT NULL CHECK (place ~ '\S'),
    held_on         date NOT NULL,
    starts_at       text NOT NULL DEFAULT '',                    -- '08 giờ 00'
    chair           text NOT NULL CHECK (chair ~ '\S'),
    document_number text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    completed_on    date,                                        -- who received is recorded
    CONSTRAINT presentation_completed_after_it_was_held CHECK (completed_on >= held_on)
);

CREATE TABLE core.presentation_awardee (
    presentation_id uuid NOT NULL REFERENCES core.presentation (id),
    position        integer NOT NULL CHECK (position > 0),
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    dossier_id      uuid NOT NULL,
    receiver        text NOT NULL CHECK (receiver ~ '\S'),       -- who comes up for it
    presenter       text NOT NULL CHECK (presenter ~ '\S'),      -- who hands it over
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    state           text,
    is_open         boolean NOT NULL DEFAULT false,
    PRIMARY KEY (presentation_id, position),
    CONSTRAINT presentation_awardee_once UNIQUE (presentation_id, dossier_id),
    CONSTRAINT awardee_waits_for_it CHECK (state IS NOT NULL AND state IN ('issued', 'corrected', 'replaced')),
    CONSTRAINT awardee_before_it_is_completed CHECK (is_open)
);
CREATE INDEX presentation_awardee_by_tenant ON core.presentation_awardee (tenant_id);

-- Cấp lại (lost), cấp đổi (wrong, damaged): another certificate of the same award, on request, under a number of its own register.
CREATE TABLE core.certificate_copy (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    dossier_id      uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('lost', 'wrong', 'damaged')),
    reason          text NOT NULL,
    request_number  text NOT NULL CHECK (request_number <> ''),
    request_on      date NOT NULL,
    issued_on       date NOT NULL,
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    award_id        uuid,
    state           text,
    CONSTRAINT copy_of_an_award_in_force CHECK (award_id IS NOT NULL AND state IS NOT NULL AND state IN ('issued', 'presented', 'corrected', 'replaced')),
    CONSTRAINT copy_gives_its_reason CHECK (reason ~ '\S'),
    CONSTRAINT copy_after_the_request CHECK (issued_on >= request_on),
    CONSTRAINT copy_not_in_the_future CHECK (issued_on <= recorded_on)
);
CREATE INDEX certificate_copy_by_dossier ON core.certificate_copy (dossier_id);
CREATE INDEX certificate_copy_by_tenant ON core.certificate_copy (tenant_id);

ALTER TABLE core.register_entry DROP CONSTRAINT register_entry_kind_check;
ALTER TABLE core.register_entry ADD CONSTRAINT register_entry_kind_check
    CHECK (kind IN ('goldenBook', 'praiseLetters', 'councilMinutes', 'certificateCopies'));

-- A correction of the frozen figures turned the verdict round on which a dossier rests (A62): nothing happens by itself, Home Affairs rules.
CREATE TABLE core.flip_ruling (
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL REFERENCES core.tenant (id),
    dossier_id       uuid NOT NULL,
    ruling           text NOT NULL CHECK (ruling IN ('stands', 'falls')),
    reason           text NOT NULL,
    document_number  text NOT NULL DEFAULT '',
    recorded_by      uuid NOT NULL REFERENCES core.post (id),
    recorded_on      date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    snapshot_version integer,                                    -- none: nothing was turned round
    CONSTRAINT flip_ruled_for_a_reason CHECK (reason ~ '\S'),
    CONSTRAINT flip_there_is CHECK (snapshot_version IS NOT NULL),
    CONSTRAINT flip_ruled_once UNIQUE (dossier_id, snapshot_version)
);
CREATE INDEX flip_ruling_by_tenant ON core.flip_ruling (tenant_id);
