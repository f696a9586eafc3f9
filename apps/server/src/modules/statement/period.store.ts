import type { CloseWarning } from '@cordee/contract/statement';
import type { Cut } from '@cordee/core/closing';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

/** A month that is closed, or whose figures are still being added up. */
export interface Closing extends Cut {
  readonly transactionHash: Buffer;
  readonly state: 'closing' | 'closed';
  readonly workspaceName: string;
  readonly closedAt: Instant;
  readonly closedBy: Actor;
  readonly statements: number | null;
  readonly late: number | null;
  /** Whether its statements tell of debts under a plan. */
  readonly tellsDebts: boolean;
}

interface ClosingRow {
  month: string;
  from_at: Instant;
  to_at: Instant;
  after_seq: bigint;
  through_seq: bigint;
  transaction_hash: Buffer;
  state: 'closing' | 'closed';
  workspace_name: string;
  closed_at: Instant;
  closed_by: Actor;
  statements: number | null;
  late: bigint | null;
  tells_debts: boolean;
}

/** Closed months, newest first. */
export async function selectClosings(tx: Tx, workspaceId: string, limit: number): Promise<Closing[]> {
  const rows = await tx.query<ClosingRow>(
    `select c.month, c.from_at, c.to_at, c.after_seq, c.through_seq, c.transaction_hash, c.state, c.workspace_name, c.closed_at,
            c.closed_by, c.statements, c.tells_debts,
            (select sum(s.late)::bigint from statement s where s.workspace_id = c.workspace_id and s.month = c.month) as late
       from period_closing c where c.workspace_id = $1 order by c.month desc limit $2`,
    [workspaceId, limit],
  );
  return rows.map(recordOf);
}

/** The newest closed month, or null. */
export async function lastClosing(tx: Tx, workspaceId: string): Promise<Closing | null> {
  return (await selectClosings(tx, workspaceId, 1))[0] ?? null;
}

/** A closed month by its name, or null. */
export async function findClosing(tx: Tx, workspaceId: string, month: string): Promise<Closing | null> {
  const rows = await tx.query<ClosingRow>(
    `select c.month, c.from_at, c.to_at, c.after_seq, c.through_seq, c.transaction_hash, c.state, c.workspace_name, c.closed_at,
            c.closed_by, c.statements, c.tells_debts,
            (select sum(s.late)::bigint from statement s where s.workspace_id = c.workspace_id and s.month = c.month) as late
       from period_closing c where c.workspace_id = $1 and c.month = $2`,
    [workspaceId, month],
  );
  return rows[0] === undefined ? null : recordOf(rows[0]);
}

export type NewClosing = Cut & Pick<Closing, 'transactionHash' | 'workspaceName' | 'closedAt' | 'closedBy'>;

/** Makes the cut; its figures come with `settle`. The company's name is kept as it was that day. */
export async function insertClosing(tx: Tx, workspaceId: string, closing: NewClosing): Promise<void> {
  await tx.query(
    `insert into period_closing (workspace_id, month, from_at, to_at, after_seq, through_seq, transaction_hash, state, workspace_name,
       closed_at, closed_by, tells_debts)
     values ($1, $2, $3, $4, $5, $6, $7, 'closing', $8, $9, $10, true)`,
    [
      workspaceId,
      closing.month,
      new Date(closing.from),
      new Date(closing.to),
      closing.after,
      closing.through,
      closing.transactionHash,
      closing.workspaceName,
      new Date(closing.closedAt),
      JSON.stringify(closing.closedBy),
    ],
  );
}

/** When the first fact happened, or null. */
export async function firstFactAt(tx: Tx, workspaceId: string): Promise<Instant | null> {
  const rows = await tx.query<{ occurred_at: Instant }>(
    `select occurred_at from fact where workspace_id = $1 order by occurred_at, seq limit 1`,
    [workspaceId],
  );
  return rows[0]?.occurred_at ?? null;
}

/** What somebody might want to see to before a month that ends at `to` is closed. */
export async function selectWarnings(
  tx: Tx,
  workspaceId: string,
  to: Instant,
): Promise<{ readonly code: CloseWarning; readonly count: number }[]> {
  const rows = await tx.query<{ code: CloseWarning; count: bigint }>(
    `select 'uncounted' as code, f.seq - c.counted_seq as count
       from fact_head f join count_head c on c.workspace_id = f.workspace_id where f.workspace_id = $1
     union all
     select status, count(*) from commission
      where workspace_id = $1 and status in ('in_review', 'held') and occurred_at < $2 group by status
     union all
     select 'suspended', count(*) from commission where workspace_id = $1 and status = 'suspended' and occurred_at < $2
     union all
     select 'failed_events', count(*) from hook_event where workspace_id = $1 and state = 'failed' and received_at < $2`,
    [workspaceId, new Date(to)],
  );
  return rows.filter(({ count }) => count > 0n).map(({ code, count }) => ({ code, count: Number(count) }));
}

function recordOf(row: ClosingRow): Closing {
  return {
    month: row.month,
    from: row.from_at,
    to: row.to_at,
    after: row.after_seq,
    through: row.through_seq,
    transactionHash: row.transaction_hash,
    state: row.state,
    workspaceName: row.workspace_name,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    statements: row.statements,
    late: row.late === null ? null : Number(row.late),
    tellsDebts: row.tells_debts,
  };
}
