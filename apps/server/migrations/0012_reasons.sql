-- What was in doubt can be told and mended: refunds that failed give back, clicks lead to the facts that froze them, partners'
-- contributions are recorded, and a program's precedence and plan keep their history.

-- A failed refund gives back: a reversal of a negative amount.
alter table reversal drop constraint reversal_amount_check;
alter table reversal add constraint reversal_amount_check check (amount <> 0);

-- Which leads and sales froze a click, so that a click can say what came of it. Follows from the facts: filled behind them, so that
-- recording a fact costs nothing more. The head is the number of the last fact that was looked at.
create table click_use (
  workspace_id uuid not null,
  click_id uuid not null,
  fact_seq bigint not null,
  primary key (workspace_id, click_id, fact_seq)
);
create table click_use_head (
  workspace_id uuid primary key references workspace (id),
  seq bigint not null
);

-- What partners brought otherwise than by links and codes. A confirmed one is a fact; this is what people said and decided.
create table contribution (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null check (kind in ('deal', 'introduction', 'contribution')),
  enrollment_id uuid not null,
  program_id uuid not null,
  partner_id uuid not null,
  customer_id uuid not null,
  occurred_at timestamptz not null,
  description text,
  evidence_url text,
  declared_at timestamptz not null,
  by_partner boolean not null,
  state text not null check (state in ('waiting', 'confirmed', 'refused')),
  decided_at timestamptz,
  reason text,
  fact_seq bigint,
  primary key (workspace_id, id),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'refused') = (reason is not null)),
  check ((state = 'confirmed') = (fact_seq is not null))
);
create index contribution_customer on contribution (workspace_id, customer_id);
create index contribution_partner on contribution (workspace_id, partner_id, id);

-- A program's place among programs and its plan, dated as all terms are. What programs have had until now holds from the beginning.
create table program_terms (
  workspace_id uuid not null,
  program_id uuid not null,
  number integer not null,
  from_at timestamptz not null,
  recorded_at timestamptz not null,
  precedence integer not null,
  plan_id uuid not null,
  primary key (workspace_id, program_id, number)
);
insert into program_terms (workspace_id, program_id, number, from_at, recorded_at, precedence, plan_id)
select workspace_id, id, 0, to_timestamp(0), to_timestamp(0), precedence, plan_id from program;

do $$
declare
  name text;
begin
  foreach name in array array['click_use', 'click_use_head', 'contribution', 'program_terms']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on click_use, program_terms to cordee_app;
grant select, insert, update on click_use_head, contribution to cordee_app;
