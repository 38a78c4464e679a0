-- Joiner, mover, leaver: who keeps a tenant's directory records them, nobody about himself, and nobody leaves or loses a post with work
-- still in his hands. Attacked in Tests/StorageTests/People.

DO $$
DECLARE
    relation text;
    rule     record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['person_move', 'person_release']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_routines ON core.%I TO thidua_owner USING (true) WITH CHECK (true)', relation);
        -- Why somebody left is for those who keep the directory.
        EXECUTE format('CREATE POLICY kept ON core.%I FOR SELECT TO thidua_tenant
            USING (tenant_id = (SELECT core.actor_tenant()) AND (SELECT core.actor_role_may(''directory.manage'')))', relation);
    END LOOP;
END
$$;

REVOKE ALL ON core.person_move, core.person_release FROM thidua_tenant;
GRANT SELECT, INSERT ON core.person_move TO thidua_tenant;
GRANT SELECT (id, tenant_id, person_id, to_tenant_id, document_number, recorded_by, recorded_on, recorded_at, taken_on, withdrawn_on),
    INSERT (id, tenant_id, person_id, to_tenant_id, code_hash, document_number, recorded_by, recorded_on), UPDATE (withdrawn_on)
    ON core.person_release TO thidua_tenant;

CREATE POLICY recorded ON core.person_move FOR INSERT TO thidua_tenant
    WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage'))
        AND person_id <> (SELECT core.actor_person())
        AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
        AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = person_move.tenant_id)
        AND (from_post_id IS NULL OR EXISTS (SELECT FROM core.post AS p WHERE p.id = from_post_id AND p.person_id = person_move.person_id))
        AND (to_post_id IS NULL OR EXISTS (SELECT FROM core.post AS p WHERE p.id = to_post_id AND p.person_id = person_move.person_id))
        AND (successor_post_id IS NULL OR EXISTS (SELECT FROM core.post AS p WHERE p.id = successor_post_id)));
CREATE POLICY recorded ON core.person_release FOR INSERT TO thidua_tenant
    WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage'))
        AND person_id <> (SELECT core.actor_person())
        AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
        AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id AND n.tenant_id = person_release.tenant_id AND n.ended_on IS NOT NULL));
CREATE POLICY withdrawn ON core.person_release FOR UPDATE TO thidua_tenant
    USING (tenant_id = (SELECT core.actor_writes()) AND (SELECT core.actor_may('directory.manage')) AND taken_on IS NULL AND withdrawn_on IS NULL)
    WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND withdrawn_on = (SELECT core.today()));

