-- What statements are sealed with. The newest is in force; those before stay, so that what they sealed can still be told.
create table seal_key (
  workspace_id uuid not null references workspace (id),
  number integer not null check (number > 0),
  -- PKCS #8, sealed under the master key.
  private_key bytea not null,
  -- X.509, DER.
  certificate bytea not null,
  created_at timestamptz not null,
  primary key (workspace_id, number)
);
alter table seal_key enable row level security;
create policy own_workspace on seal_key for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
grant select, insert on seal_key to cordee_app;
