import { payoutRoutes } from '@cordee/contract/payout';
import type { Api } from '../../platform/http/index.ts';
import { getPayout } from './queries/get-payout.ts';
import { listPayouts } from './queries/list-payouts.ts';
import { confirmPayout, rejectPayout } from './verbs/end-payout.ts';
import { startPayout } from './verbs/start-payout.ts';

/** Serves payouts that are paid outside. */
export function registerPayout(api: Pick<Api, 'on'>): void {
  api.on(payoutRoutes.startPayout, (context, { body }) => startPayout(context, body));
  api.on(payoutRoutes.confirmPayout, (context, { params }) => confirmPayout(context, params.id));
  api.on(payoutRoutes.rejectPayout, (context, { params, body }) => rejectPayout(context, params.id, body.reason));
  api.on(payoutRoutes.listPayouts, (context, { query }) => listPayouts(context, query));
  api.on(payoutRoutes.getPayout, (context, { params }) => getPayout(context, params.id));
}
