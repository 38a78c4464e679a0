-- What units and people are told of awards, in the transaction that does it: that they are to be criticised and may explain themselves, that a
-- supplement is asked for, that a dossier was decided or refused, that a name is to be confirmed, that another unit asks for a confirmation. Of these
-- a notice keeps in dossier_id what it is about, of the kind that its rule says; none of it is posted (core.notice_posted).

-- Whose it is, in words; none: the unit is not there any more.
CREATE OR REPLACE FUNCTION core.award_subject(tenant uuid, unit uuid, person uuid)
RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT CASE
        WHEN award_subject.person IS NOT NULL THEN (SELECT p.full_name FROM core.person AS p WHERE p.id = award_subject.person)
        WHEN award_subject.unit = award_subject.tenant THEN t.full_name
        -- Whoever acts for the province does not read here how a unit's parts are called.
        ELSE coalesce((
            SELECT v.full_name
            FROM core.sub_unit_version AS v
            WHERE v.tenant_id = award_subject.tenant AND v.unit_id = award_subject.unit AND v.valid_from <= core.today()
            ORDER BY v.valid_from DESC
            LIMIT 1), 'đơn vị thuộc ' || t.full_name)
    END
    FROM core.tenant_on(core.today()) AS t
    WHERE t.id = award_subject.tenant
$$;

-- Who holds a post today that may do this for a unit as a whole, or for that part of it.
CREATE OR REPLACE FUNCTION core.people_who_may(tenant uuid, unit uuid, asked text)
RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT DISTINCT o.person_id
    FROM core.post AS o
        JOIN core.role AS r ON r.code = o.role
        JOIN core.role_action AS a ON a.role = o.role AND a.action = people_who_may.asked
        JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
    WHERE o.tenant_id = people_who_may.tenant AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
      AND CASE WHEN people_who_may.unit = people_who_may.tenant THEN r.reach = 'tenant' OR (r.reach = 'subtree' AND o.unit_id = o.tenant_id)
            ELSE r.reach = 'subtree' AND o.unit_id = people_who_may.unit END
$$;

-- Tells whoever may explain himself: who answers for the unit; the person concerned, or who heads the part of the unit. As the policy `explained` has it.
CREATE OR REPLACE FUNCTION core.criticism_tell(c core.criticism, rule text, cause text, title text, due date, reason text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, campaign_id, giver, code, title, due_on, reason, day)
    SELECT core.new_id(), c.tenant_id, w.person_id, criticism_tell.rule, criticism_tell.cause, c.tenant_id, c.id, c.campaign_id, 'province', '',
        criticism_tell.title || CASE c.kind WHEN 'criticism' THEN ' phê bình ' ELSE ' nhắc nhở ' END
            || coalesce(core.award_subject(c.tenant_id, c.unit_id, c.person_id), 'đơn vị'), criticism_tell.due, criticism_tell.reason, core.today()
    FROM (
        SELECT p.person_id FROM core.people_who_may(c.tenant_id, c.tenant_id, 'review.answer') AS p
        UNION
        SELECT p.person_id FROM core.people_who_may(c.tenant_id, c.unit_id, 'motto.assess') AS p WHERE c.person_id IS NULL AND c.unit_id <> c.tenant_id
        UNION
        SELECT o.person_id
        FROM core.post AS o
            JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
        WHERE o.person_id = c.person_id AND o.tenant_id = c.tenant_id
          AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
    ) AS w
    ON CONFLICT DO NOTHING;
END
$$;

CREATE OR REPLACE FUNCTION core.criticism_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF core.actor_present() THEN
        PERFORM core.criticism_tell(NEW, 'criticism_proposed', 'criticism_proposed:' || NEW.id, 'Đề xuất', NEW.explain_by,
            'được giải trình đến hết ngày ' || to_char(NEW.explain_by, 'DD/MM/YYYY') || '; quá hạn thì trình Chủ tịch UBND tỉnh');
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION core.criticism_end_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    c core.criticism;
BEGIN
    SELECT * INTO c FROM core.criticism AS x WHERE x.id = NEW.criticism_id AND x.tenant_id = NEW.tenant_id;
    IF core.actor_present() AND c.id IS NOT NULL THEN
        PERFORM core.criticism_tell(c, 'criticism_ended', 'criticism_ended:' || c.id, 'Đề xuất', NULL::date,
            CASE NEW.step
                WHEN 'sign' THEN 'Chủ tịch UBND tỉnh đã ký, văn bản số ' || NEW.document_number || ' ngày ' || to_char(NEW.document_on, 'DD/MM/YYYY')
                ELSE 'Chủ tịch UBND tỉnh không ký'
            END);
    END IF;
    RETURN NULL;
END
$$;

