-- Where partners are paid, by which rules, in which batches, and what the bank answered.

-- Accounts are never changed: another one replaces them. The IBAN is sealed; its hint is what screens show.
create table bank_account (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  -- The company's own when null.
  partner_id uuid,
  holder text not null,
  iban bytea not null,
  iban_hint text not null,
  -- Keyed: tells that two partners gave the same account, nothing else.
  iban_hash bytea not null,
  bic text,
  address jsonb,
  state text not null check (state in ('to_confirm', 'in_force', 'refused', 'replaced')),
  entered_at timestamptz not null,
  entered_by text not null,
  by_partner boolean not null,
  decided_at timestamptz,
  decided_by text,
  usable_from timestamptz,
  reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  check (state <> 'refused' or reason is not null),
  check ((state = 'in_force') <= (usable_from is not null))
);
create unique index bank_account_in_force on bank_account
  (workspace_id, coalesce(partner_id, '00000000-0000-0000-0000-000000000000'::uuid)) where state = 'in_force';
create unique index bank_account_to_confirm on bank_account
  (workspace_id, coalesce(partner_id, '00000000-0000-0000-0000-000000000000'::uuid)) where state = 'to_confirm';
create index bank_account_partner on bank_account (workspace_id, partner_id, id);
create index bank_account_hash on bank_account (workspace_id, iban_hash);

-- What the company decided about paying; without a row the defaults hold.
create table payment_rules (
  workspace_id uuid primary key references workspace (id),
  minimum_amount bigint not null check (minimum_amount >= 0),
  cooling_hours integer not null check (cooling_hours between 0 and 720),
  four_eyes boolean not null
);

create table payout_batch (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  state text not null check (state in ('waiting', 'approved', 'sent', 'closed', 'cancelled')),
  execution_date date not null,
  account_id uuid not null,
  remittance text not null,
  lines integer not null check (lines > 0),
  amount bigint not null check (amount > 0),
  created_at timestamptz not null,
  created_by text not null,
  approved_at timestamptz,
  approved_by text,
  sent_at timestamptz,
  ended_at timestamptz,
  reason text,
  -- The bytes of the file, sealed, written once when the batch is approved.
  file bytea,
  file_version text,
  file_sha256 text,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references bank_account (workspace_id, id),
  check ((state in ('approved', 'sent', 'closed')) <= (file is not null)),
  check (state <> 'cancelled' or reason is not null)
);

alter table payout add column batch_id uuid;
alter table payout add column bank_account_id uuid;
alter table payout add column end_reason text;
alter table payout add foreign key (workspace_id, batch_id) references payout_batch (workspace_id, id);
alter table payout add foreign key (workspace_id, bank_account_id) references bank_account (workspace_id, id);
create index payout_batch_lines on payout (workspace_id, batch_id, id) where batch_id is not null;

create table bank_report (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  sha256 text not null,
  kind text not null check (kind in ('camt.053', 'pain.002')),
  read_at timestamptz not null,
  result jsonb not null,
  primary key (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['bank_account', 'payment_rules', 'payout_batch', 'bank_report']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on bank_account, payment_rules, payout_batch to cordee_app;
grant select, insert on bank_report to cordee_app;
