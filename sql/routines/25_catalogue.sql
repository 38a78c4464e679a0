-- Small questions about the catalogue that policies ask.

-- The tenant of the province itself (the Chairman, the provincial council).
CREATE OR REPLACE FUNCTION core.province_tenant()
RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT id FROM core.tenant WHERE kind = 'province' ORDER BY opened_on DESC LIMIT 1 $$;

-- Whether a tenant may be written today: read for ever, no longer written once it is closed.
CREATE OR REPLACE FUNCTION core.tenant_is_open(tenant uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM core.tenant AS t
        WHERE t.id = tenant AND t.opened_on <= core.today() AND (t.closed_on IS NULL OR t.closed_on >= core.today()))
$$;

-- Directives kept by the province's own tenant are for everybody.
CREATE OR REPLACE FUNCTION core.issues_for_the_province(tenant_id uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT tenant_id = core.province_tenant() $$;

-- First tier: the departments and districts that the plan judges (A01), open on that day.
CREATE OR REPLACE FUNCTION core.first_tier(day date)
RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT t.id
    FROM core.tenant AS t
    WHERE t.kind IN ('department', 'district', 'commune')
      AND t.scope = 'award_subject'
      AND t.opened_on <= day
      AND (t.closed_on IS NULL OR t.closed_on >= day)
$$;

-- What a unit was called on a day.
CREATE OR REPLACE FUNCTION core.tenant_on(day date)
RETURNS TABLE (id uuid, slug text, kind text, scope text, parent_id uuid, "position" integer, opened_on date, closed_on date,
    code text, name text, full_name text)
LANGUAGE sql STABLE
AS $$
    SELECT t.id, t.slug, t.kind, t.scope, t.parent_id, t.position, t.opened_on, t.closed_on, n.code, n.name, n.full_name
    FROM core.tenant AS t
        CROSS JOIN LATERAL (
            SELECT v.code, v.name, v.full_name
            FROM core.tenant_name AS v
            WHERE v.tenant_id = t.id
            ORDER BY (v.valid_from <= day) DESC, CASE WHEN v.valid_from <= day THEN v.valid_from END DESC, v.valid_from
            LIMIT 1
        ) AS n
$$;

REVOKE ALL ON FUNCTION core.province_tenant(), core.tenant_is_open(uuid), core.issues_for_the_province(uuid), core.first_tier(date), core.tenant_on(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.province_tenant(), core.tenant_is_open(uuid), core.issues_for_the_province(uuid), core.first_tier(date), core.tenant_on(date)
    TO thidua_owner, thidua_migrator, thidua_tenant, office, home_affairs, leadership, council, media, auditor;