-- Who proposed is told that a supplement is asked for, and what came of it; the nominee that the decision was issued. Nobody what he did himself.
-- What is given in a part of the unit the part's own posts propose, whoever of them recorded it.
CREATE OR REPLACE FUNCTION core.dossier_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    d core.award_dossier;
BEGIN
    SELECT * INTO d FROM core.award_dossier AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id;
    IF NOT core.actor_present() OR d.id IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, campaign_id, giver, code, title, reason, day)
    SELECT core.new_id(), w.tenant_id, w.person_id, r.rule, concat_ws(':', r.rule, d.id, NEW.position), d.tenant_id, d.id, d.campaign_id,
        -- Before it leaves the unit its own council refuses it.
        CASE WHEN d.giver_id IS NULL AND NEW.party IS DISTINCT FROM 'unitCouncil' THEN 'province' ELSE 'unit' END, '',
        r.what || coalesce(core.award_subject(d.tenant_id, d.unit_id, d.person_id), 'đơn vị'), r.reason, core.today()
    FROM (
        SELECT CASE NEW.step WHEN 'askSupplement' THEN 'supplement_asked' WHEN 'refuse' THEN 'award_refused' WHEN 'decide' THEN 'award_decided'
                ELSE 'award_given' END AS rule,
            CASE NEW.step WHEN 'issue' THEN 'Khen thưởng của ' ELSE 'Hồ sơ đề nghị khen thưởng của ' END AS what,
            CASE NEW.step WHEN 'askSupplement' THEN 'yêu cầu bổ sung hồ sơ: ' || NEW.reason WHEN 'refuse'
                THEN 'không đủ điều kiện, tiêu chuẩn: ' || NEW.reason
                WHEN 'decide' THEN 'đã ký quyết định khen thưởng; xác nhận tên in trên bằng nếu chưa xác nhận'
                ELSE 'quyết định khen thưởng đã ban hành' END AS reason
    ) AS r
        CROSS JOIN LATERAL (
            SELECT d.tenant_id, p.person_id
            FROM core.people_who_may(d.tenant_id, coalesce(d.giver_id, d.tenant_id), 'award.propose') AS p
            WHERE NEW.step <> 'issue'
            UNION
            SELECT d.tenant_id, p.person_id
            FROM core.people_who_may(d.tenant_id, d.unit_id, 'award.propose') AS p
            WHERE NEW.step <> 'issue' AND d.giver_id IS NOT NULL
            UNION
            SELECT o.tenant_id, o.person_id
            FROM core.post AS o
                JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
            WHERE CASE WHEN NEW.step = 'issue' THEN o.person_id = d.person_id ELSE o.id = d.recorded_by END
              AND o.tenant_id = d.tenant_id AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
        ) AS w
    WHERE w.person_id IS DISTINCT FROM core.actor_person()
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- The nominee whose name the unit said confirms it for himself: told once of the same words, and not of those that are his own.
CREATE OR REPLACE FUNCTION core.name_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, campaign_id, giver, code, title, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'name_to_confirm', 'name_to_confirm:' || NEW.id, d.tenant_id, d.id, d.campaign_id,
        CASE WHEN d.giver_id IS NULL THEN 'province' ELSE 'unit' END, '', 'Tên in trên bằng: ' || NEW.printed_name,
        'đơn vị đã ghi tên, chờ người được đề nghị xác nhận', core.today()
    FROM core.award_dossier AS d
        JOIN core.post AS o ON o.person_id = d.person_id AND o.tenant_id = d.tenant_id
            AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
        JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id AND d.person_id IS DISTINCT FROM core.actor_person()
      AND NOT EXISTS (
        SELECT
        FROM core.name_confirmation AS c
        WHERE c.tenant_id = NEW.tenant_id AND c.dossier_id = NEW.dossier_id AND c.id <> NEW.id
          AND (c.printed_name, c.printed_post) = (NEW.printed_name, NEW.printed_post)
          -- The last word of all, or the nominee's last.
          AND NOT EXISTS (
            SELECT
            FROM core.name_confirmation AS y
            WHERE y.tenant_id = c.tenant_id AND y.dossier_id = c.dossier_id AND y.id > c.id AND y.id <> NEW.id
              AND (y.party = 'nominee' OR c.party = 'unit')))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Who confirms for the unit that another one asks.
