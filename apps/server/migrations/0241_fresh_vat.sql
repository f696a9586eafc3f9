-- How old the last answer about a VAT number may be when a document is made out; none: as old as it is.
alter table tax_policy add column fresh_days integer check (fresh_days between 1 and 365);
