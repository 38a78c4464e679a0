-- Notices, reminders (A67), and the outbox: what writes them, and who reads. The worker sends (Sources/Operations/Notices).

-- The first moment at which a person may be written to, by his quiet hours of the clock in Việt Nam.
CREATE OR REPLACE FUNCTION core.after_quiet_hours(quiet_from integer, quiet_to integer, moment timestamptz)
RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN quiet_from < quiet_to AND c.hour >= quiet_from AND c.hour < quiet_to THEN c.midnight + make_interval(hours => quiet_to)
        WHEN quiet_from > quiet_to AND c.hour < quiet_to THEN c.midnight + make_interval(hours => quiet_to)
        WHEN quiet_from > quiet_to AND c.hour >= quiet_from THEN c.midnight + make_interval(days => 1, hours => quiet_to)
        ELSE moment
    END
    FROM (
        SELECT extract(hour FROM l.clock)::integer AS hour, date_trunc('day', l.clock) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS midnight
        FROM (SELECT moment AT TIME ZONE 'Asia/Ho_Chi_Minh' AS clock) AS l
    ) AS c
$$;

-- Puts off the mail whose turn has come in the quiet hours of whom it is to: a retry, one whose worker did not come back, one that nobody was there
-- to send before. It costs no attempt.
CREATE OR REPLACE FUNCTION core.mail_put_off()
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    moment constant timestamptz := clock_timestamp();
BEGIN
    IF NOT EXISTS (
        SELECT FROM core.job AS j
        WHERE j.kind = 'notice.mail' AND ((j.state = 'ready' AND j.run_after <= moment) OR (j.state = 'running' AND j.lease_until <= moment)))
    THEN
        RETURN;
    END IF;
    -- The system, in no tenant, for this statement alone.
    PERFORM core.seat(concat_ws('|', '', '', '', 'system', '', '', '', 'tenant', 'r', core.today(), '', '', '', '*', ''));
    WITH held AS (
        SELECT j.id, core.after_quiet_hours(s.quiet_from, s.quiet_to, moment) AS until
        FROM core.job AS j
            JOIN core.message AS m ON m.id = j.subject_id
            JOIN core.notice_setting AS s ON s.person_id = m.person_id
        WHERE j.kind = 'notice.mail' AND ((j.state = 'ready' AND j.run_after <= moment) OR (j.state = 'running' AND j.lease_until <= moment))
          AND core.after_quiet_hours(s.quiet_from, s.quiet_to, moment) > moment
        FOR UPDATE OF j SKIP LOCKED
    )
    UPDATE core.job AS j
    SET state = 'ready', lease_until = NULL, run_after = h.until
    FROM held AS h
    WHERE j.id = h.id;
    PERFORM set_config('thidua.actor', '', true);
END
$$;

-- A message goes with its job, in one transaction: nothing is sent before the commit, and what is committed is sent.
CREATE OR REPLACE FUNCTION core.message_queued()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.job (id, kind, tenant_id, subject_id, cause, target, run_after)
    SELECT NEW.id, CASE WHEN NEW.person_id IS NULL THEN 'notice.webhook' ELSE 'notice.mail' END, NEW.tenant_id, NEW.id, 'message', NEW.id::text,
        coalesce((SELECT core.after_quiet_hours(s.quiet_from, s.quiet_to, clock_timestamp()) FROM core.notice_setting AS s WHERE s.person_id = NEW.person_id),
            clock_timestamp());
    RETURN NULL;
END
$$;

-- A notice is posted to the webhooks of the person's unit, once a cause however many people it tells.
CREATE OR REPLACE FUNCTION core.notice_posted()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.message (id, tenant_id, webhook_id, notice_id, cause)
    SELECT core.new_id(), NEW.tenant_id, w.id, NEW.id, NEW.cause
    FROM core.webhook AS w
    WHERE w.tenant_id = NEW.tenant_id AND w.ended_at IS NULL
      -- Drafts are known to those alone whom they have reached (A59).
      AND NEW.draft_id IS NULL
      -- What falls on one person, or follows a criticism, he and who answers for the unit are told; it is not posted.
      AND (NEW.remedy_id IS NULL OR EXISTS (
        SELECT FROM core.remedy AS r WHERE r.id = NEW.remedy_id AND r.person_id IS NULL AND r.origin IN ('finding', 'note', 'urging')))
      AND (NEW.dossier_id IS NULL OR NEW.rule = 'verdict_flipped')
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Who reported a result is told when it is returned, or its acceptance taken back, in the transaction that does so.
CREATE OR REPLACE FUNCTION core.result_returned()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, campaign_id, giver, code, title, due_on, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'returned', 'returned:' || NEW.id, i.tenant_id, i.id, i.campaign_id,
        CASE WHEN i.assigner_tenant_id <> i.tenant_id THEN 'province' ELSE 'unit' END, i.code, i.title, i.due_on,
        CASE NEW.kind WHEN 'revoked' THEN 'hủy xác nhận hoàn thành, báo cáo lại kết quả: ' ELSE 'kết quả bị trả lại: ' END || NEW.reason, core.today()
    FROM core.progress AS p
        JOIN core.post AS o ON o.id = p.recorded_by
        JOIN core.work_item AS i ON i.tenant_id = p.tenant_id AND i.id = p.item_id
    WHERE p.tenant_id = NEW.tenant_id AND p.id = NEW.report_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Who asked for more time is told what was decided, and who disputed that an item was given to him what was answered, in the transaction that does so.
