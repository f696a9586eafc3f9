-- The company's own identity provider (OpenID Connect): one for a workspace.
create table sign_on (
  workspace_id uuid primary key references workspace (id),
  issuer text not null,
  client_id text not null,
  -- Sealed.
  client_secret bytea not null,
  domains text[] not null check (cardinality(domains) > 0),
  -- What somebody the workspace does not know becomes; null: only invited people come in. Nobody becomes an owner by themselves.
  new_role text check (new_role in ('manager', 'finance', 'viewer')),
  active boolean not null,
  -- Whether the company's people come in by it only.
  required boolean not null,
  changed_at timestamptz not null,
  check (active or not required)
);

-- Who somebody is to the provider. Addresses are given to others in time, subjects never: a person is known by it once it is seen.
create table sign_on_person (
  workspace_id uuid not null,
  issuer text not null,
  subject text not null,
  user_id text not null,
  linked_at timestamptz not null,
  primary key (workspace_id, issuer, subject)
);
create unique index sign_on_person_user on sign_on_person (workspace_id, issuer, user_id);

-- A session opened by a provider is good for the workspace of that provider alone: null for all others.
alter table auth_session add column "signOnWorkspaceId" text;
create index "auth_session_signOnWorkspaceId" on auth_session ("signOnWorkspaceId") where "signOnWorkspaceId" is not null;

do $$
declare
  name text;
begin
  foreach name in array array['sign_on', 'sign_on_person']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update, delete on sign_on, sign_on_person to cordee_app;
