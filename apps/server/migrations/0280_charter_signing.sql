-- A charter's paper on its way through electronic signatures. The envelope is the signatures' own; here stands which version it is about.

create table charter_sending (
  workspace_id uuid not null,
  charter_id uuid not null,
  version integer not null,
  envelope_id uuid not null,
  -- Of the version, and of the paper that was sent: what comes back is compared with both.
  hash text not null,
  paper_sha256 text not null,
  state text not null check (state in ('sent', 'completed', 'refused', 'expired', 'cancelled')),
  sent_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, envelope_id),
  foreign key (workspace_id, charter_id) references charter (workspace_id, id),
  check ((state = 'sent') = (ended_at is null))
);
-- One at a time.
create unique index charter_sending_open on charter_sending (workspace_id, charter_id) where state = 'sent';
create index charter_sending_charter on charter_sending (workspace_id, charter_id, sent_at);

-- Signed here: by which envelope; null for a copy signed elsewhere.
alter table charter_signature add column envelope_id uuid;

alter table charter_sending enable row level security;
create policy own_workspace on charter_sending for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
grant select, insert, update on charter_sending to cordee_app;
