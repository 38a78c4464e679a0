-- A list that leaves the product as a file leaves an entry in the audit: which list, in which form, by which filter, how many rows. The entry is a
-- reading; it stands on the timeline of the list (object `list_export`, id the list's name), which who reads a unit's audit sees of his unit.

-- TD401: nobody is seated; TD422: no list, no form or no count.
CREATE OR REPLACE FUNCTION core.audit_export(list text, form text, row_count bigint, filter text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
SET row_security = on
AS $$
DECLARE
    actor text[] := core.actor();
BEGIN
    IF actor[3] IS NULL THEN
        RAISE EXCEPTION 'not signed in' USING ERRCODE = 'TD401';
    END IF;
    IF NOT coalesce(list ~ '^[a-z][a-z0-9-]{0,62}$' AND form IN ('xlsx', 'csv', 'json') AND row_count >= 0 AND length(filter) <= 1000, false) THEN
        RAISE EXCEPTION 'an export names its list, its form and its rows' USING ERRCODE = 'TD422';
    END IF;
    INSERT INTO core.audit_entry (xid, at, action, relation, row_key, subject, subject_id, tenant_id,
        actor_kind, person_id, account_id, post_id, delegation_id, login, cause, request, reason, after)
    VALUES (pg_current_xact_id(), clock_timestamp(), 'read', 'list_export', jsonb_build_object('id', list), 'list_export', list, actor[9]::uuid,
        'officer', actor[3]::uuid, actor[4]::uuid, actor[5]::uuid, actor[15]::uuid, session_user, actor[13], actor[14],
        'xuất tệp ' || form || ', ' || row_count || ' dòng', jsonb_build_object('format', form, 'rows', row_count, 'filter', filter));
END
$$;
REVOKE ALL ON FUNCTION core.audit_export(text, text, bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.audit_export(text, text, bigint, text) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
