-- Charters: what a company and a partner agree on, drafted by both, approved, signed, changed and ended.

create table charter (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  kind text not null,
  opened_at timestamptz not null,
  -- Until it is dropped, or its end is said: then another may be begun.
  is_open boolean not null,
  is_dropped boolean not null,
  -- The first day on which it holds no more.
  ends_on text,
  -- How many versions, proposals and entries there are: their next numbers.
  versions integer not null,
  proposals integer not null,
  entries integer not null,
  primary key (workspace_id, id),
  check (is_open or is_dropped or ends_on is not null)
);
create unique index charter_open on charter (workspace_id, partner_id) where is_open;
create index charter_partner on charter (workspace_id, partner_id, id);

create table charter_version (
  workspace_id uuid not null,
  charter_id uuid not null,
  number integer not null,
  state text not null check (state in ('own', 'shared', 'approved', 'announced', 'signed', 'dropped')),
  -- Both agree, or the company announces a replacement.
  mode text not null check (mode in ('agree', 'replace')),
  side text not null check (side in ('company', 'partner')),
  document json not null,
  -- Of the canonical document, in hexadecimal.
  hash text not null,
  revision integer not null,
  opened_at timestamptz not null,
  -- Since when the other side sees it.
  shared_at timestamptz,
  approved_at timestamptz,
  signed_at timestamptz,
  holds_from text,
  primary key (workspace_id, charter_id, number),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id),
  check (state not in ('announced', 'signed') or holds_from is not null)
);
-- One draft at most.
create unique index charter_draft on charter_version (workspace_id, charter_id)
  where state in ('own', 'shared', 'approved');

-- What both approved is never changed again.
create function cordee_keep_charter() returns trigger language plpgsql as $$
begin
  if old.state in ('approved', 'announced', 'signed') and (new.document::text <> old.document::text or new.hash <> old.hash) then
    raise exception 'an approved charter does not change';
  end if;
  return new;
end $$;
create trigger charter_version_keep before update on charter_version for each row execute function cordee_keep_charter();

create table charter_proposal (
  workspace_id uuid not null,
  charter_id uuid not null,
  number integer not null,
  version integer not null,
  side text not null check (side in ('company', 'partner')),
  actor json not null,
  at timestamptz not null,
  change json not null,
  -- What stood there when it was proposed.
  before json,
  text text,
  state text not null check (state in ('open', 'accepted', 'refused', 'withdrawn')),
  reason text,
  primary key (workspace_id, charter_id, number),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id)
);

-- What was said and done, in order; only ever added.
create table charter_entry (
  workspace_id uuid not null,
  charter_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  side text not null check (side in ('company', 'partner')),
  actor json not null,
  version integer not null,
  clause text,
  proposal integer,
  text text,
  primary key (workspace_id, charter_id, number),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id)
);

-- An approval is of a hash: it counts while the version has it.
create table charter_approval (
  workspace_id uuid not null,
  charter_id uuid not null,
  version integer not null,
  side text not null check (side in ('company', 'partner')),
  hash text not null,
  actor json not null,
  at timestamptz not null,
  primary key (workspace_id, charter_id, version, side, hash),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id)
);

create table charter_signature (
  workspace_id uuid not null,
  charter_id uuid not null,
  version integer not null,
  side text not null check (side in ('company', 'partner')),
  signed_on text not null,
  reference text,
  actor json not null,
  at timestamptz not null,
  primary key (workspace_id, charter_id, version, side),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id)
);

-- The bytes that are signed: drawn once.
create table charter_paper (
  workspace_id uuid not null,
  charter_id uuid not null,
  version integer not null,
  bytes bytea not null,
  sha256 text not null,
  primary key (workspace_id, charter_id, version),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id)
);

-- Clauses of the company's own, by version.
create table charter_clause (
  workspace_id uuid not null references workspace (id),
  key text not null,
  version integer not null,
  clause json not null,
  fits text[] not null,
  at timestamptz not null,
  primary key (workspace_id, key, version)
);

create table charter_requirement (
  workspace_id uuid not null references workspace (id),
  required text not null check (required in ('nobody', 'programs', 'everybody')),
  program_ids uuid[] not null,
  primary key (workspace_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['charter', 'charter_version', 'charter_proposal', 'charter_entry', 'charter_approval',
    'charter_signature', 'charter_paper', 'charter_clause', 'charter_requirement']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update on charter, charter_version, charter_proposal, charter_requirement to cordee_app;
grant select, insert on charter_entry, charter_approval, charter_signature, charter_paper, charter_clause to cordee_app;
