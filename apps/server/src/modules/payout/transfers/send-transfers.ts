import type { BatchProblem } from '@cordee/contract/payout-batch';
import { encodeId } from '@cordee/core/ids';
import { railUnits } from '@cordee/core/rail';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { type Database, transaction, withWorkspace } from '../../../platform/db/index.ts';
import { write } from '../../../platform/verb.ts';
import { destinationOf, selectAccountsById } from '../../bank/index.ts';
import { selectBatches } from '../batches/batch.store.ts';
import { type Ending, endAll } from '../end-payouts.ts';
import { toContract } from '../payout-answer.ts';
import { selectPayoutsById } from '../payout.store.ts';
import { type Asked, type AskedTransfer, openStripe, type StripeDesk } from './ask-stripe.ts';
import { loadConnection } from './connection.store.ts';
import { SEND_TRANSFERS_JOB } from './enqueue-transfers.ts';
import { beginAttempt, type OpenTransfer, openTransfers, setProblem, setStanding } from './transfer.store.ts';

export interface TransferParts {
  readonly db: Database;
  readonly now: () => Instant;
  readonly sealer: Sealer;
  /** Where Stripe is. */
  readonly stripeUrl: string;
  readonly timeoutMs?: number;
  /** Told after each step; what it throws ends the run there, as a killed process would. */
  readonly onStep?: (step: 'looked up' | 'begun' | 'asked' | 'noted') => void;
}

/** A refusal is not believed while an unanswered attempt may still be on its way: no request lives that long. */
const IN_FLIGHT_MS = 15 * 60_000;

/** An attempt that was begun may be another process's, still waiting for its answer: until it would have given up it is left alone. */
const ASKING_MS = 60_000;

/** Some transfers are not known to have been sent or not: the job is to run again. */
export class TransfersUnknown extends Error {
  override readonly name = 'TransfersUnknown';
}

interface Run {
  readonly parts: TransferParts;
  readonly workspaceId: string;
  readonly batchId: string;
  readonly desk: StripeDesk;
}

/**
 * Sends the transfers of a batch, one after the other, each at most once whatever happens on the way: that it is asked for is noted
 * before, and what nobody answered is looked up before it is asked for again, under the same key. Throws `TransfersUnknown` while
 * something is left to look up.
 */
export async function sendTransfers(
  parts: TransferParts,
  workspaceId: string,
  batchId: string,
  signal?: AbortSignal,
): Promise<void> {
  const { db, sealer } = parts;
  const open = await inWorkspace(db, workspaceId, (tx) => openTransfers(tx, workspaceId, batchId));
  if (open.length === 0) return;
  const connection = await inWorkspace(db, workspaceId, (tx) => loadConnection(tx, workspaceId));
  if (connection === null) return note(parts, workspaceId, batchId, 'not_connected');
  const desk = openStripe(sealer.open(connection.secret), {
    url: parts.stripeUrl,
    ...(parts.timeoutMs === undefined ? {} : { timeoutMs: parts.timeoutMs }),
  });
  const run: Run = { parts, workspaceId, batchId, desk };
  const undecided = await settleDoubtful(run, open);
  if (typeof undecided === 'string') return stop(run, undecided);
  const asked = await askedOf(run, undecided);
  for (const transfer of undecided) {
    signal?.throwIfAborted();
    const problem = await send(run, transfer, asked(transfer));
    if (problem !== null) return stop(run, problem);
  }
  const left = await inWorkspace(db, workspaceId, (tx) => openTransfers(tx, workspaceId, batchId));
  if (left.length > 0) return stop(run, 'no_answer');
  await note(parts, workspaceId, batchId, null);
}

/** What may have been sent is looked up: what is found is paid, the rest may be asked for. */
async function settleDoubtful(run: Run, open: readonly OpenTransfer[]): Promise<OpenTransfer[] | BatchProblem> {
  if (open.every(({ state }) => state === 'to_send')) return [...open];
  const found = await run.desk.lookUp(encodeId('bat', run.batchId));
  run.parts.onStep?.('looked up');
  if (typeof found === 'string') return found;
  const rest: OpenTransfer[] = [];
  for (const transfer of open) {
    const transferId = found.get(encodeId('pay', transfer.payoutId));
    const isAsking = transfer.state === 'asking' && run.parts.now() - (transfer.unansweredAt ?? 0) < ASKING_MS;
    if (transferId === undefined && !isAsking) rest.push(transfer);
    else if (transferId !== undefined) await noteAnswer(run, transfer, { kind: 'sent', transferId });
  }
  return rest;
}

