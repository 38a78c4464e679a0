-- A notice is about a dossier whose verdict was turned round, too: who has to rule on it is told. The dossier is of the tenant that item_tenant_id names.
ALTER TABLE core.notice
    ADD COLUMN dossier_id uuid,
    DROP CONSTRAINT notice_of_one,
    ADD CONSTRAINT notice_of_one CHECK (num_nonnulls(item_id, remedy_id, difficulty_id, period_id, good_model_id, dossier_id) = 1);
