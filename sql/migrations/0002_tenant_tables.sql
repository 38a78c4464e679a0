-- The parents of every tenant table. Each is declared once; a tenant's own table is its partition (design.md 2).
-- Checks, indexes, columns and triggers reach every tenant from here. Foreign keys, grants and policies are data in
-- sql/routines/50_tenant_pattern.sql, because partitions do not inherit them.

-- Sub-units: a tree of any depth. The tenant's own row has id = tenant_id and no parent.
CREATE TABLE core.sub_unit (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    opened_on   date NOT NULL,
    closed_on   date,                                        -- last day; the day before opened_on: opened by mistake, never there
    version     integer NOT NULL DEFAULT 1,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT sub_unit_closes_after_opening CHECK (closed_on >= opened_on - 1)
) PARTITION BY LIST (tenant_id);

-- What a sub-unit is called, is, and stands under, from a day on. In force: the latest row with valid_from <= day.
CREATE TABLE core.sub_unit_version (
    tenant_id         uuid NOT NULL,
    unit_id           uuid NOT NULL,
    valid_from        date NOT NULL,
    parent_id         uuid,
    code              text NOT NULL CHECK (code <> ''),
    name              text NOT NULL CHECK (name <> ''),
    full_name         text NOT NULL CHECK (full_name <> ''),
    kind              text NOT NULL CHECK (kind IN ('tinh', 'so', 'van_phong', 'thanh_tra', 'ban', 'ban_quan_ly', 'bao', 'dai', 'cong',
                          'thanh_pho', 'huyen', 'thi_xa', 'xa', 'phuong', 'thi_tran', 'phong', 'chi_cuc', 'trung_tam', 'truong', 'don_vi')),
    legal_personality boolean NOT NULL,
    position          integer NOT NULL DEFAULT 0,
    recorded_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, unit_id, valid_from),
    CONSTRAINT only_the_root_has_no_parent CHECK ((unit_id = tenant_id) = (parent_id IS NULL)),
    CONSTRAINT not_under_itself CHECK (parent_id <> unit_id)
) PARTITION BY LIST (tenant_id);
CREATE INDEX sub_unit_version_by_parent ON core.sub_unit_version (tenant_id, parent_id);
CREATE UNIQUE INDEX sub_unit_version_code ON core.sub_unit_version (tenant_id, code, valid_from);

-- One launch per unit and campaign; its steps are appended, never changed.
CREATE TABLE core.launch (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    campaign_id uuid NOT NULL,
    unit_id     uuid NOT NULL,
    not_before  date NOT NULL,                               -- the province's own launch
    deadline    date NOT NULL,                               -- last day in time
    received_on date NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT launch_one_per_unit UNIQUE (tenant_id, campaign_id, unit_id),
    CONSTRAINT launch_key_for_steps UNIQUE (tenant_id, id, unit_id, not_before)
) PARTITION BY LIST (tenant_id);

CREATE TABLE core.launch_step (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    launch_id       uuid NOT NULL,
    unit_id         uuid NOT NULL,
    not_before      date NOT NULL,
    position        integer NOT NULL CHECK (position > 0),    -- 1, 2, 3 … of this launch: two at once cannot both be next
    step            text NOT NULL CHECK (step IN ('acknowledged', 'planned', 'launched')),
    happened_on     date NOT NULL,
    document_number text,
    document_text   text,
    form            text CHECK (form IN ('own_conference', 'combined', 'other')),
    combined_with   text,
    attendance      integer CHECK (attendance >= 0),
    note            text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT launch_step_in_order UNIQUE (tenant_id, launch_id, position),
    CONSTRAINT launch_not_before_the_province CHECK (happened_on >= not_before),
    CONSTRAINT launch_not_in_the_future CHECK (happened_on <= recorded_on),
    CONSTRAINT plan_has_number CHECK (step <> 'planned' OR (document_number <> '' AND document_text IS NOT NULL)),
    CONSTRAINT launched_has_form CHECK ((step = 'launched') = (form IS NOT NULL) AND (step <> 'launched' OR attendance IS NOT NULL)),
    CONSTRAINT combined_names_the_conference CHECK ((form = 'combined') = (combined_with IS NOT NULL AND combined_with <> '')
                          OR form IS NULL AND combined_with IS NULL)
) PARTITION BY LIST (tenant_id);

