import type { Context } from './context.ts';
import { transaction, type Tx } from './db/index.ts';
import { findStored, nextKey, storeResult, type IdempotencySlot } from './idempotency.ts';
import { newUuid } from './uuid.ts';

/** What a write leaves in the audit trail, and tells by the outbox. Values are shown to owners: no secrets in them. */
export interface AuditEntry {
  /** `partner.created` */
  readonly action: string;
  /** The typed id of what was written. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Written<Result> {
  /** Plain data (bigint allowed): under an Idempotency-Key it is stored as JSON. */
  readonly result: Result;
  /** null only when nothing was written after all (a repeated request). */
  readonly audit: AuditEntry | null;
  /** What a repetition of the request is given instead of `result`: for secrets that are shown once. */
  readonly repeated?: Result;
}

/**
 * The one way to write: one transaction, scoped to the workspace for row-level security, leaving an audit row with the
 * actor. Whatever `run` throws rolls everything back. Under an Idempotency-Key the result is stored in the same transaction
 * and given back to repetitions without running again.
 */
export async function write<Result>(context: Context, run: (tx: Tx) => Promise<Written<Result>>): Promise<Result> {
  return transaction(
    context.db,
    async (tx) => {
      if (context.idempotency !== undefined) return writeOnce(tx, context, context.idempotency, run);
      const { result, audit } = await run(tx);
      if (audit !== null) await recordAudit(tx, context, audit);
      return result;
    },
    { workspaceId: context.workspaceId },
  );
}

/**
 * What this very request was answered before, for verbs of several transactions: asked before the first of them writes. Null the first
 * time, and after one that was cut off. Refuses `idempotency_conflict`.
 */
export async function answeredBefore<Result>(context: Context): Promise<Result | null> {
  const { db, workspaceId, idempotency: slot } = context;
  if (slot === undefined) return null;
  const stored = await transaction(db, (tx) => findStored(tx, workspaceId, slot.key, slot), { workspaceId });
  return stored === null ? null : (stored.value as Result);
}

/** A read in one snapshot, scoped to the workspace. */
export async function read<Result>(context: Context, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { db, workspaceId } = context;
  return transaction(db, run, { isolation: 'repeatable read', readOnly: true, workspaceId });
}

/**
 * As `read`, over two connections that see the same snapshot: what is asked for on `beside` is answered while the other is busy.
 * Neither may wait for the other in the middle of a COPY.
 */
export async function readBeside<Result>(context: Context, run: (tx: Tx, beside: Tx) => Promise<Result>): Promise<Result> {
  const { db, workspaceId } = context;
  return read(context, (tx) => transaction(db, (beside) => run(tx, beside), { snapshotOf: tx, readOnly: true, workspaceId }));
}

async function writeOnce<Result>(
  tx: Tx,
  context: Context,
  slot: IdempotencySlot,
  run: (tx: Tx) => Promise<Written<Result>>,
): Promise<Result> {
  const key = nextKey(slot);
  const stored = await findStored(tx, context.workspaceId, key, slot);
  if (stored !== null) return stored.value as Result;
  const written = await run(tx);
  if (written.audit !== null) await recordAudit(tx, context, written.audit);
  const kept = written.repeated === undefined ? written.result : written.repeated;
  await storeResult(tx, context.workspaceId, key, slot, context.now(), kept);
  return written.result;
}

/** Leaves an audit row where `write` does not: in another workspace than the context's. */
export async function recordAudit(
  tx: Tx,
  context: Pick<Context, 'workspaceId' | 'actor' | 'now' | 'requestId'>,
  entry: AuditEntry,
): Promise<void> {
  const at = context.now();
  await tx.query(
    `with kept as (
       insert into audit (workspace_id, id, at, actor, action, subject, before, after, request_id)
       values ($1, $2, to_timestamp($3::double precision / 1000), $4, $5, $6, $7, $8, $9) returning workspace_id, id
     )
     insert into outbox (workspace_id, audit_id) select workspace_id, id from kept`,
    [
      context.workspaceId,
      newUuid(at),
      at,
      JSON.stringify(context.actor),
      entry.action,
      entry.subject,
      jsonOrNull(entry.before),
      jsonOrNull(entry.after),
      context.requestId,
    ],
  );
}

function jsonOrNull(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
