-- Facts: the one ordered, chained, append-only record. One hash partition so that COPY may write it while every read passes
-- row-level security on the parent (docs/adr/0004).
create table fact (
  workspace_id uuid not null,
  seq bigint not null,
  kind text not null,
  source text not null,
  external_id text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  customer_id uuid,
  currency text,
  amount bigint,
  target_seq bigint,
  -- json, not jsonb: the text that was hashed is the text that is kept.
  body json not null,
  -- The key of a target that was not known yet, as the body says it.
  awaits text,
  input_hash bytea not null,
  hash bytea not null,
  primary key (workspace_id, seq),
  unique (workspace_id, source, external_id)
) partition by hash (workspace_id);
create table fact_0 partition of fact for values with (modulus 1, remainder 0);
create index fact_customer on fact (workspace_id, customer_id, seq) where customer_id is not null;
-- Facts about something not known yet, to be found when it comes.
create index fact_awaits on fact (workspace_id, awaits) where awaits is not null;
create index fact_target on fact (workspace_id, target_seq) where target_seq is not null;

-- Locked to append: hands out sequence numbers, the previous hash, and a recording time that never goes back.
create table fact_head (
  workspace_id uuid primary key references workspace (id),
  seq bigint not null,
  hash bytea not null,
  recorded_at timestamptz not null,
  terms_version bigint not null
);

-- Personal data of customers, apart from facts so that it can be erased; the id is a keyed hash of external_id.
create table customer (
  workspace_id uuid not null,
  id uuid not null,
  external_id text,
  email text,
  name text,
  country text,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (workspace_id, id)
);

create table connection (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null check (kind in ('stripe', 'shopify', 'woocommerce', 'generic')),
  name text not null,
  secret bytea not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  ended_at timestamptz,
  last_event_at timestamptz,
  primary key (workspace_id, id)
);

-- A webhook as received, kept until it has been turned into facts (or into the reason for none).
create table hook_event (
  workspace_id uuid not null,
  connection_id uuid not null,
  event_id text not null,
  type text not null,
  received_at timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'ignored', 'failed')),
  detail jsonb,
  body json,
  primary key (workspace_id, connection_id, event_id)
);
create index hook_event_waiting on hook_event (workspace_id, connection_id) where state = 'waiting';

create table import (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_hash bytea,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  settings jsonb not null,
  size_bytes bigint,
  position_bytes bigint not null default 0,
  line bigint not null default 0,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  rejected bigint not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  fault jsonb,
  primary key (workspace_id, id)
);

create table import_reject (
  workspace_id uuid not null,
  import_id uuid not null,
  line bigint not null,
  column_name text,
  code text not null,
  raw text not null,
  value text,
  primary key (workspace_id, import_id, line)
);

create table import_mapping (
  workspace_id uuid not null,
  kind text not null,
  header_hash bytea not null,
  mapping jsonb not null,
  saved_at timestamptz not null,
  primary key (workspace_id, kind, header_hash)
);
