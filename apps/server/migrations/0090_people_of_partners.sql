alter table auth_user
  -- What the person reads, wherever they sign in; null: what their browser asks for.
  add column language text check (language in ('fr', 'en')),
  -- Nobody of a company has said yet who this is: such an account is never given more than the partner that brought it in has.
  add column brought_by_partner boolean not null default false;
