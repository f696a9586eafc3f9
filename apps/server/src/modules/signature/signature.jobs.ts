import { z } from 'zod';
import { defineJob, defineJobs } from '../../platform/jobs/index.ts';
import type { SignatureParts } from './parts.ts';
import { followEnvelopes, type Following } from './verbs/follow-envelopes.ts';

/** Ends what is over, and reminds. */
export function signatureJobs(following: Following, parts: SignatureParts) {
  return defineJobs({
    'signature.follow': defineJob({
      payload: z.object({}),
      cron: '*/5 * * * *',
      run: () => followEnvelopes(following, parts),
    }),
  });
}
