-- The books of the company. A chart of accounts holds from its first day, the first of a month, until the next one.
create table accounting_chart (
  workspace_id uuid not null references workspace (id),
  valid_from date not null,
  chart jsonb not null,
  written_at timestamptz not null,
  written_by text not null,
  primary key (workspace_id, valid_from)
);

-- What the company says of itself in files and declarations.
create table accounting_company (
  workspace_id uuid primary key references workspace (id),
  company jsonb not null
);

-- The account of a partner below the accounts that have one for each.
create table accounting_auxiliary (
  workspace_id uuid not null references workspace (id),
  partner_id uuid not null,
  number text not null,
  primary key (workspace_id, partner_id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id)
);
create unique index accounting_auxiliary_number on accounting_auxiliary (workspace_id, number);

-- A file of entries: what was asked, how far it is, what it came to.
create table book_export (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  request jsonb not null,
  language text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  is_draft boolean not null,
  file_name text not null,
  postings integer not null default 0,
  result jsonb,
  fault jsonb,
  bytes bigint,
  sha256 text,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

-- Its bytes, compressed, in pieces: any process may write it, and any other give it out.
create table book_export_part (
  workspace_id uuid not null,
  export_id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (workspace_id, export_id, number),
  foreign key (workspace_id, export_id) references book_export (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['accounting_chart', 'accounting_company', 'accounting_auxiliary', 'book_export', 'book_export_part']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update, delete on accounting_chart to cordee_app;
grant select, insert, update on accounting_company, accounting_auxiliary, book_export to cordee_app;
grant select, insert, delete on book_export_part to cordee_app;
