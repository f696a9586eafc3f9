import type { BatchProblem, PayoutBatchState } from '@cordee/contract/payout-batch';
import type { Rail } from '@cordee/core/rail';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface BatchRecord {
  readonly id: string;
  readonly rail: Rail;
  readonly currency: string;
  readonly state: PayoutBatchState;
  readonly executionDate: LocalDate;
  /** Of the company, where a bank pays. */
  readonly accountId: string | null;
  readonly accountHint: string | null;
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
  readonly files: readonly BatchFile[];
  readonly transfers: TransferCounts;
  readonly problem: BatchProblem | null;
  readonly paidOn: LocalDate | null;
  readonly outsideReference: string | null;
  readonly inPayout: number;
  readonly paid: number;
  readonly rejected: number;
}

/** One of several files, for a service that takes only so many rows in one. */
export interface BatchFile {
  readonly part: number;
  readonly lines: number;
  readonly sha256: string;
}

/** Lines by where their transfers stand; all zero where none are sent. */
interface TransferCounts {
  readonly toSend: number;
  readonly unknown: number;
  readonly sent: number;
  readonly refused: number;
}

interface BatchRow {
  id: string;
  rail: Rail;
  currency: string;
  state: PayoutBatchState;
  execution_date: string;
  account_id: string | null;
  account_hint: string | null;
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
  files: BatchFile[] | null;
  transfers: TransferCounts;
  problem: BatchProblem | null;
  paid_on: string | null;
  outside_reference: string | null;
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
    `select b.id, b.rail, b.currency, b.state, b.execution_date::text, b.account_id, a.iban_hint as account_hint, b.remittance, b.lines, b.amount,
            b.created_at, b.created_by, b.approved_at, b.approved_by, b.sent_at, b.ended_at, b.reason, b.file_version, b.file_sha256,
            b.problem, b.paid_on::text, b.outside_reference, t.transfers, f.files, l.in_payout, l.paid, l.rejected
       from payout_batch b left join bank_account a on a.workspace_id = b.workspace_id and a.id = b.account_id
       cross join lateral (
         select count(*) filter (where p.state = 'in_payout')::int as in_payout, count(*) filter (where p.state = 'paid')::int as paid,
                count(*) filter (where p.state = 'rejected')::int as rejected
           from payout p where p.workspace_id = b.workspace_id and p.batch_id = b.id) l
       cross join lateral (
         select json_build_object('toSend', count(*) filter (where t.state = 'to_send'),
                'unknown', count(*) filter (where t.state in ('asking', 'unknown')),
                'sent', count(*) filter (where t.state = 'sent'), 'refused', count(*) filter (where t.state = 'refused')) as transfers
           from payout_transfer t where t.workspace_id = b.workspace_id and t.batch_id = b.id) t
       cross join lateral (
         select json_agg(json_build_object('part', f.part, 'lines', f.lines, 'sha256', f.sha256) order by f.part) as files
           from payout_batch_file f where f.workspace_id = b.workspace_id and f.batch_id = b.id) f
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
  readonly rail: Rail;
  readonly currency: string;
  readonly executionDate: LocalDate;
  readonly accountId: string | null;
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
       file_version, rail, currency)
     values ($1, $2, 'waiting', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
      batch.rail,
      batch.currency,
    ],
  );
}

export interface Approval {
  readonly at: Instant;
  readonly by: string;
  readonly lines: number;
  readonly amount: bigint;
  /** For the bank, sealed. */
  readonly file: Buffer | null;
  readonly sha256: string | null;
}

/** Approves a batch that waits and keeps its file for the bank, for good; false when it no longer waits. */
export async function approve(tx: Tx, workspaceId: string, id: string, approval: Approval): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update payout_batch set state = 'approved', approved_at = $3, approved_by = $4, lines = $5, amount = $6, file = $7, file_sha256 = $8
      where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
    [workspaceId, id, new Date(approval.at), approval.by, approval.lines, approval.amount, approval.file, approval.sha256],
  );
  return rows.length === 1;
}

/** Notes that an approved batch was handed in; false when it is not approved. */
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

/** Notes that an approved batch was paid outside; false when it is not approved. */
export async function markPaidOutside(
  tx: Tx,
  workspaceId: string,
  id: string,
  { at, reference, paidOn }: { readonly at: Instant; readonly reference: string; readonly paidOn: LocalDate },
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update payout_batch set state = 'sent', sent_at = $3, outside_reference = $4, paid_on = $5
      where workspace_id = $1 and id = $2 and rail = 'outside' and state = 'approved' returning id`,
    [workspaceId, id, new Date(at), reference, paidOn],
  );
  return rows.length === 1;
}

/** The sealed file of a batch for the bank, or null while there is none. */
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
    rail: row.rail,
    currency: row.currency,
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
    files: row.files ?? [],
    transfers: row.transfers,
    problem: row.problem,
    paidOn: row.paid_on,
    outsideReference: row.outside_reference,
    inPayout: row.in_payout,
    paid: row.paid,
    rejected: row.rejected,
  };
}
