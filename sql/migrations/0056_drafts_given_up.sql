-- A draft that is not to be passed on any more is given up by who drafted it, while it lies with him; what it said stays.
ALTER TABLE core.draft
    DROP CONSTRAINT draft_state_check,
    ADD CONSTRAINT draft_state_check CHECK (state IN ('drafting', 'waiting', 'returned', 'approved', 'discarded'));
ALTER TABLE core.draft_step
    DROP CONSTRAINT draft_step_step_check,
    ADD CONSTRAINT draft_step_step_check CHECK (step IN ('forwarded', 'returned', 'approved', 'discarded'));

-- A notice is about a draft, too: who has it before him now is told. The draft is of the tenant that item_tenant_id names.
ALTER TABLE core.notice
    ADD COLUMN draft_id uuid,
    DROP CONSTRAINT notice_of_one,
    ADD CONSTRAINT notice_of_one CHECK (num_nonnulls(item_id, remedy_id, difficulty_id, period_id, good_model_id, dossier_id, month, draft_id) = 1);
