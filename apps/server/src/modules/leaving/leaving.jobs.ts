import { z } from 'zod';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import type { ArchiveParts } from './archive/archive-parts.ts';
import { removeOldArchives, writeArchive } from './archive/write-archive.ts';
import { followLeavings } from './verbs/follow-leavings.ts';

const nothing = z.object({});

/** What the jobs of leaving are made of. */
export type LeavingJobParts = ArchiveParts & { readonly baseUrl: string };

/** What runs by itself, anywhere, twice, or late. */
export function leavingJobs(parts: LeavingJobParts): Jobs {
  return {
    'leaving.follow': defineJob({ payload: nothing, cron: '9 * * * *', run: () => followLeavings(parts) }),
    'leaving.archive': defineJob({
      payload: z.object({ workspaceId: z.uuid(), archiveId: z.uuid() }),
      run: ({ workspaceId, archiveId }) => writeArchive(parts, workspaceId, archiveId),
    }),
    'leaving.remove-archives': defineJob({ payload: nothing, cron: '23 * * * *', run: () => removeOldArchives(parts) }),
  };
}
