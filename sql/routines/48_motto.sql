-- The motto (A53, A54). The guard reads what stands and says it in the row, where constraints judge it: they speak after the row policies, so
-- that nobody learns of a unit that is not his.

-- Who comments on a unit of the first tier: the Office and Home Affairs, neither on itself (A66).
CREATE OR REPLACE FUNCTION core.motto_commenters(tenant uuid)
RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT array_agg(b.body ORDER BY b.position)
    FROM (VALUES ('office', 'office', 1), ('homeAffairs', 'home_affairs', 2)) AS b (body, province_role, position)
    WHERE NOT EXISTS (
        SELECT
        FROM core.post AS p
            JOIN core.role AS r ON r.code = p.role
        WHERE p.tenant_id = tenant
          AND r.province_role = b.province_role
          AND p.valid_from <= core.today()
          AND (p.valid_to IS NULL OR p.valid_to >= core.today()))
$$;

-- Units of the acting post's tenant on which the acting persons do not decide (A66): where they hold posts, and what that stands under.
CREATE OR REPLACE FUNCTION core.motto_barred_units()
RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH RECURSIVE latest AS (
        SELECT DISTINCT ON (v.unit_id) v.unit_id, v.parent_id
        FROM core.sub_unit_version AS v
        WHERE v.tenant_id = core.actor_home()
          AND v.valid_from <= core.today()
        ORDER BY v.unit_id, v.valid_from DESC
    ), line AS (
        SELECT s.unit_id FROM unnest(core.actor_seats()) AS s (unit_id)
        UNION
        SELECT l.parent_id FROM line JOIN latest AS l ON l.unit_id = line.unit_id WHERE l.parent_id IS NOT NULL
    )
    SELECT array_agg(line.unit_id) FROM line
$$;

-- Whether one of the acting persons assessed this unit in this review: who assesses is not who decides.
CREATE OR REPLACE FUNCTION core.motto_assessed_by_actor(tenant uuid, campaign uuid, unit uuid, review text)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT EXISTS (
        SELECT
        FROM core.motto_step AS s
            JOIN core.post AS p ON p.id = s.recorded_by
            LEFT JOIN core.delegation AS d ON d.id = s.delegation_id
        WHERE s.tenant_id = motto_assessed_by_actor.tenant
          AND s.campaign_id = motto_assessed_by_actor.campaign
          AND s.unit_id = motto_assessed_by_actor.unit
          AND s.review = motto_assessed_by_actor.review
          AND s.step = 'assessed'
          AND (p.person_id = ANY (core.actor_persons()) OR d.delegate_id = ANY (core.actor_persons())))
$$;

REVOKE ALL ON FUNCTION core.motto_commenters(uuid), core.motto_barred_units(), core.motto_assessed_by_actor(uuid, uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.motto_commenters(uuid), core.motto_barred_units(), core.motto_assessed_by_actor(uuid, uuid, uuid, text)
    TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

CREATE OR REPLACE FUNCTION core.motto_step_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    so_far record;
BEGIN
    SELECT coalesce(max(s.position), 0) AS steps, max(s.happened_on) AS last_on,
        max(s.position) FILTER (WHERE s.step = 'assessed') AS assessed,
        max(s.position) FILTER (WHERE s.body = 'office') AS office,
        max(s.position) FILTER (WHERE s.body = 'homeAffairs') AS home_affairs,
        coalesce(bool_or(s.accepted IS NOT NULL), false) AS decided,
        coalesce(bool_or(s.criticism <> ''), false) AS criticised
    INTO so_far
    FROM core.motto_step AS s
    WHERE s.tenant_id = NEW.tenant_id AND s.campaign_id = NEW.campaign_id AND s.unit_id = NEW.unit_id AND s.review = NEW.review;
    NEW.not_before := so_far.last_on;
    NEW.standing := CASE
        -- Somebody else was first: the place is taken, and the key of the places says so. A place further on is nobody's yet.
        WHEN NEW.position <= so_far.steps THEN 'overtaken'
        WHEN NEW.position > so_far.steps + 1 THEN 'ahead'
        WHEN so_far.decided THEN 'decided'
        WHEN so_far.assessed IS NOT NULL THEN 'assessed'
        ELSE 'open'
    END;
    NEW.plan_parts := ARRAY(
        SELECT part.value ->> 'code'
        FROM core.campaign AS c
            CROSS JOIN LATERAL jsonb_array_elements(c.document #> '{motto,parts}') WITH ORDINALITY AS part (value, position)
        WHERE c.id = NEW.campaign_id
        ORDER BY part.position);
    -- By a paper that somebody put before the council, or by what the Chairman signed here (A54, A67).
    NEW.criticised := so_far.criticised OR core.criticised(NEW.tenant_id, NEW.campaign_id, NEW.review, NEW.unit_id);
    NEW.unheard := so_far.assessed IS NULL
        OR (NEW.unit_id = NEW.tenant_id
            AND (('office' = ANY (core.motto_commenters(NEW.tenant_id)) AND coalesce(so_far.office, 0) < so_far.assessed)
                OR ('homeAffairs' = ANY (core.motto_commenters(NEW.tenant_id)) AND coalesce(so_far.home_affairs, 0) < so_far.assessed)));
    NEW.delegation_id := core.actor_delegation();
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.motto_step_guard() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.motto_step'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.motto_step FOR EACH ROW EXECUTE FUNCTION core.motto_step_guard();
    END IF;
END
$$;
