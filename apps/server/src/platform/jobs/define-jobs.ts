import type { z } from 'zod';
import type { Log } from '../telemetry/log.ts';

/** What a job is told besides its payload. */
export interface JobRun {
  /** 1 the first time. */
  readonly attempt: number;
  /** Aborts some seconds after the worker was asked to stop: long work stops at its next safe point and throws. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

interface JobDefinition<Payload extends z.ZodType> {
  /** Parsed before `run`; a payload that does not fit fails the job for good, with the reason in the log. */
  readonly payload: Payload;
  /** Must be idempotent: a job whose worker died is run again. What it throws is logged, and the job is tried again later. */
  readonly run: (payload: z.output<Payload>, run: JobRun) => Promise<void>;
  /** `minute hour day month weekday` in UTC: runs then with the payload `{}`, never beside itself. */
  readonly cron?: string;
}

export interface Job {
  readonly perform: (payload: unknown, run: JobRun) => Promise<void>;
  readonly cron: string | null;
}

/** Jobs by name (`module.what-it-does`). */
export type Jobs = Readonly<Record<string, Job>>;

/** The payload stored with a job does not fit its description: running it again cannot help. */
export class JobPayloadInvalid extends Error {
  override readonly name = 'JobPayloadInvalid';
}

/** One kind of background work. */
export function defineJob<Payload extends z.ZodType>(definition: JobDefinition<Payload>): Job {
  return {
    cron: definition.cron ?? null,
    async perform(payload, run) {
      const parsed = definition.payload.safeParse(withoutCron(payload));
      if (!parsed.success) throw new JobPayloadInvalid(parsed.error.message);
      await definition.run(parsed.data, run);
    },
  };
}

const NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/** The jobs of one module, for the worker; several records are joined by spreading. */
export function defineJobs(jobs: Jobs): Jobs {
  const misnamed = Object.keys(jobs).find((name) => !NAME.test(name));
  if (misnamed !== undefined) throw new Error(`a job is named module.what-it-does, not ${misnamed}`);
  return jobs;
}

// The library adds the tick it ran for.
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('_cron' in payload)) return payload;
  const { _cron, ...rest } = payload;
  return rest;
}
