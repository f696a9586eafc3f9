-- Partners register leads too: with the consent of the person, which is kept with the declaration.

alter table contribution drop constraint contribution_kind_check;
alter table contribution add constraint contribution_kind_check
  check (kind in ('deal', 'introduction', 'lead', 'contribution', 'agreement'));
alter table contribution add column lead_name text;
alter table contribution add column consent_at timestamptz;
alter table contribution add column consent_how text;
alter table contribution add constraint contribution_consent check ((kind = 'lead') = (consent_at is not null));
