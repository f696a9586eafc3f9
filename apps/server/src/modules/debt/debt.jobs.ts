import type { Instant } from '@cordee/core/time';
import { z } from 'zod';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { followDebts } from './verbs/follow-debts.ts';

interface Parts {
  readonly db: Database;
  readonly clock: () => Instant;
}

/** What runs by itself, anywhere, twice, or late. */
export function debtJobs({ db, clock }: Parts): Jobs {
  return {
    'debt.follow': defineJob({ payload: z.object({}), cron: '27 * * * *', run: () => followDebts({ db, now: clock }) }),
  };
}
