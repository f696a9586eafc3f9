-- Whose holidays count for the days of a partnership: what the company says for all, and for one partner.

create table holiday_choice (
  workspace_id uuid not null references workspace (id),
  -- Without a partner it holds for all that have none of their own.
  partner_id uuid,
  holds text not null check (holds in ('company', 'partner', 'both')),
  company_region text,
  partner_region text,
  set_at timestamptz not null,
  unique nulls not distinct (workspace_id, partner_id)
);
alter table holiday_choice enable row level security;
create policy own_workspace on holiday_choice for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
grant select, insert, update, delete on holiday_choice to cordee_app;

-- A second country whose holidays count as well, and whether the place is that of the settings.
alter table obligation_terms add column also_country text;
alter table obligation_terms add column also_region text;
alter table obligation_terms add column follows_settings boolean not null default false;
update obligation_terms set follows_settings = true where source like 'chr\_%' or source like 'own-%';
