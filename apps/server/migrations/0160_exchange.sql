-- Reference rates of currencies, and balances exchanged by them.

alter type account_kind add value 'exchange';

-- Where a commission is paid in another currency than its own.
alter table commission add column settled_in text;
grant update (settled_in) on commission to cordee_app;

-- Never changed: what was published stays.
create table exchange_rate (
  workspace_id uuid not null references workspace (id),
  source text not null check (source in ('ecb')),
  currency text not null,
  date date not null,
  -- Units of the currency for one euro, as published.
  rate text not null,
  file_id uuid not null,
  primary key (workspace_id, source, currency, date)
);

-- The files they were read from.
create table exchange_rate_file (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  source text not null,
  sha256 text not null,
  read_at timestamptz not null,
  read_by text not null,
  added integer not null,
  first_date date not null,
  last_date date not null,
  primary key (workspace_id, id)
);

create table exchange_rules (
  workspace_id uuid primary key references workspace (id),
  fetches boolean not null
);

-- One partner's balance that became another currency; the fact says by which rates.
create table currency_exchange (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  from_currency text not null,
  from_amount bigint not null check (from_amount <> 0),
  to_currency text not null,
  to_amount bigint not null check (to_amount <> 0),
  per_euro jsonb not null,
  rate_on date not null,
  rate_source text not null,
  fact_seq bigint not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create index currency_exchange_partner on currency_exchange (workspace_id, partner_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['exchange_rate', 'exchange_rate_file', 'exchange_rules', 'currency_exchange']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on exchange_rate, exchange_rate_file, currency_exchange to cordee_app;
grant select, insert, update on exchange_rules to cordee_app;
