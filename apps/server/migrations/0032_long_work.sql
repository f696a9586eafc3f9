-- Work that outlives its request: looked at while it runs, and kept with what came of it.
create table verification (
  workspace_id uuid not null,
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  facts bigint not null default 0,
  total bigint not null default 0,
  result json,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

create table export (
  workspace_id uuid not null,
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'expired')),
  rows bigint not null default 0,
  bytes bigint,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (workspace_id, id)
);
create index export_expiry on export (expires_at) where state = 'done';

do $$
declare
  name text;
begin
  foreach name in array array['verification', 'export']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on verification, export to cordee_app;
