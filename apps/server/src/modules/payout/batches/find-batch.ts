import type { PayoutBatchAnswer, PayoutBatchState } from '@cordee/contract/payout-batch';
import { localDateOf, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustSeePayments } from '../payout.policy.ts';
import { batchToContract } from './batch-answer.ts';
import { type BatchRecord, selectBatches } from './batch.store.ts';

/** A batch; refuses `not_found`. */
export async function mustFindBatch(tx: Tx, workspaceId: string, id: string): Promise<BatchRecord> {
  const [batch] = await selectBatches(tx, workspaceId, { id, limit: 1 });
  if (batch === undefined) throw new Refusal('not_found');
  return batch;
}

/** The day it is for the company. */
export async function todayIn(tx: Tx, { workspaceId, now }: Context): Promise<LocalDate> {
  return localDateOf(now(), await zoneOf(tx, workspaceId));
}

/** Reads a batch. Refuses `not_found`. */
export function getBatch(context: Context, id: string): Promise<Wire<PayoutBatchAnswer>> {
  mustSeePayments(context.actor);
  return read(context, async (tx) => batchToContract(await mustFindBatch(tx, context.workspaceId, id)));
}

/** A page of batches, newest first. */
export function listBatches(
  context: Context,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly state?: PayoutBatchState | undefined },
): Promise<{ items: Wire<PayoutBatchAnswer>[]; nextCursor: string | null }> {
  mustSeePayments(context.actor);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectBatches(tx, context.workspaceId, { state: query.state, before, limit: query.limit + 1 });
    return pageOfRows(rows, query.limit, batchToContract, ({ id }) => [id]);
  });
}
