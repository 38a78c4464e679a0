-- Councils: who sits, a session with its list, votes, and how it closes. Sessions and votes are written by the routines here alone: nobody reads
-- how a secret vote was cast, before the session closes or after. Attacked in Tests/StorageTests/Awards.

-- The tenant whose council the acting post keeps: its unit's, or the province's for Home Affairs (domain.md 6, R2); none.
CREATE OR REPLACE FUNCTION core.council_kept()
RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$
    SELECT CASE
        WHEN core.actor_tenant() IS NULL THEN CASE WHEN core.actor_may('award.appraise') THEN core.province_tenant() END
        WHEN core.actor_may('award.council') AND core.actor_whole() = core.actor_writes() THEN core.actor_writes()
    END
$$;

-- The sessions in which the acting person sits, in the unit where he is at home and whatever his post reaches there: heads of sub-units are members (A66).
CREATE OR REPLACE FUNCTION core.sat_sessions()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    council uuid := core.actor_tenant();
    member  uuid := core.actor_person();
BEGIN
    IF council IS NULL OR member IS NULL THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(SELECT m.session_id FROM core.session_member AS m WHERE m.tenant_id = council AND m.person_id = member);
END
$$;

-- The unit's dossiers on which he votes there: read before the vote and while it runs. Once the session is closed what it found is his to read, and
-- whom it named (core.sat_nominees), and no longer what was reported of them.
CREATE OR REPLACE FUNCTION core.sat_dossiers()
RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    council  uuid := core.actor_tenant();
    sessions uuid[] := core.sat_sessions();
BEGIN
    IF cardinality(sessions) = 0 THEN
        RETURN '{}';
    END IF;
    RETURN ARRAY(
        SELECT d.dossier_id
        FROM core.session_dossier AS d
            JOIN core.council_session AS s ON s.tenant_id = d.tenant_id AND s.id = d.session_id
                AND s.closed_at IS NULL AND s.cancelled_on IS NULL
        WHERE d.tenant_id = council AND d.session_id = ANY (sessions));
END
$$;

-- Who was proposed in the dossiers of a closed session, for who sat in it: as its record names them.
CREATE OR REPLACE FUNCTION core.sat_nominees(session uuid)
RETURNS TABLE (tenant_id uuid, id uuid, subject text, state text, unit_id uuid, person_id uuid, giver_id uuid)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF session = ANY (core.sat_sessions()) THEN
        RETURN QUERY
        SELECT x.tenant_id, x.id, x.subject, x.state, x.unit_id, x.person_id, x.giver_id
        FROM core.session_dossier AS d
            JOIN core.council_session AS s ON s.tenant_id = d.tenant_id AND s.id = d.session_id AND s.closed_at IS NOT NULL
            JOIN core.award_dossier AS x ON x.tenant_id = d.dossier_tenant_id AND x.id = d.dossier_id
        WHERE d.tenant_id = core.actor_tenant() AND d.session_id = session;
    END IF;
END
$$;

-- What a vote decided. As Sources/Domain/Awards/CouncilRule+Counting.swift: integers only; of nothing, nothing is reached.
CREATE OR REPLACE FUNCTION core.council_result(rule core.session_dossier, counted core.vote_count)
RETURNS text
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
    leave         boolean := rule.recused_leave_base;
    voters        bigint := counted.attending - CASE WHEN leave THEN counted.recused_attending ELSE 0 END;
    members       bigint := counted.members - CASE WHEN leave THEN counted.recused ELSE 0 END;
    participating bigint := CASE rule.method WHEN 'written' THEN counted.written ELSE voters END;
    base          bigint := CASE rule.base WHEN 'allMembers' THEN members ELSE voters + counted.written END;
    chair_agrees  boolean := counted.chair_choice IS NOT DISTINCT FROM 'yes';
BEGIN
    IF NOT (members > 0 AND participating * rule.quorum_of >= rule.quorum_part * members) THEN
        RETURN 'withoutQuorum';
    ELSIF NOT (base > 0 AND counted.yes::bigint * rule.share_of >= rule.share_part * base)
        OR (rule.tie = 'chair' AND rule.share_part * 2 = rule.share_of AND counted.yes = counted.no AND NOT chair_agrees)
        OR (rule.chair_must_agree AND NOT chair_agrees) THEN
        RETURN 'notPassed';
    END IF;
    RETURN 'passed';
END
$$;

-- Members who do not vote on a nominee (A66): the nominee; in a unit's council who sits in the nominated sub-unit; in the provincial one who heads
-- the nominated unit. Everybody in a unit's council belongs to the unit: that bars nobody from the unit's own nomination. That the Chairman
-- chairs the provincial council and signs, or a director his council and the tờ trình, bars neither.
CREATE OR REPLACE FUNCTION core.recused_members(council uuid, session uuid, dossier_tenant uuid, unit uuid, person uuid, day date)
RETURNS uuid[]
LANGUAGE sql STABLE
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT coalesce(array_agg(m.person_id ORDER BY m.person_id), '{}')
    FROM core.session_member AS m
    WHERE m.tenant_id = council AND m.session_id = session
      AND CASE
            WHEN recused_members.person IS NOT NULL THEN m.person_id IN (SELECT core.person_records(recused_members.person))
            WHEN council = core.province_tenant() THEN EXISTS (
                SELECT FROM core.post AS p
                WHERE p.person_id = m.person_id AND p.tenant_id = dossier_tenant AND p.unit_id = unit AND p.role IN ('unit_head', 'sub_unit_head')
                  AND p.valid_from <= day AND (p.valid_to IS NULL OR p.valid_to >= day))
            ELSE unit <> council AND EXISTS (
                SELECT FROM core.post AS p
                WHERE p.person_id = m.person_id AND p.unit_id = unit AND p.valid_from <= day AND (p.valid_to IS NULL OR p.valid_to >= day))
          END
