-- What the media report of a campaign (V.2 of the plan): the plan of the Office, the press kit of each line (A72), and what the outlets published. Nothing
-- is overwritten: a line is changed or dropped, a kit replaced or withdrawn, a report corrected by one more row with its reason. What the columns under
-- "found" say, the guards of sql/routines/59_coverage.sql read, for constraints to judge after the row policies.

-- One version of a line: what, when, which outlet. The last one stands.
CREATE TABLE core.coverage_line (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- whose plan it is: the Office's
    line_id     uuid NOT NULL,                               -- id of the first version
    position    integer NOT NULL CHECK (position > 0),
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    occasion    text NOT NULL CHECK (occasion IN ('launch', 'monthlyModel', 'interimReview', 'finalReview', 'other')),
    subject     text NOT NULL CHECK (subject ~ '\S'),
    kind        text NOT NULL CHECK (kind IN ('news', 'article', 'feature', 'column')),
    outlet_id   uuid NOT NULL REFERENCES core.tenant (id),
    planned_on  date NOT NULL,
    is_dropped  boolean NOT NULL DEFAULT false,              -- it stands no longer in the plan
    reason      text NOT NULL DEFAULT '',                    -- of a change, or why it was dropped
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before      text NOT NULL DEFAULT '',                    -- overtaken: the place is not the next; missing: there is none in sight
    is_outlet   boolean NOT NULL DEFAULT false,              -- an outlet of the media that is open
    CONSTRAINT coverage_line_once UNIQUE (line_id, position),
    CONSTRAINT coverage_line_there CHECK (before <> 'missing'),
    CONSTRAINT coverage_line_in_order CHECK (before NOT IN ('ahead', 'dropped')),
    CONSTRAINT coverage_line_for_a_reason CHECK (position = 1 OR reason ~ '\S'),
    CONSTRAINT coverage_line_of_an_outlet CHECK (is_outlet)
);
CREATE INDEX coverage_line_by_outlet ON core.coverage_line (outlet_id, line_id);
CREATE INDEX coverage_line_by_campaign ON core.coverage_line (campaign_id, planned_on);

-- The press kit of a line: facts that the responsible body approved, and who is shown in it, with his consent (A72). The last one stands.
CREATE TABLE core.press_kit (
    id              uuid PRIMARY KEY,
    tenant_id       uuid NOT NULL REFERENCES core.tenant (id),   -- of the Office
    line_id         uuid NOT NULL,
    position        integer NOT NULL CHECK (position > 0),
    facts           text NOT NULL DEFAULT '',
    approver        text NOT NULL DEFAULT '',                    -- by his post
    approved_on     date,
    document_number text NOT NULL DEFAULT '',
    not_before      date,                                        -- not to be published earlier
    shown           text NOT NULL DEFAULT '',                    -- the person shown; who is awarded comes with the award
    consent_on      date,
    consent_manner  text CHECK (consent_manner IN ('paper', 'spoken')),
    consent_number  text NOT NULL DEFAULT '',                    -- of what he signed
    consent_note    text NOT NULL DEFAULT '',                    -- to whom he said it
    award_id        uuid,                                        -- of the province, signed: whoever it names agreed, and may take it back
    is_withdrawn    boolean NOT NULL DEFAULT false,
    reason          text NOT NULL DEFAULT '',                    -- of a withdrawal
    recorded_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    before          text NOT NULL DEFAULT '',
    is_public       boolean NOT NULL DEFAULT false,              -- the award, where there is one, when it was approved
    CONSTRAINT press_kit_once UNIQUE (line_id, position),
    CONSTRAINT press_kit_there CHECK (before <> 'missing'),
    CONSTRAINT press_kit_in_order CHECK (before NOT IN ('ahead', 'withdrawn')),
    CONSTRAINT press_kit_while_planned CHECK (before <> 'dropped'),
    CONSTRAINT press_kit_of_facts CHECK (is_withdrawn OR facts ~ '\S'),
    CONSTRAINT press_kit_approved CHECK (is_withdrawn OR (approver ~ '\S' AND approved_on IS NOT NULL)),
    CONSTRAINT press_kit_approved_already CHECK (approved_on <= recorded_on),
    CONSTRAINT press_kit_with_consent CHECK ((shown ~ '\S') = (consent_on IS NOT NULL) AND (consent_on IS NULL) = (consent_manner IS NULL)),
    CONSTRAINT press_kit_names_its_paper CHECK (consent_manner <> 'paper' OR consent_number ~ '\S'),
    CONSTRAINT press_kit_says_to_whom CHECK (consent_manner <> 'spoken' OR consent_note ~ '\S'),
    CONSTRAINT press_kit_consent_already CHECK (consent_on <= recorded_on),
    CONSTRAINT press_kit_shows_one CHECK (award_id IS NULL OR shown = ''),
    CONSTRAINT press_kit_of_a_public_award CHECK (is_public),
    CONSTRAINT press_kit_withdrawn_for_a_reason CHECK (NOT is_withdrawn OR reason ~ '\S')
);

-- What an outlet published: against a line of the plan, or without one. A correction takes the place of the row that it names.
CREATE TABLE core.coverage (
    id           uuid PRIMARY KEY,
    tenant_id    uuid NOT NULL REFERENCES core.tenant (id),   -- the outlet
    campaign_id  uuid REFERENCES core.campaign (id),
    line_id      uuid,                                        -- none: not planned
    kind         text NOT NULL CHECK (kind IN ('news', 'article', 'feature', 'column')),
    title        text NOT NULL CHECK (title ~ '\S'),
    published_on date NOT NULL,
    minutes      integer CHECK (minutes BETWEEN 1 AND 1440),
    link         text NOT NULL DEFAULT '' CHECK (link = '' OR (link ~ '^https://[^\s/?#]+\S*$' AND length(link) <= 1000)),
    corrects_id  uuid,
    is_withdrawn boolean NOT NULL DEFAULT false,              -- of a correction: there was no such publication
    reason       text NOT NULL DEFAULT '',                    -- of a correction
    recorded_by  uuid NOT NULL REFERENCES core.post (id),
    recorded_on  date NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    is_planned   boolean NOT NULL DEFAULT false,              -- the line stands in this outlet's plan, or stood there when it was reported first
    is_own       boolean NOT NULL DEFAULT false,              -- what is corrected was reported by this outlet, and stands
    CONSTRAINT coverage_corrected_once UNIQUE (tenant_id, corrects_id),
    CONSTRAINT coverage_of_its_line CHECK (is_planned),
    CONSTRAINT coverage_of_a_campaign CHECK (campaign_id IS NOT NULL OR NOT is_planned OR NOT is_own),
    CONSTRAINT coverage_corrects_ones_own CHECK (is_own),
    CONSTRAINT coverage_with_minutes_or_link CHECK (minutes IS NOT NULL OR link <> ''),
    CONSTRAINT coverage_not_in_the_future CHECK (published_on <= recorded_on),
    CONSTRAINT coverage_corrected_for_a_reason CHECK ((corrects_id IS NOT NULL) = (reason ~ '\S')),
    CONSTRAINT coverage_withdrawn_by_a_correction CHECK (NOT is_withdrawn OR corrects_id IS NOT NULL)
);
CREATE INDEX coverage_by_line ON core.coverage (line_id) WHERE line_id IS NOT NULL;
CREATE INDEX coverage_by_campaign ON core.coverage (campaign_id, published_on);
