-- Good models (mô hình mới, cách làm hay) and advanced examples (điển hình tiên tiến), collective and individual (II.1 of the plan; Luật Thi đua,
-- khen thưởng 2022, Đ.17): registered by a unit, confirmed, spread to all units, adopted by others with their result. What a unit wrote stays in it
-- until then (A59), and who is an individual's example is shown with his consent alone (A72). What the columns under "found" say, the guards of
-- sql/routines/59_good_models.sql read, for constraints to judge after the row policies; what stands under "kept", the steps say.

CREATE TABLE core.good_model (
    id            uuid PRIMARY KEY,
    tenant_id     uuid NOT NULL REFERENCES core.tenant (id),
    unit_id       uuid NOT NULL,                             -- whose it is, or of which he is; equal to tenant_id: the unit as a whole
    campaign_id   uuid NOT NULL REFERENCES core.campaign (id),
    kind          text NOT NULL CHECK (kind IN ('model', 'example')),
    subject       text NOT NULL CHECK (subject IN ('collective', 'individual')),
    person_id     uuid REFERENCES core.person (id),
    title         text NOT NULL CHECK (title ~ '\S'),
    content       text NOT NULL CHECK (content ~ '\S'),      -- what it is, how it is done
    effect        text NOT NULL CHECK (effect ~ '\S'),       -- what it brought
    since         date NOT NULL,
    evidence      text NOT NULL DEFAULT '',                  -- papers, figures, addresses that show it
    recorded_by   uuid NOT NULL REFERENCES core.post (id),
    recorded_on   date NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    delegation_id uuid REFERENCES core.delegation (id),
    unit_name     text NOT NULL DEFAULT '',                  -- as it and he were called that day: other units do not read the directory
    person_name   text NOT NULL DEFAULT '',
    is_there      boolean NOT NULL DEFAULT true,             -- the unit
    is_of_unit    boolean NOT NULL DEFAULT true,             -- the person holds a post in it
    -- kept
    state         text NOT NULL DEFAULT 'registered' CHECK (state IN ('registered', 'confirmed', 'refused', 'spread', 'withdrawn')),
    level         text NOT NULL DEFAULT 'unit' CHECK (level IN ('unit', 'province')),
    steps         integer NOT NULL DEFAULT 0,
    last_on       date,
    confirmed_on  date,
    spread_on     date,
    consents      boolean NOT NULL DEFAULT false,            -- the person, to be named in public: his last word
    CONSTRAINT good_model_of_a_person_or_not CHECK ((subject = 'individual') = (person_id IS NOT NULL)),
    CONSTRAINT good_model_of_a_unit CHECK (is_there),
    CONSTRAINT good_model_of_one_of_its_people CHECK (is_of_unit),
    CONSTRAINT good_model_not_in_the_future CHECK (since <= recorded_on)
);
CREATE INDEX good_model_by_tenant ON core.good_model (tenant_id, id);
CREATE INDEX good_model_by_campaign ON core.good_model (campaign_id, id);
CREATE INDEX good_model_spread ON core.good_model (id) WHERE state = 'spread';

