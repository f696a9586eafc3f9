import { createHash } from 'node:crypto';
import type { PayoutBatchAnswer } from '@cordee/contract/payout-batch';
import { encodeId } from '@cordee/core/ids';
import { orderFaults, pain001 } from '@cordee/core/payment';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey, companyAccount, loadRules, selectAccountsById } from '../../bank/index.ts';
import { taxHolds } from '../../tax/index.ts';
import { mustApprove } from '../payout.policy.ts';
import { batchToContract } from './batch-answer.ts';
import { openLines } from './batch-lines.store.ts';
import { approve, type BatchRecord, lockBatch } from './batch.store.ts';
import { accountReasons } from './candidates.ts';
import { mustFindBatch, todayIn } from './find-batch.ts';
import { accountsChanged, batchStands, dayIsOver, noLinesLeft, noTargetDay, taxesHoldLines } from './refusals.ts';
import { type AccountedLine, orderOf } from './transfer-order.ts';

/**
 * Approves a batch: its file is written, once. Refuses `not_found`, `same_person` to whoever made it while four eyes are the rule,
 * and `conflict` when it does not wait, its day is over, an account is no longer the one to pay, or tax details hold a line.
 */
export function approveBatch(context: Context, sealer: Sealer, id: string): Promise<Wire<PayoutBatchAnswer>> {
  mustApprove(context.actor);
  const { workspaceId } = context;
  const by = actorKey(context.actor);
  return write(context, async (tx) => {
    await lockBatch(tx, workspaceId, id);
    const before = await mustFindBatch(tx, workspaceId, id);
    if (before.state !== 'waiting') throw batchStands(before.state);
    if ((await loadRules(tx, workspaceId)).fourEyes && before.createdBy === by) throw new Refusal('same_person');
    const lines = await linesToPay(tx, context, sealer, before);
    const order = await orderOfBatch(tx, context, sealer, before, lines);
    const text = [...pain001(order, before.fileVersion)].join('');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const approval = { at: context.now(), by, lines: order.count, amount: order.sum, file: sealer.seal(text), sha256 };
    if (!(await approve(tx, workspaceId, id, approval))) throw batchStands('changed');
    const result = batchToContract(await mustFindBatch(tx, workspaceId, id));
    const audit = {
      action: 'payout_batch.approved',
      subject: encodeId('bat', id),
      before: batchToContract(before),
      after: result,
    };
    return { result, audit };
  });
}

/** The lines under way with their accounts, all of which must still be those to pay. */
async function linesToPay(tx: Tx, context: Context, sealer: Sealer, batch: BatchRecord): Promise<AccountedLine[]> {
  const { workspaceId } = context;
  const lines = await openLines(tx, workspaceId, batch.id);
  if (lines.length === 0) throw noLinesLeft();
  const accounts = await selectAccountsById(
    tx,
    workspaceId,
    lines.map(({ accountId }) => accountId),
  );
  const now = context.now();
  const payable: AccountedLine[] = [];
  const changed: string[] = [];
  for (const line of lines) {
    const account = accounts.get(line.accountId);
    const isGood = account?.state === 'in_force' && accountReasons(account, sealer, now).length === 0;
    if (isGood) payable.push({ ...line, account });
    else changed.push(line.partnerId);
  }
  const partnerIds = lines.map(({ partnerId }) => partnerId);
  const holds = await taxHolds(tx, workspaceId, partnerIds, now);
  if (holds.size > 0) throw taxesHoldLines(holds);
  const from = await companyAccount(tx, workspaceId);
  if (changed.length > 0 || from?.id !== batch.accountId) throw accountsChanged(changed, from?.id !== batch.accountId);
  return payable;
}

async function orderOfBatch(tx: Tx, context: Context, sealer: Sealer, batch: BatchRecord, lines: readonly AccountedLine[]) {
  const from = await companyAccount(tx, context.workspaceId);
  if (from === null) throw accountsChanged([], true);
  const order = orderOf(batch, from, lines, sealer);
  const faults = orderFaults(order, await todayIn(tx, context));
  const [first] = faults;
  if (first?.rule === 'past') throw dayIsOver();
  if (first?.rule === 'day') throw noTargetDay(batch.executionDate);
  if (first !== undefined) throw new Error(`the file of ${batch.id} would be wrong: ${first.path} ${first.rule}`);
  return order;
}
