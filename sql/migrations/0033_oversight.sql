-- What presses a unit on beside its ledger: inspections of the Office with their findings, members of councils who follow units (V.1 of the plan),
-- and what has to be put right (khắc phục) by when. What the columns under "found" say, the guards of
-- sql/routines/59_oversight.sql read, for constraints to judge after the row policies.

-- Kế hoạch kiểm tra: which units, when, by whom, about what.
CREATE TABLE core.inspection (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),   -- whose plan it is: the Office's
    campaign_id     uuid NOT NULL REFERENCES core.campaign (id),
    title           text NOT NULL CHECK (title ~ '\S'),
    content         text NOT NULL CHECK (content ~ '\S'),
    leader          text NOT NULL CHECK (leader ~ '\S'),         -- trưởng đoàn, by his post
    from_on         date NOT NULL,
    to_on           date NOT NULL,
    units           uuid[] NOT NULL,                             -- of the first tier
    document_number text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    are_there       boolean NOT NULL DEFAULT true,
    CONSTRAINT inspection_ends_after_the_start CHECK (to_on >= from_on),
    CONSTRAINT inspection_of_units CHECK (cardinality(units) > 0 AND are_there)
);
CREATE INDEX inspection_by_campaign ON core.inspection (campaign_id, id);

-- An inspection that was held in a unit, by its minutes. From then on the unit knows of it.
CREATE TABLE core.inspection_visit (
    id             uuid PRIMARY KEY,
    inspection_id  uuid NOT NULL REFERENCES core.inspection (id),
    tenant_id      uuid NOT NULL REFERENCES core.tenant (id),
    held_on        date NOT NULL,
    minutes_number text NOT NULL CHECK (minutes_number ~ '\S'),
    minutes_on     date NOT NULL,
    recorded_by    uuid NOT NULL REFERENCES core.post (id),
    recorded_on    date NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    campaign_id    uuid,
    title          text NOT NULL DEFAULT '',                     -- of the plan, which the unit does not see: it names others too
    leader         text NOT NULL DEFAULT '',
    is_planned     boolean NOT NULL DEFAULT false,
    CONSTRAINT visit_once UNIQUE (inspection_id, tenant_id),
    CONSTRAINT visit_as_planned CHECK (is_planned),
    CONSTRAINT visit_not_in_the_future CHECK (minutes_on <= recorded_on),
    CONSTRAINT visit_before_its_minutes CHECK (held_on <= minutes_on)
);
CREATE INDEX inspection_visit_by_tenant ON core.inspection_visit (tenant_id, id);

-- What an inspection found in a unit, as its minutes say.
CREATE TABLE core.finding (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    visit_id    uuid NOT NULL REFERENCES core.inspection_visit (id),
    words       text NOT NULL CHECK (words ~ '\S'),
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    campaign_id uuid,                                            -- none: no such inspection of that unit
    CONSTRAINT finding_of_a_visit CHECK (campaign_id IS NOT NULL)
);
CREATE INDEX finding_by_visit ON core.finding (visit_id, id);

-- Which member of a council follows which unit: the province's council units of the first tier, a unit's own its sub-units.
CREATE TABLE core.following (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),   -- of the council
    person_id       uuid NOT NULL REFERENCES core.person (id),
    followed_id     uuid NOT NULL,                               -- a tenant at the province, else a sub-unit
    campaign_id     uuid NOT NULL REFERENCES core.campaign (id),
    valid_from      date NOT NULL,
    valid_to        date,                                        -- last day
    document_number text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    is_member       boolean NOT NULL DEFAULT false,              -- of that council on the first day
    is_there        boolean NOT NULL DEFAULT false,              -- the unit
    CONSTRAINT following_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT following_by_a_member CHECK (is_member),
    CONSTRAINT following_of_a_unit CHECK (is_there),
    CONSTRAINT following_once_at_a_time EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, followed_id WITH =, campaign_id WITH =,
        daterange(valid_from, valid_to, '[]') WITH &&)
);

