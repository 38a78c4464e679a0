-- What is told to people by itself: notices in a person's inbox, and the messages (e-mail, signed webhooks) that carry them out of the house.
-- A notice and its messages are written in the transaction of their cause, each with a key that lets the same cause speak once; the worker
-- sends after the commit (core.job), at least once, and the receiver knows a repetition by the key.

-- When people are reminded of an item (A67), from a day on. Reminders are automatic; criticism is not.
CREATE TABLE core.reminder_rule (
    code       text NOT NULL CHECK (code ~ '^[a-z0-9_]+$'),
    valid_from date NOT NULL,
    valid_to   date,                                          -- last day; none: still in force
    days       integer NOT NULL,                              -- from so many days after the due date on; negative: before it
    until_days integer,                                       -- and up to so many; none: for as long as the item is open
    told       text NOT NULL CHECK (told IN ('doer', 'head', 'office')),
    words      text NOT NULL CHECK (words <> ''),             -- the reason, as the person reads it
    source     text NOT NULL CHECK (source <> ''),
    PRIMARY KEY (code, valid_from),
    CONSTRAINT reminder_rule_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT reminder_rule_has_days CHECK (until_days >= days)
);
INSERT INTO core.reminder_rule (code, valid_from, days, until_days, told, words, source) VALUES
    ('due_in_7',    '2023-01-01', -7,   -4, 'doer',   'sắp đến hạn trong 7 ngày', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('due_in_3',    '2023-01-01', -3,    0, 'doer',   'sắp đến hạn trong 3 ngày', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('overdue_1',   '2023-01-01',  1, NULL, 'doer',   'đã quá hạn',               'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('overdue_7',   '2023-01-01',  7, NULL, 'head',   'đã quá hạn từ 7 ngày, báo người đứng đầu', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)'),
    ('overdue_7_o', '2023-01-01',  7, NULL, 'office', 'đã quá hạn từ 7 ngày, báo Văn phòng UBND tỉnh', 'Quy tắc nhắc việc của phần mềm (chưa có văn bản)');

-- Where a person is written to, and when he is left alone; he keeps it himself. Hours of the clock in Việt Nam; equal: no quiet hours.
CREATE TABLE core.notice_setting (
    person_id   uuid PRIMARY KEY REFERENCES core.person (id),
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    email       text CHECK (email ~ '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$' AND length(email) <= 200),
    quiet_from  integer NOT NULL DEFAULT 21 CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_to    integer NOT NULL DEFAULT 6 CHECK (quiet_to BETWEEN 0 AND 23),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Where a unit's notices are posted as well; kept by the operator. Ended, never deleted.
CREATE TABLE core.webhook (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    url         text NOT NULL CHECK (url ~ '^https?://[A-Za-z0-9.\[]' AND length(url) <= 500),
    secret      bytea NOT NULL CHECK (length(secret) = 32),   -- signs what is posted (HMAC-SHA256)
    ended_at    timestamptz,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX webhook_once ON core.webhook (tenant_id, url) WHERE ended_at IS NULL;

-- What a person is told. The same cause tells the same person once.
CREATE TABLE core.notice (
    id             uuid PRIMARY KEY,
    tenant_id      uuid NOT NULL REFERENCES core.tenant (id),   -- of the person
    person_id      uuid NOT NULL REFERENCES core.person (id),
    rule           text NOT NULL CHECK (rule ~ '^[a-z0-9_]+$'), -- of reminders; or what happened: returned
    cause          text NOT NULL CHECK (cause <> ''),
    item_tenant_id uuid NOT NULL REFERENCES core.tenant (id),
    item_id        uuid NOT NULL,
    campaign_id    uuid REFERENCES core.campaign (id),          -- none: the item is outside every campaign
    giver          text NOT NULL CHECK (giver IN ('province', 'unit')),
    code           text NOT NULL,
    title          text NOT NULL CHECK (title <> ''),
    due_on         date,
    reason         text NOT NULL CHECK (reason <> ''),
    source         text NOT NULL DEFAULT '',
    day            date NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    read_at        timestamptz,
    digest_id      uuid,                                        -- the message that carried it to the person's mailbox
    CONSTRAINT notice_once_per_cause UNIQUE (person_id, cause)
);
CREATE INDEX notice_by_person ON core.notice (person_id, id);
CREATE INDEX notice_to_digest ON core.notice (person_id) WHERE digest_id IS NULL AND read_at IS NULL;

-- The outbox: a digest by e-mail, one a person and day, or one notice by a webhook, one a cause. Its id is the key by which a receiver knows a
-- repetition. The job of the same id sends it.
CREATE TABLE core.message (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),
    person_id   uuid REFERENCES core.person (id),
    day         date,
    webhook_id  uuid REFERENCES core.webhook (id),
    notice_id   uuid REFERENCES core.notice (id),
    cause       text,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at     timestamptz,
    CONSTRAINT message_of_one_kind CHECK ((person_id IS NULL) = (day IS NULL) AND (webhook_id IS NULL) = (notice_id IS NULL)
        AND (webhook_id IS NULL) = (cause IS NULL) AND (person_id IS NULL) <> (webhook_id IS NULL)),
    CONSTRAINT message_digest_once_a_day UNIQUE (person_id, day),
    CONSTRAINT message_once_per_cause UNIQUE (webhook_id, cause)
);
