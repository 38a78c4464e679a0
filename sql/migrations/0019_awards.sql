-- Awards: the rules they rest on, the round of a review, dossiers and their steps, slots, councils and their votes, decisions and registers.
-- Everything is added to; what the columns under "found" say, the guards of sql/routines/57_awards.sql and 57_councils.sql read under a lock,
-- whatever the statement says: constraints judge it after the row policies, so that nobody learns of a dossier that is not his.

-- Rules: what is given, for how much, by which vote, in force for a time, each with its source. Loaded from files by the operator. -----

CREATE TABLE core.legal_regime (
    code        text PRIMARY KEY CHECK (code <> ''),
    law         text NOT NULL CHECK (law <> ''),
    decree      text NOT NULL CHECK (decree <> ''),
    circular    text NOT NULL CHECK (circular <> ''),
    valid_from  date NOT NULL,
    valid_to    date,                                        -- last day; none: in force
    verified    boolean NOT NULL,                            -- somebody compared it with the paper itself
    source      text NOT NULL CHECK (source <> ''),
    recorded_on date NOT NULL,
    CONSTRAINT regime_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT regime_one_at_a_time EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE core.base_salary (
    valid_from    date PRIMARY KEY,
    valid_to      date,
    vnd_per_month integer NOT NULL CHECK (vnd_per_month > 0),
    verified      boolean NOT NULL,
    source        text NOT NULL CHECK (source <> ''),
    recorded_on   date NOT NULL,
    CONSTRAINT base_salary_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT base_salary_one_at_a_time EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE core.reward_rate (
    decree                 text NOT NULL CHECK (decree <> ''),
    form                   text NOT NULL CHECK (form IN ('provincialCertificate', 'departmentCommendation', 'districtCommendation', 'communeCommendation')),
    subject                text NOT NULL CHECK (subject IN ('collective', 'individual')),
    percent_of_base_salary integer NOT NULL CHECK (percent_of_base_salary BETWEEN 1 AND 10000),
    valid_from             date NOT NULL,                    -- by the day of signing; a figure that was wrong is closed, and the right one added
    valid_to               date,
    verified               boolean NOT NULL,
    source                 text NOT NULL CHECK (source <> ''),
    recorded_on            date NOT NULL,
    PRIMARY KEY (decree, form, subject, valid_from),
    CONSTRAINT reward_rate_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT reward_rate_one_at_a_time EXCLUDE USING gist (decree WITH =, form WITH =, subject WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE core.reward_rounding (
    decree      text NOT NULL CHECK (decree <> ''),
    unit_vnd    integer NOT NULL CHECK (unit_vnd > 0),
    direction   text NOT NULL CHECK (direction IN ('nearest', 'upward')),
    valid_from  date NOT NULL,                               -- by the day of signing
    valid_to    date,
    verified    boolean NOT NULL,
    source      text NOT NULL CHECK (source <> ''),
    recorded_on date NOT NULL,
    PRIMARY KEY (decree, valid_from),
    CONSTRAINT reward_rounding_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT reward_rounding_one_at_a_time EXCLUDE USING gist (decree WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

-- How a council votes; empty form or subject: whatever it is.
CREATE TABLE core.council_rule (
    council            text NOT NULL CHECK (council IN ('unit', 'provincial')),
    form               text NOT NULL CHECK (form IN ('', 'provincialCertificate', 'departmentCommendation', 'districtCommendation', 'communeCommendation')),
    subject            text NOT NULL CHECK (subject IN ('', 'collective', 'individual')),
    method             text NOT NULL CHECK (method IN ('secret', 'showOfHands', 'written')),
    quorum_part        integer NOT NULL,
    quorum_of          integer NOT NULL,
    share_part         integer NOT NULL,
    share_of           integer NOT NULL,
    base               text NOT NULL CHECK (base IN ('allMembers', 'present')),
    chair_must_agree   boolean NOT NULL,
    absent_may_write   boolean NOT NULL,
    tie                text NOT NULL CHECK (tie IN ('share', 'chair')),
    recused_leave_base boolean NOT NULL,
    valid_from         date NOT NULL,
    valid_to           date,
    verified           boolean NOT NULL,
    source             text NOT NULL CHECK (source <> ''),
    recorded_on        date NOT NULL,
    PRIMARY KEY (council, form, subject, valid_from),
    CONSTRAINT council_rule_quorum CHECK (0 < quorum_part AND quorum_part <= quorum_of AND quorum_of <= 1000),
    CONSTRAINT council_rule_share CHECK (0 < share_part AND share_part <= share_of AND share_of <= 1000),
    CONSTRAINT council_rule_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT council_rule_one_at_a_time EXCLUDE USING gist (council WITH =, form WITH =, subject WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

-- What a dossier holds when it is submitted and received.
CREATE TABLE core.dossier_paper (
    track       text NOT NULL CHECK (track IN ('provincialReview', 'provincialAdHoc', 'ownReview', 'ownAdHoc')),
    kind        text NOT NULL CHECK (kind IN ('proposal', 'achievementReport', 'summaryReport', 'councilMinutes')),
    confirmed   boolean NOT NULL,                            -- by the proposing level
    valid_from  date NOT NULL,
    valid_to    date,
    verified    boolean NOT NULL,
    source      text NOT NULL CHECK (source <> ''),
    recorded_on date NOT NULL,
    PRIMARY KEY (track, kind, valid_from),
    CONSTRAINT dossier_paper_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT dossier_paper_one_at_a_time EXCLUDE USING gist (track WITH =, kind WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);

-- The round and its slots -----------------------------------------------------------------------------------------

-- Opened by Home Affairs once the figures are frozen; its list is locked once.
CREATE TABLE core.nomination_round (
    id               uuid PRIMARY KEY,
    review_id        uuid NOT NULL REFERENCES core.review (id),
    opens_on         date NOT NULL,
    cut_off          date NOT NULL,                          -- last day in time
    guidance_number  text NOT NULL CHECK (guidance_number <> ''),
    guidance_on      date NOT NULL,
    opened_by        uuid NOT NULL REFERENCES core.post (id),
    opened_on        date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    locked_on        date,
    -- found
    snapshot_version integer,                                -- the frozen figures when it was opened
    CONSTRAINT round_opened_once UNIQUE (review_id),
    CONSTRAINT round_of_frozen_figures CHECK (snapshot_version IS NOT NULL),
    CONSTRAINT round_of_a_snapshot FOREIGN KEY (review_id, snapshot_version) REFERENCES core.review_snapshot (review_id, version),
    CONSTRAINT round_ends_after_the_start CHECK (cut_off >= opens_on),
    CONSTRAINT round_guidance_not_in_the_future CHECK (guidance_on <= opened_on),
    CONSTRAINT round_locked_after_it_began CHECK (locked_on >= opens_on)
);

-- How many individuals a unit may put forward (A03). Kept by the guard of the slots: its row is what everybody who takes or frees one waits for.
CREATE TABLE core.nomination_quota (
    review_id        uuid NOT NULL REFERENCES core.review (id),
    unit_id          uuid NOT NULL,                          -- equal to tenant_id where the number goes to the first tier
    tenant_id        uuid NOT NULL REFERENCES core.tenant (id),
    snapshot_version integer NOT NULL,
    verdict          text NOT NULL CHECK (verdict IN ('pass', 'pending', 'fail', 'insufficientBasis')),
    slots            integer NOT NULL CHECK (slots >= 0),
    PRIMARY KEY (review_id, unit_id)
);

-- One individual put forward: taken at the submission. Withdrawing frees it until the list is locked, a council's rejection does not (A04);
-- a person is put forward by one unit (A08).
CREATE TABLE core.nomination_slot (
    dossier_id uuid PRIMARY KEY,
    review_id  uuid NOT NULL,
    unit_id    uuid NOT NULL,
    tenant_id  uuid NOT NULL REFERENCES core.tenant (id),
    person_id  uuid NOT NULL REFERENCES core.person (id),
    taken_on   date NOT NULL,
    freed_on   date,
    -- found
    slot       integer NOT NULL,
    slots      integer NOT NULL,                             -- of the unit when it was taken
    locked_on  date,                                         -- of the list when it was freed
    CONSTRAINT slot_of_a_quota FOREIGN KEY (review_id, unit_id) REFERENCES core.nomination_quota (review_id, unit_id),
    CONSTRAINT slot_within_the_quota CHECK (slot BETWEEN 1 AND slots),
    nominee_id uuid NOT NULL,                                -- his first record in whatever unit: who moves is the same person (A08)
    CONSTRAINT slot_freed_before_the_lock CHECK (freed_on IS NULL OR locked_on IS NULL)
);
CREATE UNIQUE INDEX slot_taken_once ON core.nomination_slot (review_id, unit_id, slot) WHERE freed_on IS NULL;
-- Asked before the next, so that a unit is told of its own dossier.
CREATE UNIQUE INDEX nominated_once_by_the_unit ON core.nomination_slot (review_id, unit_id, nominee_id) WHERE freed_on IS NULL;
CREATE UNIQUE INDEX nominated_by_one_unit ON core.nomination_slot (review_id, nominee_id) WHERE freed_on IS NULL;

-- Tạm dừng xét (domain.md 1.3): by an opened verification, an investigation, discipline.
CREATE TABLE core.integrity_hold (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    unit_id         uuid,                                    -- a collective; or
    person_id       uuid REFERENCES core.person (id),        -- an individual
    document_number text NOT NULL CHECK (document_number <> ''),
    document_issuer text NOT NULL CHECK (document_issuer <> ''),
    valid_from      date NOT NULL,
    ended_on        date,                                    -- last day
    ended_document  text CHECK (ended_document <> ''),
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT hold_on_one CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT hold_ends_after_the_start CHECK (ended_on >= valid_from),
    CONSTRAINT hold_ended_by_document CHECK ((ended_on IS NULL) = (ended_document IS NULL)),
    CONSTRAINT hold_not_in_the_future CHECK (valid_from <= recorded_on)
);
CREATE INDEX hold_by_tenant ON core.integrity_hold (tenant_id, unit_id);
CREATE INDEX hold_by_person ON core.integrity_hold (person_id);

-- Dossiers --------------------------------------------------------------------------------------------------------

-- One nominee for one award of the province. What stands under "kept", the steps say: written by their guard alone.
CREATE TABLE core.award_dossier (
    tenant_id    uuid NOT NULL,                              -- the first-tier unit that proposes
    id           uuid NOT NULL,
    track        text NOT NULL CHECK (track IN ('provincialReview', 'provincialAdHoc')),
    campaign_id  uuid NOT NULL,
    review_id    uuid,
    form         text NOT NULL CHECK (form = 'provincialCertificate'),
    subject      text NOT NULL CHECK (subject IN ('collective', 'individual')),
    unit_id      uuid NOT NULL,                              -- the nominee, or of which he is
    person_id    uuid,
    achievement  text NOT NULL CHECK (achievement <> ''),
    recorded_by  uuid NOT NULL,
    recorded_on  date NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- kept
    state        text NOT NULL DEFAULT 'drafted' CHECK (state IN ('drafted', 'councilReviewed', 'submitted', 'received', 'supplementAsked', 'appraised',
                     'provincialCouncilReviewed', 'putToChairman', 'decided', 'issued', 'presented', 'withdrawn', 'refused', 'held', 'corrected', 'replaced', 'revoked')),
    held_in      text,
    steps        integer NOT NULL DEFAULT 0,
    supplements  integer NOT NULL DEFAULT 0,
    last_on      date,                                       -- of the last step
    submitted_on date,
    late         boolean NOT NULL DEFAULT false,             -- after the cut-off
    voted_down   boolean NOT NULL DEFAULT false,             -- by a council, in a session that was closed
    regime_code  text,                                       -- A60
    regime_on    date,                                       -- when the competent body had it complete
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT dossier_of_a_person_or_not CHECK ((subject = 'individual') = (person_id IS NOT NULL)),
    CONSTRAINT dossier_of_a_review_or_not CHECK ((track = 'provincialReview') = (review_id IS NOT NULL)),
    CONSTRAINT dossier_held_somewhere CHECK ((state = 'held') = (held_in IS NOT NULL))
) PARTITION BY LIST (tenant_id);
-- What a council did not pass does not come again in the same review, withdrawn or not (A04).
CREATE UNIQUE INDEX dossier_of_a_collective_once ON core.award_dossier (tenant_id, review_id, unit_id)
    WHERE person_id IS NULL AND (voted_down OR state NOT IN ('withdrawn', 'refused', 'revoked'));
CREATE INDEX dossier_by_review ON core.award_dossier (review_id, state, id);

-- Tờ trình, báo cáo thành tích, biên bản: the papers that a dossier holds.
CREATE TABLE core.dossier_document (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    dossier_id      uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('proposal', 'achievementReport', 'summaryReport', 'councilMinutes')),
    document_number text NOT NULL CHECK (document_number <> ''),
    document_on     date NOT NULL,
    confirmed       boolean NOT NULL,                        -- by the proposing level
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    state           text,                                    -- of the dossier
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT document_while_the_unit_has_it CHECK (state IN ('drafted', 'councilReviewed', 'supplementAsked')),
    CONSTRAINT document_not_in_the_future CHECK (document_on <= recorded_on)
) PARTITION BY LIST (tenant_id);
CREATE INDEX dossier_document_by_dossier ON core.dossier_document (tenant_id, dossier_id, kind);

-- One step of a dossier. Appended, never changed.
CREATE TABLE core.dossier_step (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    dossier_id      uuid NOT NULL,
    position        integer NOT NULL CHECK (position > 0),   -- 1, 2, 3 … of this dossier
    step            text NOT NULL CHECK (step IN ('passUnitCouncil', 'submit', 'receive', 'askSupplement', 'supplement', 'appraise', 'passProvincialCouncil',
                        'putToChairman', 'decide', 'issue', 'present', 'withdraw', 'refuse', 'hold', 'release', 'correct', 'replace', 'revoke')),
    happened_on     date NOT NULL,
    reason          text NOT NULL DEFAULT '',
    document_number text NOT NULL DEFAULT '',
    session_id      uuid,                                    -- of the council that decided
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before          text NOT NULL,                           -- overtaken, ahead: the place is not the next
    held_in         text,
    state           text,                                    -- none where the step is out of order
    party           text,                                    -- whose step it is
    supplements     integer NOT NULL,
    supplements_max integer,
    verdict         text,                                    -- of the frozen figures, where the step rests on them; missing: none
    snapshot_version integer,
    hold_document   text,                                    -- that stops the nominee on that day
    own_dossier     boolean NOT NULL,                        -- of who acts, or of a unit in which he holds a post, where that bars him (A66)
    not_before      date,
    round_open      boolean,                                 -- the list takes it; none where no round is asked
    late            boolean NOT NULL,
    wanting         text[] NOT NULL,                         -- papers that are not there, or not confirmed
    outcome         text,                                    -- of the council's vote
    regime_code     text,
    awarded         boolean NOT NULL,                        -- the decision stands in the register
    delegation_id   uuid,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT dossier_step_once UNIQUE (tenant_id, dossier_id, position),
    CONSTRAINT dossier_in_order CHECK (before = 'overtaken' OR state IS NOT NULL),
    CONSTRAINT dossier_supplements_left CHECK (step <> 'askSupplement' OR supplements <= supplements_max),
    CONSTRAINT dossier_step_gives_its_reason CHECK (step NOT IN ('askSupplement', 'withdraw', 'refuse', 'hold', 'release', 'correct', 'replace', 'revoke')
                          OR reason ~ '\S'),
    CONSTRAINT dossier_rests_on_frozen_figures CHECK (verdict <> 'missing'),
    CONSTRAINT dossier_verdict_allows CHECK (verdict = 'missing'
                          OR CASE step WHEN 'submit' THEN verdict IN ('pass', 'pending') WHEN 'decide' THEN verdict IN ('pass', 'pending') ELSE true END),
    CONSTRAINT dossier_verdict_is_final CHECK (step <> 'decide' OR verdict <> 'pending'),
    CONSTRAINT dossier_not_held CHECK (step NOT IN ('submit', 'passUnitCouncil', 'passProvincialCouncil', 'decide') OR hold_document IS NULL),
    CONSTRAINT dossier_not_ones_own CHECK (step <> 'appraise' OR NOT own_dossier),
    CONSTRAINT dossier_own_appraised_elsewhere CHECK (step <> 'appraise' OR party <> 'signer' OR document_number <> ''),
    CONSTRAINT dossier_after_the_step_before CHECK (happened_on >= not_before),
    CONSTRAINT dossier_step_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT dossier_submitted_today CHECK (step <> 'submit' OR happened_on = recorded_on),
    CONSTRAINT dossier_in_an_open_round CHECK (round_open),
    CONSTRAINT dossier_late_by_decision CHECK (step <> 'receive' OR NOT late OR document_number <> ''),
    CONSTRAINT dossier_complete CHECK (step NOT IN ('submit', 'receive') OR cardinality(wanting) = 0),
    CONSTRAINT dossier_as_the_council_voted CHECK (CASE
                          WHEN step IN ('passUnitCouncil', 'passProvincialCouncil') THEN outcome IS NOT DISTINCT FROM 'passed'
                          WHEN step = 'refuse' AND party IN ('unitCouncil', 'provincialCouncil') THEN outcome IS NOT DISTINCT FROM 'notPassed'
                          ELSE session_id IS NULL END OR state IS NULL OR before = 'overtaken'),
    CONSTRAINT dossier_under_a_regime CHECK (step <> 'receive' OR regime_code IS NOT NULL OR state IS NULL OR before = 'overtaken'),
    CONSTRAINT dossier_issued_with_its_award CHECK (step <> 'issue' OR awarded)
) PARTITION BY LIST (tenant_id);
CREATE INDEX dossier_step_recorded ON core.dossier_step (recorded_on, id);

-- Another regime than that of the day on which the dossier was complete, with its reason (A60).
CREATE TABLE core.dossier_regime (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    dossier_id  uuid NOT NULL,
    regime_code text NOT NULL,
    reason      text NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    state       text,
    before      text,                                        -- under which it stood; none: not received yet
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT regime_changed_for_a_reason CHECK (reason ~ '\S'),
    CONSTRAINT regime_changed_while_open CHECK (before IS NOT NULL
                          AND state IN ('received', 'supplementAsked', 'appraised', 'provincialCouncilReviewed', 'putToChairman', 'held')),
    CONSTRAINT regime_is_another CHECK (regime_code <> before)
) PARTITION BY LIST (tenant_id);

-- Councils --------------------------------------------------------------------------------------------------------

-- Who sits in the council of a unit, or of the province, and for which term.
CREATE TABLE core.council_member (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    person_id       uuid NOT NULL REFERENCES core.person (id),
    duty            text NOT NULL CHECK (duty IN ('chair', 'deputyChair', 'secretary', 'member')),
    valid_from      date NOT NULL,
    valid_to        date,                                    -- last day
    document_number text NOT NULL CHECK (document_number <> ''),
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT member_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT member_once_at_a_time EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&),
    CONSTRAINT member_one_chair_at_a_time EXCLUDE USING gist (tenant_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (duty = 'chair')
);

-- A meeting, or a round of written opinions. Opened with its members and its list by one routine, closed by another; nothing of it changes after.
CREATE TABLE core.council_session (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    held_on     date NOT NULL,
    place       text NOT NULL CHECK (place <> ''),
    recorded_by uuid NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_at   timestamptz,
    closed_by   uuid,
    minutes     integer,                                     -- number in the register of the council's minutes
    sealed      bytea CHECK (length(sealed) = 32),           -- SHA-256 of `id choice` of every secret vote, in id order, each ended by a line feed
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT session_not_in_the_future CHECK (held_on <= recorded_on),
    CONSTRAINT session_closed_whole CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (minutes IS NULL)
                          AND (closed_at IS NULL) = (sealed IS NULL))
) PARTITION BY LIST (tenant_id);

CREATE TABLE core.session_member (
    tenant_id  uuid NOT NULL,
    session_id uuid NOT NULL,
    person_id  uuid NOT NULL,
    duty       text NOT NULL CHECK (duty IN ('chair', 'deputyChair', 'secretary', 'member')),
    presence   text NOT NULL CHECK (presence IN ('room', 'away')),
    PRIMARY KEY (tenant_id, session_id, person_id)
) PARTITION BY LIST (tenant_id);

-- What a session votes on, by the rule that is in force on its day, and who does not vote (A66).
CREATE TABLE core.session_dossier (
    tenant_id          uuid NOT NULL,
    session_id         uuid NOT NULL,
    dossier_id         uuid NOT NULL,
    dossier_tenant_id  uuid NOT NULL,
    position           integer NOT NULL CHECK (position > 0),
    method             text NOT NULL CHECK (method IN ('secret', 'showOfHands', 'written')),
    quorum_part        integer NOT NULL,
    quorum_of          integer NOT NULL,
    share_part         integer NOT NULL,
    share_of           integer NOT NULL,
    base               text NOT NULL CHECK (base IN ('allMembers', 'present')),
    chair_must_agree   boolean NOT NULL,
    absent_may_write   boolean NOT NULL,
    tie                text NOT NULL CHECK (tie IN ('share', 'chair')),
    recused_leave_base boolean NOT NULL,
    source             text NOT NULL,
    recused            uuid[] NOT NULL,
    PRIMARY KEY (tenant_id, session_id, dossier_id),
    CONSTRAINT session_dossier_place UNIQUE (tenant_id, session_id, position)
) PARTITION BY LIST (tenant_id);
CREATE INDEX session_dossier_by_dossier ON core.session_dossier (tenant_id, dossier_id);

-- One vote per member and dossier. Of a secret vote it says that, never how.
CREATE TABLE core.vote_turnout (
    tenant_id   uuid NOT NULL,
    session_id  uuid NOT NULL,
    dossier_id  uuid NOT NULL,
    person_id   uuid NOT NULL,
    presence    text NOT NULL CHECK (presence IN ('room', 'away')),
    method      text NOT NULL CHECK (method IN ('secret', 'showOfHands', 'written')),
    choice      text CHECK (choice IN ('yes', 'no', 'blank')),
    recorded_by uuid NOT NULL,
    PRIMARY KEY (tenant_id, session_id, dossier_id, person_id),
    CONSTRAINT turnout_keeps_the_secret CHECK ((method = 'secret') = (choice IS NULL))
) PARTITION BY LIST (tenant_id);

-- How a secret vote was cast: a random id (one made from the clock would tell the order), no name, no time, no entry of the audit; nor whether it
-- came from the room, for of one absent member that would be his name.
CREATE TABLE core.ballot_choice (
    tenant_id  uuid NOT NULL,
    id         uuid NOT NULL DEFAULT gen_random_uuid(),
    session_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    choice     text NOT NULL CHECK (choice IN ('yes', 'no', 'blank')),
    PRIMARY KEY (tenant_id, id)
) PARTITION BY LIST (tenant_id);
CREATE INDEX ballot_choice_by_session ON core.ballot_choice (tenant_id, session_id, dossier_id);

-- What was counted when the session closed: of all votes together, so that of a secret one nobody learns how the absent wrote.
CREATE TABLE core.vote_count (
    tenant_id         uuid NOT NULL,
    session_id        uuid NOT NULL,
    dossier_id        uuid NOT NULL,
    members           integer NOT NULL,
    attending         integer NOT NULL,
    yes               integer NOT NULL,
    no                integer NOT NULL,
    blank             integer NOT NULL,
    written           integer NOT NULL,                      -- votes that the absent wrote, among the others
    recused           integer NOT NULL,
    recused_attending integer NOT NULL,
    chair_choice      text CHECK (chair_choice IN ('yes', 'no', 'blank')),
    outcome           text NOT NULL CHECK (outcome IN ('passed', 'notPassed', 'withoutQuorum')),
    source            text NOT NULL DEFAULT 'screen' CHECK (source IN ('screen', 'paper')),   -- paper: ballot sheets that were counted by hand
    PRIMARY KEY (tenant_id, session_id, dossier_id),
    CONSTRAINT count_of_no_more_than_voted CHECK (least(yes, no, blank, written, recused_attending) >= 0
                          AND attending <= members AND recused <= members AND recused_attending <= recused
                          AND yes + no + blank <= attending - recused_attending + written
                          AND written <= members - attending - (recused - recused_attending))
) PARTITION BY LIST (tenant_id);
CREATE INDEX vote_count_by_dossier ON core.vote_count (tenant_id, dossier_id);

-- Decisions and registers -----------------------------------------------------------------------------------------

-- The paper that was signed, under the number that the clerk gave.
CREATE TABLE core.award_decision (
    tenant_id   uuid NOT NULL,                               -- who decides
    id          uuid NOT NULL,
    type        text NOT NULL CHECK (type IN ('QĐ', 'CV')),
    number      text NOT NULL CHECK (number <> ''),
    signed_on   date NOT NULL,
    year        integer NOT NULL GENERATED ALWAYS AS (extract(year FROM signed_on)::integer) STORED,
    signer      text NOT NULL CHECK (signer <> ''),          -- as under the paper: form and post
    recorded_by uuid NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- One number, however it is typed: `5`, `05/qđ-ubnd`, `5 / QĐ-UBND`. As core.decision_key (57_awards.sql) and Sources/Domain/Awards/DecisionNumber.swift.
    number_key  text NOT NULL GENERATED ALWAYS AS (
                    upper(regexp_replace(regexp_replace(normalize(number), '\s', '', 'g'), '^0+(?=[0-9])', ''))
                        || CASE WHEN type = 'QĐ' AND number !~ '/' THEN '/QĐ-UBND' ELSE '' END) STORED,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT decision_numbered_once UNIQUE (tenant_id, type, number_key, year),
    CONSTRAINT decision_not_in_the_future CHECK (signed_on <= recorded_on)
) PARTITION BY LIST (tenant_id);

-- One award of it, with its money as it was reckoned.
CREATE TABLE core.award (
    tenant_id         uuid NOT NULL,
    id                uuid NOT NULL,
    decision_id       uuid NOT NULL,
    dossier_tenant_id uuid NOT NULL,
    dossier_id        uuid NOT NULL,
    printed_name      text NOT NULL CHECK (printed_name <> ''),
    printed_post      text NOT NULL DEFAULT '',              -- of a person, at the time of the award
    recorded_by       uuid NOT NULL,
    recorded_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    state             text,                                  -- of the dossier
    form              text,
    subject           text,
    regime_code       text,
    decree            text,
    percent           integer,
    base_salary       integer,
    rounding_unit     integer,
    rounding          text,
    reward            integer,
    name_confirmed    boolean NOT NULL DEFAULT false,        -- by the unit and the nominee, as it is printed (A71)
    signed_on         date,                                  -- of the decision
    decision_type     text,
    decided_on        date,                                  -- of the step by which it was decided
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT award_of_a_dossier_once UNIQUE (tenant_id, dossier_id),
    CONSTRAINT award_of_a_signed_dossier CHECK (state IS NOT DISTINCT FROM 'decided'),
    CONSTRAINT award_by_a_decision CHECK (decision_type = 'QĐ'),
    CONSTRAINT award_signed_when_it_was_decided CHECK (signed_on = decided_on),
    CONSTRAINT award_by_a_rate CHECK (percent IS NOT NULL OR state IS DISTINCT FROM 'decided'),
    CONSTRAINT award_by_a_base_salary CHECK (base_salary IS NOT NULL OR state IS DISTINCT FROM 'decided'),
    CONSTRAINT award_by_a_rounding CHECK (rounding IS NOT NULL OR state IS DISTINCT FROM 'decided')
) PARTITION BY LIST (tenant_id);

-- Sổ vàng, letters of praise, and the council's minutes: numbers without gaps, each behind the one before.
CREATE TABLE core.register_entry (
    tenant_id   uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('goldenBook', 'praiseLetters', 'councilMinutes')),
    year        integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    number      integer NOT NULL CHECK (number > 0),
    previous    integer,
    subject_id  uuid NOT NULL,                               -- the award, the letter, the session
    recorded_on date NOT NULL,
    PRIMARY KEY (tenant_id, kind, year, number),
    CONSTRAINT register_of_each_once UNIQUE (tenant_id, kind, subject_id),
    CONSTRAINT register_follows_the_one_before CHECK ((number = 1) = (previous IS NULL) AND (number = 1 OR previous = number - 1))
) PARTITION BY LIST (tenant_id);

-- The name and the post to be printed, as the unit and the nominee each confirm them (A71). Appended: the last word of each counts.
CREATE TABLE core.name_confirmation (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    dossier_id      uuid NOT NULL,
    party           text NOT NULL CHECK (party IN ('unit', 'nominee')),
    printed_name    text NOT NULL CHECK (printed_name <> ''),
    printed_post    text NOT NULL,
    document_number text NOT NULL DEFAULT '',                -- signed by the nominee, where another records his word
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    state           text,                                    -- of the dossier
    nominee         uuid,                                    -- a person
    CONSTRAINT name_of_a_dossier CHECK (state IS NOT NULL),
    CONSTRAINT name_before_it_is_printed CHECK (state NOT IN ('issued', 'presented', 'corrected', 'replaced', 'revoked', 'withdrawn', 'refused')),
    CONSTRAINT name_confirmed_by_a_person CHECK (party = 'unit' OR nominee IS NOT NULL OR state IS NULL)
);
CREATE INDEX name_confirmation_by_dossier ON core.name_confirmation (tenant_id, dossier_id, id);
CREATE INDEX name_confirmation_by_nominee ON core.name_confirmation (nominee);

-- Thư khen beside a Bằng khen (A52): no form of award, no money. Declined: with a note, and it has no number.
CREATE TABLE core.award_letter (
    id          uuid PRIMARY KEY,
    review_id   uuid NOT NULL REFERENCES core.review (id),
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- of the unit that is praised
    unit_id     uuid NOT NULL,
    declined    boolean NOT NULL,
    note        text NOT NULL DEFAULT '',
    signed_on   date NOT NULL,
    signer      text NOT NULL CHECK (signer <> ''),
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    has_share   boolean NOT NULL DEFAULT false,              -- by the frozen verdict
    awarded     boolean NOT NULL DEFAULT false,              -- the collective's own dossier is decided
    CONSTRAINT letter_once UNIQUE (review_id, unit_id),
    CONSTRAINT letter_for_its_share CHECK (has_share),
    CONSTRAINT letter_beside_an_award CHECK (awarded OR NOT has_share),
    CONSTRAINT letter_declined_with_a_note CHECK (NOT declined OR note ~ '\S'),
    CONSTRAINT letter_not_in_the_future CHECK (signed_on <= recorded_on)
);
CREATE INDEX award_letter_by_tenant ON core.award_letter (tenant_id);
