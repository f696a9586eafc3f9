import { commissionStates, type Terms } from '@cordee/core/counting';
import { balancesOf } from '@cordee/core/ledger';
import { copyLines } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { compareStates } from './compare-states.store.ts';
import { derivedTables, ranged } from './expected-lines.store.ts';
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

interface ExpectedLine {
  readonly seq: bigint;
  readonly line: string;
}

/**
 * Re-adds and replays a workspace: the chain of facts, every decision, commission, reversal and posting against what the pure
 * core decides again from the first fact on, where each commission stands, the chain of transactions, and every stored sum
 * against its parts.
 */
export async function verify(
  tx: Tx,
  workspaceId: string,
  terms: Terms,
  onProgress?: (facts: number, total: number) => void,
): Promise<Verification> {
  const heads = await loadHeads(tx, workspaceId);
  const differences: Difference[] = [];
  let moreDifferences = 0;
  const report: Report = (check, factSeq, expected, found) => {
    if (differences.length < listed) differences.push({ check, factSeq, expected, found });
    else moreDifferences += 1;
  };
  const chains = followChains(report);
  const balances = balancesOf();
  const states = commissionStates();
  let expected: ExpectedLine[][] = derivedTables.map(() => []);
  let after = 0n;
  const state = await replayFacts(tx, {
    workspaceId,
    through: heads.countedSeq,
    terms,
    trace: true,
    withHash: true,
    // Short, so that what a step expects is garbage before it is old.
    stepSize: 4000,
    onFact(read, outcome) {
      chains.add(read, outcome);
      states.apply(read.fact, outcome);
      for (const [index, table] of derivedTables.entries()) {
        for (const line of table.lines(read.fact, outcome)) expected[index]?.push({ seq: read.fact.seq, line });
      }
      for (const posting of outcome.transaction?.postings ?? []) balances.add(posting);
    },
    async onStep(through) {
      for (const [index, table] of derivedTables.entries()) {
        await compare(tx, table.name, table.query(workspaceId, after, through), expected[index] ?? [], report);
      }
      chains.settle(await storedLinks(tx, chainQuery(workspaceId, after, through)));
      expected = derivedTables.map(() => []);
      after = through;
      onProgress?.(chains.counts.facts, Number(heads.countedSeq));
    },
  });
  const hashes = chains.end(heads);
  await compareStates(tx, workspaceId, states.all(), report);
  const sums = await sumFaults(tx, workspaceId, state.counters, balances.accounts());
  for (const fault of sums) report(fault.check, fault.factSeq, fault.expected, fault.found);
  const ledgerBalanced = sums.length === 0 && !differences.some(({ check }) => check === 'posting');
  return { ...chains.counts, ...hashes, ledgerBalanced, differences, moreDifferences };
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

async function compare(tx: Tx, table: string, query: string, expected: readonly ExpectedLine[], report: Report): Promise<void> {
  let index = 0;
  await copyLines(tx, query, (line) => {
    let wanted = expected[index];
    if (wanted?.line === line) {
      index += 1;
      return;
    }
    // One row too many or too few must not make every row after it look wrong.
    const seq = BigInt(line.slice(0, line.indexOf('\t')));
    while (wanted !== undefined && wanted.seq < seq) {
      report(table, wanted.seq, wanted.line, '(no row)');
      index += 1;
      wanted = expected[index];
    }
    if (wanted?.line === line) index += 1;
    else if (wanted?.seq === seq) {
      report(table, seq, wanted.line, line);
      index += 1;
    } else report(table, seq, '(no row)', line);
  });
  for (const missing of expected.slice(index)) report(table, missing.seq, missing.line, '(no row)');
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
