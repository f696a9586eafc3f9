import { z } from 'zod';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { followDisputes, type FollowParts } from './verbs/follow-disputes.ts';

/** What runs by itself, anywhere, twice, or late. */
export function disputeJobs(parts: FollowParts): Jobs {
  return {
    'dispute.follow': defineJob({ payload: z.object({}), cron: '26 * * * *', run: () => followDisputes(parts) }),
  };
}
