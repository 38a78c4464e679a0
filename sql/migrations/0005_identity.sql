-- Accounts that are disabled with a reason, passwords set by one-time links, sessions that end when nobody uses them, and what is
-- remembered of failed sign-ins.

-- An account without a password waits for its link: nobody signs in with it.
ALTER TABLE core.account
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN password_set_at timestamptz,
    ADD COLUMN disabled_by uuid REFERENCES core.post (id),    -- none: the operator
    ADD COLUMN disabled_reason text CHECK (disabled_reason <> ''),
    ADD CONSTRAINT account_disabled_with_a_reason CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL));
COMMENT ON COLUMN core.account.opened_by IS 'Whose link set the password: a tenant''s manager, who could have used it himself; none: the operator.';

-- When a session or token was last used, to the minute. Beside the credential, since using it changes nothing about it; no row: not
-- used since it was made.
CREATE TABLE core.credential_use (
    credential_id uuid PRIMARY KEY REFERENCES core.credential (id) ON DELETE CASCADE,
    used_at       timestamptz NOT NULL
);

-- A link that sets a password, once. Of its 256 random bits only the SHA-256 is kept.
CREATE TABLE core.password_link (
    id         uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    account_id uuid NOT NULL REFERENCES core.account (id),
    made_by    uuid REFERENCES core.post (id),                -- none: the operator
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CHECK (expires_at > made_at)
);
CREATE UNIQUE INDEX password_link_one_at_a_time ON core.password_link (account_id) WHERE used_at IS NULL;

-- Failed sign-ins: of a name from an address, of a name from anywhere, of an address under any name. Names are kept as hashes: what
-- is typed into that field is sometimes the password.
CREATE TABLE core.signin_throttle (
    key           text PRIMARY KEY,
    failures      integer NOT NULL DEFAULT 0,
    failed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    blocked_until timestamptz NOT NULL DEFAULT '-infinity',
    succeeded_at  timestamptz                                 -- of a name from an address: it is known there
);
CREATE INDEX signin_throttle_by_age ON core.signin_throttle (failed_at);

-- What no password may consist of, folded: lower case, no accents, no blanks.
CREATE TABLE core.common_password (
    word text PRIMARY KEY CHECK (word ~ '^[a-z0-9]+$')
);
