import type { Instant } from '@cordee/core/time';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from '../../platform/db/index.ts';
import { CustomerList, saveCustomerList } from './customer.store.ts';
import type { SpelledFact } from './draft.ts';
import { factChain } from './fact-chain.ts';
import { factRowTarget, FactRows } from './fact-rows.ts';
import { moveFactHead } from './fact.store.ts';
import { lockOrder } from './order.store.ts';
import type { SavedCustomers } from './saved-customers.ts';

const UNIQUE_VIOLATION = '23505';
/** What is sent at once: enough that neither side wakes up for little. */
const pieceBytes = 96 * 1024;

/**
 * Records new facts that stand alone as they are read, a slice at a time, without looking any of them up: each slice is
 * numbered, chained and copied in behind the order of the workspace while the database still stores the one before. Returns how
 * many there were, or null, with nothing recorded, when one of them was known already, came twice, or is waited for: the caller
 * then takes the way that looks first. Reading must not use the transaction.
 */
export async function recordBulk(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  slices: AsyncIterable<readonly SpelledFact[]>,
  saved: SavedCustomers,
): Promise<number | null> {
  const head = await lockOrder(tx, workspaceId, now);
  const chain = factChain(workspaceId, head);
  const rows = new FactRows(workspaceId, head.recordedAt);
  const customers = new CustomerList();
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const slice of slices) {
      for (const fact of slice) {
        rows.add(chain.addLone(fact), fact.inputHash, chain.hash());
        if (fact.customer !== null && saved.isNew(fact.customer)) customers.add(fact.customer);
      }
      customers.settle();
      if (rows.length >= pieceBytes) yield rows.take();
    }
    yield rows.takeLast();
  }
  await tx.raw((client) => client.query('savepoint record_bulk'));
  if (!(await copyNew(tx, pieces())) || (await someIsAwaited(tx, workspaceId, head.seq))) {
    await tx.raw((client) => client.query('rollback to savepoint record_bulk; release savepoint record_bulk'));
    saved.forget();
    return null;
  }
  await saveCustomerList(tx, workspaceId, customers, head.recordedAt);
  const end = chain.end();
  await moveFactHead(tx, workspaceId, head, { ...head, ...end });
  await tx.raw((client) => client.query('release savepoint record_bulk'));
  return Number(end.seq - head.seq);
}

/** False when one of the rows has a key that is taken. */
async function copyNew(tx: Tx, pieces: AsyncIterable<Buffer>): Promise<boolean> {
  return tx.raw(async (client) => {
    try {
      await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${factRowTarget} from stdin (format binary)`)));
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  });
}

/** Whether a fact that came earlier names one of those behind `seq`: it must be recorded again behind it. */
async function someIsAwaited(tx: Tx, workspaceId: string, seq: bigint): Promise<boolean> {
  const [any] = await tx.query(
    `select 1 from fact
      where workspace_id = $1 and awaits is not null limit 1`,
    [workspaceId],
  );
  if (any === undefined) return false;
  const [awaited] = await tx.query(
    `select 1 from fact f
      -- One index look-up each, whatever the planner thinks of a table that grows faster than its statistics.
      cross join lateral (
        select 1 from fact where workspace_id = $1 and awaits = f.source || U&'\\001F' || f.external_id limit 1) w
      where f.workspace_id = $1 and f.seq > $2 limit 1`,
    [workspaceId, seq],
  );
  return awaited !== undefined;
}
