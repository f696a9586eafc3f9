-- How a partnership ends: rehearsed, noticed, settled, ended; and what each side takes with it.

create table leaving (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  state text not null check (state in ('noticed', 'begun', 'settled', 'ended', 'withdrawn')),
  side text not null check (side in ('company', 'partner')),
  noticed_on text not null,
  -- The last day.
  ends_on text not null,
  -- The earliest last day when notice was given, and by what.
  earliest_on text not null,
  basis text not null,
  reason text not null,
  -- What one side asks of the other now: { kind, side, endsOn }.
  offer json,
  -- The stage it was left from, to go back to.
  stage text,
  -- As agreed when it ended; null without a charter.
  run_off_on text,
  access_days integer not null,
  ended_on text,
  -- The last day on which the partner's people read what is theirs.
  reads_until text,
  entries integer not null default 0,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create unique index leaving_open on leaving (workspace_id, partner_id) where state not in ('ended', 'withdrawn');
create index leaving_partner on leaving (workspace_id, partner_id, id);
create index leaving_due on leaving (workspace_id, ends_on) where state <> 'withdrawn';

-- What was said and done, in order; only ever added.
create table leaving_entry (
  workspace_id uuid not null,
  leaving_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  side text not null check (side in ('company', 'partner', 'clock')),
  actor json not null,
  text text,
  ends_on text,
  primary key (workspace_id, leaving_id, number),
  foreign key (workspace_id, leaving_id) references leaving (workspace_id, id)
);

-- Steps that are done, each once: by people or, where its day comes, by the clock.
create table leaving_step (
  workspace_id uuid not null,
  leaving_id uuid not null,
  step text not null,
  at timestamptz not null,
  side text not null check (side in ('company', 'partner', 'clock')),
  actor json not null,
  text text,
  primary key (workspace_id, leaving_id, step),
  foreign key (workspace_id, leaving_id) references leaving (workspace_id, id)
);

-- Final accounts as they were made: never changed; the last one counts.
create table final_account (
  workspace_id uuid not null,
  leaving_id uuid not null,
  number integer not null,
  at timestamptz not null,
  actor json not null,
  content json not null,
  hash text not null,
  primary key (workspace_id, leaving_id, number),
  foreign key (workspace_id, leaving_id) references leaving (workspace_id, id)
);

-- Rehearsals somebody kept, as they read then.
create table exit_rehearsal (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  side text not null check (side in ('company', 'partner')),
  -- The other side sees it.
  is_shown boolean not null,
  at timestamptz not null,
  actor json not null,
  content json not null,
  hash text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create index exit_rehearsal_partner on exit_rehearsal (workspace_id, partner_id, id);

-- Archives of one partnership for one side of it: written in the background, gone after their day.
create table partner_archive (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  side text not null check (side in ('company', 'partner')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'expired')),
  parts_done integer not null default 0,
  parts integer not null default 0,
  bytes bigint,
  sha256 text,
  actor json not null,
  language text not null check (language in ('fr', 'en')),
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create index partner_archive_partner on partner_archive (workspace_id, partner_id, id);
create index partner_archive_expiry on partner_archive (expires_at) where state = 'done';

-- From when on the people of a partner only read what stays theirs, and from when on nothing.
create table partner_access (
  workspace_id uuid not null references workspace (id),
  partner_id uuid not null,
  limited_at timestamptz not null,
  closed_at timestamptz,
  primary key (workspace_id, partner_id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['leaving', 'leaving_entry', 'leaving_step', 'final_account', 'exit_rehearsal', 'partner_archive', 'partner_access']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on leaving to cordee_app;
grant select, insert on leaving_entry to cordee_app;
grant select, insert on leaving_step to cordee_app;
grant select, insert on final_account to cordee_app;
grant select, insert on exit_rehearsal to cordee_app;
grant update (is_shown) on exit_rehearsal to cordee_app;
grant select, insert, update on partner_archive to cordee_app;
grant select, insert, update, delete on partner_access to cordee_app;
