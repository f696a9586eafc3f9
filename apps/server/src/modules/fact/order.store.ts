import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** The end of a workspace's record, held locked until the transaction ends: whoever holds it is the only one to append. */
export interface OrderHead {
  readonly seq: bigint;
  readonly hash: Buffer;
  /** Now, or the last recording time if the clock went back. */
  readonly recordedAt: Instant;
  readonly termsVersion: bigint;
}

/** Locks the order of a workspace. Always taken before the counting head, so that the two locks cannot wait for each other. */
export async function lockOrder(tx: Tx, workspaceId: string, now: Instant): Promise<OrderHead> {
  const [head] = await tx.query<{ seq: bigint; hash: Buffer; recorded_at: number; terms_version: bigint }>(
    `select seq, hash, recorded_at, terms_version from fact_head where workspace_id = $1 for update`,
    [workspaceId],
  );
  if (head === undefined) throw new Error(`workspace ${workspaceId} has no fact head`);
  return { seq: head.seq, hash: head.hash, recordedAt: Math.max(now, head.recorded_at), termsVersion: head.terms_version };
}

const changing = new WeakSet<Tx>();

/** Whether terms were changed in this transaction: what it reads may yet be rolled back, so nobody else may be shown it. */
export function hasChangedTerms(tx: Tx): boolean {
  return changing.has(tx);
}

/**
 * Every change of terms passes here: it takes its place in the order of facts, so that each fact was counted under terms
 * that were known when it was recorded, and no other. Returns the instant to record the change at.
 */
export async function changeTerms(tx: Tx, workspaceId: string, now: Instant): Promise<Instant> {
  const head = await lockOrder(tx, workspaceId, now);
  changing.add(tx);
  // One millisecond later than any fact before it: "known when recorded" is then a strict order.
  const recordedAt = head.recordedAt + 1;
  await tx.query(`update fact_head set terms_version = terms_version + 1, recorded_at = $2 where workspace_id = $1`, [
    workspaceId,
    new Date(recordedAt),
  ]);
  return recordedAt;
}

/** Which state of the terms is the latest: they change only behind the lock of the order. */
export async function loadTermsVersion(tx: Tx, workspaceId: string): Promise<bigint> {
  const rows = await tx.query<{ terms_version: bigint }>(`select terms_version from fact_head where workspace_id = $1`, [
    workspaceId,
  ]);
  return rows[0]?.terms_version ?? 0n;
}
