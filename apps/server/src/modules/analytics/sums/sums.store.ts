import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import type { Added } from './add-up.ts';
import { saveCohorts } from './cohort.store.ts';
import { measures } from './day-sum.ts';

/** Locks how far the workspace is added up until the transaction ends: whoever holds it is the only one to add. */
export async function lockHead(tx: Tx, workspaceId: string): Promise<bigint> {
  await tx.query(`insert into conversion_head (workspace_id, through_seq) values ($1, 0) on conflict do nothing`, [workspaceId]);
  const [head] = await tx.query<{ through_seq: bigint }>(
    `select through_seq from conversion_head where workspace_id = $1 for update`,
    [workspaceId],
  );
  if (head === undefined) throw new Error(`workspace ${workspaceId} has no head of its sums`);
  return head.through_seq;
}

export async function moveHead(tx: Tx, workspaceId: string, through: bigint): Promise<void> {
  await tx.query(`update conversion_head set through_seq = $2 where workspace_id = $1`, [workspaceId, through]);
}

export async function countedThrough(tx: Tx, workspaceId: string): Promise<bigint> {
  const [head] = await tx.query<{ counted_seq: bigint }>(`select counted_seq from count_head where workspace_id = $1`, [
    workspaceId,
  ]);
  return head?.counted_seq ?? 0n;
}

/** When the last fact in the sums was recorded, and how many are recorded and not in them yet. */
export async function reachOf(tx: Tx, workspaceId: string): Promise<{ at: Instant | null; waiting: bigint }> {
  const [row] = await tx.query<{ at: Instant | null; waiting: bigint }>(
    `select h.seq - coalesce(c.through_seq, 0) as waiting,
            (select recorded_at from fact f where f.workspace_id = $1 and f.seq = c.through_seq) as at
       from fact_head h left join conversion_head c using (workspace_id) where h.workspace_id = $1`,
    [workspaceId],
  );
  return row ?? { at: null, waiting: 0n };
}

/** In what the sums of this workspace are kept. */
export async function settingsOf(tx: Tx, workspaceId: string): Promise<{ zone: string; currency: string }> {
  const [row] = await tx.query<{ zone: string; currency: string }>('select zone, currency from workspace where id = $1', [
    workspaceId,
  ]);
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  return row;
}

const names = measures.join(', ');
const adding = measures.map((measure) => `${measure} = d.${measure} + excluded.${measure}`).join(', ');
const places = measures.map((_, index) => `$${index + 8}::bigint[]`).join(', ');

/** Adds to what is stored. The caller moves the head in the same transaction. */
export async function saveAdded(tx: Tx, workspaceId: string, { days, figures, concerns, cohorts }: Added): Promise<void> {
  if (days.length > 0) {
    await tx.query(
      `insert into conversion_daily as d (workspace_id, grain, partner_id, key, day, program_id, currency, ${names})
       select $1, a.* from unnest($2::text[], $3::uuid[], $4::text[], $5::date[], $6::uuid[], $7::text[], ${places}) a
       on conflict (workspace_id, grain, partner_id, key, day, program_id, currency) do update set ${adding}`,
      [
        workspaceId,
        days.map(({ grain }) => grain),
        days.map(({ partnerId }) => partnerId),
        days.map(({ key }) => key),
        days.map(({ day }) => day),
        days.map(({ programId }) => programId),
        days.map(({ currency }) => currency),
        ...measures.map((measure) => days.map(({ sums }) => sums[measure])),
      ],
    );
  }
  if (figures.length > 0) {
    await tx.query(
      `insert into partner_figures as p (workspace_id, partner_id, earned, last_at)
       select $1, a.* from unnest($2::uuid[], $3::bigint[], $4::timestamptz[]) a
       on conflict (workspace_id, partner_id) do update
         set earned = p.earned + excluded.earned, last_at = greatest(p.last_at, excluded.last_at)`,
      [
        workspaceId,
        figures.map(({ partnerId }) => partnerId),
        figures.map(({ earned }) => earned),
        figures.map(({ lastAt }) => new Date(lastAt)),
      ],
    );
  }
  if (concerns.length > 0) {
    await tx.query(
      `insert into partner_fact (workspace_id, partner_id, fact_seq)
       select $1, a.* from unnest($2::uuid[], $3::bigint[]) a on conflict do nothing`,
      [workspaceId, concerns.map(({ partnerId }) => partnerId), concerns.map(({ factSeq }) => factSeq)],
    );
  }
  await saveCohorts(tx, workspaceId, cohorts);
}

/** Empties the sums, to be added up from the first fact on. */
export async function clearSums(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query(`delete from conversion_daily where workspace_id = $1`, [workspaceId]);
  await tx.query(`delete from cohort_customer where workspace_id = $1`, [workspaceId]);
  await tx.query(`delete from cohort_monthly where workspace_id = $1`, [workspaceId]);
  await tx.query(`delete from partner_fact where workspace_id = $1`, [workspaceId]);
  await tx.query(`update partner_figures set earned = 0, last_at = 'epoch' where workspace_id = $1`, [workspaceId]);
  await moveHead(tx, workspaceId, 0n);
}