CREATE OR REPLACE FUNCTION core.confirmation_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, giver, code, title, reason, day)
    SELECT core.new_id(), NEW.asked_tenant_id, p.person_id, 'confirmation_asked', 'confirmation_asked:' || NEW.id, NEW.asked_tenant_id, NEW.id, 'unit',
        '', 'Xác nhận giải pháp, sáng kiến: ' || left(regexp_replace(btrim(NEW.claim), '\s+', ' ', 'g'), 200), 'chờ trả lời: xác nhận hoặc không xác nhận',
        core.today()
    FROM core.people_who_may(NEW.asked_tenant_id, NEW.asked_unit_id, 'initiative.confirm') AS p
    WHERE p.person_id IS DISTINCT FROM core.actor_person()
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- A council that concludes on a motto after the figures were frozen moves nothing by itself (A62): the Office, which corrects them, is told, once a
-- version of them.
CREATE OR REPLACE FUNCTION core.motto_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, campaign_id, giver, code, title, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'correction_due', concat_ws(':', 'correction_due', r.id, f.version, NEW.unit_id), NEW.tenant_id, r.id,
        r.campaign_id, 'unit', '', 'Đính chính số liệu đã chốt: ' || coalesce(core.award_subject(NEW.tenant_id, NEW.unit_id, NULL), 'đơn vị'),
        'Hội đồng đã kết luận về phương châm, số liệu đã chốt còn chờ kết luận', core.today()
    FROM core.review AS r
        CROSS JOIN LATERAL core.frozen_verdict(NEW.tenant_id, r.id, NEW.unit_id) AS f
        JOIN core.post AS o ON o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
        JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
    WHERE r.campaign_id = NEW.campaign_id AND r.kind = NEW.review AND f.verdict = 'pending'
      AND (o.role = 'office_monitor' OR (o.role = 'office_chief' AND NOT EXISTS (
        SELECT FROM core.post AS q
        WHERE q.role = 'office_monitor' AND q.valid_from <= core.today() AND (q.valid_to IS NULL OR q.valid_to >= core.today()))))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Whether what is told of awards is still so: nothing was done with the criticism, the supplement did not come, the nominee said nothing since and
-- the unit nothing else, the certificate is not printed, the other unit has no answer yet.
CREATE OR REPLACE FUNCTION core.award_notice_stands(told core.notice)
RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RETURN CASE told.rule
        WHEN 'criticism_proposed' THEN NOT EXISTS (SELECT FROM core.criticism_step AS s WHERE s.criticism_id = told.dossier_id)
        WHEN 'supplement_asked' THEN NOT EXISTS (
            SELECT FROM core.award_dossier AS d
            WHERE d.tenant_id = told.item_tenant_id AND d.id = told.dossier_id AND d.state <> 'supplementAsked')
        WHEN 'name_to_confirm' THEN NOT EXISTS (
            SELECT FROM core.award_dossier AS d
            WHERE d.tenant_id = told.item_tenant_id AND d.id = told.dossier_id
              AND d.state IN ('issued', 'presented', 'corrected', 'replaced', 'revoked', 'withdrawn', 'refused'))
            AND NOT EXISTS (
            SELECT
            FROM core.name_confirmation AS s
                JOIN core.name_confirmation AS c ON c.tenant_id = s.tenant_id AND c.dossier_id = s.dossier_id AND c.id > s.id
            WHERE s.tenant_id = told.item_tenant_id AND s.dossier_id = told.dossier_id AND s.id::text = split_part(told.cause, ':', 2)
              AND (c.party = 'nominee' OR (c.printed_name, c.printed_post) <> (s.printed_name, s.printed_post)))
        WHEN 'confirmation_asked' THEN NOT EXISTS (
            SELECT FROM core.initiative_confirmation AS k WHERE k.id = told.dossier_id AND k.answer IS NOT NULL)
        ELSE true
    END;
END
$$;

REVOKE ALL ON FUNCTION core.award_subject(uuid, uuid, uuid), core.people_who_may(uuid, uuid, text),
    core.criticism_tell(core.criticism, text, text, text, date, text), core.criticism_told(), core.criticism_end_told(), core.dossier_told(),
    core.name_told(), core.confirmation_told(), core.motto_told(), core.award_notice_stands(core.notice) FROM PUBLIC;

CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.criticism FOR EACH ROW EXECUTE FUNCTION core.criticism_told();
CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.criticism_step FOR EACH ROW WHEN (NEW.step IN ('sign', 'decline')) EXECUTE FUNCTION core.criticism_end_told();
CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.dossier_step FOR EACH ROW
    WHEN (NEW.step IN ('askSupplement', 'refuse', 'decide', 'issue')) EXECUTE FUNCTION core.dossier_told();
CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.name_confirmation FOR EACH ROW WHEN (NEW.party = 'unit') EXECUTE FUNCTION core.name_told();
CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.initiative_confirmation FOR EACH ROW EXECUTE FUNCTION core.confirmation_told();
CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.motto_step FOR EACH ROW WHEN (NEW.accepted IS NOT NULL) EXECUTE FUNCTION core.motto_told();
