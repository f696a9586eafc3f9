import { sealRoutes } from '@cordee/contract/seal';
import { statementRoutes as routes } from '@cordee/contract/statement';
import { prefersCsv, type Api } from '../../platform/http/index.ts';
import { closedStatementToContract, statementNumber } from './closed-statement-answer.ts';
import { closedStatementCsv } from './closed-statement-csv.ts';
import { getPeriod, listPeriods } from './queries/list-periods.ts';
import { listSealKeys } from './queries/list-seal-keys.ts';
import { listStatements } from './queries/list-statements.ts';
import { loadClosedStatement } from './queries/load-closed-statement.ts';
import { closePeriod } from './verbs/close-period.ts';
import { issueStatement } from './verbs/issue-statement.ts';
import { renewSealKey, sealCertificate } from './verbs/make-seal-key.ts';
import type { StatementParts } from './statement-parts.ts';

/** The most movements one answer carries. */
const mostInJson = 10_000;
const mostInCsv = 200_000;

/** Serves months, their closing and their statements. */
export function registerStatements(api: Pick<Api, 'on'>, parts: StatementParts): void {
  api.on(routes.listPeriods, (context) => listPeriods(context));
  api.on(routes.getPeriod, (context, { params }) => getPeriod(context, params.period));
  api.on(routes.closePeriod, (context, { params }) => closePeriod(context, params.period));
  api.on(routes.listStatements, (context, { query }) => listStatements(context, query));
  api.on(sealRoutes.getSealCertificate, async (context, { reply }) => {
    reply.type('application/x-pem-file');
    return sealCertificate(context, parts);
  });
  api.on(sealRoutes.listSealKeys, (context) => listSealKeys(context, parts));
  api.on(sealRoutes.renewSealKey, (context) => renewSealKey(context, parts));
  api.on(routes.readStatement, async (context, { params, query, headers, reply }) => {
    reply.header('vary', 'accept, accept-language');
    if (query.format === 'pdf') {
      const { fileName, bytes } = await issueStatement(context, parts, params.id);
      reply.type('application/pdf');
      reply.header('content-disposition', `attachment; filename="${fileName}"`);
      return bytes;
    }
    if (query.format === 'json' || (query.format === undefined && !prefersCsv(headers.accept))) {
      return closedStatementToContract(await loadClosedStatement(context, params.id, mostInJson));
    }
    const statement = await loadClosedStatement(context, params.id, mostInCsv);
    reply.type('text/csv; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="statement-${statementNumber(statement.record)}.csv"`);
    return closedStatementCsv(statement, context.language);
  });
}
