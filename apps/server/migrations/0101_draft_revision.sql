-- Two people who write the same draft must not overwrite each other unseen: each replacement is a revision, and who writes says which
-- one was read. A draft may be deleted; what is published stays for good.
alter table plan_version add column revision integer not null default 1 check (revision >= 1);

grant delete on plan_version to cordee_app;
create policy published_is_kept on plan_version as restrictive for delete to cordee_app using (published_at is null);
