-- What was decided about each fact, what it earned, and the ledger. Insert-only for the application, except what later facts do
-- to a commission. The account of a posting is (kind, partner, currency): a row debits one and credits another, so it balances by shape.
create type account_kind as enum
  ('pending', 'payable', 'in_payout', 'paid', 'commission_expense', 'vat', 'withholding', 'rounding', 'adjustment');

-- Locked to count: how far the facts have been counted, and the last hash of the transactions.
create table count_head (
  workspace_id uuid primary key references workspace (id),
  counted_seq bigint not null,
  transaction_hash bytea not null
);

create table decision (
  workspace_id uuid not null,
  fact_seq bigint not null,
  program_id uuid,
  plan_version_id uuid,
  unpaid text,
  detail json not null,
  primary key (workspace_id, fact_seq)
) partition by hash (workspace_id);
create table decision_0 partition of decision for values with (modulus 1, remainder 0);

create table commission (
  workspace_id uuid not null,
  fact_seq bigint not null,
  number integer not null,
  enrollment_id uuid not null,
  partner_id uuid not null,
  program_id uuid not null,
  plan_version_id uuid not null,
  clause text not null,
  rule_id text not null,
  line_id text,
  currency text not null,
  base bigint not null,
  amount bigint not null check (amount > 0),
  arithmetic json not null,
  cap json,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  payable_at timestamptz not null,
  status text not null default 'pending'
    check (status in ('pending', 'suspended', 'payable', 'in_payout', 'paid', 'reversed')),
  reversed bigint not null default 0 check (reversed >= 0 and reversed <= amount),
  payout_seq bigint,
  primary key (workspace_id, fact_seq, number)
) partition by hash (workspace_id);
create table commission_0 partition of commission for values with (modulus 1, remainder 0);
create index commission_partner on commission (workspace_id, partner_id, fact_seq);
create index commission_due on commission (workspace_id, payable_at) where status = 'pending';

create table reversal (
  workspace_id uuid not null,
  fact_seq bigint not null,
  number integer not null,
  commission_fact_seq bigint not null,
  commission_number integer not null,
  partner_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  from_account account_kind not null,
  primary key (workspace_id, fact_seq, number)
) partition by hash (workspace_id);
create table reversal_0 partition of reversal for values with (modulus 1, remainder 0);
create index reversal_commission on reversal (workspace_id, commission_fact_seq, commission_number);

-- A transaction belongs to one fact and carries its number.
create table ledger_transaction (
  workspace_id uuid not null,
  fact_seq bigint not null,
  kind text not null,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  hash bytea not null,
  primary key (workspace_id, fact_seq)
) partition by hash (workspace_id);
create table ledger_transaction_0 partition of ledger_transaction for values with (modulus 1, remainder 0);

create table posting (
  workspace_id uuid not null,
  fact_seq bigint not null,
  number integer not null,
  debit account_kind not null,
  credit account_kind not null,
  partner_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  effective_at timestamptz not null,
  commission_fact_seq bigint,
  commission_number integer,
  primary key (workspace_id, fact_seq, number),
  check (debit <> credit)
) partition by hash (workspace_id);
create table posting_0 partition of posting for values with (modulus 1, remainder 0);
create index posting_partner on posting (workspace_id, partner_id, fact_seq);

-- Sums of postings up to a fact, per account: balances are the last snapshot plus the postings after it.
create table balance_snapshot (
  workspace_id uuid not null,
  partner_id uuid not null,
  currency text not null,
  account account_kind not null,
  through_seq bigint not null,
  debits numeric(38, 0) not null,
  credits numeric(38, 0) not null,
  primary key (workspace_id, partner_id, currency, account)
);

create table snapshot_head (
  workspace_id uuid primary key references workspace (id),
  through_seq bigint not null
);

-- Volumes, caps and milestones so far: a projection that `replay` rebuilds.
create table counter (
  workspace_id uuid not null,
  -- Whose it is (an enrollment, a program, a customer of an enrollment): what a batch loads at once.
  entity text not null,
  key text not null,
  value bigint not null,
  primary key (workspace_id, entity, key)
);

create table payout (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('in_payout', 'paid', 'rejected')),
  started_seq bigint not null,
  ended_seq bigint,
  reference text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index payout_partner on payout (workspace_id, partner_id, created_at);
