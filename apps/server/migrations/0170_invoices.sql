-- Documents made out in the partners' names, or sent by them; the mandates they are made out by; how a company invoices.

alter type account_kind add value 'vat_due';

-- Only added to: the newest version holds; documents keep what they were made of.
create table invoicing (
  workspace_id uuid not null references workspace (id),
  version integer not null check (version > 0),
  document jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (workspace_id, version)
);

create table billing_mandate (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  language text not null check (language in ('fr', 'en')),
  -- What was shown when it was given, to the letter.
  text text not null,
  text_sha256 text not null,
  contest_days integer not null check (contest_days > 0),
  signer text not null,
  -- Of one on paper: where it is kept.
  reference text,
  signed_at timestamptz not null,
  signed_by text not null,
  by_partner boolean not null,
  valid_from date not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_by_partner boolean,
  revocation_reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_by_partner is null))
);
create index billing_mandate_partner on billing_mandate (workspace_id, partner_id, id);
create unique index billing_mandate_in_force on billing_mandate (workspace_id, partner_id) where revoked_at is null;

-- One for each partner: its numbers follow each other without a gap, and its days never go back.
create table invoice_series (
  workspace_id uuid not null references workspace (id),
  partner_id uuid not null,
  series integer not null check (series > 0),
  last_number integer not null check (last_number >= 0),
  last_on date,
  primary key (workspace_id, partner_id),
  unique (workspace_id, series),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);

create table invoice (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  -- UNTDID 1001: made out by us in its name (389, 261), or sent by it (380).
  type text not null check (type in ('389', '261', '380')),
  number text not null,
  -- The place in the partner's series; null of what it sent.
  place integer check (place > 0),
  state text not null check (state in
    ('issued', 'delivered', 'accepted', 'tacitly_accepted', 'contested', 'credited', 'submitted', 'refused')),
  currency text not null,
  net bigint not null check (net > 0),
  vat bigint not null check (vat >= 0),
  vat_category text not null,
  vat_rate integer not null,
  -- VAT that the company owes itself on it.
  self_assessed bigint not null check (self_assessed >= 0),
  issued_on date not null,
  due_on date,
  period_from date not null,
  period_to date not null,
  mandate_id uuid,
  language text not null check (language in ('fr', 'en')),
  -- All that is on it, and the decision it follows from, as they were.
  document jsonb not null,
  decision jsonb not null,
  -- Of a credit note that takes back an invoice in order to make it out anew.
  reopens boolean not null,
  created_at timestamptz not null,
  created_by text not null,
  delivered_at timestamptz,
  contest_until timestamptz,
  fact_seq bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  foreign key (workspace_id, mandate_id) references billing_mandate (workspace_id, id),
  check ((type = '380') = (place is null)),
  check (type = '380' or mandate_id is not null)
);
create unique index invoice_place on invoice (workspace_id, partner_id, place) where place is not null;
create unique index invoice_number on invoice (workspace_id, partner_id, number) where state <> 'refused';
create index invoice_partner on invoice (workspace_id, partner_id, id);
create index invoice_waiting on invoice (workspace_id, state, contest_until)
  where state in ('issued', 'delivered', 'contested', 'submitted');

-- What of a closed month, or of an invoice that is made out anew, stands on which document: on one that holds.
create table invoice_part (
  workspace_id uuid not null,
  invoice_id uuid not null,
  number integer not null check (number > 0),
  statement_id uuid,
  -- The credit note whose amount it makes out anew.
  reopened_id uuid,
  net bigint not null,
  -- False of what was refused: it is to stand on another one.
  holds boolean not null default true,
  primary key (workspace_id, invoice_id, number),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id),
  foreign key (workspace_id, statement_id) references statement (workspace_id, id),
  foreign key (workspace_id, reopened_id) references invoice (workspace_id, id),
  check ((statement_id is null) <> (reopened_id is null))
);
create unique index invoice_part_statement on invoice_part (workspace_id, statement_id) where holds and statement_id is not null;
create unique index invoice_part_reopened on invoice_part (workspace_id, reopened_id) where holds and reopened_id is not null;

-- From which invoices a credit note takes how much.
create table invoice_credit (
  workspace_id uuid not null,
  invoice_id uuid not null,
  credited_id uuid not null,
  net bigint not null check (net > 0),
  primary key (workspace_id, invoice_id, credited_id),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id),
  foreign key (workspace_id, credited_id) references invoice (workspace_id, id)
);
create index invoice_credit_credited on invoice_credit (workspace_id, credited_id);

-- The bytes that were given out, or that a partner sent: they never change.
create table invoice_file (
  workspace_id uuid not null,
  invoice_id uuid not null,
  form text not null check (form in ('xml', 'pdf', 'sent')),
  media_type text not null,
  file_name text not null,
  bytes bytea not null,
  sha256 text not null,
  kept_at timestamptz not null,
  primary key (workspace_id, invoice_id, form),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id)
);

-- Everything that happened to a document.
create table invoice_step (
  workspace_id uuid not null,
  invoice_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  kind text not null,
  side text not null check (side in ('company', 'partner', 'clock', 'platform')),
  actor jsonb not null,
  text text,
  -- Of an approved platform: its life-cycle status, and when it says that it was so.
  platform_code text,
  platform_at timestamptz,
  primary key (workspace_id, invoice_id, number),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id)
);

-- Documents that were handed over to an approved platform.
create table invoice_handover (
  workspace_id uuid not null,
  invoice_id uuid not null,
  handed_at timestamptz not null,
  handed_by text not null,
  primary key (workspace_id, invoice_id),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['invoicing', 'billing_mandate', 'invoice_series', 'invoice', 'invoice_part', 'invoice_credit',
    'invoice_file', 'invoice_step', 'invoice_handover']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on invoicing, invoice_credit, invoice_file, invoice_step, invoice_handover to cordee_app;
grant select, insert, update (revoked_at, revoked_by, revoked_by_partner, revocation_reason) on billing_mandate to cordee_app;
grant select, insert, update (last_number, last_on) on invoice_series to cordee_app;
grant select, insert, update (state, delivered_at, contest_until, fact_seq) on invoice to cordee_app;
grant select, insert, update (holds) on invoice_part to cordee_app;
