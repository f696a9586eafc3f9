import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, defineJobs } from '../../platform/jobs/index.ts';
import { removeOrphans } from './verbs/remove-orphans.ts';

/** Uploads nothing came to refer to do not stay. */
export function fileJobs({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return defineJobs({
    'file.remove-orphans': defineJob({
      payload: z.object({}),
      cron: '29 * * * *',
      run: () => removeOrphans({ db, now: clock }),
    }),
  });
}
