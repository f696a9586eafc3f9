-- Files that people hand in, in pieces; what refers to them; and how much a workspace may keep.

create table uploaded_file (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  name text not null,
  -- What its bytes are, whatever it was called.
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'webp', 'text', 'csv')),
  size integer not null check (size > 0),
  sha256 text not null,
  uploaded_at timestamptz not null,
  -- Whose it is: a partner's, or the company's.
  partner_id uuid,
  -- Who may attach it, read it before that, and take it back.
  uploaded_by text not null,
  -- When it stops being good evidence; none where nobody said.
  expires_at timestamptz,
  primary key (workspace_id, id)
);
create index uploaded_file_at on uploaded_file (workspace_id, uploaded_at);

create table uploaded_file_part (
  workspace_id uuid not null,
  file_id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (workspace_id, file_id, number),
  foreign key (workspace_id, file_id) references uploaded_file (workspace_id, id) on delete cascade
);
-- Pictures and PDF are packed already.
alter table uploaded_file_part alter column bytes set storage external;

-- What refers to a file, by its typed id, and where in it. Whoever may read that may read the file.
create table uploaded_file_use (
  workspace_id uuid not null,
  subject text not null,
  place integer not null,
  number integer not null,
  file_id uuid not null,
  used_at timestamptz not null,
  primary key (workspace_id, subject, place, number),
  foreign key (workspace_id, file_id) references uploaded_file (workspace_id, id)
);
create index uploaded_file_use_file on uploaded_file_use (workspace_id, file_id);

create table file_storage (
  workspace_id uuid not null references workspace (id),
  quota_bytes bigint not null check (quota_bytes >= 0),
  primary key (workspace_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['uploaded_file', 'uploaded_file_part', 'uploaded_file_use', 'file_storage']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
-- A file never changes; it is there or it is gone.
grant select, insert, delete on uploaded_file to cordee_app;
grant select, insert on uploaded_file_part to cordee_app;
grant select, insert, delete on uploaded_file_use to cordee_app;
grant select, insert, update on file_storage to cordee_app;
