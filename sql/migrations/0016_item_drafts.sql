-- An item before it is given (nháp): what its assigner has entered so far, in the words of the request that assigns. Its own part of the
-- assigner alone sees it; it is changed freely, then assigned as an item or discarded, once. Appended, never changed: each version names the one
-- before it, so that of two at once one is not the next.
CREATE TABLE core.item_draft (
    tenant_id        uuid NOT NULL,                              -- the assigner
    id               uuid NOT NULL,
    version          integer NOT NULL CHECK (version > 0),       -- 1, 2, 3 … of this draft
    unit_id          uuid NOT NULL,                              -- the part of the assigner that prepares it
    state            text NOT NULL CHECK (state IN ('draft', 'assigned', 'discarded')),
    entered          jsonb CHECK (jsonb_typeof(entered) = 'object'),
    previous_version integer,
    previous_state   text,
    item_tenant_id   uuid,                                       -- the item that it became
    item_id          uuid,
    item_code        text,                                       -- found: none where the acting post gave no such item today
    recorded_by      uuid NOT NULL,
    recorded_on      date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id, version),
    CONSTRAINT item_draft_key_for_the_next UNIQUE (tenant_id, id, version, state, unit_id),
    CONSTRAINT item_draft_of_one_item UNIQUE (tenant_id, item_id),
    CONSTRAINT item_draft_follows_the_one_before CHECK ((version = 1) = (previous_version IS NULL) AND (previous_version IS NULL) = (previous_state IS NULL)
                          AND (version = 1 OR previous_version = version - 1)),
    CONSTRAINT item_draft_begins_as_a_draft CHECK (version > 1 OR state = 'draft'),
    CONSTRAINT item_draft_is_open CHECK (coalesce(previous_state, 'draft') = 'draft'),
    CONSTRAINT item_draft_says_what_it_asks CHECK ((state = 'draft') = (entered IS NOT NULL)),
    CONSTRAINT item_draft_assigned_as_an_item CHECK ((state = 'assigned') = (item_id IS NOT NULL) AND (item_id IS NULL) = (item_tenant_id IS NULL)),
    CONSTRAINT item_draft_names_its_item CHECK (state <> 'assigned' OR item_code IS NOT NULL)
) PARTITION BY LIST (tenant_id);

-- Every paper of an item's life names who issued it: those of extensions and of correction records too.
ALTER TABLE core.extension_step ADD COLUMN document_issuer text NOT NULL DEFAULT '';
ALTER TABLE core.item_correction ADD COLUMN document_issuer text NOT NULL DEFAULT '';
