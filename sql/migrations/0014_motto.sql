-- The motto (A53, A54): a unit assesses itself part by part, the Office and Home Affairs comment, a council decides: the provincial one for
-- the first tier, the unit's own for its sub-units. Appended, never changed: a new assessment or comment is a new version, a decision changes
-- only by a correction with its minute. What the columns under "found" say, the guard of sql/routines/48_motto.sql reads, whatever the
-- statement says. No step that decides: the motto is open.
CREATE TABLE core.motto_step (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    campaign_id     uuid NOT NULL,
    review          text NOT NULL CHECK (review IN ('interim', 'final')),
    unit_id         uuid NOT NULL,                           -- who is judged: at the root the tenant itself
    position        integer NOT NULL CHECK (position > 0),   -- 1, 2, 3 … of this unit and review: two at once cannot both be next
    step            text NOT NULL CHECK (step IN ('assessed', 'commented', 'decided', 'corrected')),
    body            text NOT NULL CHECK (body IN ('unit', 'office', 'homeAffairs', 'provinceCouncil', 'unitCouncil')),
    happened_on     date NOT NULL,
    parts           text[] NOT NULL DEFAULT '{}',            -- of an assessment: the parts of the plan's motto, in their order
    grades          text[] NOT NULL DEFAULT '{}',            -- and beside each: met, partly, unmet
    remarks         jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(remarks) = 'object'),   -- and why, by the code of the part
    accepted        boolean,                                 -- of a decision
    document_number text NOT NULL DEFAULT '',                -- of a decision its paper, of a correction the minute
    criticism       text NOT NULL DEFAULT '',                -- the paper that criticised the unit in the period, put before the council (A54)
    words           text NOT NULL DEFAULT '',
    -- found
    standing        text NOT NULL CHECK (standing IN ('open', 'assessed', 'decided', 'overtaken')),
    not_before      date,                                    -- the step before
    plan_parts      text[] NOT NULL,
    unheard         boolean NOT NULL,                        -- the unit has not assessed itself, or who comments has not since
    criticised      boolean NOT NULL,
    recorded_by     uuid NOT NULL,
    delegation_id   uuid,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT motto_step_in_order UNIQUE (tenant_id, campaign_id, unit_id, review, position),
    CONSTRAINT motto_body_of_its_step CHECK ((step = 'assessed') = (body = 'unit') AND (step = 'commented') = (body IN ('office', 'homeAffairs'))),
    CONSTRAINT motto_council_of_its_tier CHECK (body = 'unit' OR (body = 'unitCouncil') = (unit_id <> tenant_id)),
    CONSTRAINT motto_after_the_step_before CHECK (happened_on >= not_before),
    CONSTRAINT motto_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT motto_decided_stays CHECK (standing <> 'decided' OR step = 'corrected'),
    CONSTRAINT motto_corrects_a_decision CHECK (step <> 'corrected' OR standing IN ('decided', 'overtaken')),
    CONSTRAINT motto_comments_on_an_assessment CHECK (step <> 'commented' OR standing <> 'open'),
    CONSTRAINT motto_decision_says_what CHECK ((step IN ('decided', 'corrected')) = (accepted IS NOT NULL)),
    CONSTRAINT motto_decided_by_paper CHECK (accepted IS NULL OR document_number <> ''),
    CONSTRAINT motto_comment_says_something CHECK (step <> 'commented' OR words <> ''),
    CONSTRAINT motto_refusal_gives_reason CHECK (accepted OR accepted IS NULL OR words <> ''),
    CONSTRAINT motto_correction_gives_reason CHECK (step <> 'corrected' OR words <> ''),
    CONSTRAINT motto_unheard_gives_reason CHECK (accepted IS NULL OR NOT unheard OR words <> ''),
    CONSTRAINT motto_criticised_gives_reason CHECK (accepted IS NOT TRUE OR NOT criticised OR words <> ''),       -- A54
    CONSTRAINT motto_parts_of_the_plan CHECK (CASE WHEN step = 'assessed' THEN parts = plan_parts AND cardinality(parts) > 0 ELSE cardinality(parts) = 0 END),
    CONSTRAINT motto_grades_are_known CHECK (grades <@ '{met,partly,unmet}'::text[] AND array_position(grades, NULL) IS NULL),
    CONSTRAINT motto_grade_beside_each_part CHECK (cardinality(grades) = cardinality(parts))
) PARTITION BY LIST (tenant_id);
-- Once a unit and review; what follows corrects it.
CREATE UNIQUE INDEX motto_decided_once ON core.motto_step (tenant_id, campaign_id, unit_id, review) WHERE step = 'decided';

-- What the provincial council decided until now moves to where the units' own steps are. A database without tenants has none. The owner reads
-- the catalogue by its own policy.
SET LOCAL row_security = on;
DO $$
DECLARE
    place record;
BEGIN
    IF NOT EXISTS (SELECT FROM core.motto_decision) THEN
        RETURN;
    END IF;
    INSERT INTO core.tenant_relation (name, position, grants) VALUES ('motto_step', 88, 'SELECT, INSERT');
    FOR place IN SELECT t.slug FROM core.tenant AS t WHERE t.id IN (SELECT m.tenant_id FROM core.motto_decision AS m)
    LOOP
        PERFORM core.tenant_apply(place.slug);
    END LOOP;
    INSERT INTO core.motto_step (tenant_id, id, campaign_id, review, unit_id, position, step, body, happened_on, accepted, document_number, words,
        standing, plan_parts, unheard, criticised, recorded_by, recorded_on, recorded_at)
    SELECT m.tenant_id, core.new_id(), m.campaign_id, m.review, m.tenant_id, 1, 'decided', 'provinceCouncil', m.decided_on, m.accepted,
        'chưa ghi số', coalesce(nullif(m.reason, ''), 'Kết luận ghi nhận trước khi có bản tự đánh giá.'),
        'open', '{}', true, false, m.recorded_by, (m.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, m.recorded_at
    FROM core.motto_decision AS m;
END
$$;
SET LOCAL row_security = off;
DROP TABLE core.motto_decision;
