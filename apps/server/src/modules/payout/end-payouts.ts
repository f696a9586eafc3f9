import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { recordExclusively } from '../counting/index.ts';
import { closeFinished } from './batches/batch.store.ts';
import { payoutFact } from './payout-fact.ts';
import { endPayout, selectPayoutsById } from './payout.store.ts';

/** How a payout ended. */
export interface Ending {
  readonly payoutId: string;
  readonly state: 'paid' | 'rejected';
  readonly reason?: string;
  /** What the rail calls a payment that arrived. */
  readonly settlement?: string;
}

const kinds = { paid: 'payout_confirmed', rejected: 'payout_rejected' } as const;

/** Ends payouts that are under way, each by a fact of its own; those that have ended are left as they are. Which were ended now. */
export async function endAll(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  endings: readonly Ending[],
): Promise<ReadonlySet<string>> {
  const ended = new Set<string>();
  if (endings.length === 0) return ended;
  const batches = new Set<string>();
  await recordExclusively(tx, workspaceId, now, async (first) => {
    const ids = endings.map(({ payoutId }) => payoutId);
    const open = await selectPayoutsById(tx, workspaceId, ids, 'in_payout');
    const facts = [];
    for (const { payoutId, state, reason, settlement } of endings) {
      const payout = open.get(payoutId);
      if (payout === undefined || ended.has(payoutId)) continue;
      const seq = first.seq + BigInt(facts.length);
      await endPayout(tx, workspaceId, payoutId, { state, endedSeq: seq, reason, settlement });
      facts.push(payoutFact(payout, kinds[state], first.recordedAt, reason));
      ended.add(payoutId);
      if (payout.batchId !== null) batches.add(payout.batchId);
    }
    return facts;
  });
  await closeFinished(tx, workspaceId, [...batches], now);
  return ended;
}
