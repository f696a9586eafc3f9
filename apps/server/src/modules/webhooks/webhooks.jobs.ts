import { z } from 'zod';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { workspaceIds } from '../fact/index.ts';
import type { WebhookParts } from './parts.ts';
import { askForAllDue } from './sending/ask-for-all-due.ts';
import { DELIVER_JOB } from './sending/ask-for-delivery.ts';
import { deliver } from './sending/deliver.ts';
import { forgetOldEvents } from './telling/forget-old-events.ts';

const nothing = z.object({});

/** Calls to others: slow, so they run in a worker of their own. */
export function webhookCalls(parts: WebhookParts): Jobs {
  return {
    [DELIVER_JOB]: defineJob({
      payload: z.object({ workspaceId: z.uuid(), webhookId: z.uuid() }),
      run: ({ workspaceId, webhookId }, { signal }) => deliver(parts, workspaceId, webhookId, signal),
    }),
  };
}

/** What runs by itself, anywhere, twice, or late. */
export function webhookJobs(parts: WebhookParts): Jobs {
  return {
    'webhooks.ask-for-due': defineJob({
      payload: nothing,
      cron: '* * * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(parts.db)) await askForAllDue(parts, workspaceId);
      },
    }),
    'webhooks.forget': defineJob({
      payload: nothing,
      cron: '17 * * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(parts.db)) await forgetOldEvents(parts, workspaceId);
      },
    }),
  };
}
