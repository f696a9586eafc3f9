-- What the audit trail was just given, until it has been told to those who react. A row of a transaction that commits late is
-- found late: following needs no order of commits, so nothing is skipped.
create table outbox (
  workspace_id uuid not null,
  audit_id uuid not null,
  -- A row that could not be told waits while the others go on.
  tries integer not null default 0,
  next_at timestamptz,
  primary key (workspace_id, audit_id)
);

-- States of commissions change in bulk, by condition: which ones a fact changed is kept only while somebody wants to be told,
-- and until he was.
alter table count_head add column keeps_changes boolean not null default false;
create table commission_change (
  workspace_id uuid not null,
  fact_seq bigint not null,
  commission_fact_seq bigint not null,
  commission_number integer not null,
  status_before text not null,
  status_after text not null,
  primary key (workspace_id, fact_seq, commission_fact_seq, commission_number)
);

create table webhook (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  url text not null,
  description text not null,
  -- Event types; '*' is all of them, those to come included.
  types text[] not null,
  -- Sealed. The former one signs beside the new one until its end.
  secret bytea not null,
  former_secret bytea,
  former_until timestamptz,
  state text not null check (state in ('active', 'paused', 'disabled')),
  disabled_for text check (disabled_for in ('failures', 'gone')),
  failing_since timestamptz,
  last_delivered_at timestamptz,
  -- Facts counted before it was made are none of its business.
  from_seq bigint not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  check ((state = 'disabled') = (disabled_for is not null))
);

-- Locked to tell: numbers events, and says how far counted facts have been told.
create table webhook_head (
  workspace_id uuid primary key references workspace (id),
  sequence bigint not null,
  counted_seq bigint not null
);

create table webhook_event (
  workspace_id uuid not null,
  sequence bigint not null,
  id uuid not null,
  type text not null,
  at timestamptz not null,
  -- text, not json: what is signed is what is sent, on every try.
  body text not null,
  created_at timestamptz not null,
  primary key (workspace_id, sequence)
);
create unique index webhook_event_id on webhook_event (workspace_id, id);
create index webhook_event_age on webhook_event (workspace_id, created_at);

create table webhook_delivery (
  workspace_id uuid not null,
  webhook_id uuid not null,
  sequence bigint not null,
  event_id uuid not null,
  type text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  created_at timestamptz not null,
  -- While it waits: not before then.
  next_at timestamptz not null,
  -- Since it was made or last replayed.
  attempts integer not null default 0,
  -- Held by a process that sends it; free again then, whatever became of the process.
  claimed_until timestamptz,
  ended_at timestamptz,
  tries jsonb not null default '[]',
  primary key (workspace_id, webhook_id, sequence)
);
create index webhook_delivery_due on webhook_delivery (workspace_id, webhook_id, next_at, sequence) where state = 'waiting';
create index webhook_delivery_event on webhook_delivery (workspace_id, event_id);

do $$
declare
  name text;
begin
  foreach name in array array['outbox', 'commission_change', 'webhook', 'webhook_head', 'webhook_event', 'webhook_delivery']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;

grant select, insert, update, delete on outbox, webhook_delivery to cordee_app;
grant select, insert, delete on commission_change, webhook_event to cordee_app;
grant select, insert, update on webhook, webhook_head to cordee_app;
