-- The province at a glance: what the worker counted of every unit and day, and when it was last held against the ledger. What the table of a
-- small province shows is counted when it is asked for; these rows are read where that would take too long, and prove past days.

-- Up to how many units of the first tier the table is counted when it is asked for, from a day on; above, what the worker counted is shown.
CREATE TABLE core.unit_table_rule (
    valid_from date PRIMARY KEY,
    live_units integer NOT NULL CHECK (live_units >= 0),
    days_after integer NOT NULL CHECK (days_after >= 0),      -- for so many days after its last day a campaign is still counted
    source     text NOT NULL CHECK (source <> '')
);
INSERT INTO core.unit_table_rule (valid_from, live_units, days_after, source) VALUES
    ('2023-01-01', 150, 92, 'Ngưỡng của phần mềm (chưa có văn bản)');

-- One row for a unit of the first tier or below it, and a day. Counted again while the day lasts; a day that is over is counted once more, as
-- known at its end, and stays.
CREATE TABLE core.unit_day (
    campaign_id  uuid NOT NULL REFERENCES core.campaign (id),
    day          date NOT NULL,
    tenant_id    uuid NOT NULL REFERENCES core.tenant (id),
    unit_id      uuid NOT NULL,                               -- equal to tenant_id for the first tier
    items        integer NOT NULL CHECK (items >= 0),
    acknowledged integer NOT NULL CHECK (acknowledged BETWEEN 0 AND items),
    reported     integer NOT NULL CHECK (reported BETWEEN 0 AND items),     -- since the first of the month
    early        integer NOT NULL CHECK (early >= 0),
    on_time      integer NOT NULL CHECK (on_time >= 0),
    late         integer NOT NULL CHECK (late >= 0),
    overdue      integer NOT NULL CHECK (overdue >= 0),
    due_soon     integer NOT NULL CHECK (due_soon >= 0),
    above        integer NOT NULL CHECK (above BETWEEN 0 AND items),
    extended     integer NOT NULL CHECK (extended BETWEEN 0 AND items),
    launched_on  date,
    verdict      text CHECK (verdict IN ('pass', 'fail', 'pending', 'insufficientBasis')),   -- none: not judged
    counted_on   date NOT NULL,                               -- after the day: as known at its end
    counted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (campaign_id, day, tenant_id, unit_id),
    CONSTRAINT unit_day_adds_up CHECK (early + on_time + late + overdue + due_soon <= items),
    CONSTRAINT unit_day_not_counted_early CHECK (counted_on >= day)
);
CREATE INDEX unit_day_by_tenant ON core.unit_day (tenant_id, day);

-- What came of the latest comparison of a tenant's rows with its ledger.
CREATE TABLE core.unit_day_check (
    campaign_id  uuid NOT NULL REFERENCES core.campaign (id),
    tenant_id    uuid NOT NULL REFERENCES core.tenant (id),
    day          date NOT NULL,                               -- the latest day that was compared
    compared     integer NOT NULL CHECK (compared >= 0),      -- rows
    differing    integer NOT NULL CHECK (differing BETWEEN 0 AND compared),
    checked_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (campaign_id, tenant_id)
);
