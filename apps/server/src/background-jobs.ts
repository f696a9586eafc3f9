import { z } from 'zod';
import { accountingJobs } from './modules/accounting/index.ts';
import { rollUpAll } from './modules/analytics/index.ts';
import { charterJobs } from './modules/charter/index.ts';
import { followClaims } from './modules/claim/index.ts';
import {
  followClickUses,
  recordPaidClicks,
  releaseDue,
  runSimulation,
  runVerification,
  type CountingRunner,
  type Intake,
} from './modules/counting/index.ts';
import { debtJobs } from './modules/debt/index.ts';
import { removeExpired, runExport, type ExportParts } from './modules/export/index.ts';
import { workspaceIds } from './modules/fact/index.ts';
import { fileJobs } from './modules/file/index.ts';
import { ingestionJobs, type Importer, type IngestionParts } from './modules/ingestion/index.ts';
import { snapshotBalances } from './modules/ledger/index.ts';
import { leavingJobs, type LeavingJobParts } from './modules/leaving/index.ts';
import { disputeNotices, messagingJobs, type MessagingParts } from './modules/messaging/index.ts';
import { disputeJobs } from './modules/dispute/index.ts';
import { obligationJobs } from './modules/obligation/index.ts';
import { invoiceJobs } from './modules/invoice/index.ts';
import { qualificationJobs } from './modules/qualification/index.ts';
import { signatureJobs, type SignatureParts } from './modules/signature/index.ts';
import { statementJobs, verifyPeriods } from './modules/statement/index.ts';
import { taxJobs, type TaxParts } from './modules/tax/index.ts';
import { trackingJobs } from './modules/tracking/index.ts';
import { webhookJobs, type WebhookParts } from './modules/webhooks/index.ts';
import type { Clock } from './platform/clock/index.ts';
import type { Database } from './platform/db/index.ts';
import { defineJob, defineJobs, type Jobs } from './platform/jobs/index.ts';
import type { Follower } from './platform/outbox/index.ts';

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly intake: Intake;
  readonly runner: CountingRunner;
  readonly ingestion: IngestionParts;
  readonly importer: Importer;
  readonly exports: ExportParts;
  readonly webhooks: WebhookParts;
  readonly messaging: MessagingParts;
  readonly follower: Follower;
  readonly tax: TaxParts;
  readonly signature: SignatureParts;
  readonly leaving: LeavingJobParts;
}

const nothing = z.object({});

/** What runs by itself, on any process with a worker; each may run anywhere, twice, or late. */
export function backgroundJobs(parts: Parts): Jobs {
  const { db, clock, intake, runner, ingestion, importer, exports, webhooks, messaging, follower, tax } = parts;
  return defineJobs({
    'analytics.roll-up': defineJob({ payload: nothing, cron: '* * * * *', run: () => rollUpAll(db) }),
    'claim.follow': defineJob({ payload: nothing, cron: '*/5 * * * *', run: () => followClaims({ db, now: clock }) }),
    'counting.catch-up': defineJob({
      payload: nothing,
      cron: '* * * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(db)) await runner.catchUp(workspaceId);
      },
    }),
    'counting.paid-clicks': defineJob({
      payload: nothing,
      cron: '* * * * *',
      run: async () => {
        for (const workspaceId of await recordPaidClicks(db, clock())) await runner.catchUp(workspaceId);
      },
    }),
    'counting.click-uses': defineJob({ payload: nothing, cron: '* * * * *', run: () => followClickUses(db) }),
    'counting.release-due': defineJob({
      payload: nothing,
      cron: '*/10 * * * *',
      run: async () => {
        await releaseDue({ db, intake, now: clock });
      },
    }),
    'counting.verify': defineJob({
      payload: z.object({ workspaceId: z.uuid(), verificationId: z.uuid() }),
      run: ({ workspaceId, verificationId }) => runVerification(db, clock, workspaceId, verificationId, verifyPeriods),
    }),
    'counting.simulate': defineJob({
      payload: z.object({ workspaceId: z.uuid(), simulationId: z.uuid() }),
      run: ({ workspaceId, simulationId }) => runSimulation(db, clock, workspaceId, simulationId),
    }),
    'export.write': defineJob({
      payload: z.object({ workspaceId: z.uuid(), exportId: z.uuid() }),
      run: ({ workspaceId, exportId }) => runExport(exports, workspaceId, exportId),
    }),
    'export.remove-expired': defineJob({ payload: nothing, cron: '17 * * * *', run: () => removeExpired(exports) }),
    'ledger.snapshot': defineJob({ payload: nothing, cron: '*/5 * * * *', run: () => snapshotBalances({ db }) }),
    'outbox.follow': defineJob({
      payload: nothing,
      cron: '* * * * *',
      run: async () => {
        for (const workspaceId of await workspaceIds(db)) await follower.follow(workspaceId);
      },
    }),
    ...documentJobs(parts),
    ...webhookJobs(webhooks),
    ...messagingJobs(messaging),
    ...taxJobs(tax),
    ...Object.fromEntries(
      ingestionJobs(ingestion, importer).map((job) => [
        job.name,
        defineJob({ payload: nothing, cron: `*/${job.everyMinutes} * * * *`, run: async () => void (await job.run()) }),
      ]),
    ),
    ...Object.fromEntries(
      trackingJobs.map((job) => [
        job.name,
        defineJob({
          payload: nothing,
          cron: job.everyMinutes === 1 ? '* * * * *' : `0 */${job.everyMinutes / 60} * * *`,
          run: () => job.run(db, clock()),
        }),
      ]),
    ),
  });
}

/** Of closed months and what is made out of them, of what people hand in, of questions, signatures and what is owed by when. */
function documentJobs(parts: Pick<Parts, 'db' | 'clock' | 'signature' | 'leaving'>) {
  const timed = { db: parts.db, now: parts.clock };
  const disputes = disputeJobs({ ...timed, notices: disputeNotices });
  const leaving = leavingJobs(parts.leaving);
  const agreeing = { ...qualificationJobs(timed), ...signatureJobs(timed, parts.signature), ...disputes, ...leaving };
  const books = { ...debtJobs(parts), ...invoiceJobs(parts), ...accountingJobs(parts), ...statementJobs(parts) };
  return { ...books, ...agreeing, ...fileJobs(parts), ...obligationJobs(parts), ...charterJobs(parts) };
}
