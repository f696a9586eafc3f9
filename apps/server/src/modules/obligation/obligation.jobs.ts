import { z } from 'zod';
import type { Instant } from '@cordee/core/time';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { extendObligations, followObligations } from './verbs/follow-obligations.ts';

interface Parts {
  readonly db: Database;
  readonly clock: () => Instant;
}

/** What runs by itself, anywhere, twice, or late. */
export function obligationJobs({ db, clock }: Parts): Jobs {
  const nothing = z.object({});
  return {
    'obligation.follow': defineJob({ payload: nothing, cron: '11 * * * *', run: () => followObligations({ db, now: clock }) }),
    'obligation.extend': defineJob({ payload: nothing, cron: '41 3 * * *', run: () => extendObligations({ db, now: clock }) }),
  };
}
