-- How a workspace presents itself, and how long it keeps clicks.
alter table workspace
  add column accent_colour text check (accent_colour ~ '^#[0-9a-f]{6}$'),
  add column sender_name text,
  add column reply_to text,
  -- Older clicks are deleted every day, never those that a plan could still credit; null: none are.
  add column click_retention_days integer check (click_retention_days > 0);

create table workspace_logo (
  workspace_id uuid primary key references workspace (id),
  type text not null,
  bytes bytea not null,
  hash text not null,
  width integer not null,
  height integer not null,
  changed_at timestamptz not null
);

-- A list as somebody wants to see it again.
create table saved_view (
  workspace_id uuid not null,
  id uuid not null,
  user_id text not null,
  -- Of which list.
  screen text not null,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index saved_view_name on saved_view (workspace_id, user_id, screen, lower(name));

-- When pages of a host last loaded the script. A page names no workspace: whose host it is, the workspace's keys and programs say.
create table script_hit (
  host text primary key,
  last_at timestamptz not null
);

-- Clicks by link and sub-id, summed with the others.
create table click_daily_link (
  workspace_id uuid not null,
  partner_id uuid not null,
  link_id uuid not null,
  -- Empty where the click had none.
  sub_id text not null,
  day date not null,
  program_id uuid not null,
  clicks bigint not null,
  repeats bigint not null,
  bots bigint not null,
  primary key (workspace_id, partner_id, link_id, sub_id, day, program_id)
);
create index click_daily_link_day on click_daily_link (workspace_id, day);
insert into click_daily_link
select c.workspace_id, c.partner_id, c.link_id, coalesce(c.sub_id, ''), (c.at at time zone w.zone)::date, c.program_id,
  count(*) filter (where c.flag is null), count(*) filter (where c.flag = 'repeat'), count(*) filter (where c.flag = 'bot')
from click c join workspace w on w.id = c.workspace_id
where c.seq <= (select seq from rollup_cursor where name = 'clicks') group by 1, 2, 3, 4, 5, 6;

do $$
declare
  name text;
begin
  foreach name in array array['workspace_logo', 'saved_view', 'click_daily_link']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update, delete on workspace_logo, saved_view, click_daily_link to cordee_app;
grant select, insert, update, delete on script_hit to cordee_app;
