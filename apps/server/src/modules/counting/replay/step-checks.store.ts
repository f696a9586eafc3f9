import { transactionOf } from '@cordee/core/counting';
import { BinaryRows } from '../../../platform/db/binary-rows.ts';
import { literalUuid, copyLines } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { addPostings } from '../../ledger/index.ts';
import { compareRows } from './compare-rows.store.ts';
import { countedTables, postingTable } from './derived-tables.store.ts';
import { listDifferences, type Differences } from './differences.ts';
import { followChains, type ChainHeads, type StoredLink } from './follow-chains.ts';

/** What some facts are, and what must have come of them. Plain data: it may be checked in another thread. */
export interface Step {
  /** Exclusive. */
  readonly after: bigint;
  /** Inclusive. */
  readonly through: bigint;
  /** Their lines, as `readFacts` tells them. */
  readonly facts: readonly Uint8Array[];
  /** The canonical texts of their transactions, a line each. */
  readonly books: string;
  /** The rows of each of `countedTables`. */
  readonly rows: readonly Uint8Array[];
}

/** Where both chains end, and what was found on the way. */
export interface Checked extends Differences {
  readonly factHash: string;
  readonly transactionHash: string;
}

/** Compares what is stored with what must be, step by step, from the first fact on. */
export interface StepChecks {
  check(step: Step): Promise<void>;
  end(heads: ChainHeads): Promise<Checked>;
}

const tables = [...countedTables, postingTable];

/** Checks what `tx` sees. */
export function checksOver(tx: Tx, workspaceId: string): StepChecks {
  const { report, all } = listDifferences();
  const chains = followChains(report);
  return {
    async check({ after, through, facts, books, rows }) {
      chains.expect(await storedLinks(tx, workspaceId, `fact_seq > ${after} and fact_seq <= ${through}`));
      const transactions = books === '' ? [] : books.split('\n');
      let next = 0;
      for (const run of facts) {
        for (const line of bufferOf(run).toString('utf8').split('\n')) {
          const canonical = transactions[next];
          const isItsOwn = canonical !== undefined && isOfFact(canonical, line);
          if (isItsOwn) next += 1;
          chains.add(line, isItsOwn ? canonical : null);
        }
      }
      const expectedRows = [...rows.map(bufferOf), postingRows(workspaceId, transactions)];
      for (const [index, { name, columns, query }] of tables.entries()) {
        const expected = expectedRows[index] ?? Buffer.alloc(0);
        await compareRows(tx, { table: name, columns, query: query(workspaceId, after, through), expected }, report);
      }
    },
    async end(heads) {
      // Nothing is to be booked beyond what is counted.
      chains.expect(await storedLinks(tx, workspaceId, `fact_seq > ${heads.countedSeq}`));
      return { ...chains.end(heads), ...all() };
    },
  };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function postingRows(workspaceId: string, transactions: readonly string[]): Buffer {
  const rows = new BinaryRows();
  for (const canonical of transactions) addPostings(rows, workspaceId, transactionOf(canonical));
  return rows.take();
}

/** Both begin with the number of the fact. */
function isOfFact(canonical: string, line: string): boolean {
  const end = line.indexOf('\t');
  return canonical.charCodeAt(end) === 0x1f && canonical.startsWith(line.slice(0, end));
}

async function storedLinks(tx: Tx, workspaceId: string, range: string): Promise<StoredLink[]> {
  const links: StoredLink[] = [];
  const query =
    `select fact_seq, kind, encode(hash, 'hex') from ledger_transaction` +
    ` where workspace_id = ${literalUuid(workspaceId)} and ${range} order by fact_seq`;
  await copyLines(tx, query, (line) => {
    const [seq = '', kind = '', hash = ''] = line.split('\t');
    links.push({ seq: BigInt(seq), kind, hash });
  });
  return links;
}
