-- The role the application acts as. It owns nothing: later migrations grant it, table by table, what it may do.
-- Roles belong to the whole cluster, so another database may have made it already, or be making it at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'cordee_app') then
    begin
      create role cordee_app nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise insufficient_privilege using
          message = 'the login of the database may not create the role cordee_app',
          hint = format('Let an administrator run: create role cordee_app; grant cordee_app to %I;', current_user);
    end;
  end if;
  -- A superuser acts as any role; others need the membership, which an administrator may have granted before.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin
      execute format('grant cordee_app to %I', current_user);
    exception
      when insufficient_privilege then
        if not pg_has_role(current_user, 'cordee_app', 'member') then raise; end if;
      when unique_violation then null;
    end;
  end if;
end
$$;

grant usage on schema public to cordee_app;
grant select on cordee_migration to cordee_app;
