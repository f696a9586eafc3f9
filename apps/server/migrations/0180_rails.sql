-- Other ways money leaves than a file for the bank: where partners are paid on each, batches of one rail and one currency, files in
-- parts, transfers sent one by one.

-- The column named for the IBAN holds, sealed, wherever its rail pays: an address of PayPal, columns of Wise, an account at Stripe.
alter table bank_account add column rail text not null default 'sepa' check (rail in ('sepa', 'wise', 'paypal', 'stripe'));
alter table bank_account add check (partner_id is not null or rail = 'sepa');
drop index bank_account_in_force;
drop index bank_account_to_confirm;
create unique index bank_account_in_force on bank_account
  (workspace_id, coalesce(partner_id, '00000000-0000-0000-0000-000000000000'::uuid), rail) where state = 'in_force';
create unique index bank_account_to_confirm on bank_account
  (workspace_id, coalesce(partner_id, '00000000-0000-0000-0000-000000000000'::uuid), rail) where state = 'to_confirm';

-- The day of the month on which the company pays, the template it downloaded from Wise, the least amounts of other currencies.
alter table payment_rules add column payment_day integer check (payment_day between 1 and 31);
alter table payment_rules add column wise_header text;
alter table payment_rules add column minimums jsonb not null default '[]';

alter table payout_batch add column rail text not null default 'sepa'
  check (rail in ('sepa', 'wise', 'paypal', 'stripe', 'outside'));
alter table payout_batch add column currency text not null default 'EUR';
alter table payout_batch alter column account_id drop not null;
alter table payout_batch drop constraint payout_batch_check;
alter table payout_batch add constraint payout_batch_file check
  (rail <> 'sepa' or (state in ('approved', 'sent', 'closed')) <= (file is not null));
alter table payout_batch add constraint payout_batch_account check ((rail = 'sepa') <= (account_id is not null));
alter table payout_batch add constraint payout_batch_currency check (rail <> 'sepa' or currency = 'EUR');
-- What keeps its transfers from being sent, while it does.
alter table payout_batch add column problem text;
-- Of a batch that was paid outside.
alter table payout_batch add column paid_on date;
alter table payout_batch add column outside_reference text;

-- What the rail calls a payment that arrived: a transfer's id, the reference of what was paid outside.
alter table payout add column settlement text;

-- Files of Wise and PayPal hold only so many rows: a batch may have several, written once when it is approved.
create table payout_batch_file (
  workspace_id uuid not null references workspace (id),
  batch_id uuid not null,
  part integer not null check (part > 0),
  file bytea not null,
  sha256 text not null,
  lines integer not null check (lines > 0),
  primary key (workspace_id, batch_id, part),
  foreign key (workspace_id, batch_id) references payout_batch (workspace_id, id)
);

-- Sent one by one. What is `asking` or `unknown` is looked up before anything is sent again.
create table payout_transfer (
  workspace_id uuid not null references workspace (id),
  payout_id uuid not null,
  batch_id uuid not null,
  state text not null check (state in ('to_send', 'asking', 'unknown', 'sent', 'refused')),
  attempts integer not null default 0,
  -- When an attempt was made last that nobody answered.
  unanswered_at timestamptz,
  transfer_id text,
  problem text,
  changed_at timestamptz not null,
  primary key (workspace_id, payout_id),
  foreign key (workspace_id, payout_id) references payout (workspace_id, id),
  foreign key (workspace_id, batch_id) references payout_batch (workspace_id, id),
  check ((state = 'sent') = (transfer_id is not null))
);
create index payout_transfer_batch on payout_transfer (workspace_id, batch_id, payout_id);

-- The company's key at a service that pays, sealed.
create table payout_connection (
  workspace_id uuid not null references workspace (id),
  rail text not null check (rail = 'stripe'),
  secret bytea not null,
  hint text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (workspace_id, rail)
);

alter table bank_report drop constraint bank_report_kind_check;
alter table bank_report add constraint bank_report_kind_check check (kind in ('camt.053', 'pain.002', 'csv'));

do $$
declare
  name text;
begin
  foreach name in array array['payout_batch_file', 'payout_transfer', 'payout_connection']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on payout_batch_file to cordee_app;
grant select, insert, update on payout_transfer to cordee_app;
grant select, insert, update, delete on payout_connection to cordee_app;
