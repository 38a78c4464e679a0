-- Initiatives and solutions (IV.2.2 of the plan; A68): registered, confirmed by another unit, answered by a letter, a Giấy khen or a proposal.
-- What the columns under "found" say, the guards of sql/routines/57_initiatives.sql read; constraints judge it after the row policies.

-- What a Bằng khen asks for beyond a letter, each with its source. Kept by sql/routines/57_initiatives.sql.
CREATE TABLE core.initiative_condition (
    condition text PRIMARY KEY CHECK (condition IN ('measuredEffect', 'outsideScope', 'confirmation', 'example')),
    words     text NOT NULL CHECK (words <> ''),
    required  boolean NOT NULL,
    verified  boolean NOT NULL,
    source    text NOT NULL CHECK (source <> '')
);

-- What was registered stays as it was written; what is wanting is added by a step. What stands under "kept", the steps say.
CREATE TABLE core.initiative (
    tenant_id    uuid NOT NULL,
    id           uuid NOT NULL,
    campaign_id  uuid NOT NULL,
    subject      text NOT NULL CHECK (subject IN ('collective', 'individual')),
    unit_id      uuid NOT NULL,                              -- that did it, or of which he is
    person_id    uuid,
    title        text NOT NULL CHECK (title ~ '\S'),
    obstacle     text NOT NULL CHECK (obstacle ~ '\S'),
    solution     text NOT NULL CHECK (solution ~ '\S'),
    cost_vnd     bigint,                                     -- saved, in đồng
    days         integer,                                    -- of working time won
    volume       bigint,                                     -- done more, in volume_unit
    volume_unit  text NOT NULL DEFAULT '',
    scope        text NOT NULL CHECK (scope IN ('inUnit', 'outside', 'province')),
    is_example   boolean NOT NULL,
    example      text NOT NULL DEFAULT '',                   -- why it is one
    recorded_by  uuid NOT NULL,
    recorded_on  date NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- kept
    state        text NOT NULL DEFAULT 'registered' CHECK (state IN ('registered', 'returned', 'praised', 'commended', 'proposed', 'declined', 'withdrawn')),
    steps        integer NOT NULL DEFAULT 0,
    last_on      date,
    published_on date,
    dossier_id   uuid,                                       -- by which an award was asked for last
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT initiative_of_a_person_or_not CHECK ((subject = 'individual') = (person_id IS NOT NULL)),
    CONSTRAINT initiative_effect_is_positive CHECK (least(cost_vnd, days, volume) > 0),
    CONSTRAINT initiative_effect_in_bounds CHECK (greatest(cost_vnd, volume) <= 1000000000000000),
    CONSTRAINT initiative_volume_has_its_unit CHECK ((volume IS NULL) = (volume_unit = '')),
    CONSTRAINT initiative_example_says_why CHECK (is_example = (example ~ '\S'))
) PARTITION BY LIST (tenant_id);
CREATE INDEX initiative_by_state ON core.initiative (tenant_id, state, id);

-- One step of an initiative. Appended, never changed.
CREATE TABLE core.initiative_step (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    initiative_id   uuid NOT NULL,
    position        integer NOT NULL CHECK (position > 0),   -- 1, 2, 3 … of this initiative
    step            text NOT NULL CHECK (step IN ('return', 'supplement', 'letter', 'commend', 'propose', 'decline', 'publish', 'withdraw')),
    happened_on     date NOT NULL,
    reason          text NOT NULL DEFAULT '',
    document_number text NOT NULL DEFAULT '',
    signer          text NOT NULL DEFAULT '',                -- as under the paper: form and post
    dossier_id      uuid,
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before          text NOT NULL,                           -- overtaken, ahead: the place is not the next
    state           text,                                    -- none where the step is out of order
    party           text NOT NULL,                           -- registrant, desk, province
    not_before      date,
    wanting         text[] NOT NULL,                         -- conditions of a Bằng khen that are not met
    proposes        boolean NOT NULL,                        -- the dossier is a draft of this deed's nominee, of its track
    is_own          boolean NOT NULL DEFAULT false,          -- who answers registered it, did it, or holds a post where it was done
    delegation_id   uuid,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT initiative_step_once UNIQUE (tenant_id, initiative_id, position),
    CONSTRAINT initiative_in_order CHECK (before = 'overtaken' OR state IS NOT NULL),
    CONSTRAINT initiative_step_gives_its_reason CHECK (step NOT IN ('return', 'supplement', 'decline', 'withdraw') OR reason ~ '\S'),
    CONSTRAINT initiative_answered_by_paper CHECK (step <> 'letter' OR (document_number <> '' AND signer <> '')),
    CONSTRAINT initiative_not_ones_own CHECK (NOT is_own),
    CONSTRAINT initiative_proposal_has_its_dossier CHECK ((step IN ('commend', 'propose')) = (dossier_id IS NOT NULL)),
    CONSTRAINT initiative_meets_the_conditions CHECK (step <> 'propose' OR cardinality(wanting) = 0),
    CONSTRAINT initiative_proposed_for_its_nominee CHECK (step NOT IN ('commend', 'propose') OR proposes OR cardinality(wanting) > 0),
    CONSTRAINT initiative_after_the_step_before CHECK (happened_on >= not_before),
    CONSTRAINT initiative_step_not_in_the_future CHECK (happened_on <= recorded_on)
) PARTITION BY LIST (tenant_id);

-- Another unit is asked whether it works as is claimed, and answers once. It reads the claim, and nothing else of the initiative.
CREATE TABLE core.initiative_confirmation (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    initiative_id   uuid NOT NULL,
    asked_tenant_id uuid NOT NULL REFERENCES core.tenant (id),
    asked_unit_id   uuid NOT NULL,                           -- in another tenant: that tenant as a whole
    claim           text NOT NULL CHECK (claim ~ '\S'),
    asked_by        uuid NOT NULL REFERENCES core.post (id),
    asked_on        date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    answer          text CHECK (answer IN ('confirmed', 'declined')),
    reason          text NOT NULL DEFAULT '',
    document_number text NOT NULL DEFAULT '',
    answered_by     uuid REFERENCES core.post (id),
    answered_on     date,
    -- found
    state           text,                                    -- of the initiative
    unit_id         uuid,                                    -- that registered it
    registered_by   uuid,
    is_there        boolean NOT NULL DEFAULT false,          -- the asked unit
    is_related      boolean NOT NULL DEFAULT false,          -- stands above or under the one that registered
    is_own          boolean NOT NULL DEFAULT false,          -- who answers holds a post in the unit that registered
    CONSTRAINT confirmation_of_an_initiative CHECK (state IS NOT NULL),
    CONSTRAINT confirmation_while_it_is_open CHECK (state IN ('registered', 'returned')),
    CONSTRAINT confirmation_by_another_unit CHECK (asked_unit_id <> unit_id AND NOT is_related),
    CONSTRAINT confirmation_of_a_unit CHECK (is_there OR is_related OR asked_unit_id = unit_id OR state IS NULL),
    CONSTRAINT confirmation_asked_once UNIQUE (tenant_id, initiative_id, asked_unit_id),
    CONSTRAINT confirmation_not_of_ones_own CHECK (NOT is_own),
    CONSTRAINT confirmation_answered_whole CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_on IS NULL)),
    CONSTRAINT confirmation_declined_for_a_reason CHECK (answer <> 'declined' OR reason ~ '\S'),
    CONSTRAINT confirmation_by_a_paper CHECK (answer <> 'confirmed' OR document_number <> '')
);
CREATE INDEX confirmation_by_asked_unit ON core.initiative_confirmation (asked_unit_id, id);
