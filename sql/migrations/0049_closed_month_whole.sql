-- What the province was told with the figures of a month when it was closed: difficulties, what had to be put right, what the media published, good
-- models. The head of the close names its SHA-256; months that were closed before have none.
CREATE TABLE core.month_annex (
    period_id uuid NOT NULL,
    version   integer NOT NULL,
    body      text NOT NULL,                                 -- JSON, as it was hashed
    PRIMARY KEY (period_id, version),
    CONSTRAINT month_annex_close FOREIGN KEY (period_id, version) REFERENCES core.month_close (period_id, version) DEFERRABLE INITIALLY DEFERRED
);