$$;

-- Of these dossiers those that a council has before it and does not decide on: no award is considered for the nominee on the day, or today (domain.md
-- 1.3). Answered to who keeps the council and to its members of what their sessions list; by which paper, it does not say.
CREATE OR REPLACE FUNCTION core.held_dossiers(dossiers uuid[], day date)
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
    SELECT d.id
    FROM core.award_dossier AS d
    WHERE d.id = ANY (dossiers)
      AND d.state IN ('drafted', 'appraised')
      AND (d.tenant_id = core.council_kept()
        OR core.council_kept() = core.province_tenant() AND d.submitted_on IS NOT NULL AND d.giver_id IS NULL
        OR EXISTS (
            SELECT FROM core.session_dossier AS l
                JOIN core.session_member AS m ON m.tenant_id = l.tenant_id AND m.session_id = l.session_id
            WHERE l.tenant_id = CASE WHEN core.actor_tenant() IS NULL THEN core.province_tenant() ELSE core.actor_writes() END
              AND l.dossier_id = d.id AND m.person_id = core.actor_person()))
      AND core.holding_document(d.person_id, d.unit_id, ARRAY[day, core.today()]) IS NOT NULL
$$;

-- How a session of a council that is held on a day votes on a dossier: by the rule in force that day, and who does not vote. Raises why it does not: a
-- council decides on a nominee once in a review, and in one session at a time.
CREATE OR REPLACE FUNCTION core.session_entry(council uuid, session uuid, listed core.award_dossier, place integer, day date)
RETURNS core.session_dossier
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    kind   text := CASE WHEN council = core.province_tenant() THEN 'provincial' ELSE 'unit' END;
    before record;
    rule   record;
    entry  core.session_dossier;
BEGIN
    IF NOT coalesce(CASE
            WHEN kind = 'provincial' THEN listed.track = 'provincialReview' AND listed.state = 'appraised'
            WHEN listed.track = 'ownReview' THEN listed.giver_id = council AND listed.state = 'appraised'
            ELSE listed.track = 'provincialReview' AND listed.tenant_id = council AND listed.state = 'drafted' END, false) THEN
        RAISE EXCEPTION 'nothing to vote on' USING ERRCODE = '23514', CONSTRAINT = 'session_of_what_waits_for_it';
    ELSIF core.holding_document(listed.person_id, listed.unit_id, ARRAY[session_entry.day, core.today()]) IS NOT NULL THEN
        RAISE EXCEPTION 'held' USING ERRCODE = '23514', CONSTRAINT = 'session_not_on_the_held';
    END IF;
    SELECT coalesce(bool_or(s.id IS NOT NULL AND s.closed_at IS NULL AND s.cancelled_on IS NULL
                AND NOT (s.id = session_entry.session AND o.id = listed.id)), false) AS is_open,
        coalesce(bool_or(o.voted_down OR o.id = listed.id AND v.outcome <> 'withoutQuorum'), false) AS is_decided
    INTO before
    FROM core.award_dossier AS o
        LEFT JOIN core.session_dossier AS l ON l.tenant_id = session_entry.council AND l.dossier_id = o.id
        LEFT JOIN core.council_session AS s ON s.tenant_id = l.tenant_id AND s.id = l.session_id
        LEFT JOIN core.vote_count AS v ON v.tenant_id = l.tenant_id AND v.session_id = l.session_id AND v.dossier_id = l.dossier_id
    -- Whichever of its dossiers the nominee stood with.
    WHERE o.tenant_id = listed.tenant_id AND coalesce(o.review_id, o.round_id) = coalesce(listed.review_id, listed.round_id)
      AND CASE WHEN listed.person_id IS NULL THEN o.person_id IS NULL AND o.unit_id = listed.unit_id ELSE o.person_id = listed.person_id END;
    IF before.is_open THEN
        RAISE EXCEPTION 'voted on elsewhere' USING ERRCODE = '23514', CONSTRAINT = 'session_one_at_a_time';
    ELSIF before.is_decided THEN
        RAISE EXCEPTION 'decided already' USING ERRCODE = '23514', CONSTRAINT = 'session_decides_once';
    ELSIF NOT coalesce(session_entry.day >= CASE WHEN listed.round_id IS NULL
            THEN (SELECT r.opens_on FROM core.nomination_round AS r WHERE r.review_id = listed.review_id)
            ELSE (SELECT r.opens_on FROM core.own_round AS r WHERE r.tenant_id = listed.tenant_id AND r.id = listed.round_id) END, false) THEN
        RAISE EXCEPTION 'before the round' USING ERRCODE = '23514', CONSTRAINT = 'session_in_its_round';
    ELSIF session_entry.day < greatest(listed.recorded_on, listed.last_on) THEN
        RAISE EXCEPTION 'before the dossier' USING ERRCODE = '23514', CONSTRAINT = 'session_after_its_dossiers';
    END IF;
    -- A unit's own rules before what the province has for councils without; those under which a dossier of its own stands, whatever came later.
    SELECT r.* INTO rule
    FROM core.own_council_rule AS r
    WHERE kind = 'unit' AND r.tenant_id = session_entry.council
      AND r.rules_id = coalesce(listed.rules_id, core.own_rules_on(session_entry.council, least(session_entry.day, listed.recorded_on)))
      AND r.form IN ('', listed.form) AND r.subject IN ('', listed.subject)
    ORDER BY (r.form <> '') DESC, (r.subject <> '') DESC
    LIMIT 1;
    IF rule.method IS NULL THEN
        SELECT * INTO rule
        FROM core.council_rule AS r
        WHERE r.council = kind AND r.form IN ('', listed.form) AND r.subject IN ('', listed.subject)
          AND r.valid_from <= session_entry.day AND (r.valid_to IS NULL OR r.valid_to >= session_entry.day)
        ORDER BY (r.form <> '') DESC, (r.subject <> '') DESC
        LIMIT 1;
    END IF;
    IF rule.method IS NULL THEN
        RAISE EXCEPTION 'no rule' USING ERRCODE = '23514', CONSTRAINT = 'session_by_a_rule';
    END IF;
    entry.tenant_id := session_entry.council;
    entry.session_id := session_entry.session;
    entry.dossier_id := listed.id;
    entry.dossier_tenant_id := listed.tenant_id;
    entry.position := session_entry.place;
    entry.method := rule.method;
    entry.quorum_part := rule.quorum_part;
    entry.quorum_of := rule.quorum_of;
    entry.share_part := rule.share_part;
    entry.share_of := rule.share_of;
    entry.base := rule.base;
    entry.chair_must_agree := rule.chair_must_agree;
    entry.absent_may_write := rule.absent_may_write;
    entry.tie := rule.tie;
    entry.recused_leave_base := rule.recused_leave_base;
    entry.source := rule.source;
    entry.recused := core.recused_members(session_entry.council, session_entry.session, listed.tenant_id, listed.unit_id, listed.person_id, session_entry.day);
    RETURN entry;
