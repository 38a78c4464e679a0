-- The assigner's change of what an item asks names the paper that orders it, where there is one: number, date, issuer. As with the reason, the
-- item says that of its last change, and each change keeps its own.
ALTER TABLE core.work_item
    ADD COLUMN change_document_number text NOT NULL DEFAULT '',
    ADD COLUMN change_document_issuer text NOT NULL DEFAULT '',
    ADD COLUMN change_document_on     date;
ALTER TABLE core.work_item_change
    ADD COLUMN document_number text NOT NULL DEFAULT '',
    ADD COLUMN document_issuer text NOT NULL DEFAULT '',
    ADD COLUMN document_on     date,
    ADD CONSTRAINT change_names_its_paper CHECK ((document_number <> '') = (document_on IS NOT NULL) AND (document_number <> '' OR document_issuer = '')),
    ADD CONSTRAINT change_paper_not_in_the_future CHECK (document_on <= recorded_on);
