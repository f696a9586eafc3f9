import { partnerRoutes } from '@cordee/contract/partner';
import { partnershipRoutes } from '@cordee/contract/partnership';
import { partnershipStageRoutes } from '@cordee/contract/partnership-stage';
import { prefersCsv, type Api } from '../../platform/http/index.ts';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { GateSource } from './gates/gate-facts.ts';
import { getPartnership } from './queries/get-partnership.ts';
import { listStageTimes } from './queries/list-stage-times.ts';
import { serveSides } from './side.routes.ts';
import { movePartnership } from './verbs/move-partnership.ts';
import { changeStage } from './verbs/set-stage.ts';
import type { Usual } from './visibility/visibility-answer.ts';
import { exportPartners } from './queries/export-partners.ts';
import { getTimeline } from './queries/get-timeline.ts';
import { listPartners } from './queries/list-partners.ts';
import { bulkPartners } from './verbs/bulk-partners.ts';

/** What partnerships are served with: what modules know of gates, and what the workspace shows all its partners. */
export interface PartnershipParts {
  readonly sealer: Sealer;
  readonly gateFacts: GateSource;
  readonly usual: Usual;
}

/** Serves what is seen of partners across modules, and what is done to many at once. */
export function servePartnerships(api: Pick<Api, 'on'>, { sealer, gateFacts, usual }: PartnershipParts): void {
  serveSides(api, { sealer, usual });
  const s = partnershipStageRoutes;
  api.on(s.getPartnership, (context, { params }) => getPartnership(context, params.id, gateFacts));
  api.on(s.movePartnership, (context, { params, body }) => movePartnership(context, params.id, body, gateFacts));
  api.on(s.listStageTimes, (context) => listStageTimes(context));
  api.on(partnershipRoutes.changeStage, (context, { params, body }) => changeStage(context, params.id, body, gateFacts));
  api.on(partnerRoutes.listPartners, async (context, { query, headers, reply }) => {
    reply.header('vary', 'accept, accept-language');
    const asCsv = query.format === 'csv' || (query.format === undefined && prefersCsv(headers.accept));
    if (!asCsv) return listPartners(context, query);
    const lines = await exportPartners(context, query);
    reply.type('text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="partners.csv"');
    return lines;
  });
  api.on(partnershipRoutes.bulkPartners, (context, { body }) => bulkPartners(context, body, gateFacts));
  api.on(partnershipRoutes.getTimeline, (context, { params, query }) => getTimeline(context, params.id, query));
}