-- What is in a person's hands: items given to him, and those that a post of his is in charge of; neither accepted nor, by a document,
-- exempted or cancelled. `post`: only what he has by that post.
CREATE OR REPLACE FUNCTION core.items_in_hands(tenant uuid, person uuid, post uuid)
RETURNS TABLE (item_id uuid, unit_id uuid, is_doer boolean, is_leader boolean, is_whole boolean)
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT i.id, i.unit_id,
        coalesce(i.assignee_id = person AND (post IS NULL OR i.unit_id = h.unit_id), false),
        coalesce(i.unit_leader_id IN (SELECT p.id FROM core.post AS p WHERE p.person_id = person AND p.id = coalesce(post, p.id)), false),
        i.unit_id = i.tenant_id
    FROM core.work_item AS i
        LEFT JOIN core.post AS h ON h.id = post
    WHERE i.tenant_id = tenant
      AND (i.assignee_id = person AND (post IS NULL OR i.unit_id = h.unit_id)
        OR i.unit_leader_id IN (SELECT p.id FROM core.post AS p WHERE p.person_id = person AND p.id = coalesce(post, p.id)))
      AND NOT EXISTS (
            SELECT
            FROM core.ruling AS r
            WHERE r.tenant_id = i.tenant_id AND r.item_id = i.id AND r.voided_by IS NULL
              AND r.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred'))
$$;
REVOKE ALL ON FUNCTION core.items_in_hands(uuid, uuid, uuid) FROM PUBLIC;

-- The owner hands over in the acting tenant alone, by `owner_moves_dates` (55_parents.sql); what else of an item changes is stopped by its
-- trigger.

-- The same, for who keeps the directory to look at before. TD404: no such person here.
CREATE OR REPLACE FUNCTION core.person_hands(person uuid, post uuid)
RETURNS TABLE (item_id uuid, unit_id uuid, is_doer boolean, is_leader boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_may('directory.manage')
        OR NOT EXISTS (SELECT FROM core.person AS n WHERE n.id = person AND n.tenant_id = core.actor_writes()) THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    RETURN QUERY SELECT h.item_id, h.unit_id, h.is_doer, h.is_leader FROM core.items_in_hands(core.actor_writes(), person, post) AS h;
END
$$;

-- Hands over what is in a person's hands to the holder of another post, as far as that one works in the same sub-unit, and the rest back
-- to the unit where that was asked for. A part that was given to a person of the tenant as a whole has no other unit to go back to.
--
-- Answers how many items changed hands. TD404: no such person here.
CREATE OR REPLACE FUNCTION core.person_hand_over(person uuid, post uuid, successor uuid, to_unit boolean, reason text)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place uuid := core.actor_writes();
    heir  uuid;
    moved integer;
BEGIN
    IF NOT core.actor_may('directory.manage')
        OR NOT EXISTS (SELECT FROM core.person AS n WHERE n.id = person AND n.tenant_id = place) THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF person = core.actor_person() THEN
        RAISE EXCEPTION 'one''s own' USING ERRCODE = '23514', CONSTRAINT = 'person_moved_by_somebody_else';
    END IF;
    IF successor IS NOT NULL THEN
        SELECT p.person_id INTO heir
        FROM core.post AS p
            JOIN core.person AS n ON n.id = p.person_id
        WHERE p.id = successor
          AND p.tenant_id = place
          AND p.person_id <> person
          AND p.valid_from <= core.today()
          AND (p.valid_to IS NULL OR p.valid_to >= core.today())
          AND (n.ended_on IS NULL OR n.ended_on >= core.today());
        IF heir IS NULL THEN
            RAISE EXCEPTION 'no such post today' USING ERRCODE = '23514', CONSTRAINT = 'successor_holds_a_post';
        END IF;
    END IF;
    WITH given AS (
        SELECT h.item_id, h.is_doer, h.is_leader, h.is_whole,
            heir IS NOT NULL AND EXISTS (
                SELECT
                FROM core.post AS p
                WHERE p.person_id = heir
                  AND p.tenant_id = place
                  AND p.unit_id = h.unit_id
                  AND p.valid_from <= core.today()
                  AND (p.valid_to IS NULL OR p.valid_to >= core.today())) AS is_his
        FROM core.items_in_hands(place, person, post) AS h
    ), changed AS (
        UPDATE core.work_item AS i
        SET assignee_id = CASE WHEN NOT g.is_doer THEN i.assignee_id WHEN g.is_his THEN heir END,
            unit_leader_id = CASE WHEN g.is_leader THEN successor ELSE i.unit_leader_id END,
            change_reason = person_hand_over.reason,
            change_document_number = '',
            change_document_issuer = '',
            change_document_on = NULL
        FROM given AS g
        WHERE i.tenant_id = place
          AND i.id = g.item_id
          AND (NOT g.is_doer OR g.is_his OR (to_unit AND NOT g.is_whole))
          AND (NOT g.is_leader OR successor IS NOT NULL OR to_unit)
        RETURNING i.id
    )
    SELECT count(*) INTO moved FROM changed;
    IF EXISTS (SELECT FROM core.items_in_hands(place, person, post)) THEN
        RAISE EXCEPTION 'items are left' USING ERRCODE = '23514', CONSTRAINT = 'person_leaves_with_empty_hands';
    END IF;
    RETURN moved;
END
$$;

-- Nobody records his own leaving, and nobody leaves with work in his hands.
CREATE OR REPLACE FUNCTION core.person_leaves()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() OR OLD.ended_on IS NOT NULL THEN
        RETURN NULL;
    END IF;
    IF NEW.id = core.actor_person() THEN
        RAISE EXCEPTION 'one''s own' USING ERRCODE = '23514', CONSTRAINT = 'person_moved_by_somebody_else';
    END IF;
    IF EXISTS (SELECT FROM core.items_in_hands(NEW.tenant_id, NEW.id, NULL)) THEN
        RAISE EXCEPTION 'items are left' USING ERRCODE = '23514', CONSTRAINT = 'person_leaves_with_empty_hands';
    END IF;
    RETURN NULL;
END
$$;

-- Whoever gets an item is in service, and stays so until the item is written: leaving waits for it, and then sees it.
CREATE OR REPLACE FUNCTION core.work_item_assignee_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() OR (TG_OP = 'UPDATE' AND NEW.assignee_id IS NOT DISTINCT FROM OLD.assignee_id) THEN
        RETURN NEW;
    END IF;
    PERFORM FROM core.person AS n WHERE n.id = NEW.assignee_id AND n.ended_on IS NULL FOR SHARE;
    -- Whether there is such a person at all is the foreign key's to say, and the policies'.
    IF NOT FOUND AND EXISTS (
        SELECT FROM core.person AS n WHERE n.id = NEW.assignee_id AND n.tenant_id = NEW.tenant_id AND n.ended_on IS NOT NULL) THEN
        RAISE EXCEPTION 'the person leaves' USING ERRCODE = '23514', CONSTRAINT = 'assignee_is_in_service';
    END IF;
    RETURN NEW;
END
$$;

-- The other unit takes a released person on: a record of its own that goes on where the other ended. TD404: no such code for this unit, or
-- another name than the one it was written for; the answer is the same.
CREATE OR REPLACE FUNCTION core.release_take(code bytea, person uuid, full_name text, sort_key text, kind text, active_from date)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    place   uuid := core.actor_writes();
    release record;
BEGIN
    UPDATE core.person_release AS r
    SET taken_on = core.today()
    FROM core.person AS n
    WHERE core.actor_may('directory.manage')
      AND r.code_hash = sha256(code)
      AND r.to_tenant_id = place
      AND r.taken_on IS NULL
      AND r.withdrawn_on IS NULL
      AND n.id = r.person_id
      AND lower(n.full_name COLLATE "vi-x-icu") = lower(release_take.full_name COLLATE "vi-x-icu")
    RETURNING r.person_id, n.ended_on INTO release;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'nothing there' USING ERRCODE = 'TD404';
    END IF;
    IF active_from <= release.ended_on THEN
        RAISE EXCEPTION 'still in the service of the other unit' USING ERRCODE = '23514', CONSTRAINT = 'person_in_one_unit_at_a_time';
    END IF;
    INSERT INTO core.person (id, tenant_id, full_name, sort_key, kind, active_from, continues_id)
    VALUES (person, place, release_take.full_name, release_take.sort_key, release_take.kind, release_take.active_from, release.person_id);
END
$$;

-- The accounts of a tenant's people, for who keeps its directory; whether he may give a new link: not for those who hold more than the
-- tenant gives, not for himself, not for one that is shut.
CREATE OR REPLACE FUNCTION core.accounts_kept()
RETURNS TABLE (person_id uuid, username text, has_password boolean, may_reset boolean)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT a.person_id, a.username, a.password_hash IS NOT NULL,
        a.disabled_at IS NULL AND a.person_id <> core.actor_person() AND (n.ended_on IS NULL OR n.ended_on >= core.today())
        AND NOT EXISTS (
            SELECT
            FROM core.post AS p
                JOIN core.role AS r ON r.code = p.role
            WHERE p.person_id = a.person_id
              AND (p.valid_to IS NULL OR p.valid_to >= core.today())
              AND NOT (r.grantable AND p.tenant_id = n.tenant_id))
    FROM core.account AS a
        JOIN core.person AS n ON n.id = a.person_id
    WHERE n.tenant_id = core.actor_tenant()
      AND core.actor_may('directory.manage')
$$;

REVOKE ALL ON FUNCTION core.person_hands(uuid, uuid), core.person_hand_over(uuid, uuid, uuid, boolean, text), core.person_leaves(),
    core.work_item_assignee_guard(), core.release_take(bytea, uuid, text, text, text, date), core.accounts_kept() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.person_hands(uuid, uuid), core.person_hand_over(uuid, uuid, uuid, boolean, text),
    core.release_take(bytea, uuid, text, text, text, date), core.accounts_kept() TO thidua_tenant;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.person'::regclass AND tgname = 'leaves') THEN
        CREATE TRIGGER leaves AFTER UPDATE OF ended_on ON core.person FOR EACH ROW
            WHEN (NEW.ended_on IS NOT NULL) EXECUTE FUNCTION core.person_leaves();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.work_item'::regclass AND tgname = 'assignee') THEN
        CREATE TRIGGER assignee BEFORE INSERT OR UPDATE OF assignee_id ON core.work_item FOR EACH ROW
            WHEN (NEW.assignee_id IS NOT NULL) EXECUTE FUNCTION core.work_item_assignee_guard();
    END IF;
END
$$;
