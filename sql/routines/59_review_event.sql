-- The event at which a review is held: planned by the Office for the province, by who answers for a unit's ledger for the unit. The province's is known
-- to every officer, since units are invited; a unit's own is read inside it and by nobody else (A59).

-- Those who plan an event anew and who record what happened at it take turns.
CREATE OR REPLACE FUNCTION core.review_event_plan_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'review event', NEW.event_id), 0));
    NEW.last := coalesce((
        SELECT max(p.version) FROM core.review_event_plan AS p WHERE p.tenant_id = NEW.tenant_id AND p.event_id = NEW.event_id), 0);
    NEW.is_held := EXISTS (SELECT FROM core.review_event_outcome AS o WHERE o.tenant_id = NEW.tenant_id AND o.event_id = NEW.event_id);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.review_event_outcome_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'review event', NEW.event_id), 0));
    NEW.guests := coalesce((
        SELECT p.guests
        FROM core.review_event_plan AS p
        WHERE p.tenant_id = NEW.tenant_id AND p.event_id = NEW.event_id
        ORDER BY p.version DESC
        LIMIT 1), '{}');
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.review_event_plan_guard(), core.review_event_outcome_guard() FROM PUBLIC;

DO $$
DECLARE
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    relations constant text[] := ARRAY['review_event', 'review_event_plan', 'review_event_paper', 'review_event_outcome'];
    relation  text;
    rule      record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.review_event_plan'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.review_event_plan FOR EACH ROW EXECUTE FUNCTION core.review_event_plan_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.review_event_outcome FOR EACH ROW EXECUTE FUNCTION core.review_event_outcome_guard();
        FOREACH relation IN ARRAY relations
        LOOP
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.review_stays()', relation);
        END LOOP;
    END IF;
    FOREACH relation IN ARRAY relations
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, province);
        EXECUTE format('GRANT INSERT ON core.%I TO thidua_tenant, office', relation);
        EXECUTE format('CREATE POLICY known ON core.%I FOR SELECT TO thidua_tenant
            USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_present()))', relation);
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole()))', relation);
        EXECUTE format('CREATE POLICY of_the_province ON core.%I FOR SELECT TO %s
            USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''province.read'')))', relation, province);
        EXECUTE format('CREATE POLICY kept_by_the_office ON core.%I FOR INSERT TO office
            WITH CHECK (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''review.keep''))
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))', relation);
        EXECUTE format('CREATE POLICY kept_by_the_unit ON core.%I FOR INSERT TO thidua_tenant
            WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND tenant_id = (SELECT core.actor_whole())
                AND tenant_id <> (SELECT core.province_tenant()) AND (SELECT core.actor_may(''review.answer''))
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))', relation);
    END LOOP;
END
$$;
