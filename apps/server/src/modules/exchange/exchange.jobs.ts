import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { workspaceIds } from '../fact/index.ts';
import type { ExchangeParts } from './parts.ts';
import { keepExchangeRates } from './verbs/fetch-exchange-rates.ts';

const FETCH_JOB = 'exchange.fetch-rates';

/** Calls to the bank: slow, so they run with the other calls to others. Twice a weekday, after it has published. */
export function exchangeJobs(parts: ExchangeParts): Jobs {
  return {
    [FETCH_JOB]: defineJob({
      payload: z.object({}),
      cron: '20 15,17 * * 1-5',
      run: async () => {
        // One after the other: a workspace whose rates cannot be fetched fails the job, which is tried again, after the others had theirs.
        const failures: unknown[] = [];
        for (const workspaceId of await workspaceIds(parts.db)) {
          await fetchFor(parts, workspaceId).catch((error: unknown) => failures.push(error));
        }
        if (failures.length > 0) throw new AggregateError(failures, 'reference rates were not fetched');
      },
    }),
  };
}

async function fetchFor(parts: ExchangeParts, workspaceId: string): Promise<void> {
  const { db, now } = parts;
  const context: Context = {
    actor: { kind: 'system', job: FETCH_JOB },
    workspaceId,
    db,
    now,
    language: 'en',
    requestId: FETCH_JOB,
  };
  await keepExchangeRates(context, parts);
}
