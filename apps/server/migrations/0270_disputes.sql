-- Disputes of two sides: the ladder each climbs, what both wrote, what was decided, and how the company wants disputes to go.

-- Ladders of the company's own, by the day they hold from; only ever added.
create table dispute_ladder (
  workspace_id uuid not null references workspace (id),
  number integer not null,
  valid_from date not null,
  document json not null,
  source_fr text not null,
  source_en text not null,
  set_at timestamptz not null,
  actor json not null,
  primary key (workspace_id, number)
);

create table dispute (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  opened_by text not null check (opened_by in ('company', 'partner')),
  subject text not null,
  subject_id text,
  clause text,
  title text not null,
  asks text not null,
  opened_at timestamptz not null,
  -- As it stood when the dispute was opened: steps, people, mediation, calendar, the charter's version.
  ladder json not null,
  -- What the machine knows (core/escalation).
  run json not null,
  -- Of the run, for lists and the clock.
  state text not null check (state in ('open', 'paused', 'settled', 'decided', 'exhausted', 'withdrawn')),
  step integer not null,
  deadline date,
  waits_for text check (waits_for in ('company', 'partner', 'both')),
  ended_on date,
  holds_payments boolean not null,
  -- The deadline both sides were reminded of.
  reminded_for date,
  entries integer not null,
  -- The hash of the last entry.
  head text not null,
  primary key (workspace_id, id),
  check ((state in ('open', 'paused')) = (ended_on is null)),
  check (deadline is null or state = 'open'),
  check ((subject = 'other') = (subject_id is null))
);
create index dispute_partner on dispute (workspace_id, partner_id, id);
create index dispute_running on dispute (workspace_id, id) where state in ('open', 'paused');
-- One dispute at a time about one thing.
create unique index dispute_subject on dispute (workspace_id, partner_id, subject_id, coalesce(clause, ''))
  where subject_id is not null and state in ('open', 'paused');

-- What happened, in order, each with a hash over the one before; only ever added.
create table dispute_entry (
  workspace_id uuid not null,
  dispute_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  side text not null check (side in ('company', 'partner', 'clock')),
  actor json not null,
  data json not null,
  links text[] not null,
  hash text not null,
  primary key (workspace_id, dispute_id, number)
);

-- What a side says at a step, for who decides there: a draft until it is handed in, never changed from then on.
create table dispute_brief (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  dispute_id uuid not null,
  step integer not null,
  side text not null check (side in ('company', 'partner')),
  texts json not null,
  saved_at timestamptz not null,
  actor json not null,
  submitted_at timestamptz,
  sha256 text,
  primary key (workspace_id, id),
  unique (workspace_id, dispute_id, step, side),
  check ((submitted_at is null) = (sha256 is null))
);

create table dispute_decision (
  workspace_id uuid not null,
  dispute_id uuid not null,
  number integer not null,
  step integer not null,
  side text not null check (side in ('company', 'partner')),
  is_final boolean not null,
  outcome text not null,
  reasons text not null,
  consequences json not null,
  at timestamptz not null,
  actor json not null,
  state text not null check (state in ('waiting', 'accepted', 'refused', 'replaced', 'decided', 'lapsed')),
  primary key (workspace_id, dispute_id, number)
);

do $$
declare
  name text;
begin
  foreach name in array array['dispute_ladder', 'dispute', 'dispute_entry', 'dispute_brief', 'dispute_decision']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on dispute_ladder to cordee_app;
grant select, insert, update on dispute to cordee_app;
grant select, insert on dispute_entry to cordee_app;
grant select, insert, update on dispute_brief to cordee_app;
grant select, insert on dispute_decision to cordee_app;
grant update (state) on dispute_decision to cordee_app;
