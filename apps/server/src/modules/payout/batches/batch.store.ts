import type { PayoutBatchState } from '@cordee/contract/payout-batch';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface BatchRecord {
  readonly id: string;
  readonly state: PayoutBatchState;
  readonly executionDate: LocalDate;
  readonly accountId: string;
  readonly accountHint: string;
  readonly remittance: string;
  readonly lines: number;
  readonly amount: bigint;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly reason: string | null;
  readonly fileVersion: '09' | '03';
  readonly fileSha256: string | null;
  readonly inPayout: number;
  readonly paid: number;
  readonly rejected: number;
}

interface BatchRow {
  id: string;
  state: PayoutBatchState;
  execution_date: string;
  account_id: string;
  account_hint: string;
  remittance: string;
  lines: number;
  amount: bigint;
  created_at: Instant;
  created_by: string;
  approved_at: Instant | null;
  approved_by: string | null;
  sent_at: Instant | null;
  ended_at: Instant | null;
  reason: string | null;
  file_version: '09' | '03';
  file_sha256: string | null;
  in_payout: number;
  paid: number;
  rejected: number;
}

export interface BatchFilter {
  readonly id?: string;
  readonly state?: PayoutBatchState | undefined;
  /** Ids sort by the time they were made. */
  readonly before?: string | null;
  readonly limit: number;
}

/** Batches with the states of their lines, newest first. */
export async function selectBatches(tx: Tx, workspaceId: string, filter: BatchFilter): Promise<BatchRecord[]> {
  const rows = await tx.query<BatchRow>(
    `select b.id, b.state, b.execution_date::text, b.account_id, a.iban_hint as account_hint, b.remittance, b.lines, b.amount,
            b.created_at, b.created_by, b.approved_at, b.approved_by, b.sent_at, b.ended_at, b.reason, b.file_version, b.file_sha256,
            l.in_payout, l.paid, l.rejected
       from payout_batch b join bank_account a on a.workspace_id = b.workspace_id and a.id = b.account_id
       cross join lateral (
         select count(*) filter (where p.state = 'in_payout')::int as in_payout, count(*) filter (where p.state = 'paid')::int as paid,
                count(*) filter (where p.state = 'rejected')::int as rejected
           from payout p where p.workspace_id = b.workspace_id and p.batch_id = b.id) l
      where b.workspace_id = $1 and ($2::uuid is null or b.id = $2) and ($3::text is null or b.state = $3)
        and ($4::uuid is null or b.id < $4)
      order by b.id desc limit $5`,
    [workspaceId, filter.id ?? null, filter.state ?? null, filter.before ?? null, filter.limit],
  );
  return rows.map(recordOf);
}

/** Keeps others from deciding about the batch until the end of the transaction. */
export async function lockBatch(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`select 1 from payout_batch where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
}

export interface NewBatch {
  readonly id: string;
  readonly executionDate: LocalDate;
  readonly accountId: string;
  readonly remittance: string;
  readonly lines: number;
  readonly amount: bigint;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly fileVersion: '09' | '03';
}

export async function insertBatch(tx: Tx, workspaceId: string, batch: NewBatch): Promise<void> {
  await tx.query(
    `insert into payout_batch (workspace_id, id, state, execution_date, account_id, remittance, lines, amount, created_at, created_by,
       file_version)
     values ($1, $2, 'waiting', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      workspaceId,
      batch.id,
      batch.executionDate,
      batch.accountId,
      batch.remittance,
      batch.lines,
      batch.amount,
      new Date(batch.createdAt),
      batch.createdBy,
      batch.fileVersion,
    ],
  );
}

export interface Approval {
  readonly at: Instant;
  readonly by: string;
  readonly lines: number;
  readonly amount: bigint;
  /** Sealed. */
  readonly file: Buffer;
  readonly sha256: string;
}

/** Approves a batch that waits and keeps its file, for good; false when it no longer waits. */
export async function approve(tx: Tx, workspaceId: string, id: string, approval: Approval): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update payout_batch set state = 'approved', approved_at = $3, approved_by = $4, lines = $5, amount = $6, file = $7, file_sha256 = $8
      where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
    [workspaceId, id, new Date(approval.at), approval.by, approval.lines, approval.amount, approval.file, approval.sha256],
  );
  return rows.length === 1;
}

/** Notes that an approved batch was given to the bank; false when it is not approved. */
export async function markSent(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update payout_batch set state = 'sent', sent_at = $3 where workspace_id = $1 and id = $2 and state = 'approved' returning id`,
    [workspaceId, id, new Date(at)],
  );
  return rows.length === 1;
}

/** Gives up a batch that was not sent; false when it was. */
export async function cancel(tx: Tx, workspaceId: string, id: string, at: Instant, reason: string): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update payout_batch set state = 'cancelled', ended_at = $3, reason = $4
      where workspace_id = $1 and id = $2 and state in ('waiting', 'approved') returning id`,
    [workspaceId, id, new Date(at), reason],
  );
  return rows.length === 1;
}

/** Closes those of these batches that were sent and have no line under way. */
export async function closeFinished(tx: Tx, workspaceId: string, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update payout_batch b set state = 'closed', ended_at = $3
      where b.workspace_id = $1 and b.id = any($2::uuid[]) and b.state = 'sent'
        and not exists (select 1 from payout p where p.workspace_id = $1 and p.batch_id = b.id and p.state = 'in_payout')`,
    [workspaceId, ids, new Date(at)],
  );
}

/** The sealed file of a batch, or null while there is none. */
export async function loadFile(tx: Tx, workspaceId: string, id: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ file: Buffer | null }>(`select file from payout_batch where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row?.file ?? null;
}

function recordOf(row: BatchRow): BatchRecord {
  return {
    id: row.id,
    state: row.state,
    executionDate: row.execution_date,
    accountId: row.account_id,
    accountHint: row.account_hint,
    remittance: row.remittance,
    lines: row.lines,
    amount: row.amount,
    createdAt: row.created_at,
    createdBy: row.created_by,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    sentAt: row.sent_at,
    endedAt: row.ended_at,
    reason: row.reason,
    fileVersion: row.file_version,
    fileSha256: row.file_sha256,
    inPayout: row.in_payout,
    paid: row.paid,
    rejected: row.rejected,
  };
}
