-- Places made beforehand (sql/routines/60_tenant.sql): the schema place_… with a tenant's tables, partitions already of the tenant that will
-- be opened in it, their keys and their row level security. No role, no grant, no policy: nobody reads or writes there until it is opened.
CREATE TABLE core.place (
    id          uuid PRIMARY KEY,                            -- of the tenant to be
    prepared_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- How many are kept ready; when not said, two in a real province and none in a demonstration.
ALTER TABLE core.installation ADD COLUMN places integer CHECK (places BETWEEN 0 AND 200);
