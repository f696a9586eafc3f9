import { canonicalTransaction, commissionStates, type Terms } from '@cordee/core/counting';
import { balancesOf } from '@cordee/core/ledger';
import { BinaryRows } from '../../../platform/db/binary-rows.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { compareStates } from './compare-states.store.ts';
import { countedTables } from './derived-tables.store.ts';
import { listDifferences, type Difference } from './differences.ts';
import type { ChainHeads } from './follow-chains.ts';
import { replayFacts } from './replay-facts.ts';
import type { StepChecks } from './step-checks.store.ts';
import { sumFaults } from './sum-faults.store.ts';
import type { OpenBeside } from './threads/snapshot-place.ts';

export interface Verification {
  readonly facts: number;
  readonly transactions: number;
  readonly postings: number;
  readonly ledgerBalanced: boolean;
  readonly differences: readonly Difference[];
  /** Beyond what is listed. */
  readonly moreDifferences: number;
  readonly factHash: string;
  readonly transactionHash: string;
}

export type ToldProgress = (facts: number, total: number) => void;

/** Short, so that what a step expects is garbage before it is old. */
const stepSize = 4000;

/**
 * Re-adds and replays a workspace: the chain of facts, every decision, commission, reversal and posting against what the pure
 * core decides again from the first fact on, where each commission stands, the chain of transactions, and every stored sum
 * against its parts. The facts of a step are counted while `checks` compares the step before.
 */
export async function verify(
  tx: Tx,
  openBeside: OpenBeside,
  { workspaceId, terms }: { readonly workspaceId: string; readonly terms: Terms },
  checks: StepChecks,
  onProgress?: ToldProgress,
): Promise<Verification> {
  const heads = await loadHeads(tx, workspaceId);
  const total = heads.countedSeq;
  const balances = balancesOf();
  const states = commissionStates();
  const counts = { facts: 0, transactions: 0, postings: 0 };
  const tables = countedTables.map((table) => ({ ...table, expected: new BinaryRows() }));
  let [lines, books]: [Uint8Array[], string[]] = [[], []];
  let after = 0n;
  let checked = Promise.resolve();
  const state = await replayFacts(tx, {
    workspaceId,
    through: total,
    terms,
    trace: true,
    stepSize,
    onLines: (run) => lines.push(new Uint8Array(run)),
    onFact(fact, outcome) {
      counts.facts += 1;
      states.apply(fact, outcome);
      for (const table of tables) table.add(table.expected, workspaceId, fact, outcome);
      const { transaction } = outcome;
      if (transaction === null) return;
      counts.transactions += 1;
      counts.postings += transaction.postings.length;
      books.push(canonicalTransaction(transaction, fact.recordedAt));
      for (const posting of transaction.postings) balances.add(posting);
    },
    async onStep(through) {
      await checked;
      const rows = tables.map(({ expected }) => new Uint8Array(expected.take()));
      checked = checks.check({ after, through, facts: lines, books: books.join('\n'), rows });
      checked.catch(() => undefined);
      [after, lines, books] = [through, [], []];
      onProgress?.(counts.facts, Number(total));
    },
  });
  await checked;
  const { factHash, transactionHash, ...found } = await checks.end(heads);
  const { report, all } = listDifferences(found);
  const [sums] = await Promise.all([
    openBeside((beside) => sumFaults(beside, workspaceId, state.counters, balances.accounts())),
    compareStates(tx, workspaceId, () => states.all(), report),
  ]);
  for (const fault of sums) report(fault.check, fault.factSeq, fault.expected, fault.found);
  const { differences, more } = all();
  const ledgerBalanced = sums.length === 0 && !differences.some(({ check }) => check === 'posting');
  return { ...counts, ledgerBalanced, differences, moreDifferences: more, factHash, transactionHash };
}

async function loadHeads(tx: Tx, workspaceId: string): Promise<ChainHeads> {
  const rows = await tx.query<{ seq: bigint; hash: string; counted_seq: bigint; transaction_hash: string }>(
    `select f.seq, encode(f.hash, 'hex') as hash, c.counted_seq, encode(c.transaction_hash, 'hex') as transaction_hash
       from fact_head f join count_head c using (workspace_id) where f.workspace_id = $1`,
    [workspaceId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`workspace ${workspaceId} has no heads`);
  return { factSeq: row.seq, factHash: row.hash, countedSeq: row.counted_seq, transactionHash: row.transaction_hash };
}
