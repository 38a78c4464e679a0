-- What an officer of the province reads of the words in which a unit reports, rules, extends and changes: those of what was asked of the unit as a whole;
-- and of what is said of a launch and a motto: that of the unit as a whole. Of what it settles with its own parts he sees dates, figures, states and
-- papers, by which reviews count, and no notes (A59): 55_parents.sql keeps these columns from his role.

CREATE OR REPLACE FUNCTION core.asked_of_the_unit(place uuid, item uuid)
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN core.actor_may('province.read') AND EXISTS (
        SELECT
        FROM core.work_item AS i
        WHERE i.tenant_id = place
          AND i.id = item
          AND i.unit_id = i.tenant_id
          AND i.parent_id IS NULL);
END
$$;

CREATE OR REPLACE FUNCTION core.report_narrative(place uuid, report uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.narrative
    FROM core.progress AS x
    WHERE x.tenant_id = place
      AND x.id = report_narrative.report
      AND core.asked_of_the_unit(place, x.item_id)
$$;

CREATE OR REPLACE FUNCTION core.ruling_reason(place uuid, ruling uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.reason
    FROM core.ruling AS x
    WHERE x.tenant_id = place
      AND x.id = ruling_reason.ruling
      AND core.asked_of_the_unit(place, x.item_id)
$$;

CREATE OR REPLACE FUNCTION core.extension_reason(place uuid, step uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.reason
    FROM core.extension_step AS x
    WHERE x.tenant_id = place
      AND x.id = extension_reason.step
      AND core.asked_of_the_unit(place, x.item_id)
$$;

CREATE OR REPLACE FUNCTION core.change_reason(place uuid, item uuid, version integer)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.reason
    FROM core.work_item_change AS x
    WHERE x.tenant_id = place
      AND x.item_id = item
      AND x.version = change_reason.version
      AND core.asked_of_the_unit(place, x.item_id)
$$;

-- Of the launch of a unit as a whole.
CREATE OR REPLACE FUNCTION core.launch_note(place uuid, act uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.note
    FROM core.launch_step AS x
    WHERE x.tenant_id = place
      AND x.id = act
      AND x.unit_id = x.tenant_id
      AND core.actor_may('province.read')
$$;

CREATE OR REPLACE FUNCTION core.launch_plan_text(place uuid, act uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.document_text
    FROM core.launch_step AS x
    WHERE x.tenant_id = place
      AND x.id = act
      AND x.unit_id = x.tenant_id
      AND core.actor_may('province.read')
$$;

-- Of the motto of a unit as a whole.
CREATE OR REPLACE FUNCTION core.motto_words(place uuid, act uuid)
RETURNS text
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.words
    FROM core.motto_step AS x
    WHERE x.tenant_id = place
      AND x.id = act
      AND x.unit_id = x.tenant_id
      AND core.actor_may('province.read')
$$;

CREATE OR REPLACE FUNCTION core.motto_remarks(place uuid, act uuid)
RETURNS jsonb
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.remarks
    FROM core.motto_step AS x
    WHERE x.tenant_id = place
      AND x.id = act
      AND x.unit_id = x.tenant_id
      AND core.actor_may('province.read')
$$;

-- Who did the steps of an item, by the titles of the posts: known of one's own tenant, of every tenant to who reads the province, and of the
-- posts with a province-wide role to everybody.
CREATE OR REPLACE FUNCTION core.step_titles(posts uuid[])
RETURNS TABLE (id uuid, title text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.id, p.title
    FROM core.post AS p
        JOIN core.role AS r ON r.code = p.role
    WHERE p.id = ANY (posts)
      AND (p.tenant_id = core.actor_home() OR core.actor_may('province.read')
        OR (core.actor_present() AND r.province_role IS NOT NULL))
$$;

REVOKE ALL ON FUNCTION core.asked_of_the_unit(uuid, uuid), core.report_narrative(uuid, uuid), core.ruling_reason(uuid, uuid),
    core.extension_reason(uuid, uuid), core.change_reason(uuid, uuid, integer), core.launch_note(uuid, uuid), core.launch_plan_text(uuid, uuid),
    core.motto_words(uuid, uuid), core.motto_remarks(uuid, uuid), core.step_titles(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.report_narrative(uuid, uuid), core.ruling_reason(uuid, uuid), core.extension_reason(uuid, uuid),
    core.change_reason(uuid, uuid, integer), core.launch_note(uuid, uuid), core.launch_plan_text(uuid, uuid), core.motto_words(uuid, uuid),
    core.motto_remarks(uuid, uuid) TO office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.step_titles(uuid[]) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