CREATE OR REPLACE FUNCTION core.extension_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, campaign_id, giver, code, title, due_on, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'extension_decided', 'extension_decided:' || NEW.id, i.tenant_id, i.id, i.campaign_id,
        CASE WHEN i.assigner_tenant_id <> i.tenant_id THEN 'province' ELSE 'unit' END, i.code, i.title, i.due_on,
        CASE
            WHEN NEW.step = 'refused' THEN 'không đồng ý gia hạn: ' || NEW.reason
            WHEN NEW.item_version IS NULL THEN 'đồng ý khi đã quá hạn, chỉ là ngày điều hành: ' || to_char(NEW.new_due_on, 'DD/MM/YYYY')
            ELSE 'đồng ý gia hạn đến ' || to_char(NEW.new_due_on, 'DD/MM/YYYY')
        END, core.today()
    FROM core.extension_step AS x
        JOIN core.post AS o ON o.id = x.recorded_by
        JOIN core.work_item AS i ON i.tenant_id = x.tenant_id AND i.id = x.item_id
    WHERE x.tenant_id = NEW.tenant_id AND x.item_id = NEW.item_id AND x.position = NEW.previous_position AND x.step = 'asked'
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION core.dispute_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, campaign_id, giver, code, title, due_on, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'dispute_answered', 'dispute_answered:' || NEW.id, i.tenant_id, i.id, i.campaign_id,
        CASE WHEN i.assigner_tenant_id <> i.tenant_id THEN 'province' ELSE 'unit' END, i.code, i.title, i.due_on,
        CASE NEW.step WHEN 'upheld' THEN 'chấp nhận kiến nghị: ' ELSE 'không chấp nhận kiến nghị: ' END || NEW.reason, core.today()
    FROM core.dispute_step AS x
        JOIN core.post AS o ON o.id = x.recorded_by
        JOIN core.work_item AS i ON i.tenant_id = x.tenant_id AND i.id = x.item_id
    WHERE x.tenant_id = NEW.tenant_id AND x.item_id = NEW.item_id AND x.position = NEW.previous_position AND x.step = 'raised'
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Who has a draft before him now is told, in the transaction that brought it to him: whoever stands on its level of the chain, or who drafted it. It is
-- the unit's own (A59). The cause ends with the step, so that it is found whether it still lies there.
CREATE OR REPLACE FUNCTION core.draft_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT core.actor_present() THEN
        RETURN NULL;
    END IF;
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, draft_id, campaign_id, giver, code, title, due_on, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, CASE NEW.step WHEN 'returned' THEN 'draft_returned' ELSE 'draft_waiting' END,
        concat_ws(':', 'draft', d.id, NEW.position), d.tenant_id, d.id, i.campaign_id, 'unit', coalesce(i.code, ''),
        coalesce(i.title, 'Ghi nhận phát động của ' || v.full_name, 'Ghi nhận phát động'), i.due_on,
        CASE d.kind WHEN 'reported' THEN 'dự thảo báo cáo tiến độ' WHEN 'result' THEN 'dự thảo báo cáo kết quả' ELSE 'dự thảo ghi nhận phát động' END
            || CASE NEW.step WHEN 'returned' THEN ' bị trả lại' ELSE ' chờ xử lý' END
            || CASE WHEN NEW.remark = '' THEN '' ELSE ': ' || NEW.remark END, core.today()
    FROM core.draft AS d
        JOIN core.post AS o ON o.tenant_id = d.tenant_id AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
            AND CASE
                WHEN NEW.level = d.origin THEN o.id = d.drafted_by
                WHEN NEW.level = 1 THEN o.unit_id = d.unit_id AND o.role = 'sub_unit_head'
                ELSE o.role IN ('unit_coordinator', 'unit_head')
            END
        LEFT JOIN core.work_item AS i ON i.tenant_id = d.tenant_id AND i.id = d.item_id
        LEFT JOIN LATERAL (
            SELECT w.full_name
            FROM core.sub_unit_version AS w
            WHERE w.tenant_id = d.tenant_id AND w.unit_id = d.unit_id AND w.valid_from <= core.today()
            ORDER BY w.valid_from DESC
            LIMIT 1
        ) AS v ON true
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.draft_id AND o.person_id IS DISTINCT FROM core.actor_person()
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- A rule takes the place of the one before it from its first day on, and ends where one that is said already begins. About what it reminds and whom,
-- its code says.
CREATE OR REPLACE FUNCTION core.reminder_rule_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'reminder rule', NEW.code), 0));
    NEW.is_known := EXISTS (
        SELECT FROM core.reminder_rule AS r WHERE r.code = NEW.code AND r.about = NEW.about AND r.told = NEW.told);
    NEW.valid_to := (SELECT min(r.valid_from) - 1 FROM core.reminder_rule AS r WHERE r.code = NEW.code AND r.valid_from > NEW.valid_from);
    UPDATE core.reminder_rule AS r
    SET valid_to = NEW.valid_from - 1
    WHERE r.code = NEW.code AND r.valid_from < NEW.valid_from AND (r.valid_to IS NULL OR r.valid_to >= NEW.valid_from);
    RETURN NEW;
END
$$;

-- Whether what a notice tells is still so, as far as the acting tenant's item shows it: it waits for whom it tells, it is due on that day, and nothing
-- later was told of that date. That a result was returned is one thing, that it is due another; what was decided stays so, and a request stands with
-- the Chairman until it is, or nothing is left to decide.
CREATE OR REPLACE FUNCTION core.notice_stands(told core.notice)
RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF told.dossier_id IS NOT NULL THEN
        RETURN core.award_notice_stands(told);
    END IF;
    IF told.month IS NOT NULL THEN
        RETURN NOT EXISTS (SELECT FROM core.report_period AS p WHERE p.campaign_id = told.campaign_id AND p.month = told.month);
    END IF;
    IF told.draft_id IS NOT NULL THEN
        RETURN NOT EXISTS (
            SELECT FROM core.draft AS d
            WHERE d.tenant_id = told.item_tenant_id AND d.id = told.draft_id AND d.steps::text <> split_part(told.cause, ':', 3));
    END IF;
    IF (told.item_id IS NULL AND told.remedy_id IS NULL) OR told.rule IN ('extension_decided', 'dispute_answered') THEN
        RETURN true;
    END IF;
    IF told.rule = 'extension_passed' THEN
        RETURN NOT coalesce((
            SELECT x.step <> 'asked'
            FROM core.extension_step AS x
            WHERE x.tenant_id = told.item_tenant_id AND x.item_id = told.item_id
            ORDER BY x.position DESC
            LIMIT 1), false)
            AND core.work_state(told.item_tenant_id, told.item_id) NOT IN ('accepted', 'replaced', 'cancelled', 'transferred');
    END IF;
    IF told.item_id IS NOT NULL AND (
        core.work_state(told.item_tenant_id, told.item_id) <> ALL (CASE told.rule
            WHEN 'assigned' THEN ARRAY['assigned'] ELSE ARRAY['assigned', 'acknowledged', 'inProgress', 'returned'] END)
        OR (told.rule <> 'returned' AND EXISTS (
            SELECT FROM core.work_item AS i
            WHERE i.tenant_id = told.item_tenant_id AND i.id = told.item_id AND i.due_on IS DISTINCT FROM told.due_on
              -- Of a periodic item it may be one of its deadlines, as long as nothing was delivered for it.
              AND NOT EXISTS (
                    SELECT FROM core.occurrence AS e
                    WHERE e.tenant_id = i.tenant_id AND e.item_id = i.id AND e.due_on = told.due_on
                      AND NOT EXISTS (
                            SELECT FROM core.progress AS x
                            WHERE x.tenant_id = e.tenant_id AND x.item_id = e.item_id AND x.occurrence_due_on = e.due_on
                              AND x.occurrence_due_on IS NOT NULL)))))
    THEN
        RETURN false;
    END IF;
    RETURN NOT EXISTS (
        SELECT
        FROM core.notice AS n
        WHERE n.person_id = told.person_id AND n.id <> told.id AND (n.item_id = told.item_id OR n.remedy_id = told.remedy_id)
          AND (n.rule = 'returned') = (told.rule = 'returned') AND n.rule NOT IN ('extension_passed', 'extension_decided', 'dispute_answered')
          AND (told.item_id IS NULL OR told.rule = 'returned' OR n.due_on = told.due_on)
          AND (n.day, core.reminder_days(n.rule, n.day, n.campaign_id), n.id)
            > (told.day, core.reminder_days(told.rule, told.day, told.campaign_id), told.id));
