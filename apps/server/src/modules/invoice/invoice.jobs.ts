import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { defineJob, defineJobs } from '../../platform/jobs/index.ts';
import { followInvoices } from './verbs/follow-invoices.ts';

/** Makes documents available, and accepts them by silence. */
export function invoiceJobs({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return defineJobs({
    'invoice.follow': defineJob({
      payload: z.strictObject({}),
      cron: '*/5 * * * *',
      run: () => followInvoices({ db, now: clock }),
    }),
  });
}
