-- The application may hand work to the job queue, in its own transaction, and do nothing else there: the queue's tables belong to
-- the login that migrates, who also runs the workers. The queue's own schema is made after the migrations, by its library.
create function cordee_add_job(name text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => name, payload => payload, queue_name => queue, run_at => run_at, max_attempts => max_attempts, job_key => job_key,
    -- Waiting work that is asked for again keeps its place.
    job_key_mode => case when job_key is null then 'replace' else 'preserve_run_at' end);
end $$;
revoke all on function cordee_add_job(text, json, text, timestamptz, text, integer) from public;
grant execute on function cordee_add_job(text, json, text, timestamptz, text, integer) to cordee_app;
