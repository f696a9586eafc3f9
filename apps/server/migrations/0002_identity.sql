-- The tenant, who belongs to it, its keys, and the trace of what they did.
create table workspace (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  country text not null,
  currency text not null,
  zone text not null,
  language text not null check (language in ('fr', 'en')),
  -- Keys the hash that turns the company's customer ids and e-mails into opaque ones.
  customer_key bytea not null,
  tracking_hosts text[] not null default '{}',
  created_at timestamptz not null
);

create table membership (
  workspace_id uuid not null references workspace (id),
  user_id text not null,
  role text not null check (role in ('owner', 'manager', 'finance', 'viewer', 'partner')),
  partner_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, user_id),
  check ((role = 'partner') = (partner_id is not null))
);
create index membership_user on membership (user_id);

create table api_key (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  publishable boolean not null,
  prefix text not null,
  hash bytea not null,
  scopes text[] not null,
  origins text[] not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create unique index api_key_hash on api_key (workspace_id, hash);

create table audit (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor jsonb not null,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  primary key (workspace_id, id)
);

-- The answer given to an Idempotency-Key, kept with a hash of what was asked.
create table idempotency (
  workspace_id uuid not null,
  key text not null,
  route text not null,
  input_hash bytea not null,
  status smallint not null,
  answer json,
  created_at timestamptz not null,
  primary key (workspace_id, key)
);
create index idempotency_age on idempotency (workspace_id, created_at);
