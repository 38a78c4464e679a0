-- What is open at a freeze: units that have said nothing, disputes that nobody has answered, and what waits.
CREATE OR REPLACE FUNCTION core.review_open(review uuid, known_on date)
RETURNS TABLE (what text, tenant_id uuid, unit_id uuid, item_id uuid, code text, title text, since date)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT 'dispute', d.tenant_id, d.unit_id, d.item_id, i.code, i.title, d.recorded_on
    FROM core.review_dispute AS d
        JOIN core.work_item AS i ON i.tenant_id = d.tenant_id AND i.id = d.item_id
        LEFT JOIN core.review_answer AS a ON a.tenant_id = d.tenant_id AND a.dispute_id = d.id
    WHERE d.review_id = review_open.review
      AND a.dispute_id IS NULL
    UNION ALL
    SELECT w.what, w.tenant_id, w.unit_id, w.item_id, w.code, w.title, w.sent_on
    FROM core.review_waiting(review_open.review, review_open.known_on) AS w
    UNION ALL
    SELECT 'silentUnit', f.tenant_id, f.tenant_id, NULL, NULL, NULL, r.opened_on
    FROM core.review AS r
        CROSS JOIN core.campaign_tenants(r.campaign_id, r.held_on) AS f
    WHERE r.id = review_open.review
      AND NOT EXISTS (SELECT FROM core.review_confirmation AS c WHERE c.tenant_id = f.tenant_id AND c.review_id = r.id)
      AND NOT EXISTS (SELECT FROM core.review_dispute AS d WHERE d.tenant_id = f.tenant_id AND d.review_id = r.id)
$$;

REVOKE ALL ON FUNCTION core.review_open(uuid, date) FROM PUBLIC;
