-- What follows a decision on an award: papers that correct, replace and revoke, money that comes back, presentation, certificates given anew, and what
-- Home Affairs rules on a verdict that was turned round. Whose step it is and in which state: 57_awards.sql.

-- Whether the nominee of a dossier is who acts, by whatever record of his (A66).
CREATE OR REPLACE FUNCTION core.dossier_of_who_acts(tenant uuid, dossier uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT coalesce((
        SELECT d.person_id = ANY (core.actor_persons())
        FROM core.award_dossier AS d
        WHERE d.tenant_id = dossier_of_who_acts.tenant AND d.id = dossier_of_who_acts.dossier), false)
$$;

-- Who gives a dossier its award by own authority; none: the province. Asked beside the lock, so that a unit that is closed is told by the row
-- policies that it writes no more.
CREATE OR REPLACE FUNCTION core.dossier_giver(tenant uuid, dossier uuid)
RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT d.giver_id FROM core.award_dossier AS d WHERE d.tenant_id = dossier_giver.tenant AND d.id = dossier_giver.dossier
$$;

-- The state of the dossier when it is proposed. Declined once, and else it stays.
CREATE OR REPLACE FUNCTION core.revocation_proposal_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    answer constant text[] := '{declined_on,declined_reason,declined_by,ones_own}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- Of what the province gave its row policies say it, in sight of the dossier.
        NEW.ones_own := NEW.giver_id IS NOT NULL AND core.dossier_of_who_acts(NEW.tenant_id, NEW.dossier_id);
        IF OLD.declined_on IS NOT NULL OR to_jsonb(NEW) - answer <> to_jsonb(OLD) - answer
            OR EXISTS (SELECT FROM core.award_amendment AS a WHERE a.proposal_id = OLD.id) THEN
            RAISE EXCEPTION 'a proposal is answered once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'proposal_answered_once';
        END IF;
        RETURN NEW;
    END IF;
    NEW.giver_id := core.dossier_giver(NEW.tenant_id, NEW.dossier_id);
    NEW.state := (
        SELECT d.state FROM core.award_dossier AS d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id FOR UPDATE);
    NEW.ones_own := NEW.giver_id IS NOT NULL AND core.dossier_of_who_acts(NEW.tenant_id, NEW.dossier_id);
    NEW.declined_on := NULL;
    NEW.declined_reason := NULL;
    NEW.declined_by := NULL;
    RETURN NEW;
END
$$;

-- Form and post of who signs, however its lines are parted: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH is KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.
CREATE OR REPLACE FUNCTION core.signer_key(signer text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT upper(btrim(regexp_replace(normalize(signer), '[\s/,;]+', ' ', 'g'))) $$;

-- Whose register an award stands in: the province's, or of its own authority that of the unit.
CREATE OR REPLACE FUNCTION core.award_tenant(giver uuid, proposer uuid)
RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT CASE WHEN giver IS NULL THEN core.province_tenant() ELSE proposer END $$;

-- What it amends, on which proposal, and where the dossier stands after it. Whoever does something about the same dossier takes turns here.
CREATE OR REPLACE FUNCTION core.award_amendment_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.giver_id := core.dossier_giver(NEW.dossier_tenant_id, NEW.dossier_id);
    SELECT core.dossier_cell(d.track, d.state, NEW.kind, d.held_in) INTO NEW.state
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.dossier_tenant_id AND d.id = NEW.dossier_id
    FOR UPDATE;
    NEW.amends_number := NULL;
    NEW.amends_on := NULL;
    SELECT p.number, p.signed_on INTO NEW.amends_number, NEW.amends_on
    FROM (
        SELECT x.number, x.signed_on, a.recorded_at
        FROM core.award AS a
            JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
        WHERE a.tenant_id = NEW.tenant_id AND a.dossier_id = NEW.dossier_id
        UNION ALL
        SELECT m.number, m.signed_on, m.recorded_at
        FROM core.award_amendment AS m
        WHERE m.tenant_id = NEW.tenant_id AND m.dossier_id = NEW.dossier_id AND m.kind = 'replace'
    ) AS p
    ORDER BY p.recorded_at DESC
    LIMIT 1;
    NEW.proposal_id := NULL;
    NEW.ground := NULL;
    IF NEW.kind = 'revoke' THEN
        SELECT p.id, p.ground INTO NEW.proposal_id, NEW.ground
        FROM core.revocation_proposal AS p
        WHERE p.tenant_id = NEW.dossier_tenant_id AND p.dossier_id = NEW.dossier_id AND p.declined_on IS NULL;
    END IF;
    -- What of the same number stands in the register of who gives: nothing that gave awards, and of one day and signer.
    SELECT coalesce(bool_or(EXISTS (SELECT FROM core.award AS a WHERE a.tenant_id = x.tenant_id AND a.decision_id = x.id)), false),
        coalesce(bool_or(x.signed_on <> NEW.signed_on OR core.signer_key(x.signer) <> core.signer_key(NEW.signer)), false)
    INTO NEW.gives, NEW.signed_otherwise
    FROM core.award_decision AS x
    WHERE x.tenant_id = NEW.tenant_id AND x.book = coalesce(NEW.giver_id, NEW.tenant_id)
      AND x.type = CASE NEW.kind WHEN 'correct' THEN 'CV' ELSE 'QĐ' END
      AND x.number_key = core.decision_key(CASE NEW.kind WHEN 'correct' THEN 'CV' ELSE 'QĐ' END, NEW.number)
      AND x.year = extract(year FROM NEW.signed_on)::integer;
    RETURN NEW;
END
$$;

-- Of which body a number is, by its symbol (NĐ 30/2020/NĐ-CP, Phụ lục I): `12/QĐ-UBND`, `15/UBND-NV` are of UBND; none where the symbol does not say.
CREATE OR REPLACE FUNCTION core.number_body(number text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT nullif(split_part(regexp_replace(
        upper(regexp_replace(split_part(split_part(normalize(number), '(', 1), '/', 2), '\s', '', 'g')), '^(QĐ|QD|CV)(-|$)', ''), '-', 1), '')
$$;

-- Whose power a signature shows, its own or in whose stead: CHỦ TỊCH of KT. CHỦ TỊCH / PHÓ CHỦ TỊCH; none where it names no head.
CREATE OR REPLACE FUNCTION core.signature_power(signer text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT substring(core.signer_key(signer)
        FROM '(CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|TỔNG BIÊN TẬP)')
$$;

-- Its number is taken in the register of decisions of who gives, once for all dossiers that it is about. Who signed corrects, replaces and revokes,
-- under a number of the same body (NĐ 30/2020/NĐ-CP, Điều 18): of who gave, whatever was typed when the decision was recorded. Of an agency also that
-- of what it amends: its code need not be the symbol of its papers. Asked after the row policies: it tells nothing to who may not write.
CREATE OR REPLACE FUNCTION core.award_amendment_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    amended_by text;
    gave       text;
    bodies     text[];
BEGIN
    SELECT x.signer, a.form INTO amended_by, gave
    FROM core.award AS a
        JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
    WHERE a.tenant_id = NEW.tenant_id AND a.dossier_tenant_id = NEW.dossier_tenant_id AND a.dossier_id = NEW.dossier_id;
    bodies := CASE WHEN gave <> 'departmentCommendation' THEN ARRAY['UBND']
        ELSE array_remove(ARRAY[core.number_body(NEW.amends_number), (
            SELECT upper(t.code) FROM core.tenant_on(core.today()) AS t
            WHERE t.id = NEW.giver_id AND core.number_body(NEW.amends_number) IS NOT NULL)], NULL) END;
    IF core.number_body(NEW.number) <> ALL (bodies) AND cardinality(bodies) > 0 THEN
        RAISE EXCEPTION 'a paper on an award is of the body that gave it' USING ERRCODE = '23514', CONSTRAINT = 'amendment_of_the_same_body';
    END IF;
    IF core.signature_power(NEW.signer) <> core.signature_power(amended_by) THEN
        RAISE EXCEPTION 'a paper on an award is signed by who signed it' USING ERRCODE = '23514', CONSTRAINT = 'amendment_by_who_signed';
    END IF;
    IF NOT EXISTS (
        SELECT
        FROM core.award_decision AS x
        WHERE x.tenant_id = NEW.tenant_id AND x.book = coalesce(NEW.giver_id, NEW.tenant_id) AND x.type = NEW.type
          AND x.number_key = core.decision_key(NEW.type, NEW.number) AND x.year = extract(year FROM NEW.signed_on)::integer) THEN
        INSERT INTO core.award_decision (tenant_id, id, unit_id, type, number, signed_on, signer, recorded_by, recorded_on)
        VALUES (NEW.tenant_id, NEW.id, nullif(NEW.giver_id, NEW.tenant_id), NEW.type, NEW.number, NEW.signed_on, NEW.signer, NEW.recorded_by, NEW.recorded_on);
    END IF;
    -- What a unit gave a person of its own, his history keeps (57_awards.sql).
    IF NEW.kind = 'replace' THEN
        UPDATE core.achievement_claim AS c
        SET awarded_name = NEW.printed_name, awarded_post = NEW.printed_post, decision_number = NEW.number, decision_on = NEW.signed_on
        WHERE c.tenant_id = NEW.dossier_tenant_id AND c.dossier_id = NEW.dossier_id AND c.award_id IS NOT NULL;
    END IF;
    RETURN NULL;
END
$$;

-- No step that amends an award without its paper: judged when both are written. No paper without its step: a foreign key.
CREATE OR REPLACE FUNCTION core.amendment_is_whole()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT
        FROM core.award_amendment AS a
        WHERE a.id = NEW.id AND a.dossier_tenant_id = NEW.tenant_id AND a.dossier_id = NEW.dossier_id AND a.kind = NEW.step) THEN
        RAISE EXCEPTION 'a step that amends an award has its paper' USING ERRCODE = '23514', CONSTRAINT = 'dossier_amended_by_its_paper';
    END IF;
    RETURN NULL;
END
$$;

-- What a nominee gets by the rules of a day; none where no rate, base salary or rounding is in force.
CREATE OR REPLACE FUNCTION core.reward_on(decree text, form text, subject text, day date)
RETURNS integer
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT core.reward_amount(r.percent_of_base_salary, s.vnd_per_month, g.unit_vnd, g.direction)
    FROM core.reward_rate AS r
        JOIN core.base_salary AS s ON s.valid_from <= reward_on.day AND (s.valid_to IS NULL OR s.valid_to >= reward_on.day)
        JOIN core.reward_rounding AS g
            ON g.decree = r.decree AND g.valid_from <= reward_on.day AND (g.valid_to IS NULL OR g.valid_to >= reward_on.day)
    WHERE r.decree = reward_on.decree AND r.form = reward_on.form AND r.subject = reward_on.subject
      AND r.valid_from <= reward_on.day AND (r.valid_to IS NULL OR r.valid_to >= reward_on.day)
$$;

-- Sửa số ghi nhầm: who records decisions puts right what he recorded of one, with all that it gave; the paper itself was never wrong. Neither the body
-- nor the money is chosen by it: the symbol, the year of the golden book, in whose stead was signed and what the awards bring stay, and the day is
-- none before the council met and none after what followed. 42501: not his; else the constraint that was broken.
CREATE OR REPLACE FUNCTION core.correct_decision(tenant uuid, dossier uuid, number text, day date, signer text, reason text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    giver   uuid := core.dossier_giver(correct_decision.tenant, correct_decision.dossier);
    in_stead constant text := '^\s*(KT|TL|TUQ|Q)\.';
    stood   record;
BEGIN
    IF NOT coalesce(CASE
            WHEN giver IS NULL THEN core.actor_tenant() IS NULL AND core.actor_may('award.appraise')
            ELSE correct_decision.tenant = core.actor_writes() AND 'clerk' = ANY (core.own_parties(giver, true)) END, false) THEN
        RAISE EXCEPTION 'no decisions are recorded' USING ERRCODE = '42501';
    END IF;
    SELECT x.tenant_id, x.id, x.number, x.signed_on, x.signer, x.year, x.recorded_on INTO stood
    FROM core.award AS a
        JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
    WHERE a.tenant_id = core.award_tenant(giver, correct_decision.tenant) AND a.dossier_tenant_id = correct_decision.tenant
      AND a.dossier_id = correct_decision.dossier
    FOR UPDATE OF x;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no decision is recorded' USING ERRCODE = '23514', CONSTRAINT = 'decision_corrected_where_recorded';
    ELSIF correct_decision.reason !~ '\S' THEN
        RAISE EXCEPTION 'a correction gives its reason' USING ERRCODE = '23514', CONSTRAINT = 'decision_corrected_for_a_reason';
    ELSIF stood.number = correct_decision.number AND stood.signed_on = correct_decision.day AND stood.signer = correct_decision.signer THEN
        RAISE EXCEPTION 'a correction corrects something' USING ERRCODE = '23514', CONSTRAINT = 'decision_correction_changes_it';
    ELSIF EXISTS (
        SELECT
        FROM core.award AS a
        WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id
          AND core.number_body(correct_decision.number)
                <> CASE WHEN a.form = 'departmentCommendation' THEN core.number_body(stood.number) ELSE 'UBND' END) THEN
        RAISE EXCEPTION 'a decision has a number of the body that gives' USING ERRCODE = '23514', CONSTRAINT = 'decision_corrected_in_its_series';
    ELSIF giver IS NULL AND (correct_decision.signer ~* in_stead) <> (stood.signer ~* in_stead) THEN
        RAISE EXCEPTION 'a decision is signed as it was decided' USING ERRCODE = '23514', CONSTRAINT = 'award_signed_as_decided';
    END IF;
    IF correct_decision.day <> stood.signed_on THEN
        -- Who takes a step with one of its dossiers at the same moment takes turns with him.
        PERFORM
        FROM core.award AS a
            JOIN core.award_dossier AS d ON d.tenant_id = a.dossier_tenant_id AND d.id = a.dossier_id
        WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id
        ORDER BY d.tenant_id, d.id
        FOR UPDATE OF d;
        IF correct_decision.day > stood.recorded_on THEN
            RAISE EXCEPTION 'a decision is recorded once it is signed' USING ERRCODE = '23514', CONSTRAINT = 'decision_signed_before_it_was_recorded';
        ELSIF extract(year FROM correct_decision.day)::integer <> stood.year THEN
            RAISE EXCEPTION 'its numbers in the golden book are of another year' USING ERRCODE = '23514', CONSTRAINT = 'decision_keeps_its_year';
        ELSIF EXISTS (
            SELECT
            FROM core.award AS a
            WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id AND (
                EXISTS (
                    SELECT
                    FROM core.dossier_step AS s
                    WHERE s.tenant_id = a.dossier_tenant_id AND s.dossier_id = a.dossier_id AND s.step = 'decide' AND s.not_before > correct_decision.day)
                OR EXISTS (
                    SELECT
                    FROM core.session_dossier AS l
                        JOIN core.council_session AS c ON c.tenant_id = l.tenant_id AND c.id = l.session_id
                    WHERE l.dossier_tenant_id = a.dossier_tenant_id AND l.dossier_id = a.dossier_id AND c.closed_at IS NOT NULL
                      AND c.held_on > correct_decision.day))) THEN
            RAISE EXCEPTION 'a decision is signed when it was put' USING ERRCODE = '23514', CONSTRAINT = 'decision_not_before_its_session';
        ELSIF EXISTS (
            SELECT
            FROM core.award AS a
                JOIN core.award_dossier AS d ON d.tenant_id = a.dossier_tenant_id AND d.id = a.dossier_id
            WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id AND (
                d.state <> 'issued' AND d.last_on < correct_decision.day
                OR EXISTS (
                    SELECT
                    FROM core.award_amendment AS m
                    WHERE m.tenant_id = a.tenant_id AND m.dossier_tenant_id = a.dossier_tenant_id AND m.dossier_id = a.dossier_id
                      AND m.signed_on < correct_decision.day))) THEN
            RAISE EXCEPTION 'a decision is before what followed it' USING ERRCODE = '23514', CONSTRAINT = 'decision_not_after_what_followed';
        ELSIF EXISTS (
            SELECT
            FROM core.award AS a
            WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id
              AND core.reward_on(a.decree, a.form, a.subject, correct_decision.day)
                    IS DISTINCT FROM core.reward_on(a.decree, a.form, a.subject, stood.signed_on)) THEN
            RAISE EXCEPTION 'who records a decision does not choose its money' USING ERRCODE = '23514', CONSTRAINT = 'decision_keeps_its_money';
        END IF;
    END IF;
    UPDATE core.award_decision AS x
    SET number = correct_decision.number, signed_on = correct_decision.day, signer = correct_decision.signer,
        corrections = x.corrections || jsonb_build_array(jsonb_build_object(
            'number', stood.number, 'signed_on', stood.signed_on, 'signer', stood.signer, 'reason', correct_decision.reason,
            'corrected_by', core.actor_post(), 'corrected_on', core.today(), 'corrected_at', clock_timestamp()))
    WHERE x.tenant_id = stood.tenant_id AND x.id = stood.id;
    -- What comes next is not before the day on which it was signed, and may be before the one that was typed.
    UPDATE core.award_dossier AS d
    SET last_on = correct_decision.day
    FROM core.award AS a
    WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id AND d.tenant_id = a.dossier_tenant_id AND d.id = a.dossier_id
      AND d.state = 'issued' AND d.last_on = stood.signed_on AND stood.signed_on <> correct_decision.day;
    -- What a unit gave a person of its own, his history keeps (57_awards.sql); what replaced it stays.
    UPDATE core.achievement_claim AS c
    SET decision_number = correct_decision.number, decision_on = correct_decision.day
    FROM core.award AS a
    WHERE a.tenant_id = stood.tenant_id AND a.decision_id = stood.id AND c.tenant_id = a.dossier_tenant_id AND c.award_id = a.id
      AND c.decision_number = stood.number AND c.decision_on = stood.signed_on;
END
$$;

-- Number and day of the decision on a dossier where they were recorded wrongly first: its steps stay as they were taken. Of the province's decisions,
-- which are published, and of the unit's own. Strict: of the steps that are none of a decision nothing is looked for.
CREATE OR REPLACE FUNCTION core.decision_as_corrected(tenant uuid, dossier uuid)
RETURNS TABLE (number text, signed_on date)
LANGUAGE sql STABLE STRICT PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT x.number, x.signed_on
    FROM core.award AS a
        JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
    WHERE a.dossier_tenant_id = decision_as_corrected.tenant AND a.dossier_id = decision_as_corrected.dossier AND x.corrections <> '[]'
      AND (a.tenant_id = core.province_tenant() OR a.tenant_id = core.actor_home())
$$;

-- What is owed and to which fund, what came before; those who record about the same award at once take turns at its dossier.
CREATE OR REPLACE FUNCTION core.reward_recovery_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.giver_id := core.dossier_giver(NEW.tenant_id, NEW.dossier_id);
    PERFORM FROM core.award_dossier AS d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id FOR UPDATE;
    NEW.ones_own := NEW.giver_id IS NOT NULL AND core.dossier_of_who_acts(NEW.tenant_id, NEW.dossier_id);
    NEW.revoked_on := (
        SELECT m.signed_on
        FROM core.award_amendment AS m
        WHERE m.dossier_tenant_id = NEW.tenant_id AND m.dossier_id = NEW.dossier_id AND m.kind = 'revoke');
    NEW.due := 0;
    NEW.fund := NULL;
    SELECT a.reward, a.budget INTO NEW.due, NEW.fund
    FROM core.award AS a
    WHERE a.tenant_id = core.award_tenant(NEW.giver_id, NEW.tenant_id) AND a.dossier_tenant_id = NEW.tenant_id AND a.dossier_id = NEW.dossier_id;
    NEW.due := coalesce(NEW.due, 0);
    -- In a statement of its own: it sees what was committed while the lock was waited for.
    NEW.settled := coalesce((
        SELECT sum(r.amount) FROM core.reward_recovery AS r WHERE r.tenant_id = NEW.tenant_id AND r.dossier_id = NEW.dossier_id), 0);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.presentation_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'presentation', NEW.id), 0));
    IF TG_OP = 'INSERT' THEN
        NEW.completed_on := NULL;
    ELSIF OLD.completed_on IS NOT NULL OR to_jsonb(NEW) - 'completed_on' <> to_jsonb(OLD) - 'completed_on' THEN
        RAISE EXCEPTION 'a presentation is completed once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'presentation_completed_once';
    END IF;
    RETURN NEW;
END
$$;

-- The next place in the order, whatever the statement says.
CREATE OR REPLACE FUNCTION core.presentation_awardee_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'presentation', NEW.presentation_id), 0));
    NEW.is_open := EXISTS (
        SELECT FROM core.presentation AS p
        WHERE p.id = NEW.presentation_id AND p.completed_on IS NULL AND (p.tenant_id IS NULL OR p.tenant_id = NEW.tenant_id));
    NEW.position := 1 + coalesce((
        SELECT max(a.position) FROM core.presentation_awardee AS a WHERE a.presentation_id = NEW.presentation_id), 0);
    NEW.state := NULL;
    NEW.giver_id := NULL;
    SELECT d.state, d.giver_id INTO NEW.state, NEW.giver_id
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id;
    -- One hands over what he gave.
    NEW.of_its_giver := NOT EXISTS (
        SELECT FROM core.presentation AS p WHERE p.id = NEW.presentation_id AND p.giver_id IS DISTINCT FROM NEW.giver_id);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.certificate_copy_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.giver_id := core.dossier_giver(NEW.tenant_id, NEW.dossier_id);
    NEW.state := (
        SELECT d.state FROM core.award_dossier AS d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id FOR UPDATE);
    NEW.award_id := (
        SELECT a.id
        FROM core.award AS a
        WHERE a.tenant_id = core.award_tenant(NEW.giver_id, NEW.tenant_id) AND a.dossier_tenant_id = NEW.tenant_id AND a.dossier_id = NEW.dossier_id);
    RETURN NEW;
