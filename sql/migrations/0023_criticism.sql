-- What is held against somebody, and what somebody holds against a result: criticism and reminders that the Chairman signs (A67), what a unit did
-- itself about late work, opinions that Home Affairs asks of other bodies on a dossier, petitions and complaints. As in 0019 the guards
-- (sql/routines/57_criticism.sql) say under "found" what they read, for constraints to judge after the row policies.

-- Phê bình, nhắc nhở, proposed by Home Affairs from late items of the ledger. Facts are kept with it as they stood that day; where it stands, its
-- last step says.
CREATE TABLE core.criticism (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    unit_id     uuid NOT NULL,                               -- the collective, or of which he is
    person_id   uuid REFERENCES core.person (id),
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    kind        text NOT NULL CHECK (kind IN ('criticism', 'reminder')),
    items       uuid[] NOT NULL,
    words       text NOT NULL CHECK (words <> ''),           -- what is asked of the one concerned, a line each
    proposed_by uuid NOT NULL REFERENCES core.post (id),
    proposed_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    facts            jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(facts) = 'array'),   -- item, code, title, dueOn, doneOn, lateDays
    overdue_days     integer NOT NULL DEFAULT 0,             -- the longest delay
    late_in_month    integer NOT NULL DEFAULT 0,             -- most of these items due in one month
    crit_days        integer NOT NULL DEFAULT 0,             -- of the plan
    crit_late_items  integer NOT NULL DEFAULT 0,
    explanation_days integer NOT NULL DEFAULT 0,
    explain_by       date,                                   -- last day: so many working days after the proposal
    of_oneself       boolean NOT NULL DEFAULT false,
    CONSTRAINT criticism_of_late_items CHECK (cardinality(items) > 0 AND jsonb_array_length(facts) = cardinality(items)),
    CONSTRAINT criticism_on_its_grounds CHECK (kind = 'reminder' OR overdue_days > crit_days OR late_in_month >= crit_late_items
                          OR jsonb_array_length(facts) <> cardinality(items)),
    CONSTRAINT criticism_not_of_oneself CHECK (NOT of_oneself)
);
CREATE INDEX criticism_by_tenant ON core.criticism (tenant_id, id);

-- One step of it. Appended, never changed.
CREATE TABLE core.criticism_step (
    id              uuid PRIMARY KEY,
    criticism_id    uuid NOT NULL REFERENCES core.criticism (id),
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    position        integer NOT NULL CHECK (position > 0),
    step            text NOT NULL CHECK (step IN ('explain', 'put', 'sign', 'decline')),
    words           text NOT NULL DEFAULT '',
    document_number text NOT NULL DEFAULT '',
    document_on     date,
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before          text NOT NULL DEFAULT '',                -- overtaken: the place is not the next; missing: there is no such criticism
    state           text,                                    -- none where the step is out of order
    explain_by      date,
    not_before      date,                                    -- of the step before
    of_oneself      boolean NOT NULL DEFAULT false,          -- by who proposed it, or is concerned
    ones_own        boolean NOT NULL DEFAULT false,          -- by the person concerned, or who heads the collective
    delegation_id   uuid REFERENCES core.delegation (id),
    CONSTRAINT criticism_step_once UNIQUE (criticism_id, position),
    CONSTRAINT criticism_in_order CHECK (state IS NOT NULL OR before IN ('overtaken', 'missing')),
    CONSTRAINT criticism_there CHECK (before <> 'missing'),
    CONSTRAINT criticism_waits_for_the_explanation CHECK (step <> 'put' OR before <> 'proposed' OR recorded_on > explain_by),
    CONSTRAINT criticism_step_in_words CHECK (step NOT IN ('explain', 'decline') OR words ~ '\S'),
    CONSTRAINT criticism_signed_by_paper CHECK (step <> 'sign' OR (document_number <> '' AND document_on IS NOT NULL)),
    CONSTRAINT criticism_signed_after_it_was_put CHECK (step <> 'sign' OR document_on >= not_before),
    CONSTRAINT criticism_paper_not_in_the_future CHECK (document_on <= recorded_on),
    CONSTRAINT criticism_signed_by_another CHECK (step NOT IN ('sign', 'decline') OR NOT of_oneself)
);

