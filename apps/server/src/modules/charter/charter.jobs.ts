import { z } from 'zod';
import type { Instant } from '@cordee/core/time';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { followCharters } from './verbs/follow-charters.ts';

interface Parts {
  readonly db: Database;
  readonly clock: () => Instant;
}

/** What runs by itself, anywhere, twice, or late. */
export function charterJobs({ db, clock }: Parts): Jobs {
  const run = () => followCharters({ db, now: clock });
  return { 'charter.follow': defineJob({ payload: z.object({}), cron: '6 * * * *', run }) };
}
