import { factId } from '@cordee/core/ids';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { recordingTimes } from '../fact-list.store.ts';
import { verifyWorkspace } from '../queries/verify-workspace.ts';
import type { Difference } from '../replay/differences.ts';
import type { Verification } from '../replay/verify.store.ts';
import { finishWork, saveProgress } from '../long-work.store.ts';
import { selectVerifications, type VerificationResult } from './verification.store.ts';

/** How often it says how far it is. */
const progressMs = 1000;

/**
 * Runs a verification that waits, or that was cut off, and keeps what it found. One that cannot be finished is marked so and
 * throws; one that is finished is left as it is. `alsoVerify` finds what is built on the books by modules that counting does not know.
 */
export async function runVerification(
  db: Database,
  now: Clock,
  workspaceId: string,
  id: string,
  alsoVerify?: (context: Context) => Promise<readonly Difference[]>,
): Promise<void> {
  const scoped = <T>(work: (tx: Tx) => Promise<T>) =>
    transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return work(tx);
    });
  const [record] = await scoped((tx) => selectVerifications(tx, workspaceId, { id, limit: 1 }));
  if (record === undefined || record.finishedAt !== null) return;
  let saving: Promise<void> = scoped((tx) => saveProgress(tx, 'verification', workspaceId, id, { facts: 0, total: 0 }));
  let saidAt = now();
  const onProgress = (facts: number, total: number) => {
    if (now() - saidAt < progressMs) return;
    saidAt = now();
    saving = saving.then(() => scoped((tx) => saveProgress(tx, 'verification', workspaceId, id, { facts, total })));
  };
  const actor = { kind: 'system', job: 'counting.verify' } as const;
  try {
    const context: Context = { actor, workspaceId, db, now, language: 'en', requestId: id };
    const books = await verifyWorkspace(context, onProgress);
    await saving;
    const found = { ...books, differences: [...books.differences, ...((await alsoVerify?.(context)) ?? [])] };
    await scoped(async (tx) => {
      await saveProgress(tx, 'verification', workspaceId, id, { facts: found.facts, total: found.facts });
      await finishWork(tx, 'verification', workspaceId, id, await resultOf(tx, workspaceId, found), now());
    });
  } catch (error) {
    await saving.catch(() => undefined);
    await scoped((tx) => finishWork(tx, 'verification', workspaceId, id, null, now()));
    throw error;
  }
}

async function resultOf(tx: Tx, workspaceId: string, found: Verification): Promise<VerificationResult> {
  const seqs = found.differences.flatMap(({ factSeq }) => (factSeq === null ? [] : [factSeq]));
  const times = await recordingTimes(tx, workspaceId, seqs);
  return {
    isSound: found.differences.length === 0,
    facts: found.facts,
    transactions: found.transactions,
    postings: found.postings,
    ledgerBalanced: found.ledgerBalanced,
    differences: found.differences.map(({ check, factSeq, expected, found: stored }) => {
      const at = factSeq === null ? undefined : times.get(factSeq);
      return { check, factId: factSeq === null || at === undefined ? null : factId(at, factSeq), expected, found: stored };
    }),
    moreDifferences: found.moreDifferences,
    factHash: found.factHash,
    transactionHash: found.transactionHash,
  };
}