-- What the head of a unit did about late work of its sub-units and people: stays inside the unit; outside is told how often.
CREATE TABLE core.handling (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    item_id         uuid NOT NULL,
    unit_id         uuid NOT NULL,
    person_id       uuid,                                    -- none: the sub-unit
    kind            text NOT NULL CHECK (kind IN ('reminder', 'criticism', 'review', 'noAward')),   -- nhắc nhở, phê bình, kiểm điểm, không xét thi đua
    document_number text NOT NULL CHECK (document_number <> ''),
    document_on     date NOT NULL,
    words           text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    late            boolean NOT NULL DEFAULT false,          -- the item was, on the day of the paper
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT handling_of_late_work CHECK (late),
    CONSTRAINT handling_not_in_the_future CHECK (document_on <= recorded_on)
) PARTITION BY LIST (tenant_id);
CREATE INDEX handling_by_item ON core.handling (tenant_id, item_id);

-- Hỏi ý kiến on a dossier: asked with a due date, answered by the body's paper; silent when nothing came by then.
CREATE TABLE core.dossier_opinion (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),   -- of the dossier
    dossier_id      uuid NOT NULL,
    body            text NOT NULL CHECK (body <> ''),
    question        text NOT NULL CHECK (question <> ''),
    document_number text NOT NULL CHECK (document_number <> ''),
    due_on          date NOT NULL,
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    answered_on     date,
    answer          text CHECK (answer <> ''),
    answer_number   text CHECK (answer_number <> ''),
    agrees          boolean,
    -- found
    state           text,                                    -- of the dossier when it was asked; none: there is no such
    CONSTRAINT opinion_asked_while_appraised CHECK (state IS NOT NULL AND state IN ('submitted', 'received', 'supplementAsked', 'appraised',
                          'provincialCouncilReviewed', 'putToChairman', 'held')),
    CONSTRAINT opinion_due_later CHECK (due_on > recorded_on),
    CONSTRAINT opinion_answered_whole CHECK ((answered_on IS NULL) = (answer IS NULL) AND (answered_on IS NULL) = (answer_number IS NULL)
                          AND (answered_on IS NULL) = (agrees IS NULL)),
    CONSTRAINT opinion_answered_after_it_was_asked CHECK (answered_on >= recorded_on)
);
CREATE INDEX dossier_opinion_by_dossier ON core.dossier_opinion (tenant_id, dossier_id, id);

-- Kiến nghị, khiếu nại on results: by a unit or a person concerned, to Home Affairs. The term and its source are kept with each.
CREATE TABLE core.petition (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    person_id       uuid REFERENCES core.person (id),        -- none: the unit
    campaign_id     uuid NOT NULL REFERENCES core.campaign (id),
    dossier_id      uuid,                                    -- of the unit, where it is about one
    kind            text NOT NULL CHECK (kind IN ('petition', 'complaint')),
    words           text NOT NULL CHECK (words <> ''),
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    answered_on     date,
    outcome         text CHECK (outcome IN ('upheld', 'rejected')),
    answer          text CHECK (answer <> ''),
    answer_number   text CHECK (answer_number <> ''),
    -- found
    dossier_known   boolean NOT NULL DEFAULT false,
    term_days       integer NOT NULL DEFAULT 0,
    term_working    boolean NOT NULL DEFAULT false,          -- working days; otherwise days of the calendar
    term_source     text NOT NULL DEFAULT '',
    due_on          date,
    CONSTRAINT petition_about_a_dossier CHECK (dossier_id IS NULL OR dossier_known),
    CONSTRAINT petition_answered_whole CHECK ((answered_on IS NULL) = (outcome IS NULL) AND (answered_on IS NULL) = (answer IS NULL)
                          AND (answered_on IS NULL) = (answer_number IS NULL)),
    CONSTRAINT petition_answered_after_it_came CHECK (answered_on >= recorded_on)
);
CREATE INDEX petition_by_tenant ON core.petition (tenant_id, id);
