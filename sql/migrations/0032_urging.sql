-- Letters by which the Office urges a unit about items that are overdue (công văn đôn đốc, D6), recorded after they were signed. What a letter
-- speaks of is a cause: an item and the due date that it has passed; the same cause is urged again only by who says so. What the columns under
-- "found" say, the guard of sql/routines/58_urging.sql reads.

CREATE TABLE core.urging (
    id          uuid PRIMARY KEY,
    tenant_id   uuid NOT NULL REFERENCES core.tenant (id),   -- the unit that is urged
    campaign_id uuid NOT NULL REFERENCES core.campaign (id),
    number      text NOT NULL CHECK (number ~ '\S'),         -- number and symbol, as the clerk gave them
    signed_on   date NOT NULL,
    items       uuid[] NOT NULL,                             -- of its ledger, given by the province
    is_again    boolean NOT NULL DEFAULT false,              -- said of a letter that speaks of a cause that was urged before
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- found
    facts       jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(facts) = 'array'),   -- item, code, dueOn: as they stood that day
    repeats     integer NOT NULL DEFAULT 0,                  -- of the items, how many were urged before about the same due date
    CONSTRAINT urging_of_overdue_items CHECK (items <> '{}' AND jsonb_array_length(facts) = cardinality(items)),
    CONSTRAINT urging_signed_already CHECK (signed_on <= recorded_on),
    CONSTRAINT urging_again_said CHECK (repeats = 0 OR is_again)
);
-- The numbers of one body begin anew each year.
CREATE UNIQUE INDEX urging_number_once ON core.urging (number, (extract(year FROM signed_on)::integer));
CREATE INDEX urging_by_tenant ON core.urging (tenant_id, campaign_id, id);
