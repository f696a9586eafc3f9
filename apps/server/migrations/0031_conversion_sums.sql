-- Daily sums of what was counted, kept by a cursor that moves in the transaction that adds; `replay` rebuilds them, `verify`
-- adds everything again. One row for each grain of interest, so that every series is read from as few rows as it shows.
create table conversion_head (
  workspace_id uuid primary key references workspace (id),
  through_seq bigint not null
);
insert into conversion_head (workspace_id, through_seq) select id, 0 from workspace;

create table conversion_daily (
  workspace_id uuid not null,
  -- What `key` is: nothing, the country of the order, the link or the sub-id that is credited, how it was tied to its touchpoints.
  grain text not null check (grain in ('total', 'country', 'link', 'sub_id', 'path')),
  -- Whose part it is; zeros for the whole company.
  partner_id uuid not null,
  -- Empty for a total, and for what is not known.
  key text not null,
  -- In the zone of the workspace, by when things happened.
  day date not null,
  -- Zeros where no program took it.
  program_id uuid not null,
  currency text not null,
  sales bigint not null,
  amount bigint not null,
  leads bigint not null,
  refunds bigint not null,
  refunded bigint not null,
  commissions bigint not null,
  earned bigint not null,
  reversed bigint not null,
  paid bigint not null,
  primary key (workspace_id, grain, partner_id, key, day, program_id, currency)
);
create index conversion_daily_day on conversion_daily (workspace_id, grain, day);

-- Customers by the month of their first sale, and what those of a month brought in each month since.
create table cohort_customer (
  workspace_id uuid not null,
  customer_id uuid not null,
  -- The first day of the month.
  month date not null,
  -- Who brought the customer: the greatest part of the first sale; zeros for nobody.
  partner_id uuid not null,
  program_id uuid not null,
  primary key (workspace_id, customer_id)
);
create table cohort_monthly (
  workspace_id uuid not null,
  cohort date not null,
  partner_id uuid not null,
  program_id uuid not null,
  month date not null,
  currency text not null,
  -- Who began in it; only where `month` is the cohort's own.
  customers bigint not null,
  sales bigint not null,
  amount bigint not null,
  refunded bigint not null,
  earned bigint not null,
  reversed bigint not null,
  primary key (workspace_id, cohort, partner_id, program_id, month, currency)
);

-- What a list of partners is sorted by: net of what was taken back, in the workspace's own currency.
create table partner_figures (
  workspace_id uuid not null,
  partner_id uuid not null,
  earned bigint not null,
  -- The epoch while there is none.
  last_at timestamptz not null,
  primary key (workspace_id, partner_id)
);
insert into partner_figures (workspace_id, partner_id, earned, last_at) select workspace_id, id, 0, 'epoch' from partner;
create index partner_figures_earned on partner_figures (workspace_id, earned desc, partner_id desc);
create index partner_figures_last on partner_figures (workspace_id, last_at desc, partner_id desc);

-- Which facts concern a partner without moving its accounts: credited and paid nothing, or about a sale that credits it.
create table partner_fact (
  workspace_id uuid not null,
  partner_id uuid not null,
  fact_seq bigint not null,
  primary key (workspace_id, partner_id, fact_seq)
);

-- Lists of facts by what they are asked for. Sales are the most of them: no index of their own.
create index fact_kind on fact (workspace_id, kind, seq) where kind <> 'sale';
create index fact_occurred on fact (workspace_id, occurred_at, seq);
create index decision_unpaid on decision (workspace_id, fact_seq) where unpaid is not null;

-- What waits for somebody, counted on the first screen.
create index hook_event_failed on hook_event (workspace_id, received_at) where state = 'failed';
create index import_state on import (workspace_id, state, created_at);
create index commission_suspended on commission (workspace_id, fact_seq) where status = 'suspended';
create index payout_under_way on payout (workspace_id, id) where state = 'in_payout';

do $$
declare
  name text;
begin
  foreach name in array array['conversion_head', 'conversion_daily', 'cohort_customer', 'cohort_monthly', 'partner_figures', 'partner_fact']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on conversion_head, conversion_daily, cohort_monthly, partner_figures to cordee_app;
grant select, insert on cohort_customer, partner_fact to cordee_app;
grant delete on conversion_daily, cohort_customer, cohort_monthly, partner_figures, partner_fact to cordee_app;
