-- What a list of many partners is searched, filtered and sorted by. Comparisons stand on plain columns: under row-level security an
-- index serves only operators that leak nothing, and lower() is not one of them.
alter table partner
  add column stage text not null default 'active' check (stage in
    ('prospect', 'qualifying', 'negotiating', 'onboarding', 'active', 'under_review', 'renewing', 'leaving', 'ended')),
  add column stage_since timestamptz not null default now(),
  add column name_key text generated always as (lower(name)) stored,
  add column search_text text generated always as
    (lower(name || E'\n' || coalesce(email, '') || E'\n' || coalesce(external_id, ''))) stored;
update partner set stage_since = created_at;

drop index partner_name;
create index partner_by_name on partner (workspace_id, name_key, id);
create index partner_name_start on partner (workspace_id, name_key text_pattern_ops);
create index partner_by_stage on partner (workspace_id, stage, name_key, id);
create index partner_by_country on partner (workspace_id, country, name_key, id);

-- Parts of words are found by trigrams where the extension may be had, and by reading all partners where not.
do $$
begin
  create extension if not exists pg_trgm;
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm cannot be created: searching partners reads them all';
end $$;
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    execute format('create index partner_search on partner using gin (search_text %I.gin_trgm_ops)',
      (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
  end if;
end $$;

-- LIKE may not use an index under row-level security. The function may, and shows the workspace of the transaction only.
create function cordee_search_partners(pattern text) returns setof uuid
  language sql stable security definer rows 200 set search_path = public as $$
  select id from partner
  where workspace_id = nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid and search_text like pattern
$$;
revoke all on function cordee_search_partners(text) from public;
grant execute on function cordee_search_partners(text) to cordee_app;

-- Since when a partner has stood at which stage.
create table partner_stage (
  workspace_id uuid not null,
  partner_id uuid not null,
  number integer not null,
  stage text not null,
  reason text,
  from_at timestamptz not null,
  recorded_at timestamptz not null,
  actor jsonb not null,
  primary key (workspace_id, partner_id, number)
);

create table partner_tag (
  workspace_id uuid not null,
  partner_id uuid not null,
  tag text not null,
  primary key (workspace_id, partner_id, tag)
);
create index partner_tag_alone on partner_tag (workspace_id, tag, partner_id);

-- What the company writes down about a partner. The partner never sees it.
create table partner_note (
  workspace_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  text text not null,
  author jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz,
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create index partner_note_of on partner_note (workspace_id, partner_id, id);

create index enrollment_state_now on enrollment_state (workspace_id, state, enrollment_id);
create index audit_subject on audit (workspace_id, subject, id);

do $$
declare
  name text;
begin
  foreach name in array array['partner_stage', 'partner_tag', 'partner_note']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;
grant select, insert on partner_stage to cordee_app;
grant select, insert, delete on partner_tag to cordee_app;
grant select, insert, update on partner_note to cordee_app;
