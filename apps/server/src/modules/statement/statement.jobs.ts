import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, defineJobs } from '../../platform/jobs/index.ts';
import { settlePeriod } from './verbs/close-period.ts';

/** Ends what closing a month began, when there was too much to add up at once. */
export function statementJobs({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return defineJobs({
    'statement.settle': defineJob({
      payload: z.object({ workspaceId: z.uuid(), month: z.string() }),
      run: ({ workspaceId, month }) => {
        const actor = { kind: 'system', job: 'statement.settle' } as const;
        return settlePeriod({ actor, workspaceId, db, now: clock, language: 'en', requestId: `settle ${month}` }, month);
      },
    }),
  });
}
