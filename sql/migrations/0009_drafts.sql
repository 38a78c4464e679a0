-- Drafts pass up the unit's own chain (chuyên viên → trưởng phòng → lãnh đạo) and come back with a remark; approving one files the report.
-- Nothing of them is seen outside the unit (A59).

-- Whose approval a report from a sub-unit needs before it is filed. No row: nobody's.
CREATE TABLE core.draft_rule (
    tenant_id   uuid PRIMARY KEY REFERENCES core.tenant (id),
    approval    text NOT NULL CHECK (approval IN ('none', 'sub_unit', 'unit')),
    version     integer NOT NULL DEFAULT 1,
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Levels: 0 the officer, 1 the head of the sub-unit, 2 the unit's co-ordinator or head.
CREATE TABLE core.draft (
    tenant_id         uuid NOT NULL,
    id                uuid NOT NULL,
    kind              text NOT NULL CHECK (kind IN ('reported', 'result', 'launched')),
    item_id           uuid,
    launch_id         uuid,
    unit_id           uuid NOT NULL,
    not_before        date,                                  -- of the launch, as its steps have it
    happened_on       date NOT NULL,                         -- of the evidence, or of the launch
    milestone_percent integer CHECK (milestone_percent IN (0, 10, 30, 50, 70, 90, 100)),
    actual            numeric(25, 10),
    actual_status     text CHECK (actual_status IN ('uoc', 'so_bo', 'chinh_thuc')),
    document_number   text NOT NULL DEFAULT '',
    document_issuer   text NOT NULL DEFAULT '',
    narrative         text NOT NULL DEFAULT '',              -- of a launch: the note
    form              text CHECK (form IN ('own_conference', 'combined', 'other')),
    combined_with     text,
    attendance        integer CHECK (attendance >= 0),
    state             text NOT NULL DEFAULT 'drafting' CHECK (state IN ('drafting', 'waiting', 'returned', 'approved')),
    origin            smallint NOT NULL CHECK (origin IN (0, 1)),
    level             smallint NOT NULL CHECK (level BETWEEN 0 AND 2),   -- where it lies
    reached           smallint NOT NULL CHECK (reached BETWEEN 0 AND 2), -- how far up it has been
    steps             integer NOT NULL DEFAULT 0,
    drafted_by        uuid NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    recorded_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT draft_key_for_filing UNIQUE (tenant_id, id, unit_id),
    CONSTRAINT draft_is_of_one_thing CHECK ((kind = 'launched') = (item_id IS NULL) AND (item_id IS NULL) = (launch_id IS NOT NULL)
                          AND (launch_id IS NULL) = (not_before IS NULL)),
    CONSTRAINT draft_of_a_launch_has_its_form CHECK ((kind = 'launched') = (form IS NOT NULL AND attendance IS NOT NULL)),
    CONSTRAINT draft_figure_has_status CHECK ((actual IS NULL) = (actual_status IS NULL)),
    CONSTRAINT draft_lies_between_its_ends CHECK (origin <= level AND level <= reached),
    CONSTRAINT draft_begins_at_its_origin CHECK (state <> 'drafting' OR (level = origin AND reached = origin)),
    CONSTRAINT draft_waits_above_its_origin CHECK (state <> 'waiting' OR level > origin)
) PARTITION BY LIST (tenant_id);
CREATE INDEX draft_by_level ON core.draft (tenant_id, level, state, id);
CREATE INDEX draft_by_drafter ON core.draft (tenant_id, drafted_by, id);

-- Who passed it on, back or through, when, with which remark: appended, never changed.
CREATE TABLE core.draft_step (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    draft_id    uuid NOT NULL,
    position    integer NOT NULL CHECK (position > 0),
    step        text NOT NULL CHECK (step IN ('forwarded', 'returned', 'approved')),
    level       smallint NOT NULL CHECK (level BETWEEN 0 AND 2),   -- where it lay afterwards
    remark      text NOT NULL DEFAULT '',
    recorded_by uuid NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT draft_step_in_order UNIQUE (tenant_id, draft_id, position),
    CONSTRAINT draft_returned_with_a_remark CHECK (step <> 'returned' OR remark <> '')
) PARTITION BY LIST (tenant_id);

-- What was filed from a draft says who prepared it; a draft is filed once.
ALTER TABLE core.progress ADD COLUMN draft_id uuid, ADD COLUMN prepared_by uuid,
    ADD CONSTRAINT progress_prepared_by_somebody CHECK ((draft_id IS NULL) = (prepared_by IS NULL));
ALTER TABLE core.launch_step ADD COLUMN draft_id uuid, ADD COLUMN prepared_by uuid,
    ADD CONSTRAINT launch_step_prepared_by_somebody CHECK ((draft_id IS NULL) = (prepared_by IS NULL));
CREATE UNIQUE INDEX progress_filed_once ON core.progress (tenant_id, draft_id) WHERE draft_id IS NOT NULL;
CREATE UNIQUE INDEX launch_step_filed_once ON core.launch_step (tenant_id, draft_id) WHERE draft_id IS NOT NULL;
