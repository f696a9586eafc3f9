import { partnerRoutes } from '@cordee/contract/partner';
import { partnershipRoutes } from '@cordee/contract/partnership';
import { prefersCsv, type Api } from '../../platform/http/index.ts';
import { exportPartners } from './queries/export-partners.ts';
import { getTimeline } from './queries/get-timeline.ts';
import { listPartners } from './queries/list-partners.ts';
import { bulkPartners } from './verbs/bulk-partners.ts';

/** Serves what is seen of partners across modules, and what is done to many at once. */
export function servePartnerships(api: Pick<Api, 'on'>): void {
  api.on(partnerRoutes.listPartners, async (context, { query, headers, reply }) => {
    reply.header('vary', 'accept, accept-language');
    const asCsv = query.format === 'csv' || (query.format === undefined && prefersCsv(headers.accept));
    if (!asCsv) return listPartners(context, query);
    const lines = await exportPartners(context, query);
    reply.type('text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="partners.csv"');
    return lines;
  });
  api.on(partnershipRoutes.bulkPartners, (context, { body }) => bulkPartners(context, body));
  api.on(partnershipRoutes.getTimeline, (context, { params, query }) => getTimeline(context, params.id, query));
}
