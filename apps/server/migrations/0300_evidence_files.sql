-- Evidence is a link, files, or both; what still holds goes along when both sides are asked again.

alter table evidence alter column url drop not null;
-- The evidence it was taken over from.
alter table evidence add column taken_from uuid;
