import { z } from 'zod';
import { defineJob, type Jobs } from '../../platform/jobs/index.ts';
import { workspaceIds } from '../fact/index.ts';
import type { MessagingParts } from './parts.ts';
import { ANNOUNCE_JOB, announceTerms } from './reminders/announce-terms.ts';
import { forgetOldMails } from './reminders/forget-old-mails.ts';
import { remind } from './reminders/remind.ts';
import { TELL_PAYMENTS_JOB, tellPayments } from './reminders/tell-payments.ts';
import { TELL_STATEMENTS_JOB, tellStatements } from './reminders/tell-statements.ts';
import { sendMail } from './sending/send-mail.ts';
import { SEND_JOB } from './sending/write-mail.ts';

const LAST_TRY = 25;

/** Calls to the mail server: slow, so they run in the worker of calls. */
export function mailCalls(parts: MessagingParts): Jobs {
  return {
    [SEND_JOB]: defineJob({
      payload: z.object({ workspaceId: z.uuid(), mailId: z.uuid() }),
      run: ({ workspaceId, mailId }, { attempt }) => sendMail(parts, workspaceId, mailId, attempt >= LAST_TRY),
    }),
  };
}

/** What runs by itself, anywhere, twice, or late. */
export function messagingJobs(parts: MessagingParts): Jobs {
  return {
    [ANNOUNCE_JOB]: defineJob({
      payload: z.object({ workspaceId: z.uuid(), planId: z.uuid(), number: z.int().optional(), from: z.int().optional() }),
      run: ({ workspaceId, ...announced }) => announceTerms(parts, workspaceId, announced),
    }),
    [TELL_PAYMENTS_JOB]: defineJob({
      payload: z.object({
        workspaceId: z.uuid(),
        batchId: z.uuid().optional(),
        reportId: z.uuid().optional(),
        payoutId: z.uuid().optional(),
      }),
      run: ({ workspaceId, ...told }) => tellPayments(parts, workspaceId, told),
    }),
    [TELL_STATEMENTS_JOB]: defineJob({
      payload: z.object({ workspaceId: z.uuid(), month: z.string() }),
      run: ({ workspaceId, month }) => tellStatements(parts, workspaceId, month),
    }),
    'messaging.remind': defineJob({
      payload: z.object({}),
      cron: '5 * * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(parts.db)) await remind(parts, workspaceId);
      },
    }),
    'messaging.forget': defineJob({
      payload: z.object({}),
      cron: '41 3 * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(parts.db)) await forgetOldMails(parts, workspaceId);
      },
    }),
  };
}