-- What the member guided, urged, found. In his own name alone.
CREATE TABLE core.follow_note (
    id                 uuid PRIMARY KEY,
    tenant_id          uuid NOT NULL REFERENCES core.tenant (id),   -- of the council
    following_id       uuid NOT NULL REFERENCES core.following (id),
    kind               text NOT NULL CHECK (kind IN ('guidance', 'urging', 'finding')),
    words              text NOT NULL CHECK (words ~ '\S'),
    happened_on        date NOT NULL,
    recorded_by        uuid NOT NULL REFERENCES core.post (id),
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    followed_tenant_id uuid,
    followed_unit_id   uuid,
    campaign_id        uuid,
    follows            boolean NOT NULL DEFAULT false,              -- on the day on which it happened
    CONSTRAINT follow_note_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT follow_note_while_he_follows CHECK (follows)
);
CREATE INDEX follow_note_by_following ON core.follow_note (following_id, id);
CREATE INDEX follow_note_by_followed ON core.follow_note (followed_tenant_id, id);

-- What has to be put right: ordered with a finding, a member's finding, a signed criticism or reminder, or what a unit did itself about late work.
CREATE TABLE core.remedy (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    unit_id     uuid NOT NULL,                                   -- the owner; equal to tenant_id: the unit as a whole
    person_id   uuid REFERENCES core.person (id),                -- or one of its people
    origin      text NOT NULL CHECK (origin IN ('finding', 'note', 'criticism', 'handling')),
    origin_id   uuid NOT NULL,
    words       text NOT NULL CHECK (words ~ '\S'),
    due_on      date NOT NULL,                                   -- a day off: the next working day
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    campaign_id uuid,
    body        text NOT NULL DEFAULT '',                        -- that ordered it: office, homeAffairs, leadership, member, unit
    council_id  uuid,                                            -- of the member
    followed_id uuid,
    is_there    boolean NOT NULL DEFAULT false,                  -- with what it is ordered, of that unit
    is_owner    boolean NOT NULL DEFAULT false,
    CONSTRAINT remedy_with_its_cause CHECK (is_there),
    CONSTRAINT remedy_of_an_owner CHECK (is_owner),
    CONSTRAINT remedy_due_later CHECK (due_on > recorded_on)
);
CREATE INDEX remedy_by_tenant ON core.remedy (tenant_id, id);
CREATE INDEX remedy_by_campaign ON core.remedy (campaign_id, id);

-- One step of it. Appended, never changed.
CREATE TABLE core.remedy_step (
    id              uuid PRIMARY KEY,
    remedy_id       uuid NOT NULL REFERENCES core.remedy (id),
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    position        integer NOT NULL CHECK (position > 0),
    step            text NOT NULL CHECK (step IN ('report', 'close', 'return', 'withdraw')),
    words           text NOT NULL DEFAULT '',                    -- what was done; why it comes back
    document_number text NOT NULL DEFAULT '',
    document_on     date,
    due_on          date,                                        -- of a return: until when now; afterwards the day that stands
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before          text NOT NULL DEFAULT '',                    -- overtaken: the place is not the next; missing: there is none in sight
    state           text,                                        -- none where the step is out of order
    party           text NOT NULL DEFAULT '',                    -- owner, orderer
    is_own          boolean NOT NULL DEFAULT false,              -- closed by the person who reported it
    delegation_id   uuid REFERENCES core.delegation (id),
    CONSTRAINT remedy_step_once UNIQUE (remedy_id, position),
    CONSTRAINT remedy_in_order CHECK (state IS NOT NULL OR before IN ('overtaken', 'missing')),
    CONSTRAINT remedy_there CHECK (before <> 'missing'),
    CONSTRAINT remedy_step_in_words CHECK (step = 'close' OR words ~ '\S'),
    CONSTRAINT remedy_paper_whole CHECK ((document_number = '') = (document_on IS NULL)),
    CONSTRAINT remedy_paper_not_in_the_future CHECK (document_on <= recorded_on),
    CONSTRAINT remedy_returned_until_later CHECK (step <> 'return' OR due_on > recorded_on),
    CONSTRAINT remedy_closed_by_another CHECK (NOT is_own)
);
