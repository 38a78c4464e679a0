-- The parents: read by the province-wide roles, written by the Office where the plan says so. A tenant's role has no
-- privilege on them, and the province-wide roles have none on any tenant's schema.

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    -- What is told in words of reports, rulings, extensions and changes, of launches and mottos is asked of 56_words.sql: inside a unit it stays
    -- inside (A59).
    words    constant jsonb := '{"progress": ["narrative"], "ruling": ["reason"], "extension_step": ["reason"], "work_item_change": ["reason"],
        "work_item": ["change_reason"], "launch_step": ["note", "document_text"], "motto_step": ["words", "remarks"]}';
    relation text;
    rule     record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['sub_unit', 'sub_unit_version', 'launch', 'launch_step', 'work_item', 'work_item_change', 'progress', 'ruling',
        'extension_step', 'dispute_step', 'evidence', 'evidence_chunk', 'occurrence', 'item_source', 'item_correction', 'inbox', 'draft',
        'draft_step', 'motto_step', 'item_draft']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        -- Drafts stay inside the unit (A59); what a result rests on is read by who asked for it, and so is a dispute, below.
        IF relation NOT IN ('inbox', 'draft', 'draft_step', 'item_draft', 'evidence', 'evidence_chunk', 'dispute_step') THEN
            IF words ? relation THEN
                EXECUTE format('REVOKE SELECT ON core.%I FROM %s', relation, province);
            END IF;
            EXECUTE format('GRANT SELECT %s ON core.%I TO %s', CASE WHEN words ? relation THEN (
                    SELECT format('(%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum))
                    FROM pg_attribute AS a
                    WHERE a.attrelid = format('core.%I', relation)::regclass AND a.attnum > 0 AND NOT a.attisdropped
                      AND NOT words -> relation ? a.attname::text)
                END, relation, province);
            EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, province);
        END IF;
    END LOOP;

    -- What the Office prepares to give; nobody else of the province reads it.
    GRANT SELECT, INSERT ON core.item_draft TO office;
    CREATE POLICY prepared_by_the_office ON core.item_draft FOR SELECT TO office
        USING (unit_id = (SELECT core.actor_unit()) AND (SELECT core.actor_may('item.assign')) AND core.tenant_is_open(tenant_id));
    CREATE POLICY drafted_by_the_office ON core.item_draft FOR INSERT TO office
        WITH CHECK (unit_id = (SELECT core.actor_unit()) AND (SELECT core.actor_may('item.assign')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    GRANT INSERT, UPDATE ON core.work_item TO office;
    CREATE POLICY assigned_by_the_office ON core.work_item FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('item.assign')) AND assigner_tenant_id = (SELECT core.actor_home()) AND unit_id = tenant_id
            AND core.tenant_is_open(tenant_id) AND parent_id IS NULL AND assigner_post_id = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY changed_by_the_office ON core.work_item FOR UPDATE TO office
        USING ((SELECT core.actor_may('item.assign')) AND assigner_tenant_id = (SELECT core.actor_home()) AND unit_id = tenant_id)
        WITH CHECK (assigner_tenant_id = (SELECT core.actor_home()) AND unit_id = tenant_id AND core.tenant_is_open(tenant_id));
    -- What was given is ruled on also when the unit has ended since: its results are judged, its items pass on (A73), and it may co-ordinate in what
    -- another leads. Disputes and requests for time that it left behind are answered likewise, below.
    GRANT INSERT ON core.ruling TO office;
    CREATE POLICY ruled_by_the_office ON core.ruling FOR INSERT TO office
        WITH CHECK (kind NOT IN ('withdrawn', 'succeeded') AND paper_id IS NULL AND (SELECT core.actor_may('item.rule'))
            AND assigner_tenant_id = (SELECT core.actor_home()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            -- Nobody accepts what his own unit did (A66), whatever post he acts in; a co-ordinating item only follows its lead's.
            AND ((tenant_id <> assigner_tenant_id AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[]))
                OR EXISTS (SELECT FROM core.work_item AS i WHERE i.tenant_id = ruling.tenant_id AND i.id = item_id AND i.role = 'coordinate')));
    -- From a signed paper: a leader's of the Office in its name, or of the province's leader on what the Office gave itself (A66).
    CREATE POLICY recorded_from_a_paper ON core.ruling FOR INSERT TO office
        WITH CHECK (kind NOT IN ('withdrawn', 'succeeded') AND paper_id IS NOT NULL AND (SELECT core.actor_may('paper.record'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND core.paper_lends(paper_id, 'item.rule')
            AND EXISTS (
                SELECT
                FROM core.work_item AS i
                WHERE i.tenant_id = ruling.tenant_id AND i.id = item_id AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
                    AND i.assigner_tenant_id = (SELECT core.actor_home())
                    AND (i.role = 'coordinate'
                        OR CASE WHEN i.tenant_id = i.assigner_tenant_id
                            THEN i.tenant_id <> ALL (core.paper_tenants(paper_id)) AND coalesce(i.province_leader_id, core.paper_post(paper_id)) = core.paper_post(paper_id)
                            ELSE i.assigner_tenant_id = ANY (core.paper_tenants(paper_id)) AND i.tenant_id <> ALL (core.paper_tenants(paper_id)) END)));
    -- What the Office gave itself, the leader in charge rules on (A66): whoever of the leadership, where none is named.
    GRANT INSERT ON core.ruling TO leadership;
    CREATE POLICY ruled_by_the_leader_in_charge ON core.ruling FOR INSERT TO leadership
        WITH CHECK (kind NOT IN ('withdrawn', 'succeeded') AND paper_id IS NULL AND (SELECT core.actor_may('item.rule'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (
                SELECT FROM core.work_item AS i
                WHERE i.tenant_id = ruling.tenant_id AND i.id = item_id AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
                    AND ((i.role = 'lead' AND i.tenant_id = i.assigner_tenant_id AND i.tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
                            AND coalesce(i.province_leader_id, (SELECT core.actor_post())) = (SELECT core.actor_post()))
                        OR (i.role = 'coordinate' AND i.lead_tenant_id = i.assigner_tenant_id))));

    -- What a result rests on is read by who asked for it (A59): of the province's orders the Office and the leadership, nobody else.
    EXECUTE format('GRANT SELECT ON core.evidence, core.evidence_chunk TO %s', province);
    CREATE POLICY asked_for ON core.evidence FOR SELECT TO office, leadership
        USING ((SELECT core.actor_may('item.rule')) AND unit_id = tenant_id
            AND EXISTS (SELECT FROM core.work_item AS i WHERE i.tenant_id = evidence.tenant_id AND i.id = item_id AND i.parent_id IS NULL));
    CREATE POLICY asked_for ON core.evidence_chunk FOR SELECT TO office, leadership
        USING (EXISTS (SELECT FROM core.evidence AS e WHERE e.tenant_id = evidence_chunk.tenant_id AND e.id = evidence_id));

    -- Extensions of what the Office gave are the Office's to decide. On its due date one that is undecided goes to the Chairman, and after
    -- the fact he alone signs (A27); of what the Office gave itself the leader in charge decides, and nobody of it grants time to a unit in which
    -- he sits as well (A66).
    GRANT INSERT ON core.extension_step TO office, leadership;
    CREATE POLICY decided_by_the_office ON core.extension_step FOR INSERT TO office
        WITH CHECK (step <> 'asked' AND NOT post_facto AND (SELECT core.actor_may('item.rule'))
            AND assigner_tenant_id = (SELECT core.actor_home()) AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY decided_by_the_leadership ON core.extension_step FOR INSERT TO leadership
        WITH CHECK (step <> 'asked' AND (SELECT core.actor_may('item.rule'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (
                SELECT FROM core.work_item AS i
                WHERE i.tenant_id = extension_step.tenant_id AND i.id = item_id AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
                    AND (((SELECT (core.actor())[6]) = 'chairman' AND (post_facto OR due_before <= (SELECT core.today())))
                        OR (NOT post_facto AND i.tenant_id = i.assigner_tenant_id
                            AND coalesce(i.province_leader_id, (SELECT core.actor_post())) = (SELECT core.actor_post())))));

    -- What the Office says of the items that it gave beyond their terms.
    GRANT INSERT ON core.occurrence, core.item_source, core.item_correction TO office;
    CREATE POLICY given_by_the_office ON core.occurrence FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('item.assign')) AND assigner_tenant_id = (SELECT core.actor_home()) AND unit_id = tenant_id
            AND core.tenant_is_open(tenant_id) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY given_by_the_office ON core.item_source FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('item.assign')) AND assigner_tenant_id = (SELECT core.actor_home()) AND unit_id = tenant_id
            AND core.tenant_is_open(tenant_id) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.directive AS d WHERE d.id = directive_id));
    CREATE POLICY recorded_by_the_office ON core.item_correction FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('item.assign')) AND (SELECT core.actor_may('item.rule')) AND assigner_tenant_id = (SELECT core.actor_home())
            AND unit_id = tenant_id AND core.tenant_is_open(tenant_id) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    -- The motto of the first tier: the Office and Home Affairs comment, the provincial council decides; nobody on his own unit (A53, A66).
    GRANT INSERT ON core.motto_step TO office, home_affairs, council;
    CREATE POLICY commented_by_the_office ON core.motto_step FOR INSERT TO office
        WITH CHECK (body = 'office' AND unit_id = tenant_id AND (SELECT core.actor_may('motto.comment')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[]));
    CREATE POLICY commented_by_home_affairs ON core.motto_step FOR INSERT TO home_affairs
        WITH CHECK (body = 'homeAffairs' AND unit_id = tenant_id AND (SELECT core.actor_may('motto.comment')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[]));
    CREATE POLICY decided_by_the_council ON core.motto_step FOR INSERT TO council
        WITH CHECK (body = 'provinceCouncil' AND unit_id = tenant_id AND (SELECT core.actor_may('motto.decide'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
            AND NOT core.motto_assessed_by_actor(tenant_id, campaign_id, unit_id, review));

    -- Disputes about what the Office gave are the Office's to answer; about what it gave itself the leader in charge answers (A66).
    -- What a unit settles with its own sub-units stays inside it (A59).
    EXECUTE format('GRANT SELECT ON core.dispute_step TO %s', province);
    EXECUTE format('CREATE POLICY about_orders_of_the_province ON core.dispute_step FOR SELECT TO %s
        USING ((SELECT core.actor_may(''province.read'')) AND unit_id = tenant_id
            AND EXISTS (SELECT FROM core.work_item AS i WHERE i.tenant_id = dispute_step.tenant_id AND i.id = item_id AND i.parent_id IS NULL))', province);
    GRANT INSERT ON core.dispute_step TO office, leadership;
    CREATE POLICY answered_by_the_office ON core.dispute_step FOR INSERT TO office
        WITH CHECK (step <> 'raised' AND (SELECT core.actor_may('item.rule'))
            AND assigner_tenant_id = (SELECT core.actor_home()) AND tenant_id <> assigner_tenant_id AND tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY answered_by_the_leader_in_charge ON core.dispute_step FOR INSERT TO leadership
        WITH CHECK (step <> 'raised' AND (SELECT core.actor_may('item.rule'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (
                SELECT FROM core.work_item AS i
                WHERE i.tenant_id = dispute_step.tenant_id AND i.id = item_id AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
                    AND i.tenant_id = i.assigner_tenant_id AND i.tenant_id <> ALL ((SELECT core.actor_tenants())::uuid[])
                    AND coalesce(i.province_leader_id, (SELECT core.actor_post())) = (SELECT core.actor_post())));
END
$$;

-- The owner's own triggers and the tenant's functions read and write as their owner what is the acting tenant's, and no further: not even a
-- routine that names another's row finds it. All rows are there for two: the operator, for whom nobody acts, and who looks over the whole
-- province, to whom the policy `province` shows them anyway.
CREATE OR REPLACE FUNCTION core.operator_works()
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$ SELECT core.actor() IS NULL AND session_user NOT IN ('thidua_web', 'thidua_worker', 'thidua_signin') $$;

CREATE OR REPLACE FUNCTION core.owner_looks_over()
RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
AS $$
DECLARE
    a text[] := core.actor();
BEGIN
    RETURN core.operator_works()
        -- Whatever a token or a delegation lends of it: what is asked of the owner is looked up for a guard, not shown.
        OR (a[9] IS DISTINCT FROM a[7] AND EXISTS (SELECT FROM core.role_action AS ra WHERE ra.role = a[6] AND ra.action = 'province.read'));
END
$$;
REVOKE ALL ON FUNCTION core.operator_works(), core.owner_looks_over() FROM PUBLIC;

CREATE POLICY owner_reads_units ON core.sub_unit_version FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.operator_works()));
CREATE POLICY owner_opens ON core.sub_unit FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.operator_works()));
CREATE POLICY owner_opens ON core.sub_unit_version FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.operator_works()));
CREATE POLICY owner_traces ON core.work_item_change FOR INSERT TO thidua_owner
    WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()));
-- 59_month.sql: as of a past day items read as they were said then.
CREATE POLICY owner_counts ON core.work_item_change FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
-- 46_extensions.sql, by its own checks: reads where an item stands under its lock, moves its date; of what the Office gave, wherever it is.
CREATE POLICY owner_extends ON core.work_item FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
-- 48_item_figures.sql: who helps in what one's own tenant leads can be said to hold it up.
CREATE POLICY owner_names_helpers ON core.work_item FOR SELECT TO thidua_owner
    USING (role = 'coordinate' AND lead_tenant_id = (SELECT core.actor_home()));
CREATE POLICY owner_moves_dates ON core.work_item FOR UPDATE TO thidua_owner
    USING (tenant_id = (SELECT core.actor_writes())
        OR (SELECT core.operator_works())
        OR (unit_id = tenant_id AND parent_id IS NULL AND (SELECT core.owner_looks_over()) AND (SELECT core.actor_may('item.rule'))))
    WITH CHECK (tenant_id = (SELECT core.actor_writes())
        OR (SELECT core.operator_works())
        OR (unit_id = tenant_id AND parent_id IS NULL AND (SELECT core.owner_looks_over()) AND (SELECT core.actor_may('item.rule'))));
CREATE POLICY owner_extends ON core.ruling FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
CREATE POLICY owner_extends ON core.extension_step FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
-- 48_item_figures.sql: a correction is whole.
CREATE POLICY owner_checks ON core.item_correction FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
CREATE POLICY owner_checks ON core.occurrence FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
-- 48_item_life.sql, by its own checks: reads what became of an item, and links what stands in its place.
CREATE POLICY owner_takes_turns ON core.dispute_step FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
CREATE POLICY owner_links ON core.ruling FOR INSERT TO thidua_owner
    WITH CHECK (kind = 'succeeded' AND (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over())));