END
$$;

-- The rules in force on a day, as they are in a campaign: the days of the plan, as long as the Office has not said others by a paper, which
-- counts everywhere. The plan says nothing of the head and the Office. Outside every campaign the rules alone.
CREATE OR REPLACE FUNCTION core.reminders_said(campaign uuid, day date)
RETURNS TABLE (code text, about text, told text, days integer, until_days integer, words text, source text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    WITH plan AS MATERIALIZED (
        SELECT core.campaign_parameter(reminders_said.campaign, 'reminderFirstDays')::integer AS first,
            core.campaign_parameter(reminders_said.campaign, 'reminderSecondDays')::integer AS second,
            -- On its last day nothing is overdue.
            greatest(core.campaign_parameter(reminders_said.campaign, 'reminderOverdueDays')::integer, 1) AS overdue,
            core.campaign_parameter(reminders_said.campaign, 'reminderOverdueDays') IS NOT NULL AS says_overdue
    ), said AS (
        SELECT 'due_in_7' AS code, 'reminderFirstDays' AS parameter, -p.first AS days, -p.second - 1 AS until_days,
            'sắp đến hạn trong ' || p.first || ' ngày' AS words
        FROM plan AS p
        WHERE p.first > p.second
        UNION ALL
        SELECT 'due_in_3', 'reminderSecondDays', -p.second, 0,
            CASE WHEN p.second = 0 THEN 'đến hạn hôm nay' ELSE 'sắp đến hạn trong ' || p.second || ' ngày' END
        FROM plan AS p
        WHERE p.second IS NOT NULL
        UNION ALL
        SELECT 'overdue_1', 'reminderOverdueDays', p.overdue, NULL,
            CASE WHEN p.overdue = 1 THEN 'đã quá hạn' ELSE 'đã quá hạn từ ' || p.overdue || ' ngày' END
        FROM plan AS p
        WHERE p.says_overdue
    )
    SELECT r.code, r.about, r.told, coalesce(s.days, r.days), CASE WHEN s.code IS NULL THEN r.until_days ELSE s.until_days END,
        coalesce(s.words, r.words),
        CASE WHEN s.code IS NULL THEN r.source ELSE coalesce(core.campaign_parameter_source(reminders_said.campaign, s.parameter), r.source) END
    FROM core.reminder_rule AS r
        LEFT JOIN said AS s ON s.code = r.code AND r.recorded_by IS NULL AND (s.days, s.until_days) IS DISTINCT FROM (r.days, r.until_days)
    WHERE r.valid_from <= reminders_said.day AND (r.valid_to IS NULL OR r.valid_to >= reminders_said.day)
$$;

-- From how many days after the due date on a rule spoke on a day; 0 for what is no rule. That something is new comes before all of them.
DROP FUNCTION IF EXISTS core.reminder_days(text, date);
CREATE OR REPLACE FUNCTION core.reminder_days(rule text, day date, campaign uuid)
RETURNS integer
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT CASE WHEN reminder_days.rule IN ('assigned', 'remedy_ordered') THEN -1000 ELSE coalesce((
        SELECT r.days FROM core.reminders_said(reminder_days.campaign, reminder_days.day) AS r WHERE r.code = reminder_days.rule), 0) END
$$;

-- The daily job of a day, queued once; `again` queues one more, which finds that all is told. Answers whether it is new.
CREATE OR REPLACE FUNCTION core.reminders_queue(again boolean)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    turn text := CASE WHEN again THEN core.new_id()::text ELSE 'day' END;
BEGIN
    IF NOT EXISTS (SELECT FROM core.installation) THEN
        RETURN false;
    END IF;
    INSERT INTO core.job (id, kind, subject_id, cause, target)
    VALUES (core.new_id(), 'notice.remind', core.new_id(), 'remind:' || core.today(), turn)
    ON CONFLICT ON CONSTRAINT job_once_per_cause_and_target DO NOTHING;
    RETURN FOUND;
END
$$;

-- Writes what is to be told on the business day, of every open tenant, and the digests that carry it, in one transaction: however often it
-- is run for a day, each cause tells each person once, and each person gets one digest. A day on which nobody worked is made good by the
-- next: a rule speaks for as long as it fits. The lease and the fence must still be good. Answers how many notices are new.
--
-- New work is told once, in the week after it came into the ledger, as long as nobody took note of it: what is recorded with its report or result is not
-- told, nor what one gave oneself, nor the backlog that is loaded when a unit begins with the product: what was given more than 30 days before it was
-- recorded. What was transferred keeps its day and is new to who has it now.
CREATE OR REPLACE FUNCTION core.remind(job uuid, fence bigint)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    today constant date := core.today();
    place record;
    told  integer := 0;
    these integer;
    rules jsonb;               -- of items, in every campaign and outside
    ahead date;                -- the latest due date of which one of them tells today
    lost  uuid[];              -- digests that were given up
    stale uuid[] := '{}';      -- notices that are not written any more
BEGIN
    PERFORM FROM core.job AS j
    WHERE j.id = remind.job AND j.fence = remind.fence AND j.kind = 'notice.remind' AND j.state = 'running' AND j.lease_until > clock_timestamp()
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the lease of the job is lost' USING ERRCODE = 'TD410';
    END IF;
    FOR place IN
        SELECT t.id FROM core.tenant AS t WHERE t.opened_on <= today AND (t.closed_on IS NULL OR t.closed_on >= today) ORDER BY t.position, t.slug
    LOOP
        -- The system, in this tenant: the owner's policies show its rows and no other's.
        PERFORM core.seat(concat_ws('|', '', '', '', 'system', place.id, place.id, place.id, 'tenant', 'w', today, remind.job, '', '', '*', ''));
        IF rules IS NULL THEN
            SELECT coalesce(jsonb_agg(jsonb_build_object('campaign', c.id, 'code', r.code, 'told', r.told, 'days', r.days, 'until_days', r.until_days,
                'words', r.words, 'source', r.source)), '[]'), today - min(r.days)
            INTO rules, ahead
            FROM (SELECT NULL::uuid AS id UNION ALL SELECT x.id FROM core.campaign AS x) AS c
                CROSS JOIN LATERAL core.reminders_said(c.id, today) AS r
            WHERE r.about = 'item';
        END IF;
        WITH due AS MATERIALIZED (
            SELECT i.tenant_id, i.id, i.unit_id, i.assignee_id, i.assigner_tenant_id, i.campaign_id, i.code, i.title, w.due_on, r.code AS rule,
                r.told, r.words, r.source, NULL::uuid AS given_by
            FROM (
                -- Its own date, and of a periodic item each deadline for which nothing was delivered (A16).
                SELECT x.id, x.due_on FROM core.work_item AS x WHERE x.tenant_id = place.id AND x.role = 'lead' AND x.due_on <= ahead
                UNION
                SELECT e.item_id, e.due_on FROM core.occurrence AS e
                WHERE e.tenant_id = place.id AND e.due_on <= ahead
                  AND NOT EXISTS (
                        SELECT FROM core.progress AS x
                        WHERE x.tenant_id = e.tenant_id AND x.item_id = e.item_id AND x.occurrence_due_on = e.due_on AND x.occurrence_due_on IS NOT NULL)
            ) AS w
                JOIN core.work_item AS i ON i.tenant_id = place.id AND i.id = w.id
                JOIN jsonb_to_recordset(rules) AS r (campaign uuid, code text, told text, days integer, until_days integer, words text, source text)
                    ON r.campaign IS NOT DISTINCT FROM i.campaign_id
                    AND today - w.due_on >= r.days AND (r.until_days IS NULL OR today - w.due_on <= r.until_days)
            WHERE NOT EXISTS (
                    SELECT FROM core.ruling AS c
                    WHERE c.tenant_id = i.tenant_id AND c.item_id = i.id AND c.voided_by IS NULL
                      AND c.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred'))
            UNION ALL
            SELECT i.tenant_id, i.id, i.unit_id, i.assignee_id, i.assigner_tenant_id, i.campaign_id, i.code, i.title, i.due_on, 'assigned',
                'doer', 'mới được giao, chưa tiếp nhận', '', (SELECT g.person_id FROM core.post AS g WHERE g.id = i.assigner_post_id)
            FROM core.work_item AS i
            WHERE i.tenant_id = place.id AND i.role = 'lead' AND i.recorded_on BETWEEN today - 7 AND today
              AND (i.assigned_on >= i.recorded_on - 30 OR EXISTS (
                    SELECT FROM core.ruling AS c WHERE c.tenant_id = i.tenant_id AND c.item_id = i.id AND c.kind = 'succeeded'))
              AND NOT EXISTS (SELECT FROM core.ruling AS c WHERE c.tenant_id = i.tenant_id AND c.item_id = i.id AND c.kind = 'exempted')
        ), open AS (
            -- A result that waits for its assigner is not the unit's to be reminded of; what was taken note of is new to nobody.
            SELECT d.*
            FROM due AS d
            WHERE core.work_state(d.tenant_id, d.id) = ANY (CASE d.rule
                WHEN 'assigned' THEN ARRAY['assigned'] ELSE ARRAY['assigned', 'acknowledged', 'inProgress', 'returned'] END)
        ), posts AS (
            SELECT o.tenant_id, o.unit_id, o.person_id, o.role
            FROM core.post AS o
                JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= today)
            WHERE o.valid_from <= today AND (o.valid_to IS NULL OR o.valid_to >= today)
              AND (o.tenant_id = place.id OR o.role IN ('office_monitor', 'office_chief'))
        ), people AS (
            SELECT d.id AS item_id, d.rule, d.due_on, p.tenant_id, p.person_id
            FROM open AS d
                -- Who coordinates for the unit as a whole sits in one of its parts.
                JOIN posts AS p ON p.tenant_id = d.tenant_id AND (p.unit_id = d.unit_id OR (p.role = 'unit_coordinator' AND d.unit_id = d.tenant_id))
                    AND CASE d.told
                        -- Its assignee; without one who reports for the unit; where there is nobody but the head, the head.
                        WHEN 'doer' THEN CASE WHEN d.assignee_id IS NOT NULL THEN p.person_id = d.assignee_id
                            ELSE p.role IN ('unit_coordinator', 'sub_unit_officer') OR (p.role IN ('unit_head', 'sub_unit_head') AND NOT EXISTS (
                                SELECT FROM posts AS q
                                WHERE q.tenant_id = d.tenant_id AND (q.unit_id = d.unit_id OR (q.role = 'unit_coordinator' AND d.unit_id = d.tenant_id))
                                  AND q.role IN ('unit_coordinator', 'sub_unit_officer')))
                            END
                        WHEN 'head' THEN p.role IN ('unit_head', 'sub_unit_head')
                        ELSE false
                    END
            UNION
            -- A sub-unit without a head has that of the whole unit.
            SELECT d.id, d.rule, d.due_on, p.tenant_id, p.person_id
            FROM open AS d
                JOIN posts AS p ON p.tenant_id = d.tenant_id AND p.unit_id = d.tenant_id AND p.role = 'unit_head'
            WHERE d.told = 'head'
              AND NOT EXISTS (SELECT FROM posts AS q WHERE q.tenant_id = d.tenant_id AND q.unit_id = d.unit_id AND q.role IN ('unit_head', 'sub_unit_head'))
            UNION
            -- What the province gave: the Office's monitors, or its chiefs where there are none.
            SELECT d.id, d.rule, d.due_on, p.tenant_id, p.person_id
            FROM open AS d
                JOIN posts AS p ON p.role = 'office_monitor'
                    OR (p.role = 'office_chief' AND NOT EXISTS (SELECT FROM posts AS q WHERE q.role = 'office_monitor'))
            WHERE d.told = 'office' AND d.assigner_tenant_id <> d.tenant_id AND d.unit_id = d.tenant_id
        ), reached AS (
            SELECT p.item_id, p.rule, p.due_on, p.tenant_id, p.person_id FROM people AS p
            UNION ALL
            -- Where nobody sits who could do it: who coordinates for the whole unit, without one its head.
            SELECT d.id, d.rule, d.due_on, p.tenant_id, p.person_id
            FROM open AS d
                JOIN posts AS p ON p.tenant_id = d.tenant_id AND (p.role = 'unit_coordinator'
                    OR (p.role = 'unit_head' AND NOT EXISTS (SELECT FROM posts AS q WHERE q.tenant_id = d.tenant_id AND q.role = 'unit_coordinator')))
            WHERE d.told = 'doer' AND NOT EXISTS (SELECT FROM people AS q WHERE q.item_id = d.id AND q.rule = d.rule)
        )
        INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, campaign_id, giver, code, title, due_on, reason,
            source, day)
        SELECT core.new_id(), w.tenant_id, w.person_id, d.rule,
            -- New it is once, whatever day it is due on.
            d.rule || ':' || d.id || CASE WHEN d.rule = 'assigned' THEN '' ELSE ':' || d.due_on END, d.tenant_id, d.id, d.campaign_id,
            CASE WHEN d.assigner_tenant_id <> d.tenant_id THEN 'province' ELSE 'unit' END, d.code, d.title, d.due_on, d.words, d.source, today
        FROM reached AS w
            JOIN open AS d ON d.id = w.item_id AND d.rule = w.rule AND d.due_on IS NOT DISTINCT FROM w.due_on
        WHERE d.given_by IS DISTINCT FROM w.person_id
        ORDER BY d.due_on, d.code
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS these = ROW_COUNT;
        told := told + these;
        -- What has to be put right and is not reported: its owner, as far as he has it before him (core.remedy_in_sight).
        WITH open AS MATERIALIZED (
            WITH waiting AS MATERIALIZED (
                SELECT m.id, m.tenant_id, m.unit_id, m.person_id, m.origin, m.body, m.campaign_id, m.words, coalesce(l.due_on, m.due_on) AS due_on,
                    l.state IS NULL AND m.recorded_on BETWEEN today - 7 AND today AS is_new
                FROM core.remedy AS m
                    LEFT JOIN LATERAL (
                        SELECT s.state, s.due_on FROM core.remedy_step AS s WHERE s.remedy_id = m.id ORDER BY s.position DESC LIMIT 1
                    ) AS l ON true
                WHERE m.tenant_id = place.id AND coalesce(l.state, 'open') = 'open'
            )
            SELECT x.*, r.code AS rule, r.words AS why, r.source
            FROM waiting AS x
                JOIN core.reminder_rule AS r ON r.about = 'remedy' AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)
                    AND today - x.due_on >= r.days AND (r.until_days IS NULL OR today - x.due_on <= r.until_days)
            UNION ALL
            SELECT x.*, 'remedy_ordered', 'mới được yêu cầu khắc phục', '' FROM waiting AS x WHERE x.is_new
        ), posts AS (
            SELECT o.unit_id, o.person_id, o.role
            FROM core.post AS o
                JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= today)
            WHERE o.tenant_id = place.id AND o.valid_from <= today AND (o.valid_to IS NULL OR o.valid_to >= today)
        )
        INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, remedy_id, campaign_id, giver, code, title, due_on, reason,
            source, day)
        SELECT core.new_id(), d.tenant_id, p.person_id, d.rule, d.rule || ':' || d.id || ':' || d.due_on, d.tenant_id, d.id, d.campaign_id,
            CASE WHEN d.body IN ('office', 'homeAffairs', 'leadership') THEN 'province' ELSE 'unit' END, '', d.words, d.due_on, d.why, d.source, today
        FROM open AS d
            JOIN posts AS p ON (p.unit_id = d.unit_id OR (p.role = 'unit_coordinator' AND d.unit_id = d.tenant_id)) AND CASE
                WHEN d.person_id IS NOT NULL THEN p.person_id = d.person_id
                ELSE p.role IN ('unit_coordinator', 'sub_unit_officer') OR (p.role IN ('unit_head', 'sub_unit_head') AND NOT EXISTS (
                    SELECT FROM posts AS q
                    WHERE (q.unit_id = d.unit_id OR (q.role = 'unit_coordinator' AND d.unit_id = d.tenant_id))
                      AND q.role IN ('unit_coordinator', 'sub_unit_officer')))
                END
        ORDER BY d.due_on, d.id
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS these = ROW_COUNT;
        told := told + these;
        -- Requests for time that were asked of the province in time and not decided on the due date: from that day on they are the Chairman's (A27).
        WITH waiting AS MATERIALIZED (
            SELECT x.id, i.tenant_id, i.id AS item_id, i.campaign_id, i.code, i.title, x.due_before
            FROM core.extension_step AS x
                JOIN core.work_item AS i ON i.tenant_id = x.tenant_id AND i.id = x.item_id
            WHERE x.tenant_id = place.id AND x.step = 'asked' AND x.due_before <= today AND greatest(x.happened_on, x.recorded_on) <= x.due_before
              AND i.unit_id = i.tenant_id AND i.parent_id IS NULL
              AND NOT EXISTS (
                    SELECT FROM core.extension_step AS y WHERE y.tenant_id = x.tenant_id AND y.item_id = x.item_id AND y.position > x.position)
              AND NOT EXISTS (
                    SELECT FROM core.ruling AS c
                    WHERE c.tenant_id = i.tenant_id AND c.item_id = i.id AND c.voided_by IS NULL
                      AND c.kind IN ('accepted', 'leadAccepted', 'exempted', 'replaced', 'cancelled', 'transferred'))
        )
        INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, item_id, campaign_id, giver, code, title, due_on, reason, day)
        SELECT core.new_id(), o.tenant_id, o.person_id, 'extension_passed', 'extension_passed:' || d.id, d.tenant_id, d.item_id, d.campaign_id, 'province',
            d.code, d.title, d.due_before, 'đề nghị gia hạn đến hạn chưa quyết định, chuyển Chủ tịch UBND tỉnh', today
        FROM waiting AS d
            JOIN core.post AS o ON o.role = 'chairman' AND o.valid_from <= today AND (o.valid_to IS NULL OR o.valid_to >= today)
            JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= today)
        ORDER BY d.due_before, d.code
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS these = ROW_COUNT;
        told := told + these;
        -- Difficulties that were raised here and whose clock has run out: who has to route them, or who was asked and has not answered.
        WITH open AS MATERIALIZED (
            SELECT x.*, r.code AS rule, r.words AS why, r.source
            FROM (
                SELECT d.id, d.tenant_id, d.campaign_id, d.title, coalesce(l.state, 'raised') AS state, coalesce(l.level, d.level) AS level,
                    CASE WHEN l.state IS NULL THEN d.due_on ELSE l.due_on END AS due_on, l.solver_tenant_id, l.solver_unit_id
                FROM core.difficulty AS d
                    LEFT JOIN LATERAL (
                        SELECT s.state, s.level, s.due_on, s.solver_tenant_id, s.solver_unit_id
                        FROM core.difficulty_step AS s
                        WHERE s.difficulty_id = d.id
                        ORDER BY s.position DESC
                        LIMIT 1
                    ) AS l ON true
                WHERE d.tenant_id = place.id
            ) AS x
                JOIN core.reminder_rule AS r ON r.about = 'difficulty' AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)
                    AND r.code = CASE WHEN x.state IN ('raised', 'accepted') THEN 'difficulty_route' WHEN x.state = 'routed' THEN 'difficulty_answer' END
                    AND today - x.due_on >= r.days AND (r.until_days IS NULL OR today - x.due_on <= r.until_days)
        ), posts AS (
            SELECT o.tenant_id, o.unit_id, o.person_id, o.role
            FROM core.post AS o
                JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= today)
            WHERE o.valid_from <= today AND (o.valid_to IS NULL OR o.valid_to >= today)
        )
        INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, difficulty_id, campaign_id, giver, code, title, due_on, reason,
            source, day)
        SELECT core.new_id(), p.tenant_id, p.person_id, d.rule, d.rule || ':' || d.id || ':' || d.due_on,
            CASE WHEN d.rule = 'difficulty_answer' THEN p.tenant_id ELSE d.tenant_id END, d.id, d.campaign_id,
            CASE d.level WHEN 'province' THEN 'province' ELSE 'unit' END, '', d.title, d.due_on, d.why, d.source, today
        FROM open AS d
            JOIN posts AS p ON CASE
                WHEN d.rule = 'difficulty_answer' THEN p.tenant_id = d.solver_tenant_id AND CASE
                    WHEN d.solver_unit_id = d.solver_tenant_id THEN p.role IN ('unit_head', 'unit_coordinator')
                    ELSE p.unit_id = d.solver_unit_id AND p.role IN ('sub_unit_head', 'sub_unit_officer') END
                WHEN d.level = 'unit' THEN p.tenant_id = d.tenant_id AND p.role IN ('unit_head', 'unit_coordinator')
                ELSE p.role = 'office_monitor'
                    OR (p.role = 'office_chief' AND NOT EXISTS (SELECT FROM posts AS q WHERE q.role = 'office_monitor')) END
        ORDER BY d.due_on, d.id
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS these = ROW_COUNT;
        told := told + these;
        -- Returns of months that are not closed: who reports for the unit, or for the commune, that has approved none.
        WITH missing AS MATERIALIZED (
            SELECT w.unit_id, w.due_on, m.id AS period_id, m.campaign_id, m.month, r.code AS rule, r.words AS why, r.source
            FROM core.report_period AS m
                JOIN core.reminder_rule AS r ON r.about = 'return' AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)
                CROSS JOIN LATERAL (
                    SELECT u.id AS unit_id, CASE WHEN u.id = u.tenant_id THEN m.due_on ELSE m.sub_unit_due_on END AS due_on
                    FROM core.sub_unit AS u
                        CROSS JOIN LATERAL (
                            SELECT v.kind
                            FROM core.sub_unit_version AS v
                            WHERE v.tenant_id = u.tenant_id AND v.unit_id = u.id AND v.valid_from <= m.to_on
                            ORDER BY v.valid_from DESC
                            LIMIT 1
                        ) AS v
                    WHERE u.tenant_id = place.id AND u.opened_on <= m.to_on AND (u.closed_on IS NULL OR u.closed_on >= m.to_on)
                      AND (u.id = u.tenant_id OR v.kind IN ('xa', 'phuong', 'thi_tran'))
                ) AS w
            WHERE today - w.due_on >= r.days AND (r.until_days IS NULL OR today - w.due_on <= r.until_days)
              AND place.id IN (SELECT f.tenant_id FROM core.campaign_tenants(m.campaign_id, m.to_on) AS f)
              AND NOT EXISTS (SELECT FROM core.month_close AS c WHERE c.period_id = m.id)
              AND NOT EXISTS (
                    SELECT FROM core.unit_return AS t
                    WHERE t.tenant_id = place.id AND t.period_id = m.id AND t.unit_id = w.unit_id AND t.approved_on IS NOT NULL)
        ), posts AS (
            SELECT o.unit_id, o.person_id, o.role
            FROM core.post AS o
                JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= today)
            WHERE o.tenant_id = place.id AND o.valid_from <= today AND (o.valid_to IS NULL OR o.valid_to >= today)
        )
        INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, period_id, campaign_id, giver, code, title, due_on, reason,
            source, day)
        SELECT core.new_id(), place.id, p.person_id, d.rule, d.rule || ':' || d.period_id || ':' || d.unit_id, place.id, d.period_id, d.campaign_id,
            CASE WHEN d.unit_id = place.id THEN 'province' ELSE 'unit' END, '', 'Báo cáo tháng ' || to_char(d.month, 'FMMM/YYYY'), d.due_on, d.why,
            d.source, today
        FROM missing AS d
            JOIN posts AS p ON (p.unit_id = d.unit_id OR (p.role = 'unit_coordinator' AND d.unit_id = place.id))
                AND p.role IN ('unit_head', 'unit_coordinator', 'sub_unit_head', 'sub_unit_officer')
        ORDER BY d.due_on, d.unit_id
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS these = ROW_COUNT;
        told := told + these;
        -- The reporting period that has begun and that nobody opened, of campaigns that were launched: who opens it, once for each. It is the one
        -- after the latest that was opened, and begins when that ends; or that of today where none was; none before the campaign (OpenMonth).
        IF place.id = core.province_tenant() THEN
            WITH waiting AS MATERIALIZED (
                SELECT w.campaign_id, w.month, w.from_on, r.code AS rule, r.words AS why, r.source
                FROM (
                    SELECT l.campaign_id, l.last_day, m.month, coalesce(m.ended_on + 1, core.period_from(m.month, l.campaign_id)) AS from_on
                    FROM core.campaign_launch AS l
                        CROSS JOIN LATERAL (
                            SELECT greatest(
                                    date_trunc('month', coalesce(max(p.month), core.period_begin(today, l.campaign_id) - 1) + interval '1 month')::date,
                                    date_trunc('month', l.first_day::timestamp)::date) AS month,
                                max(p.to_on) AS ended_on
                            FROM core.report_period AS p
                            WHERE p.campaign_id = l.campaign_id
                        ) AS m
                    WHERE l.launched_on <= today
                ) AS w
                    JOIN core.reminder_rule AS r ON r.about = 'period' AND r.valid_from <= today AND (r.valid_to IS NULL OR r.valid_to >= today)
                        AND today - w.from_on >= r.days AND (r.until_days IS NULL OR today - w.from_on <= r.until_days)
                WHERE w.from_on <= least(today, w.last_day)
            ), posts AS (
                SELECT o.tenant_id, o.person_id, o.role
                FROM core.post AS o
                    JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= today)
                WHERE o.role IN ('office_monitor', 'office_chief') AND o.valid_from <= today AND (o.valid_to IS NULL OR o.valid_to >= today)
            )
            INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, month, campaign_id, giver, code, title, due_on, reason,
                source, day)
            SELECT core.new_id(), p.tenant_id, p.person_id, d.rule, d.rule || ':' || d.campaign_id || ':' || d.month, place.id, d.month, d.campaign_id,
                'province', '', 'Mở kỳ báo cáo tháng ' || to_char(d.month, 'FMMM/YYYY'), d.from_on, d.why, d.source, today
            FROM waiting AS d
                JOIN posts AS p ON p.role = 'office_monitor' OR NOT EXISTS (SELECT FROM posts AS q WHERE q.role = 'office_monitor')
            ORDER BY d.from_on, d.campaign_id
            ON CONFLICT DO NOTHING;
            GET DIAGNOSTICS these = ROW_COUNT;
            told := told + these;
        END IF;
        lost := coalesce(lost, ARRAY(
            SELECT m.id
            FROM core.job AS j
                JOIN core.message AS m ON m.id = j.subject_id AND m.sent_at IS NULL
            WHERE j.kind = 'notice.mail' AND j.state = 'dead'));
        -- What is done, due on another day or told of anew since is not written: of the items of this tenant, whoever it tells.
        stale := stale || ARRAY(
            SELECT n.id
            FROM core.notice_setting AS s
                JOIN core.notice AS n ON n.person_id = s.person_id
            WHERE s.email IS NOT NULL AND n.item_tenant_id = place.id AND n.read_at IS NULL AND (n.digest_id IS NULL OR n.digest_id = ANY (lost))
              AND NOT core.notice_stands(n));
    END LOOP;
    -- One digest a person and day, of all that he has neither read nor been written, and of what a digest held that was given up.
    WITH due AS (
        SELECT n.id, n.person_id, n.tenant_id
        FROM core.notice_setting AS s
            JOIN core.notice AS n ON n.person_id = s.person_id
        WHERE s.email IS NOT NULL AND n.read_at IS NULL AND (n.digest_id IS NULL OR n.digest_id = ANY (lost)) AND n.id <> ALL (stale)
    ), written AS (
        INSERT INTO core.message (id, tenant_id, person_id, day)
        SELECT core.new_id(), a.tenant_id, a.person_id, today FROM (SELECT DISTINCT d.person_id, d.tenant_id FROM due AS d) AS a
        ON CONFLICT DO NOTHING
        RETURNING id, person_id
    )
    UPDATE core.notice AS n
    SET digest_id = w.id
    FROM written AS w
        JOIN due AS d ON d.person_id = w.person_id
    WHERE n.id = d.id;
    -- A digest that was given up and of which nothing is left to be written waits for nobody any more; why it failed stays with it.
    UPDATE core.job AS j
    SET state = 'done', finished_at = clock_timestamp()
    WHERE j.kind = 'notice.mail' AND j.state = 'dead' AND j.subject_id = ANY (lost)
      AND NOT EXISTS (SELECT FROM core.notice AS n WHERE n.digest_id = j.subject_id AND n.read_at IS NULL AND n.id <> ALL (stale));
    RETURN told;
