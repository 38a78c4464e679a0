-- Difficulties (khó khăn, vướng mắc; VI of the plan, A69): raised by a unit, accepted, routed to who solves them, answered, confirmed by who raised
-- them. A commune's stands at its district first, which passes on what it cannot solve. They move no due date. What the columns under "found" say,
-- the guards of sql/routines/59_difficulties.sql read.

CREATE TABLE core.difficulty (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    unit_id     uuid NOT NULL,                               -- that raises it; equal to tenant_id for the first tier
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    title       text NOT NULL CHECK (title ~ '\S'),
    obstacle    text NOT NULL CHECK (obstacle ~ '\S'),       -- what is in the way
    proposal    text NOT NULL DEFAULT '',                    -- what the unit asks for
    items       uuid[] NOT NULL DEFAULT '{}',                -- of its ledger, that it hinders
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    facts       jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(facts) = 'array'),   -- item, code, title, dueOn: as they stood that day
    level       text NOT NULL DEFAULT 'unit' CHECK (level IN ('unit', 'province')),
    due_on      date,                                        -- to be routed or answered
    is_there    boolean NOT NULL DEFAULT true,               -- the unit
    CONSTRAINT difficulty_of_a_unit CHECK (is_there),
    CONSTRAINT difficulty_of_own_items CHECK (jsonb_array_length(facts) = cardinality(items))
);
CREATE INDEX difficulty_by_tenant ON core.difficulty (tenant_id, id);
CREATE INDEX difficulty_by_campaign ON core.difficulty (campaign_id, id);

-- One step of it. Appended, never changed.
CREATE TABLE core.difficulty_step (
    id               uuid PRIMARY KEY,
    difficulty_id    uuid NOT NULL REFERENCES core.difficulty (id),
    tenant_id        uuid NOT NULL REFERENCES core.tenant (id),
    position         integer NOT NULL CHECK (position > 0),
    step             text NOT NULL CHECK (step IN ('accept', 'route', 'pass', 'answer', 'confirm', 'reopen', 'withdraw')),
    words            text NOT NULL DEFAULT '',
    document_number  text NOT NULL DEFAULT '',
    solver_tenant_id uuid REFERENCES core.tenant (id),       -- who solves it from here on
    solver_unit_id   uuid,                                   -- at the province: that unit as a whole
    recorded_by      uuid NOT NULL REFERENCES core.post (id),
    recorded_on      date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    unit_id          uuid,                                   -- that raised it
    campaign_id      uuid,
    before           text NOT NULL DEFAULT '',               -- overtaken: the place is not the next; missing: there is none in sight
    state            text,                                   -- none where the step is out of order
    level            text,                                   -- after the step
    party            text NOT NULL DEFAULT '',               -- raiser, unit, office, solver
    due_on           date,                                   -- nobody's move: none
    is_solver        boolean NOT NULL DEFAULT true,          -- whom it is routed to may solve it there
    is_own           boolean NOT NULL DEFAULT false,         -- confirmed by the post that answered
    delegation_id    uuid REFERENCES core.delegation (id),
    CONSTRAINT difficulty_step_once UNIQUE (difficulty_id, position),
    CONSTRAINT difficulty_in_order CHECK (state IS NOT NULL OR before IN ('overtaken', 'missing')),
    CONSTRAINT difficulty_there CHECK (before <> 'missing'),
    CONSTRAINT difficulty_step_in_words CHECK (step IN ('accept', 'route', 'confirm') OR words ~ '\S'),
    CONSTRAINT difficulty_routed_to_a_solver CHECK (step <> 'route' OR (solver_tenant_id IS NOT NULL AND solver_unit_id IS NOT NULL AND is_solver)),
    CONSTRAINT difficulty_answered_by_paper CHECK (step <> 'answer' OR level <> 'province' OR document_number <> ''),
    CONSTRAINT difficulty_confirmed_by_another CHECK (NOT is_own)
);
CREATE INDEX difficulty_step_by_solver ON core.difficulty_step (solver_tenant_id, difficulty_id) WHERE solver_tenant_id IS NOT NULL;
