-- What partners proposed: home asks at each look which of it waits.
create index tax_details_proposed on tax_details (workspace_id, id) where by_partner;
