-- Months of the books that are closed, and what each partner had when they were. Rows of the books are never touched: a month is a cut in
-- the order of facts, and its figures follow from it.
create table period_closing (
  workspace_id uuid not null references workspace (id),
  -- `2026-11`, in the zone of the workspace.
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  -- Facts behind the cut of the month before, up to this one, are late when they took effect before the month.
  after_seq bigint not null,
  through_seq bigint not null check (through_seq >= after_seq),
  -- Where the chain of ledger transactions ended at the cut.
  transaction_hash bytea not null,
  state text not null check (state in ('closing', 'closed')),
  workspace_name text not null,
  closed_at timestamptz not null,
  closed_by jsonb not null,
  -- Of partners told anything; known once their figures are.
  statements integer,
  primary key (workspace_id, month),
  check ((state = 'closed') = (statements is not null))
);

create table statement (
  workspace_id uuid not null,
  id uuid not null,
  month text not null,
  partner_id uuid not null,
  currency text not null,
  -- Within its month; null when nothing moved and nothing is open: the row only carries what was paid on to the next month.
  number integer check (number > 0),
  partner_name text not null,
  opening_pending bigint not null,
  opening_payable bigint not null,
  opening_in_payout bigint not null,
  opening_paid bigint not null,
  closing_pending bigint not null,
  closing_payable bigint not null,
  closing_in_payout bigint not null,
  closing_paid bigint not null,
  movements integer not null,
  -- Of them, those that took effect in a month closed before.
  late integer not null check (late between 0 and movements),
  primary key (workspace_id, id),
  unique (workspace_id, month, partner_id, currency),
  unique (workspace_id, month, number),
  foreign key (workspace_id, month) references period_closing (workspace_id, month),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create index statement_partner on statement (workspace_id, partner_id, month, number) where number is not null;

-- The bytes that were given out, once for each language: whoever downloads again gets the same.
create table statement_document (
  workspace_id uuid not null,
  statement_id uuid not null,
  language text not null check (language in ('fr', 'en')),
  bytes bytea not null,
  sha256 text not null,
  issued_at timestamptz not null,
  primary key (workspace_id, statement_id, language),
  foreign key (workspace_id, statement_id) references statement (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['period_closing', 'statement', 'statement_document']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update (state, statements) on period_closing to cordee_app;
grant select, insert on statement, statement_document to cordee_app;
