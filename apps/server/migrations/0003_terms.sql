-- What the company and its partners agreed. Whatever counting reads keeps its history: when it holds from, when we learned it.
create table partner (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  kind text not null,
  country text,
  email text,
  language text not null,
  external_id text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create unique index partner_external on partner (workspace_id, external_id) where external_id is not null;
create index partner_name on partner (workspace_id, lower(name));
create index partner_email on partner (workspace_id, lower(email)) where email is not null;

create table partner_history (
  workspace_id uuid not null,
  partner_id uuid not null,
  number integer not null,
  from_at timestamptz not null,
  recorded_at timestamptz not null,
  facts jsonb not null,
  primary key (workspace_id, partner_id, number)
);

create table program (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  slug text not null,
  precedence integer not null default 100,
  plan_id uuid not null,
  destination_url text not null,
  click_parameter text not null default 'cordee_click',
  cookie text not null default 'never' check (cookie in ('set', 'never')),
  cookie_days integer not null default 90,
  gpc text not null default 'respect' check (gpc in ('respect', 'ignore')),
  repeat_minutes integer not null default 60,
  mask_customers boolean not null default true,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create unique index program_slug on program (workspace_id, slug);

create table plan (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  program_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table plan_version (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  plan_id uuid not null,
  number integer not null,
  document json not null,
  document_hash bytea not null,
  created_at timestamptz not null,
  published_at timestamptz,
  effective_at timestamptz,
  primary key (workspace_id, id),
  check ((published_at is null) = (effective_at is null))
);
create unique index plan_version_number on plan_version (workspace_id, plan_id, number);

create table enrollment (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  program_id uuid not null,
  partner_id uuid not null,
  upline_enrollment_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index enrollment_once on enrollment (workspace_id, program_id, partner_id);
create index enrollment_partner on enrollment (workspace_id, partner_id);

create table enrollment_state (
  workspace_id uuid not null,
  enrollment_id uuid not null,
  number integer not null,
  from_at timestamptz not null,
  recorded_at timestamptz not null,
  state text not null check (state in ('pending', 'active', 'paused', 'ended')),
  reason text,
  primary key (workspace_id, enrollment_id, number)
);

create table enrollment_plan (
  workspace_id uuid not null,
  enrollment_id uuid not null,
  number integer not null,
  from_at timestamptz not null,
  recorded_at timestamptz not null,
  plan_id uuid,
  primary key (workspace_id, enrollment_id, number)
);

create table certificate (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  code text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  recorded_at timestamptz not null,
  primary key (workspace_id, id)
);
create index certificate_partner on certificate (workspace_id, partner_id);

create table link (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  enrollment_id uuid not null,
  code text not null,
  destination_url text,
  sub_id text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index link_code on link (workspace_id, code);
create index link_enrollment on link (workspace_id, enrollment_id);

create table coupon (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  enrollment_id uuid not null,
  code text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index coupon_code on coupon (workspace_id, code);
create index coupon_enrollment on coupon (workspace_id, enrollment_id);

-- Who owned a link code or a coupon, and since when; enrollment null once nobody does.
create table code_owner (
  workspace_id uuid not null,
  kind text not null check (kind in ('code', 'coupon')),
  code text not null,
  number integer not null,
  from_at timestamptz not null,
  recorded_at timestamptz not null,
  enrollment_id uuid,
  link_id uuid,
  primary key (workspace_id, kind, code, number)
);
