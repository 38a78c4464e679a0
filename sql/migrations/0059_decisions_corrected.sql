-- A signed decision that was recorded with a wrong number, day or signer is put right by who records decisions; what stood there before stays beside
-- it, the oldest first: number, signed_on, signer, reason, corrected_by, corrected_on, corrected_at. Written by core.correct_decision alone.
ALTER TABLE core.award_decision
    ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT decision_corrections_are_a_list CHECK (jsonb_typeof(corrections) = 'array');
