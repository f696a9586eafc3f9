-- A hook arrives without a key: its connection leads to the workspace, before row-level security can be told which one to show.
create function cordee_connection_workspace(connection_id uuid) returns uuid
  language sql stable security definer set search_path = public as $$
  select workspace_id from connection where id = connection_id and ended_at is null limit 1
$$;
revoke all on function cordee_connection_workspace(uuid) from public;
grant execute on function cordee_connection_workspace(uuid) to cordee_app;
create index connection_alone on connection (id);

-- What a connection's events taught about the ids they share (a payment's invoice, a customer's own id, what of a sale was
-- refunded), so that events may come in any order.
create table hook_reference (
  workspace_id uuid not null,
  connection_id uuid not null,
  reference text not null,
  data jsonb not null,
  primary key (workspace_id, connection_id, reference)
);
alter table hook_reference enable row level security;
create policy own_workspace on hook_reference for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
grant select, insert, update on hook_reference to cordee_app;

create index hook_event_recent on hook_event (workspace_id, connection_id, received_at, event_id);
