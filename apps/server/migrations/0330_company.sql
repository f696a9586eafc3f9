-- Who the company is, in one place: until now its name, address and numbers stood in how it invoices, in its books and in how it looks
-- after taxes, each typed by itself.

create table company_record (
  workspace_id uuid not null references workspace (id),
  -- In the order they were written.
  number integer not null check (number > 0),
  valid_from date not null,
  identity jsonb not null,
  -- null: the first one, about which there is nothing to say.
  reason text,
  written_at timestamptz not null,
  written_by text not null,
  primary key (workspace_id, number)
);
alter table company_record enable row level security;
create policy own_workspace on company_record for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
-- Records are only added.
grant select, insert on company_record to cordee_app;

-- What the books keep: the choices of the declaration.
create table accounting_declaration (
  workspace_id uuid primary key references workspace (id),
  pays_salaries boolean not null,
  das2_column text not null
);
alter table accounting_declaration enable row level security;
create policy own_workspace on accounting_declaration for all to cordee_app
  using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');
grant select, insert, update on accounting_declaration to cordee_app;
insert into accounting_declaration (workspace_id, pays_salaries, das2_column)
select workspace_id, coalesce((company ->> 'paysSalaries')::boolean, false), coalesce(company ->> 'das2Column', 'commissions')
  from accounting_company;

-- Each version of how the company invoices in which it became another one is a record from the day it was written on. Name, address and
-- SIREN are those of invoicing, for they stood on documents partners have; what only the books knew (SIRET, activity, whom to ask) and the
-- VAT number of the taxes, which had no days, go into all of them. Where the books said otherwise, the reason says what they said.
with invoiced as (
  select workspace_id, version, changed_at, changed_by, document -> 'company' as said,
         lag(document -> 'company') over (partition by workspace_id order by version) as said_before
    from invoicing
), changes as (
  select workspace_id, version, changed_at, changed_by, said from invoiced
   where jsonb_typeof(said) = 'object' and said is distinct from said_before
), sources as (
  select w.id as workspace_id, w.language, w.country, w.name, w.zone, w.created_at,
         a.company as books, p.vat_number, c.version, c.changed_at, c.changed_by, c.said,
         coalesce(c.said ->> 'siren', left(a.company ->> 'siret', 9)) as siren
    from workspace w
    left join accounting_company a on a.workspace_id = w.id
    left join tax_policy p on p.workspace_id = w.id
    left join changes c on c.workspace_id = w.id
   where a.workspace_id is not null or p.vat_number is not null or c.workspace_id is not null
), merged as (
  select s.*,
         -- The books' address is whole; that of invoicing may be a town alone, which no declaration can be made with.
         case when s.said is null or (s.books is not null and (s.said #>> '{address,street}' is null or s.said #>> '{address,postCode}' is null))
              then s.books -> 'address' else s.said -> 'address' end as address,
         s.books is not null and left(s.books ->> 'siret', 9) = s.siren as siret_fits
    from sources s
), worded as (
  select m.*,
         concat_ws(', ',
           case when m.said is not null and m.books ->> 'name' <> left(m.said ->> 'legalName', 50) then m.books ->> 'name' end,
           case when m.books is not null and not m.siret_fits then concat('SIRET ', m.books ->> 'siret') end,
           case when m.said is not null and m.books is not null and m.address is distinct from m.books -> 'address'
                then concat_ws(' ', m.books #>> '{address,street}', m.books #>> '{address,postCode}', m.books #>> '{address,town}') end,
           case when m.said is not null and m.address is distinct from m.said -> 'address'
                 and m.said #>> '{address,town}' <> m.address ->> 'town'
                then m.said #>> '{address,town}' end) as lost
    from merged m
)
insert into company_record (workspace_id, number, valid_from, identity, reason, written_at, written_by)
select workspace_id,
       row_number() over (partition by workspace_id order by version nulls first),
       (coalesce(changed_at, created_at) at time zone zone)::date,
       jsonb_build_object(
         'legalName', coalesce(said ->> 'legalName', books ->> 'name', name),
         'tradeName', null,
         'legalForm', said ->> 'legalForm',
         'capital', null,
         'register', null,
         'siren', siren,
         'siret', case when siret_fits then books ->> 'siret' end,
         'vatNumber', vat_number,
         'ape', books ->> 'ape',
         'address', case when address is null then null else address || jsonb_build_object('country', country) end,
         'contact', books -> 'contact',
         'electronicAddress', nullif(said -> 'electronicAddress', 'null'::jsonb)),
       case when language = 'fr'
            then concat('Repris de la facturation, de la comptabilité et de la fiscalité.',
                   case when lost <> '' then concat(' Il y était dit aussi : ', lost, '.') end)
            else concat('Taken over from invoicing, books and taxes.',
                   case when lost <> '' then concat(' They also said: ', lost, '.') end)
       end,
       coalesce(changed_at, created_at),
       coalesce(changed_by, 'migration 0330')
  from worded;

update invoicing set document = document - 'company' where document ? 'company';
drop table accounting_company;
alter table tax_policy drop column vat_number;
