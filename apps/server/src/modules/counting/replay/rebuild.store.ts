import { commissionStates, type CommissionState, type Terms } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import { lockOrder } from '../../fact/index.ts';
import { rebuildSnapshots } from '../../ledger/index.ts';
import { counterEntity } from '../counter-entity.ts';
import { waitForCountingLock } from '../counting-lock.store.ts';
import { loadCountHead } from '../counting.store.ts';
import { replayFacts } from './replay-facts.ts';

export interface Rebuilt {
  readonly facts: number;
  readonly counters: number;
  /** Commissions whose state was wrong. */
  readonly commissions: number;
}

const chunk = 5000;

/**
 * Rebuilds what is derived and may be rewritten: counters, the states of commissions, balance snapshots. Decisions,
 * commissions and the books themselves are never rewritten: `verify` says whether they are what the facts give.
 */
export async function rebuild(
  tx: Tx,
  workspaceId: string,
  terms: Terms,
  now: number,
  onProgress?: (facts: number, total: number) => void,
): Promise<Rebuilt> {
  await lockOrder(tx, workspaceId, now);
  await waitForCountingLock(tx, workspaceId);
  const { countedSeq } = await loadCountHead(tx, workspaceId);
  const states = commissionStates();
  let facts = 0;
  const state = await replayFacts(tx, {
    workspaceId,
    through: countedSeq,
    terms,
    trace: false,
    onFact: (fact, outcome) => {
      states.apply(fact, outcome);
      facts += 1;
    },
    onStep: async () => onProgress?.(facts, Number(countedSeq)),
  });
  await replaceCounters(tx, workspaceId, state.counters);
  const commissions = await correctStates(tx, workspaceId, states.all());
  await rebuildSnapshots(tx, workspaceId, countedSeq);
  return { facts, counters: state.counters.size, commissions };
}

async function replaceCounters(tx: Tx, workspaceId: string, counters: ReadonlyMap<string, bigint>): Promise<void> {
  await tx.query(`delete from counter where workspace_id = $1`, [workspaceId]);
  const all = [...counters];
  for (let start = 0; start < all.length; start += chunk) {
    const part = all.slice(start, start + chunk);
    await tx.query(
      `insert into counter (workspace_id, entity, key, value)
       select $1, c.entity, c.key, c.value from unnest($2::text[], $3::text[], $4::bigint[]) as c (entity, key, value)`,
      [workspaceId, part.map(([key]) => counterEntity(key)), part.map(([key]) => key), part.map(([, value]) => value)],
    );
  }
}

async function correctStates(tx: Tx, workspaceId: string, states: Iterable<CommissionState>): Promise<number> {
  let corrected = 0;
  let part: CommissionState[] = [];
  const flush = async () => {
    const rows = await tx.query(
      `update commission c set status = s.status, blocks = s.blocks, reversed = s.reversed, payout_seq = s.payout_seq,
          settled_in = s.settled_in
        from unnest($2::bigint[], $3::int[], $4::text[], $5::bigint[], $6::bigint[], $7::smallint[], $8::text[])
          as s (fact_seq, number, status, reversed, payout_seq, blocks, settled_in)
        where c.workspace_id = $1 and c.fact_seq = s.fact_seq and c.number = s.number
          and (c.status, c.reversed, c.payout_seq, c.blocks, c.settled_in)
            is distinct from (s.status, s.reversed, s.payout_seq, s.blocks, s.settled_in)
        returning c.number`,
      [
        workspaceId,
        part.map((state) => state.factSeq),
        part.map((state) => state.number),
        part.map((state) => state.status),
        part.map((state) => state.reversed),
        part.map((state) => state.payoutSeq),
        part.map((state) => state.blocks),
        part.map((state) => state.settledIn),
      ],
    );
    corrected += rows.length;
    part = [];
  };
  for (const state of states) {
    part.push(state);
    if (part.length >= chunk) await flush();
  }
  if (part.length > 0) await flush();
  return corrected;
}
