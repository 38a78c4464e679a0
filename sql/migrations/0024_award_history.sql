-- Templates of papers that an office replaces by its own, awards of the time before, and the achievement behind an award.

-- A template of an office in place of the built-in form, from a day on: papers that bear an earlier day keep what they were made of.
CREATE TABLE core.paper_template (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- whose papers; the province's: those that Home Affairs writes for it
    kind        text NOT NULL CHECK (kind IN ('proposal', 'achievement-report', 'council-minutes', 'count-minutes', 'ballot-sheet', 'appraisal-report',
                    'home-affairs-proposal', 'award-decision', 'letter-of-praise', 'certificate-print', 'refusal-notice', 'supplement-request')),
    valid_from  date NOT NULL,
    file_name   text NOT NULL CHECK (file_name <> ''),       -- or why the built-in form is used again
    content     bytea CHECK (length(content) BETWEEN 1 AND 2097152),   -- a Word document; none: the built-in form again
    sha256      bytea,
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT template_as_hashed CHECK (sha256 IS NOT DISTINCT FROM sha256(content)),
    CONSTRAINT template_not_backdated CHECK (valid_from >= recorded_on),
    CONSTRAINT template_once_a_day UNIQUE (tenant_id, kind, valid_from)
);

-- An award of the time before, or of another body: from its signed decision, so that reports name it and nothing is rewarded twice.
CREATE TABLE core.earlier_award (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),
    unit_id         uuid NOT NULL,                           -- the collective, or of which he is
    person_id       uuid REFERENCES core.person (id),
    awarded_name    text NOT NULL CHECK (awarded_name <> ''),   -- as it stands on the certificate
    form            text NOT NULL CHECK (form <> ''),        -- hình thức, in words: of every level
    issuer          text NOT NULL CHECK (issuer <> ''),
    decision_number text NOT NULL CHECK (decision_number <> ''),
    decision_on     date NOT NULL,
    achievement     text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    struck_on       date,                                    -- recorded by mistake: struck out and kept
    struck_reason   text,
    CONSTRAINT earlier_award_not_in_the_future CHECK (decision_on <= recorded_on),
    CONSTRAINT earlier_award_struck_for_a_reason CHECK ((struck_on IS NULL) = (struck_reason IS NULL) AND (struck_reason IS NULL OR struck_reason ~ '\S'))
);
-- The same list again doubles nothing.
CREATE UNIQUE INDEX earlier_award_once ON core.earlier_award (tenant_id, unit_id, person_id, form, decision_number, decision_on) NULLS NOT DISTINCT
    WHERE struck_on IS NULL;
CREATE INDEX earlier_award_by_person ON core.earlier_award (person_id, decision_on);

-- The achievement behind a dossier, from its submission on. Who decides rewards an achievement of one nominee once (domain.md 1.3); freed when
-- the dossier is withdrawn, refused or revoked; of a person in a review a refusal frees it as little as his slot (A04).
CREATE TABLE core.achievement_claim (
    dossier_id  uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- that proposes
    decider_id  uuid NOT NULL REFERENCES core.tenant (id),
    unit_id     uuid NOT NULL,                               -- the collective, or of which he is
    person_id   uuid,
    nominee_id  uuid NOT NULL,                               -- the collective, or the first record of the person in whatever unit
    achievement text NOT NULL,                               -- `review <id>`; of a deed `deed <SHA-256 of its words>`
    claimed_on  date NOT NULL,
    freed_on    date
);
CREATE UNIQUE INDEX achievement_rewarded_once ON core.achievement_claim (decider_id, nominee_id, achievement) WHERE freed_on IS NULL;
CREATE INDEX achievement_claim_by_achievement ON core.achievement_claim (achievement) WHERE freed_on IS NULL;

-- Across levels and units the same achievement is a flag, which Home Affairs decides with a reason (IV.2.2b of the plan). Appended: the last counts.
CREATE TABLE core.achievement_ruling (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- of the dossier
    dossier_id  uuid NOT NULL,
    other_kind  text NOT NULL CHECK (other_kind IN ('dossier', 'earlierAward')),
    other_id    uuid NOT NULL,
    ruling      text NOT NULL CHECK (ruling IN ('another', 'allowed', 'doubled')),
    reason      text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    is_flagged  boolean NOT NULL DEFAULT false,
    CONSTRAINT achievement_ruled_for_a_reason CHECK (reason ~ '\S'),
    CONSTRAINT achievement_ruled_where_flagged CHECK (is_flagged)
);
CREATE INDEX achievement_ruling_by_dossier ON core.achievement_ruling (dossier_id, other_id, id);
