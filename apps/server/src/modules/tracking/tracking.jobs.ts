import type { Instant } from '@cordee/core/time';
import type { Database } from '../../platform/db/index.ts';
import { destroyOldSalts } from './verbs/destroy-old-salts.ts';
import { purgeOldClicks } from './verbs/purge-old-clicks.ts';
import { rollUpClicks } from './verbs/roll-up-clicks.ts';

export interface TrackingJob {
  readonly name: string;
  readonly everyMinutes: number;
  run(db: Database, now: Instant): Promise<void>;
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
    name: 'tracking.purge-old',
    everyMinutes: 720,
    run: purgeOldClicks,
  },
  {
    name: 'tracking.destroy-salts',
    everyMinutes: 60,
    async run(db, now) {
      await destroyOldSalts(db, now);
    },
  },
];
