-- The key of a day for hashes of visitors' networks. It belongs to no workspace and is destroyed after two days: from then on
-- nobody, we included, can tell which network a hash was made from.
create table address_salt (
  day date primary key,
  key bytea not null
);
grant select, insert, delete on address_salt to cordee_app;

-- When the last sum was made: a click that is not summed yet arrived after it, or a little before.
alter table rollup_cursor add column settled_at timestamptz;
