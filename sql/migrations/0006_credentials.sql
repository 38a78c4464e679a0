-- The second factor of an account (TOTP, RFC 6238) with its recovery codes, the roles that ask for one, how each session was proven, and
-- what an API token may do.

-- Which roles ask for a second factor, and since when; of the kind of installation that it is. In force is the latest of a role that has
-- begun. The first rows are in 44_second_factor.sql; the operator adds others, and none is ever changed.
CREATE TABLE core.factor_policy (
    kind        text NOT NULL CHECK (kind IN ('production', 'demonstration')),
    role        text NOT NULL REFERENCES core.role (code),
    since       timestamptz NOT NULL,                        -- by the real clock
    required    boolean NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (kind, role, since)
);

-- What an account proves itself with beside its password. It is of use once a code of it was shown; ended, the secret is gone.
CREATE TABLE core.second_factor (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES core.account (id),
    secret       bytea CHECK (length(secret) = 20),          -- 160 bits, as RFC 4226 asks; read by the sign-in login's routines alone
    begun_by     uuid NOT NULL REFERENCES core.credential (id),   -- the session that alone may show the first code
    begun_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_at timestamptz,
    ended_at     timestamptz,
    ended_by     uuid REFERENCES core.post (id),             -- none: the operator
    reason       text CHECK (reason <> ''),                  -- of the end
    CONSTRAINT second_factor_ends_with_a_reason CHECK ((ended_at IS NULL) = (reason IS NULL)),
    CONSTRAINT second_factor_forgets_its_secret CHECK ((ended_at IS NULL) = (secret IS NOT NULL)),
    CONSTRAINT second_factor_ended_by_somebody CHECK (ended_by IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX second_factor_one_at_a_time ON core.second_factor (account_id) WHERE confirmed_at IS NOT NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX second_factor_begun_once ON core.second_factor (account_id) WHERE confirmed_at IS NULL AND ended_at IS NULL;

-- The 30 seconds whose code was used: none works twice, on however many connections at once.
CREATE TABLE core.factor_use (
    factor_id uuid NOT NULL REFERENCES core.second_factor (id),
    time_step bigint NOT NULL CHECK (time_step > 0),
    CONSTRAINT factor_code_works_once PRIMARY KEY (factor_id, time_step)
);

-- For who lost his telephone: ten codes, each of 60 random bits and good once; only the SHA-256 is kept.
CREATE TABLE core.recovery_code (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES core.account (id),
    code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at    timestamptz,
    UNIQUE (account_id, code_hash)
);

-- A sign-in between the password and the code, five minutes at most. Of its 256 random bits only the SHA-256 is kept.
CREATE TABLE core.signin_step (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id uuid NOT NULL REFERENCES core.account (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);

-- With what a session was opened; a token has it from the session that it was made from.
ALTER TABLE core.credential
    ADD COLUMN proof text NOT NULL DEFAULT 'password' CHECK (proof IN ('password', 'totp', 'recovery', 'provider'));

-- What a token may do, by the names of deeds (Sources/Domain/Access/Deed.swift), and by which its owner knows it again. None: everything
-- that its post may, as a session; so are the tokens with which the operator loads a demonstration, and those from before there were
-- scopes, until they expire.
ALTER TABLE core.credential
    ADD COLUMN scopes text[] CHECK (cardinality(scopes) > 0 AND array_to_string(scopes, ',') ~ '^[a-z_.,]+$'),
    ADD COLUMN token_prefix text CHECK (token_prefix ~ '^tdx_[A-Za-z0-9_-]{4}$'),
    ADD CONSTRAINT credential_scopes_of_tokens CHECK (kind = 'token' OR scopes IS NULL);

-- So long a token lasts at most.
ALTER TABLE core.installation
    ADD COLUMN token_days integer NOT NULL DEFAULT 366 CHECK (token_days BETWEEN 1 AND 366);
