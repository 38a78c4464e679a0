-- Sign-in by an OpenID provider: attempts under way, and which account a subject of a provider is.

-- One row from the redirect to the provider until its answer, ten minutes at most. What the browser keeps is known here by its hash.
CREATE TABLE core.openid_attempt (
    state_hash   bytea PRIMARY KEY CHECK (length(state_hash) = 32),
    browser_hash bytea NOT NULL CHECK (length(browser_hash) = 32),   -- the answer must come to the browser that asked
    nonce        text NOT NULL,
    verifier     text NOT NULL,                                      -- of PKCE; of use only together with the code
    account_id   uuid REFERENCES core.account (id) ON DELETE CASCADE, -- linking: whose account; none: signing in
    expires_at   timestamptz NOT NULL
);

-- A person links his own account while signed in; nobody does it for him.
CREATE TABLE core.openid_identity (
    issuer     text NOT NULL,
    subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    account_id uuid NOT NULL REFERENCES core.account (id),
    linked_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (issuer, subject),
    CONSTRAINT openid_one_identity_of_an_issuer UNIQUE (account_id, issuer)
);
