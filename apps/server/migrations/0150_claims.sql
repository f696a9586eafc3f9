-- Claims of partners: a fact that is missing, wrong, rejected or wrongly split; what both sides wrote; and the days the company has.

-- What the company promised, from when on. Without days a program follows the company again.
create table claim_terms (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  program_id uuid,
  since timestamptz not null,
  days integer check (days between 1 and 90),
  day_kind text check (day_kind in ('calendar', 'business')),
  is_automatic boolean,
  primary key (workspace_id, id),
  check (num_nonnulls(days, day_kind, is_automatic) in (0, 3)),
  check (days is not null or program_id is not null)
);

create table claim_setting (
  workspace_id uuid not null references workspace (id),
  shows_statistics boolean not null,
  primary key (workspace_id)
);

create table claim (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null check (kind in ('missing', 'wrong', 'rejected', 'split')),
  partner_id uuid not null,
  enrollment_id uuid not null,
  program_id uuid not null,
  by_partner boolean not null,
  -- What is contested: a fact, one of its commissions, or a contribution.
  fact_seq bigint,
  commission_number integer,
  contribution_id uuid,
  -- What should have been recorded.
  what text check (what in ('sale', 'lead')),
  occurred_at timestamptz,
  event_id text,
  customer_id uuid,
  customer_external_id text,
  customer_name text,
  customer_email text,
  amount bigint check (amount >= 0),
  currency text,
  opened_at timestamptz not null,
  -- The terms it was opened under.
  days integer not null,
  day_kind text not null,
  is_automatic boolean not null,
  state text not null check (state in ('open', 'asked', 'accepted', 'partly_accepted', 'refused', 'withdrawn')),
  -- When the days are over; none while the clock stands still or once it is decided.
  deadline timestamptz,
  -- The deadline somebody was reminded of, and the one that passed: each is told once.
  reminded_for timestamptz,
  overdue_for timestamptz,
  -- How many entries there are: their next number.
  entries integer not null,
  decided_at timestamptz,
  decided_by_clock boolean,
  was_late boolean,
  -- Without the time the partner was to reply.
  answer_ms bigint,
  code text,
  reason text,
  settled_by text check (settled_by in ('sale', 'lead', 'commission', 'split', 'fact')),
  settled_seq bigint,
  settled_contribution_id uuid,
  -- What kept one that was accepted by silence from being recorded, in both languages.
  unsettled json,
  primary key (workspace_id, id),
  check ((state = 'open') = (deadline is not null)),
  check ((state in ('open', 'asked')) = (decided_at is null)),
  check (commission_number is null or fact_seq is not null),
  check ((what is null) = (occurred_at is null)),
  check ((amount is null) = (currency is null)),
  check (settled_by is null or state in ('accepted', 'partly_accepted')),
  check (state not in ('accepted', 'partly_accepted', 'refused') or (code is not null and reason is not null)),
  check (state not in ('accepted', 'partly_accepted') or (settled_by is null) = (unsettled is not null))
);
create index claim_partner on claim (workspace_id, partner_id, id);
-- What the clock runs on is looked at every few minutes, and whenever somebody opens the first screen.
create index claim_running on claim (workspace_id, deadline) where state = 'open';
create index claim_to_settle on claim (workspace_id, id) where settled_by is null and unsettled is not null;
create index claim_decided on claim (workspace_id, decided_at) where decided_at is not null;
create index claim_customer on claim (workspace_id, customer_id) where customer_id is not null;

-- What both sides wrote and what was done, in order; only ever added.
create table claim_entry (
  workspace_id uuid not null,
  claim_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  side text not null check (side in ('company', 'partner', 'clock')),
  actor json not null,
  text text,
  links text[] not null,
  primary key (workspace_id, claim_id, number)
);

do $$
declare
  name text;
begin
  foreach name in array array['claim_terms', 'claim_setting', 'claim', 'claim_entry']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on claim_terms to cordee_app;
grant select, insert, update on claim_setting to cordee_app;
grant select, insert, update on claim to cordee_app;
grant select, insert on claim_entry to cordee_app;
-- Erasing a customer reaches what was written about it; nothing else of an entry can be changed.
grant update (text, links) on claim_entry to cordee_app;
