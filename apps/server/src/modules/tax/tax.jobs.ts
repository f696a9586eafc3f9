import { z } from 'zod';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { workspaceIds } from '../fact/index.ts';
import { CHECK_JOB } from './checking/ask-check.ts';
import { recheckVat } from './checking/recheck.ts';
import type { TaxParts } from './parts.ts';
import { checkVat } from './verbs/check-vat.ts';

/** Calls to VIES: slow, so they run in the worker of calls. */
export function taxCalls(parts: TaxParts): Jobs {
  return {
    [CHECK_JOB]: defineJob({
      payload: z.object({ workspaceId: z.uuid(), partnerId: z.uuid(), vatNumber: z.string(), attempt: z.int().min(1) }),
      run: (order) => checkVat(parts, order),
    }),
  };
}

/** What runs by itself, anywhere, twice, or late. */
export function taxJobs(parts: TaxParts): Jobs {
  return {
    'tax.recheck': defineJob({
      payload: z.object({}),
      cron: '23 4 * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(parts.db)) await recheckVat(parts, workspaceId);
      },
    }),
  };
}
