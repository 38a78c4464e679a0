-- What a unit gives by its own authority is held against as the province's is (issue 5, track 2): opinions that it asks of other bodies, petitions and
-- complaints on its results, events at which it hands its awards over. The tables are those of 0020 and 0023; what the columns under "found" say, the
-- guards of sql/routines/57_criticism.sql and 58_after_awards.sql read. And reports of achievements in the same words are found (A75).

ALTER TABLE core.dossier_opinion
    ADD COLUMN giver_id uuid,                                -- found, of the dossier; none: the province gives, and asks
    DROP CONSTRAINT opinion_asked_while_appraised,
    ADD CONSTRAINT opinion_asked_while_appraised CHECK (state IS NOT NULL AND (state IN ('submitted', 'received', 'supplementAsked', 'appraised',
        'provincialCouncilReviewed', 'putToChairman', 'held') OR (state = 'councilReviewed' AND giver_id IS NOT NULL)));

ALTER TABLE core.petition
    ADD COLUMN giver_id    uuid,                             -- on whose result: of the dossier, or where it is about none as filed; none: the province's
    ADD COLUMN unit_id     uuid,                             -- the sub-unit that files; none: the unit as a whole, or the person
    -- found
    ADD COLUMN giver_known boolean NOT NULL DEFAULT true,    -- it gives by rules of the unit
    ADD COLUMN ones_own    boolean NOT NULL DEFAULT false,   -- of who answers
    ADD CONSTRAINT petition_on_what_is_given CHECK (giver_known),
    ADD CONSTRAINT petition_not_to_oneself CHECK (unit_id <> giver_id),
    ADD CONSTRAINT petition_answered_by_another CHECK (NOT ones_own);

ALTER TABLE core.presentation
    ADD COLUMN tenant_id uuid REFERENCES core.tenant (id),   -- in which unit; none: the province's
    ADD COLUMN giver_id  uuid,                               -- who hands over there
    ADD CONSTRAINT presentation_of_a_giver CHECK ((tenant_id IS NULL) = (giver_id IS NULL));
CREATE INDEX presentation_by_tenant ON core.presentation (tenant_id, id);

ALTER TABLE core.presentation_awardee
    ADD COLUMN giver_id     uuid,                            -- found, of the dossier
    ADD COLUMN of_its_giver boolean NOT NULL DEFAULT true,   -- found: the event is of who gives
    ADD CONSTRAINT awardee_of_who_gives CHECK (of_its_giver);

-- What an award of own authority gave to a person, as it was signed: known wherever he goes, by his history alone (`core.award_history`). Whose claim
-- it is, the row says; who reads the claims of other units reads these columns of none.
ALTER TABLE core.achievement_claim
    ADD COLUMN award_id        uuid,
    ADD COLUMN awarded_name    text,
    ADD COLUMN awarded_post    text,
    ADD COLUMN form            text,
    ADD COLUMN decision_number text,
    ADD COLUMN decision_on     date;
CREATE INDEX achievement_claim_by_person ON core.achievement_claim (person_id) WHERE award_id IS NOT NULL;
-- The policies bind the owner too: for this statement alone they do not.
ALTER TABLE core.achievement_claim NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.award NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.award_decision NO FORCE ROW LEVEL SECURITY;
UPDATE core.achievement_claim AS c
SET award_id = a.id, awarded_name = a.printed_name, awarded_post = a.printed_post, form = a.form, decision_number = x.number, decision_on = x.signed_on
FROM core.award AS a
    JOIN core.award_decision AS x ON x.tenant_id = a.tenant_id AND x.id = a.decision_id
WHERE a.tenant_id = c.tenant_id AND a.dossier_tenant_id = c.tenant_id AND a.dossier_id = c.dossier_id AND c.person_id IS NOT NULL
  AND a.form <> 'provincialCertificate';
ALTER TABLE core.achievement_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE core.award FORCE ROW LEVEL SECURITY;
ALTER TABLE core.award_decision FORCE ROW LEVEL SECURITY;

-- Reports of achievements in the same words (A75). Both found when a dossier is drafted (`core.plain_words`).
ALTER TABLE core.award_dossier
    ADD COLUMN words     integer,                            -- how many its report has
    ADD COLUMN words_key text;                               -- SHA-256 of them
CREATE INDEX dossier_by_words ON core.award_dossier (words_key);
