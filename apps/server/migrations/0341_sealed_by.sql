-- Which certificate a statement was sealed with; null for those given out before it was noted.
alter table statement_document add column sealed_by text check (sealed_by ~ '^[0-9a-f]{64}$');
