import { setTimeout as wait } from 'node:timers/promises';
import { Logger, parseCronItems, run } from 'graphile-worker';
import type { ParsedCronItem, Runner, RunnerOptions, TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { openPlainPool } from '../db/index.ts';
import type { Log } from '../telemetry/log.ts';
import { JobPayloadInvalid, type Jobs } from './define-jobs.ts';
import { trackJobs, type RunningJobs } from './running-jobs.ts';
import { watchRunner } from './stuck-runner.ts';
import { watchWorkers, type WorkerPresence } from './worker-presence.ts';

export interface JobWorkerOptions {
  /** The login that migrates: the queue's tables are its own, and no application role reads them. */
  readonly url: string;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Jobs at once; 2 unless said. */
  readonly concurrency?: number;
  /** How long a stop waits before it asks running jobs to end. */
  readonly patienceMs?: number;
  /** How often the jobs of dead workers are looked for. */
  readonly sweepMs?: number;
  /** How long a job may be locked here without running before it is taken for lost. */
  readonly graceMs?: number;
}

export interface JobWorker {
  /** No job is begun any more; resolves when those under way have ended. */
  stop(): Promise<void>;
}

const CONCURRENCY = 2;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 15_000;
const SWEEP_MS = 15_000;
const GRACE_MS = 60_000;

/**
 * Runs jobs until stopped; many processes may. A database that goes away and comes back is survived. Each job runs at least
 * once after its enqueuing commit, again after a failure or a dead worker. `installJobs` must have run.
 */
export async function startJobWorker(options: JobWorkerOptions): Promise<JobWorker> {
  const concurrency = options.concurrency ?? CONCURRENCY;
  // One connection listens for new jobs, one holds the presence lock.
  const pool = openPlainPool({ url: options.url, max: concurrency + 3, onIdleError: (err) => options.log.warn({ err }, 'jobs') });
  const presence = watchWorkers(pool, options.log);
  const stopping = new AbortController();
  const graceMs = options.graceMs ?? GRACE_MS;
  const running = trackJobs(graceMs);
  const watch = watchRunner();
  const settings = { ...runnerOptions(options, pool, presence, running), events: watch.events };
  let runner: Runner;
  try {
    await presence.sweep(running.ids, graceMs);
    runner = await run(settings);
  } catch (error) {
    presence.close();
    await pool.end();
    throw error;
  }
  const supervised = supervise();
  const sweeping = sweepRepeatedly();

  async function supervise(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      const started = Date.now();
      await runner.promise.catch((err: unknown) => options.log.error({ err }, 'the job worker ended'));
      if (stopping.signal.aborted) return;
      pause = Date.now() - started > LONGEST_PAUSE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      await pauseFor(pause, stopping.signal);
      if (stopping.signal.aborted) return;
      presence.close();
      try {
        runner = await run({ ...settings });
        if (stopping.signal.aborted) await runner.stop();
      } catch (err) {
        options.log.warn({ err }, 'the job worker cannot start again yet');
      }
    }
  }

  async function sweepRepeatedly(): Promise<void> {
    for (;;) {
      await pauseFor(options.sweepMs ?? SWEEP_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await presence.sweep(running.ids, graceMs);
      } catch (err) {
        options.log.warn({ err }, 'dead workers could not be looked for');
        watch.isStuck(false);
        continue;
      }
      if (!watch.isStuck(true)) continue;
      options.log.warn('the job worker takes no jobs although the database answers: starting it again');
      void runner.stop().catch(() => undefined);
    }
  }

  return {
    async stop() {
      stopping.abort();
      await runner.stop().catch((err: unknown) => options.log.warn({ err }, 'the job worker did not stop cleanly'));
      await supervised;
      await sweeping;
      presence.close();
      await pool.end();
    },
  };
}

function runnerOptions(options: JobWorkerOptions, pool: Pool, presence: WorkerPresence, running: RunningJobs): RunnerOptions {
  return {
    pgPool: pool,
    concurrency: options.concurrency ?? CONCURRENCY,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: options.patienceMs ?? 5000,
    taskList: taskList(options.jobs, options.log, running),
    parsedCronItems: cronItems(options.jobs),
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'warning') options.log.warn(message);
      // Failures of jobs are logged where they are run.
      else if (level === 'error' && meta['failure'] !== true) options.log.error({ err: meta['error'] }, message);
      else options.log.debug(message);
    }),
    preset: {
      // Otherwise the outcome of a job is written by a promise nobody awaits: it would be lost at a stop, and end the process
      // when the database is away.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      plugins: [
        {
          name: 'CordeePresence',
          version: '1.0.0',
          worker: { hooks: { startWorker: (_context, { worker }) => presence.claim(worker.workerPool.id) } },
        },
      ],
    },
  };
}

function taskList(jobs: Jobs, log: Log, running: RunningJobs): TaskList {
  const entries = Object.entries(jobs).map(([name, job]) => {
    const task: NonNullable<TaskList[string]> = async (payload: unknown, { job: stored, abortSignal }) => {
      const jobLog = log.child({ job: name, jobId: stored.id, attempt: stored.attempts });
      running.begin(stored.id);
      try {
        await job.perform(payload, { attempt: stored.attempts, signal: abortSignal, log: jobLog });
      } catch (err) {
        jobLog.error({ err, last: stored.attempts >= stored.max_attempts }, 'job failed');
        if (err instanceof JobPayloadInvalid) return;
        throw err;
      } finally {
        running.end(stored.id);
      }
    };
    return [name, task] as const;
  });
  return Object.fromEntries(entries);
}

function cronItems(jobs: Jobs): ParsedCronItem[] {
  const timed = Object.entries(jobs).flatMap(([name, { cron }]) => (cron === null ? [] : [{ name, cron }]));
  return parseCronItems(
    timed.map(({ name, cron }) => ({
      task: name,
      match: cron,
      identifier: name,
      // At most one waits and one runs, whatever the number of processes.
      options: { queueName: name, jobKey: name, jobKeyMode: 'preserve_run_at', backfillPeriod: 0 },
    })),
  );
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
