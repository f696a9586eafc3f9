import { createHash } from 'node:crypto';
import type { PaymentRules } from '@cordee/contract/bank-account';
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
import { homeCurrencyOf } from '../../fact/index.ts';
import { paymentHolds } from '../payment-holds.ts';
import { mustApprove } from '../payout.policy.ts';
import { insertTransfers } from '../transfers/transfer.store.ts';
import { batchToContract } from './batch-answer.ts';
import { insertFile } from './batch-file.store.ts';
import { type OpenLine, openLines } from './batch-lines.store.ts';
import { type Approval, approve, type BatchRecord, lockBatch } from './batch.store.ts';
import { accountReasons } from './candidates.ts';
import { mustFindBatch, todayIn } from './find-batch.ts';
import { railFiles } from './rail-files.ts';
import { accountsChanged, batchStands, dayIsOver, noLinesLeft, noTargetDay, linesHeld } from './refusals.ts';
import { type AccountedLine, orderOf } from './transfer-order.ts';

/**
 * Approves a batch: its file is written, once, or its transfers are made ready. Refuses `not_found`, `same_person` to whoever made it while four eyes are the rule,
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
    const open = await openLines(tx, workspaceId, id);
    if (open.length === 0) throw noLinesLeft();
    const written = await writeOut(tx, context, sealer, before, open);
    const amount = open.reduce((sum, line) => sum + line.amount, 0n);
    const approval = { at: context.now(), by, lines: open.length, amount, ...written };
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

/** Writes what the rail needs, once: the file for the bank, files of a service, or transfers that wait to be sent. */
async function writeOut(
  tx: Tx,
  context: Context,
  sealer: Sealer,
  batch: BatchRecord,
  open: readonly OpenLine[],
): Promise<Pick<Approval, 'file' | 'sha256'>> {
  const { workspaceId } = context;
  const none = { file: null, sha256: null };
  const rules = await loadRules(tx, workspaceId);
  await mustHoldNothing(tx, context, sealer, open);
  if (batch.rail === 'outside') return none;
  const lines = await linesToPay(tx, context, sealer, open, rules);
  if (batch.rail === 'sepa') {
    const order = await orderOfBatch(tx, context, sealer, batch, lines);
    const text = [...pain001(order, batch.fileVersion)].join('');
    return { file: sealer.seal(text), sha256: digestOf(text) };
  }
  if (batch.rail === 'stripe') {
    await insertTransfers(tx, workspaceId, batch.id, lines, context.now());
    return none;
  }
  const template = { header: rules.wiseHeader, sourceCurrency: await homeCurrencyOf(tx, workspaceId) };
  for (const [index, { text, lines: count }] of railFiles(batch, lines, sealer, template).entries()) {
    const file = { part: index + 1, lines: count, sha256: digestOf(text), sealed: sealer.seal(text) };
    await insertFile(tx, workspaceId, batch.id, file);
  }
  return none;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function mustHoldNothing(tx: Tx, { workspaceId, now }: Context, sealer: Sealer, lines: readonly OpenLine[]): Promise<void> {
  const partnerIds = lines.map(({ partnerId }) => partnerId);
  const holds = await paymentHolds(tx, workspaceId, partnerIds, { now: now(), sealer });
  if (holds.size > 0) throw linesHeld(holds);
}

/** The lines with their accounts, all of which must still be those to pay. */
async function linesToPay(
  tx: Tx,
  { workspaceId, now: clock }: Context,
  sealer: Sealer,
  lines: readonly OpenLine[],
  rules: PaymentRules,
): Promise<AccountedLine[]> {
  const accounts = await selectAccountsById(
    tx,
    workspaceId,
    lines.flatMap(({ accountId }) => accountId ?? []),
  );
  const now = clock();
  const payable: AccountedLine[] = [];
  const changed: string[] = [];
  for (const line of lines) {
    const account = accounts.get(line.accountId ?? '');
    const isGood = account?.state === 'in_force' && accountReasons(account, rules, sealer, now).length === 0;
    if (isGood) payable.push({ ...line, account });
    else changed.push(line.partnerId);
  }
  if (changed.length > 0) throw accountsChanged(changed, false);
  return payable;
}

async function orderOfBatch(tx: Tx, context: Context, sealer: Sealer, batch: BatchRecord, lines: readonly AccountedLine[]) {
  const from = await companyAccount(tx, context.workspaceId);
  if (from === null || from.id !== batch.accountId) throw accountsChanged([], true);
  const order = orderOf(batch, from, lines, sealer);
  const faults = orderFaults(order, await todayIn(tx, context));
  const [first] = faults;
  if (first?.rule === 'past') throw dayIsOver();
  if (first?.rule === 'day') throw noTargetDay(batch.executionDate);
  if (first !== undefined) throw new Error(`the file of ${batch.id} would be wrong: ${first.path} ${first.rule}`);
  return order;
}
