-- Obligations of both sides, compiled from terms; what happened to each; calendar addresses; guards of the company's own.

-- What was promised, by partner and source. Versions are only ever added: the last one holds.
create table obligation_terms (
  workspace_id uuid not null references workspace (id),
  partner_id uuid not null,
  source text not null,
  version integer not null,
  terms json not null,
  dates json not null,
  country text not null,
  region text,
  set_at timestamptz not null,
  actor json not null,
  primary key (workspace_id, partner_id, source, version)
);

create table obligation (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  source text not null,
  -- Names one turn of one promise of the source.
  key text not null,
  kind text not null,
  owner text not null check (owner in ('company', 'partner', 'both')),
  title_fr text not null,
  title_en text not null,
  due_on date not null,
  remind_days integer[] not null,
  proof text not null,
  -- The last thing done about it decides how it stands.
  last_kind text check (last_kind in ('handed_in', 'refused', 'waived', 'missed')),
  last_on date,
  -- The last thing people were told of by the clock.
  told text check (told in ('reminder', 'late', 'missed', 'kept')),
  told_on date,
  entries integer not null,
  -- Owed no longer: its terms were replaced.
  gone_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, partner_id, source, key),
  check ((last_kind is null) = (last_on is null)),
  check ((told is null) = (told_on is null))
);
create index obligation_due on obligation (workspace_id, due_on, id) where gone_at is null;
create index obligation_of_partner on obligation (workspace_id, partner_id, due_on, id) where gone_at is null;

-- What was done and said, in order; only ever added.
create table obligation_entry (
  workspace_id uuid not null,
  obligation_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  side text not null check (side in ('company', 'partner', 'clock')),
  actor json not null,
  text text,
  links text[] not null,
  primary key (workspace_id, obligation_id, number)
);

-- Secret addresses for calendars; only a hash of the secret is kept. Without a partner it is the company's, of all.
create table obligation_feed (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid,
  by_partner boolean not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  actor json not null,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);

create table guard_set (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  country text not null,
  document json not null,
  created_at timestamptz not null,
  actor json not null,
  retired_at timestamptz,
  primary key (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['obligation_terms', 'obligation', 'obligation_entry', 'obligation_feed', 'guard_set']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on obligation_terms to cordee_app;
grant select, insert, update on obligation to cordee_app;
grant select, insert on obligation_entry to cordee_app;
grant select, insert on obligation_feed to cordee_app;
grant update (revoked_at) on obligation_feed to cordee_app;
grant select, insert on guard_set to cordee_app;
grant update (retired_at) on guard_set to cordee_app;
