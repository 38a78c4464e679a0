-- Own authority: a unit, and within it communes and sub-units with legal personality, give Giấy khen by rules of their own (issue 5, track 2;
-- domain.md 1.4, Luật 2022 Đ.80). Dossiers, councils, decisions and registers are those of 0019; here stand the rules, rounds and slots of a unit.
-- What the columns under "found" say, the guards of sql/routines/57_own_awards.sql and 57_awards.sql read under a lock.

-- A unit's own rules, as its decision has them: taken as a whole by one routine, confirmed once by the head, never changed. A later decision begins on a day of its own.
CREATE TABLE core.own_rules (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    document_number text NOT NULL CHECK (document_number <> ''),
    document_on     date NOT NULL,
    valid_from      date NOT NULL,
    valid_to        date,                                    -- last day; none: in force
    criteria        jsonb NOT NULL,                          -- what is asked of a nominee: form, subject, text
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_by    uuid,                                    -- the head; none: they serve nothing yet
    confirmed_on    date,
    confirmed_document text CHECK (confirmed_document <> ''),   -- the paper on which he did
    -- found
    confirms_own    boolean NOT NULL DEFAULT false,          -- who confirms is who took them
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT own_rules_confirmed_whole CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL) AND (confirmed_by IS NULL) = (confirmed_document IS NULL)),
    CONSTRAINT own_rules_confirmed_by_another CHECK (NOT confirms_own),
    CONSTRAINT own_rules_end_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT own_rules_begin_with_their_decision CHECK (valid_from >= document_on),
    CONSTRAINT own_rules_not_in_the_future CHECK (document_on <= recorded_on),
    CONSTRAINT own_rules_say_criteria CHECK (jsonb_typeof(criteria) = 'array' AND jsonb_array_length(criteria) > 0)
) PARTITION BY LIST (tenant_id);

-- Who gives by these rules: the unit itself, a commune, a sub-unit with legal personality; a phòng has none and gives nothing (A10).
CREATE TABLE core.own_giver (
    tenant_id         uuid NOT NULL,
    rules_id          uuid NOT NULL,
    unit_id           uuid NOT NULL,                         -- equal to tenant_id: the unit itself
    signer            text NOT NULL CHECK (signer <> ''),    -- the post, as under the paper
    budget            text NOT NULL CHECK (budget <> ''),    -- line from which the money comes
    collectives       integer NOT NULL CHECK (collectives >= 0),   -- slots of a round
    individuals       integer NOT NULL CHECK (individuals >= 0),
    each_unit         boolean NOT NULL,                      -- so many for each nominated unit; else for all together
    -- found
    form              text CHECK (form IN ('departmentCommendation', 'districtCommendation', 'communeCommendation')),
    legal_personality boolean NOT NULL,
    PRIMARY KEY (tenant_id, rules_id, unit_id),
    CONSTRAINT giver_is_there CHECK (form IS NOT NULL),
    CONSTRAINT giver_with_legal_personality CHECK (legal_personality)
) PARTITION BY LIST (tenant_id);

-- How the unit's council votes, before the rule that the province has for councils without one. Empty form or subject: whatever it is.
CREATE TABLE core.own_council_rule (
    tenant_id          uuid NOT NULL,
    rules_id           uuid NOT NULL,
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
    source             text NOT NULL CHECK (source <> ''),
    PRIMARY KEY (tenant_id, rules_id, form, subject),
    CONSTRAINT own_council_rule_quorum CHECK (0 < quorum_part AND quorum_part <= quorum_of AND quorum_of <= 1000),
    CONSTRAINT own_council_rule_share CHECK (0 < share_part AND share_part <= share_of AND share_of <= 1000)
) PARTITION BY LIST (tenant_id);

-- A round of one giver for a review: opened by who keeps its awards, under the rules of that day, whatever becomes of them later; locked once.
CREATE TABLE core.own_round (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    unit_id         uuid NOT NULL,                           -- who gives
    campaign_id     uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('interim', 'final')),
    opens_on        date NOT NULL,
    cut_off         date NOT NULL,                           -- last day in time
    document_number text NOT NULL CHECK (document_number <> ''),
    document_on     date NOT NULL,
    opened_by       uuid NOT NULL,
    opened_on       date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    locked_on       date,
    -- found
    rules_id        uuid,
    collectives     integer,
    individuals     integer,
    each_unit       boolean,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT own_round_once UNIQUE (tenant_id, unit_id, campaign_id, kind),
    CONSTRAINT own_round_under_rules CHECK (rules_id IS NOT NULL),
    CONSTRAINT own_round_ends_after_the_start CHECK (cut_off >= opens_on),
    CONSTRAINT own_round_document_not_in_the_future CHECK (document_on <= opened_on),
    CONSTRAINT own_round_locked_after_it_began CHECK (locked_on >= opens_on)
) PARTITION BY LIST (tenant_id);

