-- Mails to people: written in the transaction of what they tell, sent by a job.
create table mail (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  kind text not null,
  -- What it is about, where that must be told each person once.
  occasion text,
  recipient text not null,
  language text not null check (language in ('fr', 'en')),
  subject text not null,
  -- Sealed: it may hold one-time links. Erased once it was sent.
  content bytea,
  -- kept: there was nothing to send it with.
  state text not null check (state in ('queued', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  fault text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index mail_occasion on mail (workspace_id, kind, occasion, recipient) where occasion is not null;
create index mail_age on mail (workspace_id, created_at);

-- What somebody does not want to be written about, or wants again. By address: a partner may be written to who has no account.
create table mail_preference (
  workspace_id uuid not null references workspace (id),
  address text not null,
  kind text not null,
  wanted boolean not null,
  changed_at timestamptz not null,
  primary key (workspace_id, address, kind)
);

do $$
declare
  name text;
begin
  foreach name in array array['mail', 'mail_preference']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert, update, delete on mail to cordee_app;
grant select, insert, update on mail_preference to cordee_app;

-- Origins of the company's own applications that may show the portal in a frame.
alter table workspace add column embed_origins text[] not null default '{}';
