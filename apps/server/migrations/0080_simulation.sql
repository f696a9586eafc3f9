-- Other rules tried on real history, in the background: found again, and kept with what came of it.
create table simulation (
  workspace_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  document json not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  facts bigint not null default 0,
  total bigint not null default 0,
  result json,
  actor jsonb not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index simulation_plan on simulation (workspace_id, plan_id, id);

alter table simulation enable row level security;
create policy own_workspace on simulation for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
grant select, insert, update on simulation to cordee_app;
