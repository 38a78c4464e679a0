-- The catalogue: what is one for the whole province. Everything that belongs to a tenant is in 0002.

-- The installation ------------------------------------------------------------------------------------------------

-- One row. A demonstration carries a stored, movable business date; a real province never does (design.md 6).
CREATE TABLE core.installation (
    singleton     boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    kind          text NOT NULL CHECK (kind IN ('production', 'demonstration')),
    business_date date,
    loaded_at     timestamptz,                               -- when a demonstration was loaded to its end
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT business_date_only_in_demonstration CHECK ((kind = 'demonstration') = (business_date IS NOT NULL)),
    CONSTRAINT only_a_demonstration_is_loaded CHECK (kind = 'demonstration' OR loaded_at IS NULL)
);

-- The key that signs actors (HMAC-SHA256, the two pads prepared), readable by the owner alone.
CREATE TABLE core.actor_key (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
    outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
);

-- Tenants ---------------------------------------------------------------------------------------------------------

CREATE TABLE core.tenant (
    id        uuid PRIMARY KEY,
    slug      text NOT NULL UNIQUE CHECK (slug ~ '^(province|(dept|district|commune)_[a-z0-9_]{1,40})$'),
    kind      text NOT NULL CHECK (kind IN ('province', 'department', 'district', 'commune')),
    scope     text NOT NULL CHECK (scope IN ('award_subject', 'media', 'authority', 'other')),
    parent_id uuid REFERENCES core.tenant (id),
    position  integer NOT NULL DEFAULT 0,          -- the customary order of the province's lists
    opened_on date NOT NULL,
    closed_on date,
    CONSTRAINT closes_after_opening CHECK (closed_on IS NULL OR closed_on >= opened_on),
    CONSTRAINT only_the_province_has_no_parent CHECK ((kind = 'province') = (parent_id IS NULL))
);
COMMENT ON COLUMN core.tenant.slug IS 'Name of the schema and of the role, and the tenant in every path. An identity: GSO codes and names change, this does not.';

-- Names and codes are effective-dated: the row in force on a day is the latest with valid_from <= day.
CREATE TABLE core.tenant_name (
    tenant_id  uuid NOT NULL REFERENCES core.tenant (id),
    valid_from date NOT NULL,
    code       text NOT NULL CHECK (code <> ''),
    name       text NOT NULL CHECK (name <> ''),
    full_name  text NOT NULL CHECK (full_name <> ''),
    PRIMARY KEY (tenant_id, valid_from)
);

CREATE TABLE core.tenant_succession (
    predecessor_id uuid NOT NULL REFERENCES core.tenant (id),
    successor_id   uuid NOT NULL REFERENCES core.tenant (id),
    effective_on   date NOT NULL,
    document       text NOT NULL,
    PRIMARY KEY (predecessor_id, successor_id),
    CHECK (predecessor_id <> successor_id)
);

-- People ----------------------------------------------------------------------------------------------------------

CREATE TABLE core.person (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- the unit that keeps this person's record
    full_name   text NOT NULL CHECK (full_name <> ''),
    sort_key    text NOT NULL,                               -- given name first: people sort by given name
    kind        text NOT NULL CHECK (kind IN ('can_bo', 'cong_chuc', 'vien_chuc')),
    active_from date NOT NULL,
    changed_on  date,                                        -- name and kind are as here since that day; none: since active_from
    ended_on    date,
    version     integer NOT NULL DEFAULT 1,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT person_ends_after_the_start CHECK (ended_on >= active_from),
    CONSTRAINT person_changes_after_the_start CHECK (changed_on >= active_from)
);
CREATE INDEX person_by_tenant ON core.person (tenant_id, sort_key COLLATE "vi-x-icu", id);

-- Name and kind of a person before each change, with the days on which they were in force; written by trigger alone.
CREATE TABLE core.person_before (
    person_id   uuid NOT NULL REFERENCES core.person (id),
    version     integer NOT NULL,                            -- the version that was replaced
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    full_name   text NOT NULL,
    kind        text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date NOT NULL CHECK (valid_to >= valid_from - 1),   -- the day before valid_from: put right on the day it was entered
    changed_by  uuid,                                        -- the acting post; none: the operator
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (person_id, version)
);

-- What a role is: how far it reaches inside its tenant, and which province-wide role it may take. Data, not code.
CREATE TABLE core.role (
    code          text PRIMARY KEY,
    name          text NOT NULL,                             -- as officers read it
    reach         text NOT NULL CHECK (reach IN ('tenant', 'subtree', 'own')),
    province_role text CHECK (province_role IN ('office', 'home_affairs', 'leadership', 'council', 'media', 'auditor')),
    grantable     boolean NOT NULL DEFAULT false,            -- by who keeps a tenant's directory; the others by the operator alone
    precedence    integer NOT NULL,
    CONSTRAINT a_province_role_is_given_by_the_operator CHECK (NOT (grantable AND province_role IS NOT NULL))
);
CREATE TABLE core.role_action (
    role   text NOT NULL REFERENCES core.role (code) ON DELETE CASCADE,
    action text NOT NULL,
    PRIMARY KEY (role, action)
);

