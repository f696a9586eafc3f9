import type { ListedStatement, ListStatements } from '@cordee/contract/statement';
import { monthPeriod } from '@cordee/core/closing';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { decodeTexts, pageOfRows, refuseCursor } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { statedDebts, type StatedDebt } from '../../debt/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { listedStatement } from '../closed-statement-answer.ts';
import { selectStatements, type StatementRecord } from '../statement.store.ts';

/** A page of statements, newest month first; a partner finds its own. */
export function listStatements(
  context: Context,
  query: ListStatements,
): Promise<{ items: Wire<ListedStatement>[]; nextCursor: string | null }> {
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const after = afterOf(query.cursor);
  return read(context, async (tx) => {
    const filter = { partnerId, month: query.period, after, limit: query.limit + 1 };
    const rows = await selectStatements(tx, context.workspaceId, filter);
    const debts = await debtsOf(tx, context.workspaceId, rows);
    const answer = (row: StatementRecord) => listedStatement(row, debts.get(row.id) ?? []);
    return pageOfRows(rows, query.limit, answer, ({ month, number }) => [month, String(number)]);
  });
}

async function debtsOf(
  tx: Tx,
  workspaceId: string,
  rows: readonly StatementRecord[],
): Promise<ReadonlyMap<string, readonly StatedDebt[]>> {
  const telling = rows.filter(({ tellsDebts }) => tellsDebts);
  const stated = await statedDebts(tx, workspaceId, telling, await zoneOf(tx, workspaceId));
  return new Map(telling.map(({ id }, index) => [id, stated[index] ?? []]));
}

function afterOf(cursor: string | undefined): { readonly month: string; readonly number: number } | null {
  const key = decodeTexts(cursor, 2);
  if (key === null) return null;
  const [month = '', number = ''] = key;
  if (monthPeriod(month, 'UTC') === null || !/^\d{1,9}$/.test(number)) refuseCursor();
  return { month, number: Number(number) };
}
