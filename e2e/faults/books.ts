import { contextFor } from '../../apps/server/test/app.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyWorkspace, type Verification } from '../../apps/server/src/modules/counting/index.ts';
import { allSums } from '../../apps/server/src/modules/ledger/index.ts';
import {
  APPLICATION_ROLE,
  openDatabase,
  transaction,
  withWorkspace,
  type Database,
  type Tx,
} from '../../apps/server/src/platform/db/index.ts';
import { decodeId } from '@cordee/core/ids';
import type { Acknowledged } from './load.ts';

/** How what is stored compares with what was acknowledged. */
export interface Account {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  /** What `verify` found. */
  readonly differences: number;
  readonly faults: readonly string[];
}

/** Works on the database as the application, then closes. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ url, max: 3, role: APPLICATION_ROLE, onIdleError: () => undefined });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

export function inWorkspace<T>(db: Database, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return work(tx);
  });
}

export function uuidOfWorkspace(typed: string): string {
  const uuid = decodeId('wsp', typed);
  if (uuid === null) throw new Error(`not a workspace: ${typed}`);
  return uuid;
}

export function verified(db: Database, workspaceId: string): Promise<Verification> {
  return verifyWorkspace(contextFor(db, workspaceId));
}

/** Waits until every fact is counted; false when that does not happen by itself in time. */
export async function allCounted(db: Database, workspaceId: string, patienceMs = 15_000): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const [row] = await inWorkspace(db, workspaceId, (tx) =>
      tx.query<{ behind: boolean }>(
        `select f.seq > c.counted_seq as behind from fact_head f join count_head c using (workspace_id) where f.workspace_id = $1`,
        [workspaceId],
      ),
    );
    if (row?.behind === false) return true;
    if (Date.now() > deadline) return false;
    await wait(50);
  }
}

/** Compares what was acknowledged with what stands in the database, and verifies the books. */
export async function account(db: Database, workspaceId: string, kept: Acknowledged): Promise<Account> {
  const faults: string[] = [];
  if (!(await allCounted(db, workspaceId))) faults.push('facts stay uncounted');
  const facts = await inWorkspace(db, workspaceId, (tx) =>
    tx.query<{ kind: string; external_id: string; copies: bigint }>(
      `select kind, external_id, count(*) as copies from fact where workspace_id = $1 group by kind, external_id`,
      [workspaceId],
    ),
  );
  const clicks = await inWorkspace(db, workspaceId, (tx) =>
    tx.query<{ id: string; copies: bigint }>(`select id, count(*) as copies from click where workspace_id = $1 group by id`, [
      workspaceId,
    ]),
  );
  const stored = new Set(facts.map(({ kind, external_id }) => `${kind} ${external_id}`));
  const storedClicks = new Set(clicks.map(({ id }) => id));
  const lost = [
    ...[...kept.events.keys()].filter((event) => !stored.has(event)),
    ...[...kept.clicks].filter((click) => !storedClicks.has(decodeId('clk', click) ?? '')),
  ];
  const doubled = [...facts.map(({ copies }) => copies), ...clicks.map(({ copies }) => copies)].filter((copies) => copies > 1n);
  const verification = await verified(db, workspaceId);
  const differences = verification.differences.length + verification.moreDifferences;
  if (differences > 0) faults.push(`verify: ${textOf(verification.differences[0])}`);
  if (!verification.ledgerBalanced) faults.push('the ledger is not balanced');
  const pending = await pendingOf(db, workspaceId);
  if (pending !== Math.round(kept.earned)) faults.push(`${pending} is pending, ${Math.round(kept.earned)} was earned`);
  if (lost.length > 0) faults.push(`lost: ${lost.slice(0, 5).join(', ')}`);
  return { acknowledged: kept.events.size + kept.clicks.size, lost: lost.length, doubled: doubled.length, differences, faults };
}

async function pendingOf(db: Database, workspaceId: string): Promise<number> {
  const sums = await inWorkspace(db, workspaceId, (tx) => allSums(tx, workspaceId));
  const pending = sums.filter(({ account: name }) => name === 'pending');
  return Number(pending.reduce((sum, { credits, debits }) => sum + credits - debits, 0n));
}

/** Every account of every partner: debits and credits, in a form to compare. */
export async function ledgerOf(db: Database, workspaceId: string): Promise<string[]> {
  const sums = await inWorkspace(db, workspaceId, (tx) => allSums(tx, workspaceId));
  return sums
    .map(({ partnerId, currency, account: name, debits, credits }) => `${partnerId} ${currency} ${name} ${credits - debits}`)
    .toSorted();
}

export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
