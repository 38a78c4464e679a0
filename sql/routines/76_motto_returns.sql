-- What the motto counts of returns (A53): each month that was opened for a unit which owes one, the first tier and communes, where the acting officer
-- may know it: of the first tier the province, else who sees the unit. What is not approved is not sent.
CREATE OR REPLACE FUNCTION core.returns_counted(campaign uuid, tenants uuid[], units uuid[])
RETURNS TABLE (unit_id uuid, month date, due_on date, opened_on date, approved_on date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT u.unit_id, p.month, CASE WHEN u.unit_id = u.tenant_id THEN p.due_on ELSE p.sub_unit_due_on END, p.opened_on, r.approved_on
    FROM unnest(returns_counted.tenants, returns_counted.units) AS u (tenant_id, unit_id)
        CROSS JOIN core.report_period AS p
        LEFT JOIN core.unit_return AS r ON r.tenant_id = u.tenant_id AND r.period_id = p.id AND r.unit_id = u.unit_id AND r.approved_on IS NOT NULL
    WHERE p.campaign_id = returns_counted.campaign
      AND CASE WHEN u.unit_id = u.tenant_id THEN u.tenant_id IN (SELECT f.tenant_id FROM core.campaign_tenants(p.campaign_id, p.to_on) AS f)
            ELSE EXISTS (
                SELECT
                FROM core.sub_unit AS x
                    CROSS JOIN LATERAL (
                        SELECT v.kind
                        FROM core.sub_unit_version AS v
                        WHERE v.tenant_id = x.tenant_id AND v.unit_id = x.id AND v.valid_from <= p.to_on
                        ORDER BY v.valid_from DESC
                        LIMIT 1
                    ) AS v
                WHERE x.tenant_id = u.tenant_id AND x.id = u.unit_id AND v.kind IN ('xa', 'phuong', 'thi_tran')
                  AND x.opened_on <= p.to_on AND (x.closed_on IS NULL OR x.closed_on >= p.to_on)) END
      AND ((u.unit_id = u.tenant_id AND core.actor_may('province.read'))
        OR u.tenant_id = core.actor_whole()
        OR (u.tenant_id = core.actor_tenant() AND u.unit_id = core.actor_unit() AND core.actor_alone() IS NULL))
$$;
REVOKE ALL ON FUNCTION core.returns_counted(uuid, uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.returns_counted(uuid, uuid[], uuid[]) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
