-- Registered deals, introductions, declared contributions and agreed splits, from what was said to what was decided. The table of 0012
-- was never written to: nothing is lost. A confirmed one is a fact, which counting reads; this is what people said and decided.

drop table contribution;

create table contribution (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null check (kind in ('deal', 'introduction', 'contribution', 'agreement')),
  program_id uuid not null,
  -- A partner rarely knows the company's own id of a customer: none until the company confirms.
  customer_id uuid,
  -- As declared, until it is confirmed: from then on what is known of the customer stands with the customer alone.
  customer_external_id text,
  customer_name text,
  customer_email text,
  customer_country text,
  -- By these the same customer is found again in other declarations.
  name_key text,
  email_hash text,
  -- The customer had bought before, by the address that was declared.
  customer_known boolean not null,
  occurred_at timestamptz not null,
  valid_until timestamptz,
  description text,
  evidence_url text,
  products text[],
  expected_amount bigint check (expected_amount >= 0),
  currency text,
  introduced_to text,
  nature text,
  quantity integer check (quantity > 0),
  unit text,
  sale_event_id text,
  declared_at timestamptz not null,
  by_partner boolean not null,
  state text not null check (state in ('waiting', 'confirmed', 'refused', 'withdrawn')),
  decided_at timestamptz,
  reason text,
  fact_seq bigint,
  end_seq bigint,
  primary key (workspace_id, id),
  check (valid_until is null or valid_until > occurred_at),
  check ((state = 'waiting') = (decided_at is null)),
  check (state <> 'refused' or reason is not null),
  check ((state = 'confirmed') = (fact_seq is not null and end_seq is null)),
  check (end_seq is null or (state = 'withdrawn' and fact_seq is not null)),
  check (state = 'waiting' or state = 'refused' or fact_seq is null or customer_id is not null)
);
create index contribution_customer on contribution (workspace_id, customer_id) where customer_id is not null;
create index contribution_name on contribution (workspace_id, name_key) where name_key is not null;
create index contribution_email on contribution (workspace_id, email_hash) where email_hash is not null;
create index contribution_program on contribution (workspace_id, program_id, id);

-- Whom it may credit: one enrollment with the whole, or several with their parts.
create table contribution_party (
  workspace_id uuid not null,
  contribution_id uuid not null,
  number integer not null,
  partner_id uuid not null,
  enrollment_id uuid not null,
  share text not null,
  primary key (workspace_id, contribution_id, number)
);
create index contribution_party_partner on contribution_party (workspace_id, partner_id, contribution_id);

do $$
declare
  name text;
begin
  foreach name in array array['contribution', 'contribution_party']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on contribution to cordee_app;
grant select, insert on contribution_party to cordee_app;