END
$$;

-- Opens a session of the council that the acting post keeps, with all who are members on its day, and what it votes on. A council decides on a
-- nominee once in a review: it meets again only where too few took part. 42501: no such council; 23514 with the name of the rule that was broken.
CREATE OR REPLACE FUNCTION core.open_session(session uuid, held_on date, place text, present uuid[], dossiers uuid[])
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    council uuid := core.council_kept();
    listed  record;
    entry   core.session_dossier;
BEGIN
    IF council IS NULL THEN
        RAISE EXCEPTION 'no council is kept' USING ERRCODE = '42501';
    END IF;
    INSERT INTO core.council_session (tenant_id, id, held_on, place, recorded_by, recorded_on)
    VALUES (council, session, open_session.held_on, open_session.place, core.actor_post(), core.today());
    INSERT INTO core.session_member (tenant_id, session_id, person_id, duty, presence)
    SELECT council, session, m.person_id, m.duty, CASE WHEN m.person_id = ANY (present) THEN 'room' ELSE 'away' END
    FROM core.council_member AS m
    WHERE m.tenant_id = council AND m.valid_from <= open_session.held_on AND (m.valid_to IS NULL OR m.valid_to >= open_session.held_on);
    IF (SELECT count(*) FROM core.session_member AS m WHERE m.tenant_id = council AND m.session_id = session AND m.duty = 'chair') <> 1 THEN
        RAISE EXCEPTION 'no chair' USING ERRCODE = '23514', CONSTRAINT = 'session_of_a_seated_council';
    ELSIF EXISTS (
        SELECT FROM unnest(present) AS p (id)
        WHERE NOT EXISTS (SELECT FROM core.session_member AS m WHERE m.tenant_id = council AND m.session_id = session AND m.person_id = p.id)) THEN
        RAISE EXCEPTION 'not a member' USING ERRCODE = '23514', CONSTRAINT = 'session_attended_by_members';
    END IF;
    -- Two sessions of a council are not opened at once, and no step of a dossier is taken meanwhile.
    PERFORM pg_advisory_xact_lock(hashtextextended('session ' || council, 0));
    PERFORM FROM core.award_dossier AS d WHERE d.id = ANY (dossiers) ORDER BY d.tenant_id, d.id FOR UPDATE;
    FOR listed IN
        SELECT l.position::integer AS position, d AS dossier
        FROM unnest(dossiers) WITH ORDINALITY AS l (id, position)
            LEFT JOIN core.award_dossier AS d ON d.id = l.id
        ORDER BY l.position
    LOOP
        entry := core.session_entry(council, session, listed.dossier, listed.position, open_session.held_on);
        INSERT INTO core.session_dossier SELECT (entry).*;
    END LOOP;
END
$$;

-- Puts an open session of the council that the acting post keeps right: its day, its place, who is in the room. Who has voted stays where he was. On
-- another day the same members sit in it and vote by the same rule, the same of them not at all: else it would be another session.
CREATE OR REPLACE FUNCTION core.correct_session(session uuid, held_on date, place text, present uuid[])
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    council uuid := core.council_kept();
    opened  record;
    listed  record;
    entry   core.session_dossier;
