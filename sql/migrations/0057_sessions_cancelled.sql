-- A session that was opened by mistake is cancelled while it is open, for a reason: it counts nothing and takes no number of minutes; its row stays.
ALTER TABLE core.council_session
    ADD COLUMN cancelled_on  date,
    ADD COLUMN cancelled_by  uuid,
    ADD COLUMN cancel_reason text,
    ADD CONSTRAINT session_cancelled_whole CHECK ((cancelled_on IS NULL) = (cancelled_by IS NULL) AND (cancelled_on IS NULL) = (cancel_reason IS NULL)),
    ADD CONSTRAINT session_cancelled_for_a_reason CHECK (cancel_reason ~ '\S'),
    ADD CONSTRAINT session_cancelled_while_open CHECK (cancelled_on IS NULL OR closed_at IS NULL);
