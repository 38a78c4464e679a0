-- Work leaves the count once what was sent of it is judged; what stood before stays.
ALTER TABLE core.ruling
    ADD CONSTRAINT ruling_closes_what_is_judged
        CHECK (kind NOT IN ('exempted', 'cancelled') OR item_state IS DISTINCT FROM 'resultSubmitted') NOT VALID;
