-- Work somebody waits for in front of a screen goes before what runs by itself. The place has a default: a process of the former
-- version, which names six, still hands work over while it is replaced.
drop function cordee_add_job(text, json, text, timestamptz, text, integer);
create function cordee_add_job(
  name text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer, priority integer default 0)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => name, payload => payload, queue_name => queue, run_at => run_at, max_attempts => max_attempts, job_key => job_key,
    priority => priority,
    -- Waiting work that is asked for again keeps its place.
    job_key_mode => case when job_key is null then 'replace' else 'preserve_run_at' end);
end $$;
revoke all on function cordee_add_job(text, json, text, timestamptz, text, integer, integer) from public;
grant execute on function cordee_add_job(text, json, text, timestamptz, text, integer, integer) to cordee_app;
