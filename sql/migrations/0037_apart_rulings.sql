-- What a review asks of each unit besides acceptances and confirmations (returns, violations, closures) is little among many: it is looked
-- up, instead of being sifted out of all rulings.
CREATE INDEX ruling_apart ON core.ruling (tenant_id, item_id) WHERE kind NOT IN ('accepted', 'leadAccepted', 'confirmed', 'withdrawn');
