import { disputeActionRoutes } from '@cordee/contract/dispute-actions';
import { disputeSettingRoutes } from '@cordee/contract/dispute-settings';
import { disputeRoutes } from '@cordee/contract/dispute';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Api } from '../../platform/http/index.ts';
import { proofFileOf } from './proof/proof-file.ts';
import { getDispute, getDisputeLadder } from './queries/get-dispute.ts';
import { listDisputes } from './queries/list-disputes.ts';
import { actInDispute } from './verbs/act-in-dispute.ts';
import { decideDispute } from './verbs/decide-dispute.ts';
import { openDispute } from './verbs/open-dispute.ts';
import { setDisputeLadder } from './verbs/set-ladder.ts';
import { saveDisputeBrief, submitDisputeBrief } from './verbs/write-brief.ts';

/** Serves disputes, their ladder, and the proof file. */
export function registerDisputes(api: Pick<Api, 'on'>, parts: { readonly sealer: Sealer }): void {
  const r = { ...disputeRoutes, ...disputeActionRoutes, ...disputeSettingRoutes };
  api.on(r.listDisputes, (context, { query }) => listDisputes(context, query));
  api.on(r.getDispute, (context, { params }) => getDispute(context, params.id));
  api.on(r.openDispute, (context, { body }) => openDispute(context, body));
  api.on(r.saveDisputeBrief, (context, { params, body }) => saveDisputeBrief(context, params.id, body));
  api.on(r.submitDisputeBrief, (context, { params, body }) => submitDisputeBrief(context, params.id, body));
  api.on(r.decideDispute, (context, { params, body }) => decideDispute(context, params.id, body));
  api.on(r.actInDispute, (context, { params, body }) => actInDispute(context, params.id, body));
  api.on(r.getDisputeLadder, (context) => getDisputeLadder(context));
  api.on(r.setDisputeLadder, (context, { body }) => setDisputeLadder(context, body));
  api.on(r.readDisputeFile, async (context, { params, reply }) => {
    const bytes = await proofFileOf(context, parts, params.id);
    reply.type('application/zip');
    reply.header('cache-control', 'no-store');
    reply.header('content-disposition', `attachment; filename="dispute.zip"`);
    return bytes;
  });
}
