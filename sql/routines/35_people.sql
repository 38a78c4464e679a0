-- Who keeps people and posts: a tenant's own managers (directory.manage), nobody else's, and never past their own rights.
-- The ways to more than one's own that are closed here, each attacked in Tests/StorageTests/People:
--   a post with a role that only the operator gives (core.role.grantable); a post for a person of another tenant or in
--   another tenant; a post for oneself; turning an existing post into another, or an ended one back on; a sub-unit that is
--   not the tenant's; an account for somebody who holds more than his tenant can give (40_signin.sql).

REVOKE INSERT, UPDATE ON core.person, core.post FROM thidua_tenant;
GRANT INSERT (id, tenant_id, full_name, sort_key, kind, active_from), UPDATE (full_name, sort_key, kind, changed_on, ended_on)
    ON core.person TO thidua_tenant;
GRANT INSERT (id, person_id, tenant_id, unit_id, role, title, leader_rank, valid_from, valid_to), UPDATE (valid_to)
    ON core.post TO thidua_tenant;

CREATE POLICY managed_add ON core.person FOR INSERT TO thidua_tenant
    WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage')));
CREATE POLICY managed_change ON core.person FOR UPDATE TO thidua_tenant
    USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage')))
    WITH CHECK (tenant_id = (SELECT core.actor_writes()));

CREATE POLICY managed_add ON core.post FOR INSERT TO thidua_tenant
    WITH CHECK (
        tenant_id = (SELECT core.actor_writes())
        AND (SELECT core.actor_may('directory.manage'))
        AND person_id <> (SELECT core.actor_person())
        AND role IN (SELECT r.code FROM core.role AS r WHERE r.grantable)
        AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = post.tenant_id));
CREATE POLICY managed_change ON core.post FOR UPDATE TO thidua_tenant
    USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage'))
        AND role IN (SELECT r.code FROM core.role AS r WHERE r.grantable))
    WITH CHECK (tenant_id = (SELECT core.actor_writes()));

-- Changes of one tenant's directory that must agree with each other wait for each other on the tenant's row: the tree takes
-- it for itself, posts share it. (Foreign keys to core.tenant do not wait.)
CREATE OR REPLACE FUNCTION core.directory_lock(tenant uuid, exclusively boolean)
RETURNS void
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF exclusively THEN
        PERFORM FROM core.tenant AS t WHERE t.id = directory_lock.tenant FOR NO KEY UPDATE;
    ELSE
        PERFORM FROM core.tenant AS t WHERE t.id = directory_lock.tenant FOR SHARE;
    END IF;
END
$$;

-- A change of name or kind leaves what the record said before, with its days. Leaving is a day, set once by the unit.
CREATE OR REPLACE FUNCTION core.person_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    since date := coalesce(OLD.changed_on, OLD.active_from);
BEGIN
    IF NEW.id <> OLD.id OR NEW.tenant_id <> OLD.tenant_id OR NEW.active_from <> OLD.active_from OR NEW.recorded_at <> OLD.recorded_at THEN
        RAISE EXCEPTION 'a person stays who he is' USING ERRCODE = 'TD422';
    END IF;
    IF OLD.ended_on IS NOT NULL AND NEW.ended_on IS DISTINCT FROM OLD.ended_on AND core.actor_present() THEN
        RAISE EXCEPTION 'the person has left' USING ERRCODE = '23514', CONSTRAINT = 'person_leaves_once';
    END IF;
    NEW.version := OLD.version + 1;
    IF NEW.full_name <> OLD.full_name OR NEW.kind <> OLD.kind THEN
        NEW.changed_on := coalesce(NEW.changed_on, since);
        IF NEW.changed_on < since OR NEW.changed_on > core.today() THEN
            RAISE EXCEPTION 'not between the last change and today' USING ERRCODE = '23514', CONSTRAINT = 'person_changes_in_order';
        END IF;
        INSERT INTO core.person_before (person_id, version, tenant_id, full_name, kind, valid_from, valid_to, changed_by)
        VALUES (OLD.id, OLD.version, OLD.tenant_id, OLD.full_name, OLD.kind, since, NEW.changed_on - 1, core.actor_post());
    ELSE
        NEW.changed_on := OLD.changed_on;
    END IF;
    RETURN NEW;
END
$$;

-- Who has left holds no post any more, in any tenant; a post that was to begin later is never held.
CREATE OR REPLACE FUNCTION core.person_left()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    UPDATE core.post AS p
    SET valid_to = greatest(NEW.ended_on, p.valid_from - 1)
    WHERE p.person_id = NEW.id
      AND (p.valid_to IS NULL OR p.valid_to > greatest(NEW.ended_on, p.valid_from - 1));
    RETURN NULL;
END
$$;

-- Whether a sub-unit is a xã, phường, thị trấn or stands below one, on a day; the tenant itself is none of its own parts, whatever it is.
CREATE OR REPLACE FUNCTION core.unit_in_a_commune(tenant uuid, unit uuid, day date)
RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH RECURSIVE above AS (
        SELECT unit_in_a_commune.unit AS unit_id, NULL::text AS kind
        UNION
        SELECT v.parent_id, v.kind
        FROM above AS a
            CROSS JOIN LATERAL (
                SELECT w.parent_id, w.kind
                FROM core.sub_unit_version AS w
                WHERE w.tenant_id = unit_in_a_commune.tenant AND w.unit_id = a.unit_id AND w.valid_from <= unit_in_a_commune.day
                ORDER BY w.valid_from DESC
                LIMIT 1
            ) AS v
        WHERE a.unit_id <> unit_in_a_commune.tenant
    )
    SELECT EXISTS (SELECT FROM above AS a WHERE a.kind IN ('xa', 'phuong', 'thi_tran'))