END
$$;

-- What the message of a job carries and where to: for the worker that has entered for it, and nobody else. None once it was sent.
CREATE OR REPLACE FUNCTION core.message_target(message uuid)
RETURNS TABLE (email text, url text, secret bytea, day date)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT s.email, w.url, w.secret, coalesce(m.day, n.day)
    FROM core.message AS m
        LEFT JOIN core.notice_setting AS s ON s.person_id = m.person_id
        LEFT JOIN core.webhook AS w ON w.id = m.webhook_id AND w.ended_at IS NULL
        LEFT JOIN core.notice AS n ON n.id = m.notice_id
    WHERE m.id = message_target.message AND m.sent_at IS NULL AND core.actor_is_system() AND m.tenant_id = core.actor_home()
$$;
-- Of a digest what is still so when it is sent. What it answers is more than it was at first.
DROP FUNCTION IF EXISTS core.message_notices(uuid);
CREATE FUNCTION core.message_notices(message uuid)
RETURNS TABLE (id uuid, rule text, item_tenant text, item_id uuid, remedy_id uuid, difficulty_id uuid, period_id uuid, good_model_id uuid, dossier_id uuid, draft_id uuid, month date,
    campaign text, campaign_code text, giver text, code text, title text, due_on date, reason text, source text, day date, giver_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT n.id, n.rule, t.slug, n.item_id, n.remedy_id, n.difficulty_id, n.period_id, n.good_model_id, n.dossier_id, n.draft_id, coalesce(n.month, p.month), c.name, c.code,
        n.giver, n.code, n.title, n.due_on, n.reason, n.source, n.day,
        CASE WHEN n.giver = 'unit' AND n.item_id IS NOT NULL THEN (
            SELECT v.full_name
            FROM core.part_givers(ARRAY[n.item_tenant_id], ARRAY[n.item_id]) AS g
                JOIN core.sub_unit_version AS v ON v.tenant_id = g.tenant_id AND v.unit_id = g.unit_id AND v.valid_from <= core.today()
            ORDER BY v.valid_from DESC
            LIMIT 1
        ) END
    FROM core.message AS m
        JOIN core.notice AS n ON (n.digest_id = m.id AND core.notice_stands(n)) OR n.id = m.notice_id
        JOIN core.tenant AS t ON t.id = n.item_tenant_id
        LEFT JOIN core.report_period AS p ON p.id = n.period_id
        LEFT JOIN core.campaign AS c ON c.id = n.campaign_id
    WHERE m.id = message_notices.message AND core.actor_is_system() AND m.tenant_id = core.actor_home()
    ORDER BY n.due_on, n.code, n.id
$$;
CREATE OR REPLACE FUNCTION core.message_sent(message uuid)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    UPDATE core.message AS m
    SET sent_at = clock_timestamp()
    WHERE m.id = message_sent.message AND m.sent_at IS NULL AND core.actor_is_system() AND m.tenant_id = core.actor_home()
    RETURNING true
$$;

-- What could not be sent so far, by the unit to which it was to go: for who reads over the province. Not to whom, and not why.
CREATE OR REPLACE FUNCTION core.messages_unsent()
RETURNS TABLE (unit text, by_mail boolean, is_given_up boolean, messages integer, since date)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT t.full_name, j.kind = 'notice.mail', j.state = 'dead', count(*)::integer,
        (min(j.recorded_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM core.job AS j
        JOIN core.tenant_on(core.today()) AS t ON t.id = j.tenant_id
    WHERE j.kind IN ('notice.mail', 'notice.webhook') AND (j.state = 'dead' OR (j.state IN ('ready', 'running') AND j.last_error IS NOT NULL))
      AND (SELECT core.actor_may('province.read'))
    GROUP BY t.position, t.slug, t.full_name, 2, 3
    ORDER BY t.position, t.slug, 2 DESC, 3 DESC
$$;

REVOKE ALL ON FUNCTION core.after_quiet_hours(integer, integer, timestamptz), core.mail_put_off(), core.notice_stands(core.notice),
    core.reminder_days(text, date, uuid), core.reminders_said(uuid, date), core.messages_unsent(), core.message_queued(), core.notice_posted(), core.result_returned(),
    core.extension_told(), core.dispute_told(), core.draft_told(), core.reminder_rule_guard(),
    core.reminders_queue(boolean), core.remind(uuid, bigint), core.message_target(uuid), core.message_notices(uuid), core.message_sent(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.reminders_queue(boolean), core.remind(uuid, bigint) TO thidua_worker;
GRANT EXECUTE ON FUNCTION core.messages_unsent() TO office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.message_target(uuid), core.message_notices(uuid), core.message_sent(uuid) TO thidua_tenant;

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    relation  text;
    rule      record;
BEGIN
    FOREACH relation IN ARRAY ARRAY['reminder_rule', 'notice_setting', 'webhook', 'notice', 'message']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
    END LOOP;
    EXECUTE format('GRANT SELECT ON core.reminder_rule TO %s', everybody);
    EXECUTE format('CREATE POLICY known_to_officers ON core.reminder_rule FOR SELECT TO %s USING ((SELECT core.actor_present()))', everybody);
    CREATE POLICY owner_reads ON core.reminder_rule FOR SELECT TO thidua_owner
        USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()));

    -- The Office says when people are reminded; the guard above ends what stood before.
    GRANT INSERT ON core.reminder_rule TO office;
    CREATE POLICY kept_by_the_office ON core.reminder_rule FOR INSERT TO office
        WITH CHECK ((SELECT core.actor_may('campaign.import')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()));
    CREATE POLICY owner_ends ON core.reminder_rule FOR UPDATE TO thidua_owner USING ((SELECT core.actor_may('campaign.import')));

    -- A person reads what he is told at home, marks it, and says where he is written to; nobody else does. Of which unit he is, is found.
    GRANT SELECT, UPDATE (read_at) ON core.notice TO thidua_tenant;
    -- Of a good model as long as he sees the model: what is recalled, or shown against the person's will, leads nowhere.
    CREATE POLICY ones_own ON core.notice FOR SELECT TO thidua_tenant
        USING (person_id = (SELECT core.actor_person())
            AND (good_model_id IS NULL OR EXISTS (SELECT FROM core.good_model AS m WHERE m.id = good_model_id)));
    CREATE POLICY marked ON core.notice FOR UPDATE TO thidua_tenant
        USING (person_id = (SELECT core.actor_person())) WITH CHECK (person_id = (SELECT core.actor_person()));
    ALTER TABLE core.notice_setting ALTER COLUMN tenant_id SET DEFAULT core.actor_home();
    GRANT SELECT, INSERT (person_id, email, quiet_from, quiet_to), UPDATE (email, quiet_from, quiet_to) ON core.notice_setting TO thidua_tenant;
    CREATE POLICY ones_own ON core.notice_setting TO thidua_tenant
        USING (person_id = (SELECT core.actor_person())) WITH CHECK (person_id = (SELECT core.actor_person()));

    -- The routines above: whoever causes a notice writes it, the worker reads and sends. The operator keeps the webhooks.
    CREATE POLICY owner_tells ON core.notice FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.actor_present()) OR (SELECT core.operator_works()));
    CREATE POLICY owner_tells ON core.message FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.actor_present()) OR (SELECT core.operator_works()));
    FOREACH relation IN ARRAY ARRAY['notice', 'message', 'notice_setting']
    LOOP
        EXECUTE format('CREATE POLICY owner_sends ON core.%I FOR SELECT TO thidua_owner USING ((SELECT core.actor_is_system()))', relation);
    END LOOP;
    CREATE POLICY owner_reads ON core.webhook FOR SELECT TO thidua_owner
        USING ((SELECT core.actor_is_system()) OR tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
    CREATE POLICY owner_notes ON core.notice FOR UPDATE TO thidua_owner USING ((SELECT core.actor_is_system()));
    CREATE POLICY owner_notes ON core.message FOR UPDATE TO thidua_owner USING ((SELECT core.actor_is_system()));
    CREATE POLICY operator_keeps ON core.webhook FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.operator_works()));
    CREATE POLICY operator_ends ON core.webhook FOR UPDATE TO thidua_owner USING ((SELECT core.operator_works()));

    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.reminder_rule'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.reminder_rule FOR EACH ROW EXECUTE FUNCTION core.reminder_rule_guard();
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.message'::regclass AND tgname = 'queued') THEN
        CREATE TRIGGER queued AFTER INSERT ON core.message FOR EACH ROW EXECUTE FUNCTION core.message_queued();
        CREATE TRIGGER posted AFTER INSERT ON core.notice FOR EACH ROW EXECUTE FUNCTION core.notice_posted();
    END IF;
    CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.ruling FOR EACH ROW WHEN (NEW.kind IN ('returned', 'revoked')) EXECUTE FUNCTION core.result_returned();
    -- After the date has moved: triggers go by their names.
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.extension_step'::regclass AND tgname = 'told') THEN
        CREATE TRIGGER told AFTER INSERT ON core.extension_step FOR EACH ROW WHEN (NEW.step <> 'asked') EXECUTE FUNCTION core.extension_told();
        CREATE TRIGGER told AFTER INSERT ON core.dispute_step FOR EACH ROW WHEN (NEW.step <> 'raised') EXECUTE FUNCTION core.dispute_told();
    END IF;
    CREATE OR REPLACE TRIGGER told AFTER INSERT ON core.draft_step FOR EACH ROW WHEN (NEW.step IN ('forwarded', 'returned')) EXECUTE FUNCTION core.draft_told();
END
$$;