BEGIN
    SELECT s.held_on, s.recorded_on INTO opened
    FROM core.council_session AS s
    WHERE s.tenant_id = council AND s.id = session AND s.closed_at IS NULL AND s.cancelled_on IS NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no open session' USING ERRCODE = CASE WHEN council IS NULL THEN '42501' ELSE '23514' END, CONSTRAINT = 'session_is_open';
    ELSIF EXISTS (
        SELECT FROM unnest(present) AS p (id)
        WHERE NOT EXISTS (SELECT FROM core.session_member AS m WHERE m.tenant_id = council AND m.session_id = session AND m.person_id = p.id)) THEN
        RAISE EXCEPTION 'not a member' USING ERRCODE = '23514', CONSTRAINT = 'session_attended_by_members';
    END IF;
    IF correct_session.held_on <> opened.held_on THEN
        IF correct_session.held_on > opened.recorded_on THEN
            RAISE EXCEPTION 'not opened yet' USING ERRCODE = '23514', CONSTRAINT = 'session_held_when_opened';
        ELSIF (
            SELECT array_agg(m.person_id::text || m.duty ORDER BY m.person_id)
            FROM core.session_member AS m
            WHERE m.tenant_id = council AND m.session_id = session
        ) IS DISTINCT FROM (
            SELECT array_agg(m.person_id::text || m.duty ORDER BY m.person_id)
            FROM core.council_member AS m
            WHERE m.tenant_id = council AND m.valid_from <= correct_session.held_on AND (m.valid_to IS NULL OR m.valid_to >= correct_session.held_on)
        ) THEN
            RAISE EXCEPTION 'another council' USING ERRCODE = '23514', CONSTRAINT = 'session_moved_as_it_is';
        END IF;
        FOR listed IN
            SELECT l AS entry, l.position, d AS dossier
            FROM core.session_dossier AS l
                LEFT JOIN core.award_dossier AS d ON d.tenant_id = l.dossier_tenant_id AND d.id = l.dossier_id
            WHERE l.tenant_id = council AND l.session_id = session
            ORDER BY l.position
        LOOP
            entry := core.session_entry(council, session, listed.dossier, listed.position, correct_session.held_on);
            IF to_jsonb(entry) <> to_jsonb(listed.entry) THEN
                RAISE EXCEPTION 'another vote' USING ERRCODE = '23514', CONSTRAINT = 'session_moved_as_it_is';
            END IF;
        END LOOP;
    END IF;
    UPDATE core.session_member AS m
    SET presence = CASE WHEN m.person_id = ANY (correct_session.present) THEN 'room' ELSE 'away' END
    WHERE m.tenant_id = council AND m.session_id = session AND (m.presence = 'room') <> (m.person_id = ANY (correct_session.present));
    UPDATE core.council_session AS s
    SET held_on = correct_session.held_on, place = correct_session.place
    WHERE s.tenant_id = council AND s.id = session AND (s.held_on <> correct_session.held_on OR s.place <> correct_session.place);
END
$$;

-- A session that is open, held so that it is not closed meanwhile; and one dossier of its list on which a member votes. Raises what is wrong.
CREATE OR REPLACE FUNCTION core.voting_on(council uuid, session uuid, dossier uuid, person uuid, secretly boolean)
RETURNS TABLE (method text, presence text)
LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    seat   record;
    listed record;
    opened record;
BEGIN
    SELECT s.held_on INTO opened
    FROM core.council_session AS s
    WHERE s.tenant_id = council AND s.id = session AND s.closed_at IS NULL AND s.cancelled_on IS NULL
    FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no open session' USING ERRCODE = '23514', CONSTRAINT = 'session_is_open';
    END IF;
    SELECT m.presence INTO seat FROM core.session_member AS m WHERE m.tenant_id = council AND m.session_id = session AND m.person_id = person;
    SELECT d.method, d.absent_may_write, d.recused, x.person_id, x.unit_id INTO listed
    FROM core.session_dossier AS d
        LEFT JOIN core.award_dossier AS x ON x.tenant_id = d.dossier_tenant_id AND x.id = d.dossier_id
    WHERE d.tenant_id = council AND d.session_id = session AND d.dossier_id = dossier;
    IF seat.presence IS NULL THEN
        RAISE EXCEPTION 'not a member' USING ERRCODE = '23514', CONSTRAINT = 'vote_of_a_member';
    ELSIF listed.method IS NULL THEN
        RAISE EXCEPTION 'not on the list' USING ERRCODE = '23514', CONSTRAINT = 'vote_on_what_is_listed';
    ELSIF core.holding_document(listed.person_id, listed.unit_id, ARRAY[opened.held_on, core.today()]) IS NOT NULL THEN
        RAISE EXCEPTION 'held' USING ERRCODE = '23514', CONSTRAINT = 'session_not_on_the_held';
    ELSIF (listed.method = 'secret') <> secretly THEN
        RAISE EXCEPTION 'another method' USING ERRCODE = '23514', CONSTRAINT = 'vote_by_its_method';
    ELSIF person = ANY (listed.recused) THEN
        RAISE EXCEPTION 'recused' USING ERRCODE = '23514', CONSTRAINT = 'vote_not_of_the_recused';
    ELSIF seat.presence = 'away' AND NOT listed.absent_may_write AND listed.method <> 'written' THEN
        RAISE EXCEPTION 'the absent do not vote' USING ERRCODE = '23514', CONSTRAINT = 'vote_of_the_present';
    END IF;
    -- Who answers in writing is in no room.
    RETURN QUERY SELECT listed.method, CASE listed.method WHEN 'written' THEN 'away' ELSE seat.presence END;
END
$$;

-- The sheet of the acting person: how he votes on each of these dossiers, in secret. He votes himself: not under a delegation, not by a token
-- with less than his post. Which council's session it is follows from where he entered.
CREATE OR REPLACE FUNCTION core.cast_ballots(session uuid, dossiers uuid[], choices text[])
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    council uuid := CASE WHEN core.actor_tenant() IS NULL THEN core.province_tenant() ELSE core.actor_writes() END;
    voter   uuid := core.actor_person();
    way     record;
