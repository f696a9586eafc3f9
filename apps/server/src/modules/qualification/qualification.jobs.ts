import { z } from 'zod';
import { defineJob, defineJobs } from '../../platform/jobs/index.ts';
import type { QualificationParts } from './parts.ts';
import { followQualifications } from './verbs/follow-qualifications.ts';

/** Reminds, ends, asks again: what time does to qualifications and applications. */
export function qualificationJobs(parts: Pick<QualificationParts, 'db' | 'now'>) {
  return defineJobs({
    'qualification.follow': defineJob({
      payload: z.strictObject({}),
      cron: '*/15 * * * *',
      run: () => followQualifications(parts),
    }),
  });
}
