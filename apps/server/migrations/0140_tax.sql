-- Who partners are for tax, day by day; what was asked about their VAT numbers; the company's table, and what was decided by it.

-- Only added to: what was entered before holds for the days before.
create table tax_details (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  valid_from date not null,
  kind text check (kind in ('business', 'association', 'private_person', 'employee_of_third_party')),
  country text,
  legal_name text,
  legal_form text,
  address jsonb,
  siren text,
  siret text,
  vat_status text check (vat_status in ('liable', 'exempt', 'not_taxable')),
  vat_number text,
  -- The date of birth and the tax number of another country, unreadable at rest; the flags say which are there.
  sealed bytea,
  has_birth_date boolean not null,
  has_local_tax_id boolean not null,
  entered_at timestamptz not null,
  entered_by text not null,
  by_partner boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  check ((has_birth_date or has_local_tax_id) = (sealed is not null))
);
create index tax_details_partner on tax_details (workspace_id, partner_id, id);

-- The company's answer to what was entered; without one it is a proposal. What the company enters is accepted as it is entered.
create table tax_details_answer (
  workspace_id uuid not null,
  details_id uuid not null,
  answer text not null check (answer in ('accepted', 'refused', 'replaced')),
  answered_at timestamptz not null,
  answered_by text not null,
  reason text,
  primary key (workspace_id, details_id),
  foreign key (workspace_id, details_id) references tax_details (workspace_id, id),
  check (answer <> 'refused' or reason is not null)
);

create table vat_check (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  vat_number text not null,
  state text not null check (state in ('valid', 'invalid', 'unavailable')),
  cause text,
  checked_at timestamptz not null,
  consultation_number text,
  name text,
  raw jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  check ((state = 'unavailable') = (cause is not null))
);
create index vat_check_partner on vat_check (workspace_id, partner_id, id);

create table tax_proof (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  kind text not null check (kind in ('vat_number', 'business')),
  vat_number text,
  reference text not null,
  note text,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  check ((kind = 'vat_number') = (vat_number is not null))
);
create index tax_proof_partner on tax_proof (workspace_id, partner_id, id);

create table tax_review (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  details_id uuid not null,
  rule text not null,
  treat_as text not null,
  reason text not null,
  reviewed_at timestamptz not null,
  reviewed_by text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, details_id) references tax_details (workspace_id, id)
);
create index tax_review_details on tax_review (workspace_id, details_id, id);

create table tax_table (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  version integer not null check (version > 0),
  state text not null check (state in ('draft', 'published')),
  name text not null,
  document jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  valid_from date,
  published_at timestamptz,
  published_by text,
  primary key (workspace_id, id),
  unique (workspace_id, version),
  check ((state = 'published') = (published_at is not null and valid_from is not null and published_by is not null))
);
create unique index tax_table_draft on tax_table (workspace_id) where state = 'draft';

-- Kept with everything it was decided by.
create table tax_decision (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  details_id uuid,
  table_id uuid not null,
  on_day date not null,
  decided_at timestamptz not null,
  decided_by text not null,
  inputs jsonb not null,
  decision jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  foreign key (workspace_id, table_id) references tax_table (workspace_id, id)
);
create index tax_decision_partner on tax_decision (workspace_id, partner_id, id);

-- Without a row the defaults hold.
create table tax_policy (
  workspace_id uuid primary key references workspace (id),
  vat_number text,
  unchecked_vat text not null check (unchecked_vat in ('block', 'warn', 'allow')),
  checks_vat boolean not null,
  payouts_hold text not null check (payouts_hold in ('nobody', 'reviews', 'all'))
);

do $$
declare
  name text;
begin
  foreach name in array array['tax_details', 'tax_details_answer', 'vat_check', 'tax_proof', 'tax_review', 'tax_table',
    'tax_decision', 'tax_policy']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;

-- A published table never changes.
create policy published_is_final on tax_table as restrictive for update to cordee_app using (published_at is null) with check (true);

grant select, insert on tax_details, tax_details_answer, vat_check, tax_proof, tax_review, tax_decision to cordee_app;
grant select, insert, update on tax_table, tax_policy to cordee_app;
