-- What has to be put right is ordered with a letter of the Office about overdue items too.
ALTER TABLE core.remedy
    DROP CONSTRAINT remedy_origin_check,
    ADD CONSTRAINT remedy_origin_check CHECK (origin IN ('finding', 'note', 'urging', 'criticism', 'handling'));
