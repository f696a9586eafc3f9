import { declarationRoutes as routes } from '@cordee/contract/declaration';
import type { Api } from '../../../platform/http/index.ts';
import { getDas2 } from '../queries/get-das2.ts';
import { getYearSummary } from '../queries/get-year-summary.ts';
import { das2Bytes, das2Csv, das2ToContract } from './das2-answer.ts';
import { yearPaper } from './year-paper.ts';

/** Serves years: the declaration of the company, and what each partner earned and was paid. */
export function registerDeclarations(api: Pick<Api, 'on'>): void {
  api.on(routes.getDas2, async (context, { params, query, reply }) => {
    const found = await getDas2(context, params.year);
    if (query.format === 'json') return das2ToContract(found, query, context.language);
    if (query.format === 'csv') {
      const text = das2Csv(found, context.language);
      reply.type('text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="das2-${params.year}.csv"`);
      return text;
    }
    const { fileName, bytes } = das2Bytes(found);
    reply.type('text/plain; charset=iso-8859-1');
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return bytes;
  });
  api.on(routes.getYearSummary, async (context, { params, query, reply }) => {
    const summary = await getYearSummary(context, params.year, query.partnerId);
    if (query.format === 'json') return summary;
    const { language } = context;
    const bytes = await yearPaper(summary, language, context.now());
    reply.type('application/pdf');
    reply.header('content-disposition', `attachment; filename="${language === 'fr' ? 'annee' : 'year'}-${params.year}.pdf"`);
    return bytes;
  });
}
