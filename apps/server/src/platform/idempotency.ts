import type { Tx } from './db/index.ts';
import { Refusal } from './refusal.ts';

/** An Idempotency-Key on its way through a request; the verb's own transaction looks it up and stores under it. */
export interface IdempotencySlot {
  readonly key: string;
  readonly route: string;
  /** What was asked, by whom: the same key with another hash is a conflict. */
  readonly inputHash: Buffer;
  /** Writes of this request so far: each has its own row. */
  uses: number;
  /** True once a stored result was given back. */
  replayed: boolean;
}

export interface StoredResult {
  readonly value: unknown;
}

/** The row key of the next write under this slot. */
export function nextKey(slot: IdempotencySlot): string {
  slot.uses += 1;
  return slot.uses === 1 ? slot.key : `${slot.key}#${slot.uses}`;
}

/**
 * The result stored under the key, or null. Holds a lock on the key until the transaction ends, so that of two requests
 * arriving together the second waits for the first and then finds its result. Refuses `idempotency_conflict`.
 */
export async function findStored(tx: Tx, workspaceId: string, key: string, slot: IdempotencySlot): Promise<StoredResult | null> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`idempotency ${workspaceId} ${key}`]);
  const [row] = await tx.query<{ route: string; input_hash: Buffer; answer: unknown }>(
    'select route, input_hash, answer::text as answer from idempotency where workspace_id = $1 and key = $2',
    [workspaceId, key],
  );
  if (row === undefined) return null;
  if (row.route !== slot.route || !row.input_hash.equals(slot.inputHash)) throw new Refusal('idempotency_conflict');
  slot.replayed = true;
  return { value: decodeResult(String(row.answer)) };
}

export async function storeResult(tx: Tx, workspaceId: string, key: string, slot: IdempotencySlot, at: number, result: unknown) {
  await tx.query(
    `insert into idempotency (workspace_id, key, route, input_hash, status, answer, created_at)
     values ($1, $2, $3, $4, 0, $5::json, to_timestamp($6::double precision / 1000))`,
    [workspaceId, key, slot.route, slot.inputHash, encodeResult(result), at],
  );
}

/** Removes what was stored before the instant, in this workspace; how many rows. Requests that old run afresh. */
export async function forgetResults(tx: Tx, workspaceId: string, before: number): Promise<number> {
  const rows = await tx.query(
    `delete from idempotency where workspace_id = $1 and created_at < to_timestamp($2::double precision / 1000) returning key`,
    [workspaceId, before],
  );
  return rows.length;
}

// JSON knows no bigint and no undefined; results of verbs do.
function encodeResult(result: unknown): string {
  return JSON.stringify({ result }, (_, value: unknown) => (typeof value === 'bigint' ? { $bigint: String(value) } : value));
}

function decodeResult(text: string): unknown {
  const stored = JSON.parse(text, (_, value: unknown) => (isStoredBigint(value) ? BigInt(value.$bigint) : value)) as {
    result?: unknown;
  };
  return stored.result;
}

function isStoredBigint(value: unknown): value is { $bigint: string } {
  return typeof value === 'object' && value !== null && '$bigint' in value && typeof value.$bigint === 'string';
}
