-- A signed decision that was recorded with a wrong number, day or signer is put right by who records decisions; what stood there before stays beside
-- it, the oldest first: number, signed_on, signer, reason, corrected_by, corrected_on, corrected_at. Written by core.correct_decision alone.
ALTER TABLE core.award_decision
    ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]',
    ADD CONSTRAINT decision_corrections_are_a_list CHECK (jsonb_typeof(corrections) = 'array');

-- A letter of praise that was recorded by mistake is struck for a reason: its row and its number in the register stay, and another may be recorded.
ALTER TABLE core.award_letter
    ADD COLUMN struck_on     date,
    ADD COLUMN struck_by     uuid REFERENCES core.post (id),
    ADD COLUMN struck_reason text,
    ADD CONSTRAINT letter_struck_whole CHECK ((struck_on IS NULL) = (struck_by IS NULL) AND (struck_on IS NULL) = (struck_reason IS NULL)),
    ADD CONSTRAINT letter_struck_for_a_reason CHECK (struck_reason ~ '\S'),
    DROP CONSTRAINT letter_once;
CREATE UNIQUE INDEX letter_once ON core.award_letter (review_id, unit_id) WHERE struck_on IS NULL;
