-- Documents sent to be signed. Nothing that was signed, and nothing of a trail, is ever changed.

create table signature_envelope (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  purpose text not null,
  -- The typed id of what the documents were made from.
  subject text,
  partner_id uuid,
  state text not null check (state in ('draft', 'sent', 'completed', 'refused', 'expired', 'cancelled')),
  signing_order text not null check (signing_order in ('sequence', 'parallel')),
  created_at timestamptz not null,
  sent_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz,
  remind_every_days integer check (remind_every_days between 1 and 30),
  remind_at timestamptz,
  reason text,
  -- How long the trail is, and the hash it ends in.
  events integer not null,
  head text not null,
  primary key (workspace_id, id),
  check ((state in ('draft', 'sent')) = (ended_at is null))
);
create index signature_envelope_partner on signature_envelope (workspace_id, partner_id, id);
create index signature_envelope_running on signature_envelope (workspace_id, expires_at) where state = 'sent';

create table signature_signer (
  workspace_id uuid not null,
  id uuid not null,
  envelope_id uuid not null,
  turn integer not null,
  place integer not null,
  name text not null,
  email text not null,
  side text not null check (side in ('company', 'partner')),
  language text not null,
  state text not null,
  delegated_from uuid,
  consent_until timestamptz,
  code_hash bytea,
  code_until timestamptz,
  code_tries integer not null,
  codes_sent integer not null,
  signed_at timestamptz,
  reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, envelope_id) references signature_envelope (workspace_id, id)
);
create index signature_signer_envelope on signature_signer (workspace_id, envelope_id);

-- A link is known by its hash only. Each mail carries one of its own.
create table signature_link (
  workspace_id uuid not null,
  token_hash bytea not null unique,
  signer_id uuid not null,
  until timestamptz not null,
  primary key (workspace_id, token_hash)
);

create table signature_document (
  workspace_id uuid not null,
  envelope_id uuid not null,
  number integer not null check (number between 1 and 20),
  -- 0 is the document as it was given; each signature adds a version.
  version integer not null,
  name text not null,
  sha256 text not null,
  length integer not null,
  bytes bytea not null,
  primary key (workspace_id, envelope_id, number, version),
  foreign key (workspace_id, envelope_id) references signature_envelope (workspace_id, id)
);

create table signature_event (
  workspace_id uuid not null,
  envelope_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  by_whom text not null,
  data json not null,
  hash text not null,
  primary key (workspace_id, envelope_id, number)
);

-- The certificate of completion, once somebody asked for it.
create table signature_certificate (
  workspace_id uuid not null,
  envelope_id uuid not null,
  language text not null,
  bytes bytea not null,
  primary key (workspace_id, envelope_id, language)
);

do $$
declare
  name text;
begin
  foreach name in array array['signature_envelope', 'signature_signer', 'signature_link', 'signature_document', 'signature_event', 'signature_certificate']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
    execute format('grant select, insert on %I to cordee_app', name);
  end loop;
end $$;
grant update on signature_envelope, signature_signer to cordee_app;
