-- The month (báo cáo tháng; A63, A64): from when to when it counts, what each unit says about it, and the figures that the Office closes.
-- What the columns under "found" say, the guards of sql/routines/59_month.sql read; nobody types a figure.

-- How long a month is and when its returns are due, from a day on. The days are working days after its end.
CREATE TABLE core.period_rule (
    valid_from      date PRIMARY KEY,
    first_day       integer NOT NULL CHECK (first_day BETWEEN 1 AND 28),   -- of the month before; 1: of the month itself
    sub_unit_days   integer NOT NULL CHECK (sub_unit_days >= 0),           -- returns of communes to their district
    unit_days       integer NOT NULL CHECK (unit_days >= sub_unit_days),   -- returns to the Office
    close_days      integer NOT NULL CHECK (close_days >= unit_days),      -- from then on nobody is waited for
    citation        text NOT NULL CHECK (citation <> ''),                  -- of the period
    days_citation   text NOT NULL CHECK (days_citation <> ''),             -- of the days
    CONSTRAINT period_rule_citations_differ CHECK (citation <> days_citation)
);

-- One month of a campaign, opened by the Office.
CREATE TABLE core.report_period (
    id              uuid PRIMARY KEY,
    campaign_id     uuid NOT NULL REFERENCES core.campaign (id),
    month           date NOT NULL CHECK (extract(day FROM month) = 1),
    due_on          date NOT NULL,                           -- asked for, or by the rule
    closes_on       date NOT NULL,                           -- asked for, or by the rule: until then the close waits for every return
    opened_by       uuid NOT NULL REFERENCES core.post (id),
    opened_on       date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    from_on         date NOT NULL,
    to_on           date NOT NULL,
    sub_unit_due_on date NOT NULL,
    citation        text NOT NULL CHECK (citation <> ''),
    CONSTRAINT period_opened_once UNIQUE (campaign_id, month),
    CONSTRAINT period_not_opened_early CHECK (opened_on >= from_on),
    CONSTRAINT period_due_after_its_end CHECK (due_on > to_on),
    CONSTRAINT period_closes_after_due CHECK (closes_on >= due_on)
);

-- What one unit says about a month: drafted, then approved by its head, with the figures as the ledger has them at that moment.
CREATE TABLE core.unit_return (
    tenant_id       uuid NOT NULL,
    period_id       uuid NOT NULL,
    unit_id         uuid NOT NULL,                           -- equal to tenant_id for the first tier
    version         integer NOT NULL DEFAULT 1 CHECK (version > 0),
    nothing         boolean NOT NULL,                        -- không phát sinh
    results         text NOT NULL DEFAULT '',
    difficulties    text NOT NULL DEFAULT '',
    proposals       text NOT NULL DEFAULT '',
    explanation     text NOT NULL DEFAULT '',                -- of what the checks warn of
    drafted_by      uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_by     uuid,
    approved_on     date,
    -- found
    to_on           date NOT NULL,
    sub_unit_due_on date NOT NULL,
    due_on          date NOT NULL,                           -- of this unit
    is_closed       boolean NOT NULL,                        -- the Office has closed the month
    waiting         integer NOT NULL,                        -- of the communes under it, how many have not approved theirs
    warnings        text[] NOT NULL CHECK (warnings <@ ARRAY['late', 'overdue', 'missingUnits', 'unacknowledged']),
    figures         jsonb,
    delegation_id   uuid,
    PRIMARY KEY (tenant_id, period_id, unit_id),
    CONSTRAINT return_approved_whole CHECK ((approved_on IS NULL) = (approved_by IS NULL) AND (approved_on IS NULL) = (figures IS NULL)),
    CONSTRAINT return_says_something CHECK (approved_on IS NULL OR nothing OR results ~ '\S'),
    CONSTRAINT return_says_one_thing CHECK (NOT (nothing AND results ~ '\S')),
    CONSTRAINT return_nothing_arose CHECK (approved_on IS NULL OR NOT nothing OR (figures ->> 'given')::integer + (figures ->> 'overdue')::integer
                          + (figures ->> 'nowEarly')::integer + (figures ->> 'nowOnTime')::integer + (figures ->> 'nowLate')::integer = 0),
    CONSTRAINT return_warnings_explained CHECK (approved_on IS NULL OR cardinality(warnings) = 0 OR explanation ~ '\S'),
    CONSTRAINT return_waits_for_its_units CHECK (approved_on IS NULL OR waiting = 0 OR approved_on > sub_unit_due_on),
    CONSTRAINT return_after_the_period CHECK (approved_on > to_on),
    CONSTRAINT return_before_the_close CHECK (NOT is_closed)
) PARTITION BY LIST (tenant_id);
CREATE INDEX unit_return_by_period ON core.unit_return (period_id, tenant_id);

-- The figures of all units as the Office closed them. Nothing of it ever changes: what comes later shows in the next month, or by a minute
-- in the next version.
CREATE TABLE core.month_close (
    period_id     uuid NOT NULL REFERENCES core.report_period (id),
    version       integer NOT NULL CHECK (version > 0),
    minute_number text,
    minute_on     date,
    minute_reason text,
    closed_by     uuid NOT NULL REFERENCES core.post (id),
    -- found
    head          text NOT NULL CHECK (head <> ''),
    sha256        bytea NOT NULL CHECK (length(sha256) = 32),
    previous      bytea,
    closes_on     date NOT NULL,
    to_on         date NOT NULL,
    silent_units  integer NOT NULL,                          -- have approved no return
    earlier_open  integer NOT NULL,                          -- months before it that are not closed
    later_closed  integer NOT NULL,
    closed_on     date NOT NULL,
    closed_at     timestamptz NOT NULL,
    written_in    xid8 NOT NULL,
    PRIMARY KEY (period_id, version),
    CONSTRAINT month_after_the_one_before CHECK ((version = 1) = (previous IS NULL)),
    CONSTRAINT month_correction_has_its_minute CHECK ((version = 1) = (minute_number IS NULL) AND (version = 1) = (minute_on IS NULL)
                          AND (version = 1) = (minute_reason IS NULL) AND minute_number <> '' AND minute_reason <> ''),
    CONSTRAINT month_minute_not_in_the_future CHECK (minute_on <= closed_on),
    CONSTRAINT month_is_over CHECK (closed_on > to_on),
    CONSTRAINT month_waits_for_returns CHECK (silent_units = 0 OR closed_on >= closes_on),
    CONSTRAINT month_closed_in_order CHECK (earlier_open = 0),
    CONSTRAINT month_corrected_before_the_next CHECK (later_closed = 0)
);

-- One unit of the first tier in it: a unit reads its own.
CREATE TABLE core.month_row (
    tenant_id  uuid NOT NULL,
    period_id  uuid NOT NULL,
    version    integer NOT NULL,
    position   integer NOT NULL CHECK (position > 0),        -- 1, 2, 3 … in customary order
    code       text NOT NULL CHECK (code <> ''),
    body       text NOT NULL,                                -- JSON: name, return, figures, the month before as it was closed and as it is known now
    sha256     bytea NOT NULL,
    PRIMARY KEY (tenant_id, period_id, version),
    CONSTRAINT month_row_is_what_was_hashed CHECK (sha256 = sha256(convert_to(body, 'UTF8')))
) PARTITION BY LIST (tenant_id);
CREATE INDEX month_row_by_period ON core.month_row (period_id, version, position);
