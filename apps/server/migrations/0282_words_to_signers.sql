-- What the sender says to those who are to sign, in their mail and on their page.
alter table signature_envelope add column message text;
