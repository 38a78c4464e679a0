-- Drafts of items. The same table as Sources/Domain/Ledger/ItemDraft+Life.swift; a test holds the two against each other, state by state and
-- step by step. What the operator loads without anybody seated is not looked at.

-- What a draft became is an item that the acting post itself gave today, in the transaction that closes the draft or before.
CREATE OR REPLACE FUNCTION core.item_draft_guard()
RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, core, pg_temp
AS $$
BEGIN
    IF core.actor_present() THEN
        NEW.item_code := (
            SELECT i.code
            FROM core.work_item AS i
            WHERE i.tenant_id = NEW.item_tenant_id AND i.id = NEW.item_id AND i.role = 'lead' AND i.assigner_tenant_id = NEW.tenant_id
              AND i.assigner_post_id = core.actor_post() AND i.recorded_on = core.today());
    END IF;
    RETURN NEW;
END
$$;

REVOKE ALL ON FUNCTION core.item_draft_guard() FROM PUBLIC;
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'core.item_draft'::regclass AND tgname = 'guard') THEN
        CREATE TRIGGER guard BEFORE INSERT ON core.item_draft FOR EACH ROW EXECUTE FUNCTION core.item_draft_guard();
    END IF;
END
$$;
