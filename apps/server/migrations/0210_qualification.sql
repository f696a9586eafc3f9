-- Questionnaires, what two sides answered to them each on its own, and applications to programs.

create table questionnaire (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  draft json not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  -- How many versions there are: the number of the latest.
  versions integer not null default 0,
  primary key (workspace_id, id)
);

-- What was published; only ever added.
create table questionnaire_version (
  workspace_id uuid not null,
  questionnaire_id uuid not null,
  version integer not null,
  document json not null,
  hash text not null,
  published_at timestamptz not null,
  primary key (workspace_id, questionnaire_id, version)
);

create table qualification (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  partner_id uuid not null,
  questionnaire_id uuid not null,
  version integer not null,
  state text not null check (state in ('open', 'revealed', 'withdrawn', 'expired')),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  reminded_at timestamptz,
  company_seal text,
  company_sealed_at timestamptz,
  partner_seal text,
  partner_sealed_at timestamptz,
  revealed_at timestamptz,
  withdrawn_reason text,
  decision text check (decision in ('accepted', 'refused', 'more_questions')),
  reason text,
  decided_at timestamptz,
  requalify_on date,
  -- The one that was opened on that day.
  followed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, partner_id) references partner (workspace_id, id),
  check ((company_seal is null) = (company_sealed_at is null) and (partner_seal is null) = (partner_sealed_at is null)),
  check ((state = 'revealed') = (revealed_at is not null)),
  check (state <> 'revealed' or (company_seal is not null and partner_seal is not null)),
  check ((decision is null) = (decided_at is null) and (decision is null) = (reason is null)),
  check (decision is null or state = 'revealed')
);
create index qualification_partner on qualification (workspace_id, partner_id, id);
create unique index qualification_open on qualification (workspace_id, partner_id, questionnaire_id) where state = 'open';
create index qualification_running on qualification (workspace_id, expires_at) where state = 'open';
create index qualification_again on qualification (workspace_id, requalify_on) where requalify_on is not null and followed_by is null;

-- What a side answers, unreadable at rest.
create table qualification_answer (
  workspace_id uuid not null,
  qualification_id uuid not null,
  side text not null check (side in ('company', 'partner')),
  sealed bytea not null,
  changed_at timestamptz not null,
  revealed boolean not null default false,
  primary key (workspace_id, qualification_id, side)
);

create table evidence (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  qualification_id uuid not null,
  partner_id uuid not null,
  side text not null check (side in ('company', 'partner')),
  item text,
  title text not null,
  url text not null,
  expires_on date,
  added_at timestamptz not null,
  removed_at timestamptz,
  -- The end somebody was reminded of.
  reminded_for date,
  primary key (workspace_id, id)
);
create index evidence_qualification on evidence (workspace_id, qualification_id);
create index evidence_ending on evidence (workspace_id, expires_on) where removed_at is null and expires_on is not null;

create table application_form (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  program_id uuid not null,
  is_open boolean not null,
  document json not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index application_form_program on application_form (workspace_id, program_id);

create table application (
  workspace_id uuid not null references workspace (id),
  id uuid not null,
  form_id uuid not null,
  program_id uuid not null,
  state text not null check (state in ('unconfirmed', 'waiting', 'asked', 'accepted', 'refused', 'withdrawn')),
  -- The form as it was.
  document json not null,
  name text not null,
  contact text not null,
  email text not null,
  language text not null check (language in ('fr', 'en')),
  country text,
  website text,
  registration_number text,
  vat_number text,
  address text,
  ties text,
  answers json not null,
  sent_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  reason text,
  partner_id uuid,
  enrollment_id uuid,
  primary key (workspace_id, id),
  check (state in ('unconfirmed', 'withdrawn') or confirmed_at is not null),
  check ((state = 'accepted') = (enrollment_id is not null)),
  check (state not in ('asked', 'accepted', 'refused') or (decided_at is not null and reason is not null))
);
create index application_state on application (workspace_id, state, id);
create index application_email on application (workspace_id, lower(email));

-- How many came how far, by day.
create table application_count (
  workspace_id uuid not null references workspace (id),
  form_id uuid not null,
  day date not null,
  step text not null check (step in ('seen', 'begun', 'sent', 'confirmed', 'accepted', 'refused')),
  number integer not null,
  primary key (workspace_id, form_id, day, step)
);

do $$
declare
  name text;
begin
  foreach name in array array['questionnaire', 'questionnaire_version', 'qualification', 'qualification_answer', 'evidence',
    'application_form', 'application', 'application_count']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;

-- Nobody reads the answers of the other side before both are revealed: a transaction sees those of the side it has said it reads for.
create policy own_side on qualification_answer as restrictive for select to cordee_app
  using (revealed or side = (select current_setting('cordee.qualification_side', true)));

grant select, insert, update on questionnaire to cordee_app;
grant select, insert on questionnaire_version to cordee_app;
grant select, insert, update on qualification to cordee_app;
grant select, insert on qualification_answer to cordee_app;
-- `revealed` is set by the function below only.
grant update (sealed, changed_at) on qualification_answer to cordee_app;
grant select, insert, update on evidence to cordee_app;
grant select, insert, update on application_form to cordee_app;
grant select, insert, update, delete on application to cordee_app;
grant select, insert, update on application_count to cordee_app;

-- Reveals both sides at once, if both have sealed; true when they are.
create function cordee_reveal_answers(of_workspace uuid, of_qualification uuid) returns boolean
language sql security definer set search_path = pg_catalog, public as $$
  with both_sealed as (
    select q.workspace_id, q.id from public.qualification q
     where q.workspace_id = of_workspace and q.id = of_qualification and q.company_seal is not null and q.partner_seal is not null
       and of_workspace::text = current_setting('cordee.workspace_id', true)
  ), shown as (
    update public.qualification_answer a set revealed = true from both_sealed b
     where a.workspace_id = b.workspace_id and a.qualification_id = b.id returning a.side
  )
  select count(*) = 2 from shown
$$;

-- Erases what was answered and never revealed, unread.
create function cordee_erase_answers(of_workspace uuid, of_qualification uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from public.qualification_answer
   where workspace_id = of_workspace and qualification_id = of_qualification and not revealed
     and of_workspace::text = current_setting('cordee.workspace_id', true)
$$;
revoke execute on function cordee_reveal_answers(uuid, uuid), cordee_erase_answers(uuid, uuid) from public;
grant execute on function cordee_reveal_answers(uuid, uuid), cordee_erase_answers(uuid, uuid) to cordee_app;