-- One nominee put forward in a round: taken at the submission, freed by withdrawing until the list is locked (A04).
CREATE TABLE core.own_slot (
    tenant_id  uuid NOT NULL,
    dossier_id uuid NOT NULL,
    round_id   uuid NOT NULL,
    unit_id    uuid NOT NULL,                                -- whose slots: the giver's, or the nominated unit's where each has its own
    subject    text NOT NULL CHECK (subject IN ('collective', 'individual')),
    nominee_id uuid NOT NULL,                                -- a unit or a person
    taken_on   date NOT NULL,
    freed_on   date,
    -- found
    slot       integer NOT NULL,
    slots      integer NOT NULL,
    PRIMARY KEY (tenant_id, dossier_id),
    CONSTRAINT own_slot_within_the_quota CHECK (slot BETWEEN 1 AND slots)
) PARTITION BY LIST (tenant_id);
CREATE UNIQUE INDEX own_slot_taken_once ON core.own_slot (tenant_id, round_id, unit_id, subject, slot) WHERE freed_on IS NULL;
CREATE UNIQUE INDEX own_nominated_once ON core.own_slot (tenant_id, round_id, nominee_id) WHERE freed_on IS NULL;

-- Dossiers of own authority -----------------------------------------------------------------------------------------

ALTER TABLE core.award_dossier
    ADD COLUMN round_id  uuid,                               -- of the unit's own
    ADD COLUMN giver_id  uuid,                               -- the unit whose head signs; none: the province
    ADD COLUMN rules_id  uuid,                               -- under which it stands, found when it is drafted
    ADD COLUMN own_nominee boolean NOT NULL DEFAULT true,    -- found: the giver's own
    DROP CONSTRAINT award_dossier_track_check,
    DROP CONSTRAINT award_dossier_form_check,
    ADD CONSTRAINT award_dossier_track_check CHECK (track IN ('provincialReview', 'provincialAdHoc', 'ownReview', 'ownAdHoc')),
    ADD CONSTRAINT award_dossier_form_check
        CHECK (form IN ('provincialCertificate', 'departmentCommendation', 'districtCommendation', 'communeCommendation')),
    ADD CONSTRAINT dossier_of_a_round_or_not CHECK ((track = 'ownReview') = (round_id IS NOT NULL)),
    ADD CONSTRAINT dossier_under_own_rules CHECK ((track IN ('ownReview', 'ownAdHoc')) = (rules_id IS NOT NULL)),
    ADD CONSTRAINT dossier_of_a_giver CHECK ((track IN ('ownReview', 'ownAdHoc')) = (giver_id IS NOT NULL)),
    ADD CONSTRAINT dossier_of_its_form CHECK ((form = 'provincialCertificate') = (giver_id IS NULL)),
    ADD CONSTRAINT dossier_of_ones_own_nominee CHECK (own_nominee);

ALTER TABLE core.dossier_step
    ADD COLUMN giver_id  uuid,                               -- found, of the dossier
    ADD COLUMN unit_id   uuid,                               -- found, of the nominee; none where the province gives
    ADD COLUMN authority boolean,                            -- found: who signs may by the rules of the dossier; none where it is not asked
    DROP CONSTRAINT dossier_not_ones_own,
    ADD CONSTRAINT dossier_not_ones_own CHECK (NOT own_dossier),
    ADD CONSTRAINT dossier_signed_with_authority CHECK (authority);

-- Numbers are a body's own: of the unit, and of each commune or sub-unit that gives.
ALTER TABLE core.award_decision
    ADD COLUMN unit_id uuid,                                 -- who decides, where it is not the unit itself
    ADD COLUMN book    uuid NOT NULL GENERATED ALWAYS AS (coalesce(unit_id, tenant_id)) STORED,
    DROP CONSTRAINT decision_numbered_once,
    ADD CONSTRAINT decision_numbered_once UNIQUE (tenant_id, book, type, number_key, year),
    ADD CONSTRAINT decision_of_a_sub_unit CHECK (unit_id <> tenant_id);

ALTER TABLE core.award
    ADD COLUMN budget       text,                            -- found: the line of the giver's rules
    ADD COLUMN of_its_giver boolean NOT NULL DEFAULT true,   -- found: who decided is who gives
    ADD CONSTRAINT award_by_who_gives CHECK (of_its_giver);

DO $$
DECLARE
    part record;
BEGIN
    FOR part IN SELECT c.conrelid::regclass AS name FROM pg_constraint AS c WHERE c.conname = 'register_without_gaps'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT register_without_gaps', part.name);
    END LOOP;
END
$$;
ALTER TABLE core.register_entry
    ADD COLUMN unit_id uuid,                                 -- whose register, where it is not the unit's
    ADD COLUMN book    uuid NOT NULL GENERATED ALWAYS AS (coalesce(unit_id, tenant_id)) STORED,
    DROP CONSTRAINT register_entry_pkey,
    ADD PRIMARY KEY (tenant_id, book, kind, year, number);

-- What a broken key means is known by the parent's name, in tenants that are there already too.
DO $$
DECLARE
    part record;
BEGIN
    FOR part IN
        SELECT i.inhrelid::regclass AS own, (SELECT c.relname FROM pg_class AS c WHERE c.oid = i.inhparent) AS wanted
        FROM pg_inherits AS i
            JOIN pg_class AS x ON x.oid = i.inhrelid AND x.relkind = 'i'
        WHERE i.inhparent = 'core.decision_numbered_once'::regclass
    LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', part.own, part.wanted);
    END LOOP;
END
$$;
