import type { Instant } from '@cordee/core/time';
import { copyPieces } from '../../platform/db/copy.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { CustomerDraft, FactDraft } from './draft.ts';
import { factChain } from './fact-chain.ts';
import { factTarget, moveFactHead, saveCustomers } from './fact.store.ts';
import { lockOrder, type OrderHead } from './order.store.ts';

/** Customers this run has saved already, so that a buyer of many orders is written once. */
export type SavedCustomers = Set<string>;

const UNIQUE_VIOLATION = '23505';
const mostSaved = 200_000;

/**
 * Records many new facts at once, without looking any of them up: numbered, chained and copied in behind the order of their
 * workspace. For facts that stand alone (`canRecordBulk`). Returns false, with nothing recorded, when one of the keys exists
 * already or twice: the caller then takes the way that looks first.
 */
export async function recordBulk(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  drafts: readonly FactDraft[],
  saved: SavedCustomers,
): Promise<boolean> {
  const head = await lockOrder(tx, workspaceId, now);
  if (await somethingAwaits(tx, workspaceId, drafts)) return false;
  const customers = unsaved(drafts, saved);
  await tx.raw((client) => client.query('savepoint record_bulk'));
  try {
    await saveCustomers(tx, workspaceId, customers, head.recordedAt);
    await copyFacts(tx, workspaceId, head, drafts);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await tx.raw((client) => client.query('rollback to savepoint record_bulk; release savepoint record_bulk'));
    return false;
  }
  await tx.raw((client) => client.query('release savepoint record_bulk'));
  if (saved.size > mostSaved) saved.clear();
  for (const { draft } of customers) if (draft.customer !== null) saved.add(draft.customer.id);
  return true;
}

/** Whether a fact depends on none other: nothing to aim at, no clicks to look up, nothing to check it against. */
export function canRecordBulk(draft: FactDraft): boolean {
  return draft.target === null && draft.clickId === null && draft.visitorId === null && !draft.strict;
}

// Facts that came before what they are about name its key; they must be recorded again behind it.
async function somethingAwaits(tx: Tx, workspaceId: string, drafts: readonly FactDraft[]): Promise<boolean> {
  const [any] = await tx.query(
    `select 1 from fact
      where workspace_id = $1 and awaits is not null limit 1`,
    [workspaceId],
  );
  if (any === undefined) return false;
  const keys = drafts.map(({ source, externalId }) => `${source}\u001F${externalId}`);
  const [awaited] = await tx.query(
    `select 1 from fact
      where workspace_id = $1 and awaits = any($2::text[]) limit 1`,
    [workspaceId, keys],
  );
  return awaited !== undefined;
}

function unsaved(drafts: readonly FactDraft[], saved: SavedCustomers): { draft: { customer: CustomerDraft | null } }[] {
  const fresh = new Map<string, CustomerDraft>();
  for (const { customer } of drafts) if (customer !== null && !saved.has(customer.id)) fresh.set(customer.id, customer);
  return [...fresh.values()].map((customer) => ({ draft: { customer } }));
}

/** Facts a piece of COPY holds: numbered and chained while the database stores the piece before. */
const pieceLength = 500;

async function copyFacts(tx: Tx, workspaceId: string, head: OrderHead, drafts: readonly FactDraft[]): Promise<void> {
  const chain = factChain(workspaceId, head);
  function* pieces(): Generator<string> {
    for (let start = 0; start < drafts.length; start += pieceLength) {
      let rows = '';
      for (const draft of drafts.slice(start, start + pieceLength))
        rows += chain.add({ draft, targetSeq: null, body: draft.body }).row;
      yield rows;
    }
  }
  await copyPieces(tx, factTarget, pieces());
  await moveFactHead(tx, workspaceId, head, { ...head, ...chain.end() });
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
