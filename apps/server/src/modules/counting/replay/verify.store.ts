import { commissionStates, type Terms } from '@cordee/core/counting';
import { balancesOf } from '@cordee/core/ledger';
import { BinaryRows } from '../../../platform/db/binary-rows.ts';
import { copyLines } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { compareRows } from './compare-rows.store.ts';
import { compareStates } from './compare-states.store.ts';
import { derivedTables, ranged } from './derived-tables.store.ts';
import { followChains, type ChainHeads, type Report, type StoredLink } from './follow-chains.ts';
import { replayFacts } from './replay-facts.ts';
import { sumFaults } from './sum-faults.store.ts';

export interface Difference {
  /** What is wrong: a table that differs, a broken chain, a sum that does not add up. */
  readonly check: string;
  readonly factSeq: bigint | null;
  readonly expected: string;
  readonly found: string;
}

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

const listed = 50;

/** Short, so that what a step expects is garbage before it is old. */
const stepSize = 4000;

/**
 * Re-adds and replays a workspace: the chain of facts, every decision, commission, reversal and posting against what the pure
 * core decides again from the first fact on, where each commission stands, the chain of transactions, and every stored sum
 * against its parts. The facts of a step are counted while, on `beside`, the rows of the step before are compared and the links
 * of the next are read: both connections see the same snapshot.
 */
export async function verify(
  tx: Tx,
  beside: Tx,
  workspaceId: string,
  terms: Terms,
  onProgress?: (facts: number, total: number) => void,
): Promise<Verification> {
  const heads = await loadHeads(tx, workspaceId);
  const total = heads.countedSeq;
  const { differences, more, report } = listDifferences();
  const chains = followChains(report);
  const balances = balancesOf();
  const states = commissionStates();
  const tables = derivedTables.map((table) => ({ ...table, expected: new BinaryRows() }));
  const linksAfter = (seq: bigint) => storedLinks(beside, chainQuery(workspaceId, seq, seq + BigInt(stepSize)));
  chains.expect(await linksAfter(0n));
  let compared: Promise<readonly StoredLink[]> = linksAfter(BigInt(stepSize));
  let after = 0n;
  const state = await replayFacts(tx, {
    workspaceId,
    through: total,
    terms,
    trace: true,
    withHash: true,
    stepSize,
    onFact(read, outcome) {
      chains.add(read, outcome);
      states.apply(read.fact, outcome);
      for (const table of tables) table.add(table.expected, workspaceId, read.fact, outcome);
      for (const posting of outcome.transaction?.postings ?? []) balances.add(posting);
    },
    async onStep(through) {
      chains.expect(await compared);
      const step = tables.map(({ name, columns, query, expected }) => ({
        table: name,
        columns,
        query: query(workspaceId, after, through),
        expected: expected.take(),
      }));
      compared = (async () => {
        for (const comparison of step) await compareRows(beside, comparison, report);
        return linksAfter(through + BigInt(stepSize));
      })();
      compared.catch(() => undefined);
      after = through;
      onProgress?.(chains.counts.facts, Number(total));
    },
  });
  await compared;
  const hashes = chains.end(heads);
  await compareStates(tx, workspaceId, states.all(), report);
  const sums = await sumFaults(tx, workspaceId, state.counters, balances.accounts());
  for (const fault of sums) report(fault.check, fault.factSeq, fault.expected, fault.found);
  const ledgerBalanced = sums.length === 0 && !differences.some(({ check }) => check === 'posting');
  return { ...chains.counts, ...hashes, ledgerBalanced, differences, moreDifferences: more() };
}

function listDifferences() {
  const differences: Difference[] = [];
  let more = 0;
  const report: Report = (check, factSeq, expected, found) => {
    if (differences.length < listed) differences.push({ check, factSeq, expected, found });
    else more += 1;
  };
  return { differences, more: () => more, report };
}

const chainQuery = ranged('ledger_transaction', `fact_seq, kind, encode(hash, 'hex')`, 'fact_seq');

async function storedLinks(tx: Tx, query: string): Promise<StoredLink[]> {
  const links: StoredLink[] = [];
  await copyLines(tx, query, (line) => {
    const [seq = '', kind = '', hash = ''] = line.split('\t');
    links.push({ seq: BigInt(seq), kind, hash });
  });
  return links;
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
