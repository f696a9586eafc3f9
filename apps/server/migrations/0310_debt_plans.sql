-- Debts of partners paid back by a plan.

alter type account_kind add value 'planned_debt';
alter type account_kind add value 'debt_waived';

create table debt_plan (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  currency text not null,
  -- As it was proposed; what was put under the plan is its first movement.
  amount bigint not null check (amount > 0),
  terms jsonb not null,
  reason text not null,
  proposed_by text not null check (proposed_by in ('company', 'partner')),
  proposer text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'running', 'settled', 'broken', 'ended', 'declined', 'withdrawn', 'replaced')),
  answerer text,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  -- How many missed instalments both sides were told of.
  told_missed integer not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create index debt_plan_partner on debt_plan (workspace_id, partner_id, id);
create unique index debt_plan_open on debt_plan (workspace_id, partner_id, currency, state) where state in ('proposed', 'running');

-- What moved, each by a fact; only added to.
create table debt_movement (
  workspace_id uuid not null,
  plan_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('planned', 'kept_back', 'paid', 'waived', 'returned')),
  amount bigint not null check (amount > 0),
  fact_seq bigint not null,
  at timestamptz not null,
  -- Of payments: when, and by which reference.
  paid_on date,
  reference text,
  primary key (workspace_id, plan_id, number),
  foreign key (workspace_id, plan_id) references debt_plan (workspace_id, id)
);

create table debt_waiver (
  workspace_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  amount bigint not null check (amount > 0),
  reason text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused')),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references debt_plan (workspace_id, id)
);
create unique index debt_waiver_waiting on debt_waiver (workspace_id, plan_id) where state = 'waiting';

do $$
declare
  name text;
begin
  foreach name in array array['debt_plan', 'debt_movement', 'debt_waiver']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on debt_plan, debt_waiver to cordee_app;
grant select, insert on debt_movement to cordee_app;

-- Charts written before get the new accounts with the numbers of the French one: nothing stands on them yet, and they can be changed.
update accounting_chart
   set chart = jsonb_set(chart, '{accounts}', '{
     "planned_debt": { "number": "409700", "name": "Fournisseurs débiteurs - Dettes échelonnées des partenaires", "perPartner": true },
     "debt_waived": { "number": "654000", "name": "Pertes sur créances irrécouvrables", "perPartner": false }
   }'::jsonb || (chart->'accounts'));
