import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface WaitingWaiver {
  readonly id: string;
  readonly amount: bigint;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
}

/** The waiver of a plan that waits for somebody else, or null. */
export async function findWaitingWaiver(tx: Tx, workspaceId: string, planId: string): Promise<WaitingWaiver | null> {
  const [row] = await tx.query<{ id: string; amount: bigint; reason: string; asked_by: string; asked_at: Instant }>(
    `select id, amount, reason, asked_by, asked_at from debt_waiver
      where workspace_id = $1 and plan_id = $2 and state = 'waiting'`,
    [workspaceId, planId],
  );
  if (row === undefined) return null;
  return { id: row.id, amount: row.amount, reason: row.reason, askedBy: row.asked_by, askedAt: row.asked_at };
}

export async function insertWaiver(tx: Tx, workspaceId: string, planId: string, waiver: WaitingWaiver): Promise<void> {
  const { id, amount, reason, askedBy, askedAt } = waiver;
  await tx.query(
    `insert into debt_waiver (workspace_id, id, plan_id, amount, reason, asked_by, asked_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting')`,
    [workspaceId, id, planId, amount, reason, askedBy, new Date(askedAt)],
  );
}

export interface WaiverDecision {
  readonly state: 'approved' | 'refused';
  readonly by: string;
  readonly at: Instant;
  readonly reason: string | null;
}

/** Decides about a waiver that waits; false when it no longer does. */
export async function decideWaiver(tx: Tx, workspaceId: string, id: string, decision: WaiverDecision): Promise<boolean> {
  const { state, by, at, reason } = decision;
  const rows = await tx.query<{ id: string }>(
    `update debt_waiver set state = $3, decided_by = $4, decided_at = $5, decision_reason = $6
      where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
    [workspaceId, id, state, by, new Date(at), reason],
  );
  return rows.length === 1;
}
