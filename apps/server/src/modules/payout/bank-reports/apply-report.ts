import { createHash } from 'node:crypto';
import type { BankAnswerOutcome, BankReportAnswer } from '@cordee/contract/payout-batch';
import { decodeId, encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { openLines } from '../batches/batch-lines.store.ts';
import { selectBatches } from '../batches/batch.store.ts';
import { type Ending, endAll } from '../end-payouts.ts';
import { mustMoveMoney } from '../payout.policy.ts';
import { type PayoutRecord, selectPayoutsById } from '../payout.store.ts';
import { insertReport } from './bank-report.store.ts';
import { type BankAnswer, readReport } from './read-report.ts';
import { readResults } from './read-results.ts';

type Line = BankReportAnswer['lines'][number];

/** An answer with the payout it is about, if it is one of ours. */
interface Aimed {
  readonly answer: BankAnswer;
  readonly payoutId: string | null;
}

/**
 * Reads a statement or a status report of the bank, or the results of a service: transfers that were booked are paid, those refused or brought back are payable again. Only
 * lines of batches that were sent move; whatever else the file tells is listed. Refuses `bank_report_unreadable`, `unavailable`.
 */
export function applyReport(context: Context, bytes: Buffer, type: string): Promise<BankReportAnswer> {
  mustMoveMoney(context.actor);
  const report = type.startsWith('text/csv') ? readResults(bytes.toString('utf8')) : readReport(bytes.toString('utf8'));
  if (report === null) throw new Refusal('bank_report_unreadable');
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const now = context.now();
    const aimed = report.kind === 'csv' ? report.answers.map(aimAtLine) : await aim(tx, workspaceId, report.answers);
    const payouts = await selectPayoutsById(
      tx,
      workspaceId,
      aimed.flatMap(({ payoutId }) => payoutId ?? []),
    );
    const sent = await sentBatches(tx, workspaceId, payouts, report.kind);
    const planned = aimed.map((each) => ({ ...each, outcome: outcomeOf(each, payouts, sent) }));
    const ended = await endAll(tx, workspaceId, now, planned.flatMap(endingOf));
    const lines = planned.map(({ answer, payoutId, outcome }): Line => {
      const wasMoved = payoutId !== null && ended.has(payoutId);
      const isMove = outcome === 'paid' || outcome === 'rejected';
      return {
        endToEndId: answer.reference,
        payoutId: payoutId === null ? null : encodeId('pay', payoutId),
        outcome: isMove && !wasMoved ? 'already' : outcome,
        reason: answer.reason,
      };
    });
    const id = newUuid(now);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await insertReport(tx, workspaceId, { id, sha256, kind: report.kind, readAt: now, lines });
    const result = { id: encodeId('brp', id), kind: report.kind, sha256, readAt: formatInstant(now), lines };
    const counts = { kind: report.kind, sha256, lines: lines.length, moved: ended.size };
    return { result, audit: { action: 'bank_report.read', subject: encodeId('brp', id), after: counts } };
  });
}

function aimAtLine(answer: BankAnswer): Aimed {
  return { answer, payoutId: decodeId('pay', answer.reference.replace('-', '_')) };
}

/** What names a whole file stands for each of its lines that is under way. */
async function aim(tx: Tx, workspaceId: string, answers: readonly BankAnswer[]): Promise<Aimed[]> {
  const aimed: Aimed[] = [];
  for (const answer of answers) {
    const named = answer.reference.replace('-', '_');
    const batchId = decodeId('bat', named);
    if (batchId === null) {
      aimed.push(aimAtLine(answer));
      continue;
    }
    const lines = await openLines(tx, workspaceId, batchId);
    const sum = lines.reduce((total, { amount }) => total + amount, 0n);
    // A sum that is not ours says that some lines were left out: which, only the bank knows.
    if (lines.length === 0 || (answer.amount !== null && answer.amount !== sum)) aimed.push({ answer, payoutId: null });
    else for (const { id } of lines) aimed.push({ answer: { ...answer, amount: null }, payoutId: id });
  }
  return aimed;
}

/** A bank knows nothing of what a service paid, nor the other way round. */
async function sentBatches(
  tx: Tx,
  workspaceId: string,
  payouts: ReadonlyMap<string, PayoutRecord>,
  kind: BankReportAnswer['kind'],
): Promise<ReadonlySet<string>> {
  const sent = new Set<string>();
  for (const id of new Set([...payouts.values()].flatMap(({ batchId }) => batchId ?? []))) {
    const [batch] = await selectBatches(tx, workspaceId, { id, limit: 1 });
    const told = kind === 'csv' ? ['wise', 'paypal'] : ['sepa'];
    if ((batch?.state === 'sent' || batch?.state === 'closed') && told.includes(batch.rail)) sent.add(id);
  }
  return sent;
}

function outcomeOf(
  { answer, payoutId }: Aimed,
  payouts: ReadonlyMap<string, PayoutRecord>,
  sent: ReadonlySet<string>,
): BankAnswerOutcome {
  const payout = payoutId === null ? undefined : payouts.get(payoutId);
  if (payout === undefined) return 'unknown';
  if (payout.batchId === null || !sent.has(payout.batchId)) return 'unknown';
  if (answer.amount !== null && answer.amount !== payout.amount) return 'amount_differs';
  if (answer.says === 'waiting') return payout.state === 'in_payout' ? 'not_ended' : 'already';
  // The money left and came back: the books say paid, and only a person can say what to do.
  if (payout.state === 'paid' && answer.says !== 'booked') return 'returned_later';
  if (payout.state !== 'in_payout') return 'already';
  return answer.says === 'booked' ? 'paid' : 'rejected';
}

function endingOf({ answer, payoutId, outcome }: Aimed & { readonly outcome: BankAnswerOutcome }): Ending[] {
  if (payoutId === null) return [];
  const { settlement = null } = answer;
  if (outcome === 'paid') return [{ payoutId, state: 'paid', ...(settlement === null ? {} : { settlement }) }];
  return outcome === 'rejected' ? [{ payoutId, state: 'rejected', reason: answer.reason ?? 'bank' }] : [];
}
