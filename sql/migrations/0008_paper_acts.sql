-- Paper stays possible: a signed act that somebody else records, with its number, its day and the scan. What was recorded from a paper names
-- it: recorded by one post, signed by another.

CREATE TABLE core.paper_act (
    id               uuid PRIMARY KEY,
    tenant_id        uuid NOT NULL REFERENCES core.tenant (id),  -- keeps it: of the recording post
    signer_post_id   uuid NOT NULL,
    signer_id        uuid NOT NULL,                              -- who held that post on the day of signing
    signer_tenant_id uuid NOT NULL,
    number           text NOT NULL CHECK (number <> ''),
    signed_on        date NOT NULL,
    signed_year      integer NOT NULL GENERATED ALWAYS AS (extract(year FROM signed_on)::integer) STORED,
    abstract         text NOT NULL CHECK (abstract <> ''),
    recorded_by      uuid NOT NULL REFERENCES core.post (id),
    recorded_on      date NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT paper_act_signer FOREIGN KEY (signer_post_id, signer_id, signer_tenant_id) REFERENCES core.post (id, person_id, tenant_id),
    CONSTRAINT paper_act_not_in_the_future CHECK (signed_on <= recorded_on),
    -- Of one body a number stands once in a year (NĐ 30/2020/NĐ-CP, Điều 15).
    CONSTRAINT paper_act_recorded_once UNIQUE (tenant_id, signer_tenant_id, number, signed_year)
);
CREATE INDEX paper_act_by_tenant ON core.paper_act (tenant_id, signed_on DESC, id DESC);

-- The scan, once: a signed paper is not replaced.
CREATE TABLE core.paper_act_file (
    paper_id    uuid PRIMARY KEY REFERENCES core.paper_act (id),
    file_name   text NOT NULL CHECK (file_name <> ''),
    media_type  text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    sha256      bytea NOT NULL CHECK (length(sha256) = 32),
    content     bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 20971520),
    recorded_by uuid NOT NULL REFERENCES core.post (id),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE core.launch_step ADD COLUMN paper_id uuid;
ALTER TABLE core.ruling ADD COLUMN paper_id uuid;
ALTER TABLE core.campaign_launch ADD COLUMN paper_id uuid REFERENCES core.paper_act (id);