BEGIN
    IF voter IS NULL OR council IS NULL OR core.actor_delegation() IS NOT NULL OR (core.actor())[16] IS DISTINCT FROM '*' THEN
        RAISE EXCEPTION 'a vote is personal' USING ERRCODE = '42501';
    ELSIF cardinality(dossiers) <> cardinality(choices) THEN
        RAISE EXCEPTION 'a choice for each' USING ERRCODE = 'TD422';
    END IF;
    FOR i IN 1 .. coalesce(cardinality(dossiers), 0)
    LOOP
        SELECT v.method, v.presence INTO way FROM core.voting_on(council, session, dossiers[i], voter, true) AS v;
        INSERT INTO core.vote_turnout (tenant_id, session_id, dossier_id, person_id, presence, method, recorded_by)
        VALUES (council, session, dossiers[i], voter, way.presence, way.method, core.actor_post());
        INSERT INTO core.ballot_choice (tenant_id, session_id, dossier_id, choice)
        VALUES (council, session, dossiers[i], choices[i]);
    END LOOP;
END
$$;

-- How each member raised his hand, or wrote: recorded by who keeps the council.
CREATE OR REPLACE FUNCTION core.record_votes(session uuid, dossier uuid, persons uuid[], choices text[])
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    council uuid := core.council_kept();
    way     record;
BEGIN
    IF council IS NULL THEN
        RAISE EXCEPTION 'no council is kept' USING ERRCODE = '42501';
    ELSIF cardinality(persons) <> cardinality(choices) THEN
        RAISE EXCEPTION 'a choice for each' USING ERRCODE = 'TD422';
    END IF;
    FOR i IN 1 .. coalesce(cardinality(persons), 0)
    LOOP
        SELECT v.method, v.presence INTO way FROM core.voting_on(council, session, dossier, persons[i], false) AS v;
        INSERT INTO core.vote_turnout (tenant_id, session_id, dossier_id, person_id, presence, method, choice, recorded_by)
        VALUES (council, session, dossier, persons[i], way.presence, way.method, choices[i], core.actor_post());
    END LOOP;
END
$$;

-- Counts, seals and closes. All secret votes are written anew in the order of their random ids, by this one transaction: which of them came with
-- which turnout, neither their place nor their transaction tells any longer. What the chair declared openly is said here where the vote is
-- secret; elsewhere it is his vote. What was voted on paper, or by hands that were counted together, is said here too, by dossier: `{"<id>": {"yes":
-- 5, "no": 1, "written": 0}}`, with how many of these ballots the absent sent. It covers who has no vote of his own on record, and is added to those who
-- have: each member counts once. A secret vote is counted one way, on screens or on paper: whoever handed in a sheet and voted on a screen besides could not
-- be told from who did either, and of a small part the rest of the sum tells who voted how. A nominee who is held by now is left out, so that the
-- others are counted; and so is a dossier on which enough were there and nobody voted: that decides nothing. What did not pass is marked: where the
-- collective stands with another dossier by now, that one. Answers the number of the minutes.
CREATE OR REPLACE FUNCTION core.close_session(session uuid, declared_on uuid[], declared text[], papers jsonb)
RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    council uuid := core.council_kept();
    opened  record;
    kept    core.ballot_choice[];
    rule    core.session_dossier;
    counted core.vote_count;
    chair   uuid;
    leader  uuid;
    voted   bigint;
    remain  bigint;
    paper   jsonb;
    number  integer;
