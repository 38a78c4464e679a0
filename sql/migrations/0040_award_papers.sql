-- Papers of awards: what they cite, and whose forms an office replaces.

-- What papers cite of a regime, in the words in which it is printed, and which forms of papers it numbers: data, for as long as the regime is in
-- force. What nobody compared with the law itself is cited nowhere.
CREATE TABLE core.legal_citation (
    regime_code text NOT NULL REFERENCES core.legal_regime (code),
    place       text NOT NULL CHECK (place <> ''),           -- decision; revocation.<ground>; form.<track>.<kind>
    position    integer NOT NULL CHECK (position > 0),
    words       text NOT NULL CHECK (words ~ '\S'),
    verified    boolean NOT NULL,                            -- somebody compared it with the paper itself
    source      text NOT NULL CHECK (source <> ''),
    recorded_on date NOT NULL,
    PRIMARY KEY (regime_code, place, position)
);

-- All that is made of a campaign's plan and of awards.
ALTER TABLE core.paper_template DROP CONSTRAINT paper_template_kind_check;
ALTER TABLE core.paper_template ADD CONSTRAINT paper_template_kind_check CHECK (kind IN ('launch-plan', 'response-plan', 'guidance', 'criticism',
    'proposal', 'achievement-report', 'council-minutes', 'count-minutes', 'ballot-sheet', 'appraisal-report', 'home-affairs-proposal',
    'award-decision', 'letter-of-praise', 'certificate-print', 'invitation', 'conference-script', 'press-release', 'refusal-notice',
    'supplement-request', 'revocation-decision'));