-- An acceptance that was taken back says since when it does not stand.
CREATE POLICY owner_voids ON core.ruling FOR UPDATE TO thidua_owner
    USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()));
-- 48_motto.sql: reads what stands, and who assessed.
CREATE POLICY owner_reads ON core.motto_step FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
-- 56_words.sql: tells the province what a unit as a whole said of its launch.
CREATE POLICY owner_tells ON core.launch_step FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
-- 47_evidence.sql: holds a report of one's own tenant while a file is added to it, and looks whether the file is whole.
CREATE POLICY owner_holds ON core.progress FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
CREATE POLICY owner_holds_to_add ON core.progress FOR UPDATE TO thidua_owner
    USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.operator_works())) WITH CHECK (false);
CREATE POLICY owner_counts ON core.evidence_chunk FOR SELECT TO thidua_owner
    USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.operator_works()));

-- Every change of an item leaves what it said before, and beside it why it was changed; its identity and first due date never change.
CREATE OR REPLACE FUNCTION core.work_item_trace()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NEW.tenant_id <> OLD.tenant_id OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.unit_id <> OLD.unit_id
        OR NEW.assigner_tenant_id <> OLD.assigner_tenant_id OR NEW.assigner_post_id <> OLD.assigner_post_id
        OR NEW.assigned_on <> OLD.assigned_on OR NEW.parent_id IS DISTINCT FROM OLD.parent_id
        OR NEW.code <> OLD.code OR NEW.role <> OLD.role OR NEW.lead_item_id IS DISTINCT FROM OLD.lead_item_id
        OR NEW.source_row IS DISTINCT FROM OLD.source_row
        OR NEW.recorded_on <> OLD.recorded_on OR NEW.recorded_at <> OLD.recorded_at
        OR (OLD.original_due_on IS NOT NULL AND NEW.original_due_on IS DISTINCT FROM OLD.original_due_on) THEN
        RAISE EXCEPTION 'what an item was given as does not change' USING ERRCODE = 'TD422';
    END IF;
    -- A parent's new date reaches its children through the foreign key alone: that is no change of the child.
    IF NEW.parent_due_on IS DISTINCT FROM OLD.parent_due_on AND to_jsonb(NEW) - '{parent_due_on,sort_due}'::text[] = to_jsonb(OLD) - '{parent_due_on,sort_due}'::text[] THEN
        RETURN NEW;
    END IF;
    NEW.version := OLD.version + 1;
    INSERT INTO core.work_item_change (tenant_id, item_id, version, before, reason, document_number, document_issuer, document_on, moves_later,
        marks_late, changed_by, recorded_on)
    VALUES (OLD.tenant_id, OLD.id, OLD.version, to_jsonb(OLD) - 'change_reason', NEW.change_reason, NEW.change_document_number, NEW.change_document_issuer,
        NEW.change_document_on, coalesce(NEW.due_on > OLD.due_on, false),
        -- Looked up only where the mark changes.
        CASE WHEN NEW.measured_at_year_end <> OLD.measured_at_year_end THEN EXISTS (
            SELECT
            FROM core.campaign AS c
                CROSS JOIN jsonb_array_elements(c.document -> 'phases') AS phase (value)
            WHERE c.id = NEW.campaign_id AND phase.value ->> 'review' = 'interim' AND (phase.value ->> 'to')::date <= core.today())
        ELSE false END,
        core.actor_post(), core.today());
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION core.work_item_trace() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.work_item'::regclass AND tgname = 'trace') THEN
        CREATE TRIGGER trace BEFORE UPDATE ON core.work_item FOR EACH ROW EXECUTE FUNCTION core.work_item_trace();
    END IF;
END
$$;
