import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, defineJobs } from '../../platform/jobs/index.ts';
import { runBookExport } from './run-book-export.ts';

/** Writes files of entries that were asked for. */
export function accountingJobs({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return defineJobs({
    'accounting.export': defineJob({
      payload: z.object({ workspaceId: z.uuid(), exportId: z.uuid() }),
      run: ({ workspaceId, exportId }) => runBookExport({ db, now: clock }, workspaceId, exportId),
    }),
  });
}
