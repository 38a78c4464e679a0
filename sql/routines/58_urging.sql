-- Letters of the Office about overdue items: what the guard finds, who records and reads them. The unit has the letter itself.

-- As whoever records it: what he does not see is not among the facts. Of two letters to one unit at once the second sees the first.
CREATE OR REPLACE FUNCTION core.urging_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('core.urging ' || NEW.tenant_id, 0));
    NEW.items := ARRAY(SELECT DISTINCT i FROM unnest(NEW.items) AS i ORDER BY i);
    NEW.facts := coalesce((
        SELECT jsonb_agg(jsonb_build_object('item', i.id, 'code', i.code, 'dueOn', m.due_on) ORDER BY m.due_on, i.code)
        FROM core.work_item AS i
            CROSS JOIN LATERAL (
                -- Of a periodic item that is not due itself the first deadline for which nothing was delivered (A16).
                SELECT CASE WHEN i.due_on < NEW.signed_on THEN i.due_on ELSE (
                        SELECT min(e.due_on)
                        FROM core.occurrence AS e
                        WHERE e.tenant_id = i.tenant_id AND e.item_id = i.id AND e.due_on < NEW.signed_on
                          AND NOT EXISTS (
                                SELECT FROM core.progress AS x
                                WHERE x.tenant_id = e.tenant_id AND x.item_id = e.item_id AND x.occurrence_due_on = e.due_on
                                  AND x.evidence_on <= NEW.signed_on))
                    END AS due_on
            ) AS m
        WHERE i.tenant_id = NEW.tenant_id AND i.id = ANY (NEW.items) AND i.campaign_id = NEW.campaign_id
          AND i.unit_id = i.tenant_id AND i.parent_id IS NULL AND i.role = 'lead' AND m.due_on IS NOT NULL), '[]');
    NEW.repeats := (
        SELECT count(*)
        FROM jsonb_array_elements(NEW.facts) AS f (fact)
        WHERE EXISTS (
            SELECT FROM core.urging AS u
            WHERE u.tenant_id = NEW.tenant_id AND u.campaign_id = NEW.campaign_id AND u.facts @> jsonb_build_array(f.fact)));
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.urging_guard() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.urging_guard() TO office;

DO $$
DECLARE
    province constant text := 'office, home_affairs, leadership, council, auditor';
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.urging'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.urging FOR EACH ROW EXECUTE FUNCTION core.urging_guard();
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.urging FOR EACH ROW EXECUTE FUNCTION core.award_stays();
    END IF;
    ALTER TABLE core.urging ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    REVOKE DELETE, TRUNCATE ON core.urging FROM thidua_owner;
    FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = 'core.urging'::regclass
    LOOP
        EXECUTE format('DROP POLICY %I ON core.urging', rule.polname);
    END LOOP;
    EXECUTE format('GRANT SELECT ON core.urging TO %s', province);
    EXECUTE format('CREATE POLICY province ON core.urging FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', province);
    GRANT INSERT ON core.urging TO office;
    CREATE POLICY recorded_by_the_office ON core.urging FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('review.keep'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
END
$$;
