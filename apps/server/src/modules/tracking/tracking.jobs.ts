import { formatInstant, type Instant } from '@cordee/core/time';
import type { Database } from '../../platform/db/index.ts';
import { deleteSaltsBefore } from './tracking.store.ts';
import { rollUpClicks } from './verbs/roll-up-clicks.ts';

export interface TrackingJob {
  readonly name: string;
  readonly everyMinutes: number;
  run(db: Database, now: Instant): Promise<void>;
}

const DAY_MS = 86_400_000;
const SALT_DAYS = 2;

/** Destroys the keys of days that are over for two days: their hashes can then never be traced back. */
export async function destroyOldSalts(db: Database, now: Instant): Promise<number> {
  return deleteSaltsBefore(db, formatInstant(now - SALT_DAYS * DAY_MS).slice(0, 10));
}

/** What runs by itself. Each may run in several processes at once and twice in a row. */
export const trackingJobs: readonly TrackingJob[] = [
  {
    name: 'tracking.roll-up',
    everyMinutes: 1,
    async run(db, now) {
      await rollUpClicks(db, now);
    },
  },
  {
    name: 'tracking.destroy-salts',
    everyMinutes: 60,
    async run(db, now) {
      await destroyOldSalts(db, now);
    },
  },
];
