-- Clicks arrive by COPY straight into their month: the application may insert there and read through the parent only, so
-- row-level security guards every read without forbidding COPY (see docs/adr/0004).
create sequence click_seq;

create table click (
  workspace_id uuid not null,
  -- A UUIDv7 whose milliseconds are `at`: an id alone leads to its row.
  id uuid not null,
  at timestamptz not null,
  seq bigint not null default nextval('click_seq'),
  program_id uuid not null,
  enrollment_id uuid not null,
  partner_id uuid not null,
  link_id uuid not null,
  visitor_id uuid,
  sub_id text,
  flag text,
  -- Keyed with a salt that is forgotten every day; the address itself is never stored.
  address_hash bytea,
  agent text,
  referrer_host text,
  parameter text,
  path text not null,
  primary key (workspace_id, at, id)
) partition by range (at);
create index click_visitor on click (workspace_id, visitor_id, at) where visitor_id is not null;
create index click_order on click using brin (seq);

create function cordee_ensure_click_month(day date) returns text
  language plpgsql security definer set search_path = public as $$
declare
  first_day date := date_trunc('month', day)::date;
  name text := 'click_' || to_char(first_day, 'YYYYMM');
begin
  if to_regclass(name) is null then
    perform pg_advisory_xact_lock(hashtext('cordee click partitions'));
    if to_regclass(name) is null then
      -- Another session's table may not be seen yet behind this lock: its news arrives with the next lock of a table.
      execute format('create table if not exists %I partition of click for values from (%L) to (%L)', name,
        (first_day::timestamp at time zone 'UTC'), ((first_day + interval '1 month')::timestamp at time zone 'UTC'));
      execute format('grant insert, delete on %I to cordee_app', name);
    end if;
  end if;
  return name;
end $$;
revoke all on function cordee_ensure_click_month(date) from public;
grant execute on function cordee_ensure_click_month(date) to cordee_app;

-- How far clicks are summed; local to the node that runs the job.
create table rollup_cursor (
  name text primary key,
  seq bigint not null
);

create table click_daily (
  workspace_id uuid not null,
  partner_id uuid not null,
  day date not null,
  program_id uuid not null,
  clicks bigint not null,
  repeats bigint not null,
  bots bigint not null,
  primary key (workspace_id, partner_id, day, program_id)
);

create table click_daily_total (
  workspace_id uuid not null,
  day date not null,
  program_id uuid not null,
  clicks bigint not null,
  repeats bigint not null,
  bots bigint not null,
  primary key (workspace_id, day, program_id)
);