-- The ledger. An item lives with the unit that must do it; only who assigned it may change it.
CREATE TABLE core.work_item (
    tenant_id               uuid NOT NULL,
    id                      uuid NOT NULL,
    unit_id                 uuid NOT NULL,                   -- the sub-unit that must do it; the root: the tenant itself
    assignee_id             uuid,                            -- a person of that unit
    parent_id               uuid,                            -- handed on from this item of the same tenant (A55)
    parent_due_on           date,                            -- kept equal to the parent's sort_due by its foreign key
    campaign_id             uuid,                            -- none: outside every campaign, never counted (A11)
    content_code            text,                            -- the content of the plan it serves
    code                    text NOT NULL CHECK (code <> ''),
    kind                    text NOT NULL CHECK (kind IN ('task', 'target')),
    role                    text NOT NULL CHECK (role IN ('lead', 'coordinate')),   -- only lead counts (A12)
    lead_tenant_id          uuid,                            -- of a coordinating row: whose item it is
    lead_item_id            uuid,
    coordinators            text[] NOT NULL DEFAULT '{}',    -- names of the units asked to co-ordinate, as the paper has them
    title                   text NOT NULL CHECK (title <> ''),
    directive_id            uuid,
    source_clause           text NOT NULL DEFAULT '',
    source_row              text CHECK (source_row <> ''),   -- TT in the directive's table: the same row is imported once
    sector                  text NOT NULL,
    product                 text NOT NULL DEFAULT '',        -- sản phẩm
    submit_to               text NOT NULL DEFAULT '',        -- cấp trình
    completion              text NOT NULL CHECK (completion IN ('trinh', 'banHanh', 'ketQua')),        -- A24
    unit_leader_id          uuid,                            -- post of the leader in charge at the lead unit
    province_leader_id      uuid,                            -- post of the Chairman or Vice-Chairman in charge
    due_words               text NOT NULL DEFAULT '',        -- the original words, kept (A22)
    original_due_on         date,
    due_on                  date,
    sort_due                date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, 'infinity'::date)) STORED,
    direction               text CHECK (direction IN ('atLeast', 'moreThan', 'atMost', 'lessThan')),
    target                  numeric(25, 10),
    measure_unit            text,
    baseline                numeric(25, 10),
    measured_at_year_end    boolean NOT NULL DEFAULT false,  -- A39
    assigner_tenant_id      uuid NOT NULL,
    assigner_post_id        uuid NOT NULL,
    assigned_on             date NOT NULL,
    change_reason           text NOT NULL DEFAULT '',        -- why it was changed last
    version                 integer NOT NULL DEFAULT 1,
    recorded_on             date NOT NULL,
    recorded_at             timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT work_item_code UNIQUE (tenant_id, code),
    CONSTRAINT work_item_key_for_progress UNIQUE (tenant_id, id, unit_id),
    CONSTRAINT work_item_key_for_rulings UNIQUE (tenant_id, id, unit_id, assigner_tenant_id),
    CONSTRAINT work_item_key_for_children UNIQUE (tenant_id, id, sort_due),
    CONSTRAINT target_is_measured CHECK ((kind = 'target') = (direction IS NOT NULL AND target IS NOT NULL AND measure_unit IS NOT NULL)),
    CONSTRAINT falling_target_has_baseline CHECK (direction NOT IN ('atMost', 'lessThan') OR baseline IS NOT NULL),
    CONSTRAINT coordinating_names_its_lead CHECK ((role = 'coordinate') = (lead_item_id IS NOT NULL AND lead_tenant_id IS NOT NULL)),
    CONSTRAINT content_belongs_to_a_campaign CHECK (content_code IS NULL OR campaign_id IS NOT NULL),
    CONSTRAINT campaign_item_names_its_source CHECK (campaign_id IS NULL
                          OR (directive_id IS NOT NULL AND source_clause <> '' AND content_code IS NOT NULL)),   -- A11
    CONSTRAINT child_names_its_parents_date CHECK ((parent_id IS NULL) = (parent_due_on IS NULL)),
    CONSTRAINT child_due_by_its_parents_date CHECK (parent_due_on IS NULL OR sort_due <= parent_due_on),   -- A56, no override
    CONSTRAINT due_after_assignment CHECK (due_on >= assigned_on),
    CONSTRAINT first_due_date_is_kept CHECK ((due_on IS NULL) = (original_due_on IS NULL)),
    CONSTRAINT assigned_not_in_the_future CHECK (assigned_on <= recorded_on)
) PARTITION BY LIST (tenant_id);
CREATE INDEX work_item_by_unit ON core.work_item (tenant_id, unit_id, sort_due, id);
-- Without the tenant, which is one in each partition: so the whole province is read in this order too.
CREATE INDEX work_item_by_due ON core.work_item (sort_due, id);
CREATE INDEX work_item_by_parent ON core.work_item (tenant_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX work_item_by_directive ON core.work_item (tenant_id, directive_id);
CREATE INDEX work_item_by_assignee ON core.work_item (tenant_id, assignee_id, sort_due, id) WHERE assignee_id IS NOT NULL;
CREATE INDEX work_item_by_lead ON core.work_item (lead_item_id) WHERE lead_item_id IS NOT NULL;
CREATE UNIQUE INDEX work_item_source_row ON core.work_item (tenant_id, directive_id, source_row, unit_id) WHERE source_row IS NOT NULL;

-- What an item said before each change: nothing is ever overwritten without a trace.
CREATE TABLE core.work_item_change (
    tenant_id   uuid NOT NULL,
    item_id     uuid NOT NULL,
    version     integer NOT NULL,                            -- the version that was replaced
    before      jsonb NOT NULL,
    reason      text NOT NULL,
    changed_by  uuid NOT NULL,
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, item_id, version)
) PARTITION BY LIST (tenant_id);

