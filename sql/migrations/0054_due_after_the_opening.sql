-- Nobody is late before he was asked. Months that were opened late before stay as they were told.
ALTER TABLE core.report_period
    ADD CONSTRAINT period_due_not_before_its_opening
        CHECK (sub_unit_due_on BETWEEN opened_on AND due_on) NOT VALID;