END
$$;

-- A certificate that is given anew stands in its register, in the year in which it was issued.
CREATE OR REPLACE FUNCTION core.certificate_copy_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.register_entry (tenant_id, unit_id, kind, year, number, subject_id, recorded_on)
    VALUES (core.award_tenant(NEW.giver_id, NEW.tenant_id), nullif(NEW.giver_id, NEW.tenant_id), 'certificateCopies',
        extract(year FROM NEW.issued_on), 0, NEW.id, core.today());
    RETURN NULL;
END
$$;

-- By the version that turned the verdict round; as who rules reads it, so that a ruling tells nobody what he does not see.
CREATE OR REPLACE FUNCTION core.flip_ruling_guard()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    resting record;
    latest  integer;
    said    text;
BEGIN
    NEW.snapshot_version := NULL;
    SELECT s.verdict, s.snapshot_version, p.unit_id, d.review_id INTO resting
    FROM core.award_dossier AS d
        JOIN core.dossier_step AS s ON s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'submit'
        CROSS JOIN LATERAL (
            SELECT CASE WHEN d.person_id IS NULL THEN d.unit_id ELSE coalesce((
                SELECT n.unit_id FROM core.nomination_slot AS n WHERE n.dossier_id = d.id), d.tenant_id) END AS unit_id
        ) AS p
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id AND s.verdict IS NOT NULL
    ORDER BY s.position DESC
    LIMIT 1;
    IF resting.verdict IS NULL THEN
        RETURN NEW;
    END IF;
    latest := (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = resting.review_id);
    said := (
        SELECT convert_from(r.verdict, 'UTF8')::jsonb ->> 'verdict'
        FROM core.review_part AS r
        WHERE r.tenant_id = NEW.tenant_id AND r.review_id = resting.review_id AND r.unit_id = resting.unit_id AND r.version = latest);
    -- What waited for the motto and passed was put forward for that: nothing was turned round.
    IF resting.verdict IS DISTINCT FROM said AND NOT (resting.verdict = 'pending' AND said IS NOT DISTINCT FROM 'pass') THEN
        NEW.snapshot_version := latest;
    END IF;
    RETURN NEW;