-- The doer's reports: append-only.
CREATE TABLE core.progress (
    tenant_id         uuid NOT NULL,
    id                uuid NOT NULL,
    item_id           uuid NOT NULL,
    unit_id           uuid NOT NULL,
    kind              text NOT NULL CHECK (kind IN ('acknowledged', 'reported', 'result')),
    evidence_on       date NOT NULL,                         -- date of the evidence; of a result: the day it was reached (A24)
    milestone_percent integer CHECK (milestone_percent IN (0, 10, 30, 50, 70, 90, 100)),               -- A36
    actual            numeric(25, 10),
    actual_status     text CHECK (actual_status IN ('uoc', 'so_bo', 'chinh_thuc')),                     -- A42
    document_number   text NOT NULL DEFAULT '',
    document_issuer   text NOT NULL DEFAULT '',
    narrative         text NOT NULL DEFAULT '',
    recorded_by       uuid NOT NULL,
    recorded_on       date NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT progress_key_for_rulings UNIQUE (tenant_id, item_id, id, kind, evidence_on),
    CONSTRAINT evidence_not_in_the_future CHECK (evidence_on <= recorded_on),
    CONSTRAINT hundred_percent_is_the_result CHECK (milestone_percent <> 100 OR kind = 'result'),
    CONSTRAINT acknowledgement_has_no_figure CHECK (kind <> 'acknowledged' OR (milestone_percent IS NULL AND actual IS NULL)),
    CONSTRAINT figure_has_status CHECK ((actual IS NULL) = (actual_status IS NULL)),
    CONSTRAINT report_says_something CHECK (kind = 'acknowledged' OR milestone_percent IS NOT NULL OR actual IS NOT NULL OR narrative <> '')
) PARTITION BY LIST (tenant_id);
CREATE INDEX progress_by_item ON core.progress (tenant_id, item_id, evidence_on, recorded_at, id);
CREATE UNIQUE INDEX progress_acknowledged_once ON core.progress (tenant_id, item_id) WHERE kind = 'acknowledged';
-- Results are few among reports, and so are those of this month: an overview reads no others.
CREATE INDEX progress_results ON core.progress (tenant_id, item_id, id) WHERE kind = 'result';
CREATE INDEX progress_by_day ON core.progress (recorded_on);

-- The assigner's acts on an item: append-only.
CREATE TABLE core.ruling (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    item_id            uuid NOT NULL,
    unit_id            uuid NOT NULL,
    assigner_tenant_id uuid NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed', 'violation', 'exempted', 'cancelled')),
    report_id          uuid,                                 -- the report that is judged
    report_kind        text,
    evidence_on        date,                                 -- its date: of an accepted result the day the item was done (A24, A25)
    fault              text CHECK (fault IN ('quality', 'completeness')),
    decided_on         date NOT NULL,
    document_number    text NOT NULL DEFAULT '',
    reason             text NOT NULL DEFAULT '',
    recorded_by        uuid NOT NULL,
    recorded_on        date NOT NULL,
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT ruling_names_its_report CHECK ((kind IN ('accepted', 'returned', 'confirmed')) = (report_id IS NOT NULL AND report_kind IS NOT NULL)
                          AND (kind IN ('accepted', 'leadAccepted', 'returned', 'confirmed')) = (evidence_on IS NOT NULL)),
    CONSTRAINT results_are_judged CHECK (kind NOT IN ('accepted', 'returned') OR report_kind = 'result'),
    CONSTRAINT returned_names_the_fault CHECK ((kind = 'returned') = (fault IS NOT NULL)),
    CONSTRAINT returned_gives_the_reason CHECK (kind <> 'returned' OR reason <> ''),
    CONSTRAINT ruled_by_document CHECK (kind NOT IN ('exempted', 'cancelled', 'violation') OR document_number <> ''),   -- A29, A30, A44
    CONSTRAINT ruled_not_in_the_future CHECK (decided_on <= recorded_on)
) PARTITION BY LIST (tenant_id);
CREATE INDEX ruling_by_item ON core.ruling (tenant_id, item_id, recorded_at, id);
-- Of two who judge the same result at once, one is second; an item is done once and leaves the count once.
CREATE UNIQUE INDEX ruling_once_per_result ON core.ruling (tenant_id, report_id) WHERE kind IN ('accepted', 'returned');
CREATE UNIQUE INDEX ruling_confirmed_once ON core.ruling (tenant_id, report_id) WHERE kind = 'confirmed';
CREATE UNIQUE INDEX ruling_done_once ON core.ruling (tenant_id, item_id) WHERE kind IN ('accepted', 'leadAccepted');
CREATE UNIQUE INDEX ruling_closed_once ON core.ruling (tenant_id, item_id) WHERE kind IN ('exempted', 'cancelled');

-- The once-only point of a job inside a tenant (postgres.md 5).
CREATE TABLE core.inbox (
    tenant_id   uuid NOT NULL,
    cause       text NOT NULL,
    target      text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, cause, target)
) PARTITION BY LIST (tenant_id);