BEGIN
    SELECT s.held_on INTO opened
    FROM core.council_session AS s
    WHERE s.tenant_id = council AND s.id = session AND s.closed_at IS NULL AND s.cancelled_on IS NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no open session' USING ERRCODE = CASE WHEN council IS NULL THEN '42501' ELSE '23514' END, CONSTRAINT = 'session_is_open';
    END IF;
    SELECT m.person_id INTO chair FROM core.session_member AS m WHERE m.tenant_id = council AND m.session_id = session AND m.duty = 'chair';
    -- In the room the deputy leads where the chair is away.
    SELECT m.person_id INTO leader
    FROM core.session_member AS m
    WHERE m.tenant_id = council AND m.session_id = session AND m.duty IN ('chair', 'deputyChair') AND m.presence = 'room'
    ORDER BY m.duty, m.person_id
    LIMIT 1;
    FOR rule IN SELECT * FROM core.session_dossier AS d WHERE d.tenant_id = council AND d.session_id = session ORDER BY d.position
    LOOP
        -- Not counted, whatever was voted before: another session votes on it once the hold is over.
        IF EXISTS (
            SELECT FROM core.award_dossier AS x
            WHERE x.tenant_id = rule.dossier_tenant_id AND x.id = rule.dossier_id
              AND core.holding_document(x.person_id, x.unit_id, ARRAY[opened.held_on, core.today()]) IS NOT NULL) THEN
            IF papers ? rule.dossier_id::text THEN
                RAISE EXCEPTION 'held' USING ERRCODE = '23514', CONSTRAINT = 'session_not_on_the_held';
            END IF;
            CONTINUE;
        END IF;
        counted := NULL;
        SELECT council, session, rule.dossier_id, count(*), count(*) FILTER (WHERE m.presence = 'room'),
            count(*) FILTER (WHERE m.person_id = ANY (rule.recused)), count(*) FILTER (WHERE m.person_id = ANY (rule.recused) AND m.presence = 'room')
        INTO counted.tenant_id, counted.session_id, counted.dossier_id, counted.members, counted.attending, counted.recused, counted.recused_attending
        FROM core.session_member AS m
        WHERE m.tenant_id = council AND m.session_id = session;
        SELECT count(*) FILTER (WHERE v.choice = 'yes'), count(*) FILTER (WHERE v.choice = 'no'), count(*) FILTER (WHERE v.choice = 'blank')
        INTO counted.yes, counted.no, counted.blank
        FROM (
            SELECT t.choice FROM core.vote_turnout AS t
            WHERE t.tenant_id = council AND t.session_id = session AND t.dossier_id = rule.dossier_id AND t.method <> 'secret'
            UNION ALL
            SELECT c.choice FROM core.ballot_choice AS c
            WHERE c.tenant_id = council AND c.session_id = session AND c.dossier_id = rule.dossier_id
        ) AS v;
        SELECT count(*), count(*) FILTER (WHERE t.presence = 'away')
        INTO voted, counted.written
        FROM core.vote_turnout AS t
        WHERE t.tenant_id = council AND t.session_id = session AND t.dossier_id = rule.dossier_id;
        IF voted <> counted.yes + counted.no + counted.blank THEN
            RAISE EXCEPTION 'as many votes as voters' USING ERRCODE = '23514', CONSTRAINT = 'session_counts_agree';
        END IF;
        counted.source := 'screen';
        counted.on_screen := voted;
        counted.by_hand := 0;
        paper := papers -> rule.dossier_id::text;
        IF paper IS NOT NULL THEN
            counted.source := CASE WHEN voted > 0 THEN 'both' ELSE 'paper' END;
            counted.by_hand := (paper ->> 'yes')::integer + (paper ->> 'no')::integer;
            counted.yes := counted.yes + (paper ->> 'yes')::integer;
            counted.no := counted.no + (paper ->> 'no')::integer;
            counted.written := counted.written + coalesce((paper ->> 'written')::integer, 0);
            -- Who is there, or wrote, and has no vote of his own on record.
            remain := counted.attending - counted.recused_attending + counted.written - voted;
            IF rule.method = 'written' OR rule.method <> 'secret' AND coalesce((paper ->> 'written')::integer, 0) > 0 THEN
                RAISE EXCEPTION 'written opinions have names' USING ERRCODE = '23514', CONSTRAINT = 'session_writings_by_name';
            ELSIF counted.written > 0 AND NOT rule.absent_may_write THEN
                RAISE EXCEPTION 'the absent do not vote' USING ERRCODE = '23514', CONSTRAINT = 'vote_of_the_present';
            ELSIF voted > 0 AND (rule.method = 'secret' OR counted.by_hand > remain) THEN
                RAISE EXCEPTION 'each member counts once' USING ERRCODE = '23514', CONSTRAINT = 'session_counts_each_once';
            END IF;
        END IF;
        IF rule.method = 'written' THEN
            counted.attending := 0;
            counted.recused_attending := 0;
        END IF;
        -- Not handed in is blank.
        counted.blank := counted.attending - counted.recused_attending + counted.written - counted.yes - counted.no;
        -- In writing who chairs by his duty answers; in a room who leads, but where who chairs must agree what he wrote himself goes first. Where
        -- hands were counted together and his is among them, what he said is said besides.
        counted.chair_choice := CASE WHEN rule.method = 'secret' THEN declared[array_position(declared_on, rule.dossier_id)]
            ELSE coalesce((
                SELECT t.choice
                FROM core.vote_turnout AS t
                WHERE t.tenant_id = council AND t.session_id = session AND t.dossier_id = rule.dossier_id
                  AND (t.person_id = chair AND (rule.method = 'written' OR rule.chair_must_agree)
                    OR t.person_id = leader AND rule.method <> 'written')
                ORDER BY t.person_id = chair DESC
                LIMIT 1), CASE WHEN paper IS NOT NULL THEN declared[array_position(declared_on, rule.dossier_id)] END) END;
        counted.outcome := core.council_result(rule, counted);
        -- Another session votes on it.
        CONTINUE WHEN counted.outcome = 'notPassed' AND voted = 0 AND counted.by_hand = 0;
        INSERT INTO core.vote_count SELECT (counted).*;
    END LOOP;
    IF EXISTS (
        SELECT FROM jsonb_object_keys(papers) AS k
        WHERE NOT EXISTS (SELECT FROM core.session_dossier AS d WHERE d.tenant_id = council AND d.session_id = session AND d.dossier_id::text = k)) THEN
        RAISE EXCEPTION 'not on the list' USING ERRCODE = '23514', CONSTRAINT = 'vote_on_what_is_listed';
    END IF;
    UPDATE core.award_dossier AS d
    SET voted_down = true
    FROM core.vote_count AS v
        JOIN core.session_dossier AS l ON l.tenant_id = v.tenant_id AND l.session_id = v.session_id AND l.dossier_id = v.dossier_id
        JOIN core.award_dossier AS x ON x.tenant_id = l.dossier_tenant_id AND x.id = l.dossier_id
    WHERE v.tenant_id = council AND v.session_id = session AND v.outcome = 'notPassed'
      AND d.tenant_id = x.tenant_id
      AND d.id = coalesce((
            SELECT o.id
            FROM core.award_dossier AS o
            WHERE x.state = 'withdrawn' AND x.person_id IS NULL AND o.person_id IS NULL
              AND o.tenant_id = x.tenant_id AND o.unit_id = x.unit_id AND o.review_id = x.review_id
              AND (o.voted_down OR o.state NOT IN ('withdrawn', 'refused', 'revoked'))), x.id);
    kept := ARRAY(SELECT c FROM core.ballot_choice AS c WHERE c.tenant_id = council AND c.session_id = session ORDER BY c.id);
    DELETE FROM core.ballot_choice AS c WHERE c.tenant_id = council AND c.session_id = session;
    INSERT INTO core.ballot_choice SELECT (k).* FROM unnest(kept) AS k ORDER BY (k).id;
    INSERT INTO core.register_entry (tenant_id, kind, year, number, subject_id, recorded_on)
    VALUES (council, 'councilMinutes', extract(year FROM opened.held_on), 0, session, core.today())
    RETURNING register_entry.number INTO number;
    UPDATE core.council_session AS s
    SET closed_at = clock_timestamp(), closed_by = core.actor_post(), minutes = number,
        sealed = sha256(convert_to(coalesce((SELECT string_agg((k).id || ' ' || (k).choice || E'\n', '' ORDER BY (k).id) FROM unnest(kept) AS k), ''), 'UTF8'))
    WHERE s.tenant_id = council AND s.id = session;
    RETURN number;