END
$$;

-- A correction of the figures tells Home Affairs of every dossier whose verdict it turned round, once a version: each waits for its ruling. At the end of
-- the transaction, when the parts of the version are there.
CREATE OR REPLACE FUNCTION core.flips_told()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    INSERT INTO core.notice (id, tenant_id, person_id, rule, cause, item_tenant_id, dossier_id, campaign_id, giver, code, title, reason, day)
    SELECT core.new_id(), o.tenant_id, o.person_id, 'verdict_flipped', 'verdict_flipped:' || d.id || ':' || NEW.version, d.tenant_id, d.id, d.campaign_id,
        'province', '', 'Hồ sơ đề nghị khen thưởng của ' || t.full_name,
        'kết quả xét mà hồ sơ dựa vào đã thay đổi theo số liệu đính chính, chờ kết luận', core.today()
    FROM core.award_dossier AS d
        JOIN core.tenant_on(core.today()) AS t ON t.id = d.tenant_id
        CROSS JOIN LATERAL (
            SELECT s.verdict
            FROM core.dossier_step AS s
            WHERE s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.step = 'submit'
            ORDER BY s.position DESC
            LIMIT 1
        ) AS b
        CROSS JOIN LATERAL (
            SELECT (
                SELECT convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict'
                FROM core.review_part AS p
                WHERE p.tenant_id = d.tenant_id AND p.review_id = d.review_id AND p.version = NEW.version
                  AND p.unit_id = CASE WHEN d.person_id IS NULL THEN d.unit_id ELSE coalesce((
                    SELECT n.unit_id FROM core.nomination_slot AS n WHERE n.dossier_id = d.id), d.tenant_id) END
            ) AS verdict
        ) AS now
        JOIN core.post AS o ON o.role = 'home_affairs_officer' AND o.valid_from <= core.today() AND (o.valid_to IS NULL OR o.valid_to >= core.today())
        JOIN core.person AS n ON n.id = o.person_id AND (n.ended_on IS NULL OR n.ended_on >= core.today())
    WHERE d.review_id = NEW.review_id AND d.track = 'provincialReview' AND d.state NOT IN ('drafted', 'councilReviewed', 'withdrawn', 'refused', 'revoked')
      AND b.verdict IS NOT NULL AND now.verdict IS DISTINCT FROM b.verdict
      -- What waited for the motto and passed was put forward for that.
      AND NOT (b.verdict = 'pending' AND now.verdict IS NOT DISTINCT FROM 'pass')
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