-- One step of it. Appended, never changed.
CREATE TABLE core.good_model_step (
    id              uuid PRIMARY KEY,
    model_id        uuid NOT NULL REFERENCES core.good_model (id),
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    position        integer NOT NULL CHECK (position > 0),
    step            text NOT NULL CHECK (step IN ('confirm', 'refuse', 'propose', 'spread', 'recall', 'withdraw', 'consent', 'object')),
    happened_on     date NOT NULL,
    words           text NOT NULL DEFAULT '',                -- the reason
    document_number text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before          text NOT NULL DEFAULT '',                -- overtaken: the place is not the next; missing: there is none in sight
    state           text,                                    -- none where the step is out of order
    level           text NOT NULL DEFAULT 'unit',            -- after the step
    party           text NOT NULL DEFAULT '',                -- registrant, unit, province
    not_before      date,
    is_own          boolean NOT NULL DEFAULT false,          -- confirmed by who registered it, whose it is, or who sits where it was done (A66)
    is_of_person    boolean NOT NULL DEFAULT true,           -- there is somebody to be asked
    is_on_paper     boolean NOT NULL DEFAULT true,           -- his word: he recorded it himself, or the paper is named
    is_shown        boolean NOT NULL DEFAULT true,           -- nobody is named, or he consents
    delegation_id   uuid REFERENCES core.delegation (id),
    CONSTRAINT good_model_step_once UNIQUE (model_id, position),
    CONSTRAINT good_model_in_order CHECK (state IS NOT NULL OR before IN ('overtaken', 'missing')),
    CONSTRAINT good_model_there CHECK (before <> 'missing'),
    CONSTRAINT good_model_step_in_words CHECK (step NOT IN ('refuse', 'recall', 'withdraw') OR words ~ '\S'),
    CONSTRAINT good_model_confirmed_by_another CHECK (NOT is_own),
    CONSTRAINT good_model_consent_of_a_person CHECK (is_of_person),
    CONSTRAINT good_model_consent_on_paper CHECK (is_on_paper),
    CONSTRAINT good_model_spread_with_consent CHECK (is_shown),
    CONSTRAINT good_model_after_the_step_before CHECK (happened_on >= not_before),
    CONSTRAINT good_model_step_not_in_the_future CHECK (happened_on <= recorded_on)
);

-- Another unit takes it over, and says what came of it: first the adoption, then results as they come. Appended, never changed.
CREATE TABLE core.good_model_adoption (
    id               uuid PRIMARY KEY,
    model_id         uuid NOT NULL REFERENCES core.good_model (id),
    tenant_id        uuid NOT NULL REFERENCES core.tenant (id),
    unit_id          uuid NOT NULL,                          -- that adopts it
    position         integer NOT NULL CHECK (position > 0),
    step             text NOT NULL CHECK (step IN ('adopt', 'report')),
    happened_on      date NOT NULL,
    words            text NOT NULL CHECK (words ~ '\S'),     -- how it is done there; what came of it
    amount           numeric,                                -- of the result, in amount_unit
    amount_unit      text NOT NULL DEFAULT '',
    recorded_by      uuid NOT NULL REFERENCES core.post (id),
    recorded_on      date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    campaign_id      uuid,
    title            text NOT NULL DEFAULT '',               -- of a collective's, also once it is recalled
    unit_name        text NOT NULL DEFAULT '',               -- of who adopts it, for the unit whose model it is
    origin_tenant_id uuid,                                   -- whose it is
    origin_unit_id   uuid,
    is_next          boolean NOT NULL DEFAULT true,          -- first the adoption, then results
    is_spread        boolean NOT NULL DEFAULT true,
    is_another       boolean NOT NULL DEFAULT true,
    is_there         boolean NOT NULL DEFAULT true,          -- the unit
    not_before       date,
    CONSTRAINT good_model_adoption_once UNIQUE (model_id, tenant_id, unit_id, position),
    CONSTRAINT good_model_adopted_while_spread CHECK (is_spread),
    CONSTRAINT good_model_adopted_by_a_unit CHECK (is_there),
    CONSTRAINT good_model_adopted_by_another CHECK (is_another),
    CONSTRAINT good_model_adopted_before_its_result CHECK (is_next),
    CONSTRAINT good_model_amount_has_its_unit CHECK ((amount IS NULL) = (amount_unit = '')),
    CONSTRAINT good_model_adopted_after_the_step_before CHECK (happened_on >= not_before),
    CONSTRAINT good_model_adopted_not_in_the_future CHECK (happened_on <= recorded_on)
);
CREATE INDEX good_model_adoption_by_tenant ON core.good_model_adoption (tenant_id, id);
CREATE INDEX good_model_adoption_by_origin ON core.good_model_adoption (origin_tenant_id, id);