CREATE TABLE core.post (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES core.person (id),
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    unit_id     uuid NOT NULL,                               -- a sub-unit of the tenant; the tenant's id is its root
    role        text NOT NULL REFERENCES core.role (code) CHECK (role <> 'system'),
    title       text NOT NULL CHECK (title <> ''),
    leader_rank text NOT NULL CHECK (leader_rank IN ('provincial', 'department', 'deputy_head_or_above', 'direct_worker')),
    valid_from  date NOT NULL,
    valid_to    date,                                        -- last day, inclusive; the day before valid_from: never held
    version     integer NOT NULL DEFAULT 1,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT post_ends_after_the_start CHECK (valid_to >= valid_from - 1),
    CONSTRAINT one_post_of_a_kind_at_a_time EXCLUDE USING gist (
        person_id WITH =, tenant_id WITH =, unit_id WITH =, role WITH =,
        daterange(valid_from, valid_to + 1, '[)') WITH &&)
);
CREATE INDEX post_by_tenant ON core.post (tenant_id, unit_id);
CREATE INDEX post_by_person ON core.post (person_id);
COMMENT ON COLUMN core.post.leader_rank IS 'Leader rank for statistics 0603.N (TT 02/2023/TT-BNV).';

-- Sign-in ---------------------------------------------------------------------------------------------------------

CREATE TABLE core.account (
    id            uuid PRIMARY KEY,
    person_id     uuid NOT NULL UNIQUE REFERENCES core.person (id),
    username      text NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
    password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    opened_by     uuid REFERENCES core.post (id),            -- who chose the first password: a tenant's manager; none: the operator
    disabled_at   timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- A server-side session or an API token: 256 random bits, of which only the SHA-256 is kept.
CREATE TABLE core.credential (
    id         uuid PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('session', 'token')),
    account_id uuid NOT NULL REFERENCES core.account (id),
    post_id    uuid NOT NULL REFERENCES core.post (id),      -- the acting post (Chức vụ đang làm việc)
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    label      text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CHECK (expires_at > created_at)
);
CREATE INDEX credential_by_account ON core.credential (account_id) WHERE ended_at IS NULL;

-- The campaign as data --------------------------------------------------------------------------------------------

CREATE TABLE core.campaign (
    id              uuid PRIMARY KEY,
    code            text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9Đđ][A-Za-z0-9Đđ._-]{0,63}$'),
    name            text NOT NULL,
    signed_on       date NOT NULL,                           -- of the plan: nothing of the campaign happens before it
    first_day       date NOT NULL,
    last_day        date NOT NULL CHECK (last_day >= first_day),
    launch_deadline date NOT NULL,                           -- last day in time ("trước ngày X" is X - 1, A22)
    first_tier      text[] NOT NULL CHECK (cardinality(first_tier) > 0),   -- 'kind:scope', or 'kind:' for every scope
    document        jsonb NOT NULL,                          -- the whole plan, as read from its file
    checksum        text NOT NULL,                           -- SHA-256 of the canonical document
    version         integer NOT NULL DEFAULT 1,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT campaign_key_for_launch UNIQUE (id, signed_on, first_day, last_day, launch_deadline, first_tier)
);

-- What the plan said in each of its versions, the present one included: a verdict names the version it was made under.
CREATE TABLE core.campaign_version (
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    version     integer NOT NULL,
    document    jsonb NOT NULL,
    checksum    text NOT NULL,
    recorded_by uuid REFERENCES core.post (id),              -- none: the operator
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (campaign_id, version)
);

-- The contents of the plan that an item may serve (III.2 with its tasks, III.3, III.4).
CREATE TABLE core.campaign_content (
    campaign_id uuid NOT NULL REFERENCES core.campaign (id) ON DELETE CASCADE,
    code        text NOT NULL,
    title       text NOT NULL,
    position    integer NOT NULL,
    PRIMARY KEY (campaign_id, code)
);

-- The Chairman's act. One per campaign. It repeats what units were launched to, so that its foreign key holds the plan to it:
-- from now on neither the dates nor the first tier of the campaign can change.
CREATE TABLE core.campaign_launch (
    campaign_id     uuid PRIMARY KEY,
    document_number text NOT NULL CHECK (document_number <> ''),
    launched_on     date NOT NULL,
    signed_on       date NOT NULL,
    first_day       date NOT NULL,
    last_day        date NOT NULL,
    launch_deadline date NOT NULL,
    first_tier      text[] NOT NULL,
    launched_by     uuid NOT NULL REFERENCES core.post (id),
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT campaign_launch_keeps_the_plan FOREIGN KEY (campaign_id, signed_on, first_day, last_day, launch_deadline, first_tier)
        REFERENCES core.campaign (id, signed_on, first_day, last_day, launch_deadline, first_tier),
    CONSTRAINT campaign_launch_key_for_units UNIQUE (campaign_id, launched_on, launch_deadline),
    CONSTRAINT campaign_launch_not_before_the_plan CHECK (launched_on >= signed_on),
    CONSTRAINT campaign_launch_not_after_the_campaign CHECK (launched_on <= last_day),
    CONSTRAINT campaign_launch_not_in_the_future CHECK (launched_on <= recorded_on)
);