END
$$;

-- Cancels a session that was opened by mistake: while it is open, for a reason. What was voted in secret is dropped unread, nothing is counted and no
-- number of the minutes is taken; that it was opened, and who had voted, stays. What it listed waits for another session. Not once as many have voted
-- on one dossier as have to take part: that is no mistake of opening, and a council decides once.
CREATE OR REPLACE FUNCTION core.cancel_session(session uuid, reason text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    council uuid := core.council_kept();
BEGIN
    PERFORM FROM core.council_session AS s
    WHERE s.tenant_id = council AND s.id = session AND s.closed_at IS NULL AND s.cancelled_on IS NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no open session' USING ERRCODE = CASE WHEN council IS NULL THEN '42501' ELSE '23514' END, CONSTRAINT = 'session_is_open';
    ELSIF EXISTS (
        SELECT
        FROM core.session_dossier AS d
            CROSS JOIN LATERAL (
                SELECT count(*) AS votes
                FROM core.vote_turnout AS t
                WHERE t.tenant_id = d.tenant_id AND t.session_id = d.session_id AND t.dossier_id = d.dossier_id
            ) AS v
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE NOT (d.recused_leave_base AND m.person_id = ANY (d.recused))) AS members
                FROM core.session_member AS m
                WHERE m.tenant_id = d.tenant_id AND m.session_id = d.session_id
            ) AS c
        WHERE d.tenant_id = council AND d.session_id = cancel_session.session AND v.votes > 0 AND v.votes * d.quorum_of >= d.quorum_part * c.members) THEN
        RAISE EXCEPTION 'the council has voted' USING ERRCODE = '23514', CONSTRAINT = 'session_voted_is_closed';
    END IF;
    DELETE FROM core.ballot_choice AS c WHERE c.tenant_id = council AND c.session_id = session;
    UPDATE core.council_session AS s
    SET cancelled_on = core.today(), cancelled_by = core.actor_post(), cancel_reason = reason
    WHERE s.tenant_id = council AND s.id = session;
END
$$;