$$;

-- A post is at a sub-unit of its tenant that is open, and held by somebody who is there, as long as it lasts; one that sees the whole tenant
-- is at a part of it only where it may be (`Role.mayBe` in Sources/Domain/Access).
CREATE OR REPLACE FUNCTION core.post_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    last date := coalesce(NEW.valid_to, 'infinity');
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - '{valid_to,version}'::text[] <> to_jsonb(OLD) - '{valid_to,version}'::text[] THEN
            RAISE EXCEPTION 'a post stays what it is' USING ERRCODE = 'TD422';
        END IF;
        NEW.version := OLD.version + 1;
        IF last <= coalesce(OLD.valid_to, 'infinity') THEN
            RETURN NEW;
        END IF;
        IF OLD.valid_to < core.today() AND core.actor_present() THEN
            RAISE EXCEPTION 'the post is over' USING ERRCODE = '23514', CONSTRAINT = 'post_ends_once';
        END IF;
    END IF;
    IF last < NEW.valid_from THEN
        RETURN NEW;
    END IF;
    PERFORM core.directory_lock(NEW.tenant_id, exclusively => false);
    -- Of another tenant's units the acting officer learns nothing here: the row policy refuses him.
    IF (core.actor() IS NULL OR NEW.tenant_id = core.actor_home()) AND NOT EXISTS (
        SELECT
        FROM core.sub_unit AS u
        WHERE u.tenant_id = NEW.tenant_id
          AND u.id = NEW.unit_id
          AND u.opened_on <= NEW.valid_from
          AND (u.closed_on IS NULL OR u.closed_on >= last)) THEN
        RAISE EXCEPTION 'no such sub-unit at that time' USING ERRCODE = '23514', CONSTRAINT = 'post_at_an_open_unit';
    END IF;
    -- The head of a unit is head of the whole, and who else sees the whole sits in no xã, phường, thị trấn: its officers see their own alone.
    -- What the operator loads without anybody seated is not looked at.
    IF NEW.unit_id <> NEW.tenant_id AND NEW.tenant_id = core.actor_home()
        AND EXISTS (SELECT FROM core.role AS r WHERE r.code = NEW.role AND r.reach = 'tenant')
        AND (NEW.role = 'unit_head' OR core.unit_in_a_commune(NEW.tenant_id, NEW.unit_id, NEW.valid_from)) THEN
        RAISE EXCEPTION 'the role reaches past this part of the tenant' USING ERRCODE = '23514', CONSTRAINT = 'post_role_at_its_place';
    END IF;
    PERFORM
    FROM core.person AS n
    WHERE n.id = NEW.person_id
      AND n.active_from <= NEW.valid_from
      AND (n.ended_on IS NULL OR n.ended_on >= last)
    FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the person is not there at that time' USING ERRCODE = '23514', CONSTRAINT = 'post_in_its_persons_time';
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.directory_lock(uuid, boolean), core.person_guard(), core.person_left(), core.unit_in_a_commune(uuid, uuid, date),
    core.post_guard() FROM PUBLIC;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.person'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE UPDATE ON core.person FOR EACH ROW EXECUTE FUNCTION core.person_guard();
        CREATE TRIGGER left_office AFTER UPDATE OF ended_on ON core.person FOR EACH ROW
            WHEN (NEW.ended_on IS NOT NULL) EXECUTE FUNCTION core.person_left();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.post'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.post FOR EACH ROW EXECUTE FUNCTION core.post_guard();
    END IF;
END
$$;

-- Every record of a person, also in the units in which he was before and after: who moves is taken on under a new one.
CREATE OR REPLACE FUNCTION core.person_records(person uuid)
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH RECURSIVE record AS (
        SELECT person AS id
        UNION
        SELECT next.id
        FROM record
            CROSS JOIN LATERAL (
                SELECT p.continues_id AS id FROM core.person AS p WHERE p.id = record.id AND p.continues_id IS NOT NULL
                UNION ALL
                SELECT p.id FROM core.person AS p WHERE p.continues_id = record.id
            ) AS next
    )
    SELECT id FROM record WHERE id IS NOT NULL
$$;

-- The same as far as the acting officer sees the records.
CREATE OR REPLACE FUNCTION core.person_records_in_sight(person uuid)
RETURNS SETOF uuid
LANGUAGE sql STABLE
AS $$
    WITH RECURSIVE record AS (
        SELECT person AS id
        UNION
        SELECT next.id
        FROM record
            CROSS JOIN LATERAL (
                SELECT p.continues_id AS id FROM core.person AS p WHERE p.id = record.id AND p.continues_id IS NOT NULL
                UNION ALL
                SELECT p.id FROM core.person AS p WHERE p.continues_id = record.id
            ) AS next
    )
    SELECT id FROM record WHERE id IS NOT NULL
$$;
REVOKE ALL ON FUNCTION core.person_records_in_sight(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.person_records_in_sight(uuid) TO thidua_tenant, office, home_affairs, leadership, council, auditor;

-- The first of them, by which he is known whoever proposes him.
CREATE OR REPLACE FUNCTION core.person_root(person uuid)
RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.id
    FROM core.person_records(person) AS r (id)
        JOIN core.person AS p ON p.id = r.id
    WHERE p.continues_id IS NULL
$$;

REVOKE ALL ON FUNCTION core.person_records(uuid), core.person_root(uuid) FROM PUBLIC;
