import type { ListedStatement, ListStatements } from '@cordee/contract/statement';
import { monthPeriod } from '@cordee/core/closing';
import type { Context } from '../../../platform/context.ts';
import { decodeTexts, pageOfRows, refuseCursor } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { listedStatement } from '../closed-statement-answer.ts';
import { selectStatements } from '../statement.store.ts';

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
    return pageOfRows(rows, query.limit, listedStatement, ({ month, number }) => [month, String(number)]);
  });
}

function afterOf(cursor: string | undefined): { readonly month: string; readonly number: number } | null {
  const key = decodeTexts(cursor, 2);
  if (key === null) return null;
  const [month = '', number = ''] = key;
  if (monthPeriod(month, 'UTC') === null || !/^\d{1,9}$/.test(number)) refuseCursor();
  return { month, number: Number(number) };
}
