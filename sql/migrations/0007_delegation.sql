-- Acting for another: which of a post's deeds somebody else does in its holder's stead, for how long and in which form; and, on acts
-- themselves, under which delegation they were done (NĐ 30/2020/NĐ-CP, Điều 13).

ALTER TABLE core.post ADD CONSTRAINT post_key_for_delegation UNIQUE (id, person_id, tenant_id);

CREATE TABLE core.delegation (
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL REFERENCES core.tenant (id),
    post_id          uuid NOT NULL,                          -- in whose stead
    giver_id         uuid NOT NULL,                          -- who holds that post
    delegate_post_id uuid NOT NULL,                          -- the delegate's own post: its title stands under his signature
    delegate_id      uuid NOT NULL,
    form             text NOT NULL CHECK (form IN ('kt', 'tl', 'tuq')),
    scope            text[] NOT NULL,                        -- actions, some of those of the post's role
    valid_from       date NOT NULL,
    valid_to         date NOT NULL,                          -- last day, inclusive
    reason           text NOT NULL CHECK (reason <> ''),
    document_number  text NOT NULL DEFAULT '',
    given_by         uuid NOT NULL REFERENCES core.post (id),
    recorded_on      date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at       timestamptz,
    revoked_by       uuid REFERENCES core.post (id),         -- none: the operator
    revoked_reason   text CHECK (revoked_reason <> ''),
    version          integer NOT NULL DEFAULT 1,
    CONSTRAINT delegation_of_a_post FOREIGN KEY (post_id, giver_id, tenant_id) REFERENCES core.post (id, person_id, tenant_id),
    CONSTRAINT delegation_to_a_post FOREIGN KEY (delegate_post_id, delegate_id, tenant_id) REFERENCES core.post (id, person_id, tenant_id),
    CONSTRAINT delegation_not_to_oneself CHECK (delegate_id <> giver_id),
    CONSTRAINT delegation_of_something CHECK (cardinality(scope) > 0),
    -- What nobody lends: who keeps the directory could give rights for good, a delegation is not passed on, a vote is personal.
    CONSTRAINT delegation_of_what_is_lent CHECK (NOT scope && ARRAY['directory.manage', 'delegation.give', 'motto.decide']),
    CONSTRAINT delegation_not_backdated CHECK (valid_from >= recorded_on),
    CONSTRAINT delegation_ends_after_the_start CHECK (valid_to >= valid_from),
    CONSTRAINT delegation_by_mandate_has_its_document CHECK (form <> 'tuq' OR document_number <> ''),
    CONSTRAINT delegation_revoked_with_a_reason CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL)),
    CONSTRAINT delegation_once_at_a_time EXCLUDE USING gist (
        post_id WITH =, delegate_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (revoked_at IS NULL)
);
CREATE INDEX delegation_by_tenant ON core.delegation (tenant_id, valid_from DESC, id DESC);
CREATE INDEX delegation_by_delegate ON core.delegation (delegate_id);

-- A session under a delegation: its post is then the giver's.
ALTER TABLE core.credential ADD COLUMN delegation_id uuid REFERENCES core.delegation (id);

-- Under which delegation an act was done; written by trigger alone (44_delegation.sql).
ALTER TABLE core.launch_step ADD COLUMN delegation_id uuid;
ALTER TABLE core.progress ADD COLUMN delegation_id uuid;
ALTER TABLE core.ruling ADD COLUMN delegation_id uuid;
ALTER TABLE core.campaign_launch ADD COLUMN delegation_id uuid REFERENCES core.delegation (id);
