-- The installation: made once by the operator, who alone may move a demonstration's business date.

CREATE OR REPLACE FUNCTION core.install(kind text, business_date date)
RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
    INSERT INTO core.installation (kind, business_date) VALUES (install.kind, install.business_date)
    ON CONFLICT (singleton) DO NOTHING;
    -- HMAC-SHA256: a key of 32 random bytes, padded to the block of 64 and combined with the two pads.
    INSERT INTO core.actor_key (inner_pad, outer_pad)
    SELECT string_agg(decode(lpad(to_hex(get_byte(k.key, i) # 54), 2, '0'), 'hex'), ''::bytea ORDER BY i),
           string_agg(decode(lpad(to_hex(get_byte(k.key, i) # 92), 2, '0'), 'hex'), ''::bytea ORDER BY i)
    FROM (SELECT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                 || decode(repeat('00', 16), 'hex') AS key) AS k,
         generate_series(0, 63) AS i
    ON CONFLICT (singleton) DO NOTHING
$$;

-- Refused by constraint in a production database.
CREATE OR REPLACE FUNCTION core.move_business_date(day date)
RETURNS void
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$ UPDATE core.installation SET business_date = day $$;

REVOKE ALL ON FUNCTION core.install(text, date), core.move_business_date(date) FROM PUBLIC;

-- What the service may know of the schema before it serves.
GRANT SELECT ON core.schema_migration, core.routine_file, core.installation TO thidua_web, thidua_signin, thidua_worker;