async function send(run: Run, transfer: OpenTransfer, asked: AskedTransfer): Promise<BatchProblem | null> {
  const { parts, workspaceId } = run;
  const begun = await inWorkspace(parts.db, workspaceId, (tx) => beginAttempt(tx, workspaceId, transfer, parts.now()));
  if (!begun) return null;
  parts.onStep?.('begun');
  const answer = await run.desk.ask(asked);
  parts.onStep?.('asked');
  await noteAnswer(run, transfer, answer);
  parts.onStep?.('noted');
  return answer.kind === 'not_done' ? answer.problem : null;
}

/** One transaction: where the transfer stands, and with a decision how its payout ended. */
async function noteAnswer({ parts, workspaceId }: Run, transfer: OpenTransfer, answer: Asked): Promise<void> {
  const { payoutId, unansweredAt } = transfer;
  const at = parts.now();
  if (answer.kind === 'sent') {
    const standing = { state: 'sent' as const, at, transferId: answer.transferId };
    return end(parts, workspaceId, standing, { payoutId, state: 'paid', settlement: answer.transferId });
  }
  if (answer.kind === 'refused' && (unansweredAt === null || at - unansweredAt >= IN_FLIGHT_MS)) {
    return end(
      parts,
      workspaceId,
      { state: 'refused', at, problem: answer.reason },
      { payoutId, state: 'rejected', reason: answer.reason },
    );
  }
  const standing =
    answer.kind === 'unknown'
      ? { state: 'unknown' as const, at, problem: answer.why, unansweredAt: at }
      : { state: unansweredAt === null ? ('to_send' as const) : ('unknown' as const), at, unansweredAt };
  await inWorkspace(parts.db, workspaceId, (tx) => setStanding(tx, workspaceId, payoutId, standing));
}

function end(
  parts: TransferParts,
  workspaceId: string,
  standing: Parameters<typeof setStanding>[3],
  ending: Ending,
): Promise<void> {
  return write(contextOf(parts, workspaceId), async (tx) => {
    const { payoutId, state } = ending;
    await setStanding(tx, workspaceId, payoutId, standing);
    const before = (await selectPayoutsById(tx, workspaceId, [payoutId])).get(payoutId);
    const ended = await endAll(tx, workspaceId, standing.at, [ending]);
    const after = (await selectPayoutsById(tx, workspaceId, [payoutId])).get(payoutId);
    if (before === undefined || after === undefined || !ended.has(payoutId)) return { result: undefined, audit: null };
    const action = state === 'paid' ? 'payout.confirmed' : 'payout.rejected';
    const told = { ...toContract(after), ...(ending.reason === undefined ? {} : { reason: ending.reason }) };
    return { result: undefined, audit: { action, subject: encodeId('pay', payoutId), before: toContract(before), after: told } };
  });
}

/** All that is asked for, from what never changes: the batch, the lines, the accounts they were approved with. */
async function askedOf({ parts, workspaceId, batchId }: Run, open: readonly OpenTransfer[]) {
  const { accounts, batch } = await inWorkspace(parts.db, workspaceId, async (tx) => ({
    accounts: await selectAccountsById(
      tx,
      workspaceId,
      open.map(({ accountId }) => accountId),
    ),
    batch: (await selectBatches(tx, workspaceId, { id: batchId, limit: 1 }))[0],
  }));
  return ({ payoutId, accountId, amount, currency }: OpenTransfer): AskedTransfer => {
    const account = accounts.get(accountId);
    const to = account === undefined ? null : destinationOf(account, parts.sealer);
    const units = railUnits('stripe', amount, currency);
    if (to?.rail !== 'stripe' || units === null || batch === undefined) throw new Error(`${payoutId} is no line for Stripe`);
    const line = encodeId('pay', payoutId);
    const group = encodeId('bat', batchId);
    return { line, group, amount: units, currency, destination: to.accountId, description: batch.remittance };
  };
}

async function stop({ parts, workspaceId, batchId }: Run, problem: BatchProblem): Promise<void> {
  await note(parts, workspaceId, batchId, problem);
  // A key that is refused stays so until a person mends it.
  if (problem === 'no_answer') throw new TransfersUnknown(`transfers of ${batchId} are left`);
}

function note({ db }: TransferParts, workspaceId: string, batchId: string, problem: BatchProblem | null): Promise<void> {
  return inWorkspace(db, workspaceId, (tx) => setProblem(tx, workspaceId, batchId, problem));
}

function inWorkspace<Result>(db: Database, workspaceId: string, run: Parameters<typeof transaction<Result>>[1]): Promise<Result> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return run(tx);
  });
}

function contextOf({ db, now }: TransferParts, workspaceId: string): Context {
  const actor = { kind: 'system', job: SEND_TRANSFERS_JOB } as const;
  return { actor, workspaceId, db, now, language: 'en', requestId: SEND_TRANSFERS_JOB };
}
