-- The review of a campaign (sơ kết, tổng kết): reconciliation of the ledger with each unit, and the frozen snapshot with its versions
-- (chốt số liệu; A61, A62). Nothing of it is ever changed: each act is a row of its own.

-- Opened by the Office. Until settle_until evidence dated by held_on is entered, and each unit confirms its ledger or disputes it.
CREATE TABLE core.review (
    id           uuid PRIMARY KEY,
    campaign_id  uuid NOT NULL REFERENCES core.campaign (id),
    kind         text NOT NULL CHECK (kind IN ('interim', 'final')),
    held_on      date NOT NULL,                              -- of the plan; facts dated later do not count
    settle_days  integer NOT NULL CHECK (settle_days BETWEEN 0 AND 60),   -- working days, of the plan
    settle_until date NOT NULL,                              -- found: settle_days working days after held_on, or after the opening where that was later
    opened_by    uuid NOT NULL REFERENCES core.post (id),
    opened_on    date NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT review_opened_once UNIQUE (campaign_id, kind),
    CONSTRAINT review_not_opened_before_its_day CHECK (opened_on >= held_on)
);

-- One version of the frozen figures. What the columns under "found" say, the guard of sql/routines/59_review.sql reads while nobody writes
-- to a ledger. sha256 covers the head and the hash of every part; it is computed anew when the transaction ends.
CREATE TABLE core.review_snapshot (
    review_id      uuid NOT NULL REFERENCES core.review (id),
    version        integer NOT NULL CHECK (version > 0),
    head           text NOT NULL CHECK (head <> ''),         -- JSON: dates, days, parameters, the plan's version, the minute, the version before
    sha256         bytea NOT NULL CHECK (length(sha256) = 32),
    minute_number  text,                                     -- of a correction: biên bản đính chính (A62)
    minute_on      date,
    minute_reason  text,
    frozen_by      uuid NOT NULL REFERENCES core.post (id),
    -- found
    previous       bytea,                                    -- the hash of the version before
    settle_until   date NOT NULL,
    silent_units   integer NOT NULL,                         -- have neither confirmed nor disputed
    open_disputes  integer NOT NULL,
    open_results   integer NOT NULL,                         -- sent in time, judged by nobody
    frozen_on      date NOT NULL,
    frozen_at      timestamptz NOT NULL,
    written_in     xid8 NOT NULL,                            -- parts come in the same transaction or not at all
    PRIMARY KEY (review_id, version),
    CONSTRAINT review_snapshot_after_the_one_before CHECK ((version = 1) = (previous IS NULL)),
    CONSTRAINT review_correction_has_its_minute CHECK ((version = 1) = (minute_number IS NULL) AND (version = 1) = (minute_on IS NULL)
                          AND (version = 1) = (minute_reason IS NULL) AND minute_number <> '' AND minute_reason <> ''),
    CONSTRAINT review_minute_not_in_the_future CHECK (minute_on <= frozen_on),
    CONSTRAINT review_freeze_waits_for_what_is_open CHECK (frozen_on > settle_until OR (silent_units = 0 AND open_disputes = 0 AND open_results = 0))
);

-- What one unit or sub-unit was judged on, and how: a unit reads its own.
CREATE TABLE core.review_part (
    tenant_id  uuid NOT NULL,
    review_id  uuid NOT NULL,
    version    integer NOT NULL,
    unit_id    uuid NOT NULL,                                -- equal to tenant_id for the first tier
    position   integer NOT NULL CHECK (position > 0),        -- 1, 2, 3 … of the snapshot, in customary order
    code       text NOT NULL CHECK (code <> ''),             -- unique in the snapshot
    name       text NOT NULL CHECK (name <> ''),
    ledger     bytea NOT NULL,                               -- JSON: the unit in the ledger file
    verdict    bytea NOT NULL,                               -- JSON: its verdict
    checks     bytea NOT NULL,                               -- JSON: what the council should look at and the ledger file does not show
    sha256     bytea NOT NULL,
    PRIMARY KEY (tenant_id, review_id, version, unit_id),
    CONSTRAINT review_part_is_what_was_hashed CHECK (sha256 = sha256(ledger || '\x0a'::bytea || verdict || '\x0a'::bytea || checks))
) PARTITION BY LIST (tenant_id);

-- The unit says that its ledger is right.
CREATE TABLE core.review_confirmation (
    tenant_id    uuid NOT NULL,
    review_id    uuid NOT NULL,
    note         text NOT NULL DEFAULT '',
    recorded_by  uuid NOT NULL,
    recorded_on  date NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    settle_until date NOT NULL,
    frozen       boolean NOT NULL,
    PRIMARY KEY (tenant_id, review_id),
    CONSTRAINT review_confirmed_in_the_settle_days CHECK (recorded_on <= settle_until),
    CONSTRAINT review_confirmed_before_the_freeze CHECK (NOT frozen)
) PARTITION BY LIST (tenant_id);

-- The unit disputes a line of it: an item that the province judges, what is wrong with it, and the paper that shows so.
CREATE TABLE core.review_dispute (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    review_id       uuid NOT NULL,
    item_id         uuid NOT NULL,
    unit_id         uuid NOT NULL,
    wrong           text NOT NULL CHECK (wrong <> ''),
    document_number text NOT NULL CHECK (document_number <> ''),
    document_on     date NOT NULL,
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    settle_until    date NOT NULL,
    frozen          boolean NOT NULL,
    judged          boolean NOT NULL,                        -- whether the item is one that this campaign judges the unit on
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT review_dispute_once_per_item UNIQUE (tenant_id, review_id, item_id),
    CONSTRAINT review_dispute_is_the_units_own CHECK (unit_id = tenant_id),
    CONSTRAINT review_dispute_of_a_judged_item CHECK (judged),
    CONSTRAINT review_dispute_paper_not_in_the_future CHECK (document_on <= recorded_on),
    CONSTRAINT review_disputed_in_the_settle_days CHECK (recorded_on <= settle_until),
    CONSTRAINT review_disputed_before_the_freeze CHECK (NOT frozen)
) PARTITION BY LIST (tenant_id);
CREATE INDEX review_dispute_by_review ON core.review_dispute (review_id, id);

-- The Office answers it, once. Where the unit is right, the ledger is mended by the acts that the ledger knows.
CREATE TABLE core.review_answer (
    tenant_id       uuid NOT NULL,
    dispute_id      uuid NOT NULL,
    outcome         text NOT NULL CHECK (outcome IN ('upheld', 'rejected')),
    words           text NOT NULL CHECK (words <> ''),
    document_number text NOT NULL DEFAULT '',
    recorded_by     uuid NOT NULL,
    recorded_on     date NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, dispute_id)
) PARTITION BY LIST (tenant_id);