REVOKE ALL ON FUNCTION core.sat_sessions(), core.sat_dossiers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.sat_sessions(), core.sat_dossiers() TO thidua_tenant;
REVOKE ALL ON FUNCTION core.sat_nominees(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.sat_nominees(uuid) TO thidua_tenant, office, home_affairs, leadership, council, media, auditor;
REVOKE ALL ON FUNCTION core.council_kept(), core.council_result(core.session_dossier, core.vote_count),
    core.recused_members(uuid, uuid, uuid, uuid, uuid, date), core.held_dossiers(uuid[], date), core.open_session(uuid, date, text, uuid[], uuid[]),
    core.session_entry(uuid, uuid, core.award_dossier, integer, date), core.correct_session(uuid, date, text, uuid[]),
    core.voting_on(uuid, uuid, uuid, uuid, boolean), core.cast_ballots(uuid, uuid[], text[]), core.record_votes(uuid, uuid, uuid[], text[]),
    core.close_session(uuid, uuid[], text[], jsonb), core.cancel_session(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.council_kept() TO thidua_owner, thidua_tenant, home_affairs;
GRANT EXECUTE ON FUNCTION core.open_session(uuid, date, text, uuid[], uuid[]), core.record_votes(uuid, uuid, uuid[], text[]),
    core.close_session(uuid, uuid[], text[], jsonb), core.cancel_session(uuid, text),
    core.correct_session(uuid, date, text, uuid[]) TO thidua_tenant, home_affairs;
GRANT EXECUTE ON FUNCTION core.cast_ballots(uuid, uuid[], text[]) TO thidua_tenant, office, home_affairs, leadership, council;
GRANT EXECUTE ON FUNCTION core.held_dossiers(uuid[], date) TO thidua_tenant, office, home_affairs, leadership, council, auditor;

-- Guards ----------------------------------------------------------------------------------------------------------

-- A term is ended once, and else stays.
CREATE OR REPLACE FUNCTION core.council_member_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF OLD.valid_to IS NOT NULL OR to_jsonb(NEW) - 'valid_to' <> to_jsonb(OLD) - 'valid_to' THEN
        RAISE EXCEPTION 'a term is ended once, and else stays' USING ERRCODE = '23514', CONSTRAINT = 'member_term_ended_once';
    END IF;
    RETURN NEW;
END
$$;

-- A session ends once: it is closed, or cancelled. Until then its day, its place and who came are put right, not of whom has voted; what belongs to it
-- comes while it is open, and secret votes alone are ever taken away, to be written anew, or dropped with it.
CREATE OR REPLACE FUNCTION core.session_stays()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
DECLARE
    kept constant text[] := '{held_on,place,closed_at,closed_by,minutes,sealed,cancelled_on,cancelled_by,cancel_reason}';
    part record;
BEGIN
    IF TG_TABLE_NAME = 'council_session' THEN
        IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL AND OLD.cancelled_on IS NULL AND to_jsonb(NEW) - kept = to_jsonb(OLD) - kept THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a session stays as it was held' USING ERRCODE = '42501';
    END IF;
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'ballot_choice'
        OR TG_OP = 'UPDATE' AND (TG_TABLE_NAME <> 'session_member' OR to_jsonb(NEW) - 'presence' <> to_jsonb(OLD) - 'presence') THEN
        RAISE EXCEPTION 'a session is only ever added to' USING ERRCODE = '42501';
    END IF;
    IF TG_OP = 'DELETE' THEN
        part := OLD;
    ELSE
        part := NEW;
    END IF;
    IF EXISTS (
        SELECT FROM core.council_session AS s
        WHERE s.tenant_id = part.tenant_id AND s.id = part.session_id AND (s.closed_at IS NOT NULL OR s.cancelled_on IS NOT NULL)) THEN
        RAISE EXCEPTION 'the session is closed' USING ERRCODE = '23514', CONSTRAINT = 'session_is_open';
    ELSIF TG_OP = 'UPDATE' THEN
        IF EXISTS (
            SELECT FROM core.vote_turnout AS t
            WHERE t.tenant_id = OLD.tenant_id AND t.session_id = OLD.session_id AND t.person_id = OLD.person_id) THEN
            RAISE EXCEPTION 'he voted where he was' USING ERRCODE = '23514', CONSTRAINT = 'session_presence_before_votes';
        END IF;
    END IF;
    RETURN part;
END
$$;
REVOKE ALL ON FUNCTION core.council_member_guard(), core.session_stays() FROM PUBLIC;

DO $$
DECLARE
    sessions constant text[] := ARRAY['council_session', 'session_member', 'session_dossier', 'vote_turnout', 'ballot_choice', 'vote_count'];
    -- Who leads the Office may sit in the provincial council.
    readers  constant text := 'office, home_affairs, leadership, council, auditor';
    relation text;
    rule     record;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.council_member'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE UPDATE ON core.council_member FOR EACH ROW EXECUTE FUNCTION core.council_member_guard();
    END IF;
    FOREACH relation IN ARRAY sessions || ARRAY['council_member']
    LOOP
        EXECUTE format('ALTER TABLE core.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('REVOKE DELETE, TRUNCATE ON core.%I FROM thidua_owner', relation);
        FOR rule IN SELECT polname FROM pg_policy WHERE polrelid = format('core.%I', relation)::regclass
        LOOP
            EXECUTE format('DROP POLICY %I ON core.%I', rule.polname, relation);
        END LOOP;
        EXECUTE format('CREATE POLICY owner_reads ON core.%I FOR SELECT TO thidua_owner
            USING (tenant_id = (SELECT core.actor_home()) OR (SELECT core.owner_looks_over()))', relation);
    END LOOP;
    FOREACH relation IN ARRAY sessions
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = format('core.%I', relation)::regclass AND tgname = 'stays') THEN
            EXECUTE format('CREATE TRIGGER stays BEFORE %s UPDATE OR DELETE ON core.%I FOR EACH ROW EXECUTE FUNCTION core.session_stays()',
                CASE relation WHEN 'council_session' THEN '' ELSE 'INSERT OR' END, relation);
        END IF;
        -- The routines above write in the council of the acting tenant, or of the province.
        EXECUTE format('CREATE POLICY owner_writes ON core.%I FOR INSERT TO thidua_owner
            WITH CHECK (tenant_id = (SELECT core.actor_writes()) OR (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.owner_looks_over())))', relation);
        IF relation <> 'ballot_choice' THEN
            EXECUTE format('GRANT SELECT ON core.%I TO %s', relation, readers);
            EXECUTE format('CREATE POLICY of_the_province ON core.%I FOR SELECT TO %s
                USING (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.actor_may(''province.read'')))', relation, readers);
        END IF;
    END LOOP;
    CREATE POLICY owner_closes ON core.council_session FOR UPDATE TO thidua_owner
        USING (tenant_id = (SELECT core.actor_writes()) OR (tenant_id = (SELECT core.province_tenant()) AND (SELECT core.owner_looks_over())))
        WITH CHECK (tenant_id = (SELECT core.council_kept()));
    CREATE POLICY owner_corrects ON core.session_member FOR UPDATE TO thidua_owner USING (tenant_id = (SELECT core.council_kept()));
    GRANT DELETE ON core.ballot_choice TO thidua_owner;
    CREATE POLICY owner_seals ON core.ballot_choice FOR DELETE TO thidua_owner USING (tenant_id = (SELECT core.council_kept()));

    -- Who sits in a council is seen by its tenant and by the province, and recorded by who keeps it.
    EXECUTE format('GRANT SELECT ON core.council_member TO thidua_tenant, %s', readers);
    CREATE POLICY own_tenant ON core.council_member FOR SELECT TO thidua_tenant USING (tenant_id = (SELECT core.actor_tenant()));
    EXECUTE format('CREATE POLICY province ON core.council_member FOR SELECT TO %s USING ((SELECT core.actor_may(''province.read'')))', readers);
    GRANT INSERT, UPDATE (valid_to) ON core.council_member TO thidua_tenant, home_affairs;
    CREATE POLICY seated ON core.council_member FOR INSERT TO thidua_tenant, home_affairs
        WITH CHECK (tenant_id = (SELECT core.council_kept()) AND recorded_by = (SELECT core.actor_post()) AND recorded_on = (SELECT core.today())
            AND EXISTS (SELECT FROM core.person AS n WHERE n.id = person_id));
    CREATE POLICY ended ON core.council_member FOR UPDATE TO thidua_tenant, home_affairs
        USING (tenant_id = (SELECT core.council_kept())) WITH CHECK (tenant_id = (SELECT core.council_kept()));
END
$$;
