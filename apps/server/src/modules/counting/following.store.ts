import type { CommissionStatus } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { loadStoredCommissions, type StoredCommission } from './counted.store.ts';
import { waitForCountingLock } from './counting-lock.store.ts';

/**
 * Has changes of commissions kept from the next counted fact on, or no longer. Gives the last fact counted so far: nothing is
 * counted beside it until the transaction ends.
 */
export async function keepChanges(tx: Tx, workspaceId: string, kept: boolean): Promise<bigint> {
  await waitForCountingLock(tx, workspaceId);
  const [row] = await tx.query<{ counted_seq: bigint }>(
    `update count_head set keeps_changes = $2 where workspace_id = $1 returning counted_seq`,
    [workspaceId, kept],
  );
  if (row === undefined) throw new Error(`workspace ${workspaceId} has no count head`);
  if (!kept) await tx.query(`delete from commission_change where workspace_id = $1`, [workspaceId]);
  return row.counted_seq;
}

export async function countedThrough(tx: Tx, workspaceId: string): Promise<bigint> {
  const [row] = await tx.query<{ counted_seq: bigint }>(`select counted_seq from count_head where workspace_id = $1`, [
    workspaceId,
  ]);
  return row?.counted_seq ?? 0n;
}

export interface CommissionKey {
  readonly factSeq: bigint;
  readonly number: number;
}

/** What a fact changed about a commission, with what was reversed of it in all before and after. */
export interface CommissionMove {
  readonly causeSeq: bigint;
  readonly causeAt: Instant;
  readonly commission: CommissionKey;
  readonly status: { readonly before: CommissionStatus; readonly after: CommissionStatus } | null;
  readonly reversed: { readonly before: bigint; readonly after: bigint };
}

interface MoveRow {
  cause_seq: bigint;
  cause_at: Instant;
  fact_seq: bigint;
  number: number;
  status_before: CommissionStatus | null;
  status_after: CommissionStatus | null;
  taken: bigint;
  reversed: bigint;
}

/** Changes by facts behind `after` up to `through`, in their order: states that were kept, and reversals. At most `limit`. */
export async function selectMoves(
  tx: Tx,
  workspaceId: string,
  after: bigint,
  through: bigint,
  limit: number,
): Promise<CommissionMove[]> {
  const rows = await tx.query<MoveRow>(
    `with taken as (
       select fact_seq, commission_fact_seq, commission_number, sum(amount)::bigint as amount
         from reversal where workspace_id = $1 and fact_seq > $2 and fact_seq <= $3 group by 1, 2, 3
     ), kept as (
       select * from commission_change where workspace_id = $1 and fact_seq > $2 and fact_seq <= $3
       order by fact_seq, commission_fact_seq, commission_number limit $4
     ), moved as (
       select coalesce(k.fact_seq, t.fact_seq) as cause_seq, coalesce(k.commission_fact_seq, t.commission_fact_seq) as fact_seq,
              coalesce(k.commission_number, t.commission_number) as number, k.status_before, k.status_after,
              coalesce(t.amount, 0) as taken
         from kept k full join taken t on t.fact_seq = k.fact_seq and t.commission_fact_seq = k.commission_fact_seq
              and t.commission_number = k.commission_number
     )
     select m.*, f.recorded_at as cause_at, coalesce((
              select sum(r.amount)::bigint from reversal r
               where r.workspace_id = $1 and r.commission_fact_seq = m.fact_seq and r.commission_number = m.number
                 and r.fact_seq <= m.cause_seq), 0) as reversed
       from moved m join fact f on f.workspace_id = $1 and f.seq = m.cause_seq
      order by m.cause_seq, m.fact_seq, m.number limit $4`,
    [workspaceId, after, through, limit],
  );
  return rows.map((row) => ({
    causeSeq: row.cause_seq,
    causeAt: row.cause_at,
    commission: { factSeq: row.fact_seq, number: row.number },
    status:
      row.status_before === null || row.status_after === null ? null : { before: row.status_before, after: row.status_after },
    reversed: { before: row.reversed - row.taken, after: row.reversed },
  }));
}

/** How commissions first stood, of those that changed since and whose changes are kept. By `factSeq.number`. */
export async function firstStatuses(
  tx: Tx,
  workspaceId: string,
  keys: readonly CommissionKey[],
): Promise<Map<string, CommissionStatus>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.query<{ seq: bigint; number: number; status_before: CommissionStatus }>(
    `select distinct on (1, 2) commission_fact_seq as seq, commission_number as number, status_before
       from commission_change
      where workspace_id = $1
        and (commission_fact_seq, commission_number) in (select s, n from unnest($2::bigint[], $3::int[]) as k (s, n))
      order by 1, 2, fact_seq`,
    [workspaceId, keys.map(({ factSeq }) => factSeq), keys.map(({ number }) => number)],
  );
  return new Map(rows.map(({ seq, number, status_before }) => [`${seq}.${number}`, status_before]));
}

/** Forgets changes that have been told. */
export async function forgetMoves(tx: Tx, workspaceId: string, moves: readonly CommissionMove[]): Promise<void> {
  const kept = moves.filter(({ status }) => status !== null);
  if (kept.length === 0) return;
  await tx.query(
    `delete from commission_change c using unnest($2::bigint[], $3::bigint[], $4::int[]) as m (cause, seq, number)
      where c.workspace_id = $1 and c.fact_seq = m.cause and c.commission_fact_seq = m.seq and c.commission_number = m.number`,
    [
      workspaceId,
      kept.map(({ causeSeq }) => causeSeq),
      kept.map(({ commission }) => commission.factSeq),
      kept.map(({ commission }) => commission.number),
    ],
  );
}

/** Read in this transaction: `versionNumbers` would take a second connection for it. */
export async function numbersOfVersions(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; number: number }>(
    `select id, number from plan_version where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export async function selectCommissionsByKey(
  tx: Tx,
  workspaceId: string,
  keys: readonly CommissionKey[],
): Promise<StoredCommission[]> {
  if (keys.length === 0) return [];
  return loadStoredCommissions(
    tx,
    workspaceId,
    `(fact_seq, number) in (select s, n from unnest($2::bigint[], $3::int[]) as k (s, n))`,
    [keys.map(({ factSeq }) => factSeq), keys.map(({ number }) => number)],
  );
}
