import { payoutBatchRoutes as batches } from '@cordee/contract/payout-batch';
import { payoutRailRoutes as rails } from '@cordee/contract/payout-rail';
import { payoutRoutes } from '@cordee/contract/payout';
import { payoutTimelineRoutes } from '@cordee/contract/payout-timeline';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Api } from '../../platform/http/index.ts';
import { applyReport } from './bank-reports/apply-report.ts';
import { approveBatch } from './batches/approve-batch.ts';
import { createBatch } from './batches/create-batch.ts';
import { cancelBatch, continueBatch, downloadFile, payOutside, sendBatch } from './batches/end-batch.ts';
import { getBatch, listBatches } from './batches/find-batch.ts';
import { listCandidates } from './batches/list-candidates.ts';
import { getPayout } from './queries/get-payout.ts';
import { listPayouts } from './queries/list-payouts.ts';
import { listTimelines } from './queries/list-timelines.ts';
import { getConnection, removeConnection, setConnection } from './transfers/connection.ts';
import { confirmPayout, rejectPayout } from './verbs/end-payout.ts';
import { startPayout } from './verbs/start-payout.ts';

/** Serves payouts: one by one, paid outside, and in batches with a file for the bank. */
export function registerPayout(api: Pick<Api, 'on'>, { sealer }: { readonly sealer: Sealer }): void {
  api.on(payoutRoutes.startPayout, (context, { body }) => startPayout(context, { sealer }, body));
  api.on(payoutRoutes.confirmPayout, (context, { params }) => confirmPayout(context, params.id));
  api.on(payoutRoutes.rejectPayout, (context, { params, body }) => rejectPayout(context, params.id, body.reason));
  api.on(payoutRoutes.listPayouts, (context, { query }) => listPayouts(context, query));
  api.on(payoutTimelineRoutes.listPayoutTimelines, (context, { query }) => listTimelines(context, query));
  api.on(payoutRoutes.getPayout, (context, { params }) => getPayout(context, params.id));
  api.on(batches.listPayoutCandidates, (context, { query }) => listCandidates(context, sealer, query));
  api.on(batches.createPayoutBatch, (context, { body }) => createBatch(context, sealer, body));
  api.on(batches.listPayoutBatches, (context, { query }) => listBatches(context, query));
  api.on(batches.getPayoutBatch, (context, { params }) => getBatch(context, params.id));
  api.on(batches.approvePayoutBatch, (context, { params }) => approveBatch(context, sealer, params.id));
  api.on(batches.cancelPayoutBatch, (context, { params, body }) => cancelBatch(context, params.id, body.reason));
  api.on(batches.sendPayoutBatch, (context, { params }) => sendBatch(context, params.id));
  api.on(batches.downloadPayoutFile, async (context, { params, query, reply }) => {
    const { fileName, type, text } = await downloadFile(context, sealer, params.id, query.part);
    reply.type(type);
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return text;
  });
  api.on(batches.readBankReport, (context, { rawBody, headers }) => applyReport(context, rawBody, headers['content-type'] ?? ''));
  api.on(rails.payBatchOutside, (context, { params, body }) => payOutside(context, params.id, body));
  api.on(rails.continuePayoutBatch, (context, { params }) => continueBatch(context, params.id));
  api.on(rails.getPayoutConnection, (context) => getConnection(context));
  api.on(rails.setPayoutConnection, (context, { body }) => setConnection(context, sealer, body));
  api.on(rails.removePayoutConnection, (context) => removeConnection(context));
}
