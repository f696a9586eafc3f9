import type { ListCommissions } from '@cordee/contract/counting';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, pageOfRows } from '../../../platform/cursor.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { commissionToContract, type CommissionAnswer } from '../answers/commission-answer.ts';
import { loadStoredCommissions } from '../counted.store.ts';
import { versionNumbers } from '../plan-version.store.ts';

/** A page of commissions, newest first; a partner finds its own. */
export async function listCommissions(
  context: Context,
  query: ListCommissions,
): Promise<{ items: CommissionAnswer[]; nextCursor: string | null }> {
  const { db, workspaceId } = context;
  const { condition, values } = conditionOf(query, narrowedPartner(context.actor, query.partnerId));
  const rows = await read(context, (tx) =>
    loadStoredCommissions(tx, workspaceId, condition, values, `fact_seq desc, number desc limit ${query.limit + 1}`),
  );
  const { zone } = await workspaceKeys(db, workspaceId);
  const versions = await versionNumbers(
    db,
    workspaceId,
    rows.map(({ planVersionId }) => planVersionId),
  );
  return pageOfRows(
    rows,
    query.limit,
    (commission) => commissionToContract(commission, commission.recordedAt, { zone, versions }),
    ({ factSeq, number }) => [String(factSeq), String(number)],
  );
}

function conditionOf(query: ListCommissions, partnerId: string | null): { condition: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['true'];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length + 1}`));
  };
  add(partnerId, (place) => `partner_id = ${place}`);
  add(query.programId, (place) => `program_id = ${place}`);
  add(query.status, (place) => `status = ${place}`);
  add(query.from === undefined ? null : new Date(query.from), (place) => `occurred_at >= ${place}`);
  add(query.to === undefined ? null : new Date(query.to), (place) => `occurred_at < ${place}`);
  const [seq, number] = decodeNumbers(query.cursor, 2);
  if (seq !== undefined && number !== undefined) {
    values.push(seq, number);
    conditions.push(`(fact_seq, number) < ($${values.length}, $${values.length + 1})`);
  }
  return { condition: conditions.join(' and '), values };
}
