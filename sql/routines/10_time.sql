-- Dates and identifiers.
--
-- What requests ask again and again is in plpgsql, here and in what follows: an SQL function that is not inlined (SECURITY DEFINER, or with a
-- search_path of its own) is parsed and planned by each statement that calls it; plpgsql keeps its plans for the session.

-- The day on which business is done: the stored one in a demonstration, otherwise today in Việt Nam.
CREATE OR REPLACE FUNCTION core.today()
RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN coalesce(
        (SELECT business_date FROM core.installation),
        (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
END
$$;
REVOKE ALL ON FUNCTION core.today() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.today() TO thidua_tenant, office, home_affairs, leadership, council, media, auditor,
    thidua_web, thidua_worker, thidua_signin;

-- UUIDv7 for the rows that routines make themselves; the service makes its own.
CREATE OR REPLACE FUNCTION core.new_id()
RETURNS uuid
LANGUAGE sql VOLATILE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                FROM 1 FOR 6),
            52, 1), 53, 1), 'hex')::uuid
$$;
REVOKE ALL ON FUNCTION core.new_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.new_id() TO thidua_owner, thidua_migrator, thidua_tenant, office, leadership;
