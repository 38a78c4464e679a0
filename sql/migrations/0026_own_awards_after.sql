-- What follows a decision that a unit, a commune or a sub-unit took by its own authority: corrected, replaced, revoked by a paper of its own, its money
-- back in its own fund, its certificate given anew (issue 5, track 2). The tables are those of 0020; what the columns under "found" say, the guards of
-- sql/routines/58_after_awards.sql read. And who signed is one: a number stands in a register once, with one day and one signer.

ALTER TABLE core.revocation_proposal
    ADD COLUMN giver_id uuid,                                -- found, of the dossier; none: the province gave
    ADD COLUMN ones_own boolean NOT NULL DEFAULT false,      -- found: of who acts
    ADD CONSTRAINT proposal_not_ones_own CHECK (NOT ones_own);

ALTER TABLE core.award_amendment
    ADD COLUMN giver_id uuid,                                -- found, of the dossier
    ADD COLUMN signed_otherwise boolean NOT NULL DEFAULT false, -- found: its number is registered with another day or signer
    ADD CONSTRAINT amendment_by_who_gives CHECK (giver_id IS NULL OR tenant_id = dossier_tenant_id),
    ADD CONSTRAINT amendment_signed_once CHECK (NOT signed_otherwise);

ALTER TABLE core.reward_recovery
    ADD COLUMN giver_id uuid,                                -- found, of the dossier
    ADD COLUMN fund     text,                                -- found: the line of the giver's rules, from which it was paid; none: the province's
    ADD COLUMN ones_own boolean NOT NULL DEFAULT false,      -- found: of who acts
    ADD CONSTRAINT recovery_not_ones_own CHECK (NOT ones_own),
    ADD CONSTRAINT recovery_into_the_givers_fund CHECK (giver_id IS NULL OR fund IS NOT NULL);

ALTER TABLE core.certificate_copy
    ADD COLUMN giver_id uuid;                                -- found, of the dossier

-- One signs a decision: all its awards as the paper says, and no two of them under another hand.
ALTER TABLE core.award
    ADD COLUMN signature text,                               -- found: as whom it was decided
    ADD COLUMN signed_as_decided boolean NOT NULL DEFAULT true, -- found
    ADD CONSTRAINT award_signed_as_decided CHECK (signed_as_decided);
