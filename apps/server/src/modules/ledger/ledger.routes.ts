import { ledgerRoutes } from '@cordee/contract/ledger';
import { prefersCsv, type Api } from '../../platform/http/index.ts';
import { getBalance } from './queries/get-balance.ts';
import { getTrialBalance } from './queries/get-trial-balance.ts';
import { listTransactions } from './queries/list-transactions.ts';
import { loadStatement } from './queries/load-statement.ts';
import { statementToContract } from './statement-answer.ts';
import { statementCsv } from './statement-csv.ts';

/** The most movements one answer carries. */
const mostInJson = 10_000;
const mostInCsv = 200_000;

/** Serves the books as they are read. */
export function registerLedger(api: Pick<Api, 'on'>): void {
  api.on(ledgerRoutes.getBalance, (context, { params, query }) => getBalance(context, params.id, query));
  api.on(ledgerRoutes.getStatement, async (context, { params, query, headers, reply }) => {
    reply.header('vary', 'accept, accept-language');
    if (query.format === 'json' || (query.format === undefined && !prefersCsv(headers.accept))) {
      return statementToContract(await loadStatement(context, params.id, query, mostInJson));
    }
    const statement = await loadStatement(context, params.id, query, mostInCsv);
    reply.type('text/csv; charset=utf-8');
    reply.header(
      'content-disposition',
      `attachment; filename="statement-${statementName(statement.from)}-${statementName(statement.to)}.csv"`,
    );
    return statementCsv(statement, context.language);
  });
  api.on(ledgerRoutes.getTrialBalance, (context, { query }) => getTrialBalance(context, query));
  api.on(ledgerRoutes.listTransactions, (context, { query }) => listTransactions(context, query));
}

function statementName(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
