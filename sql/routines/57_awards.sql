-- Awards: who takes which step of a dossier, what its guards find, slots, decisions, registers. The cells of a dossier's life stand in
-- Sources/Domain/Awards/AwardDossier+Life.swift too; a test holds the two against each other, cell by cell. Councils: 57_councils.sql.

-- The state after a step; none: it is out of order.
CREATE OR REPLACE FUNCTION core.dossier_cell(track text, state text, step text, held_in text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN state = 'councilReviewed' AND track LIKE '%AdHoc' OR state = 'provincialCouncilReviewed' AND track <> 'provincialReview' THEN NULL
        WHEN step = 'passUnitCouncil' AND (state = 'drafted' AND track = 'provincialReview' OR state = 'appraised' AND track = 'ownReview') THEN 'councilReviewed'
        WHEN step = 'submit' AND state = CASE track WHEN 'provincialReview' THEN 'councilReviewed' ELSE 'drafted' END THEN 'submitted'
        WHEN step = 'receive' AND state = 'submitted' THEN 'received'
        WHEN step = 'askSupplement' AND state = 'received' THEN 'supplementAsked'
        WHEN step = 'supplement' AND state = 'supplementAsked' THEN 'received'
        WHEN step = 'appraise' AND state = 'received' THEN 'appraised'
        WHEN step = 'passProvincialCouncil' AND state = 'appraised' AND track = 'provincialReview' THEN 'provincialCouncilReviewed'
        WHEN step = 'putToChairman'
            AND state = CASE track WHEN 'provincialReview' THEN 'provincialCouncilReviewed' WHEN 'ownReview' THEN 'councilReviewed' ELSE 'appraised' END THEN 'putToChairman'
        WHEN step = 'decide' AND state = 'putToChairman' THEN 'decided'
        WHEN step = 'issue' AND state = 'decided' THEN 'issued'
        WHEN step = 'present' AND state IN ('issued', 'corrected', 'replaced') THEN 'presented'
        WHEN step = 'withdraw' AND state IN ('drafted', 'councilReviewed', 'submitted', 'received', 'supplementAsked', 'appraised', 'provincialCouncilReviewed',
            'putToChairman', 'held') THEN 'withdrawn'
        WHEN step = 'refuse' AND (state IN ('submitted', 'received', 'supplementAsked', 'appraised', 'putToChairman')
            OR state = 'drafted' AND track = 'provincialReview') THEN 'refused'
        WHEN step = 'hold' AND (state IN ('submitted', 'received', 'supplementAsked', 'appraised', 'provincialCouncilReviewed', 'putToChairman')
            OR state = 'councilReviewed' AND track = 'ownReview') THEN 'held'
        WHEN step = 'release' AND state = 'held' THEN held_in
        WHEN step = 'correct' AND state IN ('issued', 'presented', 'corrected', 'replaced') THEN 'corrected'
        WHEN step = 'replace' AND state IN ('issued', 'presented', 'corrected', 'replaced') THEN 'replaced'
        WHEN step = 'revoke' AND state IN ('decided', 'issued', 'presented', 'corrected', 'replaced') THEN 'revoked'
    END
$$;

-- Whose step it is, where it is in order.
CREATE OR REPLACE FUNCTION core.dossier_party(track text, state text, step text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN core.dossier_cell(track, state, step, 'submitted') IS NULL THEN NULL
        WHEN step = 'refuse' THEN CASE
            WHEN state = 'drafted' OR state = 'appraised' AND track = 'ownReview' THEN 'unitCouncil'
            WHEN state = 'appraised' AND track = 'provincialReview' THEN 'provincialCouncil'
            WHEN state = 'putToChairman' THEN 'signer'
            ELSE 'appraiser' END
        WHEN step = 'passUnitCouncil' THEN 'unitCouncil'
        WHEN step = 'passProvincialCouncil' THEN 'provincialCouncil'
        WHEN step IN ('submit', 'supplement', 'withdraw') THEN 'proposer'
        WHEN step IN ('decide', 'replace', 'revoke') THEN 'signer'
        -- Of the province Home Affairs records what its clerk numbered (domain.md 2.4).
        WHEN step = 'issue' THEN CASE WHEN track LIKE 'own%' THEN 'clerk' ELSE 'appraiser' END
        ELSE 'appraiser'
    END
$$;

-- For whom the acting post takes steps: at home for its unit and the unit's council, in the province for Home Affairs or as who signs.
CREATE OR REPLACE FUNCTION core.award_parties()
RETURNS text[]
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$
    SELECT CASE WHEN core.actor_tenant() IS NOT NULL
        THEN array_remove(ARRAY[CASE WHEN core.actor_may('award.propose') THEN 'proposer' END, CASE WHEN core.actor_may('award.council') THEN 'unitCouncil' END], NULL)
        ELSE CASE WHEN core.actor_may('award.appraise') THEN ARRAY['appraiser', 'provincialCouncil', 'clerk'] ELSE '{}' END
            || CASE WHEN core.actor_may('award.decide') THEN ARRAY['signer'] ELSE '{}' END
        END
$$;

-- A parameter of the plan; none where it leaves it out.
CREATE OR REPLACE FUNCTION core.campaign_parameter(campaign uuid, name text)
RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.value ->> 'value'
    FROM core.campaign AS c
        CROSS JOIN LATERAL jsonb_array_elements(c.document -> 'parameters') AS p (value)
    WHERE c.id = campaign AND p.value ->> 'name' = campaign_parameter.name
$$;

-- On what it rests, as a paper cites it: another text by its own words, all else by the plan.
CREATE OR REPLACE FUNCTION core.campaign_parameter_source(campaign uuid, name text)
RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT coalesce(p.value #>> '{basis,law}', p.value #>> '{basis,local}',
        (c.document #>> '{paper,type}') || ' ' || (c.document #>> '{paper,number}') || '/' || (c.document #>> '{paper,symbol}')
            || coalesce(', mục ' || (p.value #>> '{basis,plan}'), ''),
        c.name)
    FROM core.campaign AS c
        CROSS JOIN LATERAL jsonb_array_elements(c.document -> 'parameters') AS p (value)
    WHERE c.id = campaign AND p.value ->> 'name' = campaign_parameter_source.name
$$;

-- A parameter of the plan that the last frozen version of a review rests on: a plan that is changed afterwards moves nothing.
CREATE OR REPLACE FUNCTION core.frozen_parameter(review uuid, name text)
RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.value ->> 'value'
    FROM core.review AS r
        JOIN core.review_snapshot AS s ON s.review_id = r.id
            AND s.version = (SELECT max(x.version) FROM core.review_snapshot AS x WHERE x.review_id = r.id)
        JOIN core.campaign_version AS v ON v.campaign_id = r.campaign_id AND v.version = (s.head::jsonb #>> '{plan,version}')::integer
        CROSS JOIN LATERAL jsonb_array_elements(v.document -> 'parameters') AS p (value)
    WHERE r.id = review AND p.value ->> 'name' = frozen_parameter.name
$$;

-- Tiền thưởng: so many hundredths of the base salary, rounded. As Sources/Domain/Awards/RewardRounding.swift.
CREATE OR REPLACE FUNCTION core.reward_amount(percent integer, base_salary integer, unit integer, direction text)
RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT (CASE direction
        WHEN 'nearest' THEN (2 * percent::bigint * base_salary + 100 * unit::bigint) / (200 * unit::bigint)
        ELSE (percent::bigint * base_salary + 100 * unit::bigint - 1) / (100 * unit::bigint) END * unit)::integer
$$;

-- What core.award_decision keeps in number_key: one number, however it is typed.
CREATE OR REPLACE FUNCTION core.decision_key(type text, number text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT upper(regexp_replace(regexp_replace(normalize(number), '\s', '', 'g'), '^0+(?=[0-9])', ''))
        || CASE WHEN type = 'QĐ' AND number !~ '/' THEN '/QĐ-UBND' ELSE '' END
$$;

-- The verdict of a unit in the last frozen version of a review; no row: it was not judged, or nothing is frozen.
CREATE OR REPLACE FUNCTION core.frozen_verdict(tenant uuid, review uuid, unit uuid)
RETURNS TABLE (version integer, verdict text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT p.version, convert_from(p.verdict, 'UTF8')::jsonb ->> 'verdict'
    FROM core.review_part AS p
    WHERE p.tenant_id = tenant AND p.review_id = review AND p.unit_id = unit
      AND p.version = (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = review)
$$;

REVOKE ALL ON FUNCTION core.dossier_cell(text, text, text, text), core.dossier_party(text, text, text), core.award_parties(), core.campaign_parameter(uuid, text),
    core.campaign_parameter_source(uuid, text), core.frozen_parameter(uuid, text), core.decision_key(text, text), core.reward_amount(integer, integer, integer, text), core.frozen_verdict(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.decision_key(text, text) TO thidua_tenant, office, home_affairs, leadership, council, auditor;
GRANT EXECUTE ON FUNCTION core.award_parties(), core.dossier_cell(text, text, text, text), core.dossier_party(text, text, text)
    TO thidua_owner, thidua_tenant, office, home_affairs, leadership, council, media, auditor;

-- Guards ----------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION core.nomination_round_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.locked_on IS NOT NULL OR to_jsonb(NEW) - 'locked_on' <> to_jsonb(OLD) - 'locked_on' THEN
            RAISE EXCEPTION 'a round is locked once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'round_locked_once';
        END IF;
    ELSE
        NEW.snapshot_version := (SELECT max(s.version) FROM core.review_snapshot AS s WHERE s.review_id = NEW.review_id);
        NEW.locked_on := NULL;
    END IF;
    RETURN NEW;
END
$$;

-- What of a dossier the steps say is theirs to write; a new one has none of it.
-- The words of a text, however they are set: composed, in small letters, whatever stands between them folded into one space. Whether two reports say the
-- same is asked of these alone (A75).
CREATE OR REPLACE FUNCTION core.plain_words(of_text text)
RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT string_to_array(nullif(btrim(regexp_replace(lower(normalize(of_text, NFC)), '[[:space:][:punct:]“”‘’–—…•·]+', ' ', 'g')), ''), ' ') $$;

CREATE OR REPLACE FUNCTION core.award_dossier_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept constant text[] := '{state,held_in,steps,supplements,last_on,submitted_on,late,voted_down,regime_code,regime_on}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - kept <> to_jsonb(OLD) - kept THEN
            RAISE EXCEPTION 'what a dossier was drafted as does not change' USING ERRCODE = 'TD422';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.review_id IS NOT NULL THEN
        NEW.campaign_id := coalesce((SELECT r.campaign_id FROM core.review AS r WHERE r.id = NEW.review_id), NEW.campaign_id);
    END IF;
    IF NEW.track IN ('ownReview', 'ownAdHoc') THEN
        NEW := core.stand_on_own_rules(NEW);
    ELSE
        NEW.round_id := NULL;
        NEW.giver_id := NULL;
        NEW.rules_id := NULL;
        NEW.own_nominee := true;
    END IF;
    NEW.words := coalesce(cardinality(core.plain_words(NEW.achievement)), 0);
    NEW.words_key := encode(sha256(convert_to(array_to_string(core.plain_words(NEW.achievement), ' '), 'UTF8')), 'hex');
    NEW.state := 'drafted';
    NEW.held_in := NULL;
    NEW.steps := 0;
    NEW.supplements := 0;
    NEW.last_on := NULL;
    NEW.submitted_on := NULL;
    NEW.late := false;
    NEW.voted_down := false;
    NEW.regime_code := NULL;
    NEW.regime_on := NULL;
    RETURN NEW;
END
$$;

-- Who was refused in a round of a unit's own keeps his slot there (A04): another dossier could be drafted, and never submitted. Asked after the row
-- policies: it tells nothing to who may not draft.
CREATE OR REPLACE FUNCTION core.own_nominee_refused()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM core.award_dossier AS o
        WHERE o.tenant_id = NEW.tenant_id AND o.round_id = NEW.round_id AND coalesce(o.person_id, o.unit_id) = coalesce(NEW.person_id, NEW.unit_id)
          AND (o.voted_down OR o.state = 'refused')) THEN
        RAISE EXCEPTION 'refused in this round' USING ERRCODE = '23514', CONSTRAINT = 'own_nominee_refused_once';
    END IF;
    RETURN NULL;
END
$$;

-- By which paper no award is considered for a nominee on one of these days, in whatever unit that was recorded; none: nothing is held against him.
CREATE OR REPLACE FUNCTION core.holding_document(person uuid, unit uuid, days date[])
RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT h.document_number
    FROM core.integrity_hold AS h
    WHERE CASE WHEN person IS NULL THEN h.unit_id = unit ELSE h.person_id IN (SELECT core.person_records(person)) END
      AND EXISTS (SELECT FROM unnest(days) AS asked (day) WHERE h.valid_from <= asked.day AND (h.ended_on IS NULL OR h.ended_on >= asked.day))
    ORDER BY h.valid_from, h.id
    LIMIT 1
$$;

-- Whoever takes a step of the same dossier at once takes turns here.
CREATE OR REPLACE FUNCTION core.dossier_step_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    d      core.award_dossier;
    held   record;
    judged uuid;
BEGIN
    -- The slots of the unit before the dossier: who takes several of these steps in one transaction then waits for nobody who waits for him.
    IF NEW.step IN ('submit', 'withdraw') THEN
        PERFORM
        FROM core.nomination_quota AS q
        WHERE (q.review_id, q.unit_id) = (
            SELECT x.review_id, core.quota_unit(x.review_id, x.tenant_id, x.unit_id)
            FROM core.award_dossier AS x
            WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id AND x.person_id IS NOT NULL)
        FOR UPDATE;
        PERFORM
        FROM core.own_round AS r
        WHERE (r.tenant_id, r.id) = (
            SELECT x.tenant_id, x.round_id FROM core.award_dossier AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id)
        FOR UPDATE;
    END IF;
    SELECT * INTO d FROM core.award_dossier AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id FOR UPDATE;
    NEW.before := CASE
        -- No such dossier: the foreign key says so. Somebody else was first: the place is taken, and the key of the places says so.
        WHEN d.id IS NULL OR NEW.position <= d.steps THEN 'overtaken'
        WHEN NEW.position > d.steps + 1 THEN 'ahead'
        ELSE d.state
    END;
    NEW.held_in := d.held_in;
    NEW.state := core.dossier_cell(d.track, NEW.before, NEW.step, d.held_in);
    NEW.party := core.dossier_party(d.track, NEW.before, NEW.step);
    NEW.supplements := coalesce(d.supplements, 0) + CASE WHEN NEW.step = 'askSupplement' AND NEW.state IS NOT NULL THEN 1 ELSE 0 END;
    NEW.supplements_max := NULL;
    NEW.verdict := NULL;
    NEW.snapshot_version := NULL;
    NEW.hold_document := NULL;
    NEW.own_dossier := false;
    NEW.not_before := NULL;
    NEW.round_open := NULL;
    NEW.late := coalesce(d.late, false);
    NEW.wanting := '{}';
    NEW.outcome := NULL;
    NEW.regime_code := d.regime_code;
    NEW.awarded := true;
    NEW.giver_id := d.giver_id;
    NEW.unit_id := CASE WHEN d.giver_id IS NOT NULL THEN d.unit_id END;
    NEW.authority := NULL;
    NEW.delegation_id := core.actor_delegation();
    -- Out of order: nothing else is asked.
    IF NEW.state IS NULL THEN
        RETURN NEW;
    END IF;
    NEW.not_before := d.last_on;
    IF NEW.step = 'askSupplement' THEN
        NEW.supplements_max := coalesce(core.campaign_parameter(d.campaign_id, 'maxReturns')::integer, 0);
    END IF;
    -- Nobody stops, refuses, appraises, signs or takes back an award of his own, by whatever record of his it is and whoever put him forward; what
    -- a council voted is its own word (A66).
    IF NEW.step IN ('appraise', 'refuse', 'hold', 'release', 'decide', 'replace', 'revoke') AND NEW.party NOT IN ('unitCouncil', 'provincialCouncil') THEN
        NEW.own_dossier := coalesce(d.person_id = ANY (core.actor_persons()), false);
    END IF;
    -- Home Affairs does not appraise itself: whom the Chairman names does, and he records it (A66).
    IF NEW.step = 'appraise' AND d.giver_id IS NULL THEN
        IF 'homeAffairs' <> ALL (coalesce(core.motto_commenters(NEW.tenant_id), '{}')) THEN
            NEW.party := 'signer';
        END IF;
        NEW.own_dossier := NEW.own_dossier OR NEW.party = 'appraiser' AND coalesce(NEW.tenant_id = ANY (core.actor_tenants()), false);
    END IF;
    IF NEW.step IN ('submit', 'decide') AND d.track = 'provincialReview' THEN
        judged := CASE WHEN d.person_id IS NULL THEN d.unit_id ELSE core.quota_unit(d.review_id, d.tenant_id, d.unit_id) END;
        SELECT f.version, f.verdict INTO NEW.snapshot_version, NEW.verdict FROM core.frozen_verdict(d.tenant_id, d.review_id, judged) AS f;
        NEW.verdict := coalesce(NEW.verdict, 'missing');
    END IF;
    IF NEW.step = 'submit' AND d.track = 'provincialReview' THEN
        SELECT r.opens_on, r.cut_off, r.locked_on INTO held FROM core.nomination_round AS r WHERE r.review_id = d.review_id FOR SHARE;
        NEW.round_open := coalesce(held.opens_on <= core.today() AND held.locked_on IS NULL, false);
        NEW.late := coalesce(NEW.happened_on > held.cut_off, false);
    END IF;
    IF NEW.step IN ('submit', 'receive') THEN
        NEW.wanting := ARRAY(
            SELECT p.kind
            FROM core.dossier_paper AS p
            WHERE p.track = d.track AND p.valid_from <= NEW.happened_on AND (p.valid_to IS NULL OR p.valid_to >= NEW.happened_on)
              AND NOT EXISTS (
                    SELECT FROM core.dossier_document AS x
                    WHERE x.tenant_id = d.tenant_id AND x.dossier_id = d.id AND x.kind = p.kind AND (x.confirmed OR NOT p.confirmed))
            ORDER BY p.kind);
    END IF;
    -- The day on which the competent body has it complete: of what a unit sends later today, whatever day it names. A regime that was chosen for a
    -- reason stays (A60).
    IF NEW.step IN ('receive', 'supplement')
        AND NOT EXISTS (SELECT FROM core.dossier_regime AS g WHERE g.tenant_id = d.tenant_id AND g.dossier_id = d.id) THEN
        NEW.regime_code := (
            SELECT g.code FROM core.legal_regime AS g
            WHERE daterange(g.valid_from, g.valid_to, '[]') @> CASE NEW.step WHEN 'receive' THEN NEW.happened_on ELSE core.today() END);
    END IF;
    IF NEW.session_id IS NOT NULL THEN
        NEW.outcome := (
            SELECT v.outcome
            FROM core.vote_count AS v
            WHERE v.tenant_id = CASE WHEN NEW.party = 'provincialCouncil' THEN core.province_tenant() ELSE d.tenant_id END
              AND v.session_id = NEW.session_id AND v.dossier_id = d.id);
    END IF;
    -- Of a collective what is held against it, of an individual what is held against him (domain.md 1.3); on the day of the step as well as today. What a
    -- council counted before anybody knew of the hold stays counted: it waits while the hold runs, and signing asks again.
    IF NEW.step IN ('submit', 'passUnitCouncil', 'passProvincialCouncil', 'decide') THEN
        NEW.hold_document := core.holding_document(d.person_id, d.unit_id,
            ARRAY[CASE WHEN NEW.step IN ('submit', 'decide') OR NEW.outcome IS NULL THEN NEW.happened_on END, core.today()]);
    END IF;
    IF NEW.step = 'issue' THEN
        NEW.awarded := EXISTS (
            SELECT FROM core.award AS a
            WHERE a.tenant_id = CASE WHEN d.giver_id IS NULL THEN core.province_tenant() ELSE d.tenant_id END AND a.dossier_id = d.id);
    END IF;
    IF d.giver_id IS NOT NULL THEN
        NEW := core.find_own_step(NEW, d);
    END IF;
    RETURN NEW;
END
$$;

-- What follows from a step that was let pass: the dossier stands elsewhere, a slot is taken or freed.
CREATE OR REPLACE FUNCTION core.dossier_step_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    d record;
BEGIN
    UPDATE core.award_dossier AS x
    SET state = NEW.state,
        held_in = CASE WHEN NEW.step = 'hold' THEN NEW.before END,
        steps = NEW.position,
        supplements = NEW.supplements,
        last_on = NEW.happened_on,
        submitted_on = CASE WHEN NEW.step = 'submit' THEN NEW.happened_on ELSE x.submitted_on END,
        late = NEW.late,
        regime_code = NEW.regime_code,
        regime_on = CASE NEW.step WHEN 'receive' THEN NEW.happened_on WHEN 'supplement' THEN core.today() ELSE x.regime_on END
    WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.dossier_id AND x.steps = NEW.position - 1
    RETURNING x.* INTO d;
    IF d.review_id IS NOT NULL AND d.person_id IS NOT NULL AND NEW.step = 'submit' THEN
        INSERT INTO core.nomination_slot (dossier_id, review_id, unit_id, tenant_id, person_id, taken_on, slot, slots)
        VALUES (d.id, d.review_id, core.quota_unit(d.review_id, d.tenant_id, d.unit_id), d.tenant_id, d.person_id, core.today(), 0, 0);
    -- Who was voted down keeps his slot, also when the dossier is withdrawn before that is recorded (A04).
    ELSIF d.person_id IS NOT NULL AND NEW.step = 'withdraw' AND NOT d.voted_down THEN
        UPDATE core.nomination_slot AS s SET freed_on = core.today() WHERE s.dossier_id = d.id AND s.freed_on IS NULL;
    END IF;
    IF d.round_id IS NOT NULL AND NEW.step = 'submit' THEN
        INSERT INTO core.own_slot (tenant_id, dossier_id, round_id, unit_id, subject, nominee_id, taken_on, slot, slots)
        VALUES (d.tenant_id, d.id, d.round_id, d.unit_id, d.subject, coalesce(d.person_id, d.unit_id), core.today(), 0, 0);
    ELSIF d.round_id IS NOT NULL AND NEW.step = 'withdraw' AND NOT d.voted_down THEN
        UPDATE core.own_slot AS s SET freed_on = core.today() WHERE s.tenant_id = d.tenant_id AND s.dossier_id = d.id AND s.freed_on IS NULL;
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION core.dossier_document_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    NEW.state := coalesce(
        (SELECT d.state FROM core.award_dossier AS d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id FOR UPDATE),
        -- No such dossier: the foreign key says so.
        'drafted');
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.dossier_regime_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    SELECT d.state, d.regime_code INTO NEW.state, NEW.before
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id
    FOR UPDATE;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.dossier_regime_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    UPDATE core.award_dossier AS d SET regime_code = NEW.regime_code WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.dossier_id;
    RETURN NULL;
END
$$;

-- Slots -----------------------------------------------------------------------------------------------------------

-- Whose slots a nominee of a unit takes: the first tier's, or where each collective has its own, those of his own (A03).
CREATE OR REPLACE FUNCTION core.quota_unit(review uuid, tenant uuid, unit uuid)
RETURNS uuid
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$ SELECT CASE WHEN core.frozen_parameter(review, 'quotaScope') = 'eachCollective' THEN unit ELSE tenant END $$;

-- Whoever takes or frees a slot of the same unit at once takes turns at its quota, which is reckoned anew from the last frozen figures: after
-- a correction it is the corrected one.
CREATE OR REPLACE FUNCTION core.nomination_slot_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kind   text;
    frozen record;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.freed_on IS NOT NULL OR to_jsonb(NEW) - '{freed_on,locked_on}'::text[] <> to_jsonb(OLD) - '{freed_on,locked_on}'::text[] THEN
            RAISE EXCEPTION 'a slot is freed once, and else stays' USING ERRCODE = 'TD422';
        END IF;
        PERFORM FROM core.nomination_quota AS q WHERE q.review_id = NEW.review_id AND q.unit_id = NEW.unit_id FOR UPDATE;
        NEW.locked_on := (SELECT r.locked_on FROM core.nomination_round AS r WHERE r.review_id = NEW.review_id FOR SHARE);
        -- Withdrawn after the list was locked, be it on the same day: it stays taken.
        IF NEW.locked_on IS NOT NULL THEN
            RETURN NULL;
        END IF;
        RETURN NEW;
    END IF;
    SELECT r.kind INTO kind FROM core.review AS r WHERE r.id = NEW.review_id;
    SELECT f.version, f.verdict INTO frozen FROM core.frozen_verdict(NEW.tenant_id, NEW.review_id, NEW.unit_id) AS f;
    INSERT INTO core.nomination_quota AS q (review_id, unit_id, tenant_id, snapshot_version, verdict, slots)
    VALUES (NEW.review_id, NEW.unit_id, NEW.tenant_id, frozen.version, frozen.verdict,
        CASE WHEN frozen.verdict IN ('pass', 'pending')
            THEN coalesce(core.frozen_parameter(NEW.review_id, CASE kind WHEN 'interim' THEN 'individualsInterim' ELSE 'individualsFinal' END)::integer, 0)
            ELSE 0 END)
    ON CONFLICT (review_id, unit_id) DO UPDATE
    SET snapshot_version = excluded.snapshot_version, verdict = excluded.verdict, slots = excluded.slots
    RETURNING q.slots INTO NEW.slots;
    -- In a statement of its own: it sees what was committed while the lock was waited for.
    NEW.slot := (
        SELECT min(n)
        FROM generate_series(1, NEW.slots + 1) AS n
        WHERE NOT EXISTS (
            SELECT FROM core.nomination_slot AS s
            WHERE s.review_id = NEW.review_id AND s.unit_id = NEW.unit_id AND s.slot = n AND s.freed_on IS NULL));
    NEW.freed_on := NULL;
    NEW.locked_on := NULL;
    NEW.nominee_id := coalesce(core.person_root(NEW.person_id), NEW.person_id);
    RETURN NEW;
END
$$;

-- A hold is ended once, by its document, and else stays.
CREATE OR REPLACE FUNCTION core.integrity_hold_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF OLD.ended_on IS NOT NULL OR to_jsonb(NEW) - '{ended_on,ended_document}'::text[] <> to_jsonb(OLD) - '{ended_on,ended_document}'::text[] THEN
        RAISE EXCEPTION 'a hold is ended once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'hold_ended_once';
    END IF;
    RETURN NEW;
END
$$;

-- Decisions and registers -----------------------------------------------------------------------------------------

-- The money as the law of the dossier and the day of the signature have it; kept in the row, so that history never moves. That day is the one on
-- which the decision was taken: who records its paper does not choose which base salary counts.
CREATE OR REPLACE FUNCTION core.award_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    signed date := (SELECT x.signed_on FROM core.award_decision AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id);
    gives  record;
    hand   record;
BEGIN
    SELECT d.giver_id, d.rules_id, coalesce((
            SELECT NEW.tenant_id = CASE WHEN d.giver_id IS NULL THEN core.province_tenant() ELSE d.tenant_id END
                AND x.book = coalesce(d.giver_id, x.tenant_id)
            FROM core.award_decision AS x
            WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id), true) AS of_its_giver
    INTO gives
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.dossier_tenant_id AND d.id = NEW.dossier_id;
    NEW.of_its_giver := coalesce(gives.of_its_giver, true);
    NEW.budget := (
        SELECT g.budget FROM core.own_giver AS g
        WHERE g.tenant_id = NEW.dossier_tenant_id AND g.rules_id = gives.rules_id AND g.unit_id = gives.giver_id);
    SELECT d.state, d.form, d.subject, d.regime_code INTO NEW.state, NEW.form, NEW.subject, NEW.regime_code
    FROM core.award_dossier AS d
    WHERE d.tenant_id = NEW.dossier_tenant_id AND d.id = NEW.dossier_id
    FOR UPDATE;
    NEW.signed_on := signed;
    NEW.decision_type := (SELECT x.type FROM core.award_decision AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id);
    -- One signs a decision: those who record its awards at once take turns, and none of them was decided as by another. The province's says in whose
    -- stead, where it was not the Chairman himself (A70).
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'decision', NEW.decision_id), 0));
    SELECT s.happened_on, coalesce(nullif(concat_ws('. ', w.form, w.title, w.delegate_title), ''), p.role) AS signature,
        w.form IS NOT NULL OR p.role = 'vice_chairman' AS in_stead
    INTO hand
    FROM core.dossier_step AS s
        LEFT JOIN core.post AS p ON p.id = s.recorded_by
        LEFT JOIN LATERAL core.delegation_words(s.delegation_id) AS w ON true
    WHERE s.tenant_id = NEW.dossier_tenant_id AND s.dossier_id = NEW.dossier_id AND s.step = 'decide'
    ORDER BY s.position DESC
    LIMIT 1;
    NEW.decided_on := hand.happened_on;
    NEW.signature := hand.signature;
    NEW.signed_as_decided := NOT EXISTS (
            SELECT FROM core.award AS a WHERE a.tenant_id = NEW.tenant_id AND a.decision_id = NEW.decision_id AND a.signature <> NEW.signature)
        AND coalesce(gives.giver_id IS NOT NULL OR hand.in_stead = (
            SELECT x.signer ~* '^\s*(KT|TL|TUQ|Q)\.' FROM core.award_decision AS x WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id), true);
    NEW.decree := (SELECT g.decree FROM core.legal_regime AS g WHERE g.code = NEW.regime_code);
    NEW.percent := (
        SELECT r.percent_of_base_salary
        FROM core.reward_rate AS r
        WHERE r.decree = NEW.decree AND r.form = NEW.form AND r.subject = NEW.subject
          AND r.valid_from <= signed AND (r.valid_to IS NULL OR r.valid_to >= signed));
    NEW.base_salary := (SELECT s.vnd_per_month FROM core.base_salary AS s WHERE s.valid_from <= signed AND (s.valid_to IS NULL OR s.valid_to >= signed));
    NEW.rounding_unit := NULL;
    NEW.rounding := NULL;
    SELECT r.unit_vnd, r.direction INTO NEW.rounding_unit, NEW.rounding
    FROM core.reward_rounding AS r
    WHERE r.decree = NEW.decree AND r.valid_from <= signed AND (r.valid_to IS NULL OR r.valid_to >= signed);
    NEW.reward := core.reward_amount(NEW.percent, NEW.base_salary, NEW.rounding_unit, NEW.rounding);
    NEW.name_confirmed := NOT EXISTS (
        SELECT
        FROM (VALUES ('unit'), ('nominee')) AS wanted (party)
            LEFT JOIN LATERAL (
                SELECT c.printed_name, c.printed_post
                FROM core.name_confirmation AS c
                WHERE c.tenant_id = NEW.dossier_tenant_id AND c.dossier_id = NEW.dossier_id AND c.party = wanted.party
                ORDER BY c.id DESC
                LIMIT 1
            ) AS said ON true
        WHERE (wanted.party = 'unit' OR NEW.subject = 'individual')
          AND (said.printed_name, said.printed_post) IS DISTINCT FROM (NEW.printed_name, NEW.printed_post));
    RETURN NEW;
END
$$;

-- An award stands in the golden book of the year in which it was signed. What a unit gives a person of its own, his history keeps. A people's committee
-- and its chairman decide under the symbol of the committee; which one an agency has, nothing here knows. Asked after the row policies, as of a paper
-- that amends it (58_after_awards.sql).
CREATE OR REPLACE FUNCTION core.award_follows()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF NEW.form <> 'departmentCommendation' AND EXISTS (
        SELECT
        FROM core.award_decision AS x
        WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id AND core.number_body(x.number) <> 'UBND') THEN
        RAISE EXCEPTION 'a decision has a number of the body that gives' USING ERRCODE = '23514', CONSTRAINT = 'award_by_the_body_that_gives';
    END IF;
    INSERT INTO core.register_entry (tenant_id, unit_id, kind, year, number, subject_id, recorded_on)
    SELECT NEW.tenant_id, x.unit_id, 'goldenBook', x.year, 0, NEW.id, core.today()
    FROM core.award_decision AS x
    WHERE x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id;
    UPDATE core.achievement_claim AS c
    SET award_id = NEW.id, awarded_name = NEW.printed_name, awarded_post = NEW.printed_post, form = NEW.form, decision_number = x.number,
        decision_on = x.signed_on
    FROM core.award_decision AS x
    WHERE NEW.form <> 'provincialCertificate' AND x.tenant_id = NEW.tenant_id AND x.id = NEW.decision_id
      AND c.tenant_id = NEW.dossier_tenant_id AND c.dossier_id = NEW.dossier_id AND c.person_id IS NOT NULL;
    RETURN NULL;
END
$$;

-- The next number, whatever the statement says. Those who take one of the same register at once take turns; who gives up gives it back.
CREATE OR REPLACE FUNCTION core.register_entry_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'register', coalesce(NEW.unit_id, NEW.tenant_id), NEW.kind, NEW.year), 0));
    -- In a statement of its own: it sees what was committed while the lock was waited for.
    NEW.previous := (
        SELECT max(e.number)
        FROM core.register_entry AS e
        WHERE e.tenant_id = NEW.tenant_id AND e.book = coalesce(NEW.unit_id, NEW.tenant_id) AND e.kind = NEW.kind AND e.year = NEW.year);
    NEW.number := coalesce(NEW.previous, 0) + 1;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION core.award_stays()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'what was done about an award is only ever added to' USING ERRCODE = '42501';
END
$$;

-- A decision stays too; what was recorded of it wrongly is put right where what stood there before is added to its corrections (core.correct_decision).
CREATE OR REPLACE FUNCTION core.decision_stays()
RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    -- With what the database reckons of them.
    corrected constant text[] := '{number,signed_on,signer,corrections,year,number_key,book}';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - corrected = to_jsonb(OLD) - corrected
            AND jsonb_array_length(NEW.corrections) = jsonb_array_length(OLD.corrections) + 1
            AND NEW.corrections - (-1) = OLD.corrections
            AND NEW.corrections -> -1 @> jsonb_build_object('number', OLD.number, 'signed_on', OLD.signed_on, 'signer', OLD.signer) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a decision is only ever corrected' USING ERRCODE = '42501';
END
$$;

REVOKE ALL ON FUNCTION core.plain_words(text), core.holding_document(uuid, uuid, date[]), core.nomination_round_guard(), core.award_dossier_guard(), core.own_nominee_refused(), core.dossier_step_guard(), core.dossier_step_follows(),
    core.dossier_document_guard(), core.dossier_regime_guard(), core.dossier_regime_follows(), core.quota_unit(uuid, uuid, uuid), core.nomination_slot_guard(),
    core.integrity_hold_guard(), core.award_guard(), core.award_follows(), core.register_entry_guard(), core.award_stays(), core.decision_stays() FROM PUBLIC;

DO $$
DECLARE
    relation text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.nomination_round'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.nomination_round FOR EACH ROW EXECUTE FUNCTION core.nomination_round_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.nomination_slot FOR EACH ROW EXECUTE FUNCTION core.nomination_slot_guard();
        CREATE TRIGGER guard BEFORE UPDATE ON core.integrity_hold FOR EACH ROW EXECUTE FUNCTION core.integrity_hold_guard();
        CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON core.award_dossier FOR EACH ROW EXECUTE FUNCTION core.award_dossier_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.dossier_document FOR EACH ROW EXECUTE FUNCTION core.dossier_document_guard();
        CREATE TRIGGER guard BEFORE INSERT ON core.dossier_step FOR EACH ROW EXECUTE FUNCTION core.dossier_step_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.dossier_step FOR EACH ROW EXECUTE FUNCTION core.dossier_step_follows();
        CREATE TRIGGER guard BEFORE INSERT ON core.dossier_regime FOR EACH ROW EXECUTE FUNCTION core.dossier_regime_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.dossier_regime FOR EACH ROW EXECUTE FUNCTION core.dossier_regime_follows();
        CREATE TRIGGER guard BEFORE INSERT ON core.award FOR EACH ROW EXECUTE FUNCTION core.award_guard();
        CREATE TRIGGER follows AFTER INSERT ON core.award FOR EACH ROW EXECUTE FUNCTION core.award_follows();
        CREATE TRIGGER guard BEFORE INSERT ON core.register_entry FOR EACH ROW EXECUTE FUNCTION core.register_entry_guard();
    END IF;
    CREATE OR REPLACE TRIGGER refused_once AFTER INSERT ON core.award_dossier FOR EACH ROW WHEN (NEW.round_id IS NOT NULL)
        EXECUTE FUNCTION core.own_nominee_refused();
    FOREACH relation IN ARRAY ARRAY['dossier_document', 'dossier_step', 'dossier_regime', 'award_decision', 'award', 'register_entry']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'stays') THEN
            EXECUTE format('CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.award_stays()', relation);
        END IF;
    END LOOP;
    IF NOT EXISTS (
        SELECT FROM pg_trigger
        WHERE tgrelid = 'core.award_decision'::regclass AND tgname = 'stays' AND tgfoid = 'core.decision_stays()'::regprocedure) THEN
        DROP TRIGGER IF EXISTS stays ON core.award_decision;
        CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON core.award_decision FOR EACH ROW EXECUTE FUNCTION core.decision_stays();
    END IF;
END
$$;

-- Rows ------------------------------------------------------------------------------------------------------------

DO $$
DECLARE
    everybody constant text := 'thidua_tenant, office, home_affairs, leadership, council, media, auditor';
    province  constant text := 'office, home_affairs, leadership, council, auditor';
    rules     constant text[] := ARRAY['legal_regime', 'base_salary', 'reward_rate', 'reward_rounding', 'council_rule', 'dossier_paper',
        'legal_citation'];
    own       constant text[] := ARRAY['nomination_quota', 'nomination_slot', 'integrity_hold'];
    of_units  constant text[] := ARRAY['award_dossier', 'dossier_document', 'dossier_step', 'dossier_regime', 'award_decision', 'award', 'register_entry'];
    relation  text;
    readers   text;
    rule      record;
BEGIN
    FOREACH relation IN ARRAY rules || own || of_units || ARRAY['nomination_round']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
    END LOOP;

    -- What every officer may know; the operator loads the rules.
    FOREACH relation IN ARRAY rules || ARRAY['nomination_round']
    LOOP
        EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, everybody);
        EXECUTE format('CREATE POLICY known_to_officers ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_present()))', relation, everybody);
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()))', relation);
    END LOOP;
    FOREACH relation IN ARRAY rules
    LOOP
        EXECUTE format('CREATE POLICY operator_loads ON core.%I FOR INSERT TO thidua_owner WITH CHECK ((SELECT core.operator_works()))', relation);
        EXECUTE format('CREATE POLICY operator_closes ON core.%I FOR UPDATE TO thidua_owner
            USING ((SELECT core.operator_works())) WITH CHECK ((SELECT core.operator_works()))', relation);
    END LOOP;

    GRANT INSERT, UPDATE (locked_on) ON core.nomination_round TO home_affairs;
    CREATE POLICY opened_by_home_affairs ON core.nomination_round FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND opened_by = (SELECT core.actor_post()) AND opened_on = (SELECT core.today()));
    CREATE POLICY locked_by_home_affairs ON core.nomination_round FOR UPDATE TO home_affairs
        USING ((SELECT core.actor_may('award.appraise'))) WITH CHECK (locked_on = (SELECT core.today()));
    -- Guards hold the round while a slot is taken or freed, so that the list is not locked meanwhile.
    CREATE POLICY owner_holds ON core.nomination_round FOR UPDATE TO thidua_owner
        USING ((SELECT core.actor_present()) OR (SELECT core.operator_works())) WITH CHECK (false);

    -- Of its own a unit reads what it has left, and who answers for it what stops its nominees; the province reads all, but holds only who keeps
    -- or signs.
    FOREACH relation IN ARRAY own
    LOOP
        readers := CASE relation WHEN 'integrity_hold' THEN 'home_affairs, leadership, auditor' ELSE province END;
        EXECUTE format('GRANT SELECT ON core.%I TO thidua_tenant, %s', relation, readers);
        EXECUTE format('CREATE POLICY own_tenant ON core.%I FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_whole())%s)', relation,
            CASE relation WHEN 'integrity_hold' THEN ' AND (SELECT core.actor_answers_for_unit())' ELSE '' END);
        EXECUTE format('CREATE POLICY province ON core.%I FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', relation, readers);
    END LOOP;
    CREATE POLICY ones_own ON core.integrity_hold FOR SELECT TO thidua_tenant USING (person_id = (SELECT core.actor_person()));
    FOREACH relation IN ARRAY ARRAY['nomination_quota', 'nomination_slot']
    LOOP
        EXECUTE format('CREATE POLICY owner_keeps ON core.%I TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))
            WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;
    -- Whoever proposes somebody who is held is stopped, in whatever unit that was recorded.
    CREATE POLICY owner_asks ON core.integrity_hold FOR SELECT TO thidua_owner
        USING ((SELECT core.actor_present()) OR (SELECT core.operator_works()));
    GRANT INSERT, UPDATE (ended_on, ended_document) ON core.integrity_hold TO home_affairs;
    CREATE POLICY recorded_by_home_affairs ON core.integrity_hold FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND coalesce(person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true));
    -- Not what is held against himself (A66).
    CREATE POLICY ended_by_home_affairs ON core.integrity_hold FOR UPDATE TO home_affairs
        USING ((SELECT core.actor_may('award.appraise')) AND coalesce(person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true)) WITH CHECK (ended_on <= (SELECT core.today()));

    -- A dossier is the unit's until it submits it; from then on the province reads it, and what was done about it before.
    EXECUTE format('GRANT SELECT ON core.award_dossier, core.dossier_document, core.dossier_step, core.dossier_regime TO %s', province);
    EXECUTE format('CREATE POLICY submitted ON core.award_dossier FOR SELECT TO %s
        USING (submitted_on IS NOT NULL AND giver_id IS NULL AND (SELECT core.actor_may(''province.read'')))', province);
    FOREACH relation IN ARRAY ARRAY['dossier_document', 'dossier_step', 'dossier_regime']
    LOOP
        EXECUTE format('CREATE POLICY submitted ON core.%1$I FOR SELECT TO %2$s
            USING (EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = %1$I.tenant_id AND d.id = dossier_id))', relation, province);
    END LOOP;
    GRANT INSERT ON core.dossier_step TO home_affairs, leadership;
    -- An award goes on without the unit that proposed it: what was put to the Chairman is decided, handed over and taken back (A73).
    CREATE POLICY taken_by_the_province ON core.dossier_step FOR INSERT TO home_affairs, leadership
        WITH CHECK (coalesce(party = ANY ((SELECT core.award_parties())::text[]), cardinality((SELECT core.award_parties())) > 0)
            AND (core.tenant_is_open(tenant_id) OR step IN ('decide', 'issue', 'present', 'correct', 'replace', 'revoke'))
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = dossier_step.tenant_id AND d.id = dossier_id));
    GRANT INSERT ON core.dossier_regime TO home_affairs;
    CREATE POLICY chosen_by_home_affairs ON core.dossier_regime FOR INSERT TO home_affairs
        WITH CHECK ((SELECT core.actor_may('award.appraise')) AND core.tenant_is_open(tenant_id)
            AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.award_dossier AS d WHERE d.tenant_id = dossier_regime.tenant_id AND d.id = dossier_id
                AND coalesce(d.person_id <> ALL ((SELECT core.actor_persons())::uuid[]), true)));
    -- Guards take turns at a dossier and keep what its steps say.
    CREATE POLICY owner_reads ON core.award_dossier FOR SELECT TO thidua_owner
        USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()));
    CREATE POLICY owner_keeps ON core.award_dossier FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()))
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (SELECT core.owner_looks_over()));
    FOREACH relation IN ARRAY ARRAY['dossier_document', 'dossier_regime', 'award_decision', 'award', 'register_entry']
    LOOP
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;

    -- On which day it was decided, for the money (`core.award_guard`); on which verdict it was submitted to the province (`core.flips_told`).
    CREATE POLICY owner_dates ON core.dossier_step FOR SELECT TO thidua_owner
        USING ((step = 'decide' OR step = 'submit' AND giver_id IS NULL) AND (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over())));

    -- The Chairman's decisions and what was awarded by them: recorded by Home Affairs from the signed paper (domain.md 2.4).
    EXECUTE format('GRANT SELECT ON core.award_decision, core.award, core.register_entry TO %s', province);
    FOREACH relation IN ARRAY ARRAY['award_decision', 'award', 'register_entry']
    LOOP
        EXECUTE format('CREATE POLICY of_the_province ON core.%I FOR SELECT TO %s
            USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''province.read'')))', relation, province);
    END LOOP;
    GRANT INSERT ON core.award_decision, core.award TO home_affairs;
    FOREACH relation IN ARRAY ARRAY['award_decision', 'award']
    LOOP
        EXECUTE format('CREATE POLICY recorded_by_home_affairs ON core.%I FOR INSERT TO home_affairs
            WITH CHECK (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''award.appraise''))
                AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today()))', relation);
    END LOOP;
    -- The number of a paper that amends an award is taken by the routine that records it (58_after_awards.sql).
    CREATE POLICY owner_numbers ON core.award_decision FOR INSERT TO thidua_owner
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.owner_looks_over())));
    -- What was recorded of a decision wrongly, by core.correct_decision there.
    CREATE POLICY owner_corrects ON core.award_decision FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.owner_looks_over())));
    CREATE POLICY owner_numbers ON core.register_entry FOR INSERT TO thidua_owner
        WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.owner_looks_over())));
END
$$;
