-- What a charter's obligations were set from: the version, and the end that was said. Compared with what holds today.
alter table charter add column duties_version integer, add column duties_ends_on text;
