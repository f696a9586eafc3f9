import { analyticsRoutes } from '@cordee/contract/analytics';
import type { Language } from '@cordee/contract/language';
import { prefersCsv, type Api, type Reply } from '../../platform/http/index.ts';
import { cohortsCsv, funnelCsv, modelsCsv, seriesCsv } from './analytics-csv.ts';
import { getCohorts } from './queries/get-cohorts.ts';
import { getFunnel } from './queries/get-funnel.ts';
import { getHome } from './queries/get-home.ts';
import { getModels } from './queries/get-models.ts';
import { getSeries } from './queries/get-series.ts';
import { getTracking } from './queries/get-tracking.ts';

/** Serves figures: as JSON, and where a chart shows them as CSV too. */
export function serveAnalytics(api: Pick<Api, 'on'>): void {
  const r = analyticsRoutes;
  api.on(r.getHome, (context, { query }) => getHome(context, query));
  api.on(r.getTracking, (context, { query }) => getTracking(context, query));
  api.on(r.getSeries, async (context, { query, headers, reply }) => {
    const answer = await getSeries(context, query);
    return asAsked(answer, seriesCsv, 'series', context.language, query.format, headers.accept, reply);
  });
  api.on(r.getFunnel, async (context, { query, headers, reply }) => {
    const answer = await getFunnel(context, query);
    return asAsked(answer, funnelCsv, 'funnel', context.language, query.format, headers.accept, reply);
  });
  api.on(r.getCohorts, async (context, { query, headers, reply }) => {
    const answer = await getCohorts(context, query);
    return asAsked(answer, cohortsCsv, 'cohorts', context.language, query.format, headers.accept, reply);
  });
  api.on(r.getModels, async (context, { query, headers, reply }) => {
    const answer = await getModels(context, query);
    return asAsked(answer, modelsCsv, 'models', context.language, query.format, headers.accept, reply);
  });
}

function asAsked<Answer>(
  answer: Answer,
  toCsv: (answer: Answer, language: Language) => string,
  name: string,
  language: Language,
  format: 'json' | 'csv' | undefined,
  accept: string | undefined,
  reply: Reply,
): Answer | string {
  reply.header('vary', 'accept, accept-language');
  if (format === 'json' || (format === undefined && !prefersCsv(accept))) return answer;
  reply.type('text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  return toCsv(answer, language);
}