CREATE TABLE core.sector (
    code     text PRIMARY KEY,
    name     text NOT NULL,
    position integer NOT NULL
);

-- A directive is entered once and cut into items. Its issuer's tenant keeps it; what the province issues, all may read.
CREATE TABLE core.directive (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    type        text NOT NULL CHECK (type <> ''),             -- CT, CTr, QĐ, KH, CV, … (NĐ 30/2020)
    number      text NOT NULL CHECK (number <> ''),
    issued_on   date NOT NULL,
    issued_year integer NOT NULL GENERATED ALWAYS AS (extract(year FROM issued_on)::integer) STORED,
    issuer      text NOT NULL CHECK (issuer <> ''),
    abstract    text NOT NULL,
    campaign_id uuid REFERENCES core.campaign (id),
    version     integer NOT NULL DEFAULT 1,
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT directive_entered_once UNIQUE (tenant_id, issuer, type, number, issued_year)
);
CREATE TABLE core.directive_file (
    directive_id uuid PRIMARY KEY REFERENCES core.directive (id),
    file_name    text NOT NULL CHECK (file_name <> ''),
    media_type   text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
    sha256       bytea NOT NULL CHECK (length(sha256) = 32),
    content      bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 20971520),
    recorded_by  uuid NOT NULL REFERENCES core.post (id),
    recorded_at  timestamptz NOT NULL DEFAULT now()
);

-- The council's decision on the motto of a first-tier unit (A53): software never decides it. No row: open.
CREATE TABLE core.motto_decision (
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    review      text NOT NULL CHECK (review IN ('interim', 'final')),
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    accepted    boolean NOT NULL,
    reason      text NOT NULL DEFAULT '',
    decided_on  date NOT NULL,
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (campaign_id, review, tenant_id)
);

CREATE TABLE core.calendar_day (
    day     date PRIMARY KEY,
    working boolean NOT NULL,                                 -- false: holiday; true: worked although a weekend
    name    text NOT NULL,
    source  text NOT NULL
);

-- Jobs ------------------------------------------------------------------------------------------------------------

CREATE TABLE core.job (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    tenant_id   uuid REFERENCES core.tenant (id),             -- the tenant it works in; none: it only fans out
    subject_id  uuid NOT NULL,                                -- what it is about: the campaign of a launch
    cause       text NOT NULL,                                -- same cause, same target: the same work
    target      text NOT NULL,
    initiator   uuid REFERENCES core.post (id),
    state       text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'done', 'dead')),
    attempts    integer NOT NULL DEFAULT 0,
    fence       bigint NOT NULL DEFAULT 0,                    -- rises with every claim; a stale worker's no longer fits
    run_after   timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz,
    last_error  text,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    CONSTRAINT job_once_per_cause_and_target UNIQUE (cause, target)
);
CREATE INDEX job_to_claim ON core.job (run_after) WHERE state IN ('ready', 'running');

-- A repeated request finds its answer here (design.md 5). Never the body.
CREATE TABLE core.idempotency (
    account_id   uuid NOT NULL REFERENCES core.account (id),
    route        text NOT NULL,
    key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
    status       integer NOT NULL,
    resource     text NOT NULL,                               -- path of what was made or changed
    etag         text,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, route, key)
);
CREATE INDEX idempotency_by_age ON core.idempotency (recorded_at);

-- The pattern of a tenant's schema: what partitions do not inherit, as data that one routine applies and doctor compares.
CREATE TABLE core.tenant_relation (
    name     text PRIMARY KEY,
    position integer NOT NULL UNIQUE,
    grants   text NOT NULL                                    -- privileges of the tenant's role
);
CREATE TABLE core.tenant_key (
    relation   text NOT NULL REFERENCES core.tenant_relation (name) ON DELETE CASCADE,
    name       text NOT NULL,
    definition text NOT NULL,                                 -- {schema} is the tenant's schema
    PRIMARY KEY (relation, name)
);
CREATE TABLE core.tenant_policy (
    relation   text NOT NULL REFERENCES core.tenant_relation (name) ON DELETE CASCADE,
    name       text NOT NULL,
    command    text NOT NULL CHECK (command IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')),
    using_     text,
    check_     text,
    PRIMARY KEY (relation, name)
);
CREATE TABLE core.tenant_function (
    name       text PRIMARY KEY,
    definition text NOT NULL
);
