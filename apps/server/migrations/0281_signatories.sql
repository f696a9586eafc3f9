-- Who may sign for its side: proposed when something is sent to be signed, and known to the other side.
alter table partnership_person add column may_sign boolean not null default false;
