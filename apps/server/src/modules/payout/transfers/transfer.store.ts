import type { BatchProblem } from '@cordee/contract/payout-batch';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export type TransferState = 'to_send' | 'asking' | 'unknown' | 'sent' | 'refused';

/** A line whose transfer is not decided yet, with all that is asked of Stripe: none of it ever changes. */
export interface OpenTransfer {
  readonly payoutId: string;
  readonly state: 'to_send' | 'asking' | 'unknown';
  readonly amount: bigint;
  readonly currency: string;
  readonly accountId: string;
  readonly attempts: number;
  /** When an attempt was made last that nobody answered; null when there was none. */
  readonly unansweredAt: Instant | null;
}

/** The lines of an approved batch wait to be sent. */
export async function insertTransfers(
  tx: Tx,
  workspaceId: string,
  batchId: string,
  lines: readonly { readonly id: string }[],
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into payout_transfer (workspace_id, payout_id, batch_id, state, changed_at)
     select $1, l.id, $2, 'to_send', $3 from unnest($4::uuid[]) l(id)`,
    [workspaceId, batchId, new Date(at), lines.map(({ id }) => id)],
  );
}

interface OpenRow {
  payout_id: string;
  state: OpenTransfer['state'];
  amount: bigint;
  currency: string;
  bank_account_id: string;
  attempts: number;
  changed_at: Instant;
  unanswered_at: Instant | null;
}

/** What of a sent batch is not decided, in the order of its lines. An attempt that was begun counts as unanswered. */
export async function openTransfers(tx: Tx, workspaceId: string, batchId: string): Promise<OpenTransfer[]> {
  const rows = await tx.query<OpenRow>(
    `select t.payout_id, t.state, p.amount, p.currency, p.bank_account_id, t.attempts, t.changed_at, t.unanswered_at
       from payout_transfer t
       join payout p on p.workspace_id = t.workspace_id and p.id = t.payout_id
       join payout_batch b on b.workspace_id = t.workspace_id and b.id = t.batch_id
      where t.workspace_id = $1 and t.batch_id = $2 and t.state in ('to_send', 'asking', 'unknown') and b.state = 'sent'
        and p.state = 'in_payout'
      order by t.payout_id`,
    [workspaceId, batchId],
  );
  return rows.map((row) => ({
    payoutId: row.payout_id,
    state: row.state,
    amount: row.amount,
    currency: row.currency,
    accountId: row.bank_account_id,
    attempts: row.attempts,
    unansweredAt: row.state === 'asking' ? row.changed_at : row.unanswered_at,
  }));
}

/** Notes that Stripe is about to be asked, before it is: false when a person ended the line meanwhile, or another asked. */
export async function beginAttempt(
  tx: Tx,
  workspaceId: string,
  { payoutId, attempts, unansweredAt }: OpenTransfer,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query<{ payout_id: string }>(
    `update payout_transfer set state = 'asking', attempts = attempts + 1, changed_at = $3, unanswered_at = $4
      where workspace_id = $1 and payout_id = $2 and state in ('to_send', 'asking', 'unknown') and attempts = $5
      returning payout_id`,
    [workspaceId, payoutId, new Date(at), unansweredAt === null ? null : new Date(unansweredAt), attempts],
  );
  return rows.length === 1;
}

export interface TransferStanding {
  readonly state: TransferState;
  readonly at: Instant;
  readonly transferId?: string;
  readonly problem?: string;
  readonly unansweredAt?: Instant | null;
}

/** Where a transfer stands after an answer, or none; what was decided stays as it is. */
export async function setStanding(
  tx: Tx,
  workspaceId: string,
  payoutId: string,
  { state, at, transferId, problem, unansweredAt = null }: TransferStanding,
): Promise<void> {
  await tx.query(
    `update payout_transfer set state = $3, changed_at = $4, transfer_id = $5, problem = $6, unanswered_at = $7
      where workspace_id = $1 and payout_id = $2 and state in ('to_send', 'asking', 'unknown')`,
    [
      workspaceId,
      payoutId,
      state,
      new Date(at),
      transferId ?? null,
      problem ?? null,
      unansweredAt === null ? null : new Date(unansweredAt),
    ],
  );
}

/** Takes a line back nobody ever asked for; false when somebody may have. */
export async function withdrawTransfer(tx: Tx, workspaceId: string, payoutId: string, at: Instant): Promise<boolean> {
  const rows = await tx.query<{ payout_id: string }>(
    `update payout_transfer set state = 'refused', changed_at = $3, problem = 'withdrawn'
      where workspace_id = $1 and payout_id = $2 and state = 'to_send' returning payout_id`,
    [workspaceId, payoutId, new Date(at)],
  );
  return rows.length === 1;
}

/** Whether somebody may have been paid of whom Stripe did not say so yet. */
export async function hasDoubts(tx: Tx, workspaceId: string): Promise<boolean> {
  const rows = await tx.query<{ found: number }>(
    `select 1 as found from payout_transfer where workspace_id = $1 and state in ('asking', 'unknown') limit 1`,
    [workspaceId],
  );
  return rows.length > 0;
}

/** What keeps the transfers of a batch from being sent; null when nothing does. */
export async function setProblem(tx: Tx, workspaceId: string, batchId: string, problem: BatchProblem | null): Promise<void> {
  await tx.query(`update payout_batch set problem = $3 where workspace_id = $1 and id = $2 and problem is distinct from $3`, [
    workspaceId,
    batchId,
    problem,
  ]);
}
