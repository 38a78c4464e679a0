-- A certificate of the province bears the name and post that the unit and the nominee confirmed (A71). Where Home Affairs prints another word, it says
-- why; what was recorded before stays.
ALTER TABLE core.award ADD COLUMN name_reason text NOT NULL DEFAULT '';
ALTER TABLE core.award ADD CONSTRAINT award_unconfirmed_name_gives_reason
    CHECK (form IS DISTINCT FROM 'provincialCertificate' OR name_confirmed OR name_reason ~ '\S') NOT VALID;