-- Whether it was ruled in the last version of the figures what follows of a dossier whose verdict was turned round. A unit asks it of its own.
CREATE OR REPLACE FUNCTION core.flip_is_ruled(tenant uuid, dossier uuid, review uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT EXISTS (
        SELECT
        FROM core.flip_ruling AS f
        WHERE f.tenant_id = flip_is_ruled.tenant AND f.dossier_id = flip_is_ruled.dossier
          AND f.snapshot_version = (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = flip_is_ruled.review))
$$;

-- Whether who is awarded is named in public: a collective always, a person by the last word that he said of it (A72). As whoever asks: of what he sees.
CREATE OR REPLACE FUNCTION core.named_in_public(subject text, tenant uuid, dossier uuid)
RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$
    SELECT subject = 'collective' OR coalesce((
        SELECT c.consents
        FROM core.publicity_consent AS c
        WHERE c.tenant_id = tenant AND c.dossier_id = dossier
        ORDER BY c.position DESC
        LIMIT 1), false)
$$;

-- What is published of awards once they are signed, as they read now: the name by the last decision, and under which paper one was corrected,
-- replaced or revoked; on which ground is not published (domain.md 1.9). A person is named who agreed to it, and no longer once he takes it back
-- (A72); else his unit stands there alone. What a unit gave by its own authority is published inside it.
DROP FUNCTION IF EXISTS core.awards_in_public(uuid, date, uuid, integer);
CREATE FUNCTION core.awards_in_public(proposer uuid, last_on date, last_id uuid, most integer)
RETURNS TABLE (id uuid, named boolean, printed_name text, printed_post text, unit_name text, form text, subject text, number text, signed_on date,
    amended text, amended_number text, amended_on date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT a.id, k.named, CASE WHEN k.named THEN coalesce(n.printed_name, a.printed_name) ELSE '' END,
        CASE WHEN NOT k.named THEN '' WHEN n.printed_name IS NULL THEN a.printed_post ELSE n.printed_post END, t.full_name,
        a.form, a.subject, x.number, x.signed_on, m.kind, m.number, m.signed_on
    FROM core.award AS a
        JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
        JOIN core.tenant_on(core.today()) AS t ON t.id = a.dossier_tenant_id
        LEFT JOIN LATERAL (
            SELECT y.kind, y.number, y.signed_on
            FROM core.award_amendment AS y
            WHERE y.tenant_id = a.tenant_id AND y.dossier_id = a.dossier_id
            ORDER BY y.recorded_at DESC
            LIMIT 1
        ) AS m ON true
        LEFT JOIN LATERAL (
            SELECT y.printed_name, y.printed_post
            FROM core.award_amendment AS y
            WHERE y.tenant_id = a.tenant_id AND y.dossier_id = a.dossier_id AND y.kind = 'replace'
            ORDER BY y.recorded_at DESC
            LIMIT 1
        ) AS n ON true
        CROSS JOIN LATERAL (SELECT core.named_in_public(a.subject, a.dossier_tenant_id, a.dossier_id) AS named) AS k
    WHERE (a.tenant_id = core.province_tenant() OR a.tenant_id = core.actor_home())
      AND (proposer IS NULL OR a.dossier_tenant_id = proposer)
      AND (last_id IS NULL OR (x.signed_on, a.id) < (last_on, last_id))
    ORDER BY x.signed_on DESC, a.id DESC
    LIMIT most
$$;

REVOKE ALL ON FUNCTION core.dossier_of_who_acts(uuid, uuid), core.dossier_giver(uuid, uuid), core.signer_key(text), core.number_body(text), core.signature_power(text),
    core.award_tenant(uuid, uuid), core.revocation_proposal_guard(), core.award_amendment_guard(), core.award_amendment_follows(), core.amendment_is_whole(),
    core.reward_recovery_guard(), core.presentation_guard(), core.presentation_awardee_guard(), core.certificate_copy_guard(),
    core.certificate_copy_follows(), core.flip_ruling_guard(), core.flips_told(), core.flip_is_ruled(uuid, uuid, uuid), core.named_in_public(text, uuid, uuid),
    core.awards_in_public(uuid, date, uuid, integer), core.reward_on(text, text, text, date),
    core.correct_decision(uuid, uuid, text, date, text, text), core.decision_as_corrected(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.correct_decision(uuid, uuid, text, date, text, text) TO thidua_tenant, home_affairs;
GRANT EXECUTE ON FUNCTION core.decision_as_corrected(uuid, uuid) TO thidua_tenant, office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.flip_is_ruled(uuid, uuid, uuid) TO thidua_tenant, office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.awards_in_public(uuid, date, uuid, integer) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;

DO $$
DECLARE
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    of_units  constant text[] := ARRAY['revocation_proposal', 'reward_recovery', 'presentation_awardee', 'certificate_copy', 'flip_ruling'];
    stays     constant text[] := ARRAY['award_amendment', 'reward_recovery', 'presentation_awardee', 'certificate_copy', 'flip_ruling'];
    not_ones_own constant text := 'coalesce(d.person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true)';
    -- Of these a unit that gives by its own authority has some too.
    of_own    constant text[] := ARRAY['revocation_proposal', 'reward_recovery', 'certificate_copy', 'presentation_awardee'];
    relation  text;
    rule      record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.award_amendment'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.revocation_proposal FOR EACH ROW EXECUTE FUNCTION core.revocation_proposal_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.award_amendment FOR EACH ROW EXECUTE FUNCTION core.award_amendment_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.award_amendment FOR EACH ROW EXECUTE FUNCTION core.award_amendment_follows();
        CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON core.dossier_step DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.step IN ('correct', 'replace', 'revoke')) EXECUTE FUNCTION core.amendment_is_whole();
        CREATE TRIGGER guard BEFORE INSERT ON core.reward_recovery FOR EACH ROW EXECUTE FUNCTION core.reward_recovery_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.presentation FOR EACH ROW EXECUTE FUNCTION core.presentation_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.presentation_awardee FOR EACH ROW EXECUTE FUNCTION core.presentation_awardee_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.certificate_copy FOR EACH ROW EXECUTE FUNCTION core.certificate_copy_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.certificate_copy FOR EACH ROW EXECUTE FUNCTION core.certificate_copy_follows();
        CREATE TRIGGER guard BEFORE INSERT ON core.flip_ruling FOR EACH ROW EXECUTE FUNCTION core.flip_ruling_guard();
        FOREACH relation IN ARRAY stays
        LOOP
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.award_stays()', relation);
        END LOOP;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.review_snapshot'::regclass AND tgname = 'told') THEN
        CREATE CONSTRAINT TRIGGER told AFTER INSERT ON core.review_snapshot DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.version > 1) EXECUTE FUNCTION core.flips_told();
    END IF;
    FOREACH relation IN ARRAY of_units || ARRAY['award_amendment', 'presentation']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, province);
    END LOOP;
    -- Of every unit for who reads the province; the unit reads the steps of its dossiers, and what is published.
    FOREACH relation IN ARRAY of_units
    LOOP
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING (%s(SELECT core.actor_may(''province.read'')))', relation, province,
            CASE WHEN relation = ANY (of_own) THEN 'giver_id IS NULL AND ' ELSE '' END);
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;
    EXECUTE format('CREATE POLICY province ON core.presentation FOR SELECT TO %s
        USING (giver_id IS NULL AND (SELECT core.actor_may(''province.read'')))', province);
    CREATE POLICY owner_reads ON core.presentation FOR SELECT TO thidua_owner
        USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()));
    EXECUTE format('CREATE POLICY of_the_province ON core.award_amendment FOR SELECT TO %s
        USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''province.read'')))', province);
    CREATE POLICY owner_reads ON core.award_amendment FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
    CREATE POLICY owner_publishes ON core.award_amendment FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_present()));

    -- By Home Affairs, of dossiers in sight; what may cost or save an award not of one's own (A66).
    GRANT INSERT ON core.revocation_proposal, core.reward_recovery, core.presentation_awardee, core.certificate_copy, core.flip_ruling, core.presentation,
        core.award_amendment TO home_affairs;
    FOREACH relation IN ARRAY of_units
    LOOP
        EXECUTE format('CREATE POLICY recorded_by_home_affairs ON core.%1$I FOR INSERT TO home_affairs
            WITH CHECK ((SELECT core.actor_may(''award.appraise'')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
                AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = %1$I.tenant_id AND d.id = dossier_id %2$s) %3$s)',
            relation,
            CASE WHEN relation IN ('revocation_proposal', 'reward_recovery', 'flip_ruling') THEN 'AND ' || not_ones_own ELSE '' END,
            CASE relation WHEN 'reward_recovery' THEN 'AND kind = ''payment''' ELSE '' END);
    END LOOP;
    CREATE POLICY recorded_by_home_affairs ON core.presentation FOR INSERT TO home_affairs
        WITH CHECK (giver_id IS NULL AND (SELECT core.actor_may('award.appraise')) AND recorded_by = (SELECT core.actor_post())
            AND recorded_on = (SELECT core.today()));
    GRANT UPDATE (completed_on) ON core.presentation TO thidua_tenant, home_affairs;
    CREATE POLICY completed_by_home_affairs ON core.presentation FOR UPDATE TO home_affairs
        USING (giver_id IS NULL AND (SELECT core.actor_may('award.appraise'))) WITH CHECK (giver_id IS NULL AND completed_on = (SELECT core.today()));
    CREATE POLICY corrected_by_home_affairs ON core.award_amendment FOR INSERT TO home_affairs
        WITH CHECK (kind = 'correct' AND tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may('award.appraise'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = dossier_tenant_id AND d.id = dossier_id));

    -- By who signs.
    GRANT INSERT ON core.award_amendment, core.reward_recovery TO leadership;
    CREATE POLICY signed ON core.award_amendment FOR INSERT TO leadership
        WITH CHECK (kind IN ('replace', 'revoke') AND tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may('award.decide'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = dossier_tenant_id AND d.id = dossier_id));
    CREATE POLICY waived ON core.reward_recovery FOR INSERT TO leadership
        WITH CHECK (kind = 'waiver' AND (SELECT core.actor_may('award.decide')) AND recorded_by = (SELECT core.actor_post())
            AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = reward_recovery.tenant_id AND d.id = dossier_id
                AND coalesce(d.person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true)));
    GRANT UPDATE (declined_on, declined_reason, declined_by) ON core.revocation_proposal TO leadership;
    CREATE POLICY declined ON core.revocation_proposal FOR UPDATE TO leadership
        USING ((SELECT core.actor_may('award.decide'))
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = revocation_proposal.tenant_id AND d.id = dossier_id
                AND coalesce(d.person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true)))
        WITH CHECK (declined_on = (SELECT core.today()) AND declined_by = (SELECT core.actor_post()));

    -- Of what a unit gives by its own authority: read by who reads its awards, done by who keeps them and by who signs there, and by nobody else.
    FOREACH relation IN ARRAY of_own || ARRAY['award_amendment', 'presentation']
    LOOP
        EXECUTE format('GRANT SELECT, INSERT ON core.%I TO thidua_tenant', relation);
        EXECUTE format('CREATE POLICY own_in_sight ON core.%I FOR SELECT TO thidua_tenant
            USING (giver_id IS NOT NULL AND (tenant_id = (SELECT core.actor_whole())
                OR giver_id = (SELECT core.actor_unit()) AND (SELECT (core.actor())[10]) = ''subtree''))', relation);
        EXECUTE format('CREATE POLICY recorded_by_who_gives ON core.%I FOR INSERT TO thidua_tenant
            WITH CHECK (tenant_id = (SELECT core.actor_writes()) AND %s = ANY (core.own_parties(giver_id, false))
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))', relation,
            CASE relation WHEN 'award_amendment' THEN 'CASE kind WHEN ''correct'' THEN ''appraiser'' ELSE ''signer'' END'
                WHEN 'reward_recovery' THEN 'CASE kind WHEN ''waiver'' THEN ''signer'' ELSE ''clerk'' END'
                ELSE '''appraiser''' END);
    END LOOP;
    GRANT UPDATE (declined_on, declined_reason, declined_by) ON core.revocation_proposal TO thidua_tenant;
    CREATE POLICY declined_by_who_signs ON core.revocation_proposal FOR UPDATE TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_writes()) AND 'signer' = ANY (core.own_parties(giver_id, false)))
        WITH CHECK (declined_on = (SELECT core.today()) AND declined_by = (SELECT core.actor_post()));
    CREATE POLICY completed_by_who_gives ON core.presentation FOR UPDATE TO thidua_tenant
        USING (tenant_id = (SELECT core.actor_writes()) AND 'appraiser' = ANY (core.own_parties(giver_id, false)))
        WITH CHECK (completed_on = (SELECT core.today()));
END
$$;
